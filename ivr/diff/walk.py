"""Two flows walked side by side: every call of one is made in the other as well, with the same things happening.

A pair is a call of each flow after the same steps, at the same times. Where both observe the same, or stand at nodes
that stand for one another, the two calls are followed further. Where they have come to different things, that is a
difference, and what lies behind it is not compared on this way.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ivr.collector import collector_paused
from ivr.diff.seen import CHOOSES, ENDS, LISTENS, LOOKS_UP, RECORDS, RINGS
from ivr.diff.side import Key, Result, Side, Stand, joined
from ivr.effect import Listen, Question
from ivr.event import Event
from ivr.explore.moves import KEY, OUTCOME, WRONG, Move
from ivr.witness import ANSWER, PRESS, WAIT, Step

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_WITH_TRAILS = 30_000
"""Pairs up to which calls that differ only in the menus that `back` follows are told apart."""
MOST_PAIRS = 300_000
"""Pairs that are looked at before comparing gives up; that is said."""


class Joint(NamedTuple):
    """The same thing happening to both calls: what it is `by`, its events, and its steps in words."""

    by: str
    old: tuple[Event, ...]
    new: tuple[Event, ...]
    steps: tuple[Step, ...]
    new_steps: tuple[Step, ...]


@dataclass(slots=True, eq=False, repr=False)
class Pair:
    """A call of each flow after the same steps; `bits` are the times at which calls come here.

    `first` gives, for sets of times, the arrival by which calls come here first; `lines` the lines dialled for it.
    """

    number: int
    old: Stand
    new: Stand
    line: tuple[str, str]
    bits: int = 0
    first: list[tuple[int, Arrival]] = field(default_factory=list)
    onward: list[Pair] = field(default_factory=list)


class Arrival(NamedTuple):
    """What happened (nothing where a line is dialled) in which pair, and what came of it."""

    before: Pair | None
    joint: Joint
    old: Result
    new: Result


class Met(NamedTuple):
    """One thing that was tried in both flows, and the times at which this came of it."""

    arrival: Arrival
    line: tuple[str, str]
    bits: int
    follows: bool


class Walked(NamedTuple):
    """All that was compared: what was met, how many things were tried, and what was left out, if anything."""

    met: tuple[Met, ...]
    tried: int
    roots: Mapping[tuple[str, str], Pair]
    pairs: tuple[Pair, ...]
    left_out: tuple[str, ...]


DIAL = Joint("dial", (), (), (), ())


def walked(old: Side, new: Side, lines: tuple[tuple[str, str], ...], matched: Mapping[str, str], every: int) -> Walked:
    """Walk both flows from each pair of lines; trails are told apart where that does not make too many pairs."""
    with collector_paused():
        whole = _Walk(old, new, matched, every, trails=True).walk(lines, MOST_WITH_TRAILS)
        if whole is not None:
            return whole
        plain = _Walk(old, new, matched, every, trails=False)
        short = plain.walk(lines, MOST_PAIRS)
        why = "calls that differ only in the menus before their last one were compared once"
        if short is None:
            short = plain.given()
            why = f"there are more than {MOST_PAIRS:,} places to compare"
        return short._replace(left_out=(*short.left_out, why))


class _Walk:
    """One walk under way, nearest pairs first."""

    def __init__(self, old: Side, new: Side, matched: Mapping[str, str], every: int, *, trails: bool) -> None:
        self.old, self.new, self.matched, self.every, self.trails = old, new, matched, every, trails
        self.known = joined(old.variables.samples, new.variables.samples)
        self.answers = joined(old.variables.answers, new.variables.answers)
        self.pairs: dict[tuple[Key, Key], Pair] = {}
        self.roots: dict[tuple[str, str], Pair] = {}
        self.met: list[Met] = []
        self.tried: set[tuple[int, int]] = set()
        self.ahead: deque[tuple[Pair, int]] = deque()
        self.joints: dict[int, tuple[Joint, ...]] = {}

    def walk(self, lines: tuple[tuple[str, str], ...], most: int) -> Walked | None:
        """Walk until nothing new is met; None where there are more pairs than `most`."""
        for number, line in enumerate(lines):
            self.tried.add((-1 - number, 0))
            self._dial(line)
        while self.ahead:
            pair, bits = self.ahead.popleft()
            for number, joint in enumerate(self._joints(pair)):
                self.tried.add((pair.number, number))
                for held, old, new in self._played(pair, joint, bits):
                    self._arrive(Arrival(pair, joint, old, new), pair.line, held)
            if len(self.pairs) > most:
                return None
        return self.given()

    def given(self) -> Walked:
        """Give what is known."""
        left_out = tuple(dict.fromkeys(why for why in (self.old.too_many, self.new.too_many) if why))
        return Walked(tuple(self.met), len(self.tried), self.roots, tuple(self.pairs.values()), left_out)

    def _dial(self, line: tuple[str, str]) -> None:
        bits = self.every
        root = self.roots[line] = Pair(-1, _NOWHERE, _NOWHERE, line, bits)
        while bits:
            old, new = self.old.dial(line[0], bits & -bits), self.new.dial(line[1], bits & -bits)
            held = bits & old.bits & new.bits
            self._arrive(Arrival(None, DIAL, old, new), line, held, root)
            bits &= ~held

    def _played(self, pair: Pair, joint: Joint, bits: int) -> Iterator[tuple[int, Result, Result]]:
        while bits:
            old = self.old.play(pair.old.call, joint.old, bits & -bits)
            new = self.new.play(pair.new.call, joint.new, bits & -bits)
            held = bits & old.bits & new.bits
            yield held, old, new
            bits &= ~held

    def _arrive(self, arrival: Arrival, line: tuple[str, str], bits: int, root: Pair | None = None) -> None:
        follows = self._corresponds(arrival)
        if arrival.old.seen != arrival.new.seen:
            self.met.append(Met(arrival, line, bits, follows))
        if not follows:
            return
        pair = self._pair(arrival, line)
        before = arrival.before or root
        if before is not None and pair not in before.onward:
            before.onward.append(pair)
        new = bits & ~pair.bits
        if new:
            pair.bits |= new
            pair.first.append((new, arrival))
            self.ahead.append((pair, new))

    def _pair(self, arrival: Arrival, line: tuple[str, str]) -> Pair:
        old, new = arrival.old.stand, arrival.new.stand
        key = (self.old.key(old, trails=self.trails), self.new.key(new, trails=self.trails))
        pair = self.pairs.get(key)
        if pair is None:
            pair = self.pairs[key] = Pair(len(self.pairs), old, new, line)
        return pair

    def _corresponds(self, arrival: Arrival) -> bool:
        """Whether two calls have come to the same thing, so that what happens next can be compared."""
        old, new = arrival.old, arrival.new
        rest, other = old.seen.rest, new.seen.rest
        if rest.kind != other.kind or (rest.kind == ENDS and rest.marks != other.marks):
            return False
        if self.matched.get(old.stand.call.node) == new.stand.call.node:
            return True
        if rest.kind in {RINGS, LOOKS_UP, RECORDS, ENDS}:
            return rest.who == other.who
        if rest.kind == CHOOSES:
            return rest == other
        return rest.kind == LISTENS and old.seen == new.seen

    def _joints(self, pair: Pair) -> tuple[Joint, ...]:
        if pair.number not in self.joints:
            old = self.old.moves(pair.old, self.known, self.answers)
            new = self.new.moves(pair.new, self.known, self.answers)
            self.joints[pair.number] = tuple(_joints(pair, old, new))
        return self.joints[pair.number]


_NOWHERE = Stand(None, None)  # type: ignore[arg-type] -- before a line answers there is no call


def _joints(pair: Pair, old: tuple[Move, ...], new: tuple[Move, ...]) -> Iterator[Joint]:
    """Give everything that can happen to both calls: an outcome is one that both can turn out as."""
    if isinstance(pair.old.waits, Listen) or isinstance(pair.new.waits, Listen):
        moves = {_pressed(move): move for move in (*new, *old)}
        for events, move in moves.items():
            yield Joint(move.by, events, events, _without_wait(move), _without_wait(move))
        return
    if isinstance(pair.old.waits, Question) and isinstance(pair.new.waits, Question):
        yield from _outcomes(pair.old.waits, pair.new.waits, old, new)


def _pressed(move: Move) -> tuple[Event, ...]:
    """Give the events of a move without the pause behind a code: who needs it waits for it by himself."""
    return move.events[:-1] if move.by in {KEY, WRONG} and move.steps[-1].kind == WAIT else move.events


def _without_wait(move: Move) -> tuple[Step, ...]:
    return move.steps[:-1] if move.by in {KEY, WRONG} and move.steps[-1].kind == WAIT else move.steps


def _outcomes(asked: Question, other: Question, old: tuple[Move, ...], new: tuple[Move, ...]) -> Iterator[Joint]:
    names = dict.fromkeys(one for one in asked.answers if one in other.answers)
    seen: set[tuple[Event, ...]] = set()
    for move in (*old, *new):
        if move.events not in seen and move.steps[0].what in names:
            seen.add(move.events)
            step = move.steps[0]
            steps = tuple(
                (Step(ANSWER, step.what, _who(question), step.values),) for question in (asked, other)
            )
            yield Joint(OUTCOME, move.events, move.events, *steps)
    left = [one for one in asked.answers if one not in names], [one for one in other.answers if one not in names]
    shares = getattr(asked, "shares", ()) and getattr(other, "shares", ())
    if shares and len(left[0]) == len(left[1]):
        moves = {move.steps[0].what: move for move in (*old, *new)}
        for one, another in zip(*left, strict=True):
            here, there = moves[one], moves[another]
            yield Joint(OUTCOME, here.events, there.events, here.steps, there.steps)


def _who(question: Question) -> str:
    to: str = getattr(question, "to", "") or getattr(question, "name", "")
    return to


def steps_to(arrival: Arrival, bit: int) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Give the steps of a shortest call that makes an arrival at one time, in the old flow and in the new one."""
    parts: list[Arrival] = [arrival]
    while parts[-1].before is not None:
        parts.append(next(one for bits, one in parts[-1].before.first if bits & bit))
    parts.reverse()
    old = tuple(step for one in parts for step in _steps(one.joint.steps, one.old))
    new = tuple(step for one in parts for step in _steps(one.joint.new_steps, one.new))
    return old, new


def _steps(steps: tuple[Step, ...], came: Result) -> tuple[Step, ...]:
    return (*steps, Step(WAIT)) if came.stand.paused else steps


__all__ = ["DIAL", "PRESS", "Arrival", "Joint", "Met", "Pair", "Walked", "steps_to", "walked"]
