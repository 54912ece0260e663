"""Two flows walked side by side: every call of one is made in the other as well, with the same things happening.

A pair is a call of each flow after the same steps, at the same times. Where both observe the same, or stand at nodes
that stand for one another, the two calls are followed further. Where they have come to different things, that is a
difference, and what lies behind it is not compared on this way; nodes that stand for one another and that are come to
in both flows behind such places, each on its own way, are compared as well.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from ivr.collector import collector_paused
from ivr.diff.further import further
from ivr.diff.joints import DIAL, Joint, joints, typed_ahead
from ivr.diff.moved import moved
from ivr.diff.pairs import Arrival, Line, Met, Pair, Walked
from ivr.diff.seen import CHOOSES, ENDS, LISTENS, first_words
from ivr.diff.side import Key, Result, Side, joined
from ivr.explore.moves import OUTCOME

MOST_WITH_TRAILS = 15_000
"""Pairs up to which calls that differ only in the menus that `back` follows are told apart."""
MOST_PAIRS = 60_000
"""Pairs that are looked at before comparing gives up; that is said."""


def walked(old: Side, new: Side, lines: tuple[Line, ...], matched: Mapping[str, str], every: int) -> Walked:
    """Walk both flows from each pair of lines; trails are told apart where that does not make too many pairs."""
    with collector_paused():
        whole = _Walk(old, new, matched, every, trails=True)
        if whole.walk(lines, MOST_WITH_TRAILS):
            return whole.given()
        why = "calls that differ only in the menus before their last one were compared once"
        short = _Walk(old, new, matched, every, trails=False)
        if not short.walk(lines, MOST_PAIRS):
            why = f"there are more than {MOST_PAIRS:,} places to compare"
        return short.given(why)


class _Walk:
    """One walk under way, nearest pairs first."""

    def __init__(self, old: Side, new: Side, matched: Mapping[str, str], every: int, *, trails: bool) -> None:
        self.old, self.new, self.matched, self.every, self.trails = old, new, matched, every, trails
        self.known = joined(old.variables.samples, new.variables.samples)
        self.answers = joined(old.variables.answers, new.variables.answers)
        self.pairs: dict[tuple[Key, Key], Pair] = {}
        self.roots: dict[Line, Pair] = {}
        self.met: list[Met] = []
        self.tried: set[tuple[int, int]] = set()
        self.ahead: deque[tuple[Pair, int]] = deque()
        self.joints: dict[int, tuple[Joint, ...]] = {}

    def walk(self, lines: tuple[Line, ...], most: int) -> bool:
        """Walk until nothing new is met; False where there are more pairs than `most`."""
        for number, line in enumerate(lines):
            self._dial(-1 - number, line)
        looked_at = 0
        while self.ahead:
            while self.ahead:
                self._expand(*self.ahead.popleft())
                if len(self.pairs) > most:
                    return False
            looked_at, fresh = len(self.met), self.met[looked_at:]
            for arrival, bits in moved(self.old, self.new, fresh, self._uncompared(), (self.known, self.answers)):
                self._arrive(arrival, bits)
        return True

    def given(self, *left_out: str) -> Walked:
        """Give what is known."""
        why = dict.fromkeys(why for why in (self.old.too_many, self.new.too_many, *left_out) if why)
        return Walked(tuple(self.met), len(self.tried), self.roots, tuple(why))

    def _uncompared(self) -> dict[str, str]:
        """Give the nodes that stand for one another at which no two calls were compared."""
        compared = {
            (old.call.node, new.call.node) for old, new in (one.calls for one in self.pairs.values() if one.calls)
        }
        return {old: new for old, new in self.matched.items() if (old, new) not in compared}

    def _dial(self, number: int, line: Line) -> None:
        bits = self.every
        root = self.roots[line] = Pair(number, line, bits=bits)
        self.tried.add((number, 0))
        while bits:
            old, new = self.old.dial(line[0], bits & -bits), self.new.dial(line[1], bits & -bits)
            held = bits & old.bits & new.bits
            self._arrive(Arrival(root, DIAL, old, new), held)
            bits &= ~held

    def _expand(self, pair: Pair, bits: int) -> None:
        for number, joint in enumerate(self._joints(pair)):
            self.tried.add((pair.number, number))
            for held, old, new in self._played(pair, joint, bits):
                self._arrive(Arrival(pair, joint, old, new), held)
                if self.old.flushes(old) != self.new.flushes(new):
                    self._press_early(Arrival(pair, joint, old, new), held)

    def _press_early(self, arrival: Arrival, bits: int) -> None:
        """Press a key before anything listens for it, where one flow throws it away and the other does not."""
        moves = self.new.moves(arrival.new.stand, self.known, self.answers)
        asked = arrival.joint.by == OUTCOME
        before = arrival.before.first[0][1] if asked and arrival.before.first else arrival
        early = typed_ahead(before.joint, arrival.joint if asked else None, moves)
        if early is not None:
            self.tried.add((before.before.number, -1 - len(self.tried)))
            for held, old, new in self._played(before.before, early, bits & before.before.bits):
                self._arrive(Arrival(before.before, early, old, new), held)

    def _played(self, pair: Pair, joint: Joint, bits: int) -> Iterator[tuple[int, Result, Result]]:
        while bits and pair.calls:
            old = self.old.play(pair.calls[0].call, joint.old, bits & -bits)
            new = self.new.play(pair.calls[1].call, joint.new, bits & -bits)
            held = bits & old.bits & new.bits
            yield held, old, new
            bits &= ~held

    def _arrive(self, arrival: Arrival, bits: int) -> None:
        overran = arrival.old.overran != arrival.new.overran
        differs = arrival.old.seen != arrival.new.seen
        follows = self._corresponds(arrival) and not (overran and differs)
        if differs and not _is_known(arrival):
            self.met.append(Met(arrival, bits, follows, overran))
        if not follows:
            return
        pair = self._pair(arrival)
        arrival.before.onward[pair.number] = pair
        new = bits & ~pair.bits
        if new:
            pair.bits |= new
            pair.first.append((new, arrival))
            self.ahead.append((pair, new))

    def _pair(self, arrival: Arrival) -> Pair:
        old, new = arrival.old.stand, arrival.new.stand
        key = (self.old.key(old, trails=self.trails), self.new.key(new, trails=self.trails))
        pair = self.pairs.get(key)
        if pair is None:
            pair = self.pairs[key] = Pair(len(self.pairs), arrival.before.line, (old, new))
        return pair

    def _corresponds(self, arrival: Arrival) -> bool:
        """Whether two calls have come to the same thing, so that what happens next can be compared."""
        old, new = arrival.old, arrival.new
        rest, other = old.seen.rest, new.seen.rest
        if rest.kind != other.kind or (rest.kind == ENDS and rest.marks != other.marks):
            return False
        if self.matched.get(old.stand.call.node) == new.stand.call.node:
            return True
        if rest.kind == CHOOSES:
            return rest == other
        if rest.kind == LISTENS:
            return old.seen == new.seen or first_words(old.stand.call) == first_words(new.stand.call)
        return rest.who == other.who

    def _joints(self, pair: Pair) -> tuple[Joint, ...]:
        if pair.number not in self.joints and pair.calls:
            old, new = pair.calls
            moves = self.old.moves(old, self.known, self.answers)
            others = self.new.moves(new, self.known, self.answers)
            found = (*joints(old, new, moves, others), *further(self.old, self.new, old, new))
            self.joints[pair.number] = tuple({(one.old, one.new): one for one in reversed(found)}.values())[::-1]
        return self.joints[pair.number]


def _is_known(arrival: Arrival) -> bool:
    """Whether somebody has taken the call in both flows: that another one was rung has been told already."""
    rests = arrival.old.seen.rest, arrival.new.seen.rest
    return arrival.joint.by == OUTCOME and all(rest.kind == ENDS and rest.marks == ("transfer",) for rest in rests)
