"""What may hold of a call when it comes to a node: facts that arise on its way, are carried on, and end.

A fact is a tuple of words with a meaning for who asks ("this variable holds that entry"). Facts are carried along every
way of the flow, into sub-flows and back to where each was run from, and nowhere else (the method of Reps, Horwitz and
Sagiv, "Precise interprocedural dataflow analysis via graph reachability", 1995). The work grows with the number of
ways, once for every fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from ivr.analysis.cycles import Graph
from ivr.analysis.subflow import goes_on
from ivr.analysis.ways import Way, ways
from ivr.flow import Flow
from ivr.node import Exit, Node
from ivr.nodes.run import Run

Fact: TypeAlias = "tuple[str, ...]"
NOTHING: Fact = ()
"""The fact that holds of every call: from it, others arise."""
Step: TypeAlias = "Callable[[str, Exit | None, Fact], Iterable[Fact]]"
"""Given a node, the way by which a call leaves it (None from a `return`) and a fact, gives the facts behind it.

Asked of `NOTHING`, it gives the facts that arise there. It is not asked where a sub-flow comes back.
"""
_Context: TypeAlias = "tuple[str, Fact] | None"


def arrivals(flow: Flow, step: Step, dialled: Iterable[Fact] = ()) -> Mapping[str, tuple[Fact, ...]]:
    """Give, for every node that lines lead to, the facts that may hold when a call comes there, in order.

    `dialled` are the facts that hold when a line answers.
    """
    return _Carrying(flow, step).follow(tuple(dialled))


def nearest(graph: Graph, starts: Iterable[str]) -> dict[str, str]:
    """Give, for every name behind one of the starts, the one that is nearest; a start counts for what is behind it."""
    found: dict[str, str] = {}
    ahead = [(target, start) for start in starts if start in graph for target in graph[start]]
    for name, start in ahead:
        if name in graph and name not in found:
            found[name] = start
            ahead.extend((target, start) for target in graph[name])
    return found


class _Carrying:
    """One search: which facts come to which nodes, for each way into each sub-flow."""

    def __init__(self, flow: Flow, step: Step) -> None:
        self.flow, self.step = flow, step
        self.ways = ways(flow)
        self.seen: set[tuple[_Context, str, Fact]] = set()
        self.ahead: list[tuple[_Context, str, Fact]] = []
        self.runners: dict[tuple[str, Fact], list[tuple[_Context, str]]] = {}
        self.returned: dict[tuple[str, Fact], dict[tuple[str, Fact], None]] = {}

    def follow(self, dialled: tuple[Fact, ...]) -> Mapping[str, tuple[Fact, ...]]:
        for line in self.flow.lines.values():
            for fact in (NOTHING, *dialled):
                self._come(None, line.start, fact)
        while self.ahead:
            self._pass(*self.ahead.pop())
        found: dict[str, set[Fact]] = {}
        for _, name, fact in self.seen:
            found.setdefault(name, set()).add(fact)
        return {name: tuple(sorted(found[name])) for name in self.flow.nodes if name in found}

    def _come(self, context: _Context, name: str, fact: Fact) -> None:
        if name in self.flow.nodes and (context, name, fact) not in self.seen:
            self.seen.add((context, name, fact))
            self.ahead.append((context, name, fact))

    def _pass(self, context: _Context, name: str, fact: Fact) -> None:
        node = self.flow.nodes[name]
        if isinstance(node, Run):
            for behind in self._behind(name, self._entry(name, node), fact):
                self._enter(context, name, node, behind)
        elif node.verb == "return":
            if context is not None:
                for behind in self._behind(name, None, fact):
                    self._return(context, node.detail, behind)
        else:
            for way in self.ways[name]:
                for behind in self._behind(name, way.exit, fact):
                    self._come(context, way.to, behind)

    def _behind(self, name: str, way: Exit | None, fact: Fact) -> tuple[Fact, ...]:
        carried = tuple(self.step(name, way, fact))
        return (NOTHING, *carried) if fact == NOTHING else carried

    def _entry(self, name: str, node: Run) -> Exit:
        return next(way for way in self.flow.exits(name) if way.to == node.run and way.path[-1] == "run")

    def _enter(self, context: _Context, name: str, node: Run, fact: Fact) -> None:
        inner = (node.run, fact)
        self.runners.setdefault(inner, []).append((context, name))
        self._come(inner, node.run, fact)
        for value, behind in tuple(self.returned.get(inner, ())):
            self._come_back(context, name, value, behind)

    def _return(self, inner: tuple[str, Fact], value: str, fact: Fact) -> None:
        known = self.returned.setdefault(inner, {})
        if (value, fact) not in known:
            known[value, fact] = None
            for context, name in tuple(self.runners[inner]):
                self._come_back(context, name, value, fact)

    def _come_back(self, context: _Context, name: str, value: str, fact: Fact) -> None:
        target = goes_on(self.flow, self.flow.nodes[name], value)
        for to in dict.fromkeys(way.to for way in self.ways[name] if _leads(way, target, self.flow.nodes[name])):
            self._come(context, to, fact)


def _leads(way: Way, target: str | None, node: Node) -> bool:
    """Whether a way is one behind a sub-flow, and to this target as it is written."""
    entry = isinstance(node, Run) and way.exit.path[-1] == "run" and way.exit.on == "run"
    return not entry and way.exit.to == target
