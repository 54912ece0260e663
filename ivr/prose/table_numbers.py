"""Cells of a directory that hold a number and the keys to press behind it, `800-555-0176, option 2`: parted in two."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.block import Block, Text
from ivr.prose.table_shape import EMPTY, Table

_THEN: Final = r"(?:and|then|y|luego|et|puis|und|dann|please)"
_WORD: Final = (
    r"(?:press(?:ing)?|options?|opt\.?|keys?|choose|select|dial|pulse|oprima|marque|opci[oó]n|tecla|tapez|touche|choix"
    r"|option|taste|dr[uü]cken sie|w[aä]hlen sie)"
)
_KEYS: Final = rf"[0-9*#](?:(?:,? (?:{_THEN} ){{1,2}}|,? ?(?:>|→|->) ?|, ?)(?:{_WORD} )?[0-9*#]){{0,4}}"
_CELL: Final = re.compile(
    rf"(?P<number>(?:[^\W\d][\w.' -]{{0,24}}[: ] ?)?\(?\+?\d[\d ().-]{{5,20}}\d)\s*"
    rf"(?:(?:[,;:/(–—-] ?)?(?:{_THEN} )*{_WORD}:? #?|(?:>|→|->) ?|,? {_THEN} )(?P<keys>{_KEYS})\)?"
    r"(?:,? (?:at (?:the|any)|(?:from|in|on|after|during) the|when(?:ever)?|once|as soon as) [^\d.;|]{3,40})?\.?",
    re.IGNORECASE,
)
_LONGEST: Final = 80


def with_keys_apart(table: Table) -> list[Block] | None:
    """Give the rows of a table, the keys of such cells in a column of their own; nothing where it has none."""
    for column in range(table.width):
        cells = [_parted(cell) for cell in table.column(column)]
        if any(keys.words for _, keys in cells):
            named = table.head or ("",) * table.width
            head = (*named[: column + 1], "Press", *named[column + 1 :])
            return [
                row._replace(cells=(*row.cells[:column], *pair, *row.cells[column + 1 :]), head=head)
                if pair[1].words
                else row._replace(head=table.head)
                for row, pair in zip(table.rows, cells, strict=True)
            ]
    return None


def _parted(cell: Text) -> tuple[Text, Text]:
    """Give the number of a cell, and its keys; all of it and nothing where it is no such cell."""
    found = _CELL.fullmatch(cell.words) if len(cell.words) < _LONGEST else None
    return (cell.cut(*found.span("number")), cell.cut(*found.span("keys"))) if found else (cell, EMPTY)
