"""HR012: a schedule never opens."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.pressed import first_met
from ivr.analysis.reported import half_read
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import NEVER, Flow
from ivr.nodes.hours import Hours
from ivr.witness import Shows


@check("HR012", "never-open", Severity.WARNING)
def never_open(flow: Flow) -> Iterator[Fault]:
    """No caller ever finds this open: the schedule has not one minute in the week, and no extra date.

    The same goes for `never` in an `hours` node.

    Bad:
        hours: {desk: {closed: [12-25]}}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: We are closed on Christmas Day. Please call again tomorrow.}

    Good:
        hours: {desk: {open: "Mon-Fri 08:00-17:00", closed: [12-25]}}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: We are open on weekdays from 8 to 5. Please call again then or write to desk@example.com.}

    Source: this project; a schedule without hours is always a slip.
    """
    for name, schedule in flow.hours.items():
        if not schedule.extra and schedule.minutes_a_week() == 0 and not half_read(flow, "hours", name):
            message = f"'{name}' is never open, so no caller ever gets what it should open"
            hint = "Write when it is open: `open: Mon-Fri 08:00-17:00`; a list of `closed` dates alone opens nothing."
            yield Fault(flow.place("hours", name, key=True), message, hint, call=_met_closed(flow, name))
    for name, node in flow.nodes.items():
        if isinstance(node, Hours) and node.hours == NEVER and name not in flow.broken:
            message = f"'{name}' asks for hours that are never open, so all callers go the same way"
            yield Fault(
                flow.place("nodes", name, "hours"), message, "Name a schedule, or leave the node out.", call=Shows(name)
            )


def _met_closed(flow: Flow, schedule: str) -> Shows | None:
    """Ask for a call that comes to where a schedule is looked up."""
    looking = (name for name, node in flow.nodes.items() if isinstance(node, Hours) and node.hours == schedule)
    name = first_met(flow, looking)
    return Shows(name, on="closed") if name else None
