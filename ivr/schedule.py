"""Opening hours: when a desk or a line is open, said as people write it and decided for any instant.

Everything here is a value; nothing asks what time it is. Times of day are minutes since local midnight, and hours are
judged by the wall clock of the schedule's timezone: in an hour that daylight saving repeats, both passes count.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

DAY = 1440
WEEK = 7 * DAY
DAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
LONG_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
EVERY_DAY = tuple(range(7))
DAY_WORDS = {"daily": EVERY_DAY, "everyday": EVERY_DAY, "weekdays": EVERY_DAY[:5], "weekends": EVERY_DAY[5:]}
ONE_DAY = timedelta(days=1)
HORIZON = 2 * 366 * ONE_DAY

_DASH = re.compile(r"\s*[-\u2010-\u2015]\s*|\s+(?:to|until)\s+")
_RANGE = re.compile(r"([0-9]{1,2}):([0-9]{2})-([0-9]{1,2}):([0-9]{2})")
_DATE = r"(?:([0-9]{4})-)?([0-9]{1,2})-([0-9]{1,2})"
_DATES = re.compile(rf"{_DATE}(?:(?:\s*[-\u2010-\u2015]\s*|\s*\.\.\s*|\s+(?:to|until)\s+){_DATE})?(?:\s+(.+))?")
_MOMENT = re.compile(
    r"(?:(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})|(?P<day>[A-Za-z]+\.?))?"
    r"(?:(?:^|[ \t]+|(?<=[0-9])T)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
)


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
        return f"{_clock(self.begin)}-{_clock(self.end if self.end <= DAY else self.end - DAY)}"


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
            found = {*self._edges(start, stop), *_clock_changes(self.timezone, start, stop), stop}
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


def _clock_changes(zone: ZoneInfo, start: datetime, stop: datetime) -> Iterator[datetime]:
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


def make_schedule(
    open_hours: Sequence[str], closed: Sequence[str] = (), extra: Sequence[str] = (), timezone: str | ZoneInfo = "UTC"
) -> Schedule:
    """Make a schedule from the texts of a flow; raises ScheduleError for the first one that cannot be understood."""
    zone = timezone if isinstance(timezone, ZoneInfo) else parse_timezone(timezone)
    weeks = [parse_hours(text) for text in open_hours]
    week = tuple(_tidy(shift for one in weeks for shift in one[number]) for number in EVERY_DAY)
    return Schedule(week, tuple(map(parse_dates, closed)), tuple(map(parse_extra, extra)), zone)


def parse_hours(text: str) -> Week:
    """Read the hours of a week: seven tuples of shifts, Monday first; raises ScheduleError.

    Days (`Mon-Fri`, `Mon,Wed`, `daily`, `weekdays`, full names, any case), then the times that hold on each of them
    (`08:00-12:00 13:00-17:00`). Times without days hold every day, days without times hold all day. More days after
    times begin anew, and a semicolon separates. `always`, `24/7` and `never` stand alone.
    """
    word = text.strip().lower()
    if word in {"always", "24/7", "never"}:
        return ((WHOLE_DAY,) if word != "never" else (),) * 7
    week: list[list[Shift]] = [[] for _ in EVERY_DAY]
    for days, shifts in _groups(text):
        for day in days:
            week[day] += shifts or [WHOLE_DAY]
    if not any(week):
        raise ScheduleError(text, "says no hours", "write days and times such as 'Mon-Fri 08:00-20:00', or 'never'")
    return tuple(map(_tidy, week))


def _groups(text: str) -> Iterator[tuple[list[int], list[Shift]]]:
    """Give the days and times that belong together, in the order in which they stand."""
    for clause in re.split(r"[;\n]", text):
        days: list[int] = []
        shifts: list[Shift] = []
        for token in _tokens(clause):
            if token[0].isdecimal():
                shifts.append(_parse_shift(token))
            else:
                if shifts:
                    yield days or list(EVERY_DAY), shifts
                    days, shifts = [], []
                days += _parse_days(token)
        if days or shifts:
            yield days or list(EVERY_DAY), shifts


def _tokens(text: str) -> list[str]:
    """Cut a text into days and times; blanks are joined first, so that a long row of them costs no time."""
    tokens = re.split(r"[ ,&+]+", _DASH.sub("-", " ".join(text.split())))
    return [token for token in tokens if token and token.lower() != "and"]


def _parse_shift(text: str) -> Shift:
    """Read one range of times such as `22:00-06:00`."""
    match = _RANGE.fullmatch(text)
    if match is None:
        raise ScheduleError(text, "is not a range of times", "write it on the 24-hour clock, such as '08:00-20:00'")
    hour, minute, end_hour, end_minute = map(int, match.groups())
    begin, end = hour * 60 + minute, end_hour * 60 + end_minute
    if max(minute, end_minute) > 59 or begin >= DAY or end > DAY:  # noqa: PLR2004 - minutes of an hour
        raise ScheduleError(text, "names a time that no clock shows", "times go from '00:00' to '24:00'")
    if begin == end:
        raise ScheduleError(text, "begins and ends at the same time", "write '00:00-24:00' for the whole day")
    return Shift(begin, end if end > begin else end + DAY)


def _parse_days(text: str) -> list[int]:
    """Read a day, a range of days or a word for several days: their numbers, Monday is 0."""
    if text.lower() in DAY_WORDS:
        return list(DAY_WORDS[text.lower()])
    first, dash, last = text.partition("-")
    begin = _parse_day(first)
    return [(begin + more) % 7 for more in range((_parse_day(last if dash else first) - begin) % 7 + 1)]


def _parse_day(text: str) -> int:
    """Read the name of one day, written out or cut after three letters or more."""
    word = text.strip(".").lower()
    for number, name in enumerate(LONG_NAMES):
        if word in {name, f"{name}s"} or (len(word) >= 3 and name.startswith(word)):  # noqa: PLR2004 - Mon
            return number
    near = difflib.get_close_matches(word, [*LONG_NAMES, *map(str.lower, DAY_NAMES), *DAY_WORDS], 1, 0.5)
    hint = f"did you mean '{near[0].capitalize()}'?" if near else "days are 'Mon' to 'Sun', and times '08:00-20:00'"
    raise ScheduleError(text, "is not a day of the week", hint)


def _tidy(shifts: Iterable[Shift]) -> tuple[Shift, ...]:
    """Sort the shifts of one day, and join those that touch as long as the whole stays within a day's length."""
    tidy: list[Shift] = []
    for shift in sorted(set(shifts)):
        end = max(shift.end, tidy[-1].end) if tidy else 0
        if tidy and shift.begin <= tidy[-1].end and end - tidy[-1].begin <= DAY:
            tidy[-1] = Shift(tidy[-1].begin, end)
        else:
            tidy.append(shift)
    return tuple(tidy)


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


