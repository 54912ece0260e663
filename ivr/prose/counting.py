"""Numbers that are no keys, because they count something or belong to hours or a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.tokens import Token
from ivr.prose.words import TO_RANGE, UNITS

_LONGEST_KEY: Final = 2
"""Digits of a key."""


def begins_a_count(tokens: Sequence[Token], end: int) -> bool:
    """Whether a digit begins a range that no keypad has: `1 to 48`, `1 to 4 pm`."""
    behind = [token.word for token in tokens[end : end + 2]]
    if len(behind) <= 1 or behind[0] not in TO_RANGE:
        return False
    if is_clock(behind[1]):
        return True
    if not behind[1].isdecimal():
        return False
    further = tokens[end + 2].word if end + 2 < len(tokens) else ""
    return len(behind[1]) > 1 or further in UNITS


def is_clock(word: str) -> bool:
    """Whether a word is a time of the clock."""
    return _CLOCK.fullmatch(word) is not None


def ends_clock_hours(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit ends hours that began at a time of the clock: `noon to 1`, `8:30 - 4`."""
    before = [token.word for token in tokens[max(at - 2, 0) : at]]
    return len(before) > 1 and before[1] in _UNTIL and is_clock(before[0])


_UNTIL: Final = TO_RANGE | {"until", "till"}
_CLOCK: Final = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?|\d{1,2}:\d\d|noon|midnight")


def ends_a_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit belongs to what stands before it: the 11 of `2023-11`."""
    if at <= 1 or tokens[at - 1].word not in {"-", "–", "/", "."} or tokens[at - 1].end != tokens[at].start:
        return False
    return (
        len(tokens[at - 2].word) > _LONGEST_KEY
        and tokens[at - 2].word.isdecimal()
        and tokens[at - 2].end == tokens[at - 1].start
    )
