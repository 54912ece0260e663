"""Schedules that are asked one after another, each where the one before is closed: day, else evening, else night."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.analysis.ways import judged
from ivr.analysis.week import Calendar
from ivr.flow import Flow
from ivr.nodes.hours import Hours


class Chain(NamedTuple):
    """Names of `hours` nodes in the order in which they are asked, and their schedules, all of them declared."""

    nodes: tuple[str, ...]
    schedules: tuple[str, ...]


class Part(NamedTuple):
    """A part of an ordinary week in which the same schedules are open all the time, with what is open around it."""

    when: int
    minutes: int
    open: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]


def chains(flow: Flow) -> Iterator[Chain]:
    """Give every chain of two or more schedules that differ, from its first node on."""
    asking = {name: node for name in judged(flow) if isinstance(node := flow.nodes[name], Hours)}
    followers = {node.closed for node in asking.values()}
    for name in asking:
        if name not in followers:
            nodes = _followed(asking, name)
            schedules = tuple(asking[one].hours for one in nodes)
            if len(set(schedules)) == len(schedules) > 1 and flow.hours.keys() >= set(schedules):
                yield Chain(nodes, schedules)


def _followed(asking: dict[str, Hours], first: str) -> tuple[str, ...]:
    found = {first: None}
    here = asking[first].closed
    while here in asking and here not in found:
        found[here] = None
        here = asking[here].closed
    return tuple(found)


def parts(times: Calendar, schedules: tuple[str, ...]) -> tuple[Part, ...]:
    """Cut an ordinary week where one of the schedules opens or closes, and tell of each part what is open around it."""
    cut: list[tuple[int, int, frozenset[str]]] = []
    for bit, stretch in times.week:
        is_open = frozenset(name for name in schedules if times.open(name) & bit)
        minutes = int((stretch.end - stretch.start).total_seconds()) // 60
        if cut and cut[-1][2] == is_open:
            cut[-1] = (cut[-1][0] | bit, cut[-1][1] + minutes, is_open)
        else:
            cut.append((bit, minutes, is_open))
    if len(cut) > 1 and cut[0][2] == cut[-1][2]:
        last = cut.pop()
        cut[0] = (cut[0][0] | last[0], cut[0][1] + last[1], last[2])
    return tuple(Part(*one, cut[number - 1][2], cut[(number + 1) % len(cut)][2]) for number, one in enumerate(cut))
