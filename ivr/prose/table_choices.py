"""Tables whose cells each hold a key with what it is for, `1 - Bookings`: read as lines of lists, in their order.

Columns beside each other are menus of their own, or all cells are the keys of one menu, as they lie on a telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ivr.prose import listing, table_rows
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block, Text
from ivr.prose.languages import language_chosen
from ivr.prose.section import OF_PART
from ivr.prose.table_shape import FEWEST, Table, is_worded, key_in

_PARTS: Final = re.compile(
    r"\s*(?:;|[,/·•](?=\s*(?:(?:and|or|y|et|und) )?[0-9*#](?![\d:])\s?[^\s\d]))\s*(?:(?:and|or|y|et|und) )?"
)
"""What stands between the keys of a cell."""
_LONGEST_CELL: Final = 300


def choices_in(cell: Text) -> list[Text]:
    """Give the keys of a cell, each with what it is for; nothing where a part of it has none."""
    if not cell.words or len(cell.words) > _LONGEST_CELL:
        return []
    ends = [found.span() for found in _PARTS.finditer(cell.words)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(cell.words)]
    parts = [cell.cut(start, stop) for start, stop in zip(starts, stops, strict=True) if start < stop]
    if len(parts) == FEWEST and key_in(parts[0].words):  # a key over what it is for: `1<br>Bookings`
        return [cell.put(*ends[0], " - ")] if is_worded(parts[1].words) else []
    return parts if parts and all(map(key_of, parts)) else []


def key_of(choice: Text) -> str:
    """Give the key of such a cell."""
    one = listing.chosen(Block(PARAGRAPH, choice))
    return one.keys[0] if one is not None and len(one.keys) == 1 and len(one.keys[0]) == 1 else ""


def topic_of(choice: Text) -> Text:
    """Give what the key of such a cell is for."""
    one = listing.chosen(Block(PARAGRAPH, choice))
    topic = one.topic if one is not None else ""
    at = max(choice.words.find(topic), 0)
    return choice.cut(at, at + len(topic))


def put_as_lines(table: Table, number: int) -> list[Block] | None:
    """Give the cells of a table as lines of lists, whose numbers begin with one; nothing where it is no such table."""
    columns = _columns(table)
    if len(columns) < FEWEST or _tells_changes(table.head):
        return None
    keys = [key_of(choice) for column in columns.values() for cell in column for choice in choices_in(cell)]
    apart = len(set(keys)) < len(keys)  # menus that have their keys each
    if apart:
        return list(_beside(table, columns, number)) if _heads_differ(table.head) else None
    if _heads_differ(table.head):
        return None
    rows = ((row, cell) for row in table.rows for cell in row.cells)
    return [_line(choice, row, number) for row, cell in rows for choice in choices_in(cell)]


def _tells_changes(head: Sequence[str]) -> bool:
    return any(map(table_rows.tells_now, head)) and any(map(table_rows.told_before, head))


def _columns(table: Table) -> dict[int, list[Text]]:
    """Give the columns, where all of them hold such cells and little else."""
    columns = {at: table.column(at) for at in range(table.width)}
    filled = {at: [cell for cell in column if cell.words] for at, column in columns.items()}
    columns = {at: column for at, column in columns.items() if filled[at]}
    held = {at: [choices_in(cell) for cell in filled[at] if not _NUMBER.fullmatch(cell.words)] for at in columns}
    enough = all(2 * sum(map(bool, held[at])) > len(held[at]) for at in columns)
    return columns if enough and sum(map(len, (one for cells in held.values() for one in cells))) > FEWEST else {}


_NUMBER: Final = re.compile(r"\W*\d[\d ().-]{5,}")
"""A telephone number over the keys of its line."""


def _heads_differ(head: Sequence[str]) -> bool:
    named = [one for one in head if one]
    return len(named) >= FEWEST and len(set(named)) == len(named)


def _beside(table: Table, columns: dict[int, list[Text]], number: int) -> Iterator[Block]:
    """Give column by column, each as a list below its heading; what is no key in it stands over the keys."""
    for group, (at, column) in enumerate(columns.items(), number):
        row = table.rows[0]
        words = table.head[at] if at < len(table.head) else ""
        language = _language(words) or row.language
        yield Block(HEADING, Text(words, ((0, row.text.line(0)),)), OF_PART, group=group, language=language)
        for line, cell in zip(table.rows, column, strict=True):
            choices = choices_in(cell)
            if cell.words and not choices:
                yield Block(PARAGRAPH, cell, 1, group=group, language=language)
            yield from (_line(choice, line._replace(language=language), group) for choice in choices)


def _language(head: str) -> str:
    """Give the language that heads a column, where there is a tag for it."""
    chosen = language_chosen(head)
    return "" if chosen == _OTHER else chosen


_OTHER: Final = "other"


def _line(choice: Text, row: Block, group: int) -> Block:
    return Block(ITEM, choice, 0, "", group, language=row.language)
