"""`gitlab`: a Code Quality report, which GitLab shows in merge requests; save it as an artifact of that kind.

A JSON list with, for each finding, its `description`, the `check_name`, a `fingerprint` that stays when lines are
moved, the `severity` (`major` for an error, `minor` for a warning, `info`) and the `location`. The fields are told in
GitLab's manual, "Code Quality", on reports in its own format (seen in a summary).
"""

from __future__ import annotations

from typing import Any, Final

from ivr.finding import Finding, Severity
from ivr.printable import path_of
from ivr.reporter import Report, Reporter, fingerprints, json_text, told

_SEVERITIES: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    named = zip(report.findings, fingerprints(report), strict=True)
    return json_text([_entry(finding, fingerprint) for finding, fingerprint in named])


def _entry(finding: Finding, fingerprint: str) -> dict[str, Any]:
    place = finding.place
    return {
        "description": "\n".join(told(finding)),
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path_of(place.file), "lines": {"begin": place.line, "end": place.end_line}},
    }


gitlab = Reporter("gitlab", _write)
