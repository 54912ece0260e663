"""Which variables a call may come to a node without: what some way there sets and another way does not.

Sets of variables are whole numbers, a bit for each. Nothing takes a value away again, so that a way keeps some of what
is not set yet and a stretch of ways keeps what all of them keep; of a sub-flow that is worked out once for each value
that it can return, however many nodes run it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ivr.analysis.guards import Guarded, guarded_exits
from ivr.analysis.subflow import goes_on
from ivr.analysis.variables import settings, words_of_broken_nodes
from ivr.condition import Condition, compatible
from ivr.flow import Flow
from ivr.node import Exit, Node
from ivr.nodes.ask import Ask
from ivr.nodes.lookup import Lookup
from ivr.nodes.record import Record
from ivr.nodes.run import Run

_GIVES_NOTHING: Final = frozenset({"failed", "failure", "error", "timeout", "unavailable", "down"})
"""The answers of a lookup that bring no values with them."""
_MOST_CONDITIONS: Final = 8
_FURTHEST: Final = 200

Place = tuple[str | None, str]
"""A level (the first node of a sub-flow, or None outside of all) and a node that is passed on it."""


class Unset(NamedTuple):
    """A bit for each variable that the flow sets; and for each node that callers come to, what some come without."""

    bits: Mapping[str, int]
    at: Mapping[str, int]

    def lacks(self, node: str, variable: str) -> bool:
        """Whether some caller comes to a node without a variable."""
        return bool(self.at.get(node, 0) & self.bits.get(variable, 0))


def may_be_unset(flow: Flow) -> Unset:
    """Give the variables that callers may come without to each node.

    Only variables that something in the flow sets are looked at, and no node behind a step of another platform.
    """
    if "may be unset" not in flow.memo:
        flow.memo["may be unset"] = _Search(flow).found()
    found: Unset = flow.memo["may be unset"]
    return found


def where_left_out(flow: Flow, node: str, variable: str) -> tuple[str, Exit] | None:
    """Name a node near before `node` that sets the variable, and its way there that does not; None if none is."""
    ahead, seen = [node], {node}
    for here in ahead:
        if len(seen) > _FURTHEST:
            break
        for name, way in _before(flow).get(here, ()):
            if not may_be_unset(flow).lacks(name, variable) or variable in set_by(flow.nodes[name], way):
                continue
            if any(one == variable for one, _ in flow.nodes[name].sets()):
                return name, way
            if name not in seen:
                seen.add(name)
                ahead.append(name)
    return None


def _before(flow: Flow) -> Mapping[str, list[tuple[str, Exit]]]:
    if "ways before" not in flow.memo:
        before: dict[str, list[tuple[str, Exit]]] = {}
        for name in may_be_unset(flow).at:
            for way in flow.exits(name):
                before.setdefault(way.to, []).append((name, way))
        flow.memo["ways before"] = before
    found: Mapping[str, list[tuple[str, Exit]]] = flow.memo["ways before"]
    return found


def set_by(node: Node, way: Exit) -> Iterable[str]:
    """Name the variables that have been set when a call leaves a node by a way of its own."""
    named = [name for name, _ in node.sets()]
    if isinstance(node, Ask):
        return named if way.path[-1] == "next" else ()
    if isinstance(node, Lookup):
        return () if way.on.lower() in _GIVES_NOTHING else named
    return () if isinstance(node, Record) and way.on == "failed" else named


def needs(conditions: Iterable[Condition]) -> Iterator[str]:
    """Name the variables without which the conditions cannot all hold."""
    asked = list(conditions)[-_MOST_CONDITIONS:]
    for name in dict.fromkeys(name for one in asked for name in one.variables()):
        mine = [one for one in asked if name in one.variables()]
        if compatible(mine, {name: (None,)}) is False:
            yield name


class _Search:
    """The nodes of every level, with what may be unset there; what a sub-flow returns sets off again what waits."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        known = (name for name in settings(flow) if name not in words_of_broken_nodes(flow))
        self.bits = {name: 1 << number for number, name in enumerate(known)}
        self.all = (1 << len(self.bits)) - 1
        self.kept: dict[str, tuple[tuple[Exit, int], ...]] = {}
        self.at: dict[Place, int] = {}
        self.returned: dict[tuple[str, str], int] = {}
        self.waiting: dict[str, dict[Place, None]] = {}
        self.ahead: list[Place] = []

    def found(self) -> Unset:
        """Follow everything; then put the levels together, each by what it is entered with."""
        for line in self.flow.lines.values():
            self._come((None, line.start), self.all)
        while self.ahead:
            self._pass(self.ahead.pop())
        entered = self._entered()
        sums: dict[str, int] = {}
        for (level, name), unset in self.at.items():
            sums[name] = sums.get(name, 0) | (unset & entered.get(level, 0))
        return Unset(self.bits, sums)

    def _come(self, place: Place, unset: int) -> None:
        known = self.at.get(place)
        if place[1] in self.flow.nodes and (known is None or unset & ~known):
            self.at[place] = (known or 0) | unset
            self.ahead.append(place)

    def _pass(self, place: Place) -> None:
        level, name = place
        node, unset = self.flow.nodes[name], self.at[place]
        if isinstance(node, Run) and node.run in self.flow.nodes:
            self.waiting.setdefault(node.run, {})[place] = None
            self._come((node.run, node.run), self.all)
            for (entry, value), kept in list(self.returned.items()):
                if entry == node.run:
                    self._come_back(place, value, kept)
        elif node.verb == "return" and level is not None:
            self._return(level, node.detail, unset)
        else:
            for way, kept in self._ways(name):
                self._come((level, way.to), unset & kept)

    def _return(self, level: str, value: str, unset: int) -> None:
        known = self.returned.get((level, value))
        if known is None or unset & ~known:
            self.returned[level, value] = (known or 0) | unset
            for place in list(self.waiting.get(level, ())):
                self._come_back(place, value, self.returned[level, value])

    def _come_back(self, place: Place, value: str, kept: int) -> None:
        target = goes_on(self.flow, self.flow.nodes[place[1]], value)
        if target is not None:
            self._come((place[0], target), self.at[place] & kept)

    def _ways(self, name: str) -> tuple[tuple[Exit, int], ...]:
        if name not in self.kept:
            self.kept[name] = tuple((way.exit, self._kept(name, way)) for way in guarded_exits(self.flow, name))
        return self.kept[name]

    def _kept(self, name: str, way: Guarded) -> int:
        """Give what stays unset by a way; a step that may set anything leaves nothing of which that can be said."""
        node = self.flow.nodes[name]
        if node.verb == "unknown" or name in self.flow.broken:
            return 0
        gone = 0
        for variable in (*set_by(node, way.exit), *needs(way.conditions)):
            gone |= self.bits.get(variable, 0)
        return self.all & ~gone

    def _entered(self) -> dict[str | None, int]:
        """Give what may be unset as each sub-flow begins; outside of all, everything is as it was found."""
        entered: dict[str | None, int] = {None: self.all}
        ahead: list[str | None] = [None]
        runs: dict[str | None, list[tuple[str, int]]] = {}
        for entry, places in self.waiting.items():
            for place in places:
                runs.setdefault(place[0], []).append((entry, self.at[place]))
        while ahead:
            level = ahead.pop()
            for entry, unset in runs.get(level, ()):
                more = unset & entered[level]
                if entry not in entered or more & ~entered[entry]:
                    entered[entry] = entered.get(entry, 0) | more
                    ahead.append(entry)
        return entered
