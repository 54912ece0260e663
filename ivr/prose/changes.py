"""Documents that tell of a menu's changes, version by version: only what the newest of them says holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.tokens import folded
from ivr.prose.told import Told
from ivr.prose.words import NAMES

_CHANGES: Final = AnyCase(
    r"\b(?:change ?-?logs?|change history|release notes|version history|revision history|what[’']?s new"
    r"|[aä]nderungen|historial)\b"
)
_DATED: Final = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?"
    r"|\bv?(?P<version>\d+(?:\.\d+)+)\b|^\W*(?:v|version |release )?(?P<plain>\d{1,3})\b",
    re.IGNORECASE,
)
_CHAPTER: Final = re.compile(r"\W*\d+(?:\.\d+)*[.):]?\s+[^\W\d]")
_FEWEST: Final = 2


def tells_changes(titles: Sequence[str]) -> bool:
    """Whether a document lists changes, by its headings: those of versions follow one that says so.

    Where that is numbered itself, numbers are those of chapters.
    """
    at = next((at for at, title in enumerate(titles) if _CHANGES.search(title) and not _CHAPTER.match(title)), None)
    return at is not None and sum(bool(_DATED.search(title)) for title in titles[at:]) >= _FEWEST


def _rank(title: str) -> tuple[int, ...]:
    """Give how new the section under a heading is; an empty rank where the heading does not say."""
    found = _DATED.search(title)
    if found is None:
        return ()
    if found["version"] or found["plain"]:
        return (0, *map(int, (found["version"] or found["plain"]).split(".")))
    return (1, int(found["year"]), int(found["month"] or 0), int(found["day"] or 0))


_REMOVED: Final = (
    r"(?:removed|deleted|retired|dropped|entfernt|gestrichen|weggefallen|quitad[oa]s?|eliminad[oa]s?|suprimid[oa]s?"
    r"|retirad[oa]s?|supprim[eé]e?s?|retir[eé]e?s?)"
)
_ENDS: Final = re.compile(rf"\W*{_REMOVED}\W*$", re.IGNORECASE)
_GONE: Final = re.compile(
    rf"\W*(?P<removed>{_REMOVED}\W{{1,3}})?(?:(?:the|die|der|das|la|le|el|l['’]) ?)?"
    r"(?:(?:option|key|digit|taste|ziffer|touche|tecla|opci[oó]n) )?(?P<key>[0-9*#]|[^\W\d]{2,9})(?![\w.])",
    re.IGNORECASE,
)
"""How an item begins that tells of a key which is no more."""


def removed_key(words: str, title: str) -> str:
    """Give the key that an item of a list of changes says is no more; nothing where it tells of none."""
    found = _GONE.match(words)
    if found is None or not (found["removed"] or _ENDS.match(title)):
        return ""
    key = found["key"]
    return key if len(key) == 1 and not key.isalpha() else NAMES.get(folded(key), "")


def newest_of(told: Sequence[Told], titles: Mapping[int, str], gone: AbstractSet[tuple[int, str]]) -> list[Told]:
    """Leave out what a newer section tells otherwise.

    `titles` are the headings of the sections, and `gone` the keys that one of them took away.
    """
    ranks = {section: _rank(title) for section, title in titles.items()}
    kinds = {rank[0] for rank in ranks.values() if rank}
    if len(kinds) > 1:
        return list(told)
    newest: dict[tuple[str, tuple[str, ...], str], tuple[int, ...]] = {}
    for one in filter(attrgetter("topic"), told):
        cell = (one.number, one.path, one.key)
        newest[cell] = max(newest.get(cell, ()), ranks.get(one.section, ()))
    left: dict[str, tuple[int, ...]] = {}
    for section, key in gone:
        left[key] = max(left.get(key, ()), ranks.get(section, ()))
    return [
        one._replace(listed=0)
        for one in told
        if not (rank := ranks.get(one.section, ()))
        or (rank == newest.get((one.number, one.path, one.key)) and (one.path or rank >= left.get(one.key, ())))
    ]
