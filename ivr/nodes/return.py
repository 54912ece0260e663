"""`return`: ends a sub-flow with a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import Field

from ivr.fields import Text
from ivr.node import Node, Surroundings
from ivr.node import Return as ComeBack

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.node import Move


class Return(Node):
    """Ends the sub-flow with a value."""

    verb: ClassVar[str] = "return"
    shape: ClassVar[str] = "ending"
    terminal: ClassVar[bool] = True

    return_: Text = Field(alias="return", description="The value that the sub-flow ends with.")

    def arrive(self, flow: Surroundings, call: Call) -> Move:  # noqa: ARG002 -- the same for every kind
        """Go back to the node that ran the sub-flow."""
        return ComeBack(self.return_)

    @property
    def detail(self) -> str:
        """The value."""
        return self.return_
