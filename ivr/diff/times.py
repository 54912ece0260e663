"""Times that two flows tell apart: whatever the schedules of either cut."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ivr.explore.times import Times, told_apart, used_schedules

if TYPE_CHECKING:
    from ivr.flow import Flow


def times_of_both(old: Flow, new: Flow, today: date) -> tuple[Times, Times]:
    """Give the same times for each of two flows, with its own schedules; weeks and days are those of the new one."""
    schedules = {
        (number, name): flow.hours[name] for number, flow in enumerate((old, new)) for name in used_schedules(flow)
    }
    named = {f"{number} {name}": schedule for (number, name), schedule in schedules.items()}
    both = told_apart(named, new.timezone, today)
    views = ({name: both.open[f"{side} {name}"] for number, name in schedules if number == side} for side in (0, 1))
    first, second = (Times(both.times, opened) for opened in views)
    return first, second
