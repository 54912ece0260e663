"""The text alternative of a drawing: the flow in sentences, for those who cannot see the picture."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.drawing.chart import Chart, Edge, Node
from ivr.drawing.words import clean, cut, exit_words, key_words

NODES = 60
"""At most this many nodes are told; nobody listens to more."""
PLACES = frozenset({"menu", "ask", "hours", "branch", "split", "lookup", "transfer", "unknown"})


def describe(chart: Chart, title: str) -> str:
    """Say where every line begins, what the keys of every menu do, and which contacts there are."""
    title = cut(clean(title), 200)
    return " ".join(
        [f"The call flow {title}." if title else "A call flow.", *_lines(chart), *_places(chart), *_contacts(chart)]
    )


def _lines(chart: Chart) -> Iterator[str]:
    for node in chart.nodes.values():
        if node.kind == "line":
            leads = " and ".join(chart.labels.get(edge.head, "nowhere") for edge in chart.exits[node.id]) or "nowhere"
            yield f"The line {node.label} begins at {leads}."


def _places(chart: Chart) -> Iterator[str]:
    places = [node for node in chart.nodes.values() if node.kind in PLACES]
    for node in places[:NODES]:
        ways = "; ".join(_way(chart, edge) for edge in chart.exits[node.id] if not edge.everywhere)
        yield f"{_named(node)}: {ways or 'no way out'}."
    if len(places) > NODES:
        yield f"And {len(places) - NODES} more steps."


def _named(node: Node) -> str:
    kind = (node.kind or "step").capitalize()
    return f"{node.label}, which does not exist" if node.missing else f"{kind} {node.label}"


def _way(chart: Chart, edge: Edge) -> str:
    words = exit_words(edge.on, edge.label, edge.by, contact=edge.contact)
    said = " ".join(part for part in (key_words(edge.on) if edge.by == "key" else "", words) if part)
    hidden = "" if edge.announced else " (unannounced)"
    if edge.connects:
        return f"connects to {chart.labels.get(edge.head, edge.head)}"
    leads = {"again": "hears it again", "back": "goes back", "ends": "ends the call"}.get(edge.reserved)
    return f"{said}{hidden} {leads or 'leads to ' + chart.labels.get(edge.head, edge.head)}"


def _contacts(chart: Chart) -> Iterator[str]:
    names = [
        f"{node.label} ({node.hours})" if node.hours else node.label
        for node in chart.nodes.values()
        if node.kind == "contact"
    ]
    if names:
        yield "Contacts: " + "; ".join(names[:NODES]) + "."
