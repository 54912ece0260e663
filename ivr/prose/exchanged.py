"""Menus that a document tells in two languages, with a key that has another meaning in the second one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ivr.prose.contradiction import TWO_MEANINGS, Conflict, Spot
from ivr.prose.languages import language_chosen
from ivr.prose.meaning import shares_meaning
from ivr.prose.told import Told


def exchanged(told: list[Told]) -> Iterator[Conflict]:
    """Find keys that lead elsewhere in another language: what one is for there, the menu has on another key here.

    At least one key of the two menus must be for the same; else they are not one menu.
    """
    menus: dict[tuple[str, tuple[str, ...], str], dict[str, dict[str, Told]]] = {}
    for one in told:
        if one.listed and not one.borrowed and not one.vague and not language_chosen(one.topic):
            languages = menus.setdefault((one.number, one.path, one.time), {})
            languages.setdefault(one.language, {}).setdefault(one.key, one)
    for (number, path, _), languages in menus.items():
        for first, second in combinations(languages.values(), 2):
            for one, other in _apart(first, second):
                spots = (Spot(one.document, one.line), Spot(other.document, other.line))
                yield Conflict(TWO_MEANINGS, number, path, one.key, spots, (one.topic, other.topic))


def _apart(first: dict[str, Told], second: dict[str, Told]) -> list[tuple[Told, Told]]:
    """Give the keys of two menus whose meanings stand on each other's keys."""
    same = [key for key in first if key in second and shares_meaning(first[key].topic, second[key].topic)]
    others = [key for key in first if key in second and key not in same]
    if not same:
        return []
    return [
        (first[key], second[key])
        for key in others
        if any(_are_crossed(first, second, key, there) for there in others if there != key)
    ]


def _are_crossed(first: dict[str, Told], second: dict[str, Told], key: str, there: str) -> bool:
    """Whether each of two keys is in one menu for what the other one is for in the other."""
    pairs = ((first[key], second[there]), (first[there], second[key]))
    return all(shares_meaning(one.topic, other.topic) for one, other in pairs)
