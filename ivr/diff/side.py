"""One of the two flows that are compared: it makes calls by the engine's own steps, at times that both tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from ivr.call import Call
from ivr.diff.seen import Seen, seen_of
from ivr.effect import Came, Effect, End, Listen, LookUp, Question, Say
from ivr.engine import begin, step
from ivr.event import Event, Silence
from ivr.explore.moves import Move, mixtures, moves
from ivr.explore.times import Times
from ivr.explore.values import Samples, Variables, live_before
from ivr.explore.watched import watched
from ivr.node import BACK

if TYPE_CHECKING:
    from ivr.flow import Flow
    from ivr.node import Values

NOON = datetime(2000, 1, 1, 12, tzinfo=UTC)
"""When calls are made that have no clock: which schedules are open is said by the time that is looked at."""

Waits = Listen | Question | End
Key = tuple[object, ...]


class Stand(NamedTuple):
    """A call as it waits again, and what it waits for; `paused` where it waited out the pause behind a code."""

    call: Call
    waits: Waits
    paused: bool = False


class Result(NamedTuple):
    """What one move made of a call: how it stands, what the caller observed, the ways taken, and when that holds.

    It `overran` where the call went on before the last of several keys.
    """

    stand: Stand
    seen: Seen
    ways: tuple[Came, ...]
    bits: int
    overran: bool = False


class Side:
    """A flow, and the `times` at which its calls are made."""

    def __init__(self, flow: Flow, times: Times) -> None:
        """Find what of a call's values and trail can matter."""
        self.real = flow
        self.flow = watched(flow, times)
        self.variables = Variables(flow)
        self.goes_back = any(way.to == BACK for name in flow.nodes for way in flow.exits(name))
        spoken = {name: frozenset(_spoken(flow, name)) for name in flow.nodes}
        self.spoken = live_before(flow, spoken) if any(spoken.values()) else {}
        self._moves: dict[Key, tuple[Move, ...]] = {}
        self.too_many = ""

    def dial(self, line: str, bit: int) -> Result:
        """Answer a call at one time."""
        self.flow.look(bit.bit_length() - 1)
        call, effects = begin(self.flow, line, NOON)
        return self._result(call, effects, paused=False)

    def play(self, call: Call, events: Iterable[Event], bit: int) -> Result:
        """Let something happen to a call at one time; behind the beginning of a code, the caller presses no more."""
        self.flow.look(bit.bit_length() - 1)
        told: list[Effect] = []
        overran = False
        for event in events:
            overran = overran or any(isinstance(one, Came) for one in told)
            call, effects = step(self.flow, call, event)
            told += effects
        if call.typed:
            call, effects = step(self.flow, call, Silence())
            return self._result(call, (*told, *effects), paused=True)._replace(overran=overran)
        return self._result(call, told, paused=False)._replace(overran=overran)

    def _result(self, call: Call, told: Iterable[Effect], *, paused: bool) -> Result:
        effects = tuple(told)
        waits = call.ended or next((one for one in reversed(effects) if not isinstance(one, Say | Came | End)), None)
        ways = tuple(one for one in effects if isinstance(one, Came))
        stand = Stand(self._rested(call), waits or Listen(0.0), paused)
        return Result(stand, seen_of(self.real, effects, call, waits), ways, self.flow.alike())

    def _rested(self, call: Call) -> Call:
        """Take from a call what does not matter any more: its clock, its keys, what was heard before it waits."""
        return call._replace(
            at=NOON,
            seconds=0.0,
            presses=0,
            swallow="",
            playing=call.playing[call.before :],
            before=0,
            trail=call.trail if self.goes_back else (),
        )

    def flushes(self, came: Result) -> bool:
        """Whether keys that were pressed ahead were thrown away on the way."""
        nodes = self.real.nodes
        return any(way.node in nodes and nodes[way.node].flush for way in came.ways)

    def key(self, stand: Stand, *, trails: bool) -> Key:
        """Give what tells a call that stands somewhere from others; without `trails`, only its last menu."""
        call = stand.call
        if call.ended is not None:
            return (call.node, call.language, call.ended)
        last = call.trail if trails else call.trail[-1:]
        stack = call.stack if trails else tuple(frame.node for frame in call.stack)
        return (call.node, call.language, call.failures, call.ahead, call.typed, last, stack, self._values(call))

    def _values(self, call: Call) -> Values:
        if not call.values:
            return ()
        nodes = (call.node, *(frame.node for frame in call.stack))
        spoken = {name for node in nodes for name in self.spoken.get(node, ())}
        return (*self.variables.matter(call), *(pair for pair in call.values if pair[0] in spoken))

    def moves(self, stand: Stand, known: Samples, answers: Samples) -> tuple[Move, ...]:
        """Give everything that can happen to a call here; `known` and `answers` are the values that matter."""
        call, waits = stand.call, stand.waits
        if isinstance(waits, End) or call.node not in self.real.nodes:
            return ()
        key = (call.node, call.language, call.values, type(waits))
        if key not in self._moves:
            self._moves[key] = tuple(moves(self.flow, call, waits, known if isinstance(waits, Listen) else answers))
            if isinstance(waits, LookUp) and mixtures(waits.gives, answers) is None:
                self.too_many = f"the answers of '{waits.name}' bring too many values that make a difference"
        return self._moves[key]


def _spoken(flow: Flow, name: str) -> Iterable[str]:
    """Name the variables that are heard or handed on at a node."""
    node = flow.nodes[name]
    yield from (variable for variable, _ in node.reads())
    if node.listens:
        for prompt in (*flow.defaults.wrong, *flow.defaults.silence, *(key.say for key in flow.keys.values())):
            yield from prompt.variables() if prompt else ()
        titles = (flow.title(way.to) for way in flow.exits(name))
        for title in titles:
            yield from () if isinstance(title, str) else title.variables()


def joined(one: Mapping[str, tuple[str | None, ...]], other: Mapping[str, tuple[str | None, ...]]) -> Samples:
    """Give the samples of both flows."""
    names = dict.fromkeys((*one, *other))
    return {name: tuple(dict.fromkeys((*one.get(name, ()), *other.get(name, ())))) for name in names}
