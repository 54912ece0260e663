"""Numbers that are no keys, because they count something or belong to a date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.tokens import Token
from ivr.prose.words import TO_RANGE, UNITS

_LONGEST_KEY: Final = 2
"""Digits of a key."""


def begins_a_count(tokens: Sequence[Token], end: int) -> bool:
    """Whether a digit begins a range that no keypad has: `1 to 48`."""
    behind = [token.word for token in tokens[end : end + 2]]
    if len(behind) <= 1 or behind[0] not in TO_RANGE or not behind[1].isdecimal():
        return False
    further = tokens[end + 2].word if end + 2 < len(tokens) else ""
    return len(behind[1]) > 1 or further in UNITS


def ends_a_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit belongs to what stands before it: the 11 of `2023-11`."""
    if at <= 1 or tokens[at - 1].word not in {"-", "–", "/", "."} or tokens[at - 1].end != tokens[at].start:
        return False
    return (
        len(tokens[at - 2].word) > _LONGEST_KEY
        and tokens[at - 2].word.isdecimal()
        and tokens[at - 2].end == tokens[at - 1].start
    )
