from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ivr.schedule import (
    Dates,
    Extra,
    Schedule,
    ScheduleError,
    Shift,
    always,
    describe_week,
    make_schedule,
    never,
    parse_dates,
    parse_extra,
    parse_hours,
    parse_moment,
    parse_timezone,
)

CHICAGO = ZoneInfo("America/Chicago")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")  # its summer time is half an hour
ST_JOHNS = ZoneInfo("America/St_Johns")  # until 2011 its clocks changed at one minute past midnight
DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
MINUTE = timedelta(minutes=1)


def local(text: str, zone: ZoneInfo = CHICAGO, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def schedule(
    *hours: str, closed: tuple[str, ...] = (), extra: tuple[str, ...] = (), zone: object = CHICAGO
) -> Schedule:
    assert isinstance(zone, ZoneInfo)
    return make_schedule(hours, closed, extra, zone)


# Reading the hours of a week


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("Mon-Sat 08:00-20:00", "Mon-Sat 08:00-20:00"),
        ("always", "always"),
        (" Never ", "never"),
        ("24/7", "always"),
        ("daily 7:00-22:00", "Mon-Sun 07:00-22:00"),
        ("Sun-Thu 08:00-17:00", "Sun-Thu 08:00-17:00"),
        ("Mon,Wed,Fri 09:00-17:00", "Mon,Wed,Fri 09:00-17:00"),
        ("Mon, Wed and Fri 09:00-17:00", "Mon,Wed,Fri 09:00-17:00"),
        ("22:00-06:00", "Mon-Sun 22:00-06:00"),
        ("Mon-Fri 00:00-24:00", "Mon-Fri 00:00-24:00"),
        ("18:00-00:00", "Mon-Sun 18:00-24:00"),
        ("Mon-Fri 08:00-12:00 13:00-17:00", "Mon-Fri 08:00-12:00 13:00-17:00"),
        ("Mon-Fri 08:00-12:00 and 13:00-17:00, Sat", "Mon-Fri 08:00-12:00 13:00-17:00, Sat 00:00-24:00"),
        ("Mon-Fri 08:00-12:00, 13:00-17:00", "Mon-Fri 08:00-12:00 13:00-17:00"),
        ("Mon-Fri 08:00-12:00 12:00-17:00", "Mon-Fri 08:00-17:00"),
        ("MONDAY to friday 8:00 to 20:00; Sundays", "Mon-Fri 08:00-20:00, Sun 00:00-24:00"),
        ("Mon \u2013 Fri 08:00 \u2013 20:00", "Mon-Fri 08:00-20:00"),
        ("Sat; Mon 08:00-12:00", "Mon 08:00-12:00, Sat 00:00-24:00"),
        ("Sat, Mon 08:00-12:00", "Mon,Sat 08:00-12:00"),
        ("weekdays 08:00-20:00, weekends 10:00-12:00", "Mon-Fri 08:00-20:00, Sat-Sun 10:00-12:00"),
        ("Fri-Mon 22:00-02:00", "Fri-Mon 22:00-02:00"),
        ("Tues, Thurs 09:00-10:00", "Tue,Thu 09:00-10:00"),
        ("Mon-Sun", "always"),
        ("00:00-12:00, 12:00-24:00", "always"),
        ("06:00-18:00, 18:00-06:00", "Mon-Sun 06:00-18:00 18:00-06:00"),
    ],
)
def test_hours_are_read_and_given_in_one_form(text: str, normal: str) -> None:
    assert describe_week(parse_hours(text)) == normal
    assert parse_hours(normal) == parse_hours(text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' says no hours; write days and times such as 'Mon-Fri 08:00-20:00', or 'never'"),
        ("Mno 08:00-12:00", "'Mno' is not a day of the week; did you mean 'Mon'?"),
        ("Mon-Firday 08:00-12:00", "'Firday' is not a day of the week; did you mean 'Friday'?"),
        ("Mon closed", "'closed' is not a day of the week; days are 'Mon' to 'Sun', and times '08:00-20:00'"),
        ("Mon-", "'' is not a day of the week; days are 'Mon' to 'Sun', and times '08:00-20:00'"),
        ("8am-8pm", "'8am-8pm' is not a range of times; write it on the 24-hour clock, such as '08:00-20:00'"),
        ("08:00", "'08:00' is not a range of times; write it on the 24-hour clock, such as '08:00-20:00'"),
        ("\u0663:00-04:00", "'\u0663:00-04:00' is not a range of times; write it on the 24-hour clock, such as"),
        ("08:00-08:00", "'08:00-08:00' begins and ends at the same time; write '00:00-24:00' for the whole day"),
        ("24:00-08:00", "'24:00-08:00' names a time that no clock shows; times go from '00:00' to '24:00'"),
        ("08:00-24:01", "'08:00-24:01' names a time that no clock shows"),
        ("08:60-09:00", "'08:60-09:00' names a time that no clock shows"),
    ],
)
def test_hours_that_cannot_be_read_say_why(text: str, message: str) -> None:
    with pytest.raises(ScheduleError, match=f"^{re.escape(message)}"):
        parse_hours(text)


