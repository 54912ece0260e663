"""The overview of a flow: lines, menus and contacts only, and which key leads from one to the next."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace

from ivr.drawing.chart import Chart, Edge, chart_of
from ivr.drawing.compose import compose
from ivr.drawing.describe import describe
from ivr.drawing.options import Options
from ivr.drawing.picture import Picture
from ivr.drawing.refer import ENDS, fails

KEPT = frozenset({"line", "menu", "contact"})


def overview(chart: Chart, options: Options, pages: Mapping[str, str] | None = None) -> Picture:
    """Make the picture of the lines and the menus, with arrows between them; contacts are named, and stand beside."""
    short = _shortened(chart)
    contacts = short.part(name for name, node in short.nodes.items() if node.shape == "contact")
    menus = compose(short.part(short.nodes.keys() - contacts.nodes.keys()), options, pages)
    beside = compose(contacts, options)
    aside = (*beside.boxes, *beside.aside)
    return replace(menus, description=describe(chart, options.title), aside=aside, aside_title="Contacts")


def _shortened(chart: Chart) -> Chart:
    """Leave out every other step: an exit leads to the menus and contacts that are reached behind it."""
    nodes = {name: replace(node, prompt="") for name, node in chart.nodes.items() if node.shape in KEPT}
    ahead = {name: tuple(edge for edge in exits if not edge.everywhere) for name, exits in chart.exits.items()}
    exits = {name: tuple(_exits(chart, ahead, name)) for name in nodes}
    return _renumbered(chart_of(nodes, exits, chart.labels))


def _exits(chart: Chart, ahead: dict[str, tuple[Edge, ...]], name: str) -> Iterator[Edge]:
    for edge in chart.exits[name]:
        if edge.by == "failure" or edge.connects:
            continue
        if edge.reserved or edge.head not in chart.nodes:
            yield edge
            continue
        heads = _behind(chart, ahead, edge.head)
        yield from (replace(edge, head=head) for head in heads)
        if not heads:
            yield replace(edge, head=name, reserved=ENDS)


def _behind(chart: Chart, ahead: dict[str, tuple[Edge, ...]], start: str) -> tuple[str, ...]:
    """Give the menus and contacts that come first behind a node, itself included."""
    seen, waiting, found = {start}, deque([start]), dict[str, None]()
    while waiting:
        name = waiting.popleft()
        if chart.nodes[name].shape in KEPT:
            found[name] = None
            continue
        for edge in ahead[name]:
            if edge.head in chart.nodes and edge.head not in seen and not edge.reserved and not fails(chart, edge):
                seen.add(edge.head)
                waiting.append(edge.head)
    return tuple(found)


def _renumbered(chart: Chart) -> Chart:
    """Give the edges new numbers, as one exit may have become several."""
    numbers = iter(range(10**9))
    exits = {name: tuple(replace(edge, number=next(numbers)) for edge in each) for name, each in chart.exits.items()}
    return chart_of(chart.nodes, exits, chart.labels)
