"""`json`: findings for programs; one object, with the findings in the order in which they are reported.

- `version`: 1; it grows when a field changes its meaning or goes, not when one is added.
- `files`: the flows that were named, as they were named; those of a folder by their path.
- `findings`: of each finding its `code`, `name` and `severity` (`error`, `warning` or `info`); `message`, one
  sentence; `hint`, how to put it right, empty where the sentence says it; `file`, `line`, `column`, `end_line` and
  `end_column`, counted from 1 in characters, the end just behind the last one; `related`, a list of other places, with
  the same five fields and a `message` each.
- `counts`: how many findings there are of each severity.
"""

from __future__ import annotations

import json as writer
import re
from collections import Counter
from typing import Any

from ivr.finding import Finding
from ivr.reporter import Report, Reporter
from ivr.source import Place

# What JSON allows in a string, but a terminal may obey, or an editor may hide.
_UNSEEN = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    counts = Counter(str(finding.severity) for finding in report.findings)
    whole = {
        "version": 1,
        "files": list(report.files),
        "findings": [_finding(finding) for finding in report.findings],
        "counts": {severity: counts[severity] for severity in ("error", "warning", "info")},
    }
    written = writer.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


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
