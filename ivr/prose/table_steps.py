"""Tables in which the rows of a menu stand below the row of its key, and step in: `→ 1 | Payments` under `1 | Bills`.

So do rows that have no key where the others have theirs, but a key and what it is for in the next cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.prose.block import Block, Text
from ivr.prose.table_choices import choices_in, key_of, topic_of
from ivr.prose.table_shape import FEWEST, Table, key_in, row_of

_STEPS_IN: Final = re.compile(r"(?P<marks>(?:->|=>|--?|[→↳└╰>»–—•·+])+)\s*(?P<key>[0-9*#])\.?")
"""A key with a mark before it that sets it in."""


def stepped_in(table: Table) -> Table | None:
    """Give a table whose every row has the keys before its own; nothing where no row steps in below another."""
    if table.width < FEWEST or len(table.rows) <= FEWEST:
        return None
    for column in range(table.width - 1):
        rows = list(_rows(table, column))
        deeper = sum(len(way) > 1 for way, _, _ in rows)
        if deeper and len(rows) == len(table.rows) and len({way for way, _, _ in rows}) == len(rows):
            return Table(table.head, [_row(row, column, way, topic) for way, topic, row in rows])
    return None


def _rows(table: Table, column: int) -> Iterator[tuple[tuple[str, ...], Text | None, Block]]:
    """Give the rows that have a key in a column, or step in there, each with all its keys."""
    way: tuple[str, ...] = ()
    depths: list[str] = []
    for row in table.rows:
        words = row.cells[column].words if column < len(row.cells) else ""
        behind = row.cells[column + 1] if column + 1 < len(row.cells) else None
        if key := key_in(words):
            way, depths = (key,), []
            yield way, None, row
        elif (inner := _STEPS_IN.fullmatch(words)) is not None and way:
            marks = inner["marks"]
            depths = depths[: depths.index(marks)] if marks in depths else depths
            way = (*way[: len(depths) + 1], inner["key"])
            depths.append(marks)
            yield way, None, row
        elif not words and way and behind is not None and len(choices := choices_in(behind)) == 1:
            yield (*way[:1], key_of(choices[0])), topic_of(choices[0]), row


def _row(row: Block, column: int, way: tuple[str, ...], topic: Text | None) -> Block:
    cells = list(row.cells)
    cells[column] = Text(" > ".join(way), ((0, row.text.line(0)),))
    if topic is not None:
        cells[column + 1] = topic
    return row_of(cells, row, row.head)
