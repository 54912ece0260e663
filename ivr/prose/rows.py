"""Rows of keys within a sentence, each with what it is for: `1 sales / 2 support`, `Sales (1), support (2)`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from ivr.prose.gapped import gapped, parted_by_brackets
from ivr.prose.row_styles import (
    AIMS,
    BEFORE_KEY,
    BEHIND_KEY,
    BREAKS,
    CALLED_STYLES,
    EQUALS,
    FEWEST,
    HERE,
    NOW,
    SAYING,
    STYLES,
    SURELY,
    UNANNOUNCED,
    comes_first,
    is_sign,
    is_topic,
    word_at,
)
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.words import OPTIONS, THENS, VERBS, set_of

Row = Mapping[int, str]
"""The places of the keys of a row, each with the side on which its topic stands."""
NO_ROW: Final[Row] = MappingProxyType({})
_VAGUE: Final = set_of("use using try take say follow go want wants added")
_ANNOUNCING: Final = (
    (VERBS - _VAGUE)
    | OPTIONS
    | set_of(
        """greeting begrussung ansage annonce locucion grabacion saludo bienvenida l'accueil d'accueil
        belegung asked lang language languages prompt menu menus ivr tree hear offered choices
        prompts entendrez elegir escoger choisir wahl optionen
        horen"""
    )
)
_HOURS: Final = set_of("before after until till since")
"""Words that stand before a time of the clock: `before 5`."""


def row_of_keys(tokens: tuple[Token, ...], *, primed: bool, called: str = "") -> Row:
    """Give the keys that stand in one row, each after or before its topic, and marked off from the next."""
    return _row(tokens, called, announced=primed or not _ANNOUNCING.isdisjoint(token.word for token in tokens))


@lru_cache(maxsize=512)
def _row(tokens: tuple[Token, ...], called: str, *, announced: bool) -> Row:
    places = [at for at, token in enumerate(tokens) if is_sign(token.word) and word_at(tokens, at - 1) not in _HOURS]
    if len(places) < FEWEST or _of_others(tokens, places[0]):
        return NO_ROW
    called = HERE if any(token.word == NUMBER for token in tokens) else called
    said = [at for at in places if _is_said(tokens, at)]
    said = gapped(tokens, places) if len(said) <= 1 else said
    if len(said) >= (FEWEST if called else SURELY) and _tell_apart(tokens, said, BEHIND_KEY):
        return dict.fromkeys(said, BEHIND_KEY)
    announced = (
        announced
        or _counts_from_one(tokens, places, called)
        or _is_behind_number(tokens, places[0])
        or _slashed_behind_number(tokens, places)
    )
    if _runs_on(tokens, places):
        return dict.fromkeys(places, BEHIND_KEY)
    styles = STYLES if announced else CALLED_STYLES.get(called, STYLES[:UNANNOUNCED])
    rows = [([at for at in places if stands(tokens, at)], side) for stands, side in styles]
    row, side = max(rows, key=lambda one: len(one[0]))
    parts = [
        part for part in parted_by_brackets(tokens, row) if len(part) >= FEWEST and _tell_apart(tokens, part, side)
    ]
    return {at: side for part in parts for at in part} if parts else NO_ROW


def _of_others(tokens: Sequence[Token], at: int) -> bool:
    """Whether a label before a row says that its numbers are those of other things: `Boarding groups: 1 Gold, 2`."""
    before = word_at(tokens, at - 2)
    return word_at(tokens, at - 1) == ":" and before in _OTHERS


_OTHERS: Final = set_of(
    "groups group classes teams zones gates platforms levels rooms gruppen grupos groupes"
    " colours colors farben couleurs colores codes buildings depots stages grades sizes lights leds pumps"
)


def _counts_from_one(tokens: Sequence[Token], places: Sequence[int], called: str) -> bool:
    """Whether three keys or more count up from 1, each with an arrow, or all behind a word that says what is."""
    row = [at for at in places if comes_first(tokens, at)]
    digits = [int(tokens[at].word) for at in row if tokens[at].word.isdecimal() and tokens[at].word != "0"]
    if len(digits) < SURELY or digits != list(range(1, len(digits) + 1)):
        return False
    if all(word_at(tokens, at + 1) in {"->", "→", "=>"} for at in row):
        return True
    before, label = word_at(tokens, row[0] - 1), word_at(tokens, row[0] - 2)
    if called == HERE and row == list(places) and (not row[0] or before == ":"):
        return True  # "555-0100. 1 claims, 2 renewals, 3 everything else"
    ordered = before in _SAID_NOW and any(token.word in _ORDER for token in tokens[: row[0]])
    return ordered or (bool(called) and (before in _SAID_NOW or (before == ":" and label in _LABELS)))


def _runs_on(tokens: Sequence[Token], places: Sequence[int]) -> bool:
    """Whether nothing parts the keys of a row that counts up from 1: `the menu is 1 sales 2 service 3 parts`."""
    if [tokens[at].word for at in places] != [str(number) for number in range(1, len(places) + 1)]:
        return False
    before = [token.word for token in tokens[: places[0]]]
    led = before[-1:] != [] and before[-1] in _BEFORE_ROW and not _MENUS.isdisjoint(before)
    return len(places) >= SURELY and led and all(is_topic(word_at(tokens, at + 1)) for at in places)


_MENUS: Final = set_of("menu menus ivr svi tree keys options tasten menue opciones touches")


def _is_behind_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether the first key of a row is 1, and stands right behind a telephone number, or in a column of its own."""
    before = [token.word for token in tokens[max(at - _SHORTLY, 0) : at]]
    if before[-1:] == ["|"] and tokens[at].word == "1" and any(token.word == NUMBER for token in tokens[:at]):
        return True  # "555-0100 | Main office | 1 Sales, 2 Service"
    return (
        tokens[at].word in {"1", "one"}
        and NUMBER in before
        and all(not word[:1].isalpha() for word in before[before.index(NUMBER) + 1 :])
    )


