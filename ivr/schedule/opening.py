"""Opening hours as values: shifts, dates that differ, and whether a schedule is open at an instant.

Nothing here asks what time it is. Times of day are minutes since local midnight, and hours are judged by the wall clock
of the schedule's timezone: in an hour that daylight saving repeats, both passes count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

DAY = 1440
WEEK = 7 * DAY
DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
EVERY_DAY = tuple(range(7))
ONE_DAY = timedelta(days=1)
HORIZON = 2 * 366 * ONE_DAY


class ScheduleError(ValueError):
    """Hours, a date, a moment or a timezone that cannot be understood; the message is one sentence for people."""

    def __init__(self, part: object, wrong: str, right: str) -> None:
        """Name the part, say what is wrong with it, and offer what would be right."""
        super().__init__(f"'{str(part)[:100]}' {wrong}; {right}")


class Shift(NamedTuple):
    """One stretch of being open, in minutes since the midnight of the day on which it begins.

    `begin` is held (0 to 1439), `end` is not; an `end` over 1440 lies after midnight. Never longer than a day.
    """

    begin: int
    end: int

    def __str__(self) -> str:
        """Give the times as they are written: `22:00-06:00`."""
        return f"{clock(self.begin)}-{clock(self.end if self.end <= DAY else self.end - DAY)}"


Week = tuple[tuple[Shift, ...], ...]
WHOLE_DAY = Shift(0, DAY)


class Dates(NamedTuple):
    """A date, or the dates from `first` to `last`, both included.

    A yearly one comes back every year: only month and day of its ends count, and it may run past New Year.
    """

    first: date
    last: date
    yearly: bool = False

    def holds(self, day: date) -> bool:
        """Say whether the day is one of these."""
        if not self.yearly:
            return self.first <= day <= self.last
        first, last, this = ((one.month, one.day) for one in (self.first, self.last, day))
        return first <= this <= last if first <= last else this >= first or this <= last

    def __str__(self) -> str:
        """Give the dates as they are written: `2026-12-24 - 2026-12-26`, or `12-25` for every year."""
        first, last = (one.isoformat()[5 if self.yearly else 0 :] for one in (self.first, self.last))
        return first if first == last else f"{first} - {last}"


class Extra(NamedTuple):
    """Dates that open in addition to the week, with the shifts that begin on each of them."""

    dates: Dates
    shifts: tuple[Shift, ...] = (WHOLE_DAY,)

    def __str__(self) -> str:
        """Give the text from which `parse_extra` reads an equal value."""
        return " ".join([str(self.dates), *map(str, self.shifts)])


@dataclass(frozen=True, slots=True)
class Schedule:
    """When something is open: seven days of shifts (Monday first), the dates that differ, and the timezone.

    A closed date takes away the shifts that begin on it, with their part after midnight, and leaves alone a shift that
    began the evening before. An extra date adds shifts, and wins over a closed one.
    """

    week: Week
    closed: tuple[Dates, ...]
    extra: tuple[Extra, ...]
    timezone: ZoneInfo

    def is_open(self, at: datetime) -> bool:
        """Say whether an instant (aware, of any timezone) falls into a shift; raises ScheduleError without a zone."""
        if at.tzinfo is None:
            raise ScheduleError(at, "names no timezone", "give it one, so that it is one instant")
        local = at.astimezone(self.timezone)
        day, minute = local.date(), local.hour * 60 + local.minute
        if any(begin <= minute < end for begin, end in self.shifts_on(day)):
            return True
        return any(begin <= minute + DAY < end for begin, end in self.shifts_on(day - ONE_DAY))

    def shifts_on(self, day: date) -> tuple[Shift, ...]:
        """Give the shifts that begin on a calendar day of the schedule's timezone, dates taken into account."""
        shifts = self.week[day.weekday()]
        if self.closed and self.is_closed_day(day):
            shifts = ()
        for extra in self.extra:
            if extra.dates.holds(day):
                shifts += extra.shifts
        return shifts

    def is_closed_day(self, day: date) -> bool:
        """Say whether the day is named in `closed`."""
        return any(dates.holds(day) for dates in self.closed)

    def minutes_a_week(self) -> int:
        """Give how many minutes of an ordinary week (no dates, no daylight-saving change) are open: 0 to 10080."""
        starts = ((number * DAY, shift) for number, shifts in enumerate(self.week) for shift in shifts)
        return len({minute % WEEK for start, (begin, end) in starts for minute in range(start + begin, start + end)})

    def changes(self, start: datetime, end: datetime) -> Iterator[datetime]:
        """Give every instant between `start` and `end` at which the schedule opens or closes, in order.

        They are in UTC: Python compares datetimes of one zone by their wall clocks, wrongly in a repeated hour.
        """
        if not self.closed and not self.extra and self.minutes_a_week() in {0, WEEK}:
            return
        was_open, start, end = self.is_open(start), start.astimezone(UTC), end.astimezone(UTC)
        for instant in self._candidates(start, end):
            if self.is_open(instant) != was_open:
                was_open = not was_open
                yield instant

    def next_change(self, at: datetime) -> datetime | None:
        """Give the first instant (in UTC) after `at` at which it opens or closes; None if not in two years."""
        return next(self.changes(at, at.astimezone(UTC) + HORIZON), None)

    def _candidates(self, start: datetime, end: datetime) -> Iterator[datetime]:
        """Give, in order, every instant strictly between two at which a change could happen, a week at a time."""
        while start < end:
            stop = min(start + timedelta(days=7), end)
            found = {*self._edges(start, stop), *clock_changes(self.timezone, start, stop), stop}
            yield from sorted(instant for instant in found if start < instant <= stop and instant != end)
            start = stop

    def _edges(self, start: datetime, stop: datetime) -> Iterator[datetime]:
        """Give both passes of every begin and end of a shift that may lie between two instants."""
        day, last = (one.astimezone(self.timezone).date() for one in (start, stop))
        day -= 2 * ONE_DAY  # an overnight shift of the day before, and a clock that was set back across midnight
        while day <= last + ONE_DAY:
            midnight = datetime.combine(day, time(), self.timezone)
            for minute in {edge for shift in self.shifts_on(day) for edge in shift}:
                wall = midnight + timedelta(minutes=minute)
                yield wall.astimezone(UTC)
                yield wall.replace(fold=1).astimezone(UTC)
            day += ONE_DAY

    def describe(self) -> str:
        """Give the week and the dates: `Mon-Fri 08:00-20:00; closed 12-25; extra 2026-11-27 09:00-13:00`."""
        dated = (("closed", self.closed), ("extra", self.extra))
        listed = (f"{word} {', '.join(map(str, dates))}" for word, dates in dated if dates)
        return "; ".join([describe_week(self.week), *listed])

    __str__ = describe


