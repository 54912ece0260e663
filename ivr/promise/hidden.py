"""Keys that callers are not told of, and that are the only way to a person from some place."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ivr.analysis.unannounced import unannounced
from ivr.explore.moves import KEY
from ivr.explore.positions import Position
from ivr.flow import Flow
from ivr.promise.costs import TOLD, Calls, acts, along, calls_of, lowest


class OnlyHidden(NamedTuple):
    """A menu whose key nobody is told of, the key, and a place (at a time) from where only it leads to a person."""

    menu: str
    key: str
    place: Position
    bit: int


def only_hidden(flow: Flow, today: date) -> Mapping[tuple[str, str], OnlyHidden]:
    """Give the untold keys that are the only way to a person, by menu (empty for keys of the whole flow) and key."""
    name = ("only hidden", today)
    if name not in flow.memo:
        flow.memo[name] = _only_hidden(flow, today) if unannounced(flow) else {}
    found: Mapping[tuple[str, str], OnlyHidden] = flow.memo[name]
    return found


def _only_hidden(flow: Flow, today: date) -> dict[tuple[str, str], OnlyHidden]:
    calls = calls_of(flow, today)
    found: dict[tuple[str, str], OnlyHidden] = {}
    for one in _places(calls) if calls.whole else ():
        own = one.key in getattr(flow.nodes[one.menu], "options", {})
        found.setdefault((one.menu if own else "", one.key), one)
    return found


def _places(calls: Calls) -> Iterator[OnlyHidden]:
    for alike in calls.alike:
        bit = lowest(alike)
        willing, told = calls.ways(bit), calls.ways(bit, TOLD)
        for position in calls.places(bit) if len(told) < len(willing) else ():
            if position.number in willing and position.number not in told:
                yield from itertools.islice(_hidden_along(calls, position, bit), 1)


def _hidden_along(calls: Calls, start: Position, bit: int) -> Iterator[OnlyHidden]:
    for here, edge in along(start, calls.ways(bit)):
        pressed = edge.move.steps[0].what if acts(here) and edge.move.by == KEY else ""
        if (here.state.node, pressed) in unannounced(calls.flow):
            yield OnlyHidden(here.state.node, pressed, start, bit)
