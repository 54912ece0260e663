"""Calls that were found, made with the engine and its real clock, so that each is known to do what it is for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.engine import begin, step
from ivr.explore import Explored, Taken, exits_taken, witness
from ivr.explore.calls import events_of
from ivr.flow import Flow
from ivr.paths.titles import title_of
from ivr.paths.walks import Walk
from ivr.witness import Witness

_MOST_TIMES = 6
"""Times at which a call is tried before it counts as one that cannot be made."""


class Generated(NamedTuple):
    """A call made of the flow: what it is about, in the flow's words, the call, and the exits that it takes."""

    title: str
    call: Witness
    takes: frozenset[Taken]


def made(found: Explored, walk: Walk) -> Generated | None:
    """Make a call, rather while much is open; None where the engine, with its real clock, does not make it then."""
    edges = tuple(arc.edge for arc in walk.arcs)
    times = sorted(found.times.of(walk.all_times), key=lambda time: (-len(time.open), time.number))
    for time in times[:_MOST_TIMES]:
        call = witness(found, edges, time.bit)
        if call is not None:
            return Generated(title_of(found.flow, edges), call, frozenset(taken_by(found.flow, call)))
    return None


def taken_by(flow: Flow, call: Witness) -> Iterator[Taken]:
    """Give the exits that a call takes, by making it again."""
    now, effects = begin(flow, call.line, call.at)
    yield from exits_taken(call.line, "", now.language, effects, None)
    for one in call.steps:
        for event in events_of(one):
            node, language = now.node, now.language
            now, effects = step(flow, now, event)
            yield from exits_taken(call.line, node, language, effects, event)


def named_apart(calls: list[Generated]) -> tuple[Generated, ...]:
    """Tell calls of one title apart: by when they are made, else by a number."""
    several: dict[str, int] = {}
    for call in calls:
        several[call.title] = several.get(call.title, 0) + 1
    seen: dict[str, int] = {}
    named: list[Generated] = []
    for call in calls:
        title = f"{call.title}, on {call.call.when}" if several[call.title] > 1 and call.call.when else call.title
        seen[title] = seen.get(title, 0) + 1
        while seen[title] > 1 and f"{title} ({seen[title]})" in several:
            seen[title] += 1
        named.append(call._replace(title=title if seen[title] == 1 else f"{title} ({seen[title]})"))
    return tuple(named)
