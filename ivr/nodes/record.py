"""`record`: takes a message."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ivr.effect import End
from ivr.effect import Record as Take
from ivr.event import Event, Key, Outcome, Silence
from ivr.fields import Seconds, Target, Text, Word
from ivr.node import Await, Exit, Finish, Go, Keep, Node, Surroundings, values_of
from ivr.prompt import PromptField

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move, Path
    from ivr.prompt import Prompt

LONGEST = 120.0
"""Seconds that a recording takes at most, where the flow does not say."""


class Record(Node):
    """Takes a message or a recording, until silence, the end key, or the longest time."""

    verb: ClassVar[str] = "record"
    shape: ClassVar[str] = "record"

    record: PromptField = Field(description="What is said before the tone.")
    into: Word = Field(default="", description="The variable that names the recording.")
    to: Word = Field(default="", description="The contact that gets the message.")
    longest: Seconds = Field(default=LONGEST, description="How long the recording may be.")
    end: Text = Field(default="#", description="The key that ends it.")
    next: Target | None = Field(default=None, description="Where the call goes on.")
    failed: Target | None = Field(default=None, description="Where it goes when nothing could be recorded.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:
        """Say what is to be said, and record."""
        prompt = self.record.spoken(call.language, flow.first_language, values_of(call), flow.defaults.rate)
        return Await(Take(self.into or self.to or call.node, self.longest, self.end), (prompt,) if self.record else ())

    def react(self, flow: Surroundings, call: Call, event: Event) -> Move:  # noqa: ARG002 -- the same for every kind
        """Go on when the recording is over."""
        over = isinstance(event, (Outcome, Silence)) or (isinstance(event, Key) and event.key in self.end)
        if not over:
            return Keep(ahead=False)  # what is pressed while it records is part of the message
        failed = isinstance(event, Outcome) and event.name == "failed"
        on = "failed" if failed and self.failed else "next"
        target = self.failed if on == "failed" else self.next
        if target is None:
            return Finish(End("fault", "the flow does not say where the call goes after the recording"))
        values = ((self.into, f"recording of {call.node}"),) if self.into and not failed else ()
        return Go(target, on, values=values)

    def exits(self, flow: Surroundings) -> Iterator[Exit]:  # noqa: ARG002 -- the same for every kind
        """Give the way on."""
        if self.next:
            yield Exit("next", self.next, "outcome", ("next",))
        if self.failed:
            yield Exit("failed", self.failed, "outcome", ("failed",))

    def missing(self, flow: Surroundings) -> Iterator[str]:  # noqa: ARG002 -- the same for every kind
        """Name `next` where it is not written."""
        if not self.next:
            yield "next"

    def prompts(self) -> Iterator[tuple[Path, Prompt]]:
        """Give what is said before the tone."""
        yield ("record",), self.record

    def sets(self) -> Iterator[tuple[str, Path]]:
        """Name the variable that names the recording."""
        if self.into:
            yield self.into, ("into",)

    @property
    def detail(self) -> str:
        """Who gets the message."""
        return f"for {self.to}" if self.to else ""
