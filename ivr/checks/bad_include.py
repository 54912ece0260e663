"""RD009: a file that cannot be included."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import reported
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("RD009", "bad-include", Severity.ERROR)
def bad_include(flow: Flow) -> Iterator[Fault]:
    """A file that is to be included cannot be, so callers miss all that stands in it.

    It does not exist, stands outside the folder of the flow, or includes itself.

    Bad:
        include: nowhere-to-be-found.yaml
        nodes:
          main: {say: Thank you for calling., next: desk}

    Good:
        nodes:
          main: {say: Thank you for calling., next: desk}

    Source: README, "The language" (Several files).
    """
    return reported(flow, "RD009")
