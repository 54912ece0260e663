"""The places that are farthest from a person, in keys and in seconds."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ivr.explore import witness
from ivr.flow import Flow
from ivr.promise.costs import FEWEST, QUICKEST, along, calls_of, lowest
from ivr.promise.positions import Position
from ivr.witness import Shows, Witness

MOST_KEYS = 3
"""Keys beyond which a person is far away (a choice of this project)."""


class Far(NamedTuple):
    """A place, a time (a set of one), what a person costs from there (keys or seconds), and the others that are far."""

    place: Position
    bit: int
    costs: float
    others: tuple[str, ...]


def farthest(flow: Flow, today: date, most: float, first: str = FEWEST) -> Far | None:
    """Give the place from which a person costs most, if that is more than `most`, at the hour that is worst.

    The nearest of those that cost the same. With `QUICKEST` the cost is seconds, else what the caller does; then places
    that are too many keys away are left out.
    """
    calls = calls_of(flow, today)
    worst: Far | None = None
    far: dict[str, None] = {}
    for alike in calls.alike:
        bit = lowest(alike)
        ways, fewest = calls.ways(bit, first=first), calls.ways(bit, first=FEWEST)
        for place in calls.places(bit):
            way = ways.get(place.number)
            if way is None or way.price[0] <= most:
                continue
            if first == QUICKEST and fewest[place.number].price[0] > MOST_KEYS:
                continue
            far[place.state.node] = None
            if worst is None or way.price[0] > worst.costs:
                worst = Far(place, bit, way.price[0], ())
    if worst is None:
        return None
    return worst._replace(others=tuple(name for name in far if name != worst.place.state.node))


def call_to_a_person(flow: Flow, today: date, far: Far, first: str) -> Witness | Shows:
    """Give the call that comes to a place, and from there to a person by the best way."""
    calls = calls_of(flow, today)
    onward = (edge for _, edge in along(far.place, calls.ways(far.bit, first=first)))
    call = witness(calls.found, (*far.place.path(far.bit), *onward), far.bit)
    return call or Shows(far.place.state.node)


def others_told(far: Far) -> str:
    """Tell how many more nodes are far from a person; nothing where none is."""
    count = len(far.others)
    return f"; it is far from {count} more {'node' if count == 1 else 'nodes'}, too" if count else ""
