"""Tables with a column for each step: `First press | Then press | You get`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block
from ivr.prose.listed_key import keys_of
from ivr.prose.table_rows import NO_KEY_HERE, key_column
from ivr.prose.topic_words import clean

_STEP: Final = AnyCase(
    r"(?:(?:first|then|and then|next|second|third|after that|1st|2nd|3rd|step \d|level \d)[ ,:]*){1,2}"
    r"(?:press|key|option|menu|digit|choice)?s?"
    r"|(?:press|key|option|menu|level|step|digit|layer|tier) ?\d|(?:first|second|third) (?:press|key|option|menu)"
)
_CELL: Final = re.compile(
    r"(?:press |key |option )?(?P<key>[0-9*#])(?:\s*[;,:(–-]+\s*\(?(?P<aside>[^\W\d].{1,60}?)\)?)?$", re.IGNORECASE
)
_THEN: Final = AnyCase(r"(?:and )?then|next|second")
_FIRST: Final = AnyCase(r"press|key|option|dial|digit|choice|menu|first")
_FEWEST: Final = 2
"""Columns of steps in such a table."""


def is_step(head: str) -> bool:
    """Whether a heading is that of a column of keys that are pressed one after another."""
    return bool(_STEP.fullmatch(head.strip(" :*")) or _THEN.fullmatch(head.strip(" :*")))


def keys_by_step(block: Block) -> list[tuple[tuple[str, ...], str, str]]:
    """Give the keys of a row that has a column for each step: the keys before, the key, and what it is for."""
    if ways := _ways(block):
        return ways
    heads = [head.strip(" :*") for head in block.head]
    steps = [at for at, head in enumerate(heads) if _STEP.fullmatch(head)]
    if len(steps) == 1 and _THEN.match(heads[steps[0]]):
        steps = [at for at in range(steps[0]) if _FIRST.fullmatch(heads[at])][-1:] + steps
    crossed = [(at, keys_of(_PRESS.sub("", head))) for at, head in enumerate(heads)]
    crossed = [(at, keys) for at, keys in crossed if len(keys) == 1]
    if len(crossed) >= _FEWEST and (row := _crossed([(at, keys[0]) for at, keys in crossed], block)):
        return row
    before = [at for at, head in enumerate(heads) if _PATH.fullmatch(head)]
    column = key_column(tuple("" if at in before else head for at, head in enumerate(heads))) if before else None
    if column is not None and column not in before and column < len(block.cells):
        return _behind_path(block, before[0], column)
    if len(steps) < _FEWEST:
        return []
    keys: list[str] = []
    told: list[tuple[tuple[str, ...], str, str]] = []
    for at in steps:
        found = _CELL.match(block.cells[at].words.strip()) if at < len(block.cells) else None
        if found is None:
            break  # nothing further is pressed
        if found["aside"]:
            told.append((tuple(keys), found["key"], clean(found["aside"])))
        keys.append(found["key"])
    others = (
        cell.words for at, cell in enumerate(block.cells) if at not in steps and any(map(str.isalpha, cell.words))
    )
    topic = clean(next(others, ""))
    if keys and topic:
        told = [one for one in told if (*one[0], one[1]) != tuple(keys)]
        told.append((tuple(keys[:-1]), keys[-1], topic))
    return told


def keys_by_line(block: Block, lines: Mapping[int, str]) -> list[tuple[str, str, str]]:
    """Give the keys of a row that has a column of them for each of several lines: the key, what it is for, the line.

    `lines` gives the number of each such column.
    """
    if len(set(lines.values())) < max(len(lines), _FEWEST):
        return []
    cells = {at: cell.words.strip() for at, cell in enumerate(block.cells)}
    keys = {at: keys_of(cells[at]) for at in lines if at in cells}
    topic = next((clean(cell) for at, cell in cells.items() if at not in lines and _LETTER.search(cell)), "")
    if not topic or any(len(one) != 1 and not NO_KEY_HERE.fullmatch(cells[at]) for at, one in keys.items()):
        return []
    return [(one[0], topic, lines[at]) for at, one in keys.items() if len(one) == 1]


_LETTER: Final = re.compile(r"[^\W\d]")


def _crossed(named: list[tuple[int, str]], block: Block) -> list[tuple[tuple[str, ...], str, str]]:
    """Read a row below headings that are keys; a line that does not have one of them has nothing there, or a dash."""
    cells = [(key, block.cells[at].words) for at, key in named if at < len(block.cells)]
    told = [(key, words) for key, words in cells if not NO_KEY_HERE.fullmatch(words)]
    return [((), key, clean(words)) for key, words in told] if all(_WORDS.search(words) for _, words in told) else []


def _ways(block: Block) -> list[tuple[tuple[str, ...], str, str]]:
    """Read a row with several ways to one thing: `English: 1, then 2 | Español: 2, then 2 | Identity check`."""
    cells = [cell.words.strip() for cell in block.cells]
    ways = [keys_of(cell) for cell in cells if len(keys_of(cell)) > 1 and not _RANGE.match(cell)]
    worded = [cell for cell in cells if _WORDS.search(cell) and not keys_of(cell)]
    if len(ways) < _FEWEST or len(ways) + len(worded) != len(cells) or len(worded) != 1:
        return []
    return [(keys[:-1], keys[-1], clean(worded[0])) for keys in ways]


def _behind_path(block: Block, path: int, column: int) -> list[tuple[tuple[str, ...], str, str]]:
    """Read a row that has the keys before its own in a column of their own."""
    own = keys_of(block.cells[column].words)
    before = keys_of(block.cells[path].words)
    others = [
        cell.words for at, cell in enumerate(block.cells) if at not in {path, column} and _WORDS.search(cell.words)
    ]
    topic = clean(others[0]) if others else ""
    return [(before, own[0], topic)] if len(own) == 1 and topic else []


_RANGE: Final = re.compile(r"\d+ ?[-–] ?\d+")
_PRESS: Final = re.compile(r"^(?:press|option|key|dial|taste|touche|tecla|pulse) (?=[0-9*#]$)", re.IGNORECASE)
_PATH: Final = AnyCase(r"path|parent|after|behind|keys? before|menu path")
_WORDS: Final = re.compile(r"[^\W\d_]{2}")
"""Words, and no telephone number."""
