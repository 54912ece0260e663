"""`text`: findings as a person reads them: the place, one sentence, the lines of the file, and how to put it right."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from ivr.finding import Finding, Severity
from ivr.reporter import Report, Reporter
from ivr.source import Place

WIDTH = 110
"""Columns after which a hint is wrapped, and a line of the file is cut."""
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}
_LEAD = 40


def _write(report: Report, colour: bool) -> str:  # noqa: FBT001 -- the one switch that a format has
    blocks = [_block(finding, report, colour=colour) for finding in report.findings]
    return "\n".join([*blocks, _summary(report)]) + "\n"


def _block(finding: Finding, report: Report, *, colour: bool) -> str:
    severity = _painted(f"{finding.severity}", _COLOURS[finding.severity], colour=colour)
    code = _painted(finding.code, "1", colour=colour)
    lines = [f"{_painted(str(finding.place), '1', colour=colour)}: {code} {severity}: {finding.message}"]
    lines += _snippet(finding.place, report, colour=colour)
    for place, word in finding.fault.related:
        lines.append(f"  {place}: {word}")
        lines += _snippet(place, report, colour=colour)
    if finding.fault.hint:
        lines += textwrap.wrap(finding.fault.hint, WIDTH, initial_indent="  = ", subsequent_indent="    ")
    return "\n".join(lines) + "\n"


def _snippet(place: Place, report: Report, *, colour: bool) -> Iterator[str]:
    """Give the line of the file, and carets under what is meant; a long line is cut around it."""
    lines = report.texts.get(place.file, "").splitlines()
    if not 1 <= place.line <= len(lines):
        return
    text = lines[place.line - 1]
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(text.rstrip())
    cut = max(0, start - _LEAD) if len(text) > WIDTH else 0
    shown = _shown(text[cut : cut + WIDTH])
    carets = "^" * max(1, min(end, cut + WIDTH) - start)
    margin = len(str(place.line))
    yield f"  {place.line} | {shown}".rstrip()
    yield f"  {' ' * margin} | {' ' * _columns(text[cut:start])}{_painted(carets, '32', colour=colour)}"


def _shown(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text.replace("\t", " "))


def _columns(text: str) -> int:
    """Give how many columns of a terminal the text takes: wide letters take two."""
    from unicodedata import combining, east_asian_width  # noqa: PLC0415 -- only for snippets

    return sum(0 if combining(letter) else 2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _summary(report: Report) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    files = report.files[0] if len(report.files) == 1 else f"{len(report.files)} flows"
    if not counts:
        return f"Nothing to report in {files}."
    said = [_counted(counts[severity], severity) for severity in sorted(counts, reverse=True)]
    return f"{', '.join(said)} in {files}."


def _counted(count: int, severity: Severity) -> str:
    return f"1 {severity}" if count == 1 else f"{count} {_PLURALS[severity]}"


def _painted(text: str, code: str, *, colour: bool) -> str:
    return f"\033[{code}m{text}\033[0m" if colour else text


text = Reporter("text", _write)
