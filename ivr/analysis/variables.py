"""The variables of a flow: where they are set, where they are used, and who outside may read them unnamed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from ivr.analysis.cycles import leading_to, reached
from ivr.flow import Flow
from ivr.tree import Mapping as TreeMapping
from ivr.tree import Sequence, Tree

if TYPE_CHECKING:
    from ivr.node import Path
    from ivr.source import Place

_RETURNED: Final = "\0returned"  # no node can have this name
_WORD: Final = re.compile(r"[^\W\d][\w-]*")


def uses(flow: Flow) -> Mapping[str, tuple[Path, ...]]:
    """Give every variable that is used, with the places of its uses from the top, in the order of the file."""
    if "uses" not in flow.memo:
        flow.memo["uses"] = _by_name(_uses(flow))
    found: Mapping[str, tuple[Path, ...]] = flow.memo["uses"]
    return found


def settings(flow: Flow) -> Mapping[str, tuple[Path, ...]]:
    """Give every variable that some node sets, with the places from the top; tests that give values do not count."""
    if "settings" not in flow.memo:
        found = (
            (variable, ("nodes", name, *path))
            for name, node in flow.nodes.items()
            if name not in flow.broken
            for variable, path in node.sets()
        )
        flow.memo["settings"] = _by_name(found)
    by_name: Mapping[str, tuple[Path, ...]] = flow.memo["settings"]
    return by_name


def _by_name(found: Iterator[tuple[str, Path]]) -> dict[str, tuple[Path, ...]]:
    paths: dict[str, list[Path]] = {}
    for name, path in found:
        paths.setdefault(name, []).append(path)
    return {name: tuple(several) for name, several in paths.items()}


def _uses(flow: Flow) -> Iterator[tuple[str, Path]]:
    for path, prompt in flow.prompts():
        if path[0] != "nodes":
            yield from ((name, path) for name in prompt.variables())
    for key, everywhere in flow.keys.items():
        yield from ((name, ("keys", key, "when")) for name in (everywhere.when.variables() if everywhere.when else ()))
    for name, node in flow.nodes.items():
        if name not in flow.broken:
            yield from ((variable, ("nodes", name, *path)) for variable, path in node.reads())
            yield from ((variable, ("nodes", name, "needs")) for variable in node.needs)


def place_of(flow: Flow, path: Path, name: str) -> Place:
    """Give where a variable stands: its item where it is one of a list, its key where it is assigned."""
    value: Tree = flow.tree
    for step in path:
        if isinstance(value, TreeMapping) and step in value:
            value = value[str(step)]
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value):
            value = value[step]
    if isinstance(value, Sequence) and name in value:
        return flow.place(*path, value.index(name))
    return flow.place(*path, key=path[-1] == name)


def words_of_broken_nodes(flow: Flow) -> frozenset[str]:
    """Give every word of the nodes that could not be read whole: any of them may set or use a variable of that name."""
    nodes, words = flow.tree.get("nodes", ""), set[str]()
    ahead = [nodes[name] for name in flow.broken if name in nodes] if isinstance(nodes, TreeMapping) else []
    while ahead:
        here = ahead.pop()
        if isinstance(here, str):
            words.update(_WORD.findall(here))
        elif isinstance(here, TreeMapping):
            words.update(*map(_WORD.findall, here), here)
            ahead.extend(here.values())
        else:
            ahead.extend(here)
    return frozenset(words)


def read_outside(flow: Flow) -> frozenset[str]:
    """Name the nodes from which a call can come to a step that may read any variable, since it does not say which.

    Such are a `lookup` without `pass`, and an `unknown` step. A transfer without `pass` hands nothing on.
    """
    return frozenset(leading_to(_onward(flow), (name for name in flow.nodes if _may_read_anything(flow, name))))


def set_outside(flow: Flow) -> frozenset[str]:
    """Name the nodes to which a call can come from an `unknown` step, which may have set any variable."""
    if "set outside" not in flow.memo:
        graph = _onward(flow)
        behind = (target for name, node in flow.nodes.items() if node.verb == "unknown" for target in graph[name])
        flow.memo["set outside"] = frozenset(reached(graph, behind))
    found: frozenset[str] = flow.memo["set outside"]
    return found


def never_set(flow: Flow) -> Mapping[str, tuple[Path, ...]]:
    """Give every variable that is used and that nothing sets, with the places where it must be empty.

    What is said and tested in the whole flow may be behind an `unknown` step wherever there is one.
    """
    if "never set" not in flow.memo:
        known, excused, outside = settings(flow), words_of_broken_nodes(flow), set_outside(flow)
        found = (
            (name, path)
            for name, paths in uses(flow).items()
            if name not in known and name not in excused
            for path in paths
            if not outside or (path[0] == "nodes" and path[1] not in outside)
        )
        flow.memo["never set"] = _by_name(found)
    by_name: Mapping[str, tuple[Path, ...]] = flow.memo["never set"]
    return by_name


def _onward(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give where a call can go from each node; from a `return` behind any `run`, which is more than it may."""
    graph = {name: flow.successors(name) for name in flow.nodes}
    runs = [name for name, node in flow.nodes.items() if node.verb == "run"]
    behind = (way.to for name in runs for way in flow.exits(name) if way.on != "run" and way.to in flow.nodes)
    graph[_RETURNED] = tuple(dict.fromkeys(behind))
    returns = (name for name, node in flow.nodes.items() if node.verb == "return")
    return graph | dict.fromkeys(returns, (_RETURNED,))


def _may_read_anything(flow: Flow, name: str) -> bool:
    node = flow.nodes[name]
    return node.verb == "unknown" or name in flow.broken or (node.verb == "lookup" and not getattr(node, "pass_", ()))
