"""Where a caller can be: the states of exploring, told apart by what ran the sub-flows under way and by their trails.

A state alone does not say where the call goes on when its sub-flow ends, nor where `back` leads; a position does.
Where trails are too many or too deep to be told apart, `back` may lead to any menu from which the state was come to.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from ivr.collector import collector_paused
from ivr.explore.explore import Explored
from ivr.explore.state import Edge, State
from ivr.explore.trails import NO_TRAILS, TooDeepError, Trailing, Trails

MOST_POSITIONS = 100_000
"""Positions beyond twice the states that are looked at before proving gives up: nothing is kept or refuted then."""

MOST_WITH_TRAILS = 3000
"""Positions beyond twice the states up to which trails are told apart."""


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
    """A state, what ran the sub-flows that are `under` way, their `trails`, and what can happen; `bits` are the times.

    `first` gives, for sets of times, the position and the edge by which calls come here first.
    """

    number: int
    state: State
    under: Under | None
    bits: int = 0
    onward: list[Onward] = field(default_factory=list)
    first: list[tuple[int, Position, Edge]] = field(default_factory=list)
    trails: Trails = NO_TRAILS

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
    """Tell trails apart where that does not make too many positions, else not."""
    trailing = Trailing(found.flow)
    if trailing.begin:
        with suppress(TooDeepError):
            exact = _Walk(found, trailing).positions(MOST_WITH_TRAILS + 2 * len(found.states))
            if exact is not None:
                return exact
    most = MOST_POSITIONS + 2 * len(found.states)
    plain = _Walk(found, None)
    return plain.positions(most) or plain.given(whole=False)


class _Walk:
    """A walk through all positions, nearest first."""

    def __init__(self, found: Explored, trailing: Trailing | None) -> None:
        self.found, self.trailing = found, trailing
        self.known: dict[tuple[State, Under | None, Trails], Position] = {}
        self.runs: dict[tuple[State, Under | None], Under] = {}
        begin = trailing.begin if trailing else NO_TRAILS
        self.roots = {line: self._at(root, None, begin) for line, root in found.roots.items()}
        self.recursive = False

    def positions(self, most: int) -> Positions | None:
        """Give all positions, or None where they are more than `most`."""
        for root in self.roots.values():
            root.bits = self.found.times.every
        ahead: deque[Position] = deque(self.roots.values())
        while ahead:
            here = ahead.popleft()
            first = not here.onward
            for edge, target in self._targets(here):
                if first:
                    here.onward.append(Onward(edge, target))
                new = here.bits & edge.bits & ~target.bits
                if new:
                    target.bits |= new
                    target.first.append((new, here, edge))
                    ahead.append(target)
            if len(self.known) > most:
                return None
        return self.given(whole=not (self.recursive or self.found.unexplored))

    def given(self, *, whole: bool) -> Positions:
        """Give the positions that are known."""
        return Positions(tuple(self.known.values()), self.roots, whole)

    def _at(self, state: State, under: Under | None, trails: Trails) -> Position:
        key = (state, under, trails)
        position = self.known.get(key)
        if position is None:
            position = self.known[key] = Position(len(self.known), state, under, trails=trails)
        return position

    def _targets(self, here: Position) -> Iterator[tuple[Edge, Position]]:
        for edge, under, trails in self._trailed(here, list(_ways_on(here, self.runs))):
            if under is not here.under and _runs_itself(under):
                self.recursive = True
            else:
                yield edge, self._at(edge.target, under, trails)

    def _trailed(
        self, here: Position, ways: list[tuple[Edge, Under | None]]
    ) -> Iterator[tuple[Edge, Under | None, Trails]]:
        """Leave out what goes back elsewhere than the call does, unless nothing else is known of that move."""
        if self.trailing is None:
            yield from ((edge, under, NO_TRAILS) for edge, under in ways)
            return
        behind = [self.trailing.along(edge, here.trails) for edge, _ in ways]
        followed = {id(edge.move) for (edge, _), trails in zip(ways, behind, strict=True) if trails is not None}
        for (edge, under), trails in zip(ways, behind, strict=True):
            if trails is not None:
                yield edge, under, trails
            elif id(edge.move) not in followed:
                yield edge, under, self.trailing.anew(edge)


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
