"""Tables with a column for each line, whose numbers stand in a row of their own: `Call | 555-0171 | 555-0172`.

The numbers are put into the headings of their columns, under which the keys are read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.block import Block
from ivr.prose.table_shape import FEWEST, Table, key_in

_NUMBER: Final = re.compile(r"[^\d|]{0,24}(?<!\d)[+(]?\d[\d ()./-]{5,18}\d(?:[^\d|].{0,40})?")


def with_numbers(table: Table) -> tuple[list[Block], Table] | None:
    """Give the rows of such a table that hold no keys, and its keys below their lines; nothing where it is none."""
    numbers = next((row for row in table.rows if _are_numbers(row)), None)
    if numbers is None:
        return None
    keyed = [row for row in table.rows if row.cells and key_in(row.cells[0].words)]
    if len(keyed) < FEWEST:
        return None
    head = tuple(f"{_at(table.head, at)} {cell.words if at else ''}".strip() for at, cell in enumerate(numbers.cells))
    asks = all(len(row.cells[0].words) > 1 for row in keyed)
    head = ("Press" if asks else head[0], *head[1:])
    return [row for row in table.rows if row not in keyed], Table(head, keyed)


def _at(head: Sequence[str], at: int) -> str:
    return head[at] if at < len(head) else ""


def _are_numbers(row: Block) -> bool:
    """Whether a row has a telephone number in every cell but the first, another in each."""
    cells = [cell.words for cell in row.cells[1:]]
    alike = len(set(cells)) == len(cells) >= FEWEST
    return alike and all(map(_NUMBER.fullmatch, cells)) and not _NUMBER.fullmatch(row.cells[0].words)
