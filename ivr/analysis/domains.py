"""The values that a variable can have, where the flow itself gives it every one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ivr.analysis.cycles import reached
from ivr.analysis.variables import settings, words_of_broken_nodes
from ivr.condition import Domains
from ivr.flow import Flow
from ivr.node import Exit, Node
from ivr.nodes.ask import Ask
from ivr.nodes.set import Set


def domains(flow: Flow) -> Domains:
    """Give every value of the variables that only literals and entries `one-of` a list are assigned to.

    None, for a variable that may not be set yet, is among them; a variable of which more is possible is left out.
    """
    if "domains" not in flow.memo:
        unsure = words_of_broken_nodes(flow)
        found = {name: _values(flow, name, {str(path[1]) for path in paths}) for name, paths in settings(flow).items()}
        flow.memo["domains"] = {
            name: (None, *values) for name, values in found.items() if values is not None and name not in unsure
        }
    known: Domains = flow.memo["domains"]
    return known


def domains_at(flow: Flow, node: str, variables: Iterable[str]) -> Domains:
    """Give the values of `variables` at one node; None only where a call can come there without having set it."""
    known = domains(flow)
    return {
        name: known[name] if node in _unset(flow, name) else tuple(value for value in known[name] if value is not None)
        for name in variables
        if name in known
    }


def _values(flow: Flow, name: str, setters: Iterable[str]) -> tuple[str, ...] | None:
    values: set[str] = set()
    for setter in setters:
        more = _assigned(flow.nodes[setter], name)
        if more is None:
            return None
        values.update(more)
    return tuple(sorted(values))


def _assigned(node: Node, name: str) -> tuple[str, ...] | None:
    """Give the values that a node can assign to a variable; None where they are not known."""
    if isinstance(node, Set):
        source = node.set[name]
        return None if source.variable else (source.text,)
    if isinstance(node, Ask) and node.check and node.check.kind == "one-of":
        return node.check.entries
    return None


def _unset(flow: Flow, variable: str) -> Mapping[str, None]:
    """Give the nodes that a call can come to without having set a variable."""
    key = ("unset", variable)
    if key not in flow.memo:
        graph = {name: tuple(_unsetting(flow, name, variable)) for name in flow.nodes}
        flow.memo[key] = reached(graph, (line.start for line in flow.lines.values()))
    found: Mapping[str, None] = flow.memo[key]
    return found


def _unsetting(flow: Flow, name: str, variable: str) -> Iterator[str]:
    node = flow.nodes[name]
    sets = any(one == variable for one, _ in node.sets())
    return (way.to for way in flow.exits(name) if not (sets and _assigns(node, way)))


def _assigns(node: Node, way: Exit) -> bool:
    return isinstance(node, Set) or (isinstance(node, Ask) and way.path[-1] == "next")
