"""The call that takes the most of what is wanted, from part to part of a network."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.paths.network import Arc, View


class Plan:
    """For each part, the most that a call can take from there on, and the way on by which it does.

    What is wanted only becomes less: what is remembered is worked out anew only where some of it was taken meanwhile.
    """

    def __init__(self, view: View, wanted: int) -> None:
        """Plan for the exits that are wanted, with parts first that lead to no other part."""
        self.view = view
        self.roots = [root for root in view.network.roots if root in view.part]
        parts = len(view.parts)
        self.most, self.far, self.ends = [0] * parts, [0] * parts, [False] * parts
        self.way: list[Arc | None] = [None] * parts
        for number in range(parts):
            self._choose(number, wanted)

    def _choose(self, number: int, wanted: int) -> None:
        """Find the way on from a part: to the most that is wanted, and among equals to an end, by the fewest steps."""
        inner = self.view.within[number] & wanted
        over = self.view.parts[number][0] in self.view.network.over
        self.most[number], self.way[number], self.far[number], self.ends[number] = inner, None, 0, over
        best = (inner.bit_count() if over else -1, over, 0)
        for arc in self.view.leaving[number]:
            part = self.view.part[arc.target]
            takes = inner | arc.takes & wanted | self.most[part]
            rank = (takes.bit_count(), self.ends[part], -self.far[part] - arc.steps)
            if rank > best:
                best = rank
                self.most[number], self.way[number] = takes, arc
                self.far[number], self.ends[number] = self.far[part] + arc.steps, self.ends[part]

    def renew(self, wanted: int) -> None:
        """Plan anew where less is wanted now."""
        for number, most in enumerate(self.most):
            if most & ~wanted:
                self._choose(number, wanted)

    @property
    def root(self) -> int:
        """Where the call begins that takes the most."""
        return max(self.roots, key=lambda root: self._rank(self.view.part[root]))

    @property
    def gain(self) -> tuple[int, int]:
        """How many wanted exits a call takes at most, and how near its end is, as a number that grows."""
        return self._rank(self.view.part[self.root])

    @property
    def takes(self) -> int:
        """The wanted exits that the call takes."""
        return self.most[self.view.part[self.root]]

    def _rank(self, part: int) -> tuple[int, int]:
        return self.most[part].bit_count(), -self.far[part]

    def ways(self) -> Iterator[Arc]:
        """Give the ways on, from part to part, of the call that takes the most."""
        way = self.way[self.view.part[self.root]]
        while way is not None:
            yield way
            way = self.way[self.view.part[way.target]]
