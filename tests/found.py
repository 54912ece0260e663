"""What the checks find in a small flow, in short."""

from __future__ import annotations

from datetime import date

from frame import framed

from ivr.check import Selection, run_checks
from ivr.checks import catalogue
from ivr.finding import Finding
from ivr.loader import load_text

TODAY = date(2026, 3, 2)
"""The day on which flows are checked in tests, where nothing else is said."""


def findings(text: str, codes: tuple[str, ...] = (), *, bare: bool = False) -> tuple[Finding, ...]:
    """Give what some rules (or all) find in a flow; its missing sections come from the frame unless it is `bare`."""
    flow = load_text(text if bare else framed(text)).flow
    assert flow is not None
    return run_checks(flow, catalogue(), Selection(codes), today=TODAY)


def found(text: str, *codes: str, bare: bool = False) -> list[str]:
    """Give the findings of some rules, each as `line:column CODE message`.

    The frame's two nodes stand at the beginning of `nodes`, so that lines behind it are two more than in `text`.
    """
    return [
        f"{finding.place.line}:{finding.place.column} {finding.code} {finding.message}"
        for finding in findings(text, codes, bare=bare)
    ]


def places(text: str, *, bare: bool = False) -> set[tuple[str, int]]:
    """Give the codes of all findings with their lines."""
    return {(finding.code, finding.place.line) for finding in findings(text, bare=bare)}
