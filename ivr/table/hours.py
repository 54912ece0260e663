"""Hours without a calendar: for every schedule the moments at which it opens and closes, week by week.

Most weeks are alike, so each pattern is written once. A week begins on a Monday at 0:00 UTC; the times in it are
minutes from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from ivr.schedule import clock_changes

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from ivr.schedule import Schedule

FIRST = datetime(2019, 12, 30, tzinfo=UTC)
"""The Monday from which hours are known; not counted from today, so that a flow always gives the same table."""
WEEKS = 1566
"""Thirty years."""
LAST = FIRST + timedelta(weeks=WEEKS)
_WEEK = timedelta(weeks=1)
_DAY = timedelta(days=1)


def written_hours(schedule: Schedule) -> dict[str, Any]:
    """Write a schedule down: its `patterns`, and in `weeks` how many weeks follow each, turn by turn.

    A pattern is whether it is open when the week begins, then the minutes at which that changes.
    """
    patterns: dict[tuple[int, ...], int] = {}
    known: dict[object, int] = {}
    runs: list[list[int]] = []
    for monday in _mondays():
        alike = _alike(schedule, monday)
        if alike not in known:
            known[alike] = patterns.setdefault(_pattern(schedule, monday), len(patterns))
        if runs and runs[-1][0] == known[alike]:
            runs[-1][1] += 1
        else:
            runs.append([known[alike], 1])
    return {"patterns": [list(pattern) for pattern in patterns], "weeks": runs}


def _mondays() -> Iterator[datetime]:
    return (FIRST + number * _WEEK for number in range(WEEKS))


def _alike(schedule: Schedule, monday: datetime) -> object:
    """Give what the pattern of a week depends on: its shifts and its offset, or the week itself where clocks change."""
    zone = schedule.timezone
    begins, ends = monday.astimezone(zone), (monday + _WEEK).astimezone(zone)
    if begins.utcoffset() != ends.utcoffset():
        return monday
    shifts = tuple(schedule.shifts_on(begins.date() + number * _DAY) for number in range(-2, 9))
    return begins.utcoffset(), shifts


def _pattern(schedule: Schedule, monday: datetime) -> tuple[int, ...]:
    changes = schedule.changes(monday - timedelta(minutes=1), monday + _WEEK)
    minutes = (int((change - monday).total_seconds()) // 60 for change in changes)
    return (int(schedule.is_open(monday)), *(minute for minute in minutes if minute > 0))


def written_zone(zone: ZoneInfo) -> list[list[int | str]]:
    """Write the clocks of a zone down: from which second (since 1970) on it is how many minutes ahead of UTC, and how
    that is called.
    """  # noqa: D205 -- one sentence
    moments = [FIRST, *clock_changes(zone, FIRST, LAST)]
    local = [(moment, moment.astimezone(zone)) for moment in moments]
    return [
        [int(moment.timestamp()), int((there.utcoffset() or timedelta()).total_seconds()) // 60, there.tzname() or ""]
        for moment, there in local
    ]


def covers(day: date) -> bool:
    """Whether hours are known on a day."""
    return FIRST.date() + _DAY < day < LAST.date() - _DAY
