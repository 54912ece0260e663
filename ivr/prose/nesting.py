"""Menus behind a choice of language: what is told in one language comes after the key that chooses it."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.tokens import folded
from ivr.prose.told import Told
from ivr.prose.words import set_of

_NAMES: Final = {
    "en": frozenset(["english", "ingles", "anglais", "englisch"]),
    "es": frozenset(["spanish", "espanol", "castellano", "espagnol", "spanisch"]),
    "fr": frozenset(["french", "francais", "frances", "franzosisch"]),
    "de": frozenset(["german", "deutsch", "deutsche", "aleman", "allemand"]),
}
_OTHERS: Final = set_of(
    """portuguese portugues italian italiano chinese mandarin cantonese vietnamese korean russian polish arabic
    tagalog catala catalan catalan euskera galego nederlands dutch turkce turkish"""
)
_AROUND: Final = set_of(
    """service services continue in for the speak speaking language languages menu options press hear continuar en
    para el la servicio hablar menu opciones idioma atencion le pour continuer service auf fur weiter sprache
    auswahl a options information representative agent our"""
)


def language_chosen(topic: str) -> str:
    """Give the language that a key chooses, by what it is for; nothing where it is for anything else."""
    words = {folded(word) for word in re.findall(r"[^\W\d_]+", topic)}
    found = [tag for tag, names in _NAMES.items() if words & names]
    rest = words - _AROUND - frozenset().union(*_NAMES.values())
    if words & _OTHERS and not rest - _OTHERS:
        return "other"
    return found[0] if len(found) == 1 and not rest else ""


def nested(told: list[Told]) -> list[Told]:
    """Put what clashes with a choice of language behind it: 1 is English first, and claims then."""
    by_number: dict[str, list[int]] = {}
    for at, one in enumerate(told):
        by_number.setdefault(one.number, []).append(at)
    result = list(told)
    for places in by_number.values():
        for at, one in zip(places, _nested([told[at] for at in places]), strict=True):
            result[at] = one
    return result


def _nested(told: list[Told]) -> list[Told]:
    """Do that for the keys of one line."""
    chosen: dict[str, tuple[int, str]] = {}
    for at, one in enumerate(told):
        language = "" if one.path else language_chosen(one.topic)
        if language:
            chosen.setdefault(language, (at, one.key))
    if not chosen:
        return told
    first = min(at for at, _ in chosen.values())
    keys = {key for _, key in chosen.values()}
    others = [one for at, one in enumerate(told) if at > first and _is_top(one)]
    if not any(one.key in keys for one in others):
        return told
    tops = {one.key for one in others} - keys
    return [
        one._replace(path=(chosen[one.language][1], *one.path))
        if at > first and one.language in chosen and (_is_top(one) or (one.path and one.path[0] in tops))
        else one
        for at, one in enumerate(told)
    ]


def _is_top(one: Told) -> bool:
    return not one.path and not one.anytime and not language_chosen(one.topic)
