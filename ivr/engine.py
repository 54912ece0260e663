"""The engine: `begin` and `step`, pure functions that alone decide where a call goes.

There is no clock in here, no chance, no input and no output. Time comes with the events; what a caller hears and what
the world is asked to do goes out as effects.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from ivr.call import Call, Frame
from ivr.effect import Came, Effect, End, Listen, Say
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.flow import moment
from ivr.listening import Listening
from ivr.node import AGAIN, BACK, Await, Collect, Fail, Finish, Go, Hear, Keep, Move, Return, Run, Values

if TYPE_CHECKING:
    from ivr.flow import Flow
    from ivr.node import Node

MOST_PASSES = 1000
"""Nodes that one step may pass before the call is ended: the caller is asked nothing, again and again."""
DEEPEST = 50
"""Sub-flows that may be under way at once before the call is ended."""

START = "start"
"""The exit by which a call leaves a line."""

Told = tuple[Effect, ...]
Step = tuple[Call, Told]


def begin(
    flow: Flow,
    line: str,
    at: datetime,
    *,
    language: str | None = None,
    values: Mapping[str, str] | None = None,
) -> Step:
    """Answer a call on `line` at the moment `at` (without a zone: in the flow's own).

    Gives the call and the effects to carry out. `values` are variables known beforehand. Raises ValueError where the
    flow has no such line.
    """
    if line not in flow.lines:
        message = f"the flow has no line '{line}'; it has {', '.join(flow.lines) or 'none at all'}"
        raise ValueError(message)
    entry = flow.lines[line]
    spoken = language or entry.language or flow.first_language
    known = tuple(sorted((values or {}).items()))
    call = Call(line, moment(at, flow), entry.start, spoken, ahead=entry.press, values=known, presses=len(entry.press))
    return _follow(flow, call, Go(entry.start, START))


def step(flow: Flow, call: Call, event: Event) -> Step:
    """Let one event happen to a call; gives the call as it is then, and the effects to carry out.

    A call that has ended stays as it is, whatever happens.
    """
    if call.ended is not None:
        return call, ()
    if isinstance(event, HangUp):
        return _end(call._replace(seconds=call.seconds + max(event.after, 0.0)), End("caller", "the caller hung up"))
    node = flow.nodes.get(call.node)
    if node is None:
        return _end(call, End("fault", f"'{call.node}' does not exist"))
    move = node.react(flow, call, event)
    if isinstance(event, Key):
        return _pressed(flow, call, event, node, move)
    if isinstance(move, Keep):
        return call, ()
    swallow = call.swallow if isinstance(event, Outcome) else ""
    return _follow(flow, _at(call, _moment_of(flow, call, node, event), swallow=swallow), move)


def _pressed(flow: Flow, call: Call, event: Key, node: Node, move: Move) -> Step:
    after = event.after
    if call.swallow and event.key in call.swallow and _is_habit(flow, after, move):
        return call._replace(swallow="", presses=call.presses + 1), ()
    if node.flush and call.before and after is not None and after < _length(call.playing[: call.before]):
        return call._replace(presses=call.presses + 1), ()
    if isinstance(move, Keep):
        return _kept(call, event, move), ()
    if after is None and isinstance(move, Go) and move.told is not None and call.playing and not call.before:
        seconds = call.seconds + move.told  # the menu knows it, and need not count again
    else:
        seconds = _reached(call, event.key, after)
    return _follow(flow, _at(call, seconds, presses=1), move)


def _is_habit(flow: Flow, after: float | None, move: Move) -> bool:
    """Whether an end key only ends the entry before: it means nothing here, or comes as fast as a next digit."""
    return isinstance(move, Fail | Keep) or (after is not None and after <= flow.defaults.between)


def _kept(call: Call, event: Key, move: Keep) -> Call:
    """Keep a key for whatever listens next; what is playing is cut off by it all the same."""
    ahead = call.ahead + event.key if move.ahead else call.ahead
    playing = call.playing if event.after is None else tuple(_cut(call.playing, event.after))
    return call._replace(ahead=ahead, presses=call.presses + 1, swallow="", playing=playing)


def _cut(playing: tuple[Say, ...], after: float) -> Iterator[Say]:
    """Give what is heard of prompts when a key cuts them off `after` seconds from their beginning."""
    left = max(after, 0.0)
    for say in playing:
        yield replace(say, seconds=min(say.seconds, left)) if say.interruptible else say
        left = max(left - say.seconds, 0.0)


def _at(call: Call, seconds: float, presses: int = 0, swallow: str = "") -> Call:
    """Give the call at a later second, with nothing playing any more."""
    return Call(
        call.line,
        call.at,
        call.node,
        call.language,
        seconds,
        call.trail,
        call.stack,
        call.failures,
        call.typed,
        call.ahead,
        swallow,
        call.values,
        call.presses + presses,
    )


def _moment_of(flow: Flow, call: Call, node: Node, event: Silence | Spoken | Outcome) -> float:
    """Give the second of the call's clock at which an event that is no key takes effect."""
    if isinstance(event, Silence):
        wait = 0.0
        if isinstance(node, Listening):
            wait = node.between_in(flow) if call.typed else node.wait_in(flow)
        return call.seconds + _length(call.playing) + wait
    if isinstance(event, Spoken):
        return _reached(call, "", event.after)
    return call.seconds + _length(call.playing) + max(event.after, 0.0)


def _length(says: Iterable[Say]) -> float:
    return sum(say.seconds for say in says)


def _reached(call: Call, key: str, after: float | None) -> float:
    """Give the second at which a key is heard: at once, but behind prompts that no key cuts off.

    Without `after`, the caller presses when the option has been announced, or else when the prompts are over.
    """
    wait = None if after is None else max(after, 0.0)
    passed = behind = 0.0
    for number, say in enumerate(call.playing):
        passed += say.seconds
        if wait is None:
            if key and say.key is not None and say.key.startswith(key) and number >= call.before:
                wait = passed
        elif passed > wait and not say.interruptible:
            behind += min(say.seconds, passed - wait)
    return call.seconds + (passed if wait is None else wait) + behind


def _follow(flow: Flow, call: Call, move: Move) -> Step:
    """Move the call on until it waits for the world or is over."""
    passes, heard = 0, 0.0
    told: list[Effect] = []  # what is given out on the way; in place, as a flow may be very long
    while True:
        if isinstance(move, Go):
            passes += 1
            if passes > MOST_PASSES and passes > 2 * len(flow.nodes):
                return _end(call, End("fault", f"the call goes round '{call.node}' and never asks anything"), told)
            if move.says:
                heard += _length(say for say in move.says if not (call.ahead and say.interruptible))
            call, move = _come(flow, call, move, told, heard)
        elif isinstance(move, Hear) and not call.ahead:
            return _listen(call, move, told)
        elif isinstance(move, Fail):
            call, move = _failed(flow, call, move, told)
            heard = _length(_said(told))
        elif isinstance(move, Hear) or (isinstance(move, Collect) and call.ahead):
            call, move = _used(flow, call, move, told)
            heard = _length(_said(told))
        elif isinstance(move, (Run, Return)):
            call, move = _sub_flow(flow, call, move)
        else:
            return _rest(call, move, told)


def _came(flow: Flow, call: Call, on: str, left: str) -> Came:
    """Give the effect that tells of the way by which a call came: the same value for every call that takes it."""
    key = ("came", call.node, on, left, call.language)
    came: Came | None = flow.memo.get(key)
    if came is None:
        came = flow.memo[key] = Came(call.node, on, left, call.language)
    return came


def _come(flow: Flow, call: Call, move: Go, told: list[Effect], heard: float) -> tuple[Call, Move]:
    """Come to the next node; prompts of `heard` seconds are over by then, and the node sees the hours of then."""
    left, call = call.node, _go(flow, call, move)
    told += move.says
    told.append(_came(flow, call, move.on, left if move.on != START else ""))
    node = flow.nodes.get(call.node)
    if node is None:
        return call, Finish(End("fault", f"'{call.node}' does not exist"))
    return call, node.arrive(flow, call._replace(seconds=call.seconds + heard) if heard else call)


def _rest(call: Call, move: Collect | Await | Finish | Keep, told: list[Effect]) -> Step:
    """Let the call wait for the world, or end it."""
    if isinstance(move, Collect):
        return _waiting(call._replace(typed=move.typed), told, Listen(move.wait, move.typed))
    if isinstance(move, Await):
        told += move.says
        return _waiting(call, _uncut(told) if call.ahead else told, move.effect)
    if isinstance(move, Finish):
        return _end(call, move.end, (*told, *move.says))
    return call, tuple(told)


def _said(told: Iterable[Effect]) -> tuple[Say, ...]:
    return tuple(effect for effect in told if type(effect) is Say)


def _uncut(told: Iterable[Effect]) -> list[Effect]:
    """Leave out the prompts that a key which waits already cuts off."""
    return [effect for effect in told if not (isinstance(effect, Say) and effect.interruptible)]


def _waiting(call: Call, told: list[Effect], effect: Effect) -> Step:
    playing = _said(told)
    return call._replace(playing=playing, before=len(playing)), (*told, effect)


def _listen(call: Call, move: Hear, told: list[Effect]) -> Step:
    before = _said(told)
    waiting = Call(
        call.line,
        call.at,
        call.node,
        call.language,
        call.seconds,
        call.trail,
        call.stack,
        call.failures,
        "",
        "",
        call.swallow,
        call.values,
        call.presses,
        before + move.says,
        len(before),
    )
    return waiting, (*told, *move.says, move.listen)


def _used(flow: Flow, call: Call, move: Hear | Collect, told: list[Effect]) -> tuple[Call, Move]:
    """Let a key that was pressed ahead act now; it cuts off every prompt that a key can cut off."""
    key = call.ahead[0]
    typed = move.typed if isinstance(move, Collect) else call.typed
    call = call._replace(ahead=call.ahead[1:], swallow="", typed=typed)
    told[:] = _uncut((*told, *move.says) if isinstance(move, Hear) else told)
    return call, flow.nodes[call.node].react(flow, call, Key(key))


def _go(flow: Flow, call: Call, move: Go) -> Call:
    """Come to the next node: its trail, language and values; failures begin again, but for `again`.

    What was pressed ahead comes along, without an end key too many, unless the node throws it away.
    """
    target, trail, failures = move.to, call.trail, 0
    if target == AGAIN:
        target, failures = call.node, call.failures
    elif target == BACK:
        target, trail = _back(call)
        failures = call.failures if target == call.node else 0
    node = flow.nodes.get(target)
    if node is not None and node.verb == "menu":
        trail = _trail(trail, target)
    language = (node.language if node else None) or move.language or call.language
    values = _with(call.values, move.values) if move.values else call.values
    ahead, swallow = call.ahead, move.swallow or call.swallow
    if ahead:
        if swallow and ahead[0] in swallow:
            ahead, swallow = ahead[1:], ""
        if node is not None and node.flush:
            ahead = ""
    return Call(
        call.line,
        call.at,
        target,
        language,
        call.seconds,
        trail,
        call.stack,
        failures,
        "",
        ahead,
        swallow,
        values,
        call.presses,
    )


def _back(call: Call) -> tuple[str, tuple[str, ...]]:
    """Give the menu before this one, or this node again where there is none."""
    trail = call.trail[:-1] if call.trail and call.trail[-1] == call.node else call.trail
    return (trail[-1], trail) if trail else (call.node, call.trail)


def _trail(trail: tuple[str, ...], menu: str) -> tuple[str, ...]:
    """Put a menu on the trail; one that is on it already cuts the trail back to there."""
    if menu in trail:
        return trail[: trail.index(menu) + 1]
    return (*trail, menu)


def _with(values: Values, more: Values) -> Values:
    return tuple(sorted({**dict(values), **dict(more)}.items()))


def _failed(flow: Flow, call: Call, move: Fail, told: list[Effect]) -> tuple[Call, Move]:
    """Count a silence or a wrong key; both count towards one limit. Keys pressed ahead of a mistake are forgotten."""
    node = flow.nodes[call.node]
    if not isinstance(node, Listening):
        return call, Keep()
    swallow = "" if call.ahead else move.swallow
    call = call._replace(failures=call.failures + 1, typed="", ahead="", swallow=swallow)
    if call.failures < node.tries_in(flow):
        told += (_came(flow, call, move.kind, call.node), *node.reprompt(flow, call, move.kind, call.failures))
        return call, node.hear(flow, call)
    target = node.otherwise_in(flow)
    if target is None:
        return call, Finish(End("fault", "the flow does not say where the call goes after the last try"))
    return call._replace(failures=0), Go(target, "otherwise")


def _sub_flow(flow: Flow, call: Call, move: Run | Return) -> tuple[Call, Move]:
    if isinstance(move, Run):
        if len(call.stack) >= DEEPEST:
            return call, Finish(End("fault", f"the sub-flow '{move.node}' runs itself, and never comes back"))
        frame = Frame(call.node, call.trail)
        return call._replace(stack=(*call.stack, frame), trail=()), Go(move.node, "run")
    if not call.stack:
        return call, Finish(End("fault", f"'{call.node}' returns, but no node ran it as a sub-flow"))
    frame = call.stack[-1]
    call = call._replace(stack=call.stack[:-1], trail=frame.trail, node=frame.node)
    node = flow.nodes.get(frame.node)
    if node is None:
        return call, Finish(End("fault", f"'{frame.node}' does not exist"))
    return call, node.comes_back(flow, move.value)


def _end(call: Call, end: End, told: Iterable[Effect] = ()) -> Step:
    over = call.seconds + _length(_said(told))
    return call._replace(ended=end, seconds=over, playing=(), before=0, typed="", ahead="", swallow=""), (*told, end)
