"""What exploring finds: states of calls, and the edges between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ivr.effect import Came, End, Listen, Question

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.explore.moves import Move

Waits = Listen | Question | End
"""What a call waits for; one that is over waits for nothing more."""


@dataclass(slots=True, eq=False, repr=False)
class Edge:
    """One thing that happens to a call in a state, and the state it is in then.

    `bits` are the times at which it leads there; `seconds` pass until the call waits again, the caller hearing all that
    is said before the next prompt of its own; `ways` are the exits taken. `via` is the state that the call must have
    come by, where that decides: the menu that `back` leads to, or, where it `returns`, the place that ran the sub-flow.
    Where it `enters`, it leads into sub-flows that are still under way then. `passed` are nodes from which a promise is
    made and that are passed without a stop, each with the seconds from there on.
    """

    source: State
    move: Move
    target: State
    bits: int
    seconds: float
    ways: tuple[Came, ...]
    via: State | None = None
    returns: bool = False
    enters: bool = False
    passed: tuple[tuple[str, float], ...] = ()

    def __repr__(self) -> str:
        """Name it in short: states know one another, and telling of one would tell of all."""
        return f"<Edge {self.source.node} to {self.target.node}>"


@dataclass(slots=True, eq=False, repr=False)
class State:
    """Calls that nothing the engine may do can tell apart, but for the trail of `back` and the sub-flows under way.

    `call` is one of them, with its clock at 0 and only the values that matter; `waits` is what it waits for (None for
    the moment before a line answers). `own` are the sub-flows that it has entered since its level was another one's.
    `bits` are the times at which calls come here. `came` are the edges that lead here, `edges` those that lead on;
    `first` gives, for sets of times, the edge by which calls came here first: the last one of a shortest call.
    """

    number: int
    call: Call
    waits: Waits | None
    own: tuple[str, ...] = ()
    bits: int = 0
    edges: list[Edge] = field(default_factory=list)
    came: list[Edge] = field(default_factory=list)
    first: list[tuple[int, Edge]] = field(default_factory=list)
    fresh: State | None = None

    def __repr__(self) -> str:
        """Name it in short, as for an edge."""
        return f"<State {self.number} at {self.call.node}>"

    @property
    def unfailed(self) -> State:
        """The state of the same visit before any try failed; what is put on a stack does not depend on failed tries."""
        return self.fresh or self

    @property
    def node(self) -> str:
        """The node at which the calls are."""
        return self.call.node


@dataclass(slots=True, frozen=True)
class Result:
    """What one move made of one call: the call as it waits again, what it waits for, and what was said and passed."""

    call: Call
    waits: Listen | Question | None
    seconds: float
    ways: tuple[Came, ...]
    passed: tuple[tuple[str, float], ...] = ()
