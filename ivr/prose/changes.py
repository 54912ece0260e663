"""Documents that tell of a menu's changes, version by version: only what the newest of them says holds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block
from ivr.prose.tokens import folded
from ivr.prose.told import Told
from ivr.prose.version_dates import Rank, rank_led, rank_of
from ivr.prose.words import NAMES

_CHANGES: Final = AnyCase(
    r"\b(?:change ?-?logs?|change history|release notes|version history|revision history|what[’']?s new"
    r"|[aä]nderungen|[aä]nderungsprotokoll|versionsverlauf|historial"
    r"|registro de cambios|historique|journal des (?:modifications|changements))\b"
)
_CHAPTER: Final = re.compile(r"\W*\d+(?:\.\d+)*[.):]?\s+[^\W\d]")
_FEWEST: Final = 2
_FIRST: Final = 3
"""Blocks of a document that may say what it is, besides headings."""
_LONGEST_TITLE: Final = 120
_WHOLE: Final = frozenset("123")
"""Keys that a list of a version has where it tells all of the menu."""
_SIGNS: Final = frozenset("0*#")
"""Keys that such a list may lack."""


def ranks_in(blocks: Sequence[Block]) -> dict[int, Rank]:
    """Give, for the lines of a document that lists changes, how new the version is that they tell of; else nothing.

    Versions have headings, or paragraphs, items and rows that begin with a date or a version. Where the heading over
    them all is numbered itself, numbers are those of chapters.
    """
    at = next((at for at, one in enumerate(blocks) if _says_changes(at, one)), -1)
    if at < 0:
        return {}
    ranks = dict(_ranked(blocks[at:]))
    versions = {rank for rank in ranks.values() if rank}
    if len({rank[0] for rank in versions}) > 1 or len(versions) < _FEWEST:
        return {}
    return ranks


def _says_changes(at: int, block: Block) -> bool:
    titled = block.kind == HEADING or (block.kind == PARAGRAPH and at < _FIRST and len(block.words) < _LONGEST_TITLE)
    return titled and _CHANGES.search(block.words) and not _CHAPTER.match(block.words)


def _ranked(blocks: Sequence[Block]) -> Iterator[tuple[int, Rank]]:
    """Give the lines of blocks, each with the version that it belongs to."""
    heads: list[tuple[int, Rank]] = []
    dated: Rank = ()
    item: tuple[int, Rank] = (0, ())
    for block in blocks:
        if block.kind == HEADING:
            heads = [one for one in heads if one[0] < block.level]
            heads.append((block.level, rank_of(block.words)))
            dated, item = (), (0, ())
        own = rank_led(block.words)
        if block.kind == ITEM and (own or block.level <= item[0]):
            item = (block.level, own)
        elif block.kind == PARAGRAPH and not block.level and own:
            dated, item = own, (0, ())
        headed = next((rank for _, rank in reversed(heads) if rank), ())
        rank = own or item[1] or dated or headed
        yield from ((line, rank) for line in range(block.text.line(0), block.text.starts[-1][1] + 1))


_REMOVED: Final = (
    r"(?:removed|deleted|retired|dropped|withdrawn|entfernt|gestrichen|weggefallen|quitad[oa]s?|eliminad[oa]s?"
    r"|suprimid[oa]s?|retirad[oa]s?|supprim[eé]e?s?|retir[eé]e?s?)"
)
_ENDS: Final = re.compile(rf"\W*(?:{_REMOVED}|no longer (?:in|on|part of) (?:the )?menu|gone)\W*$", re.IGNORECASE)
_KEY: Final = r"[0-9*#](?![\w:]|[.,]\d)"
_NAMED: Final = r"(?:(?:option|key|digit|press|taste|ziffer|touche|tecla|opci[oó]n)s?\b ?)"
_GONE: Final = re.compile(
    rf"\W*(?P<removed>{_REMOVED}\W{{1,3}})?(?:(?:the|die|der|das|la|le|el|l['’]) ?)?"
    r"(?:(?:option|key|digit|taste|ziffer|touche|tecla|opci[oó]n) )?(?P<key>[0-9*#]|[^\W\d]{2,9})(?![\w.])",
    re.IGNORECASE,
)
"""How an item begins that tells of a key which is no more."""
_GONE_ROW: Final = re.compile(
    rf"(?:^|[.;] )\W*(?:(?:now )?{_REMOVED}|no longer (?:in|on|part of) (?:the )?menu|gone)(?: from the menu)?"
    rf"(?::| {_NAMED})\s?(?P<row>[^.;]{{1,120}})",
    re.IGNORECASE,
)
"""What is followed by the keys that are no more: `No longer in the menu: 4 (careers), 7 (press)`."""
_GONE_BEHIND: Final = re.compile(
    rf"\b{_NAMED}(?P<key>{_KEY})(?: ?\([^()]{{1,60}}\)|, [^.,;:\d]{{1,40}},)? ?(?:(?:is|are|was|were|has|have|been|now"
    r"|got|wurde|ist|est|a|été|se|ha|sido) ){0,3}"
    rf"(?:{_REMOVED}\b(?! (?:from|to) \d)|gone\b|entf[aä]llt\b|f[aä]llt weg\b"
    r"|n['’]existe plus\b|ya no existe\b|taken (?:out|off|away)\b|no longer (?:used|in use|works?|exists?)\b)",
    re.IGNORECASE,
)
_ROW: Final = re.compile(rf"(?:^|, ?|\b(?:and|und|et|y) |/ ?){_NAMED}?(?P<key>{_KEY})", re.IGNORECASE)
_LAPSED: Final = AnyCase(
    r"\b(?:trial|pilot|test|experiment|campaign|pilotprojekt|versuch|essai|prueba)\b[^.;:]{0,30}"
    r"\b(?:ended|over|closed|stopped|finished|abandoned|beendet|termin[eé]e?|finalizad[ao])\b"
    rf"|\b(?:keys?|options?|both|it|they|these) (?:(?:was|were|have|has|been|since|now|both) )*{_REMOVED}\b"
    r"|\b(?:taken (?:off|out|away)|withdrawn|removed|dropped) (?:again|since|later|afterwards)\b"
)
"""What an entry says at its end of the keys that it told of: `Trial ended in June, keys withdrawn.`"""


def has_lapsed(words: str) -> bool:
    """Whether an entry of a list of changes says that what it brought has ended since."""
    return _LAPSED.search(words)


def removed_key(words: str, titles: Iterable[str]) -> str:
    """Give the key that an item of a list of changes says is no more; nothing where it tells of none."""
    found = _GONE.match(words)
    if found is None or not (found["removed"] or any(map(_ENDS.match, titles))):
        return ""
    key = found["key"]
    return key if len(key) == 1 and not key.isalpha() else NAMES.get(folded(key), "")


def removed_keys(words: str) -> set[str]:
    """Give all the keys that an entry of a list of changes says are no more, wherever it says so."""
    gone = {found["key"] for found in _GONE_BEHIND.finditer(words)}
    return gone | {one["key"] for found in _GONE_ROW.finditer(words) for one in _ROW.finditer(found["row"])}


def newest_of(told: Sequence[Told], ranks: Mapping[int, Rank], gone: Iterable[tuple[int, str]]) -> list[Told]:
    """Leave out what a newer version tells otherwise, or has no more.

    `ranks` gives how new the version of a line is, and `gone` the keys that one took away, each with its line.
    """
    if not any(ranks.get(one.line) for one in told):
        return list(told)
    newest: dict[tuple[str, tuple[str, ...], str], Rank] = {}
    for one in filter(attrgetter("topic"), told):
        cell = (one.number, one.path, one.key)
        newest[cell] = max(newest.get(cell, ()), ranks.get(one.line, ()))
    left: dict[str, Rank] = {}
    for line, key in gone:
        left[key] = max(left.get(key, ()), ranks.get(line, ()))
    whole = _newest_whole(told, ranks)
    return [
        one._replace(listed=0)
        for one in told
        if not (rank := ranks.get(one.line, ()))
        or (
            rank == newest.get((one.number, one.path, one.key))
            and (one.path or rank >= left.get(one.key, ()))
            and (rank >= whole[0] or {(*one.path, one.key)[0]} <= whole[1] | _SIGNS)
        )
    ]


def _newest_whole(told: Sequence[Told], ranks: Mapping[int, Rank]) -> tuple[Rank, frozenset[str]]:
    """Give the newest version that lists all of the menu, with its keys."""
    lists: dict[tuple[Rank, int, int], set[str]] = {}
    for one in told:
        if one.listed and one.topic and not one.path and not one.anytime:
            lists.setdefault((ranks.get(one.line, ()), one.section, one.listed), set()).add(one.key)
    whole = [(name[0], frozenset(keys)) for name, keys in lists.items() if name[0] and keys >= _WHOLE]
    return max(whole, key=lambda one: one[0], default=((), frozenset()))
