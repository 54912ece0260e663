"""Which exits are written as words inside the box instead of an arrow across the page.

An exit that runs back, a key that works in every menu, and the many ways to one much-used node would cover a drawing
with lines that say little. They become references: `↩ Main menu`, `↻ again`, `← back`, `→ Representative`, and
`↦ Who calls` for a sub-flow that is drawn in a frame of its own.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from types import MappingProxyType

import networkx as nx

from ivr.drawing.apart import RUNS, Apart, runs
from ivr.drawing.chart import Chart, Edge

ARRIVING = 8
"""At most this many arrows come to one box; further ways to it are written."""
FAILING = 3
"""Where more nodes than this fail over to the same node, each says so in words."""
ENDS = "ends"
"""What an exit of an overview has in place of `again` or `back` where the call ends behind it."""


def depths(chart: Chart) -> dict[str, int]:
    """Count the steps to every node from the nearest line; what no line reaches begins at nought again."""
    depth: dict[str, int] = {}
    for root in _roots(chart):
        _spread(chart, root, depth)
    return depth


def _roots(chart: Chart) -> Iterable[tuple[str, ...]]:
    yield tuple(name for name, node in chart.nodes.items() if node.kind == "line")
    entered = {edge.head for edge in chart.edges() if edge.head != edge.tail}
    yield tuple(name for name, node in chart.nodes.items() if name not in entered and node.kind != "contact")
    for name in chart.nodes:
        yield (name,)


def _spread(chart: Chart, roots: tuple[str, ...], depth: dict[str, int]) -> None:
    waiting = deque(name for name in roots if name not in depth)
    depth.update(dict.fromkeys(waiting, 0))
    while waiting:
        name = waiting.popleft()
        for edge in chart.exits[name]:
            if edge.head in chart.nodes and edge.head not in depth and not edge.reserved:
                depth[edge.head] = depth[name] + 1
                waiting.append(edge.head)


def _circles(edges: list[Edge]) -> dict[str, int]:
    """Give every node the number of its group: those that lead to one another."""
    ways: nx.DiGraph[str] = nx.DiGraph()
    ways.add_edges_from((edge.tail, edge.head) for edge in edges)
    groups = nx.strongly_connected_components(ways)
    return {name: number for number, group in enumerate(groups) for name in group}


def _may_be_drawn(edge: Edge) -> bool:
    return not edge.reserved and not edge.everywhere and edge.head != edge.tail


def _forward(chart: Chart, depth: Mapping[str, int], separate: Apart) -> list[Edge]:
    """Leave out what runs back: first towards the line, then across, until no circle is left."""
    edges = [edge for edge in chart.inner_edges() if _may_be_drawn(edge) and not separate.parts(edge)]
    for rise in (-1, 0):
        circle = _circles(edges)
        edges = [
            edge
            for edge in edges
            if circle[edge.head] != circle[edge.tail] or depth[edge.head] - depth[edge.tail] > rise
        ]
    return edges


def references(chart: Chart, separate: Apart | None = None) -> dict[int, str]:
    """Give the words that stand for an exit, by its number, for every exit that no arrow is drawn for."""
    depth = depths(chart)
    drawn = {edge.number for edge in _drawn(chart, _forward(chart, depth, separate or Apart()), depth)}
    circle = _circles([edge for edge in chart.inner_edges() if _may_be_drawn(edge)])
    return {edge.number: reference(chart, edge, circle) for edge in chart.edges() if edge.number not in drawn}


def _drawn(chart: Chart, forward: list[Edge], depth: Mapping[str, int]) -> Iterable[Edge]:
    arriving: dict[str, list[Edge]] = {}
    for edge in forward:
        arriving.setdefault(edge.head, []).append(edge)
    for edges in map(_without_runs, arriving.values()):
        failed = {edge.number for edge in edges if fails(chart, edge)}
        failing = len({edge.tail for edge in edges if edge.number in failed})
        ordered = sorted(edges, key=lambda edge: (edge.number in failed, depth[edge.tail], edge.number))
        keep = ordered[:ARRIVING]
        crowded = failing > FAILING
        yield from keep[:1]
        yield from (edge for edge in keep[1:] if not (crowded and edge.number in failed))


def fails(chart: Chart, edge: Edge) -> bool:
    """Say whether this is the way of a call that went wrong: too many tries, or a contact that did not answer."""
    unanswered = chart.nodes[edge.tail].shape == "transfer" and not edge.connects
    return edge.by == "failure" or (edge.by == "outcome" and unanswered)


def _without_runs(edges: list[Edge]) -> list[Edge]:
    """Leave out the ways into a sub-flow that many steps run, though callers come to it without that as well."""
    running = {edge.tail for edge in edges if runs(edge)}
    return [edge for edge in edges if not runs(edge)] if len(running) > RUNS else edges


def reference(chart: Chart, edge: Edge, circle: Mapping[str, int] = MappingProxyType({})) -> str:
    """Give the words that stand for an exit; `circle` numbers the groups of nodes that lead to one another."""
    if edge.reserved == "back":
        return "← back"
    if edge.reserved == ENDS:
        return "ends the call"
    if edge.head == edge.tail or edge.reserved:
        return "↻ again"
    if runs(edge):
        return f"↦ {chart.labels.get(edge.head, edge.head)}"
    back = edge.tail in circle and circle[edge.tail] == circle.get(edge.head)
    return f"{'↩' if back else '→'} {chart.labels.get(edge.head, edge.head)}"
