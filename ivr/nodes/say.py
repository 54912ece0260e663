"""`say`: plays a prompt and goes on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ivr.effect import End
from ivr.fields import Target
from ivr.node import Exit, Finish, Go, Node, Surroundings, values_of
from ivr.prompt import PromptField

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move, Path
    from ivr.prompt import Prompt


class Say(Node):
    """Plays a prompt and goes on to `next`."""

    verb: ClassVar[str] = "say"
    shape: ClassVar[str] = "note"

    say: PromptField = Field(description="What the caller hears.")
    next: Target | None = Field(default=None, description="Where the call goes on.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:
        """Play the prompt, then go on."""
        says = (self.say.spoken(call.language, flow.first_language, values_of(call), flow.defaults.rate),)
        if self.next is None:
            return Finish(End("fault", "the flow does not say where the call goes on"), says)
        return Go(self.next, "next", says if self.say else ())

    def exits(self, flow: Surroundings) -> Iterator[Exit]:  # noqa: ARG002 -- the same for every kind
        """Give the way on."""
        if self.next:
            yield Exit("next", self.next, "auto", ("next",))

    def missing(self, flow: Surroundings) -> Iterator[str]:  # noqa: ARG002 -- the same for every kind
        """Name `next` where it is not written."""
        if not self.next:
            yield "next"

    def prompts(self) -> Iterator[tuple[Path, Prompt]]:
        """Give the prompt."""
        yield ("say",), self.say
