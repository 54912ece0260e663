"""DC022: a document says that a line is closed on a day of the year on which its callers still get to somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from ivr.auditing.documented import Documented, e164_of, line_for
from ivr.auditing.named_days import named_days
from ivr.auditing.opening import is_open_on
from ivr.check import check
from ivr.explore import explored
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC022", "documented-closure-missing", Severity.ERROR)
def documented_closure_missing(flow: Flow, documented: Documented, *, today: date) -> Iterator[Fault]:
    """Callers ring on a holiday, and are put through to a desk at which, by the documents, nobody is.

    It is asked of the next such day, by the calls that are made on it; a holiday on which the line is not answered
    anyway, a Sunday say, is no fault. Days that are another date in every year are looked up in the calendar of the
    number's country: "Thanksgiving", "bank holidays", "gesetzliche Feiertage". "Holidays" alone are those that nearly
    everybody keeps, and "most holidays" are not asked about. Where the flow names closed dates with their year, nothing
    is asked of the years after the last of them, from next year on: that list is still to be continued.

    Document:
        Call 1-800-555-0100, every day from 8 am to 6 pm, except Christmas Day.

        Press 1 for sales.

    Bad:
        hours: {desk: Mon-Sun 08:00-18:00}
        contacts: {sales: {name: Sales, hours: desk}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
          desk: {transfer: sales, closed: shut, failed: shut}
          shut: {hangup: Nobody is here now.}

    Good:
        hours: {desk: {open: Mon-Sun 08:00-18:00, closed: [12-25]}}
        contacts: {sales: {name: Sales, hours: desk}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
          desk: {transfer: sales, closed: shut, failed: shut}
          shut: {hangup: Nobody is here now.}

    Source: ours; DC018 asks the same of the hours of an ordinary week. The dates are those of the `holidays` library.
    """
    found = explored(flow, today)
    last = _last_year(flow, today)
    for one in documented.found.closures:
        line = line_for(flow, documented, one.number)
        if not line or not found.roots:
            continue
        number = one.number or e164_of(line, documented.region)
        named = ({_next(each, today): ""} for each in one.dates)
        moving = (named_days(each, number, today, documented.region) for each in one.varying)
        moving = ({day: name for day, name in days.items() if day.year <= last} for days in moving)
        days = {day: name for some in (*named, *moving) for day, name in some.items() if is_open_on(found, line, day)}
        if not days:
            continue
        said = (
            f"a document says that '{line}' is closed on '{one.words}', but on {_listed(days)} somebody can be reached"
        )
        related = ((documented.place(one.spot), "told here"),)
        yield Fault(flow.place("lines", line, key=True), said, _CLOSE, related)


_MOST_DAYS: Final = 2
"""Days that a finding names, where they are many."""
_CLOSE = "Add the days to `closed` of the schedule, or take them out of the document."


def _last_year(flow: Flow, today: date) -> int:
    """Give the last year whose holidays are asked: that up to which closed dates are named, or the present one."""
    named = [dates.last.year for one in flow.hours.values() for dates in one.closed if not dates.yearly]
    return max(*named, today.year) if named else date.max.year


def _next(told: str, today: date) -> date:
    """Give the next day, from today on, that has a month and a day: `12-25`."""
    month, day = map(int, told.split("-"))
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _listed(days: dict[date, str]) -> str:
    """Say days, each with the name that the calendar has for it; of many, the first."""
    shown = [f"{day.isoformat()} ({name or format(day, '%A')})" for day, name in sorted(days.items())]
    rest = len(shown) - _MOST_DAYS
    shown = [*shown[:_MOST_DAYS], f"{rest} further days"] if rest > 1 else shown
    *most, last = shown
    return f"{', '.join(most)} and {last}" if most else last
