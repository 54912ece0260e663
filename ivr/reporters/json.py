"""`json`: findings for programs; one object, with the findings in the order in which they are reported.

- `version`: 1; it grows when a field changes its meaning or goes, not when one is added.
- `files`: the flows that were named, as they were named; those of a folder by their path.
- `findings`: of each finding its `code`, `name` and `severity` (`error`, `warning` or `info`); `message`, one
  sentence; `hint`, how to put it right, empty where the sentence says it; `file`, `line`, `column`, `end_line` and
  `end_column`, counted from 1 in characters, the end just behind the last one; `related`, a list of other places, with
  the same five fields and a `message` each; and, where a call shows the fault, `call`, that call in words; `calls`, a
  list of that call as an entry of a flow's `calls:` (its line, its moment, its steps); `keys`, its steps as
  `ivr walk --keys` takes them. Where no call shows it, these three are empty.
- `counts`: how many findings there are of each severity.
"""

from __future__ import annotations

from collections import Counter

from ivr.reporter import Report, Reporter, finding_entry, json_text


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    counts = Counter(str(finding.severity) for finding in report.findings)
    return json_text(
        {
            "version": 1,
            "files": list(report.files),
            "findings": [finding_entry(finding) for finding in report.findings],
            "counts": {severity: counts[severity] for severity in ("error", "warning", "info")},
        }
    )


json = Reporter("json", _write)
