"""Time as a flow's schedules cut it: the stretches of an ordinary week, and the dates ahead that differ from it.

A set of stretches is one whole number, a bit each, so that sets are joined, cut and taken from one another at once. In
one stretch no schedule opens or closes. Where schedules have clocks of different zones, a week of winter and one of
summer are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Final, NamedTuple

from ivr.flow import ALWAYS, NEVER, Flow
from ivr.schedule import Dates, Schedule, Shift, describe_week
from ivr.schedule.opening import DAY, DAY_NAMES, WEEK, clock

WEEK_MINUTES: Final = WEEK
_SEASONS: Final = (date(2026, 1, 12), date(2026, 7, 13))
"""Two Mondays in whose weeks no clocks are changed anywhere; schedules are asked there without their dates."""
_AHEAD: Final = timedelta(days=366)
_LONGEST: Final = 31  # days of one stretch of dates that are looked at
_MOST_DATES: Final = 400
_FEW: Final = 2
_MOST_TOLD: Final = 3


class Stretch(NamedTuple):
    """A stretch of time: its beginning, held, and its end, not held (both aware); `dated` is its day, if it is one."""

    start: datetime
    end: datetime
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """The stretches of time that a flow's schedules tell apart, and for each schedule the set in which it is open."""

    stretches: tuple[Stretch, ...]
    opened: Mapping[str, int]

    @property
    def all(self) -> int:
        """The set of all stretches."""
        return (1 << len(self.stretches)) - 1

    @property
    def week(self) -> tuple[tuple[int, Stretch], ...]:
        """One ordinary week: its stretches in order, each with the set that has it alone."""
        ordinary = [(1 << number, one) for number, one in enumerate(self.stretches) if one.dated is None]
        return tuple((number, one) for number, one in ordinary if _monday(one) == _SEASONS[0])

    def open(self, schedule: str) -> int:
        """Give when a schedule is open; one that does not exist counts as open."""
        if schedule == NEVER:
            return 0
        return self.opened.get(schedule, self.all)

    def words(self, when: int) -> str:
        """Tell a set of stretches: `Sat 12:00 to Mon 08:00`, `Mon-Fri 17:00-18:00`, `on 2026-12-25`."""
        chosen = [stretch for number, stretch in enumerate(self.stretches) if when >> number & 1]
        ordinary = [stretch for stretch in chosen if stretch.dated is None]
        first = {_monday(stretch) for stretch in ordinary[:1]}
        told = _week_words(stretch for stretch in ordinary if _monday(stretch) in first)
        dates = sorted({stretch.dated for stretch in chosen if stretch.dated})
        return told or "on " + _shortened([f"{day}" for day in dates])


def calendar(flow: Flow, today: date | None = None, **asked: Schedule) -> Calendar:
    """Cut an ordinary week by the schedules of a flow and, where `today` is given, the dates of the coming year too.

    `asked` are schedules, by a name of their own, by which the week is cut besides.
    """
    key = ("calendar", today, *asked.items())
    if key not in flow.memo:
        flow.memo[key] = _cut(flow, {**flow.hours, **asked}, today)
    found: Calendar = flow.memo[key]
    return found


def minutes_open(schedule: Schedule) -> tuple[tuple[int, int], ...]:
    """Give the stretches of an ordinary week that are open, in minutes since Monday 00:00, joined where they touch.

    One that runs past the end of the week ends after it.
    """
    spans = sorted(
        (day * DAY + begin, day * DAY + end) for day, shifts in enumerate(schedule.week) for begin, end in shifts
    )
    return tuple(_joined(spans))


