"""Times on the command line."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from ivr.cli.reading import stop

if TYPE_CHECKING:
    from ivr.flow import Flow

YEARS = range(1900, 9001)
"""So far from the ends of the calendar that counting a year from a day is always possible; those of a walk, too."""


def day_of(today: str | None) -> date:
    """Give the day that `--today` names, or today."""
    if today is None:
        return datetime.now().astimezone().date()
    try:
        day = date.fromisoformat(today)
    except ValueError:
        stop(f"'{today}' is not a date; write one as in 2026-03-02")
    if day.year not in YEARS:
        stop(f"'{today}' is too far away; days are taken from the years {YEARS[0]} to {YEARS[-1]}")
    return day


def moment_of(flow: Flow, at: str | None, day: date) -> datetime:
    """Understand a time as a person writes it, or give the present; raises ValueError where it is none."""
    if at is None:
        return datetime.now(flow.timezone)
    from ivr.schedule import parse_moment  # noqa: PLC0415 -- slow to import, and not needed for the day

    return parse_moment(at, flow.timezone, day, flow.closes)