@settings(max_examples=60)
@given(st.text("MonTue-08:,;and /\n0", max_size=30) | st.text(max_size=30))
def test_any_text_is_hours_or_one_sentence(text: str) -> None:
    for parse in (parse_hours, parse_dates, parse_extra):
        try:
            parse(text)
        except ScheduleError as error:
            assert str(error).startswith("'")  # noqa: PT017 -- most texts raise, some do not


def test_a_long_row_of_blanks_takes_no_time() -> None:
    assert parse_hours("Mon" + " " * 200_000 + "08:00-09:00") == parse_hours("Mon 08:00-09:00")


# Dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2026-12-25", Dates(date(2026, 12, 25), date(2026, 12, 25))),
        ("2026-12-24 - 2026-12-26", Dates(date(2026, 12, 24), date(2026, 12, 26))),
        ("2026-12-24 to 2026-12-26", Dates(date(2026, 12, 24), date(2026, 12, 26))),
        ("2026-12-24..2026-12-26", Dates(date(2026, 12, 24), date(2026, 12, 26))),
        ("12-25", Dates(date(2000, 12, 25), date(2000, 12, 25), yearly=True)),
        ("12-30 - 01-02", Dates(date(2000, 12, 30), date(2000, 1, 2), yearly=True)),
        ("02-29", Dates(date(2000, 2, 29), date(2000, 2, 29), yearly=True)),
    ],
)
def test_dates_are_read_and_given_back(text: str, dates: Dates) -> None:
    assert parse_dates(text) == dates
    assert parse_dates(str(dates)) == dates


def test_a_yearly_range_may_run_past_new_year() -> None:
    dates = parse_dates("12-30 - 01-02")
    days = [date(2026, 12, 29) + timedelta(days=more) for more in range(6)]
    assert [dates.holds(day) for day in days] == [False, True, True, True, True, False]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("12/25/2026", "'12/25/2026' is not a date; write '2026-12-25', '2026-12-24 - 2026-12-26', or '12-25'"),
        ("12-24-2026", "'12-24-2026' is not a date"),
        ("Christmas", "'Christmas' is not a date"),
        ("2026-02-30", "'2026-02-30' names a day that is in no calendar; dates are year, month, day"),
        ("2026-12-26 - 2026-12-24", "'2026-12-26 - 2026-12-24' ends before it begins; write the earlier date first"),
        ("12-25 - 2026-12-26", "'12-25 - 2026-12-26' gives a year on one side only; give it to both dates or to none"),
        ("2026-12-24 13:00-24:00", "'2026-12-24 13:00-24:00' gives times, but a closed date closes all day; put its"),
    ],
)
def test_dates_that_cannot_be_read_say_why(text: str, message: str) -> None:
    with pytest.raises(ScheduleError, match=f"^{re.escape(message)}"):
        parse_dates(text)


def test_an_extra_date_may_carry_times() -> None:
    extra = parse_extra("2026-11-27 09:00-13:00, 14:00 - 15:00")
    assert extra == Extra(parse_dates("2026-11-27"), (Shift(540, 780), Shift(840, 900)))
    assert parse_extra(str(extra)) == extra
    assert parse_extra("12-25").shifts == (Shift(0, 1440),)


# Timezones


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("America/Chicgo", "did you mean 'America/Chicago'?"),
        ("chicago", "did you mean 'America/Chicago'?"),
        ("New York", "did you mean 'America/New_York'?"),
        ("America", "did you mean"),
        ("CT", "write a place such as 'America/Chicago'"),
        ("../etc/passwd", "write a place such as 'America/Chicago'"),
        ("", "write a place such as 'America/Chicago'"),
        ("\0", "write a place such as 'America/Chicago'"),
    ],
)
def test_an_unknown_timezone_is_one_sentence(text: str, hint: str) -> None:
    with pytest.raises(ScheduleError, match=re.escape(f"is not a timezone; {hint}")):
        parse_timezone(text)


