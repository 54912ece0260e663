"""RD004: a section has the wrong shape."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import reported
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("RD004", "wrong-shape", Severity.ERROR)
def wrong_shape(flow: Flow) -> Iterator[Fault]:
    """A section is a list where names are needed, or the like, so callers get nothing of what it says.

    Bad:
        name: [Harbour, clinic]
        nodes:
          main: {say: Thank you for calling., next: desk}

    Good:
        name: Harbour clinic
        nodes:
          main: {say: Thank you for calling., next: desk}

    Source: README, "The language", on what each section holds.
    """
    return reported(flow, "RD004")
