"""A contact: who or what finally helps the caller, on the telephone or through another channel."""

from __future__ import annotations

from pydantic import Field

from ivr.fields import Fields, Names, Text, Word, YesNo

STAFFED_CHANNELS = frozenset({"phone", "tty", "chat", "video", "counter"})
"""The channels on which a person answers while the caller waits, unless a contact says `staffed: no`."""


class Contact(Fields):
    """A team, a desk, or another channel."""

    name: Text = Field(default="", description="What people call it.")
    hours: Word = Field(default="always", description="The schedule in which it answers; `always` if left out.")
    channel: Word = Field(
        default="phone", description="How it is reached: phone, tty, chat, portal, app, mail, fax, email, counter, ..."
    )
    number: Text = Field(default="", description="Its telephone number, where callers are transferred to one.")
    address: Text = Field(default="", description="Its web, mail or postal address.")
    replies: Text = Field(default="", description="How soon it replies, where that is not at once.")
    staffed: YesNo | None = Field(default=None, description="Whether a person answers; `no` for a machine.")
    languages: Names = Field(default=(), description="The languages it speaks; all of the flow's if left out.")
    documented: Names = Field(default=(), description="Where it is documented: a source, and the place in it.")
    note: Text = Field(default="", description="Anything a reader should know; never spoken.")

    @property
    def person(self) -> bool:
        """Whether people answer here while the caller waits."""
        return self.staffed if self.staffed is not None else self.channel in STAFFED_CHANNELS
