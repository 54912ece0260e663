"""What holds for a whole flow: its defaults, its keys, its lines, and the sources it was documented in."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from ivr.fields import Count, Fields, Keys, Names, Rate, Seconds, Target, Text, When, Word, YesNo
from ivr.prompt import WORDS_PER_MINUTE, PromptField

REPROMPTS_SCHEMA = "one prompt, or a list of them, one a try; the last one repeats"


def _prompts(value: object) -> tuple[object, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else (value,)


Reprompts = Annotated[tuple[PromptField, ...], BeforeValidator(_prompts)]


class Defaults(Fields):
    """What every menu and ask does that does not say otherwise."""

    wrong: Reprompts = Field(
        default=(), description=f"Said after a wrong key, before the menu is heard again: {REPROMPTS_SCHEMA}."
    )
    silence: Reprompts = Field(
        default=(), description=f"Said after a silence, before the menu is heard again: {REPROMPTS_SCHEMA}."
    )
    tries: Count = Field(default=3, description="How many silences and wrong keys, in all, before `otherwise`.")
    otherwise: Target | None = Field(default=None, description="Where the call goes after the last try.")
    wait: Seconds = Field(
        default=5.0, description="Seconds of silence, from the end of the prompt, that count as a try."
    )
    between: Seconds = Field(default=3.0, description="Seconds to wait for the next digit of a code or an entry.")
    rate: Rate = Field(default=WORDS_PER_MINUTE, description="How fast prompts are spoken, in words a minute.")


class GlobalKey(Fields):
    """A key that works in every menu whose own options do not use it."""

    go: Target = Field(description="Where it leads.")
    say: PromptField | None = Field(default=None, description="What callers are told that it does.")
    words: Names = Field(default=(), description="Words that do the same when spoken.")
    announced: YesNo = Field(default=True, description="Whether callers are told of it.")
    because: Text = Field(default="", description="Why callers are not told of it.")
    when: When | None = Field(default=None, description="It works only while this condition holds.")
    language: Word | None = Field(default=None, description="The call goes on in this language.")
    documented: Names = Field(default=(), description="Where it is documented: a source, and the place in it.")
    note: Text = Field(default="", description="Anything a reader should know; never spoken.")


class Line(Fields):
    """A number that callers dial."""

    start: Target = Field(description="The node at which a call begins.")
    name: Text = Field(default="", description="What people call this line.")
    press: Keys = Field(default="", description="The keys that its callers press at once, as in `dial it, option 3`.")
    language: Word | None = Field(default=None, description="The language in which calls begin here.")
    documented: Names = Field(default=(), description="Where it is documented: a source, and the place in it.")
    note: Text = Field(default="", description="Anything a reader should know; never spoken.")


class Source(Fields):
    """A document that describes the line."""

    title: Text = Field(default="", description="What the document is called.")
    file: Text = Field(default="", description="The file that holds it.")
    address: Text = Field(default="", description="Where it was published.")
    date: Text = Field(default="", description="When it was read.")
    note: Text = Field(default="", description="Anything a reader should know of it.")
