"""`junit`: the XML in which test runners report, for servers that show tests.

A `testsuite` a file, and in it a `testcase` a finding: errors and warnings are failures; an info is a test that was
skipped, so that a server shows it and fails nothing. A file without findings has one case that passes. There is no
standard for this XML; the elements and attributes are those that Jenkins and GitLab read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ivr.finding import Finding, Severity
from ivr.printable import path_of, printable
from ivr.reporter import Report, Reporter, by_file, told
from ivr.xml_text import content, tag


def _write(report: Report, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    files = by_file(report)
    suites = [line for file, found in files.items() for line in _suite(file, found)]
    counted = _counted(report.findings, passed=sum(not found for found in files.values()))
    whole = ['<?xml version="1.0" encoding="UTF-8"?>', tag("testsuites", name=f"ivr {report.command}", **counted)]
    return "\n".join([*whole, *suites, "</testsuites>"]) + "\n"


def _suite(file: str, found: list[Finding]) -> Iterator[str]:
    yield "  " + tag("testsuite", name=path_of(file), **_counted(found, passed=int(not found)))
    if not found:
        yield "    " + tag("testcase", "/", classname=path_of(file), name="no findings", file=path_of(file))
    for finding in found:
        yield from _case(finding)
    yield "  </testsuite>"


def _case(finding: Finding) -> Iterator[str]:
    place, path = finding.place, path_of(finding.place.file)
    name = f"{finding.code} {finding.name} at {place.line}:{place.column}"
    yield "    " + tag("testcase", classname=path, name=name, file=path, line=str(place.line))
    said = printable(finding.message)
    if finding.severity is Severity.INFO:
        yield "      " + tag("skipped", "/", message="; ".join(told(finding)))
    else:
        whole = "\n".join([f"{path}:{place.line}:{place.column}", *told(finding)])
        opening = tag("failure", message=said, type=str(finding.severity))
        yield f"      {opening}{content(whole)}</failure>"
    yield "    </testcase>"


def _counted(found: Sequence[Finding], passed: int) -> dict[str, str]:
    counts = Counter(finding.severity is Severity.INFO for finding in found)
    numbers = {"tests": len(found) + passed, "failures": counts[False], "errors": 0, "skipped": counts[True]}
    return {name: str(number) for name, number in numbers.items()}


junit = Reporter("junit", _write)
