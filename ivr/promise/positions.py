"""Where a caller can be: the states of exploring, told apart by what ran the sub-flows that are under way.

A state alone does not say where the call goes on when its sub-flow ends; a position does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ivr.explore import Edge, Explored, State

MOST_POSITIONS = 400_000
"""Positions that are looked at before proving gives up; then a promise is neither kept nor refuted."""

Under = tuple[State, ...]


class Onward(NamedTuple):
    """An edge of exploring, and the position that it leads to."""

    edge: Edge
    target: Position


@dataclass(slots=True, eq=False)
class Position:
    """A state, the states that ran the sub-flows `under` it, and what can happen; `bits` are the times.

    `first` gives, for sets of times, the position and the edge by which calls come here first.
    """

    number: int
    state: State
    under: Under
    bits: int = 0
    onward: list[Onward] = field(default_factory=list)
    first: list[tuple[int, Position, Edge]] = field(default_factory=list)

    def path(self, bit: int) -> tuple[Edge, ...]:
        """Give the edges of a shortest call that comes here at one time."""
        edges: list[Edge] = []
        here = self
        while here.first:
            here, edge = next((before, edge) for bits, before, edge in here.first if bits & bit)
            edges.append(edge)
        return tuple(reversed(edges))


class Positions(NamedTuple):
    """All positions of a flow; `roots` by line. `whole` says that none was left out."""

    positions: tuple[Position, ...]
    roots: dict[str, Position]
    whole: bool


def positions_of(found: Explored) -> Positions:
    """Give every position that calls come to; remembered."""
    key = ("positions", found.times.times)
    if key not in found.flow.memo:
        found.flow.memo[key] = _positions(found)
    positions: Positions = found.flow.memo[key]
    return positions


def _positions(found: Explored) -> Positions:
    known: dict[tuple[int, tuple[int, ...]], Position] = {}

    def at(state: State, under: Under) -> Position:
        key = (state.number, tuple(one.number for one in under))
        position = known.get(key)
        if position is None:
            position = known[key] = Position(len(known), state, under)
        return position

    roots = {line: at(root, ()) for line, root in found.roots.items()}
    ahead: deque[Position] = deque(roots.values())
    for root in roots.values():
        root.bits = found.times.every
    while ahead and len(known) <= MOST_POSITIONS:
        here = ahead.popleft()
        first = not here.onward
        for edge, under in _ways_on(here):
            target = at(edge.target, under)
            if first:
                here.onward.append(Onward(edge, target))
            new = here.bits & edge.bits & ~target.bits
            if new:
                target.bits |= new
                target.first.append((new, here, edge))
                ahead.append(target)
    return Positions(tuple(known.values()), roots, not ahead and not found.unexplored)


def _ways_on(here: Position) -> Iterator[tuple[Edge, Under]]:
    """Give what can happen here, with what is under way then; a sub-flow goes back only to what ran it."""
    for edge in here.state.edges:
        under, level = here.under, here.state
        if edge.returns and edge.via is not None:
            if edge.via not in under:
                continue
            last = len(under) - 1 - under[::-1].index(edge.via)
            under, level = under[:last], edge.via
        if edge.target.call.ended is not None:
            under = ()
        yield edge, (*under, level) if edge.enters and edge.target.call.ended is None else under
