"""`calls`: the calls as `calls:` of a flow, as `ivr test` runs them; what callers hear stands beside as comments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, Final

from ivr.calls.writing import entry_lines
from ivr.effect import Record
from ivr.flow import Flow
from ivr.loading.beside import CALLS
from ivr.played import Played, Turn, played, unused
from ivr.printable import printable
from ivr.sheet import PlannedCall, Sheet, Written
from ivr.witness import PRESS, SPEAK, Step

_COMMENTS_AT: Final = 38
_LONGEST: Final = 80
"""Letters of a comment; what is heard may be long."""


def _write(flow: Flow, calls: tuple[PlannedCall, ...], stem: str) -> Written:
    del stem  # one file holds all
    blocks = ["\n".join(_call(flow, call)) for call in calls]
    text = f"{CALLS}:\n" + "\n\n".join(blocks) + "\n" if blocks else f"{CALLS}: []\n"
    return Written(((".yaml", text.encode()),), unused(flow, calls))


def _call(flow: Flow, call: PlannedCall) -> Iterator[str]:
    lines = list(entry_lines(_entry(call)))
    steps = call.witness.steps
    head = len(lines) - len(call.witness.entry()["steps"])
    yield from lines[:head]
    for line, comment in zip_longest(lines[head:], _comments(steps, played(flow, call)), fillvalue=""):
        yield f"{line:<{_COMMENTS_AT}}# {comment}" if comment else line


def _entry(call: PlannedCall) -> dict[str, Any]:
    entry = call.witness.entry(call.title)
    steps = entry.pop("steps")
    begins: dict[str, Any] = {"language": call.language, "given": dict(call.given)}
    return {**entry, **{name: value for name, value in begins.items() if value}, "steps": steps}


def _comments(steps: tuple[Step, ...], done: Played) -> Iterator[str]:
    """Give for each step what callers hear before it: the announcement of what they press, or what they are asked."""
    turns = [*done.turns]
    for step in steps:
        if len(turns) > 1 and turns[1].step is step:
            heard = _heard(turns[0], turns[1]) if step.kind in {PRESS, SPEAK} else ""
            yield printable(heard if len(heard) <= _LONGEST else f"{heard[: _LONGEST - 1].rstrip()}…")
            turns.pop(0)
        else:
            yield ""


def _heard(before: Turn, turn: Turn) -> str:
    keys = turn.step.what if turn.step else ""
    for say in before.says:
        if say.key is not None and (say.key == keys or keys.startswith(say.key)):
            return say.text
    if isinstance(turn.asked, Record) or not before.says or before.says[-1].key is not None:
        return ""
    return before.says[-1].text


calls = Sheet("calls", (".yaml", ".yml"), _write)
