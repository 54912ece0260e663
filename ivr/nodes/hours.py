"""`hours`: branches on a named schedule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ivr.effect import End
from ivr.fields import Target, Word
from ivr.node import Exit, Finish, Go, Node, Surroundings

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move


class Hours(Node):
    """Branches on a named schedule, at the moment at which the call passes."""

    verb: ClassVar[str] = "hours"
    shape: ClassVar[str] = "decision"

    hours: Word = Field(description="The schedule's name.")
    open: Target | None = Field(default=None, description="Where the call goes while the schedule is open.")
    closed: Target | None = Field(default=None, description="Where the call goes while it is closed.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:
        """Go on at once, by the schedule."""
        state = "open" if flow.is_open(self.hours, call.now) else "closed"
        target = self.open if state == "open" else self.closed
        if target is None:
            return Finish(End("fault", f"the flow does not say where the call goes when '{self.hours}' is {state}"))
        return Go(target, state)

    def exits(self, flow: Surroundings) -> Iterator[Exit]:  # noqa: ARG002 -- the same for every kind
        """Give both ways on."""
        if self.open:
            yield Exit("open", self.open, "auto", ("open",))
        if self.closed:
            yield Exit("closed", self.closed, "auto", ("closed",))

    def missing(self, flow: Surroundings) -> Iterator[str]:  # noqa: ARG002 -- the same for every kind
        """Name `open` and `closed` where they are not written."""
        if not self.open:
            yield "open"
        if not self.closed:
            yield "closed"

    @property
    def detail(self) -> str:
        """The schedule."""
        return self.hours
