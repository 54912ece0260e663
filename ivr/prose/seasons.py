"""Seasons, months and single days for which hours are told, and not for all of the year."""

from __future__ import annotations

import re
from typing import Final

_MONTH: Final = (
    r"(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|f[eé]vrier|mar(?:ch|s|zo)|m[aä]rz|apr(?:il)?|avril|abril|may|mai|mayo"
    r"|june?|juni?o?|juin|july?|julio?|juillet|aug(?:ust)?|ao[uû]t|agosto|sept?(?:ember|embre|iembre)?"
    r"|oct(?:ober|obre)?|octubre|oktober|nov(?:ember|embre|iembre)?|dec(?:ember)?|d[eé]cembre|diciembre|dezember"
    r"|enero|febrero)\b\.?"
)
_NTH: Final = r" ?(?:er|st|nd|rd|th|\.)?"
_TO: Final = r" ?(?:to|through|thru|until|till|-|–|—|al?|au|bis(?: zum)?) ?(?:le |el )?"
_SEASON: Final = re.compile(
    r"\b(?:(?:tax|summer|winter|holiday|busy|peak|open|enrollment|christmas|easter) (?:season|week|hours|period"
    r"|enrollment)\b|christmas\b|thanksgiving week|easter week|ramadan\b|in (?:the )?(?:summer|winter)\b"
    r"|(?:summer|winter|sommer|verano|invierno|[eé]t[eé]|hiver)(?= ?[(:])"
    rf"|(?:in|during|throughout|im|en) {_MONTH}|{_MONTH} ?(?:to|through|thru|until|till|-|–|—|a|à|bis) ?(?:the )?"
    rf"(?:end of )?{_MONTH}"
    rf"|\d{{1,2}}{_NTH} (?:de |of )?{_MONTH}{_TO}(?:the )?\d{{1,2}}{_NTH} (?:de |of )?{_MONTH}"
    rf"|{_MONTH} \d{{1,2}}{_NTH}{_TO}{_MONTH} \d{{1,2}}(?!\d)"
    rf"|(?:on|until|through|till|le|el|am) (?:\w{{3,10}},? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?!\d)|\d{{1,2}}\.? (?:de )?{_MONTH}))"
)
"""It is sought in small letters."""
_HEADED: Final = re.compile(
    r"^\W*(?:term[ -]?time|(?:during |outside )?(?:the )?(?:school |summer |winter |university )?"
    r"(?:vacations?|holidays?|break|term|closure)(?: hours)?"
    r"|semester ?ferien|ferien|vacances(?: scolaires)?|vacaciones)\W*$",
    re.IGNORECASE,
)
"""What a heading says that tells the hours of a part of the year."""


def season_of(words: str) -> str:
    """Give the season or the day that a text names, in small letters; nothing where it names none."""
    found = _SEASON.search(words.lower())
    return found[0].rstrip(" .") if found else ""


def season_headed(title: str) -> str:
    """Give the part of the year that a heading names by itself, in small letters."""
    found = _HEADED.search(title)
    return found[0].strip().lower() if found else ""
