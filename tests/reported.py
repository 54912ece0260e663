"""A small report, the same for every format: a flow, what was found in it, and the two rules that found it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from types import MappingProxyType

from ivr.check import Check, check
from ivr.finding import Fault, Finding, Severity
from ivr.flow import Flow
from ivr.reporter import Report
from ivr.reporters import reporters
from ivr.source import Place
from ivr.witness import Step, Witness

FILE = "flows/desk & co.yaml"
TEXT = """\
ivr: 1
lines: {1-800-555-0100: main}
nodes:
  main:
    menu: "Sales, 100% | `quick` <b>.  😀 Ask for @anna."
    options:
      1: main
      1: desk
"""
SILENT = Witness(
    "1-800-555-0100",
    datetime(2026, 3, 8, 3, 0, tzinfo=UTC),
    (Step("press", "1"), Step("wait"), Step("wait"), Step("wait")),
    "main",
    when="Sunday 03:00",
)


def at(line: int, column: int, end_column: int, *, end_line: int = 0, file: str = FILE) -> Place:
    return Place(file, line, column, end_line or line, end_column)


@check("KY001", "duplicate-key", Severity.ERROR)
def duplicate_key(flow: Flow) -> Iterator[Fault]:
    """Callers who press this key come to the wrong place.

    Nobody can tell
    which one is meant.

    Bad:
        nodes:
          main: {menu: Hello.}

          desk: {transfer: nurse}

    Good:
        nodes: {}

    Source: this project.
    """
    yield Fault(flow.place(), "")


@check("ST009", "silent-loop", Severity.WARNING, off=True)
def silent_loop(flow: Flow) -> Iterator[Fault]:
    """Callers who say nothing go round for ever."""
    yield Fault(flow.place(), "")


RULES: tuple[Check, ...] = (duplicate_key, silent_loop)
FINDINGS = (
    Finding(
        "PR021",
        "hard-words",
        Severity.INFO,
        Fault(at(5, 11, 57), "'100% | `quick` <b>' is hard to read for @anna", "Write it\nin words."),
    ),
    Finding(
        "KY001",
        "duplicate-key",
        Severity.ERROR,
        Fault(
            at(8, 7, 8),
            "'main' gives key 1 twice: \"desk\" is never reached",
            "Leave one out: `1: desk`.",
            ((at(7, 7, 8), "here first"), (at(1, 1, 4, file="flows/hours.yaml"), "and here")),
        ),
    ),
    Finding(
        "ST009",
        "silent-loop",
        Severity.WARNING,
        Fault(at(4, 3, 11, end_line=8), "a caller who says nothing goes round at 'main'", call=SILENT),
    ),
    Finding("ST009", "silent-loop", Severity.WARNING, Fault(at(1, 1, 4, file="flows/hours.yaml"), "round it goes")),
)
REPORT = Report(
    FINDINGS, MappingProxyType({FILE: TEXT, "flows/hours.yaml": "ivr: 1\n"}), (FILE, "flows/clean.yaml"), RULES
)
EMPTY = Report((), {"flows/clean.yaml": "ivr: 1\n"}, ("flows/clean.yaml",), RULES)


def written(name: str, report: Report = REPORT) -> str:
    return reporters()[name].write(report, False)  # noqa: FBT003 -- the one switch that a format has
