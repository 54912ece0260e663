"""Sub-flows that many steps run: each is drawn once, in a frame of its own, and named where it is run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

import networkx as nx

from ivr.drawing.chart import Chart, Edge

RUNS = 2
"""A sub-flow that more steps than this run is drawn apart: its arrows would come from all over the page."""


def _nothing() -> Mapping[str, int]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Apart:
    """What is drawn apart: for each frame its nodes, and where sub-flows begin in it with the number that run them."""

    frames: tuple[frozenset[str], ...] = ()
    entries: Mapping[str, int] = field(default_factory=_nothing)
    frame_of: Mapping[str, int] = field(default_factory=_nothing)

    def parts(self, edge: Edge) -> bool:
        """Say whether an exit leads into a frame or out of one, so that no arrow is drawn for it."""
        return self.frame_of.get(edge.tail) != self.frame_of.get(edge.head)


def runs(edge: Edge) -> bool:
    """Say whether this is the way into a sub-flow, which comes back."""
    return edge.on == "run" and edge.by == "auto"


def apart(chart: Chart) -> Apart:
    """Find what is drawn apart: sub-flows that more than `RUNS` steps run, with those that share nodes with them."""
    runners: dict[str, set[str]] = {}
    for edge in chart.inner_edges():
        if runs(edge) and edge.head != edge.tail:
            runners.setdefault(edge.head, set()).add(edge.tail)
    if not any(len(tails) > RUNS for tails in runners.values()):
        return Apart()
    own = _reached(chart, runners) - _reached(chart, _roots(chart, runners))
    frames = tuple(_framed(chart, frame) for frame in _bodies(chart, own, runners))
    frame_of = {name: number for number, frame in enumerate(frames) for name in frame}
    entries = {name: len(tails) for name, tails in runners.items() if name in frame_of}
    return Apart(frames, MappingProxyType(entries), MappingProxyType(frame_of))


def _reached(chart: Chart, roots: Iterable[str]) -> set[str]:
    """Give what is reached without running anything."""
    found = set(roots)
    waiting = list(found)
    while waiting:
        for edge in chart.exits[waiting.pop()]:
            if edge.head in chart.nodes and edge.head not in found and not edge.reserved and not runs(edge):
                found.add(edge.head)
                waiting.append(edge.head)
    return found


def _roots(chart: Chart, runners: Mapping[str, set[str]]) -> Iterator[str]:
    """Give where a call is when it is in no sub-flow: lines, what nothing leads to, and what runs a sub-flow itself."""
    entered = {edge.head for edge in chart.edges() if edge.head != edge.tail}
    yield from (name for name, node in chart.nodes.items() if node.kind == "line" or name not in entered)
    inside = _reached(chart, runners)
    yield from (name for tails in runners.values() for name in tails if name not in inside)


def _bodies(chart: Chart, own: set[str], runners: Mapping[str, set[str]]) -> Iterator[set[str]]:
    """Give the nodes of each frame: sub-flows that share steps stand in one, in the order of the flow."""
    steps = {name for name in own if chart.nodes[name].shape != "contact"}
    ways: nx.Graph[str] = nx.Graph()
    ways.add_nodes_from(name for name in chart.nodes if name in steps)
    ways.add_edges_from(
        (edge.tail, edge.head)
        for name in chart.nodes
        if name in steps
        for edge in chart.exits[name]
        if edge.head in steps and not edge.reserved and not runs(edge)
    )
    for body in nx.connected_components(ways):
        if any(len(runners.get(name, ())) > RUNS for name in body):
            yield body


def _framed(chart: Chart, body: set[str]) -> frozenset[str]:
    """Add the sub-flows that nobody else runs, and the contacts that nobody else connects to."""
    entering: dict[str, set[str]] = {}
    for edge in chart.inner_edges():
        if not edge.reserved and edge.head != edge.tail:
            entering.setdefault(edge.head, set()).add(edge.tail)
    whole, waiting = set(body), list(body)
    while waiting:
        for edge in chart.exits[waiting.pop()]:
            if edge.head in entering and edge.head not in whole and entering[edge.head] <= whole:
                whole.add(edge.head)
                waiting.append(edge.head)
    return frozenset(whole)
