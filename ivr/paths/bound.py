"""How many calls are needed at least: as many as there are exits of which no call takes two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ivr.explore import Taken
from ivr.paths.network import Network, View

MOST_COMPARED = 3000
"""Exits up to which the next one is chosen by how many are left beside it, not by how many there were at first."""


def exits_apart(network: Network, views: Iterable[View], exits: int) -> tuple[Taken, ...]:
    """Give exits, of some, of which no call takes two at any time: at least as many calls are needed to take them all.

    It may not be the largest such set, and even then more calls may be needed.
    """
    together = [bits & exits for bits in _together(network, views)]
    return tuple(network.exits[number] for number in _improved(_chosen(together, exits), together, exits))


def _together(network: Network, views: Iterable[View]) -> list[int]:
    """Give, for each exit, those that some call takes as well, itself among them."""
    found = [1 << number for number in range(len(network.exits))]
    for view in views:
        ahead, behind = view.ahead(), view.behind()
        for arcs in view.onward.values():
            for arc in arcs:
                also = arc.takes | ahead[view.part[arc.target]] | behind[view.part[arc.source]]
                for number in numbers(arc.takes):
                    found[number] |= also
    return found


def _chosen(together: list[int], left: int) -> list[int]:
    """Choose exits one by one, those first that go together with the fewest."""
    chosen: list[int] = []
    order = sorted(numbers(left), key=lambda number: together[number].bit_count())
    few = len(order) <= MOST_COMPARED
    while left:
        if few:
            order = [number for number in order if left >> number & 1]
            number = min(order, key=lambda number: ((together[number] & left).bit_count(), number))
        else:
            number = next(number for number in order if left >> number & 1)
        chosen.append(number)
        left &= ~together[number]
    return chosen


def _improved(chosen: list[int], together: list[int], exits: int) -> list[int]:
    """Take one exit out wherever two others can come in for it."""
    kept = sum(1 << number for number in chosen)
    freed: dict[int, list[int]] = {}
    for one in numbers(exits & ~kept):
        against = together[one] & kept
        if against.bit_count() == 1:
            freed.setdefault(against.bit_length() - 1, []).append(one)
    for number, several in sorted(freed.items()):
        rest = kept & ~(1 << number)
        free = [one for one in several if not together[one] & rest]
        pairs = ((one, other) for one in free for other in free if not together[one] >> other & 1)
        one, other = next(pairs, (number, number))
        kept = rest | 1 << one | 1 << other
    return list(numbers(kept))


def numbers(bits: int) -> Iterator[int]:
    """Give the numbers in a set, in order."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
