"""`markdown`: findings for a comment on a pull request, a summary of a job, or a wiki: a table a file.

The calls that show them are folded away beneath each table. What a flow holds is escaped: it can neither break out of
its cell nor call a person by `@name`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ivr.finding import Finding, Severity
from ivr.printable import path_of
from ivr.reporter import Report, Reporter, by_file, place_in, replay
from ivr.tables import escaped

_PLURALS: Final = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    blocks = [f"### ivr {report.command}: {_summary(report)}"]
    for file, found in by_file(report).items():
        if found:
            blocks += _blocks(report, file, found)
    return "\n\n".join(blocks) + "\n"


def _summary(report: Report) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    files = "1 flow" if len(report.files) == 1 else f"{len(report.files)} flows"
    said = (f"{counts[one]} {one if counts[one] == 1 else _PLURALS[one]}" for one in sorted(counts)[::-1])
    return f"{', '.join(said) or 'nothing to report'} in {files}"


def _blocks(report: Report, file: str, found: list[Finding]) -> Iterator[str]:
    yield f"#### {escaped(path_of(file))}"
    yield "\n".join(["| place | rule | | |", "|---|---|---|---|", *map(_row, found)])
    calls = [line for finding in found for line in _call(report, finding)]
    if calls:
        yield "<details>\n<summary>Calls that show it</summary>"
        yield "\n".join(calls)
        yield "</details>"


def _row(finding: Finding) -> str:
    said = "<br>".join(escaped(text) for text in (finding.message, finding.fault.hint) if text)
    where = place_in(finding.place, finding.place.file)
    return f"| {where} | {finding.code} {escaped(finding.name)} | {finding.severity} | {said} |"


def _call(report: Report, finding: Finding) -> Iterator[str]:
    if finding.witness is None:
        return
    where = place_in(finding.place, finding.place.file)
    yield f"- {where} {finding.code}: {escaped(finding.witness.words())}"
    if command := replay(report, finding):
        yield f"  <br>{_code(command)}"


def _code(text: str) -> str:
    """Give a code span; its fence is longer than any run of backticks within (CommonMark, 6.1)."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    return f"{fence} {text} {fence}" if "`" in text else f"`{text}`"


markdown = Reporter("markdown", _write)
