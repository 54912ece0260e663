"""How new a version is, by the date or the number that its heading or its entry begins with."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.tokens import folded

Rank = tuple[int, ...]
"""What versions are put in order by: of a number, or of a date, which is told by the first; empty for none."""

_MONTHS: Final = {
    "jan": 1,
    "ene": 1,
    "feb": 2,
    "fev": 2,
    "mar": 3,
    "apr": 4,
    "avr": 4,
    "abr": 4,
    "may": 5,
    "mai": 5,
    "jun": 6,
    "juin": 6,
    "jul": 7,
    "juil": 7,
    "aug": 8,
    "aou": 8,
    "ago": 8,
    "sep": 9,
    "oct": 10,
    "okt": 10,
    "nov": 11,
    "dec": 12,
    "dez": 12,
    "dic": 12,
}
"""Months by the letters that their names begin with, without accents."""
_YEAR: Final = r"(?<!\d)(?:19|20)\d\d(?!\d)"
_DATE: Final = (
    rf"(?P<year>{_YEAR})[-/.](?P<month>\d{{1,2}})(?:[-/.](?P<day>\d{{1,2}}))?(?!\d)"
    r"|(?:\b(?P<before>\d{1,2})(?:st|nd|rd|th|er|\.)?\s(?:de |of )?)?\b(?P<name>[^\W\d]{3,10})\.?\s"
    rf"(?:(?P<behind>\d{{1,2}})(?:st|nd|rd|th)?,?\s)?(?:de |del )?(?P<named>{_YEAR})"
    r"|(?<![\d.])(?P<one>\d{1,2})(?P<mark>[./])(?P<two>\d{1,2})[./](?P<short>(?:20)?\d\d)(?![\d.])"
)
_DATED: Final = re.compile(
    rf"{_DATE}|\bv?(?P<version>\d+(?:\.\d+)+)\b|(?P<alone>{_YEAR})"
    r"|^\W*(?:v|version |release )?(?P<plain>\d{1,3})\b(?!\.\d)",
    re.IGNORECASE,
)
_LED: Final = re.compile(
    r"\W*(?:(?:since|as of|from|on|seit|ab|am|depuis|le|desde|el|week of|version|release|rev(?:ision)?\.?) )?"
    rf"(?:{_DATE}|v?(?P<version>\d+(?:\.\d+)+)(?=\W*$|\)?:| ?[–—(|-]|\s{{2}})"
    r"|v(?:ersion )?(?P<plain>\d{1,3})\b(?!\.\d)"
    rf"|(?P<alone>{_YEAR})(?=\W*$|:| ?[–—|-]))",
    re.IGNORECASE,
)
_NO_DAY: Final = 12
"""The highest number of a month."""


def rank_of(words: str) -> Rank:
    """Give how new the version of a heading is; an empty rank where it does not say."""
    return next((rank for found in _DATED.finditer(words) if (rank := _rank(found))), ())


def rank_led(words: str) -> Rank:
    """Give how new the version is that an entry begins with; an empty rank where it begins with none."""
    found = _LED.match(words)
    return _rank(found) if found is not None else ()


def _rank(found: re.Match[str]) -> Rank:
    if version := found["version"] or found["plain"]:
        return (0, *map(int, version.split(".")))
    if found["year"]:
        return (1, int(found["year"]), int(found["month"]), int(found["day"] or 0))
    if found["named"]:
        small = folded(found["name"])
        month = _MONTHS.get(small[:4]) or _MONTHS.get(small[:3], 0)
        return (1, int(found["named"]), month, int(found["before"] or found["behind"] or 0))
    if found["alone"]:
        return (1, int(found["alone"]), 0, 0)
    one, two, year = (int(found[name]) for name in ("one", "two", "short"))
    months_first = found["mark"] == "/" and one <= _NO_DAY
    return (1, year % 100 + 2000, *((one, two) if months_first else (two, one)))
