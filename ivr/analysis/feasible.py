"""Which ways some call can take, for all that is known of its variables on the way there.

Each variable is looked at for itself: the values that the flow gives it where it gives all of them, else one value of
each sort that the conditions tell apart. What a call may hold at a node is then a set of bits, one for each variable
and sort. That holds more mixtures than calls do, so that a way which none of them can take is taken by no call.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ivr.analysis.domains import domains
from ivr.analysis.guards import guarded_exits
from ivr.analysis.ways import ways
from ivr.condition import Condition, compatible, samples
from ivr.flow import Flow
from ivr.node import Exit, Node
from ivr.nodes.ask import Ask
from ivr.nodes.run import Run
from ivr.nodes.set import Set

_MOST_SORTS: Final = 64
_MOST_WORLDS: Final = 256
_MOST_CONDITIONS: Final = 12


class Blocked(NamedTuple):
    """A way that no call takes which comes to its node, though the flow leads to that."""

    node: str
    exit: Exit


class _Variable(NamedTuple):
    """The sorts of a variable's values, None for one that is not set, and the bit of the first of them."""

    sorts: tuple[str | None, ...]
    first: int

    def bits(self, numbers: Iterable[int]) -> int:
        return sum(1 << number for number in numbers) << self.first

    @property
    def all(self) -> int:
        return ((1 << len(self.sorts)) - 1) << self.first

    @property
    def is_set(self) -> int:
        return self.bits(number for number, value in enumerate(self.sorts) if value is not None)


class _Step(NamedTuple):
    """What a way does to the bits: each of `asked` has to leave something, then `gone` goes and `given` is added."""

    asked: tuple[int, ...]
    gone: int
    given: int

    def apply(self, held: int) -> int | None:
        """Give what is held behind the way; None where no call can take it."""
        for mask, kept in zip(self.asked[::2], self.asked[1::2], strict=True):
            if held & mask and not held & kept:
                return None
            held &= ~mask | kept
        return (held & ~self.gone) | self.given


def blocked(flow: Flow) -> tuple[Blocked, ...]:
    """Give the ways with conditions that no call takes, of nodes that calls come to; in the order of the file."""
    if "blocked" not in flow.memo:
        search = _Search(flow)
        if search.variables:
            search.follow()
        flow.memo["blocked"] = tuple(search.blocked())
        flow.memo["come to"] = frozenset(search.held)
    found: tuple[Blocked, ...] = flow.memo["blocked"]
    return found


def come_to(flow: Flow) -> frozenset[str]:
    """Name the nodes that some call may come to, for all that is known of variables; none where no condition is."""
    blocked(flow)
    found: frozenset[str] = flow.memo["come to"]
    return found


