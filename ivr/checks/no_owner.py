"""DC010: nobody answers for the flow."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC010", "no-owner", Severity.INFO, off=True)
def no_owner(flow: Flow) -> Iterator[Fault]:
    """What callers complain of is mended by nobody, since the flow does not say who answers for it.

    Bad:
        nodes:
          main: {say: Thank you for calling., next: desk}

    Good:
        owner: Patient services
        nodes:
          main: {say: Thank you for calling., next: desk}

    Source: a rule of this project.
    """
    if not flow.owner and "owner" not in flow.unread:
        message = "nobody is named who answers for this flow, so what callers complain of may stay as it is"
        yield Fault(flow.place("ivr", key=True), message, "Name a person, or better a team, with `owner:`.")
