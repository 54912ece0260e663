"""Random calls through a flow, written down step by step as whoever looks them up in a table must find them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from random import Random
from typing import Any

from flow_strategies import moment

from ivr.call import Call
from ivr.effect import Came, Choose, Effect, End, Listen, LookUp, Record, Say, Transfer
from ivr.engine import begin, step
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.explore.values import Variables
from ivr.flow import Flow
from ivr.nodes.menu import Menu
from ivr.table.asked import Asked
from ivr.table.maker import NOT_UNDERSTOOD

LONGEST = 14


class Caller:
    """Makes random calls."""

    def __init__(self, flow: Flow, chance: Random, presets: Sequence[dict[str, str]] = ({},)) -> None:
        self.flow, self.chance, self.presets = flow, chance, presets
        self.asked, self.known = Asked(flow), Variables(flow).answers

    def call(self) -> dict[str, Any]:
        """Make a call, and give it as JSON takes it."""
        line = self.chance.choice(list(self.flow.lines))
        language = self.chance.choice(["", "", *self.flow.languages])
        at = moment(self.chance).replace(microsecond=0)
        given = self.chance.choice(self.presets)
        call, effects = begin(self.flow, line, at, language=language or None, values=given)
        waits = effects[-1]
        steps = [shown(None, call, effects)]
        for _ in range(self.chance.randrange(LONGEST)):
            if call.ended:
                break
            event = self.happening(call, waits)
            call, effects = step(self.flow, call, event)
            waits = effects[-1] if effects else waits
            steps.append(shown(event, call, effects))
        return {"line": line, "language": language, "at": int(at.timestamp()), "given": given, "steps": steps}

    def happening(self, call: Call, waits: Effect) -> Event:
        """Give something that may happen at a page: what can be done there where the call is."""
        dice = self.chance.random()
        if dice < 0.02:
            return HangUp()
        if isinstance(waits, Listen) or (isinstance(waits, Record) and dice < 0.5):
            return self._said(call, dice) if isinstance(waits, Listen) else self._key_or_nothing(dice)
        assert isinstance(waits, LookUp | Transfer | Record | Choose)
        gives = waits.gives if isinstance(waits, LookUp) else ()
        return Outcome(self.chance.choice(waits.answers), tuple(self._values(gives)))

    def _key_or_nothing(self, dice: float) -> Event:
        return Silence() if dice < 0.15 else Key(self.chance.choice("0123456789*#"))

    def _said(self, call: Call, dice: float) -> Event:
        node = self.flow.nodes[call.node]
        if isinstance(node, Menu):
            heard = node.heard(self.flow, call)
            if dice < 0.1:
                return Spoken(self.chance.choice([NOT_UNDERSTOOD, *(" ".join(words) for words, _ in heard.words)]))
            if dice < 0.65 and heard.codes:
                return Key(self.chance.choice("".join(heard.codes)))
        elif dice < 0.05:
            return Spoken(NOT_UNDERSTOOD)
        elif dice < 0.5:
            return Key(self.chance.choice("0129#"))
        return self._key_or_nothing((dice - 0.5) * 2)

    def _values(self, gives: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        for name in gives:
            known = [value for value in self.known.get(name, ()) if value is not None]
            choices = known if self.asked.matters(name) else [str(self.chance.randrange(10**6)), "x<&>"]
            if self.chance.random() < 0.7 and choices:
                yield name, self.chance.choice(choices)


def shown(event: Event | None, call: Call, effects: tuple[Effect, ...]) -> dict[str, Any]:
    """Give a step as it is compared."""
    return {
        "event": None if event is None else _event(event),
        "seconds": call.seconds,
        "effects": [_effect(effect) for effect in effects],
        "call": {
            "node": call.node,
            "language": call.language,
            "failures": call.failures,
            "typed": call.typed,
            "stack": [frame.node for frame in call.stack],
            "trails": [*(list(frame.trail) for frame in call.stack), list(call.trail)],
            "values": [list(pair) for pair in call.values],
            "presses": call.presses,
            "ended": call.ended is not None,
        },
    }


def _event(event: Event) -> dict[str, Any]:
    match event:
        case Key(key):
            return {"kind": "key", "key": key}
        case Silence():
            return {"kind": "silence"}
        case Spoken(words):
            return {"kind": "words", "words": "" if words == NOT_UNDERSTOOD else words}
        case Outcome(name, values):
            return {"kind": "answer", "answer": name, "values": dict(values)}
        case HangUp():
            return {"kind": "hangup"}


def _effect(effect: Effect) -> dict[str, Any]:
    kinds = {Came: "came", Say: "say", Listen: "listen", Transfer: "transfer", LookUp: "lookup", Record: "record"}
    kind = {**kinds, Choose: "choose", End: "end"}[type(effect)]
    fields: dict[str, Any] = {name: _plain(value) for name, value in asdict(effect).items()}
    if isinstance(effect, Transfer):
        fields["name"] = fields.pop("to")
    if isinstance(effect, Record):
        fields["answers"] = list(effect.answers)
    if isinstance(effect, LookUp):
        fields["answers"] = fields.pop("outcomes")
    if isinstance(effect, Choose):
        fields["answers"] = fields.pop("exits")
    return {"for": kind, **fields}


def _plain(value: object) -> object:
    return [_plain(one) for one in value] if isinstance(value, tuple | list) else value
