"""Tables that say one thing in two languages, beside each other: each column is read from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from ivr.prose.block import PARAGRAPH, ROW, Block, Text
from ivr.prose.languages import language_chosen
from ivr.prose.prefilter import may_tell

_FEWEST: Final = 2
"""Languages beside each other."""
_OTHER: Final = "other"


def in_columns(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks, those of a table whose columns are languages column by column, as paragraphs."""
    for (kind, _), rows in groupby(blocks, lambda block: (block.kind, block.group)):
        if kind != ROW:
            yield from rows
            continue
        table = list(rows)
        head, under = _headed(table)
        languages = [language_chosen(name) for name in head]
        if _are_columns(languages) and any(may_tell(cell.words) for row in under for cell in row.cells):
            yield from _columns(languages, under)
        else:
            yield from table


def _headed(table: list[Block]) -> tuple[tuple[str, ...], list[Block]]:
    """Give what stands over the columns of a table, and the rows below that."""
    first = table[0]
    if first.head:
        return first.head, table
    return tuple(cell.words for cell in first.cells), table[1:]


def _are_columns(languages: list[str]) -> bool:
    named = [language for language in languages if language]
    return len(named) == len(languages) >= _FEWEST and len(set(named)) == len(named)


def _columns(languages: list[str], rows: list[Block]) -> Iterator[Block]:
    for at, language in enumerate(languages):
        tag = "" if language == _OTHER else language
        for row in rows:
            cell = row.cells[at] if at < len(row.cells) else Text("", ((0, 0),))
            if cell.words.strip():
                yield Block(PARAGRAPH, cell, language=tag)