def gaps_between(spans: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """Give what is closed between the open stretches of a week, the last before the first included."""
    if spans:
        turned = (spans[0][0] + WEEK, spans[0][1] + WEEK)
        latest = spans[0][1]
        for here, there in pairwise((*spans, turned)):
            latest = max(latest, here[1])
            if there[0] > latest:
                yield latest, there[0]


def _cut(flow: Flow, hours: Mapping[str, Schedule], today: date | None) -> Calendar:
    zones = {flow.timezone.key, *(schedule.timezone.key for schedule in hours.values())}
    plain = {name: replace(schedule, closed=(), extra=()) for name, schedule in hours.items()}
    windows = [(monday, 7, plain, False) for monday in _SEASONS[: len(zones)]]
    days = _dated(flow, today) if today else ()
    windows += [(day, 1, dict(hours), True) for day in days]
    stretches: list[Stretch] = []
    opened = dict.fromkeys(hours, 0)
    for first, length, schedules, dated in windows:
        start, end = (datetime.combine(first + timedelta(days=more), time(), flow.timezone) for more in (0, length))
        changes = {name: tuple(schedule.changes(start, end)) for name, schedule in schedules.items()}
        edges = sorted({start, end}.union(*changes.values()))
        places = {edge: len(stretches) + number for number, edge in enumerate(edges)}
        for name, schedule in schedules.items():
            opened[name] |= _bits(schedule, [start, *changes[name], end], places)
        local = [edge.astimezone(flow.timezone) for edge in edges]
        stretches += [Stretch(one, other, first if dated else None) for one, other in pairwise(local)]
    return Calendar(tuple(stretches), {ALWAYS: (1 << len(stretches)) - 1, **opened})


def _bits(schedule: Schedule, edges: list[datetime], places: Mapping[datetime, int]) -> int:
    """Give the set in which a schedule is open between the first and the last of some moments; it changes at each."""
    is_open, found = schedule.is_open(edges[0]), 0
    for here, there in pairwise(edges):
        if is_open:
            found |= (1 << places[there]) - (1 << places[here])
        is_open = not is_open
    return found


def _dated(flow: Flow, today: date) -> list[date]:
    """Give the days of the coming year that some schedule names, the nearest first, as far as the bound goes."""
    named = [dates for schedule in flow.hours.values() for dates in schedule.closed]
    named += [extra.dates for schedule in flow.hours.values() for extra in schedule.extra]
    days = {day for dates in named for day in _days(dates, today)}
    return sorted(days)[:_MOST_DATES]


def _days(dates: Dates, today: date) -> Iterator[date]:
    """Give the days of one entry that lie in the coming year; of a long one, the first ones."""
    for start in _starts(dates, today):
        for more in range(_LONGEST):
            day = start + timedelta(days=more)
            if dates.holds(day) and today <= day < today + _AHEAD:
                yield day


def _starts(dates: Dates, today: date) -> Iterator[date]:
    if not dates.yearly:
        yield max(dates.first, today)
        return
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            yield dates.first.replace(year=year)
        except ValueError:  # 29 February
            continue


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for begin, end in spans:
        if current and begin <= current[1]:
            current = (current[0], max(current[1], end))
        else:
            if current:
                yield current
            current = (begin, end)
    if current:
        yield current


def _monday(stretch: Stretch) -> date:
    day = stretch.start.date()
    return day - timedelta(days=day.weekday())


def _week_words(stretches: Iterable[Stretch]) -> str:
    spans = list(_joined(sorted((_minute(one.start), _minute(one.end) or WEEK) for one in stretches)))
    if spans and len(spans) > 1 and spans[0][0] == 0 and spans[-1][1] == WEEK:
        spans = [*spans[1:-1], (spans[-1][0], spans[0][1] + WEEK)]
    if spans == [(0, WEEK)]:
        return "at any hour"
    if len(spans) > _FEW and _are_short(spans):
        return _by_day(spans)
    rest = tuple(gaps_between(tuple(spans)))
    if len(spans) > _FEW and _are_short(rest):
        return f"outside {_by_day(rest)}"
    if rest and sum(end - begin for begin, end in rest) < DAY:
        return f"outside {_shortened([_span(begin % WEEK, end - begin + begin % WEEK) for begin, end in rest])}"
    return _shortened([_span(begin, end) for begin, end in spans])


def _are_short(spans: Iterable[tuple[int, int]]) -> bool:
    return all(end - begin < DAY for begin, end in spans)


def _by_day(spans: Iterable[tuple[int, int]]) -> str:
    """Give stretches that are shorter than a day as a schedule writes them; days begin within the week."""
    several = [(begin % WEEK, end - begin + begin % WEEK) for begin, end in spans]
    return describe_week(tuple(tuple(_shifts(several, day)) for day in range(7)))


def _minute(at: datetime) -> int:
    """Give the minutes of a moment since Monday 00:00, as the clock on the wall has them."""
    return at.weekday() * DAY + at.hour * 60 + at.minute


def _shifts(spans: Iterable[tuple[int, int]], day: int) -> Iterator[Shift]:
    return (Shift(begin % DAY, end - day * DAY) for begin, end in spans if begin // DAY == day)


def _span(begin: int, end: int) -> str:
    """Give a stretch of the week in words; `end` may lie in the week after."""
    first, last = begin // DAY, (end - 1) // DAY
    until = end - last * DAY
    day = DAY_NAMES[first]
    if first == last and end - begin == DAY:
        return f"all {day}"
    behind = "" if first == last else f"{DAY_NAMES[last % 7]} "
    return f"{day} {clock(begin % DAY)} to {behind}{clock(until)}"


def _shortened(told: list[str]) -> str:
    if len(told) > _MOST_TOLD:
        told = [*told[:_MOST_TOLD], f"{len(told) - _MOST_TOLD} more"]
    return " and ".join([", ".join(told[:-1]), told[-1]]) if len(told) > 1 else "".join(told)