def test_a_schedule_takes_a_timezone_by_name() -> None:
    assert make_schedule(["always"], timezone="America/Chicago") == always(parse_timezone("America/Chicago"))


# Open or closed


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23 07:59:59", False),
        ("2026-11-23 08:00", True),
        ("2026-11-23 19:59:59.999999", True),
        ("2026-11-23 20:00", False),
        ("2026-11-22 12:00", False),
    ],
)
def test_a_range_holds_its_start_and_not_its_end(at: str, *, expected: bool) -> None:
    assert schedule("Mon-Sat 08:00-20:00").is_open(local(at)) is expected


def test_an_instant_is_judged_in_the_timezone_of_the_schedule() -> None:
    assert schedule("Mon 08:00-09:00").is_open(utc("2026-11-23 14:30"))
    assert not schedule("Mon 08:00-09:00").is_open(utc("2026-11-23 08:30"))


def test_an_instant_without_a_timezone_is_refused() -> None:
    with pytest.raises(ScheduleError, match="names no timezone"):
        always(CHICAGO).is_open(datetime(2026, 1, 1))  # noqa: DTZ001 -- having none is what is tried


def test_a_closed_date_closes_what_begins_on_it() -> None:
    night = schedule("22:00-06:00", closed=("2026-12-25",))
    opened = {hour: night.is_open(local("2026-12-24 12:00") + timedelta(hours=hour)) for hour in range(0, 60, 1)}
    shown = [hour + 12 for hour, is_open in opened.items() if is_open]
    assert shown == [*range(22, 30), *range(24 + 46, 24 + 48)]  # 24th 22:00 to 25th 06:00, and again 26th 22:00


def test_an_extra_date_opens_in_addition_and_wins_over_a_closed_one() -> None:
    shop = schedule("Mon-Fri 08:00-12:00", closed=("12-25",), extra=("2026-12-25 09:00-10:00", "2026-12-26"))
    assert not shop.is_open(local("2026-12-25 08:30"))
    assert shop.is_open(local("2026-12-25 09:30"))
    assert shop.is_open(local("2026-12-26 23:59"))
    assert shop.is_closed_day(date(2026, 12, 25))
    assert not shop.is_closed_day(date(2026, 12, 26))
    assert shop.describe() == "Mon-Fri 08:00-12:00; closed 12-25; extra 2026-12-25 09:00-10:00, 2026-12-26 00:00-24:00"
    assert str(shop) == shop.describe()


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("never", 0),
        ("always", 10080),
        ("Mon-Sat 08:00-20:00", 4320),
        ("22:00-06:00", 3360),
        ("Sun 22:00-06:00, Mon 05:00-07:00", 540),
        ("Mon 00:00-24:00 22:00-06:00", 1800),
    ],
)
def test_minutes_a_week_count_every_minute_once(text: str, minutes: int) -> None:
    assert schedule(text).minutes_a_week() == minutes


# Daylight saving


def test_a_skipped_hour_ends_what_would_end_in_it() -> None:
    night = schedule("Sat 22:00-02:30")  # on 2026-03-08 the clock goes from 02:00 to 03:00
    assert night.next_change(local("2026-03-07 23:00")) == utc("2026-03-08 08:00")
    assert schedule("Sun 02:15-02:45").next_change(local("2026-03-07 23:00")) == utc("2026-03-15 07:15")


def test_both_passes_of_a_repeated_hour_are_open() -> None:
    early = schedule("Sun 01:00-01:30")  # on 2026-11-01 the hour from 01:00 comes twice
    assert early.is_open(local("2026-11-01 01:15"))
    assert early.is_open(local("2026-11-01 01:15", fold=1))
    found = list(early.changes(local("2026-10-31 12:00"), local("2026-11-01 12:00")))
    assert [f"{one:%H:%M}" for one in found] == ["06:00", "06:30", "07:00", "07:30"]


def test_an_overnight_shift_is_shorter_in_spring_and_longer_in_autumn() -> None:
    night = schedule("Sat 22:00-06:00")
    for day, hours in [("2026-03-07", 7), ("2026-10-31", 9), ("2026-06-06", 8)]:
        opening, closing = night.changes(local(f"{day} 12:00"), local(f"{day} 12:00") + timedelta(days=1))
        assert closing - opening == timedelta(hours=hours)


