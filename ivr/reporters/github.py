"""`github`: commands that GitHub Actions turns into notes beside the lines of a pull request.

    ::error file=flows/clinic.yaml,line=99,endLine=99,col=84,title=ST001 unknown-target::flows/clinic.yaml:99:84: ...

Beside the lines GitHub shows ten errors and ten warnings of a step, no more.
"""

from __future__ import annotations

from typing import Final

from ivr.finding import Finding, Severity
from ivr.reporter import Report, Reporter, told
from ivr.workflow_command import command

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    return "".join(f"{_command(finding)}\n" for finding in report.findings)


def _command(finding: Finding) -> str:
    title = f"{finding.code} {finding.name}"
    return command(_COMMANDS[finding.severity], finding.place, title, "\n".join(told(finding)))


github = Reporter("github", _write)
