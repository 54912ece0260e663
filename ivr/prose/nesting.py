"""Menus behind a choice of language: what is told in one language comes after the key that chooses it."""

from __future__ import annotations

from ivr.prose.languages import language_chosen
from ivr.prose.told import Told
from ivr.prose.ways import for_any_language


def nested(told: list[Told]) -> list[Told]:
    """Put what clashes with a choice of language behind it: 1 is English first, and claims then."""
    by_number: dict[str, list[int]] = {}
    for at, one in enumerate(told):
        by_number.setdefault(one.number, []).append(at)
    result = [[one] for one in told]
    for places in by_number.values():
        for at, ways in zip(places, _nested([told[at] for at in places]), strict=True):
            result[at] = ways
    return [one for ways in result for one in ways]


def _nested(told: list[Told]) -> list[list[Told]]:
    """Do that for the keys of one line; gives each with all the ways to it."""
    chosen: dict[str, tuple[int, str]] = {}
    every: list[str] = []
    for at, one in enumerate(told):
        language = "" if one.path else language_chosen(one.topic)
        if language:
            chosen.setdefault(language, (at, one.key))
            every.append(one.key)
    if not chosen:
        return [[one] for one in told]
    first = min(at for at, _ in chosen.values())
    keys = {key for _, key in chosen.values()}
    others = [one for at, one in enumerate(told) if at > first and _is_top(one)]
    if not any(one.key in keys for one in others):
        return [[_in_language(one, at, chosen, told)] for at, one in enumerate(told)]
    tops = {one.key for one in others} - keys
    again = {(one.key, one.line, one.listed) for one in others if one.listed}
    ways: list[list[Told]] = []
    for at, one in enumerate(told):
        inside = at > first and (_is_top(one) or _is_behind(one, tops, again))
        if inside and for_any_language(one.under):
            ways.append([one._replace(path=(key, *one.path)) for key in dict.fromkeys(every)])
        elif inside and one.language in chosen:
            ways.append([one._replace(path=(chosen[one.language][1], *one.path))])
        else:
            ways.append([one])
    return ways


def _in_language(one: Told, at: int, chosen: dict[str, tuple[int, str]], told: list[Told]) -> Told:
    """Put a key behind that of its language, where the page has the same key in the other one, which needs none."""
    if one.language not in chosen or at < chosen[one.language][0] or not _is_top(one):
        return one
    twin = any(
        other.key == one.key and _is_top(other) and other.language not in {one.language, *chosen} for other in told
    )
    again = any(
        other.key == chosen[one.language][1] and other.language == one.language == language_chosen(other.topic)
        for other in told
        if not other.path
    )  # what names its own language's key tells the first menu once more, and not the one behind that key
    return one._replace(path=(chosen[one.language][1],)) if twin and not again else one


def _is_behind(one: Told, tops: set[str], again: set[tuple[str, int, int]]) -> bool:
    """Whether a key is behind one of the menu that follows the languages, which has some of their digits again."""
    if not one.path:
        return False
    return one.path[0] in tops or (one.path[0], one.line, one.listed) in again


def _is_top(one: Told) -> bool:
    return not one.path and not one.anytime and not language_chosen(one.topic)
