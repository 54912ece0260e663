"""HR003: a schedule has no timezone, or one that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import reported
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.schedule import Schedule
from ivr.schedule.opening import WEEK
from ivr.tree import Mapping


@check("HR003", "timezone-missing", Severity.ERROR)
def timezone_missing(flow: Flow) -> Iterator[Fault]:
    """Callers find the line open or closed at the wrong hours, since nobody knows whose clock the hours go by.

    Bad:
        timezone: America/Chikago
        nodes:
          main: {say: Thank you for calling., next: desk}

    Good:
        timezone: America/Chicago
        nodes:
          main: {say: Thank you for calling., next: desk}

    Source: the names are those of the IANA time zone database.
    """
    yield from reported(flow, "HR003")
    lacking = [name for name, schedule in flow.hours.items() if _needs_one(flow, name, schedule)]
    if lacking and "timezone" not in flow.tree and "timezone" not in flow.unread:
        message = f"the flow has no `timezone`, so nobody knows by whose clock '{lacking[0]}' opens for callers"
        hint = "Write one at the top: `timezone: America/Chicago`."
        yield Fault(flow.place("hours", lacking[0], key=True), message, hint)


def _needs_one(flow: Flow, name: str, schedule: Schedule) -> bool:
    """Whether a schedule ever changes, and does not name its own timezone."""
    hours = flow.tree.get("hours", "")
    written = hours.get(name, "") if isinstance(hours, Mapping) else ""
    changes = bool(schedule.closed or schedule.extra) or schedule.minutes_a_week() not in {0, WEEK}
    return changes and not (isinstance(written, Mapping) and "timezone" in written)
