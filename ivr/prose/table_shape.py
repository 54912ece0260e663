"""The shape of a table, whatever stands in it: its heading and its rows, and rows made of other cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from ivr.prose.block import HEADING, ROW, Block, Text
from ivr.prose.joining import joined
from ivr.prose.listed_key import keys_of

EMPTY: Final = Text("", ((0, 1),))
FEWEST: Final = 2
"""Columns of a table, keys of a menu, rows of a part."""
_PRESS: Final = re.compile(
    r"^(?:press|option|opt\.?|key|dial|digit|taste|touche|tecla|opci[oó]n|pulse|marque|tapez|choix) #?(?=[0-9*#]$)",
    re.IGNORECASE,
)
"""A request before a key that stands alone in its cell."""


class Table(NamedTuple):
    """A table, or a part of one: its heading, which may be none, and the rows below it."""

    head: tuple[str, ...]
    rows: list[Block]

    @property
    def width(self) -> int:
        """The cells of its longest row."""
        return max((len(row.cells) for row in self.rows), default=0)

    def column(self, at: int) -> list[Text]:
        """Give the cells of a column, empty ones where rows are shorter."""
        return [row.cells[at] if at < len(row.cells) else EMPTY for row in self.rows]


def is_of_table(block: Block) -> bool:
    """Whether a block is a row of a table, or a heading that stands among its rows."""
    return block.kind == ROW or (block.kind == HEADING and block.group > 0)


def runs_of(blocks: Iterable[Block]) -> Iterator[tuple[bool, list[Block]]]:
    """Give blocks in runs, each with whether it is a table: rows, and the headings that stand among them."""
    for (is_table, _), run in groupby(blocks, lambda one: (is_of_table(one), one.group * is_of_table(one))):
        several = list(run)
        yield is_table and any(one.kind == ROW for one in several), several


def row_of(cells: Sequence[Text], like: Block, head: tuple[str, ...]) -> Block:
    """Make a row of a table that has other cells than one that was read."""
    filled = [cell for cell in cells if cell.words]
    text = joined([(piece, cell.line(0)) for cell in (filled and cells) for piece in (cell.words, " | ")])
    return like._replace(text=text, cells=tuple(cells), head=head)


def key_in(words: str) -> str:
    """Give the key that stands alone in a cell, or with nothing but a request before it: `1`, `Press 1`."""
    keys = keys_of(_PRESS.sub("", words.strip(" *_`.:") or words.strip(" _`.:")))
    return keys[0] if len(keys) == 1 and len(keys[0]) == 1 else ""


def is_worded(words: str) -> bool:
    """Whether a cell holds a word at least."""
    return _WORD.search(words) is not None


_WORD: Final = re.compile(r"[^\W\d_]{2}")