def clock_changes(zone: ZoneInfo, start: datetime, stop: datetime) -> Iterator[datetime]:
    """Give the instants up to `stop` at which the zone's clocks are set forward or back, one a day at the most."""
    while start < stop:
        low, high = start, min(start + ONE_DAY, stop)
        start, before = high, low.astimezone(zone).utcoffset()
        if high.astimezone(zone).utcoffset() == before:
            continue
        while high - low > timedelta(seconds=1):
            middle = low + timedelta(seconds=(high - low) // timedelta(seconds=2))
            low, high = (middle, high) if middle.astimezone(zone).utcoffset() == before else (low, middle)
        yield high.replace(microsecond=0)


def always(timezone: ZoneInfo) -> Schedule:
    """Give the schedule that is open at every instant."""
    return Schedule(((WHOLE_DAY,),) * 7, (), (), timezone)


def never(timezone: ZoneInfo) -> Schedule:
    """Give the schedule that is closed at every instant."""
    return Schedule(((),) * 7, (), (), timezone)


def tidy(shifts: Iterable[Shift]) -> tuple[Shift, ...]:
    """Sort the shifts of one day, and join those that touch as long as the whole can still be written as one range."""
    found: list[Shift] = []
    for shift in sorted(set(shifts)):
        if found and shift.begin <= found[-1].end:
            joined = Shift(found[-1].begin, max(shift.end, found[-1].end))
            if joined.end < joined.begin + DAY or joined == WHOLE_DAY:
                found[-1] = joined
                continue
        found.append(shift)
    return tuple(found)


def describe_week(week: Week) -> str:
    """Give the normal text of a week, days of the same times together: `Mon-Thu,Sat 08:00-12:00 13:00-17:00`."""
    if set(week) in ({()}, {(WHOLE_DAY,)}):
        return "always" if week[0] else "never"
    groups = {shifts: [day for day in EVERY_DAY if week[day] == shifts] for shifts in week if shifts}
    return ", ".join(" ".join([_describe_days(days), *map(str, shifts)]) for shifts, days in groups.items())


def _describe_days(days: Sequence[int]) -> str:
    """Give days as ranges; one may run through the end of the week, as in `Sun-Thu`."""
    runs = []
    for first in [day for day in days if (day - 1) % 7 not in days] or [0]:
        length = next((more for more in EVERY_DAY[1:] if (first + more) % 7 not in days), 7)
        runs.append(DAY_NAMES[first] if length == 1 else f"{DAY_NAMES[first]}-{DAY_NAMES[(first + length - 1) % 7]}")
    return ",".join(runs)


def clock(minutes: int) -> str:
    """Give minutes since midnight as a clock shows them."""
    return f"{minutes // 60:02}:{minutes % 60:02}"
