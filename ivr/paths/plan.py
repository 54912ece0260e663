"""The call that takes the most of what is wanted, from part to part of a network."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heapify, heapreplace

from ivr.paths.network import Arc, View

_Rank = tuple[int, bool, int]
_DEEPEST = 200
"""Parts, one behind the other, up to which only those are planned anew that the best call may come by."""


class Plan:
    """For each part, the most that a call can take from there on, and the way on by which it does.

    What is wanted only becomes less. So what is remembered of a part stays right until some of it has been taken, and
    until then its ways on can only have become worse: those that were worse than the best need not be looked at.
    """

    def __init__(self, view: View, wanted: int) -> None:
        """Plan for the exits that are wanted, with parts first that lead to no other part."""
        self.view, self.wanted = view, wanted
        self.roots = [root for root in view.network.roots if root in view.part]
        parts = len(view.parts)
        self.most, self.far, self.ends, self.depth = [0] * parts, [0] * parts, [False] * parts, [0] * parts
        self.way: list[Arc | None] = [None] * parts
        self.ranked: list[list[tuple[_Rank, int]]] = []
        for number, leaving in enumerate(view.leaving):
            self.depth[number] = 1 + max((self.depth[view.part[arc.target]] for arc in leaving), default=0)
            self.ranked.append([(self._rank_of(number, arc), place) for place, arc in enumerate(leaving)])
            heapify(self.ranked[number])
            self._choose(number)
        self.is_deep = max(self.depth) > _DEEPEST

    def _choose(self, number: int) -> None:
        """Find the way on from a part: to the most that is wanted, and among equals to an end, by the fewest steps."""
        inner = self.view.within[number] & self.wanted
        over = self.view.parts[number][0] in self.view.network.over
        ranked, leaving = self.ranked[number], self.view.leaving[number]
        self.most[number], self.way[number], self.far[number], self.ends[number] = inner, None, 0, over
        while ranked:
            arc = leaving[ranked[0][1]]
            self._renew(self.view.part[arc.target])
            rank = self._rank_of(number, arc)
            if rank == ranked[0][0]:
                part = self.view.part[arc.target]
                self.most[number], self.way[number] = inner | arc.takes & self.wanted | self.most[part], arc
                self.far[number], self.ends[number] = self.far[part] + arc.steps, self.ends[part]
                return
            heapreplace(ranked, (rank, ranked[0][1]))

    def _rank_of(self, number: int, arc: Arc) -> _Rank:
        """Give a number of a way on from a part that is the smaller the more the way takes beyond the part itself."""
        part = self.view.part[arc.target]
        takes = (arc.takes & self.wanted | self.most[part]) & ~self.view.within[number]
        return -takes.bit_count(), not self.ends[part], self.far[part] + arc.steps

    def _renew(self, number: int) -> None:
        if self.most[number] & ~self.wanted:
            self._choose(number)

    def renew(self, wanted: int) -> None:
        """Plan anew where less is wanted now."""
        self.wanted = wanted
        for number in range(len(self.most)) if self.is_deep else (self.view.part[root] for root in self.roots):
            self._renew(number)

    @property
    def root(self) -> int:
        """Where the call begins that takes the most."""
        return max(self.roots, key=lambda root: self._gain(self.view.part[root]))

    @property
    def gain(self) -> tuple[int, int]:
        """How many wanted exits a call takes at most, and how near its end is, as a number that grows."""
        return self._gain(self.view.part[self.root])

    @property
    def takes(self) -> int:
        """The wanted exits that the call takes."""
        return self.most[self.view.part[self.root]]

    def _gain(self, part: int) -> tuple[int, int]:
        return self.most[part].bit_count(), -self.far[part]

    def ways(self) -> Iterator[Arc]:
        """Give the ways on, from part to part, of the call that takes the most."""
        way = self.way[self.view.part[self.root]]
        while way is not None:
            yield way
            way = self.way[self.view.part[way.target]]
