"""The flow as a networkx graph, for drawings and for any algorithm that a user wants to run on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx

from ivr.node import AGAIN, BACK, RESERVED, Exit, Node
from ivr.prompt import Prompt

if TYPE_CHECKING:
    from ivr.flow import Flow

LINE = "line:"
"""Begins the name of a line in the graph, as in `line:1-800-555-0100`."""
CONTACT = "contact:"
"""Begins the name of a contact in the graph, as in `contact:pharmacist`."""


def graph_of(flow: Flow) -> nx.MultiDiGraph[str]:
    """Give the graph of a flow.

    A node of the flow keeps its name; lines are `line:NUMBER`, contacts `contact:NAME`. Every node has `kind`, `label`,
    `prompt`, `detail`, `file` and `line`; a line also has `press`, the keys that its callers press at once. A target
    that does not exist is there too, with `missing` set. Every edge has `on` (the key pressed, or `silence`, `wrong`,
    `otherwise`, `next`, an outcome, ...), `label`, `announced`, `by`, `scope`, `reserved` (`again`, `back` or nothing),
    `order` among the edges that leave its node, `file` and `line`. `back` has an edge to each menu that it may lead to.
    The label of an option that only words choose is those words.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=flow.name or flow.file)
    for number, line in flow.lines.items():
        place = flow.place("lines", number, key=True)
        words = {"label": number, "prompt": "", "detail": line.name, "press": line.press}
        graph.add_node(LINE + number, kind="line", **words, **_at(place))
    for name, node in flow.nodes.items():
        graph.add_node(name, **_node(flow, name, node))
    for name, contact in flow.contacts.items():
        detail = ", ".join(part for part in (contact.channel, contact.number, contact.address) if part)
        place = flow.place("contacts", name, key=True)
        hours = _hours(flow, contact.hours)
        label = contact.name or name
        graph.add_node(CONTACT + name, kind="contact", label=label, prompt="", detail=detail, hours=hours, **_at(place))
    for number, line in flow.lines.items():
        _edge(graph, flow, LINE + number, line.start, on="start", path=("lines", number, "start"), label=line.name)
    for name in flow.nodes:
        _ways_out(graph, flow, name)
    return graph


def _node(flow: Flow, name: str, node: Node) -> dict[str, Any]:
    prompt = next((prompt for path, prompt in node.prompts() if path == (node.verb,)), Prompt())
    return {
        "kind": node.verb,
        "label": node.name or name,
        "prompt": prompt.text(flow.first_language),
        "detail": f"{node.detail}: {_hours(flow, node.detail)}" if node.verb == "hours" else node.detail,
        "shape": node.shape,
        "announce": getattr(node, "announce", ""),
        **_at(flow.place("nodes", name, key=True)),
    }


def _hours(flow: Flow, schedule: str) -> str:
    return flow.hours[schedule].describe() if schedule in flow.hours else schedule


def _at(place: Any) -> dict[str, Any]:  # noqa: ANN401 -- a place, as attributes
    return {"file": place.file, "line": place.line}


def _ways_out(graph: nx.MultiDiGraph[str], flow: Flow, name: str) -> None:
    node = flow.nodes[name]
    for way in flow.exits(name):
        for target in _targets(flow, name, way):
            _edge(
                graph,
                flow,
                name,
                target,
                on=way.on,
                path=way.path,
                label=" or ".join(phrases(flow, name, way)) or way.said,
                announced=way.announced,
                by=way.by,
                scope=way.scope,
                reserved=way.to if way.to in RESERVED else "",
                when=way.when.text if way.when else "",
                language=way.language or "",
            )
    if node.listens:
        for kind in ("silence", "wrong"):
            _edge(graph, flow, name, name, on=kind, path=("nodes", name), by="failure", reserved=AGAIN)
    for on, field in (("transfer", "transfer"), ("message", "to")):
        contact = getattr(node, field, "")
        if contact in flow.contacts:
            _edge(graph, flow, name, CONTACT + contact, on=on, path=("nodes", name, field), by="outcome")


def phrases(flow: Flow, name: str, way: Exit) -> tuple[str, ...]:
    """Give the words that a caller says to leave a node by an option that no key chooses; nothing for other ways."""
    if way.by != "words":
        return ()
    options: Mapping[str, Any] = flow.keys if way.scope == "global" else getattr(flow.nodes[name], "options", {})
    words: tuple[str, ...] = options[way.on].words if way.on in options else ()
    return words


def _targets(flow: Flow, name: str, way: Exit) -> tuple[str, ...]:
    if way.to == AGAIN:
        return (name,)
    if way.to == BACK:
        return flow.menus_before().get(name) or (name,)
    return (way.to,)


def _edge(  # noqa: PLR0913 -- what an edge says
    graph: nx.MultiDiGraph[str],
    flow: Flow,
    start: str,
    target: str,
    *,
    on: str,
    path: tuple[str | int, ...],
    label: str = "",
    announced: bool = True,
    **more: str,
) -> None:
    if target not in graph:
        place = flow.place(*path)
        graph.add_node(
            target, kind="unknown", label=target, prompt="", detail="does not exist", missing=True, **_at(place)
        )
    attributes = {"by": "auto", "scope": "own", "reserved": "", "when": "", "language": ""} | more
    order = graph.out_degree(start)
    written = _at(flow.place(*path))
    graph.add_edge(start, target, on=on, label=label, announced=announced, order=order, **attributes, **written)
