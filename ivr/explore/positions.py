"""Where a caller can be: the states of exploring, told apart by what ran the sub-flows that are under way.

A state alone does not say where the call goes on when its sub-flow ends; a position does.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ivr.collector import collector_paused
from ivr.explore.explore import Explored
from ivr.explore.state import Edge, State

MOST_POSITIONS = 100_000
"""Positions beyond twice the states that are looked at before proving gives up: nothing is kept or refuted then."""


class Onward(NamedTuple):
    """An edge of exploring, and the position that it leads to."""

    edge: Edge
    target: Position


@dataclass(slots=True, eq=False, repr=False)
class Under:
    """A state in which a sub-flow was begun that is still under way, and what was under way `below` it."""

    state: State
    below: Under | None


@dataclass(slots=True, eq=False, repr=False)
class Position:
    """A state, what ran the sub-flows that are `under` way, and what can happen; `bits` are the times.

    `first` gives, for sets of times, the position and the edge by which calls come here first.
    """

    number: int
    state: State
    under: Under | None
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
    """All positions of a flow; `roots` by line.

    `whole` says that none was left out; those within sub-flows that run themselves are.
    """

    positions: tuple[Position, ...]
    roots: dict[str, Position]
    whole: bool


def positions_of(found: Explored) -> Positions:
    """Give every position that calls come to; remembered."""
    key = ("positions", found.times.times)
    if key not in found.flow.memo:
        with collector_paused():
            found.flow.memo[key] = _positions(found)
    positions: Positions = found.flow.memo[key]
    return positions


def _positions(found: Explored) -> Positions:
    known: dict[tuple[State, Under | None], Position] = {}
    runs: dict[tuple[State, Under | None], Under] = {}

    def at(state: State, under: Under | None) -> Position:
        key = (state, under)
        position = known.get(key)
        if position is None:
            position = known[key] = Position(len(known), state, under)
        return position

    roots = {line: at(root, None) for line, root in found.roots.items()}
    for root in roots.values():
        root.bits = found.times.every
    ahead: deque[Position] = deque(roots.values())
    recursive = False
    most = MOST_POSITIONS + 2 * len(found.states)
    while ahead and len(known) <= most:
        here = ahead.popleft()
        first = not here.onward
        for edge, under in _ways_on(here, runs):
            if under is not here.under and _runs_itself(under):
                recursive = True
                continue
            target = at(edge.target, under)
            if first:
                here.onward.append(Onward(edge, target))
            new = here.bits & edge.bits & ~target.bits
            if new:
                target.bits |= new
                target.first.append((new, here, edge))
                ahead.append(target)
    whole = not (ahead or recursive or found.unexplored)
    return Positions(tuple(known.values()), roots, whole)


def _runs_itself(under: Under | None) -> bool:
    """Whether a sub-flow has been begun at a place at which it is under way already: so it may go on without end."""
    below = under.below if under else None
    while under is not None and below is not None:
        if below.state is under.state:
            return True
        below = below.below
    return False


def _ways_on(here: Position, runs: dict[tuple[State, Under | None], Under]) -> Iterator[tuple[Edge, Under | None]]:
    """Give what can happen here, with what is under way then; a sub-flow goes back only to what ran it."""
    for edge in here.state.edges:
        under, level = here.under, here.state.unfailed
        if edge.returns and edge.via is not None:
            while under is not None and under.state is not edge.via:
                under = under.below
            if under is None:
                continue
            under, level = under.below, edge.via
        if edge.target.call.ended is not None:
            yield edge, None
        elif edge.enters:
            yield edge, runs.setdefault((level, under), Under(level, under))
        else:
            yield edge, under
