"""The findings: what callers would trip over, with the calls that show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from ivr.finding import Finding, Severity
from ivr.source import Place
from ivr.specification.guide import counted
from ivr.specification.parts import Paragraph, Row, Section, Strong, Word, Words, table

NOTHING = "Nothing was found that callers would trip over."


def findings(found: Sequence[Finding], folder: str) -> Iterator[Section]:
    """Give the section of the findings, the worst first; places are named from the flow's `folder`."""
    heads = ("Finding", "Level", "Rule", "Call that shows it", "How to put it right", "Place")
    rows = tuple(_row(one, folder) for one in sorted(found, key=lambda one: -one.severity))
    if rows:
        lead = Paragraph((f"{count_words(found)}.",))
        yield Section("Findings", "findings", (lead, table("What callers would trip over", heads, rows)))
    else:
        yield Section("Findings", "findings", (Paragraph((NOTHING,)),))


def count_words(found: Sequence[Finding]) -> str:
    """Say how many findings there are of each level, the worst first."""
    counts = Counter(one.severity for one in found)
    return ", ".join(counted(counts[level], str(level)) for level in sorted(counts)[::-1]) or "none"


def _row(one: Finding, folder: str) -> Row:
    level: Word = Strong("error") if one.severity is Severity.ERROR else str(one.severity)
    call = one.witness.words() if one.witness else ""
    return Row(
        (
            (one.message,),
            (level,),
            (f"{one.code} {one.name}",),
            _words(call),
            _words(one.fault.hint),
            (_place(one.place, folder),),
        )
    )


def _words(text: str) -> Words:
    return (text,) if text else ()


def _place(place: Place, folder: str) -> str:
    file = PurePath(place.file)
    shown = file.relative_to(folder) if file.is_relative_to(folder) else file
    return f"{shown.as_posix()}:{place.line}:{place.column}"
