"""Tables of plain text whose columns are told by blanks alone: a heading, and below it rows with a key in each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ivr.prose.columns import is_step
from ivr.prose.list_weight import column_of_keys
from ivr.prose.listed_key import keys_of
from ivr.prose.table_rows import key_column
from ivr.prose.table_trails import is_way

_GAP: Final = re.compile(r"\t+| {2,}")
_CELL: Final = re.compile(r"\S+(?: \S+)*")
_SHIFTED: Final = 1
"""Letters by which a cell may stand beside the place of its heading."""
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
    if (lists := _lists_from(lines, at, head)) is not None:
        return lists
    if len(head) < _FEWEST_ROWS or not all(map(_may_head, head)):
        return None
    if not any(map(str.isalpha, head[-1])):
        return None  # the right side of a frame
    column = key_column(tuple(head))
    column = next((at for at, one in enumerate(head) if is_step(one)), None) if column is None else column
    if column is None and len(head) < _FEWEST_COLUMNS:
        return None
    starts = starts_of(lines[at])
    begin = at + 1
    if begin < len(lines) and _RULE.match(lines[begin]):
        begin += 1
    rows: list[tuple[int, list[str]]] = []
    for place in range(begin, len(lines) if column is not None else min(len(lines), begin + _MOST_ROWS)):
        cells = cells_below(lines[place], starts)
        if len(cells) != len(head):
            break
        rows.append((place, cells))
    if column is None:
        column = column_of_keys(tuple(tuple(cells) for _, cells in rows))
    keyed = 0 if column is None else sum(bool(keys_of(cells[column])) or is_way(cells[column]) for _, cells in rows)
    if keyed < _FEWEST_ROWS or 2 * keyed <= len(rows):
        return None
    return Aligned(tuple(head), rows, begin + len(rows))


def _lists_from(lines: Sequence[str], at: int, head: list[str]) -> Aligned | None:
    """Read lists of keys that stand beside each other, each below its own heading."""
    if len(head) < _FEWEST_ROWS or any(map(_BEGINS_WITH_KEY.match, head)):
        return None
    starts = starts_of(lines[at])
    begin = at + 1
    if begin < len(lines) and _RULES.match(lines[begin]):
        begin += 1
    rows: list[tuple[int, list[str]]] = []
    for place in range(begin, min(len(lines), begin + _MOST_ROWS)):
        cells = _wide_cells(lines[place], starts)
        if not cells or not all(_BEGINS_WITH_KEY.match(cell) for cell in cells if cell):
            break
        rows.append((place, cells))
    full = all(sum(bool(cells[at]) for _, cells in rows) >= _FEWEST_ROWS for at in range(len(head)))
    keys = [cell.lstrip("[(")[0] for _, cells in rows for cell in cells if cell]
    apart = full and len(set(keys)) < len(keys)  # else they are those of one menu
    return Aligned(tuple(head), rows, begin + len(rows)) if apart else None


def _wide_cells(line: str, starts: Sequence[int]) -> list[str]:
    """Cut a line where the headings over it begin; nothing where a word would be cut, or nothing stands there."""
    plain = line.expandtabs()
    bounds = [*starts, max(len(plain), starts[-1])]
    if not plain.strip() or any(at and plain[at - 1 : at].strip() for at in starts):
        return []
    cells = [plain[start:end].strip() for start, end in pairwise(bounds)]
    return [" ".join(cell.split()) for cell in cells] if not plain[: starts[0]].strip() else []


_BEGINS_WITH_KEY: Final = re.compile(r"[\[(]?[0-9*#][\])]?(?: ?[-=:–—.)] ?| +)[^\W\d]")
_RULES: Final = re.compile(r"\s*[-=_]{3,}(?:\s+[-=_]{3,})*\s*$")


def _may_head(cell: str) -> bool:
    return len(cell) <= _LONGEST_HEAD and (is_step(cell) or not any(map(str.isdigit, cell)))


def starts_of(line: str) -> list[int]:
    """Give where the cells of a line begin."""
    return [found.start() for found in _CELL.finditer(line.expandtabs())]


def cells_below(line: str, starts: Sequence[int]) -> list[str]:
    """Give the cells of a row; one that has too few has them where the heading has its own, and empty ones beside."""
    cells = _cells(line)
    if len(cells) >= len(starts) or not line.strip():
        return cells
    placed = [""] * len(starts)
    for found in _CELL.finditer(line.expandtabs()):
        at = min(range(len(starts)), key=lambda place: abs(starts[place] - found.start()))
        if abs(starts[at] - found.start()) > _SHIFTED or placed[at]:
            return cells
        placed[at] = found[0].strip()
    return placed


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _GAP.split(line.strip())]
