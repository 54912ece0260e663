"""Menus that a document tells twice, in two languages or in one, where what two keys are for has changed places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from ivr.prose.contradiction import TWO_MEANINGS, Conflict, Spot
from ivr.prose.languages import language_chosen
from ivr.prose.meaning import may_be_translated, shares_meaning, stems_of
from ivr.prose.told import Told


def exchanged(told: list[Told]) -> Iterator[Conflict]:
    """Find keys that lead elsewhere in another list of a menu: what one is for there, it has on another key here.

    At least one key of menus in two languages must be for the same; else they are not one menu.
    """
    yield from _in_one_language(told)
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
    crossed, halves = [], []
    for pair in combinations(others, 2):
        told = _crosswise(first, second, *pair)
        shared = [shares_meaning(one.topic, other.topic) for one, other in told]
        if all(shared):
            crossed.append(pair)
        elif any(shared) and all(may_be_translated(one.topic, other.topic) for one, other in told):
            halves.append(pair)
    if not crossed and len(halves) == 1 and len(same) >= _SURE and first.keys() == second.keys():
        crossed = halves  # the words of one of the two topics are not known
    keys = {key for pair in crossed for key in pair}
    return [(first[key], second[key]) for key in others if key in keys]


_SURE: Final = 2
"""Keys that two menus have alike; then they are one menu."""


def _crosswise(
    first: dict[str, Told], second: dict[str, Told], key: str, there: str
) -> tuple[tuple[Told, Told], tuple[Told, Told]]:
    """Give two keys of one menu, each with the other one of the other menu."""
    return (first[key], second[there]), (first[there], second[key])


def _in_one_language(told: list[Told]) -> Iterator[Conflict]:
    """Find keys of a menu behind another one that two lists give each other's topics, whose words are much alike.

    What all of such a menu is about, such as repairs, makes its keys seem to agree.
    """
    lists: dict[tuple[str, tuple[str, ...], str, str], dict[tuple[str, int, int], dict[str, Told]]] = {}
    for one in told:
        if one.path and one.listed and not one.borrowed:
            several = lists.setdefault((one.number, one.path, one.time, one.language), {})
            several.setdefault((one.document, one.section, one.listed), {}).setdefault(one.key, one)
    for (number, path, _, _), several in lists.items():
        for first, second in combinations(list(several.values())[:_MOST_LISTS], 2):
            for key, there in combinations(sorted(first.keys() & second.keys()), 2):
                if not _have_changed(first, second, key, there):
                    continue
                for one, other in ((first[key], second[key]), (first[there], second[there])):
                    spots = (Spot(one.document, one.line), Spot(other.document, other.line))
                    yield Conflict(TWO_MEANINGS, number, path, one.key, spots, (one.topic, other.topic))


_MOST_LISTS: Final = 6


def _have_changed(first: dict[str, Told], second: dict[str, Told], key: str, there: str) -> bool:
    """Whether the words of two topics are the same as those of each other's, and not as those of their own key."""
    crosswise = [_likeness(one, other) for one, other in _crosswise(first, second, key, there)]
    straight = [_likeness(first[each], second[each]) for each in (key, there)]
    return (
        max(crosswise) == 1 > max(straight)
        and min(crosswise) > min(straight)
        and sum(crosswise) > _MUCH + sum(straight)
    )


_MUCH: Final = 0.5


def _likeness(one: Told, other: Told) -> float:
    """Give which part of the words of two topics both of them have."""
    mine, others = stems_of(one.topic), stems_of(other.topic)
    return len(mine & others) / len(mine | others) if mine | others else 0.0
