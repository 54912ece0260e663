"""Tables for people: CSV that a spreadsheet opens as it is, and Markdown in which nothing of a flow is obeyed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

from ivr.printable import printable

_SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>|~$&#]")
_FORMULA: Final = re.compile(r"[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]")
"""What makes a spreadsheet take a cell for a formula where it stands first, wide letters too (OWASP, CSV injection)."""
_BYTE_ORDER_MARK: Final = "\ufeff"


def escaped(text: str) -> str:
    """Escape what Markdown reads as more than text; a comment behind `@` keeps GitHub from calling somebody."""
    return _SIGNS.sub(r"\\\g<0>", printable(text)).replace("@", "@<!-- -->")


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table in Markdown; the cells are Markdown already, and have no line breaks."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def csv_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table as CSV (RFC 4180) in UTF-8 with a byte order mark, by which Excel knows the encoding.

    A cell that a spreadsheet would take for a formula is preceded by an apostrophe. Breaks within a cell stay.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerows([_cell(cell) for cell in row] for row in (heads, *rows))
    return (_BYTE_ORDER_MARK + file.getvalue()).encode()


def _cell(text: str) -> str:
    kept = "\n".join(map(printable, re.split(r"\r\n|\r|\n", text)))
    return f"'{kept}" if _FORMULA.match(kept.lstrip()) or _FORMULA.match(text) else kept
