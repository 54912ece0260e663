"""Sub-flows: what each of them passes until it comes back, and with which values it can come back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ivr.flow import Flow
from ivr.node import RESERVED, Go, Node
from ivr.nodes.run import Run


class Subflow(NamedTuple):
    """What runs from one node until it comes back: the nodes of this level, and the values that it can return.

    What a node runs in turn is a level of its own, and none of these nodes.
    """

    nodes: frozenset[str]
    values: frozenset[str]


class Levels(NamedTuple):
    """The nodes that callers pass without being in a sub-flow, and each sub-flow by its first node."""

    top: frozenset[str]
    subflows: Mapping[str, Subflow]


def levels(flow: Flow) -> Levels:
    """Follow the flow level by level: behind a `run`, only the ways of values that the sub-flow can return."""
    if "levels" not in flow.memo:
        search = _Search(flow)
        search.follow()
        subflows = {
            entry: Subflow(frozenset(search.nodes[entry]), frozenset(search.values[entry])) for entry in search.entries
        }
        flow.memo["levels"] = Levels(frozenset(search.nodes[None]), subflows)
    found: Levels = flow.memo["levels"]
    return found


def goes_on(flow: Flow, node: Node, value: str) -> str | None:
    """Give where a node goes on when its sub-flow returns `value`; None where it does not say."""
    move = node.comes_back(flow, value)
    return move.to if isinstance(move, Go) else None


def lost_values(flow: Flow, node: Run) -> tuple[str, ...]:
    """Name the values, in order, that the node's sub-flow can return and for which it says no way on."""
    subflow = levels(flow).subflows.get(node.run)
    return tuple(sorted(value for value in subflow.values if goes_on(flow, node, value) is None)) if subflow else ()


class _Search:
    """The levels as far as they are known; a value that turns up sets off again what waits for it."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.entries = sorted(
            {node.run for node in flow.nodes.values() if isinstance(node, Run) and node.run in flow.nodes}
        )
        self.nodes: dict[str | None, set[str]] = {level: set() for level in (None, *self.entries)}
        self.values: dict[str | None, set[str]] = {level: set() for level in (None, *self.entries)}
        self.waiting: dict[str, list[tuple[str | None, Node]]] = {entry: [] for entry in self.entries}
        self.ahead: list[tuple[str | None, str]] = [(None, line.start) for line in flow.lines.values()]
        self.ahead += [(entry, entry) for entry in self.entries]

    def follow(self) -> None:
        """Follow every way that there is, until nothing new turns up."""
        while self.ahead:
            level, name = self.ahead.pop()
            if name in self.flow.nodes and name not in RESERVED and name not in self.nodes[level]:
                self.nodes[level].add(name)
                self._pass(level, name, self.flow.nodes[name])

    def _pass(self, level: str | None, name: str, node: Node) -> None:
        if isinstance(node, Run):
            if node.run in self.waiting:
                self.waiting[node.run].append((level, node))
                for value in self.values[node.run]:
                    self._come_back(level, node, value)
        elif node.verb == "return":
            self._return(level, node.detail)
        else:
            self.ahead.extend((level, way.to) for way in self.flow.exits(name))

    def _return(self, level: str | None, value: str) -> None:
        if level is not None and value not in self.values[level]:
            self.values[level].add(value)
            for upper, runner in self.waiting[level]:
                self._come_back(upper, runner, value)

    def _come_back(self, level: str | None, runner: Node, value: str) -> None:
        target = goes_on(self.flow, runner, value)
        if target is not None:
            self.ahead.append((level, target))
