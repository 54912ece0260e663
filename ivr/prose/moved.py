"""Keys that have gone elsewhere: `billing moved from 2 to 3`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.tokens import Token
from ivr.prose.words import NAMES, OPTIONS

MOVES: Final = frozenset(("moved", "moves", "changed", "changes", "switched"))
"""Verbs that may tell of it."""
_FAR: Final = 8
_OVER: Final = frozenset((",", ".", ";", ")", "", "and", "while", "so"))
"""What stands behind a key to which something has moved, and behind no street or count."""


def moved_key(tokens: Sequence[Token], at: int) -> tuple[str, int]:
    """Give the key that something has now, and its place, behind a verb that says that it moved; else nothing."""
    places = [place for place in range(at + 1, min(at + _FAR, len(tokens))) if tokens[place].word not in OPTIONS]
    words = [tokens[place].word for place in places[:4]]
    if words[:1] in (["down"], ["up"], ["over"]):
        places, words = places[1:], words[1:]
    if tokens[at].word == "moved" and words[:1] == ["to"] and len(words) > 1 and _is_key(words[1]):
        behind = tokens[places[1] + 1].word if places[1] + 1 < len(tokens) else ""
        return (NAMES.get(words[1]) or words[1], places[1]) if behind in _OVER else ("", at)
    if words[::2] != ["from", "to"] or len(words) < len(("from", "2", "to", "3")) or not all(map(_is_key, words[1::2])):
        return "", at
    return NAMES.get(words[3]) or words[3], places[3]


def _is_key(word: str) -> bool:
    return word in NAMES or word in {"*", "#"} or (len(word) == 1 and word.isascii() and word.isdecimal())
