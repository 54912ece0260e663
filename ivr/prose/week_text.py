"""The minutes of a week, written as a flow's `hours` are."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Final

_DAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_STEP: Final = 15
_DAY: Final = 1440


def week_text(minutes: Iterable[tuple[int, int]]) -> list[str]:
    """Give entries such as `Mon-Fri 08:00-18:00`; `always` where every minute is in."""
    open_at = set(minutes)
    if len(open_at) == 7 * _DAY // _STEP:
        return ["always"]
    by_day = [_ranges({minute for day, minute in open_at if day == number}) for number in range(7)]
    entries = []
    for ranges, days in groupby(range(7), key=lambda number: by_day[number]):
        several = list(days)
        if ranges:
            names = _DAYS[several[0]] if len(several) == 1 else f"{_DAYS[several[0]]}-{_DAYS[several[-1]]}"
            entries.append(f"{names} {' '.join(ranges)}")
    return entries


def _ranges(minutes: set[int]) -> tuple[str, ...]:
    found = []
    starts = sorted(minute for minute in minutes if minute - _STEP not in minutes)
    for start in starts:
        end = start
        while end in minutes:
            end += _STEP
        found.append(f"{start // 60:02}:{start % 60:02}-{end // 60:02}:{end % 60:02}")
    return tuple(found)
