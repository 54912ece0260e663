"""Times that a flow tells apart, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ivr.analysis.week import Calendar, Stretch
from ivr.explore import Explored, Time

_WEEK = timedelta(days=7)


def hours_told(found: Explored, bits: int) -> str:
    """Tell when a set of times is, the ordinary week before dates: `on Sat 12:00 to 24:00`, `on 2026-12-25`."""
    if bits == found.times.every:
        return "at any hour"
    stretches = tuple(sorted(stretch for time in found.times.of(bits) for stretch in _stretches(found, time)))
    told = Calendar(stretches, {}).words((1 << len(stretches)) - 1)
    return told if told.startswith(("at ", "on ", "outside ")) else f"on {told}"


def _stretches(found: Explored, time: Time) -> Iterator[Stretch]:
    first = found.times.times[0].intervals[0].start
    zone = found.flow.timezone
    for interval in time.intervals:
        start, end = interval.start.astimezone(zone), interval.end.astimezone(zone)
        yield Stretch(start, end, None if first <= interval.start < first + _WEEK else start.date())