def _clock(minutes: int) -> str:
    """Give minutes since midnight as a clock shows them."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def parse_dates(text: str) -> Dates:
    """Read `2026-12-25`, `2026-12-24 - 2026-12-26`, or `12-25` for every year; raises ScheduleError."""
    dates, times = _split_dates(text)
    if times:
        raise ScheduleError(text, "gives times, but a closed date closes all day", "put its open times under 'extra'")
    return dates


def parse_extra(text: str) -> Extra:
    """Read dates, with or without times behind: `2026-11-27 09:00-13:00`; raises ScheduleError."""
    dates, times = _split_dates(text)
    return Extra(dates, _tidy(map(_parse_shift, _tokens(times))) or (WHOLE_DAY,))


def _split_dates(text: str) -> tuple[Dates, str]:
    """Read the dates at the beginning of a text, and give what follows them."""
    match = _DATES.fullmatch(" ".join(text.split()))
    if match is None:
        raise ScheduleError(text, "is not a date", "write '2026-12-25', '2026-12-24 - 2026-12-26', or '12-25'")
    year, month, day, last_year, last_month, last_day, times = match.groups()
    first = _make_date(text, year, month, day)
    last = _make_date(text, last_year, last_month, last_day) if last_month else first
    if last_month and bool(year) != bool(last_year):
        raise ScheduleError(text, "gives a year on one side only", "give it to both dates or to none")
    if year and last < first:
        raise ScheduleError(text, "ends before it begins", "write the earlier date first")
    return Dates(first, last, year is None), times or ""


def _make_date(text: str, year: str | None, month: str, day: str) -> date:
    """Make a date; a yearly one stands in a leap year, so that 29 February can be named."""
    try:
        return date(int(year or 2000), int(month), int(day))
    except ValueError:
        raise ScheduleError(text, "names a day that is in no calendar", "dates are year, month, day") from None


def parse_timezone(text: str) -> ZoneInfo:
    """Read the name of a timezone of the IANA database such as `America/Chicago`; raises ScheduleError."""
    try:
        return ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        raise ScheduleError(text, "is not a timezone", _zone_hint(text)) from None


def _zone_hint(text: str) -> str:
    """Say which timezone was probably meant, looking at whole names and at the city alone."""
    from zoneinfo import available_timezones  # noqa: PLC0415 - it reads the whole database, which takes a while

    word = text.strip().lower().replace(" ", "_")
    names = {key: name for name in sorted(available_timezones()) for key in (name.lower(), name.lower().split("/")[-1])}
    near = difflib.get_close_matches(word, names, 1) or difflib.get_close_matches(word.split("/")[-1], names, 1)
    return (
        f"did you mean '{names[near[0]]}'?"
        if near and len(word) > len("EST")
        else "write a place such as 'America/Chicago'"
    )


def parse_moment(
    text: str, timezone: ZoneInfo, today: date, closed_days: Callable[[date], bool] = lambda _: False
) -> datetime:
    """Read `2026-12-25 10:00`, `2026-12-25` (at noon), `Sun 03:00` or `10:30` (today); raises ScheduleError.

    A day of the week is the next one from today, today included, of which `closed_days` is false. A time that daylight
    saving skips moves on by what is skipped; one that comes twice is the first.
    """
    match = _MOMENT.fullmatch(" ".join(text.split()))
    if match is None or not any(match.groups()):
        raise ScheduleError(text, "is not a time", "write '2026-12-25 10:00', 'Sun 03:00' or '10:30'")
    day = today
    if match["date"]:
        day = _make_date(text, *match["date"].split("-"))
    elif match["day"]:
        day = _next_day(_parse_day(match["day"]), today, closed_days)
    try:
        clock = time(int(match["hour"] or 12), int(match["minute"] or 0), int(match["second"] or 0))
        return datetime.combine(day, clock, timezone).astimezone(UTC).astimezone(timezone)
    except (ValueError, OverflowError):
        raise ScheduleError(text, "names a time that no clock shows", "times go from '00:00' to '23:59'") from None


def _next_day(number: int, today: date, closed_days: Callable[[date], bool]) -> date:
    """Find the next such day of the week that no schedule closes."""
    day = today + timedelta(days=(number - today.weekday()) % 7)
    for weeks in range(105):
        if not closed_days(day + timedelta(weeks=weeks)):
            return day + timedelta(weeks=weeks)
    raise ScheduleError(
        LONG_NAMES[number].capitalize(), "is a closed date for two years to come", "write a date instead"
    )
