"""The days of hours that their sentence names before them, and hours that differ by nothing but a day."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.hours import DAYS, Hours, days_named, names_a_day

_ON: Final = re.compile(
    rf"\b(?:on|every|each|les?|los|el|am|an) (?:the )?(?P<days>{DAYS})(?! ?(?:morning|afternoon|evening|night)s?)",
    re.IGNORECASE,
)


def on_days_named(told: Hours, before: str) -> Hours:
    """Give hours that name no day as those of the days that their sentence names before: `On Saturdays we open 9-1`."""
    if not told.minutes or names_a_day(told) or (found := _ON.search(before)) is None:
        return told
    days = set(days_named(found["days"]))
    return told._replace(
        minutes=frozenset((day, minute) for day, minute in told.minutes if day in days) or told.minutes
    )


def ends_otherwise(one: Hours, other: Hours) -> bool:
    """Whether two weeks of the same hours begin on Monday and end on different days: `Mon-Fri 8-5`, `Mon-Sat 8-5`."""
    mine, others = _one_range(one), _one_range(other)
    return mine is not None and others is not None and mine[0] != others[0] and mine[1] == others[1]


@lru_cache(maxsize=1024)
def _one_range(hours: Hours) -> tuple[int, frozenset[int]] | None:
    """Give how many days from Monday on hours are told for, and at which minutes, where they are the same on each."""
    by_day: dict[int, set[int]] = {}
    for day, minute in hours.minutes or ():
        by_day.setdefault(day, set()).add(minute)
    if len(by_day) < _FEWEST or set(by_day) != set(range(len(by_day))) or not names_a_day(hours):
        return None
    minutes = by_day[0]
    return (len(by_day), frozenset(minutes)) if all(each == minutes for each in by_day.values()) else None


_FEWEST: Final = 4
"""Days of a week of work, or more."""
