"""HR015: a line has nobody at hours at which somebody has to be there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from ivr.analysis.open_ways import staffed_times, times_from
from ivr.analysis.week import Calendar, calendar
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.schedule import make_schedule
from ivr.witness import Witness

REQUIRED: Final = "\0required"  # no schedule can have this name


@check("HR015", "required-hours", Severity.WARNING, off=True)
def required_hours(
    flow: Flow,
    *,
    today: date,
    open: str = "08:00",  # noqa: A002 -- the name of the limit, as it is written
    close: str = "20:00",
    days: str = "Mon-Sun",
) -> Iterator[Fault]:
    """Callers find nobody at an hour at which, by a rule for such lines, a person has to be there.

    A line may not meet such a rule if at some time of the required hours, told by the flow's own zone, no person can be
    reached on it. Dates are not looked at: which holidays a rule allows differs.

    Bad:
        hours: {desk: "Mon-Fri 08:00-17:00"}
        contacts:
          billing: {name: Billing, hours: desk}
          text: {name: Letters, channel: email}
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main: {hours: desk, open: desk, closed: sorry}
          desk: {transfer: billing, failed: sorry}

    Good:
        hours: {desk: "Mon-Sun 08:00-20:00"}
        contacts:
          billing: {name: Billing, hours: desk}
          text: {name: Letters, channel: email}
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main: {hours: desk, open: desk, closed: sorry}
          desk: {transfer: billing, failed: sorry}

    Parameter: open: 08:00, close: 20:00 and days: Mon-Sun, the hours that are required.
    Source: 42 CFR 422.111(h) and 423.128(d) on call centres of US health plans (not checked).
    """
    required = make_schedule([f"{days} {open}-{close}"], timezone=flow.timezone)
    times = calendar(flow, None, **{REQUIRED: required})
    for number, line in flow.lines.items():
        staffed = 0
        for _, when in staffed_times(flow, times, times_from(flow, [line.start], times)):
            staffed |= when
        lost = times.open(REQUIRED) & ~staffed
        if lost and line.start in flow.nodes:
            message = f"nobody can be reached on '{number}' {times.words(lost)}, which may not meet the hours required"
            hint = f"Let somebody answer on {days} from {open} to {close}."
            call = Witness(number, _moment(times, lost, today), reach=line.start)
            yield Fault(flow.place("lines", number, key=True), message, hint, call=call)


def _moment(times: Calendar, lost: int, today: date) -> datetime:
    """Give a moment from the day `today` on that lies in the first stretch of some times."""
    stretch = next(one for bit, one in times.week if bit & lost)
    middle = stretch.start + (stretch.end - stretch.start) / 2
    day = today + timedelta(days=(middle.weekday() - today.weekday()) % 7)
    return datetime.combine(day, middle.time(), middle.tzinfo)
