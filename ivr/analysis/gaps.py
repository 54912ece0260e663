"""Ways on that are missing where callers come, and the nodes without callers that these are likely to have meant."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator

from ivr.analysis.cycles import Graph, reached, strong_parts, within
from ivr.analysis.ways import forward, may_stop, met
from ivr.flow import Flow
from ivr.node import RESERVED
from ivr.nodes.lookup import Lookup
from ivr.nodes.menu import Menu
from ivr.nodes.transfer import Transfer
from ivr.nodes.unknown import Unknown

MANY = 1000
"""How many ways on may be missing where none is written at all."""
NEAR = 12
"""So many nodes away, in the order of the file, a missing way may have led (a choice of this project)."""
_SPOILS = frozenset({"RD004", "RD005", "RD006", "RD007", "RD008"})


def without_meant(flow: Flow, left: Iterable[str]) -> list[str]:
    """Leave out, of nodes to which no line leads, those that missing ways on may have meant, and what they lead to.

    For each missing way that is the first such node below it in the file, or else the last one above it, if it is not
    far away; endings of calls often stand at the end.
    """
    names = list(left)
    graph = within(forward(flow), names)
    order = {name: number for number, name in enumerate(flow.nodes)}
    heads = sorted(_heads(graph, order), key=order.__getitem__)
    places, meant = [order[head] for head in heads], list[str]()
    for name, number in _gaps(flow) if heads else ():
        for _ in range(min(number, len(heads))):
            at = min(bisect(places, order[name]), len(heads) - 1)
            if abs(places[at] - order[name]) > NEAR and not flow.nodes[heads[at]].terminal:
                break
            meant.append(heads.pop(at))
            del places[at]
    explained = reached(graph, meant)
    return [name for name in names if name not in explained]


def _heads(graph: Graph, order: dict[str, int]) -> Iterator[str]:
    """Give the first node of every part that no other one leads to."""
    part_of = {name: number for number, part in enumerate(strong_parts(graph)) for name in part}
    led_to = {part_of[to] for name, targets in graph.items() for to in targets if part_of[to] != part_of[name]}
    heads: dict[int, str] = {}
    for name in sorted(graph, key=order.__getitem__):
        if part_of[name] not in led_to:
            heads.setdefault(part_of[name], name)
    yield from heads.values()


def _gaps(flow: Flow) -> Iterator[tuple[str, int]]:
    """Give the nodes where callers come and from which ways on are missing, with how many may be missing."""
    for name in flow.nodes:
        number = _missing(flow, name) if name in met(flow) else 0
        if number:
            yield name, number


def _missing(flow: Flow, name: str) -> int:
    node = flow.nodes[name]
    if name in flow.broken:
        return _faults_in(flow, name)
    if isinstance(node, Menu) and not node.options:
        return MANY
    if isinstance(node, Lookup | Unknown) and any(node.missing(flow)):
        return MANY
    if isinstance(node, Transfer):
        return len(list(node.missing(flow)))
    if node.listens:
        return len(list(node.missing(flow)))
    misspelt = any(way.to not in flow.nodes and way.to not in RESERVED for way in flow.exits(name))
    return int(may_stop(flow, name) and not misspelt)


def _faults_in(flow: Flow, name: str) -> int:
    """Count what the reader could not use of a node; MANY where all of its ways may be among it."""
    key, value = flow.place("nodes", name, key=True), flow.place("nodes", name)
    faults = _spoilt(flow)
    first = bisect(faults, (key.file, key.line, key.column - 1))
    last = bisect(faults, (key.file, value.end_line, value.end_column))
    ways = [flow.place("nodes", name, field, key=is_key) for field in _WAYS for is_key in (True, False)]
    whole = {(place.file, place.line, place.column) for place in ways if place != value}
    return MANY if any(fault in whole for fault in faults[first:last]) else last - first


def _spoilt(flow: Flow) -> list[tuple[str, int, int]]:
    """Give where the reader saw something that it could not use, in order."""
    if "spoilt" not in flow.memo:
        places = (report.fault.place for report in flow.faults if report.code in _SPOILS)
        flow.memo["spoilt"] = sorted((place.file, place.line, place.column) for place in places)
    found: list[tuple[str, int, int]] = flow.memo["spoilt"]
    return found


_WAYS = ("options", "outcomes", "exits", "returns", "branch", "split")
