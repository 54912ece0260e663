"""The game of a promise: the caller chooses keys, everything outside chooses against the caller.

What the caller can be sure of is worked out backwards from the goal, the cheapest first: a choice of the caller is
worth its best way, an answer from outside the worst of its ways (Knuth, "A generalization of Dijkstra's algorithm",
1977).
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ivr.effect import Listen, Transfer
from ivr.explore.moves import SILENCE, WRONG
from ivr.explore.positions import Onward, Position
from ivr.explore.state import Edge

Cost = tuple[float, float]
"""What a way costs: keys and seconds, or seconds and keys; the first counts before the second."""
NOTHING: Cost = (0.0, 0.0)


class Rules(NamedTuple):
    """Who plays: the `caller` (willing, silent, mistaken), whether outcomes are `kind`, and what counts first.

    `menus` are the nodes at which a mistaken caller errs.
    """

    caller: str = "willing"
    kind: bool = False
    keys_first: bool = True
    menus: frozenset[str] = frozenset()


class Goal(NamedTuple):
    """What is to be reached: contacts that are rung, or nodes that are come to."""

    contacts: frozenset[str]
    nodes: frozenset[str]

    def is_at(self, position: Position) -> bool:
        """Whether a call is there: the contact is being rung (so it is open), or the call waits at the node."""
        waits = position.state.waits
        return position.state.node in self.nodes or (isinstance(waits, Transfer) and waits.to in self.contacts)

    def is_on(self, edge: Edge) -> bool:
        """Whether a call comes through a node that is to be reached."""
        return bool(self.nodes) and any(way.node in self.nodes for way in edge.ways)


class Choice(NamedTuple):
    """What one choice may lead to; the worst of it counts. `open` are the ways on which the goal is not met yet."""

    position: Position
    ways: tuple[Onward, ...]
    open: tuple[Onward, ...]


Worth = dict[int, tuple[Cost, Choice | None]]
"""For each position (by number) from which the goal is sure: the cost, and the choice that leads there."""


def solve(positions: Iterable[Position], bit: int, rules: Rules, goal: Goal) -> Worth:
    """Give what the caller can be sure of at one time, for every position from which the goal is sure."""
    waiting: dict[int, list[Choice]] = {}
    left: dict[int, int] = {}
    order = itertools.count()
    heap: list[tuple[Cost, int, int, Choice | None]] = []
    there = [position for position in positions if position.bits & bit]
    heap += [(NOTHING, next(order), position.number, None) for position in there if goal.is_at(position)]
    chosen_from = (position for position in there if not goal.is_at(position))
    for choice in (one for position in chosen_from for one in choices(position, bit, rules, goal)):
        left[id(choice)] = len(choice.open)
        for way in choice.open:
            waiting.setdefault(way.target.number, []).append(choice)
        if not choice.open:
            heap.append((_worst(choice, {}, rules), next(order), choice.position.number, choice))
    heapq.heapify(heap)
    worth: Worth = {}
    while heap:
        cost, _, number, chosen = heapq.heappop(heap)
        if number not in worth:
            worth[number] = (cost, chosen)
            for choice in _settled(waiting.get(number, ()), left):
                if choice.position.number not in worth:
                    heapq.heappush(heap, (_worst(choice, worth, rules), next(order), choice.position.number, choice))
    return worth


def _settled(waiting: Iterable[Choice], left: dict[int, int]) -> Iterator[Choice]:
    """Count down the open ways of choices that waited for one; gives those that wait for none any more."""
    for choice in waiting:
        left[id(choice)] -= 1
        if not left[id(choice)]:
            yield choice


def _worst(choice: Choice, worth: Mapping[int, tuple[Cost, Choice | None]], rules: Rules) -> Cost:
    further = [add(price(way.edge, rules), worth[way.target.number][0]) for way in choice.open]
    met = [price(way.edge, rules) for way in choice.ways if way not in choice.open]
    return max(further + met)


def price(edge: Edge, rules: Rules) -> Cost:
    """Give what one edge costs the caller."""
    keys, seconds = float(edge.move.keys), edge.seconds
    return (keys, seconds) if rules.keys_first else (seconds, keys)


def add(one: Cost, other: Cost) -> Cost:
    """Add two costs."""
    return one[0] + other[0], one[1] + other[1]


def choices(position: Position, bit: int, rules: Rules, goal: Goal) -> list[Choice]:
    """Give what may be chosen at a position: moves of the caller, or one choice of everything that may come."""
    ways = [way for way in position.onward if way.edge.bits & bit]
    if isinstance(position.state.waits, Listen):
        by_move: dict[int, list[Onward]] = {}
        for way in _possible(position, ways, rules):
            by_move.setdefault(id(way.edge.move), []).append(way)
        several = list(by_move.values())
    else:
        several = [[way] for way in ways] if rules.kind or position.state.waits is None else [ways]
    return [_choice(position, tuple(one), goal) for one in several if one]


def _choice(position: Position, ways: tuple[Onward, ...], goal: Goal) -> Choice:
    return Choice(position, ways, tuple(way for way in ways if not goal.is_on(way.edge)))


def _possible(position: Position, ways: list[Onward], rules: Rules) -> list[Onward]:
    """Give what a caller of this kind does: one who is mistaken errs at the first try of every menu."""
    silent = [way for way in ways if way.edge.move.by == SILENCE]
    if rules.caller == "silent":
        return silent
    if rules.caller == "mistaken" and not position.state.call.failures and position.state.node in rules.menus:
        return [way for way in ways if way.edge.move.by == WRONG] or silent
    return ways
