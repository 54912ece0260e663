"""Columns, and cells, that tell for which part of the day or in which language the keys of a table are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.block import Block
from ivr.prose.scopes import DAY, NIGHT, WEEKEND, language_headed, time_of
from ivr.prose.topic_words import clean

_FEWEST_COLUMNS: Final = 2
"""Parts of the day, or languages, that a table tells apart."""


def time_told(block: Block, topic: str) -> str:
    """Give the part of the day for which a row holds, where a cell beside its topic says nothing else: `night`."""
    cells = (words for cell in block.cells if (words := cell.words.strip()) != topic)
    return next((DAY if _DAY.fullmatch(cell) else NIGHT for cell in cells if _PERIOD.fullmatch(cell)), "")


_DAY: Final = re.compile(r"(?:day|days|daytime|day ?time|in hours|open|opening hours|office hours)", re.IGNORECASE)
_PERIOD: Final = re.compile(
    rf"{_DAY.pattern}|(?:nights?|night ?time|out[- ]of[- ]hours|after[- ]?hours|ooh|closed|evenings?)", re.IGNORECASE
)
"""A cell that is nothing but a part of the day."""


def by_language(block: Block, topic: str) -> list[tuple[str, str]]:
    """Give what a row's key is for, in each language that its table has a column for."""
    named = [(at, language_headed(one)) for at, one in enumerate(block.head)]
    columns = [(block.cells[at].words, tag) for at, tag in named if tag and at < len(block.cells)]
    told = [(clean(words), tag) for words, tag in columns if clean(words)]
    return told if len(told) > 1 else [(topic, "")]


def by_time(block: Block) -> list[tuple[str, str]]:
    """Give what a row's key is for at each time of day that its table has a column for."""
    named = [(at, time_headed(one)) for at, one in enumerate(block.head)]
    named = named if any(time for _, time in named) else _hours_headed(block.head)
    told = [(clean(block.cells[at].words), time) for at, time in named if time and at < len(block.cells)]
    told = [(words, time) for words, time in told if words]
    columns = {time for _, time in named if time}
    if len(columns) < _FEWEST_COLUMNS:
        return []
    alike = len({words for words, _ in told}) == 1 and len(told) > 1
    return [(told[0][0], "")] if alike else told


def _hours_headed(head: Sequence[str]) -> list[tuple[int, str]]:
    """Give the columns that are headed by hours or days alone, the first as that of the day: `8-6 | 6-8`."""
    hours = [at for at, one in enumerate(head) if any(map(str.isalnum, one)) and _HOURS_HEAD.fullmatch(one)]
    others = [one for at, one in enumerate(head) if at not in hours]
    if len(hours) != _FEWEST_COLUMNS or len(others) > 1:
        return []
    return list(zip(hours, (DAY, WEEKEND if _SATURDAY.search(head[hours[1]]) else NIGHT), strict=True))


_DAYS: Final = (
    r"(?:(?:mon|fri|sun)(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|sat(?:urday)?"
    r"|(?:lun|mart|mercre|jeu|vendre|same)di|(?:lun|mar|mi[eé]rcol|juev|viern)es|lun|mar|mi[eé]|mer|jue|jeu|vie|ven"
    r"|s[aá]b(?:ado)?|sam|dom(?:ingo)?|dim(?:anche)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|mo|di|mi|do|fr"
    r"|sa|so)s?\.?"
)
_HOUR: Final = r"\d{1,2}(?:[:.h]\d{0,2})?(?: ?(?:[ap]\.?m\.?|uhr|h))?|noon|midnight"
_BETWEEN: Final = r" ?(?:-|–|—|to|through|thru|bis|à|a|au|al|&|and|,) ?"
_HOURS_HEAD: Final = re.compile(
    rf"\W*(?:{_DAYS}(?:{_BETWEEN}{_DAYS}){{0,3}})?(?:,? ?(?:{_HOUR}){_BETWEEN}(?:{_HOUR}))?\W*", re.IGNORECASE
)
"""A heading of nothing but days and hours."""
_SATURDAY: Final = re.compile(r"\W*(?:sat|sun|s[aá]b|dom|sam|dim|sa|so)", re.IGNORECASE)


def time_headed(head: str) -> str:
    """Give the part of the day that a heading over keys speaks of: `Day`, `Open (8-18)`, `Evenings`."""
    return time_of(head) or (DAY if _BY_DAY.match(head) else "")


_BY_DAY: Final = re.compile(
    r"\W*(?:(?:(?:the |our |when )?(?:office|lines?|desk|shop|store|surgery|practice|branch|cent(?:er|re)"
    r"|we) )?(?:is |are )?"
    r"open|offen|ge[oö]ffnet|abiert[oa]|ouvert|days?|d[ií]a|jour|tag|(?:in|during|pendant|durante|w[aä]hrend) "
    r"(?:the |our |les |el |la |der |des )?(?:day|hours|office|heures|horario|(?:\w{2,9})?zeiten))\b",
    re.IGNORECASE,
)
