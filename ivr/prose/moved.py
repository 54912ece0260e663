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


def moved_key(tokens: Sequence[Token], at: int) -> tuple[str, int, int]:
    """Give the key that something has now, where its move begins, and its place; else nothing."""
    begin = _behind_thing(tokens, at)
    places = [place for place in range(begin, min(begin + _FAR, len(tokens))) if tokens[place].word not in OPTIONS]
    words = [tokens[place].word for place in places[:4]]
    if words[:1] in (["down"], ["up"], ["over"]):
        places, words = places[1:], words[1:]
    if tokens[at].word == "moved" and words[:1] == ["to"] and len(words) > 1 and _is_key(words[1]):
        behind = tokens[places[1] + 1].word if places[1] + 1 < len(tokens) else ""
        return (NAMES.get(words[1]) or words[1], at, places[1]) if behind in _OVER else ("", at, at)
    if words[::2] != ["from", "to"] or len(words) < len(("from", "2", "to", "3")) or not all(map(_is_key, words[1::2])):
        return "", at, at
    return NAMES.get(words[3]) or words[3], begin if begin > at + 1 else at, places[3]


def _behind_thing(tokens: Sequence[Token], at: int) -> int:
    """Give the place behind what was moved, where that stands behind its verb: `Moved payroll from 3 to 4`."""
    words = [token.word for token in tokens[at + 1 : at + _FAR]]
    named = "from" in words and all(word[:1].isalpha() or word == "&" for word in words[: words.index("from")])
    return at + 1 + words.index("from") if named else at + 1


def _is_key(word: str) -> bool:
    return word in NAMES or word in {"*", "#"} or (len(word) == 1 and word.isascii() and word.isdecimal())
