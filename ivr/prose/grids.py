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
    end = at
    while end < len(lines) and ("|" in lines[end] or _RULE.match(lines[end])):
        if _RULE.match(lines[end]):
            parts.append([])
        else:
            _add(parts[-1], end, _cells(lines[end]))
        end += 1
    filled = [part for part in parts if part]
    if not filled or len(filled[0][0].cells) < _FEWEST_COLUMNS:
        return None
    head = tuple(filled[0][0].cells) if len(filled) > 1 and len(filled[0]) == 1 else ()
    rows = [row for part in (filled[1:] if head else filled) for row in part]
    return Grid(head, rows, end)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def _add(rows: list[Row], line: int, cells: list[str]) -> None:
    """Add a row, or what its cells go on with: a line whose first cell is empty belongs to the row above it."""
    if rows and not cells[0] and len(cells) == len(rows[-1].cells):
        rows[-1] = Row(rows[-1].line, [f"{one} {more}".strip() for one, more in zip(rows[-1].cells, cells, strict=True)])
    else:
        rows.append(Row(line, cells))
