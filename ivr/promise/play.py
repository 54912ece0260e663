"""Calls that show what a promise is worth: how it is kept at the worst, or how everything turns out against it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.explore.moves import SILENCE
from ivr.explore.positions import Onward, Position
from ivr.explore.state import Edge
from ivr.promise.game import Choice, Goal, Rules, Worth, choices

MOST_MOVES = 60
"""Moves after which a call that never gets there has shown enough."""
Known = dict[int, tuple[float, float]]
"""The most keys and seconds from positions, by number."""


def worst_of(start: Position, worth: Worth, known: Known | None = None) -> tuple[float, float]:
    """Give the most keys, and the most seconds, that the chosen ways can take from a position.

    `known` remembers them for other positions of the same `worth`.
    """
    known = {} if known is None else known
    ahead = [start]
    while ahead and start.number not in known:
        here = ahead[-1]
        chosen = worth[here.number][1]
        open_ways = chosen.open if chosen else ()
        missing = [way.target for way in open_ways if way.target.number not in known]
        if missing and here.number not in known:
            ahead += missing
            continue
        ahead.pop()
        known[here.number] = _worst(chosen, known)
    return known[start.number]


def _worst(chosen: Choice | None, known: Known) -> tuple[float, float]:
    if chosen is None:
        return 0.0, 0.0
    further = {id(way): known[way.target.number] for way in chosen.open}
    keys = max(way.edge.move.keys + further.get(id(way), (0.0, 0.0))[0] for way in chosen.ways)
    seconds = max(way.edge.seconds + further.get(id(way), (0.0, 0.0))[1] for way in chosen.ways)
    return keys, seconds


def winning(start: Position, worth: Worth) -> Iterator[Edge]:
    """Give the edges by which the goal is reached at the worst that the caller's best choice can come to."""
    here = start
    while True:
        chosen = worth[here.number][1]
        if chosen is None:
            return
        way = max(chosen.ways, key=lambda way: _sum(way, chosen, worth))
        yield way.edge
        if way not in chosen.open:
            return
        here = way.target


def _sum(way: Onward, chosen: Choice, worth: Worth) -> tuple[float, float]:
    keys, seconds = worst_of(way.target, worth) if way in chosen.open else (0.0, 0.0)
    return way.edge.move.keys + keys, way.edge.seconds + seconds


class Hopes(NamedTuple):
    """What a caller of one kind goes for, and the ways that would lead there if all turned out well."""

    rules: Rules
    goal: Goal
    kindly: Worth


def losing(start: Position, bit: int, hopes: Hopes, worth: Worth) -> Iterator[Edge]:
    """Give the edges of a call that does not reach the goal, though the caller goes for it as well as is possible."""
    here, seen = start, {start.number}
    for _ in range(MOST_MOVES):
        way = _lost(here, bit, hopes, worth)
        if way is None:
            return
        yield way.edge
        here = way.target
        if here.number in seen:
            return
        seen.add(here.number)


def _lost(here: Position, bit: int, hopes: Hopes, worth: Worth) -> Onward | None:
    several = choices(here, bit, hopes.rules, hopes.goal)
    hoped = hopes.kindly.get(here.number)
    wanted = [one for one in several if hoped and hoped[1] and one.ways[0].edge.move is hoped[1].ways[0].edge.move]
    silent = [one for one in several if one.ways[0].edge.move.by == SILENCE]
    for choice in (*wanted, *silent, *several):
        against = [way for way in choice.open if way.target.number not in worth]
        if against:
            return min(against, key=lambda way: way.target.number in hopes.kindly)
    return None
