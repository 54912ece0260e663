"""Reading hours, dates, moments and timezones as people write them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ivr.schedule.opening import (
    DAY,
    DAY_NAMES,
    EVERY_DAY,
    WHOLE_DAY,
    Dates,
    Extra,
    Schedule,
    ScheduleError,
    Shift,
    Week,
    tidy,
)

LONG_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_WORDS = {"daily": EVERY_DAY, "everyday": EVERY_DAY, "weekdays": EVERY_DAY[:5], "weekends": EVERY_DAY[5:]}

_ONE_DAY_NAMES = (*LONG_NAMES, *map(str.lower, DAY_NAMES))
_DASH = re.compile(r"\s*[-\u2010-\u2015]\s*|\s+(?:to|until)\s+")
_RANGE = re.compile(r"([0-9]{1,2}):([0-9]{2})-([0-9]{1,2}):([0-9]{2})")
_DATE = r"(?:([0-9]{4})-)?([0-9]{1,2})-([0-9]{1,2})"
_DATES = re.compile(rf"{_DATE}(?:(?:\s*[-\u2010-\u2015]\s*|\s*\.\.\s*|\s+(?:to|until)\s+){_DATE})?(?:\s+(.+))?")
_MOMENT = re.compile(
    r"(?:(?P<date>(?:19|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2})|(?P<day>[A-Za-z]+\.?))?"
    r"(?:(?:^|[ \t]+|(?<=[0-9])T)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
)


def make_schedule(
    open_hours: Sequence[str], closed: Sequence[str] = (), extra: Sequence[str] = (), timezone: str | ZoneInfo = "UTC"
) -> Schedule:
    """Make a schedule from the texts of a flow; raises ScheduleError for the first one that cannot be understood."""
    zone = timezone if isinstance(timezone, ZoneInfo) else parse_timezone(timezone)
    weeks = [parse_hours(text) for text in open_hours]
    week = tuple(tidy(shift for one in weeks for shift in one[number]) for number in EVERY_DAY)
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
    return tuple(map(tidy, week))


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
    number = _day_number(text)
    if number is not None:
        return number
    near = difflib.get_close_matches(text.strip(".").lower(), [*_ONE_DAY_NAMES, *DAY_WORDS], 1, 0.5)
    hint = f"did you mean '{near[0].capitalize()}'?" if near else "days are 'Mon' to 'Sun', and times '08:00-20:00'"
    raise ScheduleError(text, "is not a day of the week", hint)


def _day_number(text: str) -> int | None:
    word = text.strip(".").lower()
    for number, name in enumerate(LONG_NAMES):
        if word in {name, f"{name}s"} or (len(word) >= 3 and name.startswith(word)):  # noqa: PLR2004 - Mon
            return number
    return None


def parse_dates(text: str) -> Dates:
    """Read `2026-12-25`, `2026-12-24 - 2026-12-26`, or `12-25` for every year; raises ScheduleError."""
    dates, times = _split_dates(text)
    if times:
        raise ScheduleError(text, "gives times, but a closed date closes all day", "put its open times under 'extra'")
    return dates


def parse_extra(text: str) -> Extra:
    """Read dates, with or without times behind: `2026-11-27 09:00-13:00`; raises ScheduleError."""
    dates, times = _split_dates(text)
    return Extra(dates, tidy(map(_parse_shift, _tokens(times))) or (WHOLE_DAY,))


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

    word = text.strip().lower().replace(" ", "_")[:60]
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
        day = _next_day(_single_day(match["day"]), today, closed_days)
    try:
        clock = time(int(match["hour"] or 12), int(match["minute"] or 0), int(match["second"] or 0))
        return datetime.combine(day, clock, timezone).astimezone(UTC).astimezone(timezone)
    except (ValueError, OverflowError):
        raise ScheduleError(text, "names a time that no clock shows", "times go from '00:00' to '23:59'") from None


def _single_day(text: str) -> int:
    """Read the day of a moment: words for several days are none, and nothing but a day can be meant."""
    number = _day_number(text)
    if number is not None:
        return number
    word = text.strip(".").lower()
    if word in DAY_WORDS:
        raise ScheduleError(text, "is more than one day", "name one, as in 'Sun 03:00'")
    near = difflib.get_close_matches(word, _ONE_DAY_NAMES, 1, 0.5)
    known = near and word not in {"today", "tomorrow"}
    hint = f"did you mean '{near[0].capitalize()}'?" if known else "write 'Sun 03:00', or '10:30' for today"
    raise ScheduleError(text, "is not a day of the week", hint)


def _next_day(number: int, today: date, closed_days: Callable[[date], bool]) -> date:
    """Find the next such day of the week that no schedule closes."""
    day = today + timedelta(days=(number - today.weekday()) % 7)
    for weeks in range(105):
        if not closed_days(day + timedelta(weeks=weeks)):
            return day + timedelta(weeks=weeks)
    raise ScheduleError(
        LONG_NAMES[number].capitalize(), "is a closed date for two years to come", "write a date instead"
    )
