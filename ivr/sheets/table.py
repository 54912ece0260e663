"""`table`: a script for people who dial, for a terminal of 80 columns, or for paper."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from ivr.flow import Flow
from ivr.played import Turn, beginning, dialling, doing, heard, outcome, played, unused
from ivr.printable import printable
from ivr.sheet import PlannedCall, Sheet, Written
from ivr.transcript import clock

_WIDTH: Final = 80
_INDENT: Final = " " * 7
_BOX: Final = "[ ] "


def _write(flow: Flow, calls: tuple[PlannedCall, ...], stem: str) -> Written:
    title = f"{flow.name or stem}: {len(calls)} call{'' if len(calls) == 1 else 's'} to make"
    blocks = [_wrapped(title), *(_call(flow, number, call) for number, call in enumerate(calls, 1))]
    text = "\n\n".join("\n".join(lines) for lines in blocks)
    return Written(((".txt", f"{text}\n".encode()),), unused(flow, calls))


def _call(flow: Flow, number: int, call: PlannedCall) -> Iterator[str]:
    done = played(flow, call)
    yield from _wrapped(f"{number}. {call.title}", "", "   ")
    if known := beginning(call):
        yield from _wrapped(f"first {known}", _INDENT, _INDENT)
    for turn in done.turns:
        yield from _turn(flow, call, turn)
    yield from _wrapped(outcome(flow, done), f"{clock(done.call.seconds):>5}  {_BOX}", f"{_INDENT}    ")
    yield f"{_INDENT}Remarks: {'_' * (_WIDTH - len(_INDENT) - 9)}"


def _turn(flow: Flow, call: PlannedCall, turn: Turn) -> Iterator[str]:
    do = dialling(flow, call) if turn.step is None else doing(flow, turn)
    yield from _wrapped(do, f"{clock(turn.begins):>5}  ", _INDENT)
    for said in heard(flow, turn):
        yield from _wrapped(said, f"{_INDENT}{_BOX}", f"{_INDENT}    ")


def _wrapped(text: str, first: str = "", later: str = "") -> list[str]:
    lines = textwrap.wrap(
        printable(text), _WIDTH, initial_indent=first, subsequent_indent=later, break_on_hyphens=False
    )
    return lines or [first.rstrip()]


table = Sheet("table", (".txt",), _write)
