"""The call of somebody who never presses anything."""

from __future__ import annotations

from collections import deque
from datetime import date

from ivr.effect import End
from ivr.explore import Edge, witness
from ivr.explore.moves import SILENCE
from ivr.explore.positions import Position
from ivr.flow import Flow
from ivr.promise.costs import acts, calls_of, lowest
from ivr.witness import Shows, Witness


def silent_end(flow: Flow, today: date, name: str, ending: str) -> Witness | Shows | None:
    """Give the shortest call in silence that comes by one node and ends at another while a person can be reached.

    None where there is no such call at any hour.
    """
    calls = calls_of(flow, today)
    for bit in map(lowest, calls.alike):
        ways = calls.ways(bit)
        for root in calls.positions.roots.values():
            path = _silent_path(root, bit, name, ending) if root.number in ways else ()
            if path:
                return witness(calls.found, path, bit) or Shows(name, then="silent")
    return None


def _silent_path(root: Position, bit: int, name: str, ending: str) -> tuple[Edge, ...]:
    """Give the edges from a line's answer to an end; a place is passed once before the node and once behind it."""
    came: dict[tuple[int, bool], tuple[tuple[int, bool], Edge] | None] = {(root.number, False): None}
    ahead = deque([(root, False)])
    while ahead:
        here, passed = ahead.popleft()
        for onward in here.onward:
            edge, target = onward.edge, onward.target
            if not edge.bits & bit or (acts(here) and edge.move.by != SILENCE):
                continue
            key = (target.number, passed or target.state.node == name)
            if key not in came:
                came[key] = (here.number, passed), edge
                if key[1] and isinstance(target.state.waits, End) and target.state.node == ending:
                    return _traced(came, key)
                ahead.append((target, key[1]))
    return ()


def _traced(
    came: dict[tuple[int, bool], tuple[tuple[int, bool], Edge] | None], last: tuple[int, bool]
) -> tuple[Edge, ...]:
    edges: list[Edge] = []
    while (step := came[last]) is not None:
        last, edge = step
        edges.append(edge)
    return tuple(reversed(edges))
