"""What becomes of a call that nobody answers for: the ways that are taken while the caller presses and says nothing."""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Iterator, Mapping

from ivr.analysis.cycles import Graph, backwards, leading_to, reached, rounds, within
from ivr.analysis.subflow import levels
from ivr.analysis.ways import Way, judged, ways
from ivr.flow import ALWAYS, NEVER, Flow
from ivr.node import Node
from ivr.nodes.hours import Hours
from ivr.nodes.run import Run
from ivr.nodes.transfer import Transfer

_PASSIVE = frozenset({"auto", "failure", "outcome"})
_STATES = {ALWAYS: ("open",), NEVER: ("closed",)}
_MOST_SCHEDULES = 6
"""So many schedules in one round are tried in all mixtures of open and closed."""


def passive_ways(flow: Flow, name: str) -> Iterator[Way]:
    """Give the ways out of a node that are taken without the caller.

    Of a transfer that is only the way of a contact that is closed: everything else depends on who answers. Behind a
    sub-flow a silent caller comes only where the sub-flow comes back by itself.
    """
    node = flow.nodes[name]
    shut = isinstance(node, Run) and node.run not in _coming_back(flow)
    return (way for way in _silent_ways(flow, name) if not shut or _enters(name, way))


def _enters(name: str, way: Way) -> bool:
    return way.exit.path == ("nodes", name, "run")


def _silent_ways(flow: Flow, name: str) -> Iterator[Way]:
    node = flow.nodes[name]
    for way in ways(flow)[name]:
        passes = not isinstance(node, Transfer) or _is_closed_at_times(flow, node, way)
        if way.exit.by in _PASSIVE and passes:
            yield way


def passive(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give, for every node that callers meet and that could be read, where silent callers go from it."""
    if "passive" not in flow.memo:
        flow.memo["passive"] = {
            name: tuple(dict.fromkeys(way.to for way in passive_ways(flow, name))) for name in judged(flow)
        }
    found: Mapping[str, tuple[str, ...]] = flow.memo["passive"]
    return found


def same_level(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give the same without the ways into sub-flows: a round by way of one of those is a sub-flow that runs itself."""
    if "same level" not in flow.memo:
        flow.memo["same level"] = {
            name: tuple(dict.fromkeys(way.to for way in passive_ways(flow, name) if not _enters(name, way)))
            for name in judged(flow)
        }
    found: Mapping[str, tuple[str, ...]] = flow.memo["same level"]
    return found


def listens(flow: Flow, name: str) -> bool:
    """Whether a silent caller who passes this node is waited for, there or in the sub-flow that it runs."""
    node = flow.nodes[name]
    return node.listens or (isinstance(node, Run) and node.run in _before(flow, "listens"))


def is_heard(flow: Flow, name: str) -> bool:
    """Whether a caller who passes this node hears anything, there or in the sub-flow that it runs."""
    node = flow.nodes[name]
    return _speaks(node) or (isinstance(node, Run) and node.run in _before(flow, "speaks"))


def _before(flow: Flow, what: str) -> Mapping[str, None]:
    """Give the nodes from which a silent caller comes to one that listens, or speaks."""
    key = ("before one that", what)
    if key not in flow.memo:
        does = _speaks if what == "speaks" else _waits
        flow.memo[key] = leading_to(passive(flow), (name for name in passive(flow) if does(flow.nodes[name])))
    found: Mapping[str, None] = flow.memo[key]
    return found


def _waits(node: Node) -> bool:
    return node.listens


def _speaks(node: Node) -> bool:
    return node.listens or node.verb == "record" or any(prompt for _, prompt in node.prompts())


def lasting_rounds(flow: Flow, graph: Graph) -> Iterator[tuple[str, ...]]:
    """Give the rounds of a graph of passive ways that nothing ends.

    A branch on a variable that the same round sets may count the rounds, so that no round is followed through it; and
    a round must be possible with every schedule either open or closed.
    """
    for part in rounds(graph):
        uncounted = within(graph, (name for name in part if not _counts(flow, name, part)))
        for inner in rounds(uncounted):
            yield from _at_one_time(flow, within(graph, inner))


def _is_closed_at_times(flow: Flow, node: Transfer, way: Way) -> bool:
    contact = flow.contacts.get(node.transfer)
    for_closed = way.exit.on in {"closed", "failed"} and way.exit.to == node.target("closed")
    return for_closed and contact is not None and contact.hours != ALWAYS


def _coming_back(flow: Flow) -> frozenset[str]:
    """Name the first nodes of the sub-flows out of which a silent caller comes again."""
    if "coming back" not in flow.memo:
        subflows = levels(flow).subflows
        waiting = backwards({first: tuple(_runs(flow, subflow.nodes)) for first, subflow in subflows.items()})
        coming: set[str] = set()
        ahead = list(subflows)
        while ahead:
            first = ahead.pop()
            if first not in coming and _returns(flow, first, subflows[first].nodes, coming):
                coming.add(first)
                ahead.extend(waiting[first])
        flow.memo["coming back"] = frozenset(coming)
    found: frozenset[str] = flow.memo["coming back"]
    return found


def _runs(flow: Flow, names: Iterable[str]) -> set[str]:
    """Name the sub-flows that some nodes run."""
    return {node.run for name in names if isinstance(node := flow.nodes[name], Run)}


def _returns(flow: Flow, first: str, nodes: frozenset[str], coming: Container[str]) -> bool:
    """Whether a silent caller comes from the first node of a sub-flow to a `return`; `coming` are those that do."""
    graph = {name: tuple(_on_the_same_level(flow, name, coming)) for name in nodes if name not in flow.broken}
    return any(flow.nodes[name].verb == "return" for name in reached(graph, (first,)))


def _on_the_same_level(flow: Flow, name: str, coming: Container[str]) -> Iterator[str]:
    node = flow.nodes[name]
    if isinstance(node, Run) and node.run not in coming:
        return
    yield from (way.to for way in _silent_ways(flow, name) if not _enters(name, way))


def _counts(flow: Flow, name: str, part: tuple[str, ...]) -> bool:
    """Whether a node chooses its way by a variable that is set in the same round."""
    read = {
        variable
        for way in ways(flow)[name]
        if way.exit.by == "auto" and way.exit.when
        for variable in way.exit.when.variables()
    }
    return bool(read) and any(variable in read for other in part for variable, _ in flow.nodes[other].sets())


def _at_one_time(flow: Flow, graph: Graph) -> Iterator[tuple[str, ...]]:
    """Give the rounds of a part that are possible with every schedule as it is at one moment."""
    schedules = sorted({node.hours for name in graph if isinstance(node := flow.nodes[name], Hours)})
    if len(schedules) > _MOST_SCHEDULES:
        yield tuple(graph)
        return
    found: dict[tuple[str, ...], None] = {}
    for states in itertools.product(*(_STATES.get(name, ("open", "closed")) for name in schedules)):
        state = dict(zip(schedules, states, strict=True))
        found |= dict.fromkeys(rounds({name: _open_ways(flow, name, graph, state) for name in graph}))
    yield from (part for part in found if not any(set(part) < set(other) for other in found))


def _open_ways(flow: Flow, name: str, graph: Graph, state: Mapping[str, str]) -> tuple[str, ...]:
    node = flow.nodes[name]
    if not isinstance(node, Hours):
        return tuple(graph[name])
    return tuple(way.to for way in ways(flow)[name] if way.exit.on == state[node.hours] and way.to in graph)
