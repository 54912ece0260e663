"""Callers on hold: rounds by way of a transfer that nobody takes, in which callers are asked nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ivr.analysis.cycles import rounds
from ivr.analysis.passive import is_heard, lasting_rounds
from ivr.analysis.silent_rounds import told_rounds, unheard_rounds
from ivr.analysis.ways import judged, ways
from ivr.flow import Flow

_NOBODY = frozenset({"busy", "no-answer", "failed"})
_WAYS_OUT = frozenset({"branch", "lookup", "split", "unknown"})


class Hold(NamedTuple):
    """A round of callers on hold: its transfer, all its nodes, whether it has a way out, whether they hear anything."""

    transfer: str
    nodes: tuple[str, ...]
    escape: bool
    heard: bool


def holds(flow: Flow) -> Iterator[Hold]:
    """Give the rounds in which callers wait for somebody, without being asked and without leaving a message."""
    told = {name for part in (*told_rounds(flow), *unheard_rounds(flow)) for name in part}
    graph = _waiting(flow)
    lasting = {name for part in lasting_rounds(flow, graph) for name in part}
    for part in rounds(graph):
        transfer = next((name for name in part if flow.nodes[name].verb == "transfer"), None)
        if transfer is not None and told.isdisjoint(part):
            escape = lasting.isdisjoint(part) or any(_leaves(flow, name, part) for name in part)
            heard = any(is_heard(flow, name) for name in part)
            yield Hold(transfer, part, escape, heard)


def _waiting(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    names = [name for name in judged(flow) if not flow.nodes[name].listens and flow.nodes[name].verb != "record"]
    kept = set(names)
    return {
        name: tuple(
            dict.fromkeys(
                way.to
                for way in ways(flow)[name]
                if way.to in kept and (flow.nodes[name].verb != "transfer" or way.exit.on in _NOBODY)
            )
        )
        for name in names
    }


def _leaves(flow: Flow, name: str, part: tuple[str, ...]) -> bool:
    """Whether something that is found out on the way may lead callers out of the round."""
    return flow.nodes[name].verb in _WAYS_OUT and any(way.to not in part for way in ways(flow)[name])
