"""Every state that calls can come to, from every line and at every time, by the engine's own steps.

A state leaves out two things that grow without bound: the trail that `back` follows but for its last menu, and the
sub-flows under way but for the innermost. Both are stacks, so they are treated as a pushdown system is: a state knows
the states from which the top of its stack was put on (`below` for the trail, `outer` for sub-flows), and a move that
takes the top away is made once for each of them, with a call that came by there. That is exact, but for two things:
where a menu that may or may not be on the trail is come to again, the shortest call decides whether it was; and a call
during which a schedule opens or closes is not made.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from ivr.call import Call, Frame
from ivr.collector import collector_paused
from ivr.effect import Came, Effect, End, Listen, LookUp, Say
from ivr.engine import begin, step
from ivr.explore.contexts import Contexts, Origin, Parents
from ivr.explore.moves import Move, mixtures, moves
from ivr.explore.state import Edge, Result, State, Waits
from ivr.explore.times import Times, times_of
from ivr.explore.values import Variables
from ivr.explore.watched import watched
from ivr.node import BACK

if TYPE_CHECKING:
    from ivr.flow import Flow

MOST_STATES = 400_000
"""States that are looked at before exploring gives up; said in a finding."""
DIAL = Move("dial", (), ())
_NOON = datetime(2000, 1, 1, 12, tzinfo=UTC)

_Cache = list[tuple[int, Result]]


class Explored(NamedTuple):
    """All that calls of a flow can come to.

    `roots` are the moments before each line answers, by number; `unexplored` says why something was left out, and is
    empty where nothing was.
    """

    flow: Flow
    times: Times
    states: tuple[State, ...]
    roots: dict[str, State]
    unexplored: str


def explored(flow: Flow, today: date) -> Explored:
    """Explore a flow as on the day `today`; remembered, as many rules ask."""
    key = ("explored", today)
    if key not in flow.memo:
        with collector_paused():
            flow.memo[key] = _Explorer(flow, times_of(flow, today)).explore()
    found: Explored = flow.memo[key]
    return found


class _Explorer:
    """One exploration under way."""

    def __init__(self, flow: Flow, times: Times) -> None:
        self.flow, self.times = watched(flow, times), times
        self.real = flow
        self.variables = Variables(flow)
        self.backs = {(name, way.on) for name in flow.nodes for way in flow.exits(name) if way.to == BACK}
        self.begins = {name for promise in flow.promises for name in promise.from_ if _passes(flow, name)}
        self.states: dict[tuple[object, ...], State] = {}
        self.contexts = Contexts()
        self.ahead: deque[tuple[State, int]] = deque()
        self.grown: list[tuple[State, dict[str, Parents]]] = []
        self.caches: dict[tuple[int, int], _Cache] = {}
        self.moves: dict[int, tuple[Move, ...]] = {}
        self.shared: dict[tuple[object, ...], tuple[Move, ...]] = {}
        self.unexplored = ""

    def explore(self) -> Explored:
        roots = {line: self._dial(line) for line in self.flow.lines}
        while (self.grown or self.ahead) and not self.unexplored:
            if self.grown:
                self._deepen(*self.grown.pop())
            else:
                self._expand(*self.ahead.popleft())
        return Explored(self.real, self.times, tuple(self.states.values()), roots, self.unexplored)

    def _dial(self, line: str) -> State:
        call = Call(line, _NOON, "", self.flow.first_language)
        root = self.states[("dial", line)] = State(len(self.states), call, None, bits=self.times.every)
        self.contexts.begin(root)
        for bits, result in self._results(call, DIAL, self.times.every, []):
            self._arrive(Origin(root, root), DIAL, bits, result)
        return root

    def _expand(self, state: State, bits: int) -> None:
        """Let everything happen to a state that can, at the times at which calls have newly come there."""
        for number, move in enumerate(self._moves(state)):
            cache = self.caches.setdefault((state.number, number), [])
            for held, result in self._results(state.call, move, bits, cache):
                self._follow(state, number, held, result)

    def _moves(self, state: State) -> tuple[Move, ...]:
        if state.number not in self.moves:
            call, waits = state.call, state.waits
            key = (call.node, call.language, call.values, type(waits))
            if key not in self.shared:
                asked = None if waits is None or isinstance(waits, End) else waits
                known = self.variables.samples if isinstance(asked, Listen) else self.variables.answers
                self.shared[key] = tuple(moves(self.flow, call, asked, known)) if asked else ()
                if isinstance(waits, LookUp) and mixtures(waits.gives, known) is None:
                    self.unexplored = f"the answers of '{waits.name}' bring too many values that make a difference"
            self.moves[state.number] = self.shared[key]
        return self.moves[state.number]

    def _results(self, call: Call, move: Move, bits: int, cache: _Cache) -> Iterator[tuple[int, Result]]:
        """Make a move at each of some times, once for all that the schedules it asks for do not tell apart."""
        for valid, result in cache:
            if bits & valid:
                yield bits & valid, result
                bits &= ~valid
        while bits:
            self.flow.look((bits & -bits).bit_length() - 1)
            result = self._result(call, move)
            valid = self.flow.alike()
            cache.append((valid, result))
            yield bits & valid, result
            bits &= ~valid

    def _result(self, call: Call, move: Move) -> Result:
        told: list[Effect] = []
        if move is DIAL:
            call, effects = begin(self.flow, call.line, _NOON)
            told += effects
        for event in move.events:
            call, effects = step(self.flow, call, event)
            told += effects
        return self._rested(call, told)

    def _rested(self, call: Call, told: list[Effect]) -> Result:
        """Take from a call what does not matter any more: its clock, its keys, what was heard before it waits."""
        before = sum(say.seconds for say in call.playing[: call.before])
        plain = call._replace(
            at=_NOON,
            seconds=0.0,
            presses=0,
            swallow="",
            playing=call.playing[call.before :],
            before=0,
            values=self.variables.matter(call) if call.ended is None else (),
            trail=call.trail if self.backs else (),
        )
        ways = tuple(effect for effect in told if isinstance(effect, Came))
        last = told[-1] if told else None
        waits = None if isinstance(last, (Say, Came, End)) else last
        return Result(plain, waits, call.seconds + before, ways, tuple(self._passed(call, told)))

    def _passed(self, call: Call, told: list[Effect]) -> Iterator[tuple[str, float]]:
        """Give the nodes from which a promise is made and where the call does not stop, and the seconds from there."""
        if not self.begins:
            return
        left = sum(effect.seconds for effect in told if isinstance(effect, Say))
        left -= sum(say.seconds for say in call.playing[call.before :])
        seen = {call.node}
        for effect in told:
            if isinstance(effect, Say):
                left -= effect.seconds
            elif isinstance(effect, Came) and effect.node in self.begins and effect.node not in seen:
                seen.add(effect.node)
                yield effect.node, left

    def _follow(self, state: State, number: int, bits: int, result: Result) -> None:
        """Go where a move led; one that takes the top of a stack away is made anew for all that lies below."""
        move = self.moves[state.number][number]
        if self._returns(state.call, result.call):
            self._remember(self.contexts.returning, state, number, bits)
            for parent, held in list(self.contexts.outer[state.number].items()):
                self._return(state, number, parent, held & bits)
        elif self._goes_back(state, result):
            self._remember(self.contexts.backing, state, number, bits)
            for parent, held in list(self.contexts.below[state.number].items()):
                self._back(state, number, parent, held & bits)
        else:
            self._arrive(Origin(state, state), move, bits, result)

    @staticmethod
    def _remember(kept: dict[int, dict[int, int]], state: State, number: int, bits: int) -> None:
        numbers = kept.setdefault(state.number, {})
        numbers[number] = numbers.get(number, 0) | bits

    @staticmethod
    def _returns(call: Call, then: Call) -> bool:
        return call.stack != then.stack[: len(call.stack)]

    def _goes_back(self, state: State, result: Result) -> bool:
        top = state.call.trail[-1] if state.call.trail else ""
        return any(way.left == top and (way.left, way.on) in self.backs for way in result.ways)

    def _back(self, state: State, number: int, parent: State | None, bits: int) -> None:
        """Make a move that goes back, for calls that came to this menu from `parent` (None: from no menu)."""
        if not bits:
            return
        top = state.call.trail[-1]
        trail = (*parent.call.trail, top) if parent is not None and top not in parent.call.trail else (top,)
        call = state.call._replace(trail=trail)
        move = self.moves[state.number][number]
        for held, result in self._results(call, move, bits, []):
            self._arrive(Origin(parent or state, state, via=parent), move, held, result)

    def _return(self, state: State, number: int, parent: State | None, bits: int) -> None:
        """Make a move that ends the sub-flow, for calls that came into it from `parent`.

        Where what ran it ends at once as well, the same is done one sub-flow further out, for all that lies there.
        """
        ahead = [(parent, bits, state.call.stack[len(state.call.stack) - len(state.own) :])]
        seen: dict[State, int] = {}
        while ahead:
            outer, held, own = ahead.pop()
            if outer is None or not held & ~seen.get(outer, 0):
                continue
            seen[outer] = seen.get(outer, 0) | held
            stack = (*outer.call.stack, Frame(own[0].node, outer.call.trail), *own[1:]) if own else outer.call.stack
            move = self.moves[state.number][number]
            for there, result in self._results(state.call._replace(stack=stack), move, held, []):
                depth = len(outer.call.stack)
                if result.call.stack[:depth] == outer.call.stack or not outer.own:
                    self._arrive(Origin(outer, state, via=outer, returns=True), move, there, result)
                else:
                    below = (*outer.call.stack[depth - len(outer.own) :], *stack[depth:])
                    further = self.contexts.outer[outer.number]
                    ahead += [(one, there & bits_there, below) for one, bits_there in further.items()]

    def _arrive(self, origin: Origin, move: Move, bits: int, result: Result) -> None:
        """Come to the state that a result belongs to, and note what lies below it."""
        call, source = result.call, origin.source
        depth = len(origin.level.call.stack)
        entered = tuple(frame.node for frame in call.stack[depth:])
        own = entered or origin.level.own
        target = self._state(call, result.waits, own)
        seconds, ways, passed = result.seconds, result.ways, result.passed
        edge = _noted(
            Edge(source, move, target, bits, seconds, ways, origin.via, origin.returns, bool(entered), passed)
        )
        if edge is None:
            return
        if call.ended is None:
            self.grown += self.contexts.arrive(origin, target, bits, entered=bool(entered))
        new = bits & ~target.bits
        if new:
            target.bits |= new
            target.first.append((new, edge))
            self.ahead.append((target, new))
            if len(self.states) > MOST_STATES:
                self.unexplored = f"calls can come to more than {MOST_STATES:,} states"

    def _deepen(self, state: State, more: dict[str, Parents]) -> None:
        """Make the moves that take the top of a stack away for what was newly found below it."""
        for parent, bits in more.get("outer", {}).items():
            for number, held in list(self.contexts.returning.get(state.number, {}).items()):
                self._return(state, number, parent, held & bits)
        for parent, bits in more.get("below", {}).items():
            for number, held in list(self.contexts.backing.get(state.number, {}).items()):
                self._back(state, number, parent, held & bits)

    def _state(self, call: Call, waits: Waits | None, own: tuple[str, ...]) -> State:
        if call.ended is not None:
            key: tuple[object, ...] = (call.node, call.language, call.ended)
        else:
            top = call.trail[-1:] if self.backs else ()
            key = (call.node, call.language, call.failures, call.ahead, call.typed, call.values, top, own)
        state = self.states.get(key)
        if state is None:
            fresh = self.states.get((*key[:2], 0, *key[3:])) if call.failures and call.ended is None else None
            state = self.states[key] = State(len(self.states), call, call.ended or waits, own, fresh=fresh)
        return state


def _passes(flow: Flow, name: str) -> bool:
    """Whether a node is one at which the caller never acts."""
    return name in flow.nodes and not flow.nodes[name].listens


def _noted(new: Edge) -> Edge | None:
    """Note an edge; gives None where it was known for all these times."""
    for edge in reversed(new.source.edges):
        if edge.target is new.target and edge.move is new.move and edge.via is new.via and edge.ways == new.ways:
            if not new.bits & ~edge.bits:
                return None
            edge.bits |= new.bits
            return edge
    new.source.edges.append(new)
    new.target.came.append(new)
    return new
