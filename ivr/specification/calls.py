"""The calls that are written down as tests, in words.

Whether they pass is no part of this yet: it would be one more column here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ivr.documents import Script
from ivr.specification.guide import Guide
from ivr.specification.parts import Row, Section, Words, listed, table


def calls(guide: Guide) -> Iterator[Section]:
    """Give the section of the calls, where the flow has any."""
    heads = ("Call", "Line", "When", "What happens", "Documented")
    rows = tuple(_row(guide, script) for script in guide.flow.calls)
    if rows:
        caption = "Calls that show how the lines are meant to answer, written down as tests"
        yield Section("Calls", "calls", (table(caption, heads, rows),))


def _row(guide: Guide, script: Script) -> Row:
    line = script.line or next(iter(guide.flow.lines), "")
    given = [(f"{name} is {value}",) for name, value in script.given.items()]
    language = [(f"in {script.language}",)] if script.language else []
    steps = [_step(guide, step) for step in script.steps]
    return Row(
        (
            (script.call,),
            guide.line(line),
            (script.at or "any time",),
            listed((*given, *language, *steps), "; "),
            guide.documented(script.documented),
        )
    )


def _step(guide: Guide, step: Mapping[str, Any]) -> Words:
    kind, what = next(iter(step.items()), ("", ""))
    if kind in _ENDS:
        return _ENDS[kind](guide, str(what))
    if isinstance(what, Mapping):
        return listed(tuple((f"{name} answers: {_answer(answer)}",) for name, answer in what.items()))
    return (f"{kind} {what}".strip(),)


def _answer(answer: object) -> str:
    """Say how a lookup or a transfer turns out, with what it brings."""
    if not isinstance(answer, Mapping):
        return str(answer)
    outcome, values = next(iter(answer.items()), ("", {}))
    brought = values if isinstance(values, Mapping) else {}
    return " ".join([str(outcome), *(f"({name} {value})" for name, value in brought.items())])


def _end(guide: Guide, what: str) -> Words:
    verb, _, contact = what.partition(" ")
    if verb == "transfer" and contact:
        return (*guide.contact(contact), " takes the call")
    return ({"hangup": "the line hangs up"}.get(what, f"ends: {what}"),)


_ENDS = {
    "hear": lambda _, what: (f"hear “{what}”",),
    "press": lambda _, what: (f"press {what}",),
    "speak": lambda _, what: (f"say “{what}”",),
    "wait": lambda _, __: ("say nothing",),
    "reach": lambda guide, what: ("be at ", *guide.thing(what)),
    "end": _end,
}
