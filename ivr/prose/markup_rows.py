"""The rows of tables in HTML: cells that span several, and tables that stand in a cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

from ivr.prose.block import HEADING, ROW, Block, Text
from ivr.prose.joining import joined

OF_CAPTION: Final = 6
"""The level of a heading that stands in a table."""
_STEPS_IN: Final = re.compile(r"\s{0,40}[\u00a0\u2002\u2003]{2,12}[0-9*#]\.?\s*$")
"""A key in a cell that blanks set in below others."""
_MOST_DIGITS: Final = 4
"""Digits of the number of an item; no list is longer."""


def number_of(value: str | None, otherwise: int) -> int:
    """Give the number that an attribute holds, or another where it holds none."""
    return int(value) if value and value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS else otherwise


class RowsReader:
    """The table being read: its rows so far, and the cells of the one under way."""

    def __init__(self) -> None:
        """Begin to read, outside of any table."""
        self.blocks: list[Block] = []
        self.pieces: list[tuple[str, int]] = []
        self.line = 1
        self.counted = 1
        self.cells: list[Text] = []
        self.spanning: dict[int, tuple[int, Text]] = {}
        self.widths: list[int] = []
        self.heads = 0
        self.head: tuple[str, ...] = ()
        self.group = 1
        self.tables: list[tuple[int, tuple[str, ...], dict[int, tuple[int, Text]], int]] = []
        self.depth = 0
        self.languages = [""]

    def _lists_around(self) -> int:
        """Give how many lists a table stands in that stands in no other, below the words of their items."""
        raise NotImplementedError

    def _close(self) -> None:
        """Give the block under way, where it has any words."""
        raise NotImplementedError

    def _open_table(self) -> None:
        """Begin a table; one that stands in a cell behind others is nested in the row of these."""
        within = bool(self.cells)
        if within and not "".join(piece for piece, _ in self.pieces).strip():
            self._row_before(Text("", ((0, self.line),)))
        self._close()
        self.tables.append((self.group, self.head, self.spanning, self.depth))
        self.head, self.spanning = (), {}
        self.depth += within + self._lists_around()

    def _row_before(self, text: Text) -> None:
        """Give the row of the cells before a table that stands in one, with the words before it in its cell."""
        cells = (*self.cells, text) if text.words else tuple(self.cells)
        self.pieces, self.cells, self.widths = [], [], []
        whole = joined((piece, cell.line(0)) for cell in cells for piece in (cell.words, " | "))
        self.blocks.append(Block(ROW, whole, self.depth, "", self.group, cells, self.head, self.languages[-1]))

    def _end_table(self) -> None:
        """Go on with the row in which a table stood, or with the page."""
        group, self.head, self.spanning, self.depth = self.tables.pop()
        within = bool(self.tables) or self._lists_around() > 0
        self.counted += not within
        self.group = group if within else self.counted

    def _end_cell(self, element: Any) -> None:  # noqa: ANN401 -- lxml has no types
        """Take a cell, behind those of the rows above that reach down into this row."""
        self._reach_down()
        if len(self.pieces) > 0 and _STEPS_IN.match(self.pieces[0][0]):
            self.pieces.insert(0, ("→ ", self.line))
        self.cells.append(joined(self.pieces))
        self.widths.append(max(number_of(element.get("colspan"), 1), 1))
        rows = number_of(element.get("rowspan"), 1)
        if rows > 1:
            self.spanning[len(self.cells) - 1] = (rows - 1, self.cells[-1])

    def _reach_down(self) -> None:
        """Repeat, at the place where a row has come to, the cells of rows above that span it."""
        while (spanned := self.spanning.get(len(self.cells))) is not None:
            rows, cell = spanned
            self.spanning[len(self.cells)] = (rows - 1, cell)
            if rows == 1:
                del self.spanning[len(self.cells)]
            self.cells.append(cell)
            self.widths.append(1)

    def _row(self) -> None:
        """Give a row, or keep the words of the table's heading."""
        self._reach_down()
        cells, self.cells, self.pieces = tuple(self.cells), [], []
        widths, self.widths = self.widths, []
        words = tuple(cell.words for cell in cells)
        if cells and self.heads == len(cells) > 1 and not self.head:
            self.head = _widened(words, widths)
        elif self.heads == len(cells) == 1:
            self.blocks.append(Block(HEADING, cells[0], OF_CAPTION, "", self.group))
        elif any(words):
            text = joined((piece, cell.line(0)) for cell in cells for piece in (cell.words, " | "))
            self.blocks.append(Block(ROW, text, self.depth, "", self.group, cells, self.head, self.languages[-1]))


_MOST_COLUMNS: Final = 12
"""Columns that one heading is believed to span."""


def _widened(words: Sequence[str], widths: Sequence[int]) -> tuple[str, ...]:
    """Give the headings of columns: one that spans several is that of the first of them."""
    spans = zip(words, widths, strict=True)
    return tuple(head for word, width in spans for head in (word, *[""] * min(width - 1, _MOST_COLUMNS)))
