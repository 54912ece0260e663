"""Menus in two languages whose keys a document says to be the same in both, where one of them is not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block
from ivr.prose.contradiction import TWO_MEANINGS, Conflict, Spot
from ivr.prose.languages import language_chosen
from ivr.prose.meaning import shares_meaning
from ivr.prose.told import Told

_KEYS: Final = r"(?:keys|numbers|buttons|options|choices|touches|choix|teclas|opciones|tasten|ziffern)"
_SAME: Final = ("same", "identi", "êmes", "emes", "mism", "gleich", "Same")
_SAME_KEYS: Final = AnyCase(
    rf"\b{_KEYS} (?:(?:are|stay|sont|restent|son|sind|bleiben) )?(?:exactly |always |toujours |siempre |immer )?"
    r"(?:the |les |las |los |die )?(?:same|identical|m[eê]mes|identiques|mismas|mismos|gleich(?:en)?)\b[^.;]{0,40}"
    r"\b(?:languages?|french|english|spanish|welsh|german|langues?|fran[cç]ais|anglais|idiomas?|espa[nñ]ol|ingl[eé]s"
    r"|sprachen?|deutsch|englisch)\b"
    rf"|\b(?:same|identical|m[eê]mes|mism[ao]s|gleichen) {_KEYS} [^.;]{{0,25}}\b(?:languages?|french|english|spanish"
    r"|welsh|german|langues?|fran[cç]ais|anglais|idiomas?|espa[nñ]ol|ingl[eé]s|sprachen?|deutsch|englisch)\b"
)


def says_same_keys(blocks: Sequence[Block]) -> bool:
    """Whether a document says that the keys are the same in all of its languages."""
    return any(_SAME_KEYS.search(block.words) for block in blocks if any(word in block.words for word in _SAME))


def kept_apart(told: Sequence[Told], documents: Collection[str]) -> Iterator[Conflict]:
    """Find the one key of a menu that is not for the same in two languages, in documents that say that all are.

    Words of two languages often agree without being known to, so all of the other keys must be known to.
    """
    menus: dict[tuple[str, str, tuple[str, ...], str], dict[str, dict[str, Told]]] = {}
    for one in told:
        if one.document in documents and not (one.borrowed or one.vague or language_chosen(one.topic)):
            languages = menus.setdefault((one.document, one.number, one.path, one.time), {})
            languages.setdefault(one.language, {}).setdefault(one.key, one)
    for languages in menus.values():
        for first, second in combinations(languages.values(), 2):
            others = [key for key in first if key in second and not _is_alike(first[key], second[key])]
            if first.keys() != second.keys() or len(others) != 1 or len(first) < _FEWEST:
                continue
            one, other = first[others[0]], second[others[0]]
            spots = (Spot(one.document, one.line), Spot(other.document, other.line))
            yield Conflict(TWO_MEANINGS, one.number, one.path, one.key, spots, (one.topic, other.topic))


_FEWEST: Final = 4
"""Keys of a menu of which all but one are known to be for the same."""


def _is_alike(one: Told, other: Told) -> bool:
    return shares_meaning(one.topic, other.topic) or one.key == "0"
