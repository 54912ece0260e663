"""Where calls can be, told by the engine alone where positions are not exact: by whole trails, and all sub-flows.

As for positions, what happens within sub-flows that run themselves is left out.

States are merged over what lies deep in a trail, so that some moves by `back` are known only as some call makes them.
Where that shows, calls are followed one by one instead, as long as there are few places in which they can be.
"""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ivr.call import Call
from ivr.collector import collector_paused
from ivr.effect import Came, Effect, End, Listen, Say
from ivr.engine import begin, step
from ivr.explore.explore import DIAL, Explored
from ivr.explore.moves import Move, moves
from ivr.explore.positions import Onward, Position, Positions, positions_of
from ivr.explore.state import Edge, State
from ivr.explore.trails import Trailing
from ivr.explore.values import Variables
from ivr.explore.watched import watched

if TYPE_CHECKING:
    from ivr.explore.state import Waits

MOST_FOLLOWED = 3000
"""Places beyond which calls are not followed one by one."""
MOST_WITHIN = 2
"""Times that a sub-flow may be under way by one node: once more than where it runs itself for the first time."""
_NOON = datetime(2000, 1, 1, 12, tzinfo=UTC)


def followed(found: Explored) -> Positions:
    """Give every position that calls come to, exactly where that can be; `whole` says whether it is; remembered."""
    key = ("followed", found.times.times)
    if key not in found.flow.memo:
        positions = positions_of(found)
        if not _is_exact(found, positions):
            with collector_paused():
                positions = _Following(found).positions() or positions._replace(whole=False)
        found.flow.memo[key] = positions
    known: Positions = found.flow.memo[key]
    return known


def _is_exact(found: Explored, positions: Positions) -> bool:
    """Whether every move by `back` leads where the trail of each call says."""
    trailing = Trailing(found.flow)
    return positions.whole and (
        not trailing.begin
        or all(trailing.along(edge, here.trails) is not None for here in positions.positions for edge, _ in here.onward)
    )


class _Following:
    """Calls, followed one by one."""

    def __init__(self, found: Explored) -> None:
        self.found = found
        self.flow = watched(found.flow, found.times)
        self.variables = Variables(found.flow)
        self.known: dict[tuple[object, ...], Position] = {}
        self.edges: dict[tuple[object, ...], Edge] = {}
        self.ahead: deque[tuple[Position, int]] = deque()
        self.recursive = False

    def positions(self) -> Positions | None:
        """Give all positions, nearest first; None where there are too many."""
        every = self.found.times.every
        roots = {line: self._root(line) for line in self.flow.lines}
        for root in roots.values():
            self._expand(root, DIAL, every)
        while self.ahead:
            here, bits = self.ahead.popleft()
            if len(self.known) > MOST_FOLLOWED:
                return None
            for move in self._moves(here.state):
                self._expand(here, move, bits)
        whole = not (self.recursive or self.found.unexplored)
        return Positions(tuple(self.known.values()), roots, whole)

    def _root(self, line: str) -> Position:
        call = Call(line, _NOON, "", self.flow.first_language)
        root = Position(len(self.known), State(len(self.known), call, None), None, self.found.times.every)
        self.known["dial", line] = root
        return root

    def _moves(self, state: State) -> tuple[Move, ...]:
        waits = state.waits
        if waits is None or isinstance(waits, End):
            return ()
        key = ("moves", state.call.node, state.call.language, state.call.values, type(waits))
        if key not in self.flow.memo:
            samples = self.variables.samples if isinstance(waits, Listen) else self.variables.answers
            self.flow.memo[key] = tuple(moves(self.flow, state.call, waits, samples))
        known: tuple[Move, ...] = self.flow.memo[key]
        return known

    def _expand(self, here: Position, move: Move, bits: int) -> None:
        """Let something happen to a call, at each of some times, once for all that it does not tell apart."""
        while bits:
            self.flow.look((bits & -bits).bit_length() - 1)
            call, effects = self._result(here.state.call, move)
            valid = self.flow.alike() & bits
            self._arrive(here, move, valid, call, effects)
            bits &= ~valid

    def _result(self, call: Call, move: Move) -> tuple[Call, list[Effect]]:
        told: list[Effect] = []
        if move is DIAL:
            call, effects = begin(self.flow, call.line, _NOON)
            told += effects
        for event in move.events:
            call, effects = step(self.flow, call, event)
            told += effects
        return call, told

    def _arrive(self, here: Position, move: Move, bits: int, call: Call, told: list[Effect]) -> None:
        if _runs_itself(call):
            self.recursive = True
            return
        target = self._at(self._rested(call), told)
        ways = tuple(effect for effect in told if isinstance(effect, Came))
        key = (here.number, id(move), target.number, ways)
        if key in self.edges:
            self.edges[key].bits |= bits
        else:
            edge = self.edges[key] = Edge(here.state, move, target.state, bits, 0.0, ways)
            here.onward.append(Onward(edge, target))
        new = bits & ~target.bits
        if new:
            target.bits |= new
            self.ahead.append((target, new))

    def _rested(self, call: Call) -> Call:
        """Take from a call what decides nothing any more."""
        call = call._replace(at=_NOON, seconds=0.0, presses=0, swallow="", playing=(), before=0)
        if call.ended is not None:
            return call._replace(values=(), trail=(), stack=(), failures=0)
        return call._replace(values=self.variables.matter(call))

    def _at(self, call: Call, told: list[Effect]) -> Position:
        key = call._replace(line="")
        position = self.known.get(key)
        if position is None:
            number = len(self.known)
            position = self.known[key] = Position(number, State(number, call, _waits(call, told)), None)
        return position


def _runs_itself(call: Call) -> bool:
    """Whether one node has run a sub-flow again and again, each within the one before: so it may go on without end."""
    ran = [frame.node for frame in call.stack]
    return any(ran.count(node) > MOST_WITHIN for node in set(ran))


def _waits(call: Call, told: list[Effect]) -> Waits | None:
    if call.ended is not None:
        return call.ended
    last = told[-1] if told else None
    return None if isinstance(last, (Say, Came, End)) else last
