"""Opening hours: when a desk or a line is open, said as people write it and decided for any instant."""

from ivr.schedule.opening import (
    Dates,
    Extra,
    Schedule,
    ScheduleError,
    Shift,
    Week,
    always,
    clock_changes,
    describe_week,
    never,
)
from ivr.schedule.parse import make_schedule, parse_dates, parse_extra, parse_hours, parse_moment, parse_timezone

__all__ = [
    "Dates",
    "Extra",
    "Schedule",
    "ScheduleError",
    "Shift",
    "Week",
    "always",
    "clock_changes",
    "describe_week",
    "make_schedule",
    "never",
    "parse_dates",
    "parse_extra",
    "parse_hours",
    "parse_moment",
    "parse_timezone",
]
