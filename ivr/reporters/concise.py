"""`concise`: a line a finding, `file:line:column: CODE severity: sentence`, and nothing where there is none."""

from __future__ import annotations

from ivr.finding import Finding
from ivr.printable import printable
from ivr.reporter import Report, Reporter


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    return "".join(f"{_line(finding)}\n" for finding in report.findings)


def _line(finding: Finding) -> str:
    return printable(f"{finding.place}: {finding.code} {finding.severity}: {finding.message}")


concise = Reporter("concise", _write)
