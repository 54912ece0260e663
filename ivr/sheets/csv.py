"""`csv`: a script for people who dial, for a spreadsheet: a step a row, with room for what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.flow import Flow
from ivr.played import beginning, dialling, doing, heard, outcome, played, unused
from ivr.sheet import PlannedCall, Sheet, Written
from ivr.tables import csv_table
from ivr.transcript import clock

_HEADS: Final = ("call", "title", "step", "time", "do", "must be heard", "passed", "remarks")


def _write(flow: Flow, calls: tuple[PlannedCall, ...], stem: str) -> Written:
    del stem  # one file holds all
    rows = (row for number, call in enumerate(calls, 1) for row in _rows(flow, number, call))
    return Written(((".csv", csv_table(_HEADS, rows)),), unused(flow, calls))


def _rows(flow: Flow, number: int, call: PlannedCall) -> Iterator[tuple[str, ...]]:
    done = played(flow, call)
    known = beginning(call)
    start = dialling(flow, call) + (f"; {known}" if known else "")
    for at, turn in enumerate(done.turns, 1):
        do = start if turn.step is None else doing(flow, turn)
        yield (str(number), call.title, str(at), clock(turn.begins), do, "\n".join(heard(flow, turn)), "", "")
    yield (
        str(number),
        call.title,
        str(len(done.turns) + 1),
        clock(done.call.seconds),
        "",
        outcome(flow, done),
        "",
        "",
    )


csv = Sheet("csv", (".csv",), _write)
