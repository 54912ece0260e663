"""`calls`: the calls as `calls:` of a flow, as `ivr test` runs them; what callers hear stands beside as comments."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from ivr.effect import Record
from ivr.flow import Flow
from ivr.played import Played, Turn, played, unused
from ivr.printable import printable
from ivr.scalar import scalar
from ivr.sheet import PlannedCall, Sheet, Written
from ivr.witness import ANSWER, PRESS, SET, SPEAK, WORDS, Step, Witness

_COMMENTS_AT: Final = 38
_LONGEST: Final = 80
"""Letters of a comment; what is heard may be long."""


def _write(flow: Flow, calls: tuple[PlannedCall, ...], stem: str) -> Written:
    del stem  # one file holds all
    blocks = ["\n".join(_call(flow, call)) for call in calls]
    text = "calls:\n" + "\n\n".join(blocks) + "\n" if blocks else "calls: []\n"
    return Written(((".yaml", text.encode()),), unused(flow, calls))


def _call(flow: Flow, call: PlannedCall) -> Iterator[str]:
    witness = call.witness
    yield f"  - call: {scalar(call.title)}"
    yield f"    line: {scalar(witness.line)}"
    yield f"    at: {scalar(witness.moment())}"
    if call.language:
        yield f"    language: {scalar(call.language)}"
    if call.given:
        yield f"    given: {_map(call.given)}"
    steps = [*map(_step, witness.steps), *_last(witness)]
    if steps:
        yield "    steps:"
        done = played(flow, call)
        for written, comment in zip_longest(steps, _comments(witness.steps, done), fillvalue=""):
            line = f"      - {written}"
            yield f"{line:<{_COMMENTS_AT}}# {comment}" if comment else line


def _step(step: Step) -> str:
    if step.kind == ANSWER:
        outcome = f"{{{scalar(step.what)}: {_map(step.values)}}}" if step.values else scalar(step.what)
        return f"answer: {{{scalar(step.of)}: {outcome}}}"
    if step.kind == SET:
        return f"set: {_map(step.values)}"
    return step.kind if step.kind in WORDS else f"{step.kind}: {scalar(step.what)}"


def _last(witness: Witness) -> Iterator[str]:
    if witness.reach:
        yield f"reach: {scalar(witness.reach)}"
    elif witness.end:
        yield f"end: {scalar(witness.end)}"


def _map(pairs: tuple[tuple[str, str], ...]) -> str:
    return f"{{{', '.join(f'{scalar(name)}: {scalar(value)}' for name, value in pairs)}}}"


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
