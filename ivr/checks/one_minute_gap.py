"""HR004: a schedule closes a minute too early."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.analysis.amend import fix, said_otherwise
from ivr.analysis.hour_chains import chains, parts
from ivr.analysis.reported import half_read
from ivr.analysis.week import calendar, gaps_between, minutes_open
from ivr.analysis.written_hours import Written, written_hours
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.schedule import Shift

DAY: Final = 1440
_HOUR: Final = 60


@check("HR004", "one-minute-gap", Severity.WARNING)
def one_minute_gap(flow: Flow) -> Iterator[Fault]:
    """Callers in one minute find it closed: a range that ends at 23:59, or a minute before the next, leaves it out.

    The end of a range is the moment at which it closes, so that `08:00-12:00 12:00-17:00` has no hole.

    Bad:
        hours: {desk: "Mon-Fri 00:00-23:59"}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: We are open on weekdays. Please call again then or write to desk@example.com.}

    Good:
        hours: {desk: "Mon-Fri 00:00-24:00"}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: We are open on weekdays. Please call again then or write to desk@example.com.}

    Source: this project; the language's ranges hold their start and not their end.
    """
    between = dict(_between_schedules(flow))
    for name, schedule in flow.hours.items():
        if half_read(flow, "hours", name):
            continue
        ends = {begin % DAY for begin, end in gaps_between(minutes_open(schedule)) if end - begin == 1}
        ends |= {DAY - 1} | between.get(name, set())
        wrong = [one for one in written_hours(flow, name) if one.shift.end % DAY in ends]
        if wrong:
            yield _fault(flow, name, wrong[0])


def _fault(flow: Flow, name: str, one: Written) -> Fault:
    begin, end = one.shift
    text, right = str(one.shift), Shift(begin, end + 1)
    message = f"'{name}' closes at {text[-5:]}, so callers find it closed in the minute that follows"
    whole = right.end - right.begin == DAY
    hint = f"Write `{'00:00-24:00' if whole else right}`: the end of a range is the moment at which it closes."
    closes = {text[-6:]: str(Shift(begin, begin + DAY) if whole else right)[-6:]}
    mend = fix(f"Close at {closes[text[-6:]][1:]}.", said_otherwise(flow, one.path, closes))
    return Fault(flow.place(*one.path), message, hint, fix=mend)


def _between_schedules(flow: Flow) -> Iterator[tuple[str, set[int]]]:
    """Give the ends, in minutes of the day, at which one schedule leaves a minute before the next one that is asked."""
    for chain in chains(flow):
        for part in parts(calendar(flow), chain.schedules):
            if not part.open and part.minutes == 1:
                start = next(one.start for bit, one in calendar(flow).week if bit & part.when)
                for name in part.before:
                    local = start.astimezone(flow.hours[name].timezone)
                    yield name, {local.hour * _HOUR + local.minute}
