"""Tables of plain text whose columns are told by blanks alone: a heading, and below it rows with a key in each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from ivr.prose.list_weight import column_of_keys
from ivr.prose.listed_key import keys_of
from ivr.prose.table_rows import key_column

_GAP: Final = re.compile(r"\t+| {2,}")
_RULE: Final = re.compile(r"\s*[-=_]{5,}\s*$")
_FEWEST_ROWS: Final = 2
_FEWEST_COLUMNS: Final = 3
_MOST_ROWS: Final = 20
"""Columns, and rows, of a table whose heading does not say which of them holds keys."""
_LONGEST_HEAD: Final = 30
"""Letters of the heading of a column."""


class Aligned(NamedTuple):
    """A table: its heading, its rows, each with the line it stands on, counted from 0, and the line behind it."""

    head: tuple[str, ...]
    rows: list[tuple[int, list[str]]]
    end: int


def aligned_from(lines: Sequence[str], at: int) -> Aligned | None:
    """Read the table that begins with a heading at a line; gives nothing where none does."""
    head = _cells(lines[at])
    if len(head) < _FEWEST_ROWS or any(len(one) > _LONGEST_HEAD or any(map(str.isdigit, one)) for one in head):
        return None
    column = key_column(tuple(head))
    if column is None and len(head) < _FEWEST_COLUMNS:
        return None
    begin = at + 1
    if begin < len(lines) and _RULE.match(lines[begin]):
        begin += 1
    rows: list[tuple[int, list[str]]] = []
    for place in range(begin, len(lines) if column is not None else min(len(lines), begin + _MOST_ROWS)):
        cells = _cells(lines[place])
        if len(cells) != len(head):
            break
        rows.append((place, cells))
    if column is None:
        column = column_of_keys(tuple(tuple(cells) for _, cells in rows))
    keyed = 0 if column is None else sum(bool(keys_of(cells[column])) for _, cells in rows)
    if keyed < _FEWEST_ROWS or 2 * keyed <= len(rows):
        return None
    return Aligned(tuple(head), rows, begin + len(rows))


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _GAP.split(line.strip())]
