"""`junit`: the XML in which test runners report: a `testsuite` a file, a `testcase` a call.

A failure holds the place, what was expected and heard, and the transcript. No times are written: a run gives the same
bytes as the last one. The elements and attributes are those that Jenkins and GitLab read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ivr.printable import path_of, printable
from ivr.result import Results, ResultWriter, Tested, told, too_low, transcript
from ivr.xml_text import content, tag

if TYPE_CHECKING:
    from ivr.calls import Performance


def _write(results: Results, colour: bool) -> str:  # noqa: ARG001, FBT001 -- every format is called alike
    files: dict[str, list[Performance]] = {}
    for one in results.performances:
        files.setdefault(one.place.file, []).append(one)
    suites = [line for file, several in files.items() for line in _suite(file, several)]
    suites += [line for tested in results.too_low for line in _low(tested, results.fail_under or 0.0)]
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    whole = tag("testsuites", name="ivr test", **_counted(list(results.performances), len(results.too_low)))
    return "\n".join([head, whole, *suites, "</testsuites>"]) + "\n"


def _counted(several: list[Performance], low: int = 0) -> dict[str, str]:
    failed = sum(not one.passed for one in several) + low
    return {"tests": str(len(several) + low), "failures": str(failed), "errors": "0", "skipped": "0"}


def _low(tested: Tested, least: float) -> Iterator[str]:
    """Give a suite of one case that fails: too little is covered."""
    yield "  " + tag("testsuite", name=f"coverage of {path_of(tested.file)}", **_counted([], 1))
    yield "    " + tag("testcase", classname=path_of(tested.file), name="coverage", file=path_of(tested.file))
    yield "      " + tag("failure", message=printable(too_low(tested, least)), type="coverage") + "</failure>"
    yield "    </testcase>"
    yield "  </testsuite>"


def _suite(file: str, several: list[Performance]) -> Iterator[str]:
    yield "  " + tag("testsuite", name=path_of(file), **_counted(several))
    for one in several:
        named = {"classname": path_of(file), "name": printable(one.script.call), "file": path_of(file)}
        if one.failure is None:
            yield "    " + tag("testcase", "/", **named, line=str(one.place.line))
            continue
        yield "    " + tag("testcase", **named, line=str(one.place.line))
        said = [f"{kind}: {printable(text)}" for kind, text in told(one)]
        whole = "\n".join([printable(str(one.failure.place)), *said, *transcript(one)])
        opening = tag("failure", message=printable(one.failure.message), type="call")
        yield f"      {opening}{content(whole)}</failure>"
        yield "    </testcase>"
    yield "  </testsuite>"


junit = ResultWriter("junit", _write)