class _Search:
    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.variables: dict[str, _Variable] = {}
        self.width = 0
        for name, sorts in _sorts(flow).items():
            self.variables[name] = _Variable(sorts, self.width)
            self.width += len(sorts)
        self.held: dict[str, int] = {}
        self.steps: dict[str, tuple[tuple[Exit, str, _Step], ...]] = {}

    def follow(self) -> None:
        unset = 0
        for one in self.variables.values():
            unset |= one.all & ~one.is_set
        ahead = [line.start for line in self.flow.lines.values() if line.start in self.flow.nodes]
        self.held = dict.fromkeys(ahead, unset)
        while ahead:
            name = ahead.pop()
            for _, to, step in self._steps(name):
                more, known = step.apply(self.held[name]), self.held.get(to)
                if more is not None and (known is None or more & ~known):
                    self.held[to] = (known or 0) | more
                    ahead.append(to)

    def blocked(self) -> Iterator[Blocked]:
        for name in self.flow.nodes:
            if name in self.held:
                for way, _, step in self._steps(name):
                    if step.apply(self.held[name]) is None:
                        yield Blocked(name, way)

    def _steps(self, name: str) -> tuple[tuple[Exit, str, _Step], ...]:
        if name not in self.steps:
            asked = {way.path: conditions for way, conditions in guarded_exits(self.flow, name)}
            self.steps[name] = tuple(
                (way, to, self._step(name, way, asked.get(way.path, ()))) for way, to in ways(self.flow)[name]
            )
        return self.steps[name]

    def _step(self, name: str, way: Exit, conditions: tuple[Condition, ...]) -> _Step:
        gone = given = 0
        for variable, more in self._changes(name, self.flow.nodes[name], way):
            if one := self.variables.get(variable):
                gone, given = gone | one.all, given | more
        return _Step(tuple(self._asked(conditions[-_MOST_CONDITIONS:])), gone, given)

    def _asked(self, conditions: Sequence[Condition]) -> Iterator[int]:
        """Give, for each variable that is asked about, its bits and those of them that the conditions allow."""
        for name in dict.fromkeys(name for one in conditions for name in one.variables()):
            if one := self.variables.get(name):
                mine = [condition for condition in conditions if name in condition.variables()]
                yield one.all
                yield one.bits(number for number, value in enumerate(one.sorts) if self._may_hold(mine, name, value))

    def _may_hold(self, conditions: Sequence[Condition], name: str, value: str | None) -> bool:
        others = {other for one in conditions for other in one.variables()} - {name}
        if not others:
            values = {} if value is None else {name: value}
            return all(one.holds(values) for one in conditions)
        known = {other: self.variables[other].sorts for other in others if other in self.variables}
        if len(known) < len(others) or math.prod(map(len, known.values())) > _MOST_WORLDS:
            return True
        given = {other: sorts for other, sorts in known.items() if other in domains(self.flow)}
        return compatible(conditions, {**given, name: (value,)}) is not False

    def _changes(self, name: str, node: Node, way: Exit) -> Iterator[tuple[str, int]]:
        """Give the variables that may have another value behind a way, with what they can be then."""
        if node.verb == "unknown":
            yield from ((variable, one.all) for variable, one in self.variables.items())
        elif isinstance(node, Run):
            if way.on != "run" or way.path[-1] != "run":
                yield from ((one, self._any(one)) for one in self._set_within(node.run))
        elif isinstance(node, Set):
            for variable, source in node.set.items():
                yield variable, self._any(variable) if source.variable else self._value(variable, source.text)
        elif isinstance(node, Ask):
            yield from [(node.into, self._entered(node))] if way.path == ("nodes", name, "next") else []
        else:
            yield from ((variable, self._any(variable)) for variable, _ in node.sets())

    def _any(self, name: str) -> int:
        return self.variables[name].all if name in self.variables else 0

    def _value(self, name: str, text: str) -> int:
        one = self.variables.get(name)
        if one is None:
            return 0
        return one.bits([one.sorts.index(text)]) if text in one.sorts else one.all

    def _entered(self, node: Ask) -> int:
        one = self.variables.get(node.into)
        if one is None:
            return 0
        entries = node.check.entries if node.check and node.check.kind == "one-of" else ()
        found = 0
        for entry in entries:
            found |= self._value(node.into, entry)
        return found or one.is_set

    def _set_within(self, entry: str) -> frozenset[str]:
        key = ("variables set within", entry)
        if key not in self.flow.memo:
            inside = self.flow.reachable_from((entry,))
            names = {name for one in inside for name, _ in self.flow.nodes[one].sets()}
            if any(self.flow.nodes[one].verb == "unknown" for one in inside):
                names.update(self.variables)
            self.flow.memo[key] = frozenset(names)
        found: frozenset[str] = self.flow.memo[key]
        return found


def _sorts(flow: Flow) -> Mapping[str, tuple[str | None, ...]]:
    """Give the sorts of every variable that a condition asks about, if they are few and it stands alone."""
    conditions = list(dict.fromkeys(way.when for name in flow.nodes for way in flow.exits(name) if way.when))
    linked = {name for one in conditions for pair in one.linked() for name in pair}
    found = {**samples(conditions), **domains(flow)}
    asked = dict.fromkeys(name for one in conditions for name in one.variables())
    return {name: found[name] for name in asked if name not in linked and len(found[name]) <= _MOST_SORTS}
