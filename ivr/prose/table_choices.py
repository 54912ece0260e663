"""Tables whose cells each hold a key with what it is for, `1 – Bookings`: read as lines of lists, in their order.

Columns beside each other are menus of their own, or the second holds what is behind the keys of the first, or all
cells are the keys of one menu, as they lie on a telephone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ivr.prose import cell_menus, listing, table_rows
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block, Text
from ivr.prose.languages import language_chosen
from ivr.prose.section import OF_PART
from ivr.prose.table_shape import FEWEST, Table, is_worded

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
    if parts and parts[0].words.isdigit() and len(parts) == FEWEST:  # a key over what it is for: `1<br>Bookings`
        return [cell.put(*ends[0], " - ")] if len(parts[0].words) == 1 and is_worded(parts[1].words) else []
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
    if len(columns) < FEWEST or all(map(table_rows.tells_now, table.head)) or _tells_changes(table.head):
        return None
    if _is_nested(table, columns):
        return list(_nested(table, columns, number))
    keys = [key_of(choice) for column in columns.values() for cell in column for choice in choices_in(cell)]
    if len(set(keys)) == len(keys) and not _heads_differ(table.head):
        rows = ((row, cell) for row in table.rows for cell in row.cells)
        return [_line(choice, row, number) for row, cell in rows for choice in choices_in(cell)]
    return list(_beside(table, columns, number)) if _heads_differ(table.head) else None


def _tells_changes(head: Sequence[str]) -> bool:
    return any(map(table_rows.tells_now, head)) and any(map(table_rows.told_before, head))


def _columns(table: Table) -> dict[int, list[Text]]:
    """Give the columns, where all of them hold such cells and little else."""
    columns = {at: table.column(at) for at in range(table.width)}
    filled = {at: [cell for cell in column if cell.words] for at, column in columns.items()}
    columns = {at: column for at, column in columns.items() if filled[at]}
    held = [sum(bool(choices_in(cell)) for cell in filled[at]) for at in columns]
    enough = all(2 * count > len(filled[at]) for at, count in zip(columns, held, strict=True))
    return columns if enough and sum(held) > FEWEST else {}


def _heads_differ(head: Sequence[str]) -> bool:
    named = [one for one in head if one]
    return len(named) >= FEWEST and len(set(named)) == len(named)


def _is_nested(table: Table, columns: dict[int, list[Text]]) -> bool:
    """Whether the second column holds what is behind the keys of the first."""
    if len(columns) != FEWEST:
        return False
    (first, outer), (second, inner) = columns.items()
    head = table.head[second] if second < len(table.head) else ""
    if first < second < len(table.head) and cell_menus.tells_behind(head):
        return True
    words = [cell.words for cell in outer]
    goes_on = sum(not one or one == before for before, one in zip(words, words[1:], strict=False))
    keys = [key_of(choice) for cell in inner for choice in choices_in(cell)]
    return goes_on > 0 and len(set(keys)) < len(keys) and words[0] != ""


def _nested(table: Table, columns: dict[int, list[Text]], number: int) -> Iterator[Block]:
    """Give the keys of the first column as lines, each over those of the second that are behind it."""
    last = ""
    (_, outer), (_, inner) = columns.items()
    for row, cell, behind in zip(table.rows, outer, inner, strict=True):
        if cell.words and cell.words != last:
            yield from (_line(choice, row, number) for choice in choices_in(cell))
        last = cell.words or last
        for choice in choices_in(behind):
            yield _line(choice, row, number, 1)


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


def _line(choice: Text, row: Block, group: int, level: int = 0) -> Block:
    return Block(ITEM, choice, level, "", group, language=row.language)
