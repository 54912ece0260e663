"""`markdown`: a script for people who dial, as a page: a table a call, with boxes to tick and room for remarks."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.flow import Flow
from ivr.played import Turn, beginning, dialling, doing, heard, outcome, played, unused
from ivr.sheet import PlannedCall, Sheet, Written
from ivr.tables import escaped, markdown_table
from ivr.transcript import clock

_ROOM = 60
_BOX = "\N{BALLOT BOX}"


def _write(flow: Flow, calls: tuple[PlannedCall, ...], stem: str) -> Written:
    title = escaped(flow.name or stem)
    blocks = [f"# {title}: {len(calls)} call{'' if len(calls) == 1 else 's'} to make\n"]
    for number, call in enumerate(calls, 1):
        blocks += _call(flow, number, call)
    return Written(((".md", "\n".join(blocks).encode()),), unused(flow, calls))


def _call(flow: Flow, number: int, call: PlannedCall) -> Iterator[str]:
    done = played(flow, call)
    yield f"## {number}. {escaped(call.title)}\n"
    first = dialling(flow, call)
    known = beginning(call)
    yield escaped(f"{first[0].upper()}{first[1:]}. {f'First {known}.' if known else ''}".strip()) + "\n"
    yield markdown_table(("", "do", "must be heard", "passed"), (_row(flow, turn) for turn in done.turns))
    yield f"{_BOX} {escaped(outcome(flow, done))} (after {clock(done.call.seconds)})\n"
    yield f"Remarks: {escaped('_' * _ROOM)}\n"


def _row(flow: Flow, turn: Turn) -> tuple[str, ...]:
    said = "<br>".join(map(escaped, heard(flow, turn)))
    return clock(turn.begins), escaped(doing(flow, turn)), said, _BOX if said else ""


markdown = Sheet("markdown", (".md", ".markdown"), _write)
