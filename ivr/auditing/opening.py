"""The hours of an ordinary week at which a line leads to a person, by the calls that exploring made."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from ivr.auditing.following import people_at
from ivr.explore import Explored

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_STEP: Final = timedelta(minutes=15)


def minutes_of(found: Explored, line: str) -> frozenset[tuple[int, int]]:
    """Give the quarters of an hour, as day and minute, at which a person can be reached."""
    bits = people_at(found, line)
    first = found.times.times[0].intervals[0].start if found.times.times else None
    if first is None:
        return frozenset()
    open_at: set[tuple[int, int]] = set()
    for time in found.times.of(bits):
        for interval in time.intervals:
            if not 0 <= (interval.start - first).days < 7:  # noqa: PLR2004 -- the days of the ordinary week
                continue
            at = interval.start
            while at < interval.end:
                local = at.astimezone(found.flow.timezone)
                open_at.add((local.weekday(), local.hour * 60 + local.minute // 15 * 15))
                at += _STEP
    return frozenset(open_at)


def shown_minute(moment: tuple[int, int]) -> str:
    """Say a moment of the week: `on Monday at 08:00`."""
    day, minute = moment
    return f"on {_DAYS[day]} at {minute // 60:02}:{minute % 60:02}"
