"""`branch`: branches on variables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ivr.effect import End
from ivr.fields import Fields, Target, When
from ivr.node import Exit, Finish, Go, Node, Surroundings, values_of

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move, Path


class Case(Fields):
    """One way of a branch."""

    when: When = Field(description="The condition.")
    go: Target = Field(description="Where the call goes while it holds.")


class Branch(Node):
    """Takes the first way whose condition holds, or `else`."""

    verb: ClassVar[str] = "branch"
    shape: ClassVar[str] = "decision"

    branch: tuple[Case, ...] = Field(description="The ways, in order; the first whose condition holds is taken.")
    else_: Target | None = Field(default=None, alias="else", description="Where the call goes where none holds.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:  # noqa: ARG002 -- the same for every kind
        """Go on at once, by the variables."""
        values = values_of(call)
        case = next((case for case in self.branch if case.when.holds(values)), None)
        if case is not None:
            return Go(case.go, case.when.text)
        if self.else_:
            return Go(self.else_, "else")
        return Finish(End("fault", "no condition holds, and the flow has no `else` for that"))

    def exits(self, flow: Surroundings) -> Iterator[Exit]:  # noqa: ARG002 -- the same for every kind
        """Give each way, then `else`."""
        for number, case in enumerate(self.branch):
            yield Exit(case.when.text, case.go, "auto", ("branch", number, "go"), when=case.when)
        if self.else_:
            yield Exit("else", self.else_, "auto", ("else",))

    def reads(self) -> Iterator[tuple[str, Path]]:
        """Name the variables of the conditions."""
        for number, case in enumerate(self.branch):
            for name in case.when.variables():
                yield name, ("branch", number, "when")
