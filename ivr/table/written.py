"""The table as plain lists, ready for JSON: everything that is the same is written once, and then named by number."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ivr.effect import Came, Choose, Effect, End, Listen, LookUp, Record, Say, Transfer
from ivr.table.hours import FIRST, WEEKS, written_hours, written_zone
from ivr.table.maker import ALL_KEYS, MOST_STATES, NOT_UNDERSTOOD, Table, table_of
from ivr.table.probed import Open, Same
from ivr.table.slots import shown
from ivr.table.state import Fork, Leaf, State, Step, Typing

if TYPE_CHECKING:
    from ivr.flow import Flow

Written = dict[str, Any]
_PLACES = 6
"""Decimals of a second: the clock of a call counts microseconds."""


@dataclass
class _Numbered:
    """Values by number, each once."""

    numbers: dict[Hashable, int] = field(default_factory=dict)
    values: list[Any] = field(default_factory=list)

    def number(self, value: Any) -> int:  # noqa: ANN401 -- anything that JSON takes
        key = json.dumps(value)
        if key not in self.numbers:
            self.numbers[key] = len(self.values)
            self.values.append(value)
        return self.numbers[key]


def write_table(flow: Flow, presets: Iterable[Mapping[str, str]] = ({},), most: int = MOST_STATES) -> Written:
    """Give the table of a flow as JSON takes it; raises TooLargeError where there would be too much of it."""
    return _Writer(table_of(flow, presets, most)).written()


class _Writer:
    def __init__(self, table: Table) -> None:
        self.table = table
        self.says, self.ways, self.waits, self.steps, self.values = (_Numbered() for _ in range(5))

    def written(self) -> Written:
        """Write everything."""
        flow, table = self.table.flow, self.table
        roots = [
            [root.line, root.language, list(root.values), self._step(root.step), len(flow.lines[root.line].press)]
            for root in table.roots
        ]
        states = [self._state(state) for state in table.states]
        return {
            "roots": roots,
            "states": states,
            "hangup": self._waits(table.hangup),
            "steps": self.steps.values,
            "says": self.says.values,
            "ways": self.ways.values,
            "waits": self.waits.values,
            "values": self.values.values,
            "machines": [
                {"onward": [list(row) for row in one.onward], "sorts": list(one.sorts), "full": sorted(one.full)}
                for one in table.machines
            ],
            "hours": {name: written_hours(schedule) for name, schedule in flow.hours.items() if name in self._asked()},
            "zone": written_zone(flow.timezone),
            "since": int(FIRST.timestamp()),
            "weeks": WEEKS,
        }

    def _asked(self) -> set[str]:
        return {step[1] for step in self.steps.values if step[0] == "open"}

    def _state(self, state: State) -> Written:
        key = state.key
        written = {
            "node": key.node,
            "language": key.language,
            "failures": key.failures,
            "typed": key.typed,
            "ahead": key.ahead,
            "stack": list(key.stack),
            "values": self.values.number([[name, shown(value)] for name, value in key.values]),
            "own": [self._say(say) for say in key.own],
            "waits": self._waits(key.waits),
            "keys": self._keys(state.keys),
            "silence": None if state.silence is None else self._step(state.silence),
            "words": [
                ["" if words == NOT_UNDERSTOOD else words, self._step(step)] for words, step in state.words.items()
            ],
            "answers": [
                [one.outcome, [list(pair) for pair in one.values], self._step(one.step)] for one in state.answers
            ],
            "typing": None if state.typing is None else self._typing(state.typing),
        }
        always = {"node", "waits", "values", "silence"} - ({"silence"} if state.silence is None else set())
        return {name: value for name, value in written.items() if name in always or value}

    def _keys(self, keys: dict[str, Step]) -> Written:
        """Write what keys do; what most of them do is written once, under no key."""
        steps = {key: self._step(step) for key, step in keys.items()}
        several = max(steps.values(), key=lambda step: (list(steps.values()).count(step), -step), default=None)
        if len(steps) < len(ALL_KEYS) or several is None:
            return dict(steps)
        return {**{key: step for key, step in steps.items() if step != several}, "": several}

    def _typing(self, typing: Typing) -> Written:
        written: Written = {
            "machine": typing.machine,
            "first": round(typing.first, _PLACES),
            "between": typing.between,
            "ends": typing.ends,
        }
        for name in ("full", "end", "quiet", "keys"):
            steps: dict[Any, Step] = getattr(typing, name)
            written[name] = {str(key): self._step(step) for key, step in steps.items()}
        if typing.words is not None:
            written["words"] = self._step(typing.words)
        return written

    def _step(self, step: Step) -> int:
        if isinstance(step, Fork):
            ways = {str(way): self._step(one) for way, one in step.ways}
            if isinstance(step.fact, Open):
                return self.steps.number(["open", step.fact.schedule, step.fact.after, ways["True"], ways["False"]])
            if isinstance(step.fact, Same):
                return self.steps.number(["same", shown(step.fact.text), ways["True"], ways["False"]])
            return self.steps.number(["back", step.fact.level, ways])
        return self.steps.number(self._leaf(step))

    def _leaf(self, leaf: Leaf) -> list[Any]:
        told = [self._told(effect) for effect in leaf.effects]
        levels = [[level, dropped, list(menus)] for level, dropped, menus in leaf.levels]
        return [
            "still" if leaf.still else "go",
            leaf.target.number,
            round(leaf.seconds, _PLACES),
            told,
            list(leaf.slots),
            leaf.kept,
            levels,
        ]

    def _told(self, effect: Effect) -> int:
        """Give the number of a prompt, or that of a way, counted below zero."""
        if isinstance(effect, Came):
            return -1 - self.ways.number([effect.node, effect.on, effect.left, effect.language])
        if isinstance(effect, Say):
            return self._say(effect)
        raise TypeError(effect)  # what else is given out comes last, and the call waits for it

    def _say(self, say: Say) -> int:
        return self.says.number(
            [shown(say.text), say.seconds, say.language, int(say.interruptible), say.audio, say.key]
        )

    def _waits(self, waits: Effect) -> int:
        return self.waits.number(_waits(waits))


def _waits(waits: Effect) -> Written:
    match waits:
        case Listen(wait, typed, speech):
            return {"for": "listen", "wait": wait, "typed": typed, "speech": speech}
        case Transfer(to, number, values, answers):
            return {"for": "transfer", "name": to, "number": number, "values": _pairs(values), "answers": list(answers)}
        case LookUp(name, outcomes, gives, values):
            given = _pairs(values)
            return {"for": "lookup", "name": name, "answers": list(outcomes), "gives": list(gives), "values": given}
        case Record(name, seconds, end):
            return {"for": "record", "name": name, "seconds": seconds, "end": end, "answers": list(waits.answers)}
        case Choose(name, exits, shares):
            return {"for": "choose", "name": name, "answers": list(exits), "shares": list(shares)}
        case End(how, why):
            return {"for": "end", "how": how, "why": why}
    raise TypeError(waits)


def _pairs(values: Iterable[tuple[str, str]]) -> list[list[str]]:
    return [[name, shown(value)] for name, value in values]
