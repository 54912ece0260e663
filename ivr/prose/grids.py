"""Tables drawn with signs, as terminals write them: rules of dashes and plus signs, bars between the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_RULE: Final = re.compile(r"\s*(?:\+(?:[-=]{2,}\+)+|[-=]{2,}(?:\+[-=]{2,})+|\|(?:[-=: ]{2,}\|)+)\s*$")
_FEWEST_COLUMNS: Final = 2


class Row(NamedTuple):
    """A row of a table: the line it begins on, counted from 0, and its cells."""

    line: int
    cells: list[str]


class Grid(NamedTuple):
    """A table: its heading, the rows below it, and the line behind it."""

    head: tuple[str, ...]
    rows: list[Row]
    end: int


def grid_from(lines: Sequence[str], at: int) -> Grid | None:
    """Read the table that begins at a line; gives nothing where none does."""
    framed = bool(_RULE.match(lines[at])) and at + 1 < len(lines) and lines[at + 1].lstrip().startswith("|")
    below = lines[at + 1] if at + 1 < len(lines) else ""
    headed = "|" in lines[at] and ("+" in below or "|" in below) and bool(_RULE.match(below))
    if not (framed or headed):
        return None
    parts: list[list[Row]] = [[]]
    end, plus = at, "+" in (lines[at] if framed else below)
    while end < len(lines) and ("|" in lines[end] or _RULE.match(lines[end])):
        if _RULE.match(lines[end]):
            parts.append([])
        else:
            _add(parts[-1], end, _cells(lines[end]), merges=plus)
        end += 1
    filled = [part for part in parts if part]
    if not filled or len(filled[0][0].cells) < _FEWEST_COLUMNS:
        return None
    head = tuple(filled[0][0].cells) if len(filled) > 1 and len(filled[0]) == 1 else ()
    head = (
        () if sum(cell.isdecimal() for cell in head) == 1 else head
    )  # a row of a table that has none; more are keys that run across
    rows = [row for part in (filled[1:] if head else filled) for row in part]
    return Grid(head, [Row(row.line, cells) for row, cells in zip(rows, _filled(rows), strict=True)], end)


def piped_from(lines: Sequence[str], at: int) -> Grid | None:
    """Read lines that have bars between their cells, and no rules: three cells in each at least."""
    rows: list[Row] = []
    for place in range(at, len(lines)):
        cells = _cells(lines[place]) if "|" in lines[place] else []
        if len(cells) < _FEWEST_PIPED or (rows and len(cells) != len(rows[0].cells)):
            break
        rows.append(Row(place, cells))
    return Grid((), rows, at + len(rows)) if len(rows) > 1 else None


_FEWEST_PIPED: Final = 3
"""Cells of a row that nothing but bars makes one."""


def _filled(rows: list[Row]) -> list[list[str]]:
    """Repeat telephone numbers in the rows below them that leave their column empty."""
    filled: list[list[str]] = []
    for row in rows:
        above = filled[-1] if filled and len(filled[-1]) == len(row.cells) else row.cells
        filled.append(
            [cell or (one if _NUMBER.search(one) else "") for cell, one in zip(row.cells, above, strict=True)]
        )
    return filled


_NUMBER: Final = re.compile(r"\d[\d ().-]{5,}\d")


def _is_key(cell: str) -> bool:
    return len(cell) == 1 and (cell.isdecimal() or cell in "*#")


def _cells(line: str) -> list[str]:
    """Cut a line at its bars; one that has none before its first cell ends in an empty cell where a bar ends it."""
    inner = line.strip()
    inner = inner.removeprefix("|").removesuffix("|") if inner.startswith("|") else inner
    return [cell.strip() for cell in inner.split("|")]


def _add(rows: list[Row], line: int, cells: list[str], *, merges: bool) -> None:
    """Add a row, or what its cells go on with: a line whose first cell is empty may belong to the row above it."""
    if merges and rows and not cells[0] and not any(map(_is_key, cells)) and len(cells) == len(rows[-1].cells):
        rows[-1] = Row(
            rows[-1].line, [f"{one} {more}".strip() for one, more in zip(rows[-1].cells, cells, strict=True)]
        )
    else:
        rows.append(Row(line, cells))
