"""`sarif`: the Static Analysis Results Interchange Format 2.1.0 (OASIS), which GitHub's code scanning and editors read.

Every rule of the catalogue is told, with its page; a result has its rule, its place, the places related to it, and a
fingerprint that does not depend on the line. The call that shows a fault is its `codeFlows`: a location for each thing
that happens, with what happens as its message. All of them are at the finding's place, since steps of a call stand at
no line of their own and viewers leave out what has none. Places count characters (`unicodeCodePoints`).

The standard wants `{` written twice in messages, and viewers show it so; as here no message has placeholders, it is
written once.
"""

from __future__ import annotations

import re
import textwrap
from pathlib import PurePath
from typing import Any, Final

from ivr.finding import Finding, Severity
from ivr.reporter import Report, Reporter, Rule, fingerprints, json_text, told
from ivr.source import Place

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
"""What GitHub's code scanning calls them; see its page on the SARIF that it supports."""
_ROOT: Final = "%SRCROOT%"
_EXAMPLE: Final = re.compile(r"(?:^    .*(?:\n|\Z)(?:\n(?=    ))*)+", re.MULTILINE)


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    order = {rule.code: number for number, rule in enumerate(report.rules)}
    named = zip(report.findings, fingerprints(report), strict=True)
    run = {
        "tool": {"driver": {"name": "ivr", "rules": [_rule(rule) for rule in report.rules]}},
        "originalUriBaseIds": {_ROOT: {"description": _message(f"The folder in which `ivr {report.command}` ran.")}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, fingerprint, order.get(finding.code)) for finding, fingerprint in named],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> dict[str, Any]:
    prose = [" ".join(paragraph.split()) for paragraph in rule.page.partition("\nBad:\n")[0].split("\n\n")]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": _message(prose[0] or rule.name),
        "fullDescription": _message("\n\n".join(prose) or rule.name),
        "help": {"text": rule.page or rule.name, "markdown": _EXAMPLE.sub(_fenced, rule.page) or rule.name},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": not rule.off},
        "properties": {"tags": ["phone menu", rule.code[:2]], "problem.severity": _PROBLEMS[rule.severity]},
    }


def _fenced(example: re.Match[str]) -> str:
    return f"\n```yaml\n{textwrap.dedent(example[0]).rstrip()}\n```\n"


def _result(finding: Finding, fingerprint: str, index: int | None) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": _message("\n".join(told(finding))),
        "locations": [_location(finding.place)],
        "partialFingerprints": {"finding/v1": fingerprint},
    }
    if index is not None:
        result["ruleIndex"] = index
    if finding.fault.related:
        result["relatedLocations"] = [
            {"id": number, **_location(place, word)} for number, (place, word) in enumerate(finding.fault.related)
        ]
    if finding.witness:
        result["codeFlows"] = [_code_flow(finding, finding.witness.told())]
    return result


def _code_flow(finding: Finding, told_of_call: tuple[str, ...]) -> dict[str, Any]:
    steps = [{"location": _location(finding.place, word)} for word in (*told_of_call, finding.message)]
    return {"message": _message(", ".join(told_of_call)), "threadFlows": [{"locations": steps}]}


def _location(place: Place, word: str = "") -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    location = {"physicalLocation": {"artifactLocation": _artifact(place.file), "region": region}}
    return location | {"message": _message(word)} if word else location


def _artifact(file: str) -> dict[str, str]:
    """Give a file's URI: below the root where its path is relative, else a whole one."""
    from urllib.parse import quote  # noqa: PLC0415 -- slow to import, and no other format needs it

    path = PurePath(file)
    uri = quote(path.as_posix(), safe="/:" if path.is_absolute() else "/", errors="backslashreplace")
    return {"uri": f"file:///{uri.lstrip('/')}"} if path.is_absolute() else {"uri": uri, "uriBaseId": _ROOT}


def _message(text: str) -> dict[str, str]:
    return {"text": text}


sarif = Reporter("sarif", _write)
