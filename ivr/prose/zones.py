"""Zones of time that documents name beside their hours, and how far their clocks are apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.prose.anycase import AnyCase

_ZONES: Final = (
    ("america", -60, r"\b(?:a[sd]t|atlantic)\b"),
    ("america", 0, r"\b(?:e[sd]?t|eastern)\b"),
    ("america", 60, r"\b(?:c[sd]?t|central)\b"),
    ("america", 120, r"\b(?:m[sd]?t|mountain)\b"),
    ("america", 180, r"\b(?:p[sd]?t|pacific)\b"),
    ("america", 240, r"\b(?:ak[sd]?t|alaska)\b"),
    ("america", 300, r"\b(?:hs?t|hawaii)\b"),
    ("europe", 60, r"\b(?:gmt|bst|uk|london)\b"),
    ("europe", 0, r"\b(?:ces?t|mez)\b"),
)
"""Zones of time: those that can be told apart by the minutes that they are behind each other."""
_ZONED: Final = tuple((where, late, AnyCase(pattern)) for where, late, pattern in _ZONES)


def zones_apart(one: str, other: str) -> int:
    """Give by how many minutes the clock of one telling is behind that of another; 0 where one names no zone."""
    mine = next(((where, late) for where, late, zone in _ZONED if zone.search(one)), None)
    others = next(((where, late) for where, late, zone in _ZONED if zone.search(other)), None)
    return mine[1] - others[1] if mine is not None and others is not None and mine[0] == others[0] else 0


def shifted(minutes: frozenset[tuple[int, int]], by: int) -> Iterator[tuple[int, int]]:
    """Give minutes of the week as a clock shows them that is so many minutes ahead."""
    for day, minute in minutes:
        later = day * 1440 + minute + by
        yield later // 1440 % 7, later % 1440
