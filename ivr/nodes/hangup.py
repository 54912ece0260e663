"""`hangup`: says a last word and ends the call."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ivr.effect import End
from ivr.node import Finish, Node, Surroundings, values_of
from ivr.prompt import PromptField

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move, Path
    from ivr.prompt import Prompt


class Hangup(Node):
    """Says a last word and ends the call."""

    verb: ClassVar[str] = "hangup"
    shape: ClassVar[str] = "ending"
    terminal: ClassVar[bool] = True

    hangup: PromptField = Field(description="The last words.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:
        """Say the last words and end the call."""
        last = self.hangup.spoken(call.language, flow.first_language, values_of(call), flow.defaults.rate)
        return Finish(End("hangup", call.node), (last,) if self.hangup else ())

    def prompts(self) -> Iterator[tuple[Path, Prompt]]:
        """Give the last words."""
        yield ("hangup",), self.hangup
