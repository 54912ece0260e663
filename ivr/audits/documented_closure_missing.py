"""DC022: a document says that a line is closed on a day of the year on which its callers still get to somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.auditing.documented import Documented, line_for
from ivr.auditing.opening import is_open_on
from ivr.check import check
from ivr.explore import explored
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC022", "documented-closure-missing", Severity.ERROR)
def documented_closure_missing(flow: Flow, documented: Documented, *, today: date) -> Iterator[Fault]:
    """Callers ring on a holiday, and are put through to a desk at which, by the documents, nobody is.

    It is asked of the next such day, by the calls that are made on it. Days that are not the same in every year, such
    as all public holidays, are left out, and so is a holiday on which the line is not answered anyway: a Sunday, say.

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

    Source: ours; DC018 asks the same of the hours of an ordinary week.
    """
    found = explored(flow, today)
    for one in documented.found.closures:
        line = line_for(flow, documented, one.number)
        if not line or not found.roots:
            continue
        days = [day for day in (_next(each, today) for each in one.dates) if is_open_on(found, line, day)]
        if not days:
            continue
        said = (
            f"a document says that '{line}' is closed on '{one.words}', but on {_listed(days)} somebody can be reached"
        )
        related = ((documented.place(one.spot), "told here"),)
        yield Fault(flow.place("lines", line, key=True), said, _CLOSE, related)


_CLOSE = "Add the days to `closed` of the schedule, or take them out of the document."


def _next(told: str, today: date) -> date:
    """Give the next day, from today on, that has a month and a day: `12-25`."""
    month, day = map(int, told.split("-"))
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _listed(days: list[date]) -> str:
    *most, last = (f"{day:%A} {day.isoformat()}" for day in days)
    return f"{', '.join(most)} and {last}" if most else last
