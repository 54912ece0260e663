"""A search for the shortest call of a kind: one that passes some nodes in order, or never comes to others."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ivr.effect import End
from ivr.explore.moves import OUTCOME
from ivr.explore.positions import Onward, Position, positions_of

if TYPE_CHECKING:
    from ivr.explore.explore import Explored
    from ivr.explore.state import Edge
    from ivr.witness import Shows

MOST_VISITED = 300_000
"""Positions that one search looks at."""

_Found = tuple[tuple[Position, int], "Edge"] | None


def shortest(found: Explored, wanted: Shows, bit: int) -> tuple[Edge, ...] | None:
    """Give the edges of a shortest call at one time that shows what is wanted; None where there is none."""
    positions = positions_of(found)
    roots = [root for line, root in positions.roots.items() if wanted.line in {"", line}]
    came: dict[tuple[int, int], _Found] = {(root.number, 0): None for root in roots}
    ahead: deque[tuple[Position, int]] = deque((root, 0) for root in roots)
    while ahead and len(came) < MOST_VISITED:
        here = ahead.popleft()
        for way, passed, hit in _ways(here, wanted, bit):
            if hit:
                return (*_back(came, here), way.edge)
            if (way.target.number, passed) not in came:
                came[way.target.number, passed] = (here, way.edge)
                ahead.append((way.target, passed))
    return None


def _ways(here: tuple[Position, int], wanted: Shows, bit: int) -> Iterator[tuple[Onward, int, bool]]:
    """Give each way on, how many of the nodes to be passed are behind it, and whether it is what was wanted."""
    position, passed = here
    for way in position.onward:
        if way.edge.bits & bit and not any(one.node in wanted.avoiding for one in way.edge.ways):
            behind, hit = _along(way.edge, wanted, passed)
            yield way, behind, hit and fits(way.edge, wanted)


def fits(edge: Edge, wanted: Shows) -> bool:
    """Whether a call is behind its last edge as it is wanted: in its language, and stopped at the node."""
    waits = edge.target.waits
    stopped = isinstance(waits, End) and waits.how == "fault" and edge.target.node == wanted.node
    return wanted.language in {"", edge.target.call.language} and (wanted.then != "stops" or stopped)


def _along(edge: Edge, wanted: Shows, passed: int) -> tuple[int, bool]:
    """Follow the nodes that one edge passes."""
    hit = False
    for way in edge.ways:
        if passed == len(wanted.through):
            came = way.node == wanted.node if not wanted.on else (way.left, way.on) == (wanted.node, wanted.on)
            hit = hit or came
        elif way.node == wanted.through[passed]:
            passed += 1
    over = edge.move.by == OUTCOME and isinstance(edge.target.waits, End) and edge.source.node == wanted.node
    last = bool(wanted.on) and over and edge.move.steps[0].what == wanted.on and passed == len(wanted.through)
    return passed, hit or last


def _back(came: dict[tuple[int, int], _Found], here: tuple[Position, int]) -> tuple[Edge, ...]:
    edges: list[Edge] = []
    step = came[here[0].number, here[1]]
    while step is not None:
        (before, passed), edge = step
        edges.append(edge)
        step = came[before.number, passed]
    return tuple(reversed(edges))
