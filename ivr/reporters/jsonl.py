"""`jsonl`: findings for programs that read line by line: each is one line, an object as in the `findings` of `json`."""

from __future__ import annotations

from ivr.reporter import Report, Reporter, finding_entry, json_text


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    return "".join(json_text(finding_entry(finding), indent=None) for finding in report.findings)


jsonl = Reporter("jsonl", _write)
