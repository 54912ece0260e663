"""`lookup`: asks something outside the phone system."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ivr.effect import End, LookUp
from ivr.event import Event, Outcome
from ivr.fields import Names, Target, Word
from ivr.node import Await, Exit, Finish, Go, Keep, Node, Surroundings

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move, Path


class Lookup(Node):
    """Asks something outside; every answer that it may give is named."""

    verb: ClassVar[str] = "lookup"
    shape: ClassVar[str] = "action"

    lookup: Word = Field(description="What is looked up.")
    outcomes: dict[str, Target] = Field(
        default={}, description="Where each answer leads; one of them is for a failure."
    )
    gives: Names = Field(default=(), description="The variables that an answer may fill.")
    pass_: Names = Field(default=(), alias="pass", description="The variables that the question needs.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:  # noqa: ARG002 -- the same for every kind
        """Ask, and wait for the answer."""
        values = tuple(pair for pair in call.values if pair[0] in self.pass_)
        return Await(LookUp(self.lookup, tuple(self.outcomes), self.gives, values))

    def react(self, flow: Surroundings, call: Call, event: Event) -> Move:  # noqa: ARG002 -- the same for every kind
        """Follow the answer."""
        if not isinstance(event, Outcome):
            return Keep()
        if event.name not in self.outcomes:
            return Finish(End("fault", f"the flow does not say where '{self.lookup}' leads when it is '{event.name}'"))
        given = tuple((name, value) for name, value in event.values if name in self.gives)
        return Go(self.outcomes[event.name], event.name, values=given)

    def exits(self, flow: Surroundings) -> Iterator[Exit]:  # noqa: ARG002 -- the same for every kind
        """Give the way of each answer."""
        for outcome, target in self.outcomes.items():
            yield Exit(outcome, target, "outcome", ("outcomes", outcome))

    def missing(self, flow: Surroundings) -> Iterator[str]:  # noqa: ARG002 -- the same for every kind
        """Name `outcomes` where none is written."""
        if not self.outcomes:
            yield "outcomes"

    def reads(self) -> Iterator[tuple[str, Path]]:
        """Name the variables that are passed."""
        for name in self.pass_:
            yield name, ("pass",)

    def sets(self) -> Iterator[tuple[str, Path]]:
        """Name the variables that an answer may fill."""
        for name in self.gives:
            yield name, ("gives",)

    @property
    def detail(self) -> str:
        """What is looked up."""
        return self.lookup
