"""The fewest calls, found by trying all that matter: where these are few enough for that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ivr.paths.network import Arc, View
from ivr.paths.route import route
from ivr.paths.walks import Walk

MOST_OUTLINES = 400
"""Outlines of calls, from one part of a network, beyond which not all are tried."""
_MOST_TRIED = 20_000
"""Choices that are tried for one number of calls."""


class Outline(NamedTuple):
    """All calls that go from part to part of a network in one way: the exits that they can take at most."""

    view: View
    takes: int
    root: int
    ways: tuple[Arc, ...]


class Fewest(NamedTuple):
    """A number of calls below which there is no set that takes everything, and outlines of such a set, if found."""

    bound: int
    outlines: tuple[Outline, ...] = ()


def outlines_of(views: Iterable[View]) -> list[Outline] | None:
    """Give every outline that takes something which no better one takes as well; None where there are too many."""
    found: list[Outline] = []
    for view in views:
        several = _outlines(view)
        if several is None:
            return None
        for root in view.network.roots:
            found += [Outline(view, takes, root, ways) for takes, ways in several[view.part[root]]]
    return _best(found) if len(found) <= MOST_OUTLINES * len(view.network.roots) else None


_Ways = tuple[int, tuple[Arc, ...]]


def _outlines(view: View) -> list[list[_Ways]] | None:
    """Give, for each part, what calls can take from there on, each with the ways from part to part."""
    found: list[list[_Ways]] = []
    for number, leaving in enumerate(view.leaving):
        inner = view.within[number]
        onward: list[_Ways] = [
            (inner | arc.takes | takes, (arc, *ways)) for arc in leaving for takes, ways in found[view.part[arc.target]]
        ]
        several = _largest(onward or [(inner, ())])
        if len(several) > MOST_OUTLINES:
            return None
        found.append(several)
    return found


def _largest(several: list[_Ways]) -> list[_Ways]:
    """Leave out what takes nothing that another one does not take, too."""
    kept: list[_Ways] = []
    for takes, ways in sorted(several, key=lambda one: (-one[0].bit_count(), sum(arc.steps for arc in one[1]))):
        if not any(not takes & ~other for other, _ in kept):
            kept.append((takes, ways))
            if len(kept) > MOST_OUTLINES:
                break
    return kept


def _best(several: list[Outline]) -> list[Outline]:
    kept: list[Outline] = []
    for one in sorted(several, key=lambda one: -one.takes.bit_count()):
        if not any(not one.takes & ~other.takes for other in kept):
            kept.append(one)
    return kept


def fewest(outlines: list[Outline], exits: int, bound: int, known: int) -> Fewest:
    """Look for a set of fewer than `known` calls; begins with as many as `bound`, below which there is none."""
    containing = {
        number: [one for one in outlines if one.takes >> number & 1]
        for number in range(exits.bit_length())
        if exits >> number & 1
    }
    for count in range(bound, known):
        search = _Search(containing)
        chosen = search.choose(exits, count)
        if chosen is not None:
            return Fewest(count, tuple(chosen))
        if search.left <= 0:
            return Fewest(count)
    return Fewest(known)


class _Search:
    """Tries sets of outlines, each time for the exit that the fewest of them take."""

    def __init__(self, containing: dict[int, list[Outline]]) -> None:
        self.containing = containing
        self.order = sorted(containing, key=lambda number: len(containing[number]))
        self.together: dict[int, int] = {}
        for number, several in containing.items():
            self.together[number] = 0
            for one in several:
                self.together[number] |= one.takes
        self.left = _MOST_TRIED

    def choose(self, wanted: int, count: int) -> list[Outline] | None:
        """Give at most so many outlines that take all that is wanted; None where that cannot be, or takes too long."""
        if not wanted:
            return []
        self.left -= 1
        if self.left <= 0 or not self._may_do(wanted, count):
            return None
        number = next(number for number in self.order if wanted >> number & 1)
        ranked = sorted(self.containing[number], key=lambda one: -(one.takes & wanted).bit_count())
        for one in ranked:
            further = self.choose(wanted & ~one.takes, count - 1)
            if further is not None:
                return [one, *further]
        return None

    def _may_do(self, wanted: int, count: int) -> bool:
        """Whether there are not more exits wanted, of which no call takes two, than there are calls."""
        for number in self.order:
            if wanted >> number & 1:
                if not count:
                    return False
                count -= 1
                wanted &= ~self.together[number]
        return True


def walks_of(outlines: Iterable[Outline], exits: int, most: int) -> list[Walk]:
    """Make a call of each outline, of at most so many steps; each goes round for what none before it has taken."""
    walks: list[Walk] = []
    wanted = exits
    for one in outlines:
        walks.append(route(one.view, one.root, one.ways, wanted, most))
        wanted &= ~walks[-1].takes
    return walks
