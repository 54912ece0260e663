"""The hours of an ordinary week at which a line leads to a person, by the calls that exploring made."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Final

from ivr.auditing.following import people_at, people_behind
from ivr.explore import Explored

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_STEP: Final = timedelta(minutes=15)


def minutes_of(found: Explored, line: str) -> frozenset[tuple[int, int]]:
    """Give the quarters of an hour, as day and minute, at which a person can be reached."""
    return minutes_in(found, people_at(found, line))


def minutes_in(found: Explored, bits: int) -> frozenset[tuple[int, int]]:
    """Give the quarters of an hour of an ordinary week that times of the calls have."""
    first = found.times.times[0].intervals[0].start if found.times.times else None
    if first is None:
        return frozenset()
    open_at: set[tuple[int, int]] = set()
    for one in found.times.of(bits):
        for interval in one.intervals:
            if not 0 <= (interval.start - first).days < 7:  # noqa: PLR2004 -- the days of the ordinary week
                continue
            at = interval.start
            while at < interval.end:
                local = at.astimezone(found.flow.timezone)
                open_at.add((local.weekday(), local.hour * 60 + local.minute // 15 * 15))
                at += _STEP
    return frozenset(open_at)


def is_open_on(found: Explored, line: str, day: date) -> bool:
    """Whether somebody can be reached on a day of the coming year, at whatever hour of it."""
    start = datetime.combine(day, time(), found.flow.timezone)
    end = start + timedelta(days=1)
    there = people_at(found, line)
    on_day = [one for one in found.times.times if any(at.start < end and start < at.end for at in one.intervals)]
    if on_day:
        return any(there & one.bit for one in on_day)
    return any(weekday == day.weekday() for weekday, _ in minutes_in(found, there))


def nobody_at(found: Explored, line: str, keys: tuple[str, ...], bits: int) -> int:
    """Give at which of some times keys lead to nobody; at none where they never lead to anybody: it is a recording."""
    there = people_behind(found, line, keys).anybody
    return bits & ~there if there else 0


def minutes_behind(
    found: Explored, line: str, keys: tuple[str, ...], told: frozenset[tuple[int, int]]
) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
    """Give which of the hours told of keys they lead to nobody, and at which others to those of the hours told."""
    there = people_behind(found, line, keys)
    if not there.anybody:
        return frozenset(), frozenset()
    more = frozenset[tuple[int, int]]()
    for bits in there.first.values():
        minutes = minutes_in(found, bits)
        more |= minutes - told if minutes & told else frozenset()
    return told - minutes_in(found, there.anybody), more


def shown_minute(moment: tuple[int, int]) -> str:
    """Say a moment of the week: `on Monday at 08:00`."""
    day, minute = moment
    return f"on {_DAYS[day]} at {minute // 60:02}:{minute % 60:02}"
