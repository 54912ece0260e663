"""DC018: a document gives other hours than those at which callers get to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ivr.auditing.documented import Documented, line_for
from ivr.auditing.opening import minutes_behind, minutes_of, shown_minute
from ivr.check import check
from ivr.explore import Explored, explored
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.prose.contradiction import HOURS, TimedHours
from ivr.prose.hour_edges import surely
from ivr.prose.hours import ALWAYS, names_a_day, names_days
from ivr.prose.scopes import DAY

_WHOLE_WEEK = 7 * 96
_OTHERS = re.compile(r"\b(?:the|our)\s+((?:[\w'-]+\s+){0,2}[\w'-]+)\s+(?:is|are|opens?)\b[^.;]{0,60}$", re.IGNORECASE)
_OF_THE_LINE = frozenset({"line", "lines", "number", "numbers", "phone", "phones", "telephone", "helpline", "hotline"})


@check("DC018", "documented-hours-differ", Severity.ERROR)
def documented_hours_differ(flow: Flow, documented: Documented, *, today: date) -> Iterator[Fault]:
    """Callers ring in the hours that a document gives and find nobody, or are told of fewer hours than there are.

    The hours at which a line leads to a person are found by making its calls in every hour of an ordinary week. Hours
    that a document gives in another time zone than the flow's, or not plainly, or of somebody else than the line ("the
    front desk is there ..."), are left out; that a line is there day and night is a claim, for DC020. What a document
    says of when nobody answers ("not answered after 4 pm", "closes at 5 on Fridays") is held against the calls, too.

    Document:
        Call 1-800-555-0100, Monday to Friday, 8 am to 6 pm.

        Press 1 for sales.

    Bad:
        hours: {desk: Mon-Fri 09:00-17:00}
        contacts: {sales: {name: Sales, hours: desk}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
          desk: {transfer: sales, closed: shut, failed: shut}
          shut: {hangup: Nobody is here now.}

    Good:
        hours: {desk: Mon-Fri 08:00-18:00}
        contacts: {sales: {name: Sales, hours: desk}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
          desk: {transfer: sales, closed: shut, failed: shut}
          shut: {hangup: Nobody is here now.}

    Source: ours; HR010 and HR011 ask the same of what the flow itself says.
    """
    found = explored(flow, today)
    for one in documented.found.hours:
        line = line_for(flow, documented, one.number)
        if not line or one.time or not one.hours.minutes or len(one.hours.minutes) == _WHOLE_WEEK or not found.roots:
            continue
        if _is_of_others(documented.line(one.spot), one.hours.words):
            continue
        there = minutes_of(found, line)
        missing, more = one.hours.minutes - there, there - one.hours.minutes - _otherwise(documented, one)
        if not missing and not more:
            continue
        place = flow.place("lines", line, key=True)
        related = ((documented.place(one.spot), "told here"),)
        said = f"a document says that '{line}' is answered '{one.hours.words}'"
        yield Fault(place, f"{said}{_but(missing, more)}", _AGREE, related)
    yield from _of_keys(flow, documented, found)
    yield from _of_ends(flow, documented, found)


_AGREE = "Let the hours of both agree."


def _of_keys(flow: Flow, documented: Documented, found: Explored) -> Iterator[Fault]:
    """Hold the hours that are told of single keys against when callers get to somebody by them."""
    told: dict[tuple[str, tuple[str, ...]], list[TimedHours]] = {}
    for one, number, way in documented.hours_of_keys():
        if one.hours.minutes and (line := line_for(flow, documented, number)):
            told.setdefault((line, way), []).append(one)
    for (line, way), several in told.items():
        every = frozenset(minute for one in several for minute in one.hours.minutes or ())
        missing, more = minutes_behind(found, line, way, every)
        for one in several:
            gone = missing & (one.hours.minutes or frozenset())
            if not (
                names_days(one.hours) or names_a_day(one.hours)
            ):  # "from 9 to 3" may be meant of the days that are told elsewhere
                sometime = {minute for _, minute in every - missing}
                gone = frozenset(one for one in gone if one[1] not in sometime)
            if len(one.hours.minutes or ()) == _WHOLE_WEEK or not (gone or more):
                continue
            place = flow.place("lines", line, key=True)
            said = f"a document says that {' '.join(way)} on '{line}' is answered '{one.hours.words}'"
            related = ((documented.place(one.spot), "told here"),)
            yield Fault(place, f"{said}{_but(gone, more)}", _AGREE, related)


def _of_ends(flow: Flow, documented: Documented, found: Explored) -> Iterator[Fault]:
    """Hold what is told of when nobody answers a line against when callers get to somebody.

    A line at which somebody is there at any hour has a menu of the night, or people of its own for it. Where the
    documents themselves give it two opening hours, they are told of that instead.
    """
    unsure = {one.number for one in documented.found.conflicts if one.kind == HOURS}
    for one in documented.found.ends:
        line = line_for(flow, documented, one.number)
        if not line or one.number in unsure or not found.roots:
            continue
        there = minutes_of(found, line)
        both = one.edge.closed & there
        if there == ALWAYS or not surely(both):
            continue
        place = flow.place("lines", line, key=True)
        said = f"a document says of '{line}': '{one.edge.words}', but {shown_minute(min(both))} somebody can be reached"
        yield Fault(place, said, _AGREE, ((documented.place(one.spot), "told here"),))


def _otherwise(documented: Documented, hours: TimedHours) -> frozenset[tuple[int, int]]:
    """Give when somebody is there, by the documents, outside of these hours of a line: by others that are told of it.

    Those are of other days, of a machine, or of keys that have hours of their own; with a menu of the night, that is at
    any hour.
    """
    of_line = [one for one in documented.found.options if one.number == hours.number]
    if any(one.time and one.time != DAY for one in of_line):
        return ALWAYS
    told = [one for one in documented.found.hours if one.hours.minutes]
    others = [one for one in told if any(number == hours.number for number, _ in one.keys) or _is_beside(one, hours)]
    return frozenset(minute for one in others for minute in one.hours.minutes or ())


def _is_beside(one: TimedHours, hours: TimedHours) -> bool:
    """Whether hours are told of the same line, and in the same document, as others are."""
    return one.number == hours.number and not one.time and one.spot.document == hours.spot.document


def _is_of_others(text: str, hours: str) -> bool:
    """Whether a sentence gives the hours of a desk or a team, and not those of the line."""
    found = _OTHERS.search(text.partition(hours)[0])
    return found is not None and _OF_THE_LINE.isdisjoint(found[1].lower().split())


def _but(missing: frozenset[tuple[int, int]], more: frozenset[tuple[int, int]]) -> str:
    if missing:
        return f", but {shown_minute(min(missing))} nobody can be reached"
    return f" only, but {shown_minute(min(more))} somebody can be reached too"
