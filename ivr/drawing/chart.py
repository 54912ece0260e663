"""The graph of a flow as a drawing reads it: every attribute there, every word clean, exits in their order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import networkx as nx

from ivr.drawing.words import clean, cut, title_words

FAILURES = frozenset({"silence", "wrong", "otherwise"})
PASSING = frozenset({"next", "open", "closed", "then", "run", "start", "transfer", "else"})
KEYS = frozenset("0123456789*#")
STYLES = frozenset({"key", "words", "failure", "outcome", "auto"})


@dataclass(frozen=True, slots=True)
class Node:
    """One node of the graph, its attributes as text; what it lacks is empty."""

    id: str
    kind: str
    label: str
    prompt: str = ""
    detail: str = ""
    hours: str = ""
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """One exit: `number` counts the edges of a graph in their order, `on` is what takes it."""

    number: int
    tail: str
    head: str
    on: str
    label: str
    by: str
    announced: bool = True
    everywhere: bool = False
    reserved: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """The nodes by name and the exits by the node that they leave, both in the order of the flow."""

    nodes: Mapping[str, Node]
    exits: Mapping[str, tuple[Edge, ...]]

    def edges(self) -> Iterable[Edge]:
        """Give all exits, node by node."""
        for name in self.nodes:
            yield from self.exits[name]

    def part(self, keep: Iterable[str]) -> Chart:
        """Give the chart of some of the nodes, with the exits between them."""
        kept = frozenset(keep)
        nodes = {name: node for name, node in self.nodes.items() if name in kept}
        exits = {name: tuple(edge for edge in self.exits[name] if edge.head in kept) for name in nodes}
        return Chart(MappingProxyType(nodes), MappingProxyType(exits))


def read(graph: nx.MultiDiGraph[Any]) -> Chart:
    """Read a graph; attributes that are missing or odd never stop it."""
    nodes = {str(name): _node(str(name), data) for name, data in graph.nodes(data=True)}
    exits: dict[str, list[Edge]] = {name: [] for name in nodes}
    for number, (tail, head, data) in enumerate(graph.edges(data=True)):
        exits[str(tail)].append(_edge(number, str(tail), str(head), data))
    return Chart(MappingProxyType(nodes), MappingProxyType({name: tuple(each) for name, each in exits.items()}))


def _word(data: Mapping[str, object], name: str) -> str:
    value = data.get(name)
    return "" if value is None else clean(value)


def _node(name: str, data: Mapping[str, object]) -> Node:
    label = _word(data, "label") or title_words(name)
    missing = bool(data.get("missing"))
    prompt = clean(str(data.get("prompt") or "")[:20_000])
    kind = _word(data, "kind")
    return Node(name, kind, label, prompt, cut(_word(data, "detail"), 400), cut(_word(data, "hours"), 400), missing)


def _edge(number: int, tail: str, head: str, data: Mapping[str, object]) -> Edge:
    on = _word(data, "on")
    by = _word(data, "by")
    return Edge(
        number=number,
        tail=tail,
        head=head,
        on=on,
        label=_word(data, "label"),
        by=by if by in STYLES else _style(on),
        announced=data.get("announced") is not False,
        everywhere=data.get("scope") == "global",
        reserved=_word(data, "reserved"),
    )


def _style(on: str) -> str:
    if on in FAILURES:
        return "failure"
    if on in PASSING or not on:
        return "auto"
    return "key" if set(on) <= KEYS else "outcome"
