"""`unknown`: a step of another platform that has no counterpart here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ivr.effect import Choose, End
from ivr.event import Event, Outcome
from ivr.fields import Target, Word
from ivr.node import Await, Exit, Finish, Go, Keep, Node, Surroundings

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move


class Unknown(Node):
    """Stands for a step of another platform: its name, and where it may lead."""

    verb: ClassVar[str] = "unknown"
    shape: ClassVar[str] = "unknown"

    unknown: Word = Field(description="What the step is called there.")
    exits_: dict[str, Target] = Field(default={}, alias="exits", description="Where it may lead.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:  # noqa: ARG002 -- the same for every kind
        """Let whoever runs the call choose where it leads."""
        if not self.exits_:
            return Finish(End("fault", f"nothing is known of where '{self.unknown}' leads"))
        return Await(Choose(self.unknown, tuple(self.exits_)))

    def react(self, flow: Surroundings, call: Call, event: Event) -> Move:  # noqa: ARG002 -- the same for every kind
        """Follow the choice."""
        if not isinstance(event, Outcome):
            return Keep()
        if event.name not in self.exits_:
            return Finish(End("fault", f"'{self.unknown}' has no exit '{event.name}'"))
        return Go(self.exits_[event.name], event.name)

    def exits(self, flow: Surroundings) -> Iterator[Exit]:  # noqa: ARG002 -- the same for every kind
        """Give each exit."""
        for name, target in self.exits_.items():
            yield Exit(name, target, "outcome", ("exits", name))

    def missing(self, flow: Surroundings) -> Iterator[str]:  # noqa: ARG002 -- the same for every kind
        """Name `exits` where none is written."""
        if not self.exits_:
            yield "exits"

    @property
    def detail(self) -> str:
        """What the step is called."""
        return self.unknown
