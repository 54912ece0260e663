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

from collections import Counter
from collections.abc import Iterator

from ivr.excerpt import BLUE, BOLD, FAINT, Pen, advice, pen_for, shortened, snippet
from ivr.finding import Finding, Severity
from ivr.printable import printable
from ivr.reporter import Report, Reporter, replay

_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.INFO: "1;36"}
_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}


def _write(report: Report, colour: bool) -> str:  # noqa: FBT001 -- the one switch that a format has
    pen = pen_for(report.texts, colour=colour)
    blocks = ["\n".join(_block(finding, pen)) + "\n" for finding in report.findings]
    return "\n".join([*blocks, *_replay(report), _summary(report, pen)]) + "\n"


def _block(finding: Finding, pen: Pen) -> Iterator[str]:
    fault, colour = finding.fault, _COLOURS[finding.severity]
    place = pen.paint(printable(str(fault.place)), BOLD)
    kind = pen.paint(f"{finding.code} {finding.severity}", colour)
    yield f"{place}: {kind}: {shortened(fault.message)} {pen.paint(f'[{finding.name}]', FAINT)}"
    margin = max(len(str(place.line)) for place in (fault.place, *(place for place, _ in fault.related)))
    yield from snippet(fault.place, margin, colour, pen)
    for other, word in fault.related:
        yield f"  {pen.paint(printable(str(other)), BOLD)}: {shortened(word)}"
        yield from snippet(other, margin, BLUE, pen)
    if finding.witness:
        yield from advice("call", finding.witness.words())
    if fault.hint:
        yield from advice("help", fault.hint)


def _replay(report: Report) -> Iterator[str]:
    """Tell how to walk the first call: every one would fill a report with lines too long to be read."""
    commands = [command for finding in report.findings if (command := replay(report, finding))]
    if commands:
        which = "this call" if len(commands) == 1 else "the first of these calls"
        yield f"To walk {which}:\n  {commands[0]}\n"


def _summary(report: Report, pen: Pen) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    files = printable(report.files[0]) if len(report.files) == 1 else f"{len(report.files)} flows"
    if not counts:
        return f"Nothing to report in {files}."
    said = (pen.paint(_counted(counts[severity], severity), _COLOURS[severity]) for severity in sorted(counts)[::-1])
    return f"{', '.join(said)} in {files}."


def _counted(count: int, severity: Severity) -> str:
    return f"1 {severity}" if count == 1 else f"{count} {_PLURALS[severity]}"


text = Reporter("text", _write)
