"""Where something stands in a file: the file, the line and the column that a person can go to."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """A stretch of one file, counted from 1 as editors do.

    `line` and `column` are where it begins; `end_line` and `end_column` are just behind its last character.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """Give the place as compilers write it: `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"
