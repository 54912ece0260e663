"""Lists whose lines hold several keys beside each other, in columns: `1 = Breakdown    2 = Accident`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_GAP: Final = re.compile(r"\t+| {3,}|(?<![>→]) {2,}(?=[\[(]?[0-9*#][\])]? ?[-=:–—.)→] ?\S)")
KEYED: Final = re.compile(
    r"(?P<asked>(?:press|option|key|dial|pulse|opci[oó]n|tecla|tapez|touche|taste) )?"
    r"[\[(]?(?P<key>[0-9*#])[\])]?(?: ?(?:[-=:–—]|->|=>|→) ?|[.)] |(?<=[\])]) ?| {1,2})(?=[^\W\d]{2})",
    re.IGNORECASE,
)
"""How a cell begins with its key."""
_KEYED_BEHIND: Final = re.compile(r"[^\W\d][^.=:]{2,40}?(?: ?\.{2,} ?| [=–—-] | ?: )(?P<key>[0-9*#])$")
"""A cell that ends in its key."""
_FEWEST: Final = 2


class Cell(NamedTuple):
    """A key with what it is for, and the line that it stands on, counted from 0."""

    line: int
    key: str
    words: str


def abreast_from(lines: Sequence[str], at: int) -> list[Cell]:
    """Give the cells of the lines from one on that hold several keys each; the last line may have but one."""
    rows: list[list[Cell]] = []
    for place in range(at, len(lines)):
        row = _cells(lines[place], place)
        if not row or (len(row) < _FEWEST and (not rows or row[0].key != str(len(rows[0]) * len(rows) + 1))):
            break
        rows.append(row)
        if len(row) < _FEWEST:
            break
    keys = [cell.key for row in rows for cell in row]
    if len(set(keys)) < len(keys) or (len(rows) == 1 and (len(keys) > _FEWEST or not _counts(keys))):
        return []  # a whole menu in one line is no list, nor is a key with one behind it
    if _counts(keys):
        return [cell for row in rows for cell in row]
    return [row[column] for column in range(max(map(len, rows), default=0)) for row in rows if column < len(row)]


def _cells(line: str, place: int) -> list[Cell]:
    cells = [one.strip() for one in _GAP.split(line.strip())]
    for pattern in (KEYED, _KEYED_BEHIND):
        found = [pattern.match(one) for one in cells]
        if all(found):
            return [Cell(place, one["key"], _told(one, words)) for one, words in zip(found, cells, strict=True) if one]
    return []


def _told(found: re.Match[str], words: str) -> str:
    """Give the words of a cell; what parts a key that is asked for from what it is for, as a colon."""
    asked = found.groupdict().get("asked")
    return f"{asked}{found['key']}: {words[found.end() :]}" if asked else words


def _counts(keys: list[str]) -> bool:
    digits = [key for key in keys if key in "123456789"]
    return digits == sorted(digits)
