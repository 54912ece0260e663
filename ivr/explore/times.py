"""Times that a flow tells apart: moments at which the same schedules are open are one time to every call.

They are found in an ordinary week, and around every dated exception and every change of the clocks of the coming year.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from ivr.flow import ALWAYS, NEVER
from ivr.schedule import Schedule

if TYPE_CHECKING:
    from ivr.flow import Flow

ONE_DAY, ONE_WEEK, ONE_YEAR = timedelta(days=1), timedelta(days=7), timedelta(days=365)
ONE_HOUR = timedelta(hours=1)
LONG_ENOUGH = timedelta(hours=2)
"""A call begun an hour into an interval that is this long ends in it."""
_WEEKS_AHEAD = 60


class Interval(NamedTuple):
    """From one change of a schedule to the next, in UTC; it holds its start and not its end."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Time:
    """One of the times that a flow tells apart: which schedules are open, when that is so, and a moment of it.

    `number` counts from 0, and is the place of the time's bit in every set of times. `intervals` are in order, those
    of the ordinary week first; `at` is a moment (in the flow's zone) at which a call can begin and end within it.
    """

    number: int
    open: frozenset[str]
    intervals: tuple[Interval, ...]
    at: datetime

    @property
    def bit(self) -> int:
        """The time as a set of one."""
        return 1 << self.number


@dataclass(frozen=True, slots=True)
class Times:
    """All times that a flow tells apart; `open` gives, for each schedule, the set of times in which it is open."""

    times: tuple[Time, ...]
    open: Mapping[str, int]

    @property
    def every(self) -> int:
        """The set of all times."""
        return (1 << len(self.times)) - 1

    def during(self, schedule: str) -> int:
        """Give the set of times in which a schedule is open; one that does not exist is open, as for the engine."""
        if schedule == NEVER:
            return 0
        return self.open.get(schedule, self.every)

    def of(self, bits: int) -> Iterator[Time]:
        """Give the times of a set, in order."""
        return (one for one in self.times if bits & one.bit)


def times_of(flow: Flow, today: date) -> Times:
    """Cut the time from `today` on into what the schedules of a flow tell apart."""
    return told_apart({name: flow.hours[name] for name in used_schedules(flow)}, flow.timezone, today)


def told_apart(schedules: Mapping[str, Schedule], zone: ZoneInfo, today: date) -> Times:
    """Cut the time from `today` on into what some schedules tell apart; weeks and days are those of `zone`."""
    found: dict[frozenset[str], list[Interval]] = {}
    for start, end in _windows(zone, schedules, today):
        for interval in _cut(schedules, start, end):
            states = frozenset(name for name, one in schedules.items() if one.is_open(interval.start))
            found.setdefault(states, []).append(interval)
    times = tuple(
        Time(number, states, tuple(intervals), _moment(intervals, zone))
        for number, (states, intervals) in enumerate(found.items())
    )
    return Times(times, {name: sum(one.bit for one in times if name in one.open) for name in schedules})


def used_schedules(flow: Flow) -> Iterator[str]:
    """Name the schedules that decide anything: of nodes, of contacts, of promises."""
    named = [getattr(node, "hours", "") for node in flow.nodes.values()]
    named += [contact.hours for contact in flow.contacts.values()]
    named += [promise.during for promise in flow.promises]
    return (name for name in dict.fromkeys(named) if name in flow.hours and name not in {ALWAYS, NEVER})


def _windows(zone: ZoneInfo, schedules: Mapping[str, Schedule], today: date) -> Iterator[tuple[datetime, datetime]]:
    """Give an ordinary week, then what lies around each date that differs."""
    special = sorted({*_dated(schedules.values(), today), *_clock_days(zone, schedules.values(), today)})
    monday = _ordinary(today, special)
    yield _midnight(monday, zone), _midnight(monday + ONE_WEEK, zone)
    while special:
        first = last = special.pop(0)
        while special and special[0] - last <= 2 * ONE_DAY:
            last = special.pop(0)
        yield _midnight(first - ONE_DAY, zone), _midnight(last + 2 * ONE_DAY, zone)


def _ordinary(today: date, special: Iterable[date]) -> date:
    """Give the Monday of the first whole week that no special day touches."""
    days = set(special)
    first = today + timedelta(days=-today.weekday() % 7)
    for weeks in range(_WEEKS_AHEAD):
        monday = first + weeks * ONE_WEEK
        if not any(monday + number * ONE_DAY in days for number in range(-1, 8)):
            return monday
    return first


def _dated(schedules: Iterable[Schedule], today: date) -> Iterator[date]:
    """Give the days of the coming year that are exceptions; of a long range its beginning and its end."""
    last = today + ONE_YEAR
    for schedule in schedules:
        for dates in (*schedule.closed, *(extra.dates for extra in schedule.extra)):
            if dates.yearly:
                span: Iterable[date] = (today + number * ONE_DAY for number in range(ONE_YEAR.days))
            else:
                first, end = max(dates.first, today), min(dates.last, last)
                span = (first + number * ONE_DAY for number in range(max(0, (end - first).days + 1)))
            held = [day for day in span if dates.holds(day)]
            yield from held if len(held) <= 2 * ONE_WEEK.days else (*held[: ONE_WEEK.days], *held[-ONE_WEEK.days :])


def _clock_days(zone: ZoneInfo, schedules: Iterable[Schedule], today: date) -> Iterator[date]:
    """Give the days of the coming year on which the clocks of a zone are changed."""
    for one in {zone.key: zone, **{schedule.timezone.key: schedule.timezone for schedule in schedules}}.values():
        before = _midnight(today, one).utcoffset()
        for number in range(1, ONE_YEAR.days + 1):
            day = today + number * ONE_DAY
            offset = _midnight(day, one).utcoffset()
            if offset != before:
                yield day - ONE_DAY
            before = offset


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone)


def _cut(schedules: Mapping[str, Schedule], start: datetime, end: datetime) -> Iterator[Interval]:
    """Cut a stretch of time at every change of a schedule."""
    changes = {change for schedule in schedules.values() for change in schedule.changes(start, end)}
    cuts = [start.astimezone(UTC), *sorted(changes), end.astimezone(UTC)]
    yield from (Interval(one, other) for one, other in pairwise(cuts))


def _moment(intervals: Iterable[Interval], zone: ZoneInfo) -> datetime:
    """Give a moment in the first interval that is long enough, else in the longest: an hour in, or half way."""
    several = list(intervals)
    chosen = next((one for one in several if one.end - one.start >= LONG_ENOUGH), None)
    if chosen is None:
        chosen = max(several, key=lambda one: one.end - one.start)
    length = chosen.end - chosen.start
    return (chosen.start + (ONE_HOUR if length >= LONG_ENOUGH else length / 2)).astimezone(zone)
