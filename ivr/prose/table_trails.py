"""Tables with a column of ways through menus, however their keys are parted: `1/2`, `1 - 2`, `1 2` under `Route`.

They are put in the one way that is read as keys one after another: `1 > 2`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import ROW, Block
from ivr.prose.table_shape import FEWEST, row_of

_OF_WAYS: Final = AnyCase(
    r"\W*(?:the |your |menu |phone |key ?(?:press )?|ivr |fast(?:est)? |quick(?:est)? )*(?:paths?|routes?|sequences?"
    r"|shortcuts?|way|trail|navigation|steps?|combo|cheat(?: code)?|tastenfolge|weg|pfad|chemin|parcours|s[eé]quence"
    r"|ruta|camino|secuencia)\W*"
)
"""The heading of a column that holds ways, whatever stands between their keys."""
_OF_KEYS: Final = AnyCase(
    r"\W*(?:you )?(?:press(?: these)?|keys?(?: to press)?|buttons?|digits|dial|push|what to (?:press|dial)|tasten?"
    r"|touches?|teclas?|options?|menu options?)\W*"
)
"""The heading of a column that may hold ways as well as keys, of which one may be taken for another: `1/2`."""
_SLASHED: Final = re.compile(r"[0-9*#](?:\s*[/\\|:.,;]\s*[0-9*#]|\s*[-–—>→]+\s*[0-9*#]|\s+[0-9*#]){1,7}")
_SPACED: Final = re.compile(r"[0-9*#](?:(?:\s+|\s*[-–—>→]+\s*)[0-9*#]){1,7}")
_KEY: Final = re.compile(r"[0-9*#]")
_HEAD: Final = "Menu path"


def with_ways_plain(run: Sequence[Block]) -> list[Block]:
    """Give the blocks of a table, the cells of such a column in the one way that is read."""
    head = next((one.head for one in run if one.kind == ROW and one.head), ())
    found = _column(head) if head else None
    if found is None:
        return list(run)
    column, way = found
    cells = [one.cells[column].words.strip() for one in run if one.kind == ROW and column < len(one.cells)]
    ways = [cell for cell in cells if way.fullmatch(cell)]
    single = {cell for cell in cells if _KEY.fullmatch(cell)}
    others = sum(bool(cell) for cell in cells) - len(ways) - sum(cell in single for cell in cells)
    first = [cell[0] for cell in ways]
    branches = len(set(first)) < len(first) or not single.isdisjoint(first)  # as a menu does, and hardly anything else
    if len(ways) < FEWEST or others >= len(ways) or not branches:
        return list(run)
    heads = (*head[:column], _HEAD, *head[column + 1 :])
    return [_plain(one, column, way, heads) if one.kind == ROW else one for one in run]


def is_way(words: str) -> bool:
    """Whether a cell holds keys that are pressed one after another, and nothing else."""
    return _SLASHED.fullmatch(words.strip()) is not None


@lru_cache(maxsize=256)
def _column(head: tuple[str, ...]) -> tuple[int, re.Pattern[str]] | None:
    """Give the only column that is headed as one of ways, and how these are written in it."""
    for heading, way in ((_OF_WAYS, _SLASHED), (_OF_KEYS, _SPACED)):
        columns = [at for at, one in enumerate(head) if heading.fullmatch(one)]
        if len(columns) == 1:
            return columns[0], way
    return None


def _plain(row: Block, column: int, way: re.Pattern[str], heads: tuple[str, ...]) -> Block:
    cells = list(row.cells)
    if column < len(cells) and way.fullmatch(cells[column].words.strip()):
        words = cells[column].words
        cells[column] = cells[column].put(0, len(words), " > ".join(_KEY.findall(words)))
    return row_of(cells, row, heads)
