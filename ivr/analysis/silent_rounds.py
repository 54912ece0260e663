"""Rounds that a silent caller makes for ever, each with the rule that tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ivr.analysis.cycles import reached, rounds, within
from ivr.analysis.passive import is_heard, lasting_rounds, listens, same_level
from ivr.analysis.traps import traps
from ivr.analysis.ways import ways
from ivr.flow import Flow
from ivr.nodes.hours import Hours
from ivr.nodes.transfer import Transfer


def unheard_rounds(flow: Flow) -> Iterator[tuple[str, ...]]:
    """Give the rounds in which a call is neither told nor asked anything."""
    graph = same_level(flow)
    yield from lasting_rounds(flow, within(graph, (name for name in graph if not is_heard(flow, name))))


def told_rounds(flow: Flow) -> Iterator[tuple[str, ...]]:
    """Give the rounds in which a caller is told something and never asked."""
    graph = same_level(flow)
    for part in lasting_rounds(flow, within(graph, (name for name in graph if not listens(flow, name)))):
        if any(is_heard(flow, name) for name in part):
            yield part


def asked_rounds(flow: Flow) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give each node that asks silent callers again and again, with its round: there is no other asking in it.

    Where nobody gets out, silent or not, the round is a trap and is left out here.
    """
    shut = {name for part in traps(flow) for name in part}
    graph = same_level(flow)
    for part in rounds(graph):
        asking = [name for name in part if listens(flow, name)]
        inner = within(graph, part)
        until_asked = inner | dict.fromkeys(asking, ())
        for name in (name for name in asking if name not in shut):
            yield from ((name, lasting) for lasting in _through(flow, name, inner, until_asked))


def hours_of(flow: Flow, part: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
    """Give the schedules that keep callers in a round, and whether they do so while they are open."""
    kept: dict[str, bool] = {}
    for name in part:
        node = flow.nodes[name]
        if isinstance(node, Hours):
            states = {way.exit.on for way in ways(flow)[name] if way.to in part}
            kept |= {node.hours: "open" in states} if len(states) == 1 else {}
        elif isinstance(node, Transfer) and node.transfer in flow.contacts:
            kept[flow.contacts[node.transfer].hours] = False
    return tuple((schedule, is_open) for schedule, is_open in kept.items() if schedule in flow.hours)


def _through(
    flow: Flow, name: str, graph: Mapping[str, tuple[str, ...]], until_asked: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, ...]]:
    near = reached(until_asked, graph[name])
    if name in near:
        small = {one: graph[one] if one == name else until_asked[one] for one in near}
        yield from (part for part in lasting_rounds(flow, small) if name in part)
