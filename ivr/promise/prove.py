"""Promises proved or refuted: each is held against every call that could be made while it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ivr.documents import Limits, Promise
from ivr.effect import Listen
from ivr.explore import Edge, Explored, Time, explored, witness
from ivr.explore.positions import Position, Positions, positions_of
from ivr.promise.game import Goal, Rules, Worth, solve
from ivr.promise.play import Hopes, Known, losing, winning, worst_of
from ivr.witness import Witness

if TYPE_CHECKING:
    from ivr.flow import Flow

ANYWHERE = "anywhere"
PERSON = "person"
KEPT, REFUTED, UNPROVABLE = "kept", "refuted", "unprovable"


class Start(NamedTuple):
    """Where a promise begins: a position, and the node's name, empty where the line answers.

    Where the node is passed without a stop, `by` is the position before it and the edge that leads past it to the
    position; from the node on that takes `seconds`, and `is_there` says that the goal lies on it.
    """

    position: Position
    node: str = ""
    by: tuple[Position, Edge] | None = None
    seconds: float = 0.0
    is_there: bool = False

    def path(self, bit: int) -> tuple[Edge, ...]:
        """Give the edges of a shortest call that comes here at one time."""
        return self.position.path(bit) if self.by is None else (*self.by[0].path(bit), self.by[1])


class Plan(NamedTuple):
    """What is sure from every position by some order of costs, and what is known already of the worst of it."""

    worth: Worth
    known: Known


class Case(NamedTuple):
    """The promise for one beginning at one time: the most keys and seconds that it can take, None where it fails."""

    start: Start
    time: Time
    keys: int | None = None
    seconds: float | None = None
    plan: Plan | None = None


class Proof(NamedTuple):
    """What became of a promise: `kept` with its worst case, `refuted` with a call, or `unprovable` with the reason.

    `number` is the promise's place in the flow, counted from 0; `timed` says that the flow tells times apart.
    """

    number: int
    promise: Promise
    status: str
    worst: Case | None = None
    call: Witness | None = None
    reason: str = ""
    timed: bool = False

    @property
    def start(self) -> str:
        """Where the worst case, or the failure, begins: a node in quotes, empty where the line answers."""
        node = self.worst.start.node if self.worst else ""
        return f"'{node}'" if node else ""


def proofs(flow: Flow, today: date) -> tuple[Proof, ...]:
    """Prove or refute every promise of a flow, as on the day `today`; remembered."""
    key = ("proofs", today)
    if key not in flow.memo:
        found = explored(flow, today) if flow.promises else None
        flow.memo[key] = tuple(
            _Trial(found, number, promise).proof() for number, promise in enumerate(flow.promises) if found
        )
    proved: tuple[Proof, ...] = flow.memo[key]
    return proved


class _Trial:
    """One promise, held against the calls of a flow."""

    def __init__(self, found: Explored, number: int, promise: Promise) -> None:
        self.found, self.number, self.promise = found, number, promise
        self.limits = promise.within or Limits()
        menus = frozenset(name for name, node in found.flow.nodes.items() if node.verb == "menu")
        self.rules = Rules(promise.caller, kind=promise.outcomes == "kind", menus=menus)
        self.goal = _goal(found.flow, promise.reach)
        self.positions: Positions = positions_of(found)

    def proof(self) -> Proof:
        """Say what becomes of the promise."""
        if self.promise.from_ and all(name in self.found.flow.contacts for name in self.promise.from_):
            return self._of_contacts()
        if not self.positions.whole:
            reason = self.found.unexplored or "its sub-flows run themselves, or one another in too many ways"
            return self._proof(UNPROVABLE, reason=reason)
        bits = self.found.times.during(self.promise.during)
        if not bits:
            return self._proof(UNPROVABLE, reason=f"'{self.promise.during}' is never open")
        worst: Case | None = None
        for time in self.found.times.of(bits):
            case = self._at(time)
            if case is None:
                continue
            if case.keys is None or self._is_over(case):
                doubt = self._doubt(case)
                return self._proof(UNPROVABLE, reason=doubt) if doubt else self._refuted(case)
            worst = case if worst is None or _cost(case) > _cost(worst) else worst
        if worst is None:
            names = ", ".join(f"'{name}'" for name in self.promise.from_)
            return self._proof(UNPROVABLE, reason=f"no call comes to {names} while it holds")
        return self._proof(KEPT, worst)

    def _doubt(self, case: Case) -> str:
        """Say why a promise that seems to fail may be kept all the same; empty where it fails."""
        flow = self.found.flow
        if flow.unread or not flow.broken.isdisjoint(flow.reachable()):
            return "a part of the flow could not be read"
        if case.keys is None or self.limits.keys is None or self.limits.seconds is None:
            return ""
        cases = [self._best(case.start, case.time, [plan]) for plan in self._plans(case.time)]
        few = any(one.keys is not None and one.keys <= self.limits.keys for one in cases)
        quick = any(one.seconds is not None and one.seconds <= self.limits.seconds for one in cases)
        return "each of its limits can be kept, but no way was found that keeps both" if few and quick else ""

    def _of_contacts(self) -> Proof:
        """Hold a promise that begins at contacts, whom people reach without a call, against the hours of these."""
        bits = self.found.times.during(self.promise.during)
        named = [name for name in self.promise.from_ if name in self.goal.contacts]
        there = 0
        for name in named:
            there |= self.found.times.during(self.found.flow.contacts[name].hours)
        shut = next(self.found.times.of(bits & ~there), None)
        if shut is None:
            return self._proof(KEPT)
        names = " and ".join(f"'{name}'" for name in self.promise.from_)
        return self._proof(REFUTED, reason=f"on {shut.at:%A %H:%M} {names} cannot be reached")

    def _proof(self, status: str, worst: Case | None = None, call: Witness | None = None, reason: str = "") -> Proof:
        shown = None if worst is None else worst._replace(plan=None)
        return Proof(self.number, self.promise, status, shown, call, reason, len(self.found.times.times) > 1)

    def _at(self, time: Time) -> Case | None:
        """Give the worst case at one time, or the nearest beginning from which the promise fails."""
        plans = self._plans(time)
        worst: Case | None = None
        for start in self._starts(time.bit):
            case = self._best(start, time, plans)
            if case.keys is None or self._is_over(case):
                return case
            worst = case if worst is None or _cost(case) > _cost(worst) else worst
        return worst

    def _plans(self, time: Time) -> tuple[Plan, ...]:
        """Give the quickest ways at a time and, where keys are limited, those of the fewest keys."""
        orders = (False,) if self.limits.keys is None else (False, True)
        return tuple(Plan(self._solve(time, self.rules._replace(keys_first=first)), {}) for first in orders)

    def _best(self, start: Start, time: Time, plans: Iterable[Plan]) -> Case:
        """Give what is sure from a beginning by the first plan that keeps the limits, else by the last."""
        if start.is_there:
            return Case(start, time, 0, start.seconds)
        case = Case(start, time)
        for plan in plans:
            if start.position.number in plan.worth:
                keys, seconds = worst_of(start.position, plan.worth, plan.known)
                case = Case(start, time, int(keys), start.seconds + seconds, plan)
                if not self._is_over(case):
                    return case
        return case

    def _solve(self, time: Time, rules: Rules) -> Worth:
        return solve(self.positions.positions, time.bit, rules, self.goal)

    def _is_over(self, case: Case) -> bool:
        keys, seconds = self.limits.keys, self.limits.seconds
        too_many = keys is not None and case.keys is not None and case.keys > keys
        return too_many or (seconds is not None and case.seconds is not None and case.seconds > seconds)

    def _starts(self, bit: int) -> Iterator[Start]:
        """Give where the promise begins: lines, every stop at a node, each way through it, or where the caller acts."""
        for name in self.promise.from_:
            if name in self.positions.roots:
                yield Start(self.positions.roots[name])
                continue
            for one in self.positions.positions:
                if one.bits & bit and _begins(one, name):
                    yield Start(one, one.state.node)
            for one in self.positions.positions if name in self.found.flow.nodes else ():
                yield from self._passing(one, name, bit) if one.bits & bit else ()

    def _passing(self, before: Position, name: str, bit: int) -> Iterator[Start]:
        """Give the beginnings at which a call passes a node without a stop."""
        for onward in before.onward:
            edge = onward.edge
            seconds = dict(edge.passed).get(name)
            if seconds is not None and edge.bits & bit:
                ways = [way.node for way in edge.ways]
                is_there = bool(self.goal.nodes.intersection(ways[ways.index(name) :]))
                yield Start(onward.target, name, (before, edge), seconds, is_there)

    def _hopes(self, case: Case) -> Hopes:
        """Give what the caller hopes for: the way that would lead there if all turned out well, now or at some time."""
        others = (time for time in self.found.times.times if time is not case.time)
        kind = self.rules._replace(kind=True)
        for time in (case.time, *others):
            worth = self._solve(time, kind)
            if case.start.position.number in worth:
                return Hopes(self.rules, self.goal, worth)
        return Hopes(self.rules, self.goal, {})

    def _refuted(self, case: Case) -> Proof:
        """Show the promise broken: the call comes to the beginning, and then all goes against the caller."""
        bit, start = case.time.bit, case.start.position
        if case.plan is None:
            worth = self._solve(case.time, self.rules)
            played: Iterable[Edge] = () if case.start.is_there else losing(start, bit, self._hopes(case), worth)
        else:
            played = winning(start, case.plan.worth)
        call = witness(self.found, (*case.start.path(bit), *played), bit)
        return self._proof(REFUTED, case, call)


def _begins(position: Position, name: str) -> bool:
    """Whether a promise `from` a node, or from `anywhere`, begins at a position."""
    if name == ANYWHERE:
        return isinstance(position.state.waits, Listen)
    return position.state.node == name and not position.state.call.failures


def _goal(flow: Flow, reach: Iterable[str]) -> Goal:
    names = set(reach)
    if PERSON in names and PERSON not in flow.contacts:
        names |= {name for name, contact in flow.contacts.items() if contact.person}
    return Goal(frozenset(names - flow.nodes.keys()), frozenset(names & flow.nodes.keys()))


def _cost(case: Case) -> tuple[int, float]:
    return case.keys or 0, case.seconds or 0.0
