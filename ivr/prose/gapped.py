"""Rows of keys whose verb only the first has: `1 is the shop, 2 the workshop and 3 accounts`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ivr.prose.tokens import NUMBER, Token
from ivr.prose.words import LEADS, LINKS_LEFT, NAMES, ORS, THENS, UNITS, VERBS, set_of

_THE: Final = set_of("the our a an your le la les el los las der die das l'")
_BREAKS: Final = frozenset((",", ";", ".", *ORS))
_BEGINS: Final = frozenset(("", ",", ";", ":", ".", "(", "–", "—", "-", NUMBER, "pressing", "then"))
_NO_NAME: Final = LEADS | UNITS | VERBS | THENS | ORS | LINKS_LEFT
"""Words behind a number that are nothing that a key is for."""


def gapped(tokens: Sequence[Token], places: Sequence[int]) -> list[int]:
    """Give the places of the keys of such a row, of all digits of a sentence; nothing where it is none."""
    first = places[0]
    begin = first - 1 if first and tokens[first - 1].word in _THE else first
    before = tokens[begin - 1].word if begin else ""
    further = [at for at in places[1:] if _is_named(tokens, at)]
    keys = [NAMES.get(tokens[at].word, tokens[at].word) for at in (first, *further)]
    digits = [int(key) for key in keys if key.isdecimal() and key != "0"]
    counts = all(one < other for one, other in pairwise(digits)) and keys[0].isdecimal()
    led = before in _BEGINS and first + 2 < len(tokens) and tokens[first + 1].word in LEADS
    sure = len(further) > 1 or any(tokens[at + 1].word in _THE for at in further)
    return [first, *further] if led and counts and sure and len(further) == len(places) - 1 else []


def _is_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key begins a clause that has nothing but a name behind it."""
    begin = at - 1 if tokens[at - 1].word in _THE and at > 1 else at
    if tokens[begin - 1].word not in _BREAKS or at + 1 >= len(tokens):
        return False
    behind = tokens[at + 1].word
    name = tokens[at + 2].word if behind in _THE and at + 2 < len(tokens) else behind
    return name[:1].isalpha() and name not in _NO_NAME


def parted_by_brackets(tokens: Sequence[Token], row: list[int]) -> list[list[int]]:
    """Part the keys of a row from those in brackets behind one of them: `1 sales (1 new, 2 used), 2 rent`."""
    opened: dict[int, int] = {}
    begin = -1
    for at, token in enumerate(tokens):
        begin = at if token.word == "(" else -1 if token.word == ")" else begin
        opened[at] = begin
    counts = Counter(opened[at] for at in row)
    parts: dict[int, list[int]] = {}
    for at in row:
        parts.setdefault(opened[at] if counts[opened[at]] > 1 else -1, []).append(at)
    return list(parts.values())
