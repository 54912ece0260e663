"""A planned call, played by the engine: what is done when, what is heard after it, and how the call ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ivr.effect import Came, Choose, Effect, End, Listen, LookUp, Record, Say, Transfer
from ivr.engine import begin, step
from ivr.explore.calls import events_of
from ivr.nodes.transfer import CONNECTED
from ivr.transcript import contact_name, ending, when
from ivr.witness import ANSWER, END, HANG_UP, HEAR, PRESS, REACH, SET, SPEAK, WAIT, Step, step_text

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.flow import Flow
    from ivr.sheet import PlannedCall

_RUNG = {
    CONNECTED: "{} answers",
    "busy": "{} is busy",
    "no-answer": "nobody answers for {}",
    "closed": "{} has closed before its time",
    "failed": "{} cannot be rung",
}
_ONLY_ASKED = frozenset({HEAR, REACH, END})
"""Steps of a written call that only say what has to hold."""
ASIDE = "arrange that"
"""Begins what is to be done where the caller cannot do it: somebody sees to it beforehand."""


class Turn(NamedTuple):
    """What is done, and what comes of it.

    `step` is None for the dialling. `at` is the second of the call at which it is done, `asked` what the call waited
    for. Then callers hear `says`, up to the next turn, and the call waits for `waits`.
    """

    step: Step | None
    at: float
    asked: Effect | None
    says: tuple[Say, ...]
    waits: Effect

    @property
    def begins(self) -> float:
        """The second from which on the caller does it: who says nothing does so until the wait has run out."""
        is_wait = self.step is not None and self.step.kind == WAIT
        return max(self.at - self.asked.wait, 0.0) if is_wait and isinstance(self.asked, Listen) else self.at

    @property
    def is_arranged(self) -> bool:
        """Whether the caller cannot do it: the world outside answers."""
        step = self.step
        if step is None or step.kind != ANSWER:
            return step is not None and step.kind == SET
        return not (isinstance(self.asked, Record) and step.what == "recorded")


class Played(NamedTuple):
    """A call as it goes: its turns, the call afterwards, and the steps that were left over when it had ended."""

    turns: tuple[Turn, ...]
    call: Call
    left: tuple[Step, ...] = ()


def played(flow: Flow, planned: PlannedCall) -> Played:
    """Play a call to the end of its steps, or to its own."""
    witness = planned.witness
    call, told = begin(
        flow, witness.line, witness.at, language=planned.language or None, values=dict(planned.given) or None
    )
    turns = [_turn(None, 0.0, None, told)]
    for number, one in enumerate(witness.steps):
        if one.kind in _ONLY_ASKED:
            continue
        if call.ended is not None:
            return Played(tuple(_as_heard(turns)), call, witness.steps[number:])
        call, turn = _done(flow, call, one, turns[-1].waits)
        turns.append(turn)
    return Played(tuple(_as_heard(turns)), call)


def _done(flow: Flow, call: Call, one: Step, asked: Effect) -> tuple[Call, Turn]:
    if one.kind == SET:
        values = {**dict(call.values), **dict(one.values)}
        return call._replace(values=tuple(sorted(values.items()))), Turn(one, call.seconds, asked, (), asked)
    told: tuple[Effect, ...] = ()
    at = None
    for event in events_of(one):
        call, new = step(flow, call, event)
        at = when(call, new) if at is None else at
        told += new
    return call, _turn(one, at or 0.0, asked, told)


def _turn(one: Step | None, at: float, asked: Effect | None, told: tuple[Effect, ...]) -> Turn:
    waits = next((effect for effect in reversed(told) if not isinstance(effect, Say | Came)), asked)
    says = tuple(effect for effect in told if isinstance(effect, Say) and effect.text + (effect.audio or ""))
    return Turn(one, at, asked, says, waits if waits is not None else End("fault", "nothing happened"))


def _as_heard(turns: list[Turn]) -> Iterator[Turn]:
    """Leave out of each turn what the next key cuts off."""
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        if following is None or not _cuts(following):
            yield turn
        else:
            yield turn._replace(says=tuple(_until(turn, following.at - turn.at)))


def _cuts(turn: Turn) -> bool:
    return turn.step is not None and turn.step.kind in {PRESS, SPEAK, HANG_UP}


def _until(turn: Turn, seconds: float) -> Iterator[Say]:
    begun = 0.0
    for say in turn.says:
        if begun < seconds or not begun:
            yield say
        begun += say.seconds


def doing(flow: Flow, turn: Turn) -> str:
    """Say what is to be done: `press 2`, `say nothing for 5 s`, `arrange that the lookup 'x' answers 'found'`."""
    one = turn.step
    if one is None:
        return "dial"
    if one.kind == PRESS:
        return f"press {one.what}"
    if one.kind == SPEAK:
        return f'say "{one.what}"'
    if one.kind == WAIT:
        seconds = f" for {turn.asked.wait:g} s" if isinstance(turn.asked, Listen) else ""
        return f"say nothing{seconds}"
    if one.kind == SET:
        return f"{ASIDE} {' and '.join(f'{name} is {value}' for name, value in one.values)}"
    return _answered(flow, one, turn.asked) if one.kind == ANSWER else "hang up"


def _answered(flow: Flow, one: Step, asked: Effect | None) -> str:
    if isinstance(asked, Record) and one.what == "recorded":
        return f"leave a message, then press {asked.end[0]}" if asked.end else "leave a message, and wait"
    if isinstance(asked, Transfer):
        told = _RUNG.get(one.what, "{} turns out as " + repr(one.what))
        return f"{ASIDE} {told.replace('{}', contact_name(flow, asked.to))}"
    if isinstance(asked, LookUp):
        brought = ", ".join(f"{name} = {value}" for name, value in one.values)
        return f"{ASIDE} the lookup '{asked.name}' answers '{one.what}'{f' ({brought})' if brought else ''}"
    if isinstance(asked, Choose):
        return f"{ASIDE} the call goes on from '{asked.name}' by '{one.what}'"
    return f"{ASIDE} '{one.of}' turns out as '{one.what}'"


def heard(flow: Flow, turn: Turn) -> tuple[str, ...]:
    """Say what is to be heard after it: prompts in quotes, ringing, a tone."""
    said = tuple(f'"{say.text}"' if say.text else f"the recording {say.audio}" for say in turn.says)
    return (*said, *_after(flow, turn.waits))


def _after(flow: Flow, waits: Effect) -> Iterable[str]:
    if isinstance(waits, Transfer):
        return (f"ringing, for {contact_name(flow, waits.to)}",)
    return ("a tone",) if isinstance(waits, Record) else ()


def outcome(flow: Flow, done: Played) -> str:
    """Say how the call ends, or where it still is."""
    if done.call.ended is not None:
        return ending(flow, done.call.ended)
    return f"the call goes on, at '{done.call.node}'; hang up"


def dialling(flow: Flow, planned: PlannedCall) -> str:
    """Say what is to be dialled, and when: `dial 1-312-555-0100 (Text telephone), on Tuesday 10:30`."""
    witness = planned.witness
    line = flow.lines[witness.line]
    name = f" ({line.name})" if line.name else ""
    keys = f", press {line.press} at once" if line.press else ""
    moment = f", on {witness.when} ({flow.timezone.key} time)" if witness.when else ", at any time"
    return f"dial {witness.line}{name}{keys}{moment}"


def beginning(planned: PlannedCall) -> str:
    """Say what has to hold before the call begins, or nothing."""
    known = [f"{name} is {value}" for name, value in planned.given]
    spoken = [f"the call begins in '{planned.language}'"] if planned.language else []
    return f"{ASIDE} {' and '.join([*spoken, *known])}" if known or spoken else ""


def unused(flow: Flow, calls: tuple[PlannedCall, ...]) -> tuple[str, ...]:
    """Tell of calls that are over before all their steps are taken, a sentence each."""
    left = [(number, played(flow, call).left) for number, call in enumerate(calls, 1)]
    return tuple(f"call {number} is over before its step `{step_text(steps[0])}`" for number, steps in left if steps)
