"""Two versions of a flow in one graph, for a drawing: what is new, what is gone, and what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx

from ivr.diff.alike import alike
from ivr.diff.lines import lines_of
from ivr.drawing.picture import CHANGE, GONE, NEW, Mark
from ivr.graph import CONTACT, LINE
from ivr.listening import Listening

if TYPE_CHECKING:
    from ivr.flow import Flow

Way = tuple[str, str, str]
"""An exit: the node that it leaves, what takes it, and where it leads (or `again`, `back`)."""

_BADGES = {NEW: "+ NEW", GONE: "- GONE", CHANGE: "~ CHANGED"}
_TOLD = ("prompt", "detail", "hours", "press", "kind")
"""Attributes of a node of the graph that a drawing tells, besides its title."""
_SAID = ("label", "announced", "when", "language")
"""The same of an exit."""


class Joined(NamedTuple):
    """The graph of both versions: that of the new one, and what only the old one had.

    `marks` say what has become of nodes, `changes` of exits; every node and edge of the graph says it as `change`.
    """

    graph: nx.MultiDiGraph[str]
    marks: Mapping[str, tuple[Mark, ...]]
    changes: Mapping[Way, str]


def joined_graph(old: Flow, new: Flow) -> Joined:
    """Draw two versions together; names of nodes may have changed."""
    graph, before = new.graph(), old.graph()
    names = _names(old, new)
    stays = {name: names[name] for name in before if names.get(name) in graph}
    called = {name: stays.get(name) or _free(name, graph) for name in before}
    marks = dict(_marks(_Both(old, new, before, graph, stays, called)))
    graph.add_nodes_from((called[name], data) for name, data in before.nodes(data=True) if name not in stays)
    changes = _joined_ways(before, graph, called)
    nx.set_node_attributes(graph, {name: several[0].severity for name, several in marks.items()}, "change")
    quiet = {name for name, several in marks.items() if several[0].severity in {NEW, GONE}}
    return Joined(graph, marks, {way: word for way, word in changes.items() if way[0] not in quiet})


def _free(name: str, graph: nx.MultiDiGraph[str]) -> str:
    while name in graph:
        name += " before"
    return name


def _names(old: Flow, new: Flow) -> dict[str, str]:
    """Give the name in the new graph of everything in the old one that is still there."""
    titles = {contact.name: name for name, contact in new.contacts.items() if name not in old.contacts and contact.name}
    contacts = {
        name: name if name in new.contacts else titles[contact.name]
        for name, contact in old.contacts.items()
        if name in new.contacts or contact.name in titles
    }
    return {
        **{LINE + line: LINE + other for line, other in lines_of(old, new).both},
        **{CONTACT + name: CONTACT + other for name, other in contacts.items()},
        **alike(old, new),
    }


class _Both(NamedTuple):
    """Both flows and their graphs; names that stay are paired, and `called` is each old name in the joined graph."""

    old: Flow
    new: Flow
    before: nx.MultiDiGraph[str]
    graph: nx.MultiDiGraph[str]
    stays: Mapping[str, str]
    called: Mapping[str, str]


def _marks(both: _Both) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    kept = set(both.stays.values())
    for name in both.graph:
        if name not in kept:
            yield name, (Mark(_BADGES[NEW], NEW, "The old version does not have it."),)
    for name in both.before:
        if name not in both.stays:
            yield both.called[name], (Mark(_BADGES[GONE], GONE, "The new version does not have it any more."),)
        elif told := "; ".join(_differs(both, name, both.stays[name])):
            yield both.stays[name], (Mark(_BADGES[CHANGE], CHANGE, told),)


def _differs(both: _Both, name: str, other: str) -> Iterator[str]:
    then, now = both.before.nodes[name], both.graph.nodes[other]
    for told in _TOLD:
        if then.get(told, "") != now.get(told, "") and (then.get(told) or now.get(told)):
            yield f"{told}: {then.get(told) or 'nothing'} before"
    if then["kind"] in {"line", "contact"} and then["label"] != now["label"]:
        yield f"{then['label']} before"
    if name in both.old.nodes and other in both.new.nodes:
        yield from _behaves(both.old, both.new, name, other)


def _behaves(old: Flow, new: Flow, name: str, other: str) -> Iterator[str]:
    one, another = old.nodes[name], new.nodes[other]
    said, says = dict(one.prompts()), dict(another.prompts())
    # An option that is new or gone is told of in its row.
    paths = [path for path in {**said, **says} if path[0] != "options" or (path in said and path in says)]
    if any(said.get(path) != says.get(path) for path in paths):
        yield "other words"
    if (one.language, one.flush) != (another.language, another.flush):
        yield "another language, or keys pressed before are treated otherwise"
    if isinstance(one, Listening) and isinstance(another, Listening):
        pairs = (
            ("tries", one.tries_in(old), another.tries_in(new)),
            ("seconds of waiting", one.wait_in(old), another.wait_in(new)),
        )
        yield from (f"{then:g} {words} before" for words, then, now in pairs if then != now)


def _joined_ways(
    before: nx.MultiDiGraph[str], graph: nx.MultiDiGraph[str], called: Mapping[str, str]
) -> dict[Way, str]:
    """Put the exits that are gone into the graph of the new version; say of each exit what has become of it."""
    now = {_way(tail, head, data): data for tail, head, data in graph.edges(data=True)}
    then = {_way(called[tail], called[head], data): data for tail, head, data in before.edges(data=True)}
    gone = [edge for edge in before.edges(data=True) if _way(called[edge[0]], called[edge[1]], edge[2]) not in now]
    changes = {way: word for way, data in now.items() if (word := _word(data, then.get(way)))}
    for tail, head, data in graph.edges(data=True):
        data["change"] = changes.get(_way(tail, head, data), "")
    for tail, head, data in gone:
        graph.add_edge(called[tail], called[head], **data | {"change": GONE})
        changes[_way(called[tail], called[head], data)] = GONE
    return changes


def _way(tail: str, head: str, data: Mapping[str, Any]) -> Way:
    return tail, str(data["on"]), str(data["reserved"] or head)


def _word(data: Mapping[str, Any], then: Mapping[str, Any] | None) -> str:
    if then is None:
        return NEW
    return CHANGE if any(data.get(said) != then.get(said) for said in _SAID) else ""
