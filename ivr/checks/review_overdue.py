"""DC009: nobody has looked through the flow for a long time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC009", "review-overdue", Severity.INFO)
def review_overdue(flow: Flow, *, today: date, days: int = 180) -> Iterator[Fault]:
    """Callers may be told what is no longer so: nobody has looked through the flow for more than half a year.

    Counted is from the day behind `reviewed` at the top of the flow; a flow without that is left alone.

    Bad:
        reviewed: 2025-03-02
        nodes:
          main: {say: Thank you for calling., next: desk}

    Good:
        reviewed: 2026-02-02
        nodes:
          main: {say: Thank you for calling., next: desk}

    Parameter: 180 days (a choice of this project).
    Source: a rule of this project.
    """
    if flow.reviewed is not None and (today - flow.reviewed).days > days:
        ago = (today - flow.reviewed).days
        message = f"this flow was last looked through {ago} days ago, and callers may be told what is no longer so"
        who = f"{flow.owner}: walk" if flow.owner else "Walk"
        yield Fault(
            flow.place("reviewed"), message, f"{who} it, put right what has changed, and write the day of today."
        )
