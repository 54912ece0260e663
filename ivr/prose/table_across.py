"""Tables whose keys run across: a row of keys with what each is for below it, turned so that each key has a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ivr.prose.block import Block, Text
from ivr.prose.phones import NUMBERED
from ivr.prose.table_shape import EMPTY, FEWEST, Table, is_worded, key_in, row_of

_ASKS: Final = re.compile(r"[^\W\d]")


def turned(table: Table) -> Table | None:
    """Give a table with a row for each key, where its heading or its first row holds the keys; nothing otherwise."""
    if keys := _keys_across([Text(words, ((0, _line(table)),)) for words in table.head]):
        return _turned(table.head, keys, table.rows)
    if not table.rows or not (keys := _keys_across(table.rows[0].cells)):
        return None
    made: list[Block] = []
    head: tuple[str, ...] = ()
    for first, rows in _stretches(table.rows):
        part = _turned(tuple(cell.words for cell in first.cells), _keys_across(first.cells), rows)
        if part is None:
            return None
        made += part.rows
        head = part.head
    return Table(head, made) if made else None


def _line(table: Table) -> int:
    return table.rows[0].text.line(0) if table.rows else 1


def _keys_across(cells: Sequence[Text]) -> dict[int, Text]:
    """Give the columns of a row that hold keys, where all do but for one that may tell what the row holds."""
    keys = {at: cell for at, cell in enumerate(cells) if key_in(cell.words)}
    others = [cell.words for at, cell in enumerate(cells) if at not in keys and cell.words]
    named = {key_in(cell.words) for cell in keys.values()}
    if len(keys) < FEWEST or len(named) < len(keys) or len(others) > 1:
        return {}
    return {} if others and (cells[0].words != others[0] or not is_worded(others[0])) else keys


def _stretches(rows: Sequence[Block]) -> Iterator[tuple[Block, list[Block]]]:
    """Give each row of keys with the rows below it, up to the next."""
    first: Block | None = None
    below: list[Block] = []
    for row in rows:
        if _keys_across(row.cells):
            if first is not None:
                yield first, below
            first, below = row, []
        else:
            below.append(row)
    if first is not None:
        yield first, below


def _turned(head: tuple[str, ...], keys: dict[int, Text], rows: Sequence[Block]) -> Table | None:
    """Turn rows below keys: each column is what one key is for, and each row what tells that."""
    rows = [row for row in rows if any(at < len(row.cells) and row.cells[at].words for at in keys)]
    told = [[row.cells[at].words for at in keys if at < len(row.cells)] for row in rows]
    if not any(2 * sum(map(is_worded, words)) >= len(keys) for words in told):
        return None
    labels = tuple(row.cells[0].words if 0 not in keys and row.cells else "" for row in rows)
    asks = all(_ASKS.search(cell.words) for cell in keys.values())
    asks = asks or any(map(NUMBERED.search, labels))  # each row is a line's
    first = "Press" if asks else head[0] if 0 not in keys else ""
    named = (first, *labels) if first or any(labels) else ()
    made = [
        row_of([cell, *(row.cells[at] if at < len(row.cells) else EMPTY for row in rows)], rows[0], named)
        for at, cell in keys.items()
    ]
    return Table(named, made)
