"""The graph of a flow as a drawing reads it: every attribute there, every word clean, exits in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

import networkx as nx

from ivr.drawing.words import clean, cut, title_words

FAILURES = frozenset({"silence", "wrong", "otherwise"})
PASSING = frozenset({"next", "open", "closed", "then", "run", "start", "transfer", "else"})
KEYS = frozenset("0123456789*#")
STYLES = frozenset({"key", "words", "failure", "outcome", "auto"})
QUIET = frozenset({"next", "start", ""})
"""How a call goes on by itself where there is only one way on: the arrow says enough."""


@dataclass(frozen=True, slots=True)
class Node:
    """One node of the graph, its attributes as text; what it lacks is empty.

    `press` are the keys that the callers of a line press at once.
    """

    id: str
    kind: str
    label: str
    prompt: str = ""
    detail: str = ""
    hours: str = ""
    missing: bool = False
    shape: str = ""
    press: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """One exit: `number` counts the edges of a graph, `on` is what takes it, `everywhere` says that many menus have it.

    `exit` is the number of the exit that it belongs to: its own, or one shared with edges that leave by the same key.
    `contact` says that it leads to a contact, and not to another step.
    """

    number: int
    exit: int
    tail: str
    head: str
    on: str
    label: str
    by: str
    announced: bool = True
    everywhere: bool = False
    reserved: str = ""
    contact: bool = False

    @property
    def connects(self) -> bool:
        """Whether a caller gets through to a contact here; an outcome of that name leads to another step."""
        return self.contact and self.on == "transfer"

    @property
    def quiet(self) -> bool:
        """Whether the arrow says enough without words; an outcome or a phrase may be called as these are."""
        return self.connects or (self.by in {"auto", "key"} and self.on in QUIET)


@dataclass(frozen=True, slots=True)
class Chart:
    """The nodes by name and the exits by the node that they leave, both in the order of the flow.

    `labels` are the titles of all nodes of the flow, also of those that are not drawn but led to.
    """

    nodes: Mapping[str, Node]
    exits: Mapping[str, tuple[Edge, ...]]
    labels: Mapping[str, str]

    def edges(self) -> Iterable[Edge]:
        """Give all exits, node by node."""
        for name in self.nodes:
            yield from self.exits[name]

    def inner_edges(self) -> Iterable[Edge]:
        """Give the exits that lead to a node of this chart."""
        return (edge for edge in self.edges() if edge.head in self.nodes)

    def part(self, keep: Iterable[str]) -> Chart:
        """Give the chart of some of the nodes; exits that lead out of it stay."""
        kept = frozenset(keep)
        nodes = {name: node for name, node in self.nodes.items() if name in kept}
        return chart_of(nodes, {name: self.exits[name] for name in nodes}, self.labels)


def chart_of(
    nodes: Mapping[str, Node], exits: Mapping[str, tuple[Edge, ...]], labels: Mapping[str, str] | None = None
) -> Chart:
    """Make a chart that nobody can change; the titles are those of the nodes, if none are given."""
    titles = labels or {name: node.label for name, node in nodes.items()}
    return Chart(MappingProxyType(dict(nodes)), MappingProxyType(dict(exits)), MappingProxyType(dict(titles)))


def read(graph: nx.MultiDiGraph[Any]) -> Chart:
    """Read a graph; attributes that are missing or odd never stop it."""
    nodes = {str(name): _node(str(name), data) for name, data in graph.nodes(data=True)}
    exits: dict[str, dict[object, Edge]] = {name: {} for name in nodes}
    for number, (tail, head, data) in enumerate(sorted(graph.edges(data=True), key=_order)):
        edge = _edge(number, nodes[str(tail)], nodes[str(head)], data)
        # `back` has an edge to each menu that it may lead to; on paper it is one exit.
        exits[edge.tail].setdefault((edge.on, edge.reserved) if edge.reserved else number, edge)
    menus = [name for name, node in nodes.items() if node.shape == "menu"]
    return chart_of(nodes, {name: tuple(each.values()) for name, each in _lone(exits, menus).items()})


def _order(edge: tuple[object, object, Mapping[str, object]]) -> tuple[bool, bool, int]:
    """Sort exits as their file gives them, what befalls the caller after what is chosen, keys of every menu last."""
    data = edge[2]
    failing = _by(data) == "failure"
    place = data.get("order", data.get("line"))
    return data.get("scope") == "global", failing, place if isinstance(place, int) else 0


def _lone(exits: dict[str, dict[object, Edge]], menus: Iterable[str]) -> dict[str, dict[object, Edge]]:
    """Take a key of every menu for the menu's own where only one menu has it."""
    having = Counter((edge.on, edge.reserved or edge.head) for name in menus for edge in exits[name].values())
    return {
        name: {
            key: replace(edge, everywhere=edge.everywhere and having[edge.on, edge.reserved or edge.head] > 1)
            for key, edge in each.items()
        }
        for name, each in exits.items()
    }


def _word(data: Mapping[str, object], name: str) -> str:
    value = data.get(name)
    return "" if value is None else clean(value)


def _node(name: str, data: Mapping[str, object]) -> Node:
    label = cut(_word(data, "label"), 200)
    if label in {"", name}:
        label = title_words(name)
    missing = bool(data.get("missing"))
    prompt = clean(str(data.get("prompt") or "")[:20_000])
    kind = _word(data, "kind")
    detail, hours = cut(_word(data, "detail"), 400), cut(_word(data, "hours"), 400)
    shape, press = _word(data, "shape") or kind, cut(_word(data, "press"), 40)
    return Node(name, kind, label, prompt, detail, hours, missing, shape, press)


def _edge(number: int, tail: Node, head: Node, data: Mapping[str, object]) -> Edge:
    on = _word(data, "on")
    # What comes after a message comes by itself, however the message turned out.
    by = "auto" if on == "next" and tail.shape == "record" else _by(data)
    return Edge(
        number=number,
        exit=number,
        tail=tail.id,
        head=head.id,
        on=on,
        label=cut(_word(data, "label"), 200),
        by=by,
        announced=data.get("announced") is not False,
        everywhere=data.get("scope") == "global",
        reserved=_word(data, "reserved"),
        contact=head.shape == "contact",
    )


def _by(data: Mapping[str, object]) -> str:
    by = _word(data, "by")
    return by if by in STYLES else _style(_word(data, "on"))


def _style(on: str) -> str:
    if on in FAILURES:
        return "failure"
    if on in PASSING or not on:
        return "auto"
    return "key" if set(on) <= KEYS else "outcome"