def test_half_an_hour_of_daylight_saving() -> None:
    early = schedule("Sun 01:30-02:00", zone=LORD_HOWE)
    spring = list(early.changes(local("2026-10-03 12:00", LORD_HOWE), local("2026-10-04 12:00", LORD_HOWE)))
    autumn = list(early.changes(local("2026-04-04 12:00", LORD_HOWE), local("2026-04-05 12:00", LORD_HOWE)))
    assert spring == [utc("2026-10-03 15:00"), utc("2026-10-03 15:30")]
    assert autumn == [utc("2026-04-04 14:30"), utc("2026-04-04 15:30")]  # 01:30 to 02:00 comes twice, without a gap


# Every minute, against a plain reading of the same shifts

CLOCKS = st.integers(0, 95).map(lambda quarter: quarter * 15)
SHIFTS = st.tuples(CLOCKS, CLOCKS).filter(lambda pair: pair[0] != pair[1])
LINES = st.lists(st.tuples(st.sets(st.sampled_from(range(7)), min_size=1), SHIFTS), min_size=1, max_size=4)
NEAR = [
    (CHICAGO, date(2026, 3, 8)),
    (CHICAGO, date(2026, 11, 1)),
    (CHICAGO, date(2026, 12, 31)),
    (LORD_HOWE, date(2026, 4, 5)),
    (LORD_HOWE, date(2026, 10, 4)),
    (ST_JOHNS, date(2010, 11, 7)),
    (ST_JOHNS, date(2010, 3, 14)),
]


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def written(lines: list[tuple[set[int], tuple[int, int]]]) -> list[str]:
    return [f"{','.join(DAYS[day] for day in sorted(days))} {clock(a)}-{clock(b)}" for days, (a, b) in lines]


def plainly_open(
    lines: list[tuple[set[int], tuple[int, int]]], closed: set[date], extra: dict[date, tuple[int, int]], at: datetime
) -> bool:
    wall = at.replace(tzinfo=None)
    for back in (0, 1):
        begun = wall.date() - timedelta(days=back)
        shifts = [pair for days, pair in lines if begun.weekday() in days and begun not in closed]
        for begin, end in [*shifts, *([extra[begun]] if begun in extra else [])]:
            first = datetime(begun.year, begun.month, begun.day) + timedelta(minutes=begin)  # noqa: DTZ001
            if first <= wall < first + timedelta(minutes=end - begin if end > begin else end - begin + 1440):
                return True
    return False


@settings(max_examples=25, deadline=None)
@given(
    LINES, st.sampled_from(NEAR), st.sets(st.integers(-2, 2), max_size=2), st.dictionaries(st.integers(-1, 1), SHIFTS)
)
@example([({6}, (60, 90))], NEAR[1], set(), {})
@example([({5}, (1320, 150))], NEAR[0], {0}, {0: (135, 165)})
def test_every_minute_is_as_a_plain_reading_says(
    lines: list[tuple[set[int], tuple[int, int]]],
    near: tuple[ZoneInfo, date],
    closed_days: set[int],
    extra_days: dict[int, tuple[int, int]],
) -> None:
    zone, middle = near
    closed = {middle + timedelta(days=more) for more in closed_days}
    extra = {middle + timedelta(days=more): shift for more, shift in extra_days.items()}
    texts = [f"{day} {clock(begin)}-{clock(end)}" for day, (begin, end) in extra.items()]
    made = make_schedule(written(lines), [str(day) for day in closed], texts, zone)
    start = datetime(middle.year, middle.month, middle.day, tzinfo=UTC) - timedelta(hours=30)
    instants = [start + more * MINUTE for more in range(72 * 60)]
    expected = [plainly_open(lines, closed, extra, one.astimezone(zone)) for one in instants]
    assert [made.is_open(one) for one in instants] == expected
    turns = [one for one, was, now in zip(instants[1:], expected, expected[1:], strict=False) if was != now]
    assert list(made.changes(start, instants[-1] + MINUTE)) == turns
    assert made.next_change(start) == (turns[0] if turns else made.next_change(instants[-1]))


