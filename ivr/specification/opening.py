"""Hours in words: the week day by day, and the dates that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from ivr.schedule.opening import DAY, EVERY_DAY, WHOLE_DAY, Dates, Schedule, Shift, clock
from ivr.schedule.parse import LONG_NAMES
from ivr.specification.guide import Guide
from ivr.specification.parts import Row, Section, Words, listed, table
from ivr.specification.written import entry_names, entry_text

if TYPE_CHECKING:
    from ivr.flow import Flow


def opening(guide: Guide) -> Iterator[Section]:
    """Give the section of all hours, where the flow has any."""
    flow = guide.flow
    heads = ("Hours", "Open", "Dates that differ", "Time zone", "Used by", "Documented", "Note")
    rows = tuple(_row(guide, name, schedule) for name, schedule in flow.hours.items())
    if rows:
        caption = f"When desks and lines are open, in the time of {flow.timezone.key} where no other zone is said"
        yield Section("Hours", "hours", (table(caption, heads, rows),))


def _row(guide: Guide, name: str, schedule: Schedule) -> Row:
    cells = (
        (name,),
        ("; ".join(week_words(schedule)),),
        _words("; ".join(exceptions(schedule))),
        _words(str(schedule.timezone.key) if schedule.timezone != guide.flow.timezone else ""),
        _users(guide, name),
        guide.documented(entry_names(guide.flow, "hours", name, "documented")),
        _words(entry_text(guide.flow, "hours", name, "note")),
    )
    return Row(cells, guide.anchor("hours", name))


def _words(text: str) -> Words:
    return (text,) if text else ()


def _users(guide: Guide, name: str) -> Words:
    flow: Flow = guide.flow
    contacts = [guide.contact(each) for each, contact in flow.contacts.items() if contact.hours == name]
    steps = [(guide.node(each),) for each, node in flow.nodes.items() if getattr(node, "hours", None) == name]
    return listed((*contacts, *steps))


def week_words(schedule: Schedule) -> Iterator[str]:
    """Say when a schedule is open in an ordinary week: `Monday to Friday 08:00 to 18:00`, then `closed on Sunday`."""
    if set(schedule.week) in ({()}, {(WHOLE_DAY,)}):
        yield "at any hour of every day" if schedule.week[0] else "never"
        return
    groups = {shifts: [day for day in EVERY_DAY if schedule.week[day] == shifts] for shifts in schedule.week}
    for shifts, days in groups.items():
        if shifts:
            yield f"{_days(days)} {' and '.join(map(_times, shifts))}"
    if () in groups:
        yield f"closed on {_days(groups[()])}"


def _days(days: Sequence[int]) -> str:
    if len(days) == len(EVERY_DAY):
        return "every day"
    runs = []
    for first in [day for day in days if (day - 1) % 7 not in days]:
        length = next(more for more in range(1, 8) if (first + more) % 7 not in days)
        last = (first + length - 1) % 7
        joined = {1: "", 2: f" and {_day(last)}"}.get(length, f" to {_day(last)}")
        runs.append(_day(first) + joined)
    return ", ".join(runs)


def _day(number: int) -> str:
    return LONG_NAMES[number].capitalize()


def _times(shift: Shift) -> str:
    if shift == WHOLE_DAY:
        return "all day"
    end = f"{clock(shift.end - DAY)} the next day" if shift.end > DAY else clock(shift.end)
    return f"{clock(shift.begin)} to {end}"


def exceptions(schedule: Schedule) -> Iterator[str]:
    """Say on which dates a schedule differs from its week."""
    for dates in schedule.closed:
        yield f"closed {_dates(dates)}"
    for extra in schedule.extra:
        yield f"open besides {_dates(extra.dates)}: {' and '.join(map(_times, extra.shifts))}"


def _dates(dates: Dates) -> str:
    if dates.yearly:
        first, last = (f"{one.day} {one:%B}" for one in (dates.first, dates.last))
        return f"every year on {first}" if dates.first == dates.last else f"every year from {first} to {last}"
    first, last = map(date_words, (dates.first, dates.last))
    return f"on {first}" if dates.first == dates.last else f"from {first} to {last}"


def date_words(day: date) -> str:
    """Give a date as people say it: `Friday, 25 December 2026`."""
    return f"{day:%A}, {day.day} {day:%B} {day.year}"
