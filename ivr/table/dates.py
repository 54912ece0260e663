"""What matters of the beginning of a date: whether it can still become one, and with which digits."""

from __future__ import annotations

import re
from calendar import isleap

_PARTS = re.compile(r"YYYY|YY|MM|DD")
_LONGEST = {1: 31, 3: 31, 5: 31, 7: 31, 8: 31, 10: 31, 12: 31, 4: 30, 6: 30, 9: 30, 11: 30, 2: 29}
_ALWAYS = 28
"""A day that every month has."""


def date_key(form: str, entry: str) -> object:
    """Give a value that is the same for beginnings that the same digits make a date, or no date, in a `form`."""
    if len(entry) > len(form):
        return "too long"
    if len(set(_PARTS.findall(form))) < len(_PARTS.findall(form)):
        return entry  # a part that comes twice: nobody writes dates so
    whole: dict[str, int] = {}
    begun = ""
    for found in _PARTS.finditer(form):
        digits = entry[found.start() : found.end()]
        if len(digits) == len(found[0]):
            whole[found[0]] = int(digits)
        elif digits:
            begun = digits
    return len(entry), _known(whole, begun, form)


def _known(whole: dict[str, int], begun: str, form: str) -> object:
    """Leave of the parts that are whole only what may still matter; an impossible one says it all."""
    month, day = whole.get("MM"), whole.get("DD")
    year = whole.get("YYYY", whole["YY"] + 2000 if "YY" in whole else None)
    longest = None if month is None else _LONGEST.get(month)
    if (month is not None and longest is None) or (day is not None and not 1 <= day <= (longest or 31)) or year == 0:
        return "never"
    leap = None if year is None else isleap(year)
    if month is None or day is None:
        return leap, longest, day, begun
    if longest != _LONGEST[2] or day <= _ALWAYS:
        return "any year", begun if begun.strip("0") == "" else "a year"
    if leap is not None:
        return "leap" if leap else "never"
    return "leap year", begun, form
