"""The places that are farthest from a person, in keys and in seconds."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ivr.explore import witness
from ivr.explore.positions import Position
from ivr.flow import Flow
from ivr.promise.costs import FEWEST, QUICKEST, Calls, along, calls_of, lowest
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
    """Give the place from which a person costs most, if that is more than `most` even at the hour that is best.

    The nearest of those that cost the same. With `QUICKEST` the cost is seconds, else what the caller does; then places
    that are too many keys away are left out.
    """
    calls = calls_of(flow, today)
    known = _at_the_best_hour(calls, first)
    if first == QUICKEST:
        keys = _at_the_best_hour(calls, FEWEST)
        known = {number: far for number, far in known.items() if keys[number].costs <= MOST_KEYS}
    over = [far for far in known.values() if far.costs > most]
    if not over:
        return None
    worst = max(over, key=lambda far: far.costs)
    others = dict.fromkeys(far.place.state.node for far in over if far.place.state.node != worst.place.state.node)
    return worst._replace(others=tuple(others))


def _at_the_best_hour(calls: Calls, first: str) -> dict[int, Far]:
    """Give what a person costs from each place, by the number of its position, at the hour at which that is least."""
    found: dict[int, Far] = {}
    for bit in map(lowest, calls.alike if calls.whole else ()):
        ways = calls.ways(bit, first=first)
        for place in calls.places(bit):
            way, known = ways.get(place.number), found.get(place.number)
            if way is not None and (known is None or way.price[0] < known.costs):
                found[place.number] = Far(place, bit, way.price[0], ())
    return dict(sorted(found.items()))


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
