"""`run`: runs another node as a sub-flow and comes back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ivr.effect import End
from ivr.fields import Target
from ivr.node import Exit, Finish, Go, Node, Surroundings
from ivr.node import Run as Enter

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move


class Run(Node):
    """Runs another node as a sub-flow and goes on when that returns."""

    verb: ClassVar[str] = "run"
    shape: ClassVar[str] = "subflow"

    run: Target = Field(description="The first node of the sub-flow.")
    then: Target | None = Field(default=None, description="Where the call goes on, whatever was returned.")
    returns: dict[str, Target] = Field(default={}, description="Where the call goes on for each value returned.")
    else_: Target | None = Field(default=None, alias="else", description="Where it goes on for any other value.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:  # noqa: ARG002 -- the same for every kind
        """Begin the sub-flow."""
        return Enter(self.run)

    def comes_back(self, flow: Surroundings, value: str | None) -> Move:  # noqa: ARG002 -- the same for every kind
        """Go on by the value that the sub-flow returned."""
        if value in self.returns:
            return Go(self.returns[value or ""], value or "")
        if self.then or self.else_:
            return Go(self.then or self.else_ or "", "then" if self.then else "else")
        return Finish(End("fault", f"the flow does not say where the call goes when '{self.run}' returns '{value}'"))

    def exits(self, flow: Surroundings) -> Iterator[Exit]:  # noqa: ARG002 -- the same for every kind
        """Give the way into the sub-flow, and the ways on from it."""
        yield Exit("run", self.run, "auto", ("run",))
        if self.then:
            yield Exit("then", self.then, "auto", ("then",))
        for value, target in self.returns.items():
            yield Exit(value, target, "outcome", ("returns", value))
        if self.else_:
            yield Exit("else", self.else_, "auto", ("else",))

    def missing(self, flow: Surroundings) -> Iterator[str]:  # noqa: ARG002 -- the same for every kind
        """Name `then` where nothing is said of what comes after the sub-flow."""
        if not (self.then or self.returns or self.else_):
            yield "then"
