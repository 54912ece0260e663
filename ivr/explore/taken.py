"""Exits as calls take them: on which line, in which language, from which node, and by what."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ivr.collector import collector_paused
from ivr.effect import Came, Effect, End
from ivr.event import Event, Outcome
from ivr.explore.followed import followed
from ivr.explore.moves import OUTCOME
from ivr.explore.positions import Position

if TYPE_CHECKING:
    from ivr.explore.explore import Explored
    from ivr.explore.state import Edge


First = dict[int, list[tuple[int, Position, "Edge"]]]
"""For the number of a position and sets of times: the position and the edge by which calls on one line come first."""


class Taken(NamedTuple):
    """An exit as a call takes it: the line dialled, the language of the call at the `node`, and `on`, what takes it.

    `on` is named as for an exit of the node; `silence` and `wrong` where a menu or question is heard again; and an
    outcome, such as `connected`, where that ends the call.
    """

    line: str
    language: str
    node: str
    on: str


class Stop(NamedTuple):
    """A node as a call comes to it: the line dialled, and the language in which the call goes on there."""

    line: str
    language: str
    node: str


class Way(NamedTuple):
    """How calls on one line take an exit first: the position before, the edge, and the times at which they do.

    `first` gives, for the positions of that line, the edges by which its calls come there first.
    """

    position: Position
    edge: Edge
    bits: int
    first: First

    def path(self, bit: int) -> tuple[Edge, ...]:
        """Give the edges of a shortest call that takes the exit at one time."""
        edges = [self.edge]
        here = self.position
        while here.number in self.first:
            here, edge = next((before, edge) for bits, before, edge in self.first[here.number] if bits & bit)
            edges.append(edge)
        return tuple(reversed(edges))


def exits_taken(line: str, node: str, language: str, effects: Iterable[Effect], event: Event | None) -> Iterator[Taken]:
    """Give the exits that one step of a call takes: it stood at `node`, in `language`, when `event` happened."""
    moved = ended = False
    for effect in effects:
        if isinstance(effect, Came):
            moved = True
            if effect.left:
                yield Taken(line, language, effect.left, effect.on)
            language = effect.language
        ended = ended or isinstance(effect, End)
    if ended and not moved and isinstance(event, Outcome):
        yield Taken(line, language, node, event.name)


def exits_along(line: str, edge: Edge) -> Iterator[Taken]:
    """Give the exits that an edge takes, for a call on `line`."""
    source = edge.source.call
    event = edge.move.events[0] if edge.move.by == OUTCOME else None
    over = edge.target.call.ended
    yield from exits_taken(line, source.node, source.language, (*edge.ways, *([over] if over else [])), event)


class Takeable(NamedTuple):
    """All that calls can take: every exit, nearest first, with the ways of shortest calls, and every node come to.

    A line has the times of its own: each way says at which of them it is a shortest one.
    """

    exits: Mapping[Taken, tuple[Way, ...]]
    nodes: frozenset[Stop]


def exits_takeable(found: Explored) -> Mapping[Taken, tuple[Way, ...]]:
    """Give every exit that calls can take, nearest first, with the ways of shortest calls."""
    return takeable(found).exits


def takeable(found: Explored) -> Takeable:
    """Give all that calls can take; remembered."""
    key = ("takeable", found.times.times)
    if key not in found.flow.memo:
        with collector_paused():
            ways: dict[Taken, dict[int, Way]] = {}
            nodes: set[Stop] = set()
            for line, root in followed(found).roots.items():
                for way in _ways_from(root, found.times.every):
                    _add(ways, line, way)
                    nodes.update(Stop(line, came.language, came.node) for came in way.edge.ways)
            exits = {taken: tuple(several.values()) for taken, several in ways.items()}
            found.flow.memo[key] = Takeable(exits, frozenset(nodes))
    taken: Takeable = found.flow.memo[key]
    return taken


def _add(ways: dict[Taken, dict[int, Way]], line: str, way: Way) -> None:
    for taken in exits_along(line, way.edge):
        several = ways.setdefault(taken, {})
        new = way.bits
        for other in several.values():
            new &= ~other.bits
        if new:
            several[len(several)] = way._replace(bits=new)


def _ways_from(root: Position, every: int) -> Iterator[Way]:
    """Follow every call on one line, nearest first."""
    first: First = {}
    seen = {root.number: every}
    ahead = deque([(root, every)])
    while ahead:
        here, bits = ahead.popleft()
        for edge, target in here.onward:
            held = bits & edge.bits
            if not held:
                continue
            yield Way(here, edge, held, first)
            new = held & ~seen.get(target.number, 0)
            if new:
                seen[target.number] = seen.get(target.number, 0) | new
                first.setdefault(target.number, []).append((new, here, edge))
                ahead.append((target, new))
