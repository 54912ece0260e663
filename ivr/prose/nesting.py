"""Menus behind a choice of language: what is told in one language comes after the key that chooses it."""

from __future__ import annotations

from ivr.prose.languages import language_chosen
from ivr.prose.told import Told


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
