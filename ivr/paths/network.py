"""What calls can do, as a network: where they wait, what can happen there, and which exits that takes.

Exits are counted by number, so that many of them are one set of bits.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ivr.analysis.cycles import strong_parts
from ivr.explore import Edge, Explored, Taken, exits_along
from ivr.explore.followed import followed
from ivr.explore.moves import WORDS
from ivr.explore.positions import Position


@dataclass(frozen=True, slots=True, eq=False)
class Arc:
    """One thing that happens to a call: it leads from a place to another, at a set of times, and takes exits.

    `number` is its place among what can happen there, `steps` how much the caller does for it, or others.
    """

    number: int
    source: int
    target: int
    takes: int
    bits: int
    steps: int
    edge: Edge


class Network(NamedTuple):
    """What calls on some lines can do.

    `exits` are what they can take, by number; `roots` the places at which they begin, `over` those at which they are
    over; `onward` gives what can happen at each place. `times` are sets of times that no arc tells apart.
    """

    exits: tuple[Taken, ...]
    roots: tuple[int, ...]
    over: frozenset[int]
    onward: tuple[tuple[Arc, ...], ...]
    times: tuple[int, ...]

    @property
    def every(self) -> int:
        """The set of all exits."""
        return (1 << len(self.exits)) - 1


def network_of(found: Explored, lines: Iterable[str], counted: Callable[[Taken], Taken | None]) -> Network:
    """Give the network of some lines; `counted` gives what an exit counts as, or None where it does not count."""
    numbers: dict[Taken, int] = {}
    places: dict[tuple[str, Position], int] = {}
    onward: list[tuple[Arc, ...]] = []
    over: set[int] = set()
    ahead: list[tuple[str, Position]] = []

    def place(line: str, position: Position) -> int:
        if (line, position) not in places:
            places[line, position] = len(places)
            ahead.append((line, position))
        return places[line, position]

    def takes(line: str, edge: Edge) -> int:
        bits = 0
        for taken in exits_along(line, edge):
            exit_ = counted(taken)
            if exit_ is not None:
                bits |= 1 << numbers.setdefault(exit_, len(numbers))
        return bits

    roots = tuple(place(line, followed(found).roots[line]) for line in lines)
    for line, here in ahead:
        source = places[line, here]
        if here.state.call.ended is not None:
            over.add(source)
        onward.append(
            tuple(
                Arc(number, source, place(line, target), takes(line, edge), edge.bits, _effort(edge), edge)
                for number, (edge, target) in enumerate(here.onward)
            )
        )
    return Network(tuple(numbers), roots, frozenset(over), tuple(onward), _alike(onward, found.times.every))


def _effort(edge: Edge) -> int:
    """Count what is done; what is said counts twice, so that keys are pressed wherever that does the same."""
    return len(edge.move.steps) * (2 if edge.move.by == WORDS else 1)


def _alike(onward: list[tuple[Arc, ...]], every: int) -> tuple[int, ...]:
    """Cut all times into sets that no arc tells apart."""
    sets = [every] if every else []
    for bits in dict.fromkeys(arc.bits for arcs in onward for arc in arcs):
        sets = [part for one in sets for part in (one & bits, one & ~bits) if part]
    return tuple(sorted(sets, key=lambda one: one & -one))


class View:
    """A network as it is at one set of times: only what happens then, and only where calls come to.

    `parts` are the places in which a call can go round, those that lead to no other part first; `part` is the number
    of the part of each place.
    """

    def __init__(self, network: Network, times: int) -> None:
        """Look at the network at these times."""
        self.network, self.times = network, times
        self.onward: dict[int, tuple[Arc, ...]] = dict(self._reached())
        self.parts = [
            sorted(part)
            for part in strong_parts({at: [arc.target for arc in arcs] for at, arcs in self.onward.items()})
        ]
        self.part = {at: number for number, part in enumerate(self.parts) for at in part}
        self.within = [self._within(number) for number in range(len(self.parts))]
        self.leaving = [self._leaving(number) for number in range(len(self.parts))]
        self._from: dict[int, dict[int, Arc]] = {}

    def _reached(self) -> Iterator[tuple[int, tuple[Arc, ...]]]:
        ahead = dict.fromkeys(self.network.roots)
        todo = list(ahead)
        for here in todo:
            arcs = tuple(arc for arc in self.network.onward[here] if arc.bits & self.times)
            yield here, arcs
            new = [arc.target for arc in arcs if arc.target not in ahead]
            todo += dict.fromkeys(new)
            ahead.update(dict.fromkeys(new))

    def _within(self, number: int) -> int:
        """Give the exits that a call can take while it goes round in a part."""
        takes = 0
        for at in self.parts[number]:
            for arc in self.onward[at]:
                if self.part[arc.target] == number:
                    takes |= arc.takes
        return takes

    def _leaving(self, number: int) -> tuple[Arc, ...]:
        return tuple(arc for at in self.parts[number] for arc in self.onward[at] if self.part[arc.target] != number)

    def within_part(self, start: int, last: int) -> list[Arc]:
        """Give a shortest way from a place to another one of the same part."""
        if start not in self._from:
            self._from[start] = self._trees(start)
        arcs: list[Arc] = []
        while last != start:
            arcs.append(self._from[start][last])
            last = arcs[-1].source
        return arcs[::-1]

    def _trees(self, start: int) -> dict[int, Arc]:
        """Give the last thing on a shortest way from a place to every other one of its part."""
        part = self.part[start]
        last: dict[int, Arc] = {}
        far = {start: 0}
        ahead = deque([start])
        while ahead:
            here = ahead.popleft()
            for arc in self.onward[here]:
                steps = far[here] + arc.steps
                if self.part[arc.target] == part and steps < far.get(arc.target, steps + 1):
                    far[arc.target], last[arc.target] = steps, arc
                    ahead.append(arc.target)
        return last

    def ahead(self) -> list[int]:
        """Give, for each part, the exits that calls can take from there on."""
        found: list[int] = []
        for number, takes in enumerate(self.within):
            bits = takes
            for arc in self.leaving[number]:
                bits |= arc.takes | found[self.part[arc.target]]
            found.append(bits)
        return found

    def behind(self) -> list[int]:
        """Give, for each part, the exits that calls can have taken when they come to it or go round in it."""
        found = list(self.within)
        for number in range(len(self.parts) - 1, -1, -1):
            for arc in self.leaving[number]:
                found[self.part[arc.target]] |= arc.takes | found[number]
        return found
