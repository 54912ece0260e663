"""Where callers do not get out again, and where nothing but the end of the call is left for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ivr.analysis.cycles import leading_to, rounds, within
from ivr.analysis.subflow import levels
from ivr.analysis.ways import judged, may_stop, met, targets, ways
from ivr.flow import Flow
from ivr.nodes.run import Run

_HELPS = frozenset({"transfer", "record", "unknown"})


def traps(flow: Flow) -> tuple[tuple[str, ...], ...]:
    """Give the rounds that no call leaves, in the order of the file: no transfer, hang-up or return can be reached.

    A node at which the call may stop since the flow is wrong there is no part of a trap: another rule tells of it.
    """
    if "traps" not in flow.memo:
        graph = targets(flow)
        out = _leading_out(flow, graph)
        shut = within(graph, (name for name in judged(flow) if name not in out))
        flow.memo["traps"] = tuple(part for part in rounds(shut) if _is_closed(shut, part))
    found: tuple[tuple[str, ...], ...] = flow.memo["traps"]
    return found


def only_hangups(flow: Flow) -> Mapping[str, None]:
    """Give the nodes, nearest first, from which all ways end in a hang-up without anybody or anything having helped.

    Help is a transfer, a recording, or a node marked `done`. Where the flow is wrong, help may have been meant.
    """
    if "only hangups" not in flow.memo:
        graph = {name: (*several, *behind_returns(flow).get(name, ())) for name, several in targets(flow).items()}
        helped = leading_to(graph, (name for name in flow.nodes if helps(flow, name)))
        ended = leading_to(graph, (name for name, node in flow.nodes.items() if node.verb == "hangup"))
        flow.memo["only hangups"] = {name: None for name in met(flow) if name in ended and name not in helped}
    found: Mapping[str, None] = flow.memo["only hangups"]
    return found


def entries(flow: Flow) -> tuple[str, ...]:
    """Name the nodes where a caller first acts in each part of the flow that leads only to hang-ups, nearest first."""
    return first_asked(flow, only_hangups(flow))


def first_asked(flow: Flow, region: Collection[str]) -> tuple[str, ...]:
    """Name the nodes of a part of the flow at which a caller acts first, in the order in which the part is given."""
    graph = within(targets(flow), region)
    covered: set[str] = set()
    found = []
    for name in region:
        if flow.nodes[name].listens and name not in covered:
            found.append(name)
            _cover(graph, name, covered)
    return tuple(found)


def _cover(graph: Mapping[str, tuple[str, ...]], name: str, covered: set[str]) -> None:
    covered.add(name)
    ahead = [name]
    while ahead:
        new = {target for target in graph[ahead.pop()] if target not in covered}
        covered |= new
        ahead.extend(new)


def _leading_out(flow: Flow, graph: Mapping[str, tuple[str, ...]]) -> set[str]:
    """Name the nodes from which a call can end, or from which a sub-flow can come back."""
    ends = (
        name
        for name, node in flow.nodes.items()
        if node.verb in {"transfer", "hangup"} or (node.verb != "return" and may_stop(flow, name))
    )
    level = {
        name: tuple(way.to for way in several if way.exit.path != ("nodes", name, "run"))
        for name, several in ways(flow).items()
    }
    returns = (name for name, node in flow.nodes.items() if node.verb == "return")
    return {*leading_to(graph, ends), *leading_to(level, returns)}


def _is_closed(graph: Mapping[str, tuple[str, ...]], part: tuple[str, ...]) -> bool:
    inside = set(part)
    return all(inside.issuperset(graph[name]) for name in part)


def helps(flow: Flow, name: str) -> bool:
    """Whether callers get something here: somebody, a mailbox, what they came for, or what the flow lost."""
    node = flow.nodes[name]
    outside = node.verb == "return" and name in levels(flow).top
    return node.verb in _HELPS or node.done or outside or may_stop(flow, name)


def behind_returns(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give, for every node that returns, where the call goes on in the flows that ran it."""
    if "behind returns" not in flow.memo:
        behind: dict[str, dict[str, None]] = {}
        for name, node in flow.nodes.items():
            subflow = levels(flow).subflows.get(node.run) if isinstance(node, Run) else None
            onward = {way.to: None for way in ways(flow)[name] if way.exit.path != ("nodes", name, "run")}
            for inner in sorted(subflow.nodes if subflow else ()):
                if flow.nodes[inner].verb == "return":
                    behind.setdefault(inner, {}).update(onward)
        flow.memo["behind returns"] = {name: tuple(several) for name, several in behind.items()}
    found: Mapping[str, tuple[str, ...]] = flow.memo["behind returns"]
    return found
