"""`junit`: the XML in which test runners report, for servers that show tests.

A `testsuite` a file, and in it a `testcase` a finding: errors and warnings are failures; an info is a test that was
skipped, so that a server shows it and fails nothing. A file without findings has one case that passes. There is no
standard for this XML; the elements and attributes are those that Jenkins and GitLab read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ivr.finding import Finding, Severity
from ivr.printable import printable
from ivr.reporter import Report, Reporter, by_file, path_of, told

_NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""See XML 1.0, section 2.2."""


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    files = by_file(report)
    suites = [line for file, found in files.items() for line in _suite(file, found)]
    counted = _counted(report.findings, passed=sum(not found for found in files.values()))
    whole = ['<?xml version="1.0" encoding="UTF-8"?>', _tag("testsuites", name="ivr check", **counted)]
    return "\n".join([*whole, *suites, "</testsuites>"]) + "\n"


def _suite(file: str, found: list[Finding]) -> Iterator[str]:
    yield "  " + _tag("testsuite", name=path_of(file), **_counted(found, passed=int(not found)))
    if not found:
        yield "    " + _tag("testcase", "/", classname=path_of(file), name="no findings", file=path_of(file))
    for finding in found:
        yield from _case(finding)
    yield "  </testsuite>"


def _case(finding: Finding) -> Iterator[str]:
    place, path = finding.place, path_of(finding.place.file)
    name = f"{finding.code} {finding.name} at {place.line}:{place.column}"
    yield "    " + _tag("testcase", classname=path, name=name, file=path, line=str(place.line))
    said = printable(finding.message)
    if finding.severity is Severity.INFO:
        yield "      " + _tag("skipped", "/", message="; ".join(told(finding)))
    else:
        whole = "\n".join([f"{path}:{place.line}:{place.column}", *told(finding)])
        opening = _tag("failure", message=said, type=str(finding.severity))
        yield f"      {opening}{_content(whole)}</failure>"
    yield "    </testcase>"


def _counted(found: Sequence[Finding], passed: int) -> dict[str, str]:
    counts = Counter(finding.severity is Severity.INFO for finding in found)
    numbers = {"tests": len(found) + passed, "failures": counts[False], "errors": 0, "skipped": counts[True]}
    return {name: str(number) for name, number in numbers.items()}


def _tag(element: str, end: str = "", /, **attributes: str) -> str:
    return " ".join([f"<{element}", *(f'{key}="{_value(value)}"' for key, value in attributes.items())]) + f"{end}>"


def _content(text: str) -> str:
    valid = _NOT_IN_XML.sub("", text)
    return valid.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _value(text: str) -> str:
    return _content(text).replace('"', "&quot;").replace("\n", "&#10;")


junit = Reporter("junit", _write)
