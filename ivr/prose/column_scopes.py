"""Columns, and cells, that tell for which part of the day or in which language the keys of a table are."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.block import Block
from ivr.prose.scopes import DAY, NIGHT, language_headed, time_of
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
    told = [(clean(block.cells[at].words), time) for at, time in named if time and at < len(block.cells)]
    told = [(words, time) for words, time in told if words]
    columns = {time for _, time in named if time}
    if len(columns) < _FEWEST_COLUMNS:
        return []
    alike = len({words for words, _ in told}) == 1 and len(told) > 1
    return [(told[0][0], "")] if alike else told


def time_headed(head: str) -> str:
    """Give the part of the day that a heading over keys speaks of: `Day`, `Open (8-18)`, `Evenings`."""
    return time_of(head) or (DAY if _BY_DAY.match(head) else "")


_BY_DAY: Final = re.compile(
    r"\W*(?:open|offen|ge[oö]ffnet|abiert[oa]|ouvert|days?|d[ií]a|jour|tag|(?:in|during|pendant|durante|w[aä]hrend) "
    r"(?:the |our |les |el |la |der |des )?(?:day|hours|office|heures|horario|(?:\w{2,9})?zeiten))\b",
    re.IGNORECASE,
)