def _slashed_behind_number(tokens: Sequence[Token], places: Sequence[int]) -> bool:
    """Whether slashes part three keys or more that stand behind a telephone number: `555-0100 claims, 1 / cards, 2`."""
    slashed = sum(word_at(tokens, at + 1) in {"/", "|", "", "."} for at in places)
    return slashed >= SURELY and any(token.word == NUMBER for token in tokens[: places[0]])


_SHORTLY: Final = 4
"""Words and marks before such a key, with the number."""


def _is_said(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key begins a clause that says what it is: `, 3 is the nurse`."""
    before = word_at(tokens, at - 1)
    return (not before or before in _BEFORE_SAID) and word_at(tokens, at + 1) in SAYING


_BEFORE_SAID: Final = BREAKS | THENS | {"and", "y", "et", "und", "?", "–", "—"}
_LABELS: Final = set_of("soll sollte should be order now keys tasten teclas touches tree reihenfolge orden ordre neu")
_ORDER: Final = frozenset(("order", "orden", "ordre", "reihenfolge"))
_SAID_NOW: Final = SAYING | NOW
_BEFORE_ROW: Final = SAYING | NOW | {":", "has", "says"}


def _tell_apart(tokens: Sequence[Token], row: list[int], side: str) -> bool:
    """Whether the keys of a row are those of one menu: none twice, and counting up where they come first."""
    keys = [tokens[at].word for at in row]
    if len(set(keys)) < len(keys):
        return False
    digits = [int(key) for key in keys if key.isdecimal() and key != "0"]
    up = all(one < other for one, other in pairwise(digits))
    told = {word_at(tokens, at + (2 if word_at(tokens, at + 1) in _BEFORE_TOLD else 1)) for at in row}
    return side == BEFORE_KEY or (up and len(told) > 1 and (digits[:1] == [1] or len(row) > FEWEST))


_BEFORE_TOLD: Final = EQUALS | AIMS | SAYING | {")", "]", ",", "/", "("}
