"""Tables that a spreadsheet has written as text: values with commas or semicolons between them."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.listed_key import keys_of
from ivr.prose.table_rows import key_column

_MARKS: Final = ("\t", ",", ";")
_FEWEST_COLUMNS: Final = 3
_FEWEST_ROWS: Final = 2
_LONGEST_HEAD: Final = 40
_MOST_WORDS: Final = 4
"""Letters and words of a heading of a column; more are a sentence with commas in it."""


def separated_from(lines: Sequence[str], at: int) -> list[list[str]]:
    """Give the rows of a table of separated values that begins at a line, its heading first; none where none does."""
    mark = next((mark for mark in _MARKS if mark in lines[at]), "")
    if not mark or not _may_head(lines[at].lstrip("# ").split(mark, 1)[0].strip('"')):
        return []
    head = _values(lines[at].lstrip("# "), mark)
    if not all(map(_may_head, head)):
        return []
    column = key_column(tuple(head)) if len(head) < _FEWEST_COLUMNS else None
    if len(head) < _FEWEST_COLUMNS and column is None:
        return []
    rows = [head]
    for place in range(at + 1, len(lines)):
        line = lines[place]
        row = _values(line, mark) if mark in line else []
        if len(row) != len(head):
            break
        rows.append(
            [_dialled(value) if _NUMBERS.search(name) else value for name, value in zip(head, row, strict=True)]
        )
    keyed = column is None or all(keys_of(row[column]) for row in rows[1:])
    return rows if len(rows) > _FEWEST_ROWS and keyed else []


def _dialled(value: str) -> str:
    """Give a number that an exchange has written in digits alone as one that can be dialled."""
    plain = value.strip()
    return f"+{plain}" if plain.isdecimal() and plain[0] == "1" and len(plain) == _OF_NANP else value


_OF_NANP: Final = 11
_NUMBERS: Final = AnyCase(r"^\W*(?:did|dnis|ddi|dialled|dialed|number|phone|tel\w*)\W*$")
"""Headings of columns with telephone numbers."""


def _values(line: str, mark: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=mark, strict=True), [])
    except csv.Error:  # a quotation mark that is not closed
        return []


def _may_head(value: str) -> bool:
    value = value.strip()
    plain = value[:1].isalpha() and not any(map(str.isdigit, value[:-1]))  # "level 2" may be one
    return plain and len(value) < _LONGEST_HEAD and len(value.split()) <= _MOST_WORDS
