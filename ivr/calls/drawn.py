"""What calls cover, for a drawing: which of its nodes and exits they take, and which not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ivr.drawing.picture import COVERED, UNCOVERED, Mark
from ivr.graph import LINE
from ivr.nodes.transfer import CONNECTED

if TYPE_CHECKING:
    import networkx as nx

    from ivr.calls.coverage import Coverage

_ALIKE = {"transfer": CONNECTED, "message": "next"}
"""Edges of a drawing that lead to contacts, and the exits that calls take there."""


class Covered(NamedTuple):
    """What a drawing shows of coverage: `marks` on nodes, and a word for each exit that calls can take.

    An exit is named by its node, by what takes it, and by where it leads (or `again`, `back`).
    """

    marks: Mapping[str, tuple[Mark, ...]]
    exits: Mapping[tuple[str, str, str], str]


def covered(graph: nx.MultiDiGraph[Any], run: Coverage) -> Covered:
    """Say of every node and exit of a flow's graph whether calls take it, on any line and in any language."""
    can = {(one.node, one.on) for one in run.exits} | {(LINE + one.line, "start") for one in run.nodes}
    did = {(one.node, one.on) for one in run.taken} | {(LINE + one.line, "start") for one in run.visited}
    exits: dict[tuple[str, str, str], str] = {}
    for tail, head, said in graph.edges(data=True):
        way = (tail, _ALIKE.get(said["on"], said["on"]))
        if way in can:
            exits[tail, said["on"], said["reserved"] or head] = COVERED if way in did else UNCOVERED
    return Covered(dict(_marks(run, can, did)), exits)


def _marks(
    run: Coverage, can: set[tuple[str, str]], did: set[tuple[str, str]]
) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    met = {stop.node for stop in run.visited}
    for node in sorted({stop.node for stop in run.nodes}):
        possible = sum(one == node for one, _ in can)
        taken = sum(one == node for one, _ in did)
        whole = node in met and taken == possible
        told = f"Calls take {taken} of {possible} exits." if possible else "Calls come here."
        if node not in met:
            told = "No call comes here."
        code = f"{taken}/{possible}" if possible else "1/1" if whole else "0/1"
        yield node, (Mark(code, COVERED if whole else UNCOVERED, told),)
