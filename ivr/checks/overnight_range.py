"""HR005: a range runs overnight that was hardly meant to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.analysis.amend import fix, said_otherwise
from ivr.analysis.written_hours import written_hours
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.schedule import Shift

_HOUR: Final = 60
_HALF_DAY: Final = 720
_DAY: Final = 1440


@check("HR005", "overnight-range", Severity.WARNING)
def overnight_range(flow: Flow, *, least: int = 18, most: int = 22, until: int = 3) -> Iterator[Fault]:
    """Callers are sent to an empty desk at night: a range such as 08:00-06:00 runs until the next morning.

    A range may run past midnight, as 22:00-06:00 does. One of 18 to 22 hours that ends at 3 in the morning or later is
    most likely a time of the afternoon, written as on a clock of twelve hours.

    Bad:
        hours: {desk: "Mon-Fri 08:00-06:00"}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: We are open on weekdays. Please call again then or write to desk@example.com.}

    Good:
        hours: {desk: "Mon-Fri 08:00-18:00"}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: We are open on weekdays. Please call again then or write to desk@example.com.}

    Parameter: least: 18 and most: 22, the length in hours of such a range; until: 3, the hour at which it ends at the
    earliest (choices of this project: a bar is open 10:00-02:00, a railway 04:30-01:30, and a line that rests for an
    hour 06:00-05:00).
    Source: this project; ranges may run past midnight in this language, so that a slip is not seen in reading.
    """
    for name in flow.hours:
        for path, shift in dict(written_hours(flow, name)).items():
            length, end = shift.end - shift.begin, shift.end - _DAY
            if least * _HOUR <= length <= most * _HOUR and end >= until * _HOUR:
                meant = Shift(shift.begin, end + _HALF_DAY)
                message = f"'{name}' is open overnight, {length / _HOUR:g} hours from {shift}, so callers ring at night"
                message += f"; did you mean '{meant}'?" if meant.end > meant.begin else ""
                hint = "Write the times on the 24-hour clock; two ranges, if it really is open nearly all day."
                closes = said_otherwise(flow, path, {str(shift)[-6:]: str(meant)[-6:]})
                mend = fix(f"Write '{meant}'.", closes, safe=False) if meant.end > meant.begin else None
                yield Fault(flow.place(*path), message, hint, fix=mend)