def test_a_whole_year_of_changes_is_found() -> None:
    made = schedule("Mon-Fri 22:00-06:00, Sat 01:30-02:30", closed=("12-25", "2026-07-03"), extra=("2026-11-01",))
    start = local("2026-01-01 00:00").astimezone(UTC)
    instants = [start + more * 15 * MINUTE for more in range(365 * 96)]
    states = [made.is_open(one) for one in instants]
    turns = [one for one, was, now in zip(instants[1:], states, states[1:], strict=False) if was != now]
    assert list(made.changes(start, instants[-1])) == turns
    assert len(turns) > 500


def test_next_change_looks_two_years_ahead() -> None:
    assert always(CHICAGO).next_change(local("2026-01-01 00:00")) is None
    assert never(CHICAGO).next_change(local("2026-01-01 00:00")) is None
    once = schedule("never", extra=("2027-12-31 09:00-10:00",))
    assert once.next_change(local("2026-01-02 00:00")) == local("2027-12-31 09:00")
    assert once.next_change(local("2025-01-02 00:00")) is None
    assert schedule("always", closed=("12-25",)).next_change(local("2026-12-24 10:00")) == local("2026-12-25 00:00")


@settings(max_examples=60)
@given(st.lists(LINES, min_size=1, max_size=2))
def test_a_week_reads_back_equal_from_its_normal_form(weeks: list[list[tuple[set[int], tuple[int, int]]]]) -> None:
    made = make_schedule([text for lines in weeks for text in written(lines)], (), (), CHICAGO)
    assert parse_hours(describe_week(made.week)) == made.week
    assert make_schedule([made.describe()], (), (), CHICAGO) == made


# Moments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-25 10:00", "2026-12-25T10:00:00-06:00"),
        ("2026-12-25T10:00", "2026-12-25T10:00:00-06:00"),
        ("2026-12-25 10:00:30", "2026-12-25T10:00:30-06:00"),
        ("2026-12-25", "2026-12-25T12:00:00-06:00"),
        ("00:30", "2026-11-22T00:30:00-06:00"),
        ("Sun 03:00", "2026-11-22T03:00:00-06:00"),
        ("saturday 9:15", "2026-11-28T09:15:00-06:00"),
        ("Tue", "2026-11-24T12:00:00-06:00"),
        ("Thu 10:00", "2026-12-03T10:00:00-06:00"),  # the 26th is closed
        ("2026-03-08 02:30", "2026-03-08T03:30:00-05:00"),  # skipped
        ("2026-11-01 01:30", "2026-11-01T01:30:00-05:00"),  # twice: the first
    ],
)
def test_a_moment_is_read(text: str, expected: str) -> None:
    holiday = parse_dates("2026-11-26")
    moment = parse_moment(text, CHICAGO, date(2026, 11, 22), holiday.holds)
    assert moment.isoformat() == expected
    assert moment.tzinfo is CHICAGO


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' is not a time; write '2026-12-25 10:00', 'Sun 03:00' or '10:30'"),
        ("10:00Z", "'10:00Z' is not a time"),
        ("Sun10:00", "'Sun10:00' is not a time"),
        ("T10:00", "'T10:00' is not a time"),
        ("0001-01-01 10:00", "'0001-01-01 10:00' is not a time"),
        ("2026-02-30 10:00", "'2026-02-30 10:00' names a day that is in no calendar"),
        ("24:00", "'24:00' names a time that no clock shows; times go from '00:00' to '23:59'"),
        ("Sum 10:00", "'Sum' is not a day of the week; did you mean 'Sun'?"),
        ("Thurday", "'Thurday' is not a day of the week; did you mean 'Thursday'?"),
        ("Nonday", "'Nonday' is not a day of the week; did you mean 'Monday'?"),
        ("Everyday", "'Everyday' is more than one day; name one, as in 'Sun 03:00'"),
        ("weekends 10:00", "'weekends' is more than one day; name one, as in 'Sun 03:00'"),
        ("never", "'never' is not a day of the week; write 'Sun 03:00', or '10:30' for today"),
        ("today", "'today' is not a day of the week; write 'Sun 03:00', or '10:30' for today"),
    ],
)
def test_a_moment_that_cannot_be_read_says_why(text: str, message: str) -> None:
    with pytest.raises(ScheduleError, match=f"^{re.escape(message)}"):
        parse_moment(text, CHICAGO, date(2026, 11, 22))


def test_a_day_of_the_week_that_is_always_closed_is_refused() -> None:
    with pytest.raises(ScheduleError, match="'Monday' is a closed date for two years to come"):
        parse_moment("Mon", CHICAGO, date(2026, 11, 22), lambda _: True)
