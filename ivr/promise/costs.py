"""What it costs a caller to come to a person: seconds, keys and menus, from every place and at every time.

Counted is the best way: the caller chooses well, and lookups answer as the caller would hope. It is found backwards
from the people, the cheapest place first (Dijkstra, "A note on two problems in connexion with graphs", 1959), once for
all times that nothing on the ways of the flow tells apart.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ivr.analysis.unannounced import unannounced
from ivr.effect import Listen, Transfer
from ivr.explore import Edge, Explored, explored
from ivr.explore.moves import KEY, SILENCE, WRONG
from ivr.explore.positions import Onward, Position, Positions, positions_of
from ivr.nodes.ask import Ask
from ivr.nodes.menu import Menu
from ivr.nodes.transfer import Transfer as Rings

if TYPE_CHECKING:
    from ivr.flow import Flow

Price = tuple[float, float]
"""What counts first, and what decides between ways that are alike in that."""


class Way(NamedTuple):
    """What the best way to a person costs from some place, and its first step; None where the person is rung."""

    price: Price
    onward: Onward | None


Ways = Mapping[int, Way]
"""The best way from each position, by its number; none from where no person can be reached."""

QUICKEST, FEWEST, MENUS = "quickest", "fewest", "menus"
"""What counts first: seconds (then keys); what the caller does (then seconds), which is each key, each wait, each
phrase and each whole entry; or the menus at which the caller chooses (then seconds)."""
WILLING, SILENT, TOLD, OFFERED, UNKNOWN = "willing", "silent", "told", "offered", "unknown"
"""Callers: who presses whatever helps; who never presses anything; who presses only the keys that callers are told of;
who, besides, does not wait at a menu until it gives up; and who has nothing to enter where a node asks."""


@dataclass(frozen=True)
class Calls:
    """All calls of a flow, prepared for asking what they cost.

    `people` are the positions at which a person is rung. `back` gives, for every position by number, where calls come
    there from. `alike` are sets of times at which calls go the same ways.
    """

    found: Explored
    positions: Positions
    people: tuple[Position, ...]
    back: tuple[tuple[tuple[Position, Onward], ...], ...]
    alike: tuple[int, ...]

    @property
    def flow(self) -> Flow:
        """The flow that is called."""
        return self.found.flow

    @property
    def whole(self) -> bool:
        """Whether no call was left out, nor a part of the flow; else nothing can be said to be out of reach."""
        return self.positions.whole and not self.flow.unread

    def ways(self, bit: int, caller: str = WILLING, first: str = QUICKEST) -> Ways:
        """Give the best ways of a kind of caller to a person at one time; remembered."""
        key = ("ways to people", self.found.times.times, bit, caller, first)
        if key not in self.flow.memo:
            hidden = unannounced(self.flow) if caller in {TOLD, OFFERED} else frozenset()
            self.flow.memo[key] = _nearest(self, bit, _Asked(self.flow, caller, first, hidden))
        found: Ways = self.flow.memo[key]
        return found

    def reached(self, line: str, bit: int) -> tuple[Position, ...]:
        """Give the positions that callers of a line can come to at one time, nearest first; remembered."""
        key = ("reached from", self.found.times.times, line, bit)
        if key not in self.flow.memo:
            self.flow.memo[key] = tuple(_reached(self.positions.roots[line], bit))
        found: tuple[Position, ...] = self.flow.memo[key]
        return found

    def lines(self) -> Iterator[tuple[str, Position]]:
        """Give the lines, with the moment before each answers; of those whose calls all go the same ways, the first."""
        seen: set[tuple[tuple[int, int], ...]] = set()
        for line, root in self.positions.roots.items():
            first = tuple((way.target.number, way.edge.bits) for way in root.onward)
            if first not in seen:
                seen.add(first)
                yield line, root

    def places(self, bit: int) -> Iterator[Position]:
        """Give the positions at which the caller may act at one time, in the order in which calls come to them."""
        return (one for one in self.positions.positions if one.bits & bit and acts(one))


def calls_of(flow: Flow, today: date) -> Calls:
    """Explore a flow as on the day `today`, and prepare its calls; remembered."""
    key = ("calls to people", today)
    if key not in flow.memo:
        flow.memo[key] = _prepared(explored(flow, today))
    found: Calls = flow.memo[key]
    return found


def acts(position: Position) -> bool:
    """Whether the call waits there for the caller."""
    return isinstance(position.state.waits, Listen)


def rings(position: Position) -> str:
    """Name whom the call rings there, a contact or a number; empty where it rings nobody."""
    waits = position.state.waits
    return waits.to if isinstance(waits, Transfer) else ""


def along(start: Position, ways: Ways) -> Iterator[tuple[Position, Edge]]:
    """Give the steps of the best way from a position to a person: where the call is, and what happens there."""
    here = start
    while (way := ways[here.number].onward) is not None:
        yield here, way.edge
        here = way.target


def lowest(bits: int) -> int:
    """Give the first time of a set, as a set of one."""
    return bits & -bits


def _prepared(found: Explored) -> Calls:
    positions = positions_of(found)
    people = people_rung(found.flow)
    back: list[list[tuple[Position, Onward]]] = [[] for _ in positions.positions]
    masks: set[int] = set()
    for position in positions.positions:
        for onward in position.onward:
            back[onward.target.number].append((position, onward))
            masks.add(onward.edge.bits)
    rung = (
        one for one in positions.positions if isinstance(one.state.waits, Transfer) and one.state.waits.to in people
    )
    return Calls(found, positions, tuple(rung), tuple(map(tuple, back)), tuple(_alike(found.times.every, masks)))


def people_rung(flow: Flow) -> frozenset[str]:
    """Name whom transfers ring that is a person: contacts that are staffed, and bare telephone numbers."""
    rung = {node.transfer for node in flow.nodes.values() if isinstance(node, Rings)}
    return frozenset(one for one in rung if one not in flow.contacts or flow.contacts[one].person)


def _alike(every: int, masks: Iterable[int]) -> Iterator[int]:
    """Part a set of times so that each of some sets holds a part whole or not at all, in the order of the times."""
    parts = {every} if every else set()
    for mask in masks:
        parts = {part for whole in parts for part in (whole & mask, whole & ~mask) if part}
    return iter(sorted(parts, key=lowest))


def _reached(root: Position, bit: int) -> Iterator[Position]:
    seen = {root.number}
    ahead = [root]
    for here in ahead:
        yield here
        for onward in here.onward:
            if onward.edge.bits & bit and onward.target.number not in seen:
                seen.add(onward.target.number)
                ahead.append(onward.target)


def _nearest(calls: Calls, bit: int, asked: _Asked) -> dict[int, Way]:
    """Find the best way to a person from every position; of ways that cost the same, the one that was found first."""
    order = itertools.count()
    ahead: list[tuple[Price, int, int, Onward | None]] = [
        ((0.0, 0.0), next(order), person.number, None) for person in calls.people if person.bits & bit
    ]
    best: dict[int, Way] = {}
    while ahead:
        cost, _, number, chosen = heapq.heappop(ahead)
        if number in best:
            continue
        best[number] = Way(cost, chosen)
        for before, onward in calls.back[number]:
            if onward.edge.bits & bit and before.number not in best and asked.takes(before, onward.edge):
                own = asked.price(before, onward.edge)
                heapq.heappush(ahead, ((cost[0] + own[0], cost[1] + own[1]), next(order), before.number, onward))
    return best


class _Asked(NamedTuple):
    """Who calls, what counts first, and the keys that nobody is told of, where that matters."""

    flow: Flow
    caller: str
    first: str
    hidden: frozenset[tuple[str, str]]

    def takes(self, before: Position, edge: Edge) -> bool:
        """Whether a caller of this kind goes this way."""
        if self.caller == WILLING or not acts(before):
            return True
        by = edge.move.by
        if self.caller == SILENT:
            return by == SILENCE
        if self.caller == UNKNOWN:
            return by != KEY or not isinstance(self.flow.nodes[before.state.node], Ask)
        if self.caller == OFFERED and by in {SILENCE, WRONG} and isinstance(self.flow.nodes[before.state.node], Menu):
            return False
        return by != KEY or (before.state.node, edge.move.steps[0].what) not in self.hidden

    def price(self, before: Position, edge: Edge) -> Price:
        """Give what one step of a way costs."""
        if self.first == QUICKEST:
            return edge.seconds, float(edge.move.keys)
        if not acts(before):
            return 0.0, edge.seconds
        is_menu = isinstance(self.flow.nodes[before.state.node], Menu)
        if self.first == MENUS:
            return float(is_menu), edge.seconds
        return float(max(1, edge.move.keys) if is_menu else 1), edge.seconds
