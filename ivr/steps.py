"""The steps of a call that is written down: how each is read, and what may stand behind it."""

from __future__ import annotations

import difflib
import re
from typing import Annotated, Any

from pydantic import PlainValidator, WithJsonSchema

from ivr.fields import described, wrong
from ivr.witness import ANSWER, END, HANG_UP, HEAR, PRESS, REACH, SET, SPEAK, WAIT, WORDS, Step

STEPS = (HEAR, PRESS, SPEAK, WAIT, ANSWER, SET, REACH, END, HANG_UP)
ENDS = ("hangup", "transfer", "dropped", "fault", "caller")
"""How a call can end: as the engine says it."""
_TEXT = {"type": ["string", "number"]}
_VALUES = {"type": "object", "additionalProperties": {"type": ["string", "number", "boolean"]}}
STEP_SCHEMA: dict[str, Any] = {
    "description": "One step of the call.",
    "anyOf": [
        {"enum": sorted(WORDS)},
        {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
            "properties": {
                **dict.fromkeys((HEAR, SPEAK, REACH, END), _TEXT),
                PRESS: {"type": ["string", "integer"], "pattern": "^[0-9*# ]+$"},
                ANSWER: {"type": "object", "minProperties": 1, "maxProperties": 1},
                SET: _VALUES,
            },
        },
    ],
}


def step_of(value: object) -> Step:
    """Read one step; raises the error of a field for what is none."""
    if isinstance(value, Step):
        return value
    if isinstance(value, str):
        word = _ALIASES.get(value, value)
        if word in WORDS:
            return Step(word)
        needs = (
            f"`{value}` needs something behind it, as in `{_EXAMPLES[value]}`" if value in _EXAMPLES else _what(value)
        )
        raise wrong("step", needs)
    if not isinstance(value, dict) or not value:
        raise wrong("step", f"this is {described(value)}; a step is one of {', '.join(STEPS)}, as in `press: 1`")
    if len(value) > 1:
        both = " and ".join(f"'{kind}'" for kind in list(value)[:2])
        raise wrong("step", f"this is {len(value)} steps in one, {both}; write a `-` of its own for each")
    kind, what = next(iter(value.items()))
    if kind not in _READ:
        raise wrong("step", _what(kind))
    return _READ[kind](kind, what)


def _what(kind: object) -> str:
    near = next(iter(difflib.get_close_matches(str(kind), STEPS, 1)), "")
    meant = f"did you mean '{near}'?" if near else f"a step is one of {', '.join(STEPS)}"
    return f"'{kind}' is not a step; {meant}"


def _said(kind: str, what: object) -> Step:
    text = what.strip() if isinstance(what, str) else ""
    if not text:
        raise wrong("step", f"`{kind}` needs a text, as in `{_EXAMPLES[kind]}`", (kind,))
    return Step(kind, text)


def _pressed(kind: str, what: object) -> Step:
    keys = str(what).replace(" ", "")
    if not isinstance(what, str) or not _KEYS.fullmatch(keys):
        said = f"'{what}' are" if isinstance(what, str) and what else f"{described(what)} is" if what else "here are"
        raise wrong("step", f"{said} no keys of a telephone; they are 0 to 9, * and #", (kind,))
    return Step(kind, keys)


def _answered(kind: str, what: object) -> Step:
    of, answer = next(iter(what.items())) if isinstance(what, dict) and len(what) == 1 else ("", "")
    outcome, brought = next(iter(answer.items())) if isinstance(answer, dict) and len(answer) == 1 else (answer, {})
    if not of or not isinstance(outcome, str) or not outcome:
        raise wrong("step", f"an answer says who answers and how, as in `{_EXAMPLES[kind]}`", (kind,))
    return Step(kind, outcome, of, _values(brought, (kind, of, outcome)))


def _known(kind: str, what: object) -> Step:
    if not isinstance(what, dict) or not what:
        raise wrong("step", f"`set` needs names and values, as in `{_EXAMPLES[kind]}`", (kind,))
    return Step(kind, values=_values(what, (kind,)))


def _values(values: object, at: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise wrong("step", "values are names, each with one piece of text, as in `{balance: 12.50}`", at)
    return tuple(values.items())


def _ended(kind: str, what: object) -> Step:
    how, _, who = _said(kind, what).what.partition(" ")
    how, who = ("hangup", "") if (how, who) == ("hang", "up") else (how, who.strip())
    if how not in ENDS or (who and how != "transfer"):
        raise wrong(
            "step", f"'{what}' is no end of a call; it is one of {', '.join(ENDS)}, as in `end: hangup`", (kind,)
        )
    return Step(kind, f"{how} {who}".strip())


_KEYS = re.compile("[0-9*#]+")
_ALIASES = {"hangup": HANG_UP, "hang-up": HANG_UP, "silence": WAIT}
_READ = {HEAR: _said, PRESS: _pressed, SPEAK: _said, ANSWER: _answered, SET: _known, REACH: _said, END: _ended}
_EXAMPLES = {
    HEAR: "hear: test results",
    PRESS: "press: 1",
    SPEAK: "speak: refills",
    ANSWER: "answer: {member record: found}",
    SET: "set: {member: 123456}",
    REACH: "reach: main",
    END: "end: transfer nurse",
}

StepField = Annotated[Step, PlainValidator(step_of), WithJsonSchema(STEP_SCHEMA)]
"""A step, as a field of a part."""
