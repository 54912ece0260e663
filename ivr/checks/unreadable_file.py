"""RD001: the file is no text."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import reported
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("RD001", "unreadable-file", Severity.ERROR)
def unreadable_file(flow: Flow) -> Iterator[Fault]:
    """A character stands in the file that no text can hold, so nobody can use the flow at all.

    Editors do not show such characters. Here a NUL is drawn as its picture, and the file holds the character itself.
    The same rule tells of a file that does not exist, that is no text, or that is far too large.

    Bad:
        nodes:
          main: {say: "Thank you for calling.␀", next: desk}

    Good:
        nodes:
          main: {say: "Thank you for calling.", next: desk}

    Source: YAML 1.2.2, section 5.1, on the characters that a file may hold (seen in a summary).
    """
    return reported(flow, "RD001")
