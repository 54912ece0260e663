"""`json`: findings for programs; one object, with the findings in the order of their places."""

from __future__ import annotations

import json as writer
from collections import Counter
from typing import Any

from ivr.finding import Finding
from ivr.reporter import Report, Reporter
from ivr.source import Place


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    counts = Counter(str(finding.severity) for finding in report.findings)
    whole = {
        "version": 1,
        "files": list(report.files),
        "findings": [_finding(finding) for finding in report.findings],
        "counts": {severity: counts[severity] for severity in ("error", "warning", "info")},
    }
    return writer.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": str(finding.severity),
        "message": finding.message,
        "hint": finding.fault.hint,
        **_place(finding.place),
        "related": [{**_place(place), "message": word} for place, word in finding.fault.related],
    }


def _place(place: Place) -> dict[str, Any]:
    return place._asdict()


json = Reporter("json", _write)
