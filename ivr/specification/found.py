"""The findings: what callers would trip over, with the calls that show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from ivr.drawing.marks import marks_by_node
from ivr.finding import Finding, Severity
from ivr.source import Place
from ivr.specification.guide import counted, quoted, sentence
from ivr.specification.parts import Paragraph, Row, Section, Strong, Word, Words, table

if TYPE_CHECKING:
    from ivr.flow import Flow

NOTHING = "Nothing was found that callers would trip over."


def findings(found: Sequence[Finding], file: str) -> Iterator[Section]:
    """Give the section of the findings, the worst first; places in other files than the flow's name these."""
    heads = ("Rule", "Level", "Finding", "Call that shows it", "How to put it right", "Place")
    rows = tuple(_row(one, number, PurePath(file)) for number, one in enumerate(_in_order(found), 1))
    if rows:
        lead = Paragraph((f"{count_words(found)}.",))
        yield Section("Findings", "findings", (lead, table("What callers would trip over", heads, rows)))
    else:
        yield Section("Findings", "findings", (Paragraph((NOTHING,)),))


def _in_order(found: Sequence[Finding]) -> list[Finding]:
    return sorted(found, key=lambda one: -one.severity)


def findings_by_step(flow: Flow, found: Sequence[Finding]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Give the codes of the findings that stand in each step, with their anchors."""
    anchors = {(one.code, one.message): _anchor(number) for number, one in enumerate(_in_order(found), 1)}
    return {
        node: tuple(dict.fromkeys((mark.code, anchors[mark.code, mark.message]) for mark in marks))
        for node, marks in marks_by_node(flow, found).items()
    }


def _anchor(number: int) -> str:
    return f"finding-{number}"


def count_words(found: Sequence[Finding]) -> str:
    """Say how many findings there are of each level, the worst first."""
    counts = Counter(one.severity for one in found)
    return ", ".join(counted(counts[level], str(level)) for level in sorted(counts)[::-1])


def _row(one: Finding, number: int, flow: PurePath) -> Row:
    level: Word = Strong("error") if one.severity is Severity.ERROR else str(one.severity)
    cells: tuple[Words, ...] = (
        (f"{one.code} {one.name}",),
        (level,),
        quoted(sentence(one.message)),
        (sentence(one.witness.words()),) if one.witness else (),
        quoted(one.fault.hint) if one.fault.hint else (),
        (_place(one.place, flow),),
    )
    return Row(cells, _anchor(number))


def _place(place: Place, flow: PurePath) -> str:
    file = PurePath(place.file)
    if file == flow:
        return f"line {place.line}"
    shown = file.relative_to(flow.parent) if file.is_relative_to(flow.parent) else file
    return f"{shown.as_posix()}, line {place.line}"
