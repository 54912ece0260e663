"""What is written down of a call: one line for everything that happened, in the words of people who make calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from ivr.effect import Came, Choose, Effect, End, Listen, LookUp, Record, Say, Transfer
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ivr.call import Call
    from ivr.flow import Flow


def clock(seconds: float) -> str:
    """Give a time on the call's clock as minutes and seconds, as in `1:07`."""
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def opening(flow: Flow, call: Call) -> str:
    """Say which line was dialled, when, and in which language the call begins."""
    local = call.at.astimezone(flow.timezone)
    line = flow.lines[call.line].name
    dialled = f"{call.line}{f' ({line})' if line else ''}, in {call.language}"
    return printable(f"{local:%a %Y-%m-%d %H:%M} {local.tzname()}: {dialled}")


def event_words(event: Event) -> str:
    """Say what happened to the call."""
    match event:
        case Key(key):
            return f"presses {key}"
        case Spoken(words):
            return f'says "{words}"'
        case Silence():
            return "says nothing"
        case Outcome(name, values):
            given = ", ".join(f"{variable} = {value}" for variable, value in values)
            return f"{name}{f' ({given})' if given else ''}"
        case HangUp():
            return "hangs up"
        case _:
            assert_never(event)


def effect_words(flow: Flow, effect: Effect) -> str | None:  # noqa: PLR0911 -- a line for each kind
    """Say what the engine asked for; None for an effect that a reader need not be told of."""
    match effect:
        case Came(node):
            return f"[{node}]"
        case Say(text, audio=audio):
            return f'"{text}"' if text else f"[{audio}]"
        case Listen():
            return None
        case Transfer(to):
            return f"rings {contact_name(flow, to)}"
        case LookUp(name, outcomes):
            return f"looks up {name}: {', '.join(outcomes)}?"
        case Record(_, seconds):
            return f"records, for at most {seconds:g} s"
        case Choose(name, exits):
            return f"{name}: {', '.join(exits)}?"
        case End():
            return ending(flow, effect)
        case _:
            assert_never(effect)


def contact_name(flow: Flow, name: str) -> str:
    """Give what people call a contact, or the number itself."""
    return (flow.contacts[name].name or name) if name in flow.contacts else name


def ending(flow: Flow, end: End) -> str:
    """Say how a call ended."""
    match end.how:
        case "transfer":
            return f"ends: {contact_name(flow, end.why)} takes the call"
        case "hangup":
            return "ends: the line hangs up"
        case "caller":
            return "ends: the caller hangs up"
        case "dropped":
            return f"ends: the call is dropped, {end.why}"
        case _:
            return f"ends by a fault of the flow: {end.why}"


def lines_of(flow: Flow, event: Event | None, call: Call, effects: tuple[Effect, ...]) -> list[str]:
    """Write down one step: the event, then the nodes that the call came to and what was said and asked there."""
    written = [] if event is None else [event_line(when(call, effects), event_words(event))]
    return written + effect_lines(flow, effects)


def event_line(seconds: float, words: str) -> str:
    """Write down what happened, and at which second of the call."""
    return f"{clock(seconds):>5}  {printable(words)}"


def effect_lines(flow: Flow, effects: tuple[Effect, ...]) -> list[str]:
    """Write down the nodes that the call came to, and what was said and asked there."""
    return [f"       {printable(words)}" for words in _words(flow, effects)]


def when(call: Call, effects: tuple[Effect, ...]) -> float:
    """Give the second of the call's clock at which the event happened that led to `call` and these `effects`."""
    heard = sum(effect.seconds for effect in effects if isinstance(effect, Say)) if call.ended else 0.0
    return max(0.0, call.seconds - heard)


def _words(flow: Flow, effects: tuple[Effect, ...]) -> Iterator[str]:
    for effect in effects:
        words = effect_words(flow, effect)
        if words:
            yield words


def closing(call: Call) -> str:
    """Sum a call up: its length and the keys pressed."""
    state = "The call took" if call.ended else "The caller is still on the line after"
    presses = f"{call.presses} key press{'' if call.presses == 1 else 'es'}"
    return f"{state} {clock(call.seconds)} and {presses}."
