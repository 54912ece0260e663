"""`text`: findings as a person reads them: the place, one sentence, the lines of the file, and how to put it right.

    flows/clinic.yaml:99:84: ST001 error: 'hours' leads to 'goodby', which does not exist [unknown-target]
      99 |   hours: {say: "We are open on weekdays.", next: goodby}
         |                                                  ^^^^^^
      = call: dial 1-312-555-0100 on Sunday 03:00, press 4
      = help: how to put it right

Before the counts stands the command that walks the first of these calls; the format `json` has it for each. The first
line of each finding is whole, however long, so that programs can read it; the lines of the file and the advice keep
within 80 columns. Nothing that a flow holds reaches the terminal as a control sequence.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ivr.finding import Finding, Severity
from ivr.printable import printable
from ivr.reporter import Report, Reporter, replay
from ivr.source import Place

WIDTH = 80
"""Columns within which the lines of the file and the advice are kept: the width of a terminal that nobody resized."""
_LEAD = 32
_MOST_QUOTED = 80
_MOST_SAID = 1000
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_BOLD, _FAINT, _BLUE = "1", "2", "34"
_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}
_LINE_END = re.compile(r"\r\n|\r|\n")  # as editors and the reader count them; str.splitlines knows more
_LONG_QUOTE = re.compile(rf"'([^']{{{_MOST_QUOTED},}})'")


class _Pen(NamedTuple):
    """How a report is written: with colours or without, and the lines of the files it shows."""

    colour: bool
    lines: Mapping[str, list[str]]

    def paint(self, text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self.colour and text else text


def _write(report: Report, colour: bool) -> str:  # noqa: FBT001 -- the one switch that a format has
    pen = _Pen(colour, {file: _LINE_END.split(text) for file, text in report.texts.items()})
    blocks = ["\n".join(_block(finding, pen)) + "\n" for finding in report.findings]
    return "\n".join([*blocks, *_replay(report), _summary(report, pen)]) + "\n"


def _block(finding: Finding, pen: _Pen) -> Iterator[str]:
    fault, colour = finding.fault, _COLOURS[finding.severity]
    place = pen.paint(printable(str(fault.place)), _BOLD)
    kind = pen.paint(f"{finding.code} {finding.severity}", colour)
    yield f"{place}: {kind}: {_shortened(fault.message)} {pen.paint(f'[{finding.name}]', _FAINT)}"
    margin = max(len(str(place.line)) for place in (fault.place, *(place for place, _ in fault.related)))
    yield from _snippet(fault.place, margin, colour, pen)
    for other, word in fault.related:
        yield f"  {pen.paint(printable(str(other)), _BOLD)}: {_shortened(word)}"
        yield from _snippet(other, margin, _BLUE, pen)
    if finding.witness:
        yield from _advice("call", finding.witness.words())
    if fault.hint:
        yield from _advice("help", fault.hint)


def _advice(kind: str, said: str) -> list[str]:
    return textwrap.wrap(
        _shortened(said), WIDTH, initial_indent=f"  = {kind}: ", subsequent_indent="    ", break_on_hyphens=False
    )


def _replay(report: Report) -> Iterator[str]:
    """Tell how to walk the first call: every one would fill a report with lines too long to be read."""
    commands = [command for finding in report.findings if (command := replay(report, finding))]
    if commands:
        which = "this call" if len(commands) == 1 else "the first of these calls"
        yield f"To walk {which}:\n  {commands[0]}\n"


def _snippet(place: Place, margin: int, colour: str, pen: _Pen) -> Iterator[str]:
    """Give the line of the file, and carets under what is meant; `…` where either goes on."""
    lines = pen.lines.get(place.file, [])
    if not 1 <= place.line <= len(lines):
        return
    text = lines[place.line - 1]
    goes_on = place.end_line > place.line
    start = place.column - 1
    end = max(start + 1, len(text.rstrip()) if goes_on else place.end_column - 1)
    shown, start, end = _cut(text, start, end, WIDTH - margin - 5)
    carets = "^" * max(1, _columns(shown[start:end])) + ("…" if goes_on else "")
    number, blank = pen.paint(f"  {place.line:>{margin}} |", _BLUE), pen.paint(f"  {' ' * margin} |", _BLUE)
    yield f"{number} {shown}".rstrip()
    yield f"{blank} {' ' * _columns(shown[:start])}{pen.paint(carets, colour)}"


def _cut(text: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """Give as much of a line, from around `start`, as there is room for, and where what is meant begins and ends."""
    if len(text) <= room and _columns(text) <= room:
        return _one_for_one(text), start, end
    cut = max(0, start - _LEAD)
    spare = room - _columns(text[cut : cut + room])
    while cut and (spare := spare - _columns(text[cut - 1])) >= 0:  # the line ends before the room does
        cut -= 1
    kept = _one_for_one(text[cut : cut + room])
    while _columns(kept) > room - (cut + len(kept) < len(text)):
        kept = kept[:-1]
    before, after = "…" if cut else "", "…" if cut + len(kept) < len(text) else ""
    return before + kept[len(before) :] + after, start - cut, min(end - cut, len(kept))


def _one_for_one(text: str) -> str:
    """Make a piece of a file fit to be shown, one sign for one, so that carets stay exact."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else " " if sign.isspace() else "\ufffd" for sign in text)


def _shortened(message: str) -> str:
    """Make a sentence printable, and cut what it quotes, and itself, where that is longer than anybody reads."""
    short = _LONG_QUOTE.sub(lambda found: f"'{found[1][: _MOST_QUOTED - 20]}…'", message)
    return printable(short if len(short) <= _MOST_SAID else short[: _MOST_SAID - 1] + "…")


def _columns(text: str) -> int:
    """Give how many columns of a terminal the text takes: wide letters take two, combining ones none."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width  # noqa: PLC0415 -- only for texts that need it

    return sum(
        0 if category(sign) in {"Mn", "Me"} else 2 if east_asian_width(sign) in {"W", "F"} else 1 for sign in text
    )


def _summary(report: Report, pen: _Pen) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    files = printable(report.files[0]) if len(report.files) == 1 else f"{len(report.files)} flows"
    if not counts:
        return f"Nothing to report in {files}."
    said = (pen.paint(_counted(counts[severity], severity), _COLOURS[severity]) for severity in sorted(counts)[::-1])
    return f"{', '.join(said)} in {files}."


def _counted(count: int, severity: Severity) -> str:
    return f"1 {severity}" if count == 1 else f"{count} {_PLURALS[severity]}"


text = Reporter("text", _write)
