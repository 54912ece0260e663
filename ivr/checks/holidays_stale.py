"""HR007: the dates of a schedule have passed, and no others are named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ivr.analysis.reported import half_read
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("HR007", "holidays-stale", Severity.WARNING)
def holidays_stale(flow: Flow, *, today: date, ahead: int = 60) -> Iterator[Fault]:
    """On the next holiday callers ring at an empty desk: the closed dates of a schedule have passed, or soon will have.

    Asked are only schedules that name closed dates, and all of them with a year: a date without one comes back every
    year.

    Bad:
        hours: {desk: {open: "Mon-Fri 08:00-17:00", closed: [2025-12-25, 2026-01-01]}}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: We are open on weekdays. Please call again then or write to desk@example.com.}

    Good:
        hours: {desk: {open: "Mon-Fri 08:00-17:00", closed: [12-25, 01-01]}}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: We are open on weekdays. Please call again then or write to desk@example.com.}

    Parameter: ahead: 60, so many days before the last date the next ones are due (a choice of this project).
    Source: this project; a list of dates is the one part of a schedule that goes out of date by itself.
    """
    for name, schedule in flow.hours.items():
        yearly = any(dates.yearly for dates in schedule.closed)
        if not schedule.closed or yearly or not schedule.minutes_a_week() or half_read(flow, "hours", name):
            continue
        last = max(dates.last for dates in schedule.closed)
        if last < today + timedelta(days=ahead):
            verb = "was" if last < today else "is"
            message = f"the last closed date of '{name}' {verb} {last}, so on the next holiday callers find it open"
            hint = (
                "Add the dates of the coming year, or leave the year out (`12-25`) where a date comes back every year."
            )
            yield Fault(flow.place("hours", name, "closed", key=True), message, hint)
