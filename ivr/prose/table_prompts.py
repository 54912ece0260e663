"""Tables of prompts, each row of which has the wording of a menu: put as that wording under a heading of the rest.

`Orders | 1 | To track one, press 1. To cancel one, press 2.` is the menu of orders, whatever its columns are called.
A column of keys tells those before the menus; one that counts the rows does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.block import HEADING, PARAGRAPH, Block, Text
from ivr.prose.led_in_line import asked_in
from ivr.prose.linked_menus import name_of
from ivr.prose.phones import NUMBERED
from ivr.prose.section import OF_PART
from ivr.prose.table_shape import FEWEST, Table, is_worded, key_in

_LONGEST_NAME: Final = 50


def prompts_in(table: Table, number: int) -> list[Block] | None:
    """Give the prompts of a table under headings; nothing where its rows are no menus, or are named by codes."""
    column = next((at for at in range(table.width) if _holds_menus(table.column(at))), None)
    if column is None or any(NUMBERED.search(row.words) for row in table.rows):
        return None  # rows with a number each are lines of their own
    if FEWEST * sum(bool(name_of(row)) for row in table.rows) > len(table.rows):
        return None
    others = [at for at in range(table.width) if at != column]
    keys = next((at for at in others if _leads(table.column(at))), None)
    blocks: list[Block] = []
    for at, row in enumerate(table.rows, number):
        cells = [row.cells[one].words.strip() if one < len(row.cells) else "" for one in others if one != keys]
        name = next((cell for cell in cells if is_worded(cell) and len(cell) <= _LONGEST_NAME), "")
        key = key_in(row.cells[keys].words) if keys is not None and keys < len(row.cells) else ""
        title = f"{name} (after {key})".strip() if key else name or "Prompt"
        blocks.append(Block(HEADING, Text(title, ((0, row.text.line(0)),)), OF_PART, group=at, language=row.language))
        if column < len(row.cells) and row.cells[column].words:
            blocks.append(Block(PARAGRAPH, row.cells[column], group=at, language=row.language))
    return blocks


def _holds_menus(column: Sequence[Text]) -> bool:
    """Whether cells of a column each ask for several keys, of which some are asked for in more than one cell."""
    asked = [keys for cell in column if len(keys := asked_in(cell.words)) >= FEWEST]
    return len(asked) >= FEWEST and len({key for keys in asked for key in keys}) < sum(map(len, asked))


def _leads(column: Sequence[Text]) -> bool:
    """Whether a column holds a key for some rows, each once, and none for the first."""
    keys = [key_in(cell.words) for cell in column]
    return bool(keys) and not keys[0] and any(keys) and len(set(filter(None, keys))) == len(list(filter(None, keys)))
