"""`github`: commands that GitHub Actions turns into notes beside the lines of a pull request.

    ::error file=flows/clinic.yaml,line=99,endLine=99,col=84,title=ST001 unknown-target::flows/clinic.yaml:99:84: ...

The place is told once more in the message: a log shows only that, and beside the lines GitHub shows ten errors and ten
warnings of a step, no more. The commands and their escapes are told in "Workflow commands for GitHub Actions"
(docs.github.com) and in the source of `@actions/core`.
"""

from __future__ import annotations

from typing import Final

from ivr.finding import Finding, Severity
from ivr.reporter import Report, Reporter, path_of, told
from ivr.source import Place

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    return "".join(f"{_command(finding)}\n" for finding in report.findings)


def _command(finding: Finding) -> str:
    place = finding.place
    title = f"{finding.code} {finding.name}"
    given = {**_lines(place), "title": title}
    properties = ",".join(f"{name}={_property(value)}" for name, value in given.items())
    message = "\n".join(told(finding))
    where = f"{path_of(place.file)}:{place.line}:{place.column}"
    return f"::{_COMMANDS[finding.severity]} {properties}::{_escaped(f'{where}: {message}')}"


def _lines(place: Place) -> dict[str, str]:
    """Give the place; GitHub drops the column where a note is about several lines."""
    lines = {"file": path_of(place.file), "line": str(place.line), "endLine": str(place.end_line)}
    return lines | {"col": str(place.column)} if place.line == place.end_line else lines


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


github = Reporter("github", _write)
