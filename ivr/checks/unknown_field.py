"""RD005: a field that is not known."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import reported
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("RD005", "unknown-field", Severity.ERROR)
def unknown_field(flow: Flow) -> Iterator[Fault]:
    """A word stands where a field is expected, and is none: what it was to do for callers is not done.

    Bad:
        nodes:
          main: {say: Thank you for calling., next: desk, langauge: en}

    Good:
        nodes:
          main: {say: Thank you for calling., next: desk, language: en}

    Source: README, "The language": an unknown key says what was probably meant.
    """
    return reported(flow, "RD005")
