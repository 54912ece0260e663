"""Menus that stand beside each other in plain text, each below a heading of its own: by day and by night, two lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.abreast import KEYED
from ivr.prose.aligned import Aligned

_GAP: Final = re.compile(r"\t+| {3,}")
_HEADED: Final = re.compile(r"[^\W\d(][^.!?;]{1,40}")
"""What may stand over such a column."""
_MOST_ABOVE: Final = 4
"""Lines above the first row in which the headings are looked for."""
_COLUMNS: Final = 2


def side_by_side_from(lines: Sequence[str], at: int) -> Aligned | None:
    """Give menus beside each other as a table, where the line and the next one have the same key in each column."""
    if not _shares_key(lines[at]) or at + 1 >= len(lines) or not _shares_key(lines[at + 1]):
        return None
    above = reversed(lines[max(at - _MOST_ABOVE, 0) : at])
    head = next((cells for line in above if (cells := _heads(line))), ())
    if not head:
        return None
    rows: list[tuple[int, list[str]]] = []
    end = at
    while end < len(lines) and len(cells := _cells(lines[end])) == len(head):
        rows.append((end, list(cells)))
        end += 1
    return Aligned(head, rows, end)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(_GAP.split(line.strip()))


def _shares_key(line: str) -> bool:
    """Whether a line has the same key at the beginning of each of its columns."""
    cells = _cells(line)
    found = [KEYED.match(cell) for cell in cells]
    return len(cells) == _COLUMNS and all(found) and len({one["key"] for one in found if one}) == 1


def _heads(line: str) -> tuple[str, ...]:
    cells = _cells(line)
    return cells if len(cells) == _COLUMNS and all(map(_HEADED.fullmatch, cells)) else ()
