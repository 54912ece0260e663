"""HR006: a schedule opens or closes in an hour that the change of the clocks skips or repeats."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple

from ivr.analysis.reported import half_read
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.schedule import Schedule, clock_changes
from ivr.schedule.opening import DAY, ONE_DAY, clock

_MINUTE: Final = timedelta(minutes=1)


class _Turn(NamedTuple):
    """A day on which clocks are changed, and the minutes of it, from `low` to `high`, that are skipped or repeated."""

    day: date
    low: int
    high: int
    skipped: bool


@check("HR006", "dst-edge", Severity.INFO)
def dst_edge(flow: Flow, *, today: date, days: int = 366) -> Iterator[Fault]:
    """On the night on which the clocks change, callers find it open an hour longer or shorter than people think.

    A time within the hour that is skipped never comes, and one within the hour that is repeated comes twice: the
    schedule then opens twice, or not at the time that was written. Only what begins or ends within that hour is meant.

    Bad:
        hours: {desk: "Mon-Sun 00:00-02:30"}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: We are open after midnight. Please call again then or write to desk@example.com.}

    Good:
        hours: {desk: "Mon-Sun 00:00-04:00"}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: We are open after midnight. Please call again then or write to desk@example.com.}

    Parameter: days: 366, how far ahead is looked (a choice of this project: every zone has had its changes by then).
    Source: this project; how the hours of this language follow the clock on the wall.
    """
    for name, schedule in flow.hours.items():
        if half_read(flow, "hours", name):
            continue
        found = [(turn, minute) for turn in _turns(schedule, today, days) for minute in _edges(schedule, turn)]
        if found:
            turn, minute = found[0]
            does = "skips" if turn.skipped else "repeats"
            message = (
                f"'{name}' opens or closes at {clock(minute)}, which the change of the clocks on {turn.day} {does}"
            )
            message += ", so callers find other hours than are written"
            hint = f"Write a time outside {clock(turn.low)} to {clock(turn.high)}, if it does not matter much."
            yield Fault(flow.place("hours", name, key=True), message, hint)


def _turns(schedule: Schedule, today: date, days: int) -> Iterator[_Turn]:
    """Give the changes of the clocks in a schedule's zone that lie ahead."""
    zone = schedule.timezone
    start = datetime.combine(today, time(), zone).astimezone(UTC)
    for instant in clock_changes(zone, start, start + days * ONE_DAY):
        after, before = instant.astimezone(zone), (instant - _MINUTE).astimezone(zone)
        ends = (before.replace(tzinfo=None) + _MINUTE, after.replace(tzinfo=None))
        low, high = sorted(ends)
        minutes = int((high - low).total_seconds()) // 60
        begin = low.hour * 60 + low.minute
        yield _Turn(low.date(), begin, begin + minutes, skipped=ends[0] < ends[1])


def _edges(schedule: Schedule, turn: _Turn) -> Iterator[int]:
    """Give the times of that day, within what is skipped or repeated, at which the schedule opens or closes."""
    today = {edge for shift in schedule.shifts_on(turn.day) for edge in shift}
    before = {shift.end - DAY for shift in schedule.shifts_on(turn.day - ONE_DAY)}
    yield from sorted(edge for edge in today | before if turn.low < edge < turn.high)
