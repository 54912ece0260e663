"""Tables that hold several menus, one below the other: parted at the rows that head each, or by a column that does.

`<td colspan="2">Billing menu</td>` stands over the rows of that menu; so does `Billing` in a column of its own, where
the keys begin anew beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from ivr.prose.block import HEADING, ROW, Block
from ivr.prose.phones import NUMBERED
from ivr.prose.section import OF_PART
from ivr.prose.table_shape import FEWEST, Table, is_worded, key_in, row_of

_OF_TABLE: Final = 6
_LONGEST_HEAD: Final = 90
"""Letters of what heads a part; more are a remark."""
_DIGIT: Final = re.compile(r"\d")


class Part(NamedTuple):
    """A part of a table, and what heads it, if anything does."""

    heading: Block | None
    table: Table


def parts_of(run: Sequence[Block]) -> list[Part]:
    """Give the parts of a table, which is one where nothing parts it."""
    rows = [one for one in run if one.kind == ROW]
    width = max(len(row.cells) for row in rows)
    over = _over(run, width)
    head, begun = _headed(run, over)
    parts: list[Part] = []
    heading: Block | None = None
    several: list[Block] = []
    for at, block in enumerate(run):
        if at < begun:
            continue
        if at not in over:
            several.append(block)
            continue
        if several or heading is not None:
            parts.append(Part(heading, Table(head, several)))
        heading, several = block, []
    parts.append(Part(heading, Table(head, several)))
    return parts


def _headed(run: Sequence[Block], over: frozenset[int]) -> tuple[tuple[str, ...], int]:
    """Give the heading of the columns, and where the rows below that begin."""
    rows = [at for at, one in enumerate(run) if one.kind == ROW]
    head = next((run[at].head for at in rows if run[at].head), ())
    first = run[rows[0]]
    if head or rows[0] in over or len(rows) < FEWEST:
        return head, 0
    cells = tuple(cell.words for cell in first.cells)
    named = [cell for cell in cells if is_worded(cell)]
    if len(named) < FEWEST or any(_DIGIT.search(cell) for cell in cells):
        return (), 0
    return cells, rows[0] + 1 if not any(at in over for at in range(rows[0])) else 0


def _over(run: Sequence[Block], width: int) -> frozenset[int]:
    """Give the places of what stands over the rows of a part: headings, and rows of one cell, with rows below them."""
    keyed = _is_keyed([one for one in run if one.kind == ROW])
    found = {at for at, one in enumerate(run) if one.kind == HEADING or _spans(one, width, keyed=keyed)}
    last = max((at for at in range(len(run)) if at not in found), default=-1)
    return frozenset(at for at in found if at < last)


def _is_keyed(rows: Sequence[Block]) -> bool:
    """Whether the first column of a table holds keys."""
    first = [row.cells[0].words for row in rows if row.cells and sum(bool(cell.words) for cell in row.cells) > 1]
    return 2 * sum(bool(key_in(words)) for words in first) > len(first)


def _spans(row: Block, width: int, *, keyed: bool) -> bool:
    """Whether a row has one cell only, which stands where the others have their keys, or spans all columns."""
    filled = [at for at, cell in enumerate(row.cells) if cell.words]
    if len(filled) != 1 or width < FEWEST:
        return False
    words = row.cells[filled[0]].words
    if not is_worded(words) or len(words) > _LONGEST_HEAD or words.endswith((".", "!")):
        return False
    return len(row.cells) == 1 or (filled[0] == 0 and keyed)


def parts_by_column(table: Table) -> list[Part]:
    """Part a table by the column that tells of which menu its rows are; gives nothing where it has none."""
    keys = next((at for at in range(table.width) if _holds_keys(table, at)), None)
    if keys is None or table.width <= FEWEST or any(NUMBERED.search(row.words) for row in table.rows):
        return []  # rows with a number each tell by that whose they are
    column = next((at for at in range(table.width) if at != keys and _tells_menu(table, at, keys)), None)
    if column is None:
        return []
    head = tuple(one for at, one in enumerate(table.head) if at != column)
    found: list[Part] = []
    for _, rows in groupby(_named(table, column), lambda one: one[0]):
        several = list(rows)
        first = several[0][1]
        cell = first.cells[column]
        heading = Block(HEADING, cell, OF_PART, language=first.language)
        without = [[each for at, each in enumerate(row.cells) if at != column] for _, row in several]
        made = [row_of(cells, row, head) for cells, (_, row) in zip(without, several, strict=True)]
        found.append(Part(heading, Table(head, made)))
    return found


def _holds_keys(table: Table, column: int) -> bool:
    """Whether every row has a key in a column, and nothing else."""
    return len(table.rows) > FEWEST and all(key_in(cell.words) for cell in table.column(column))


def _named(table: Table, column: int) -> Iterator[tuple[str, Block]]:
    """Give rows with what a column says of each, or of those above it where it says nothing."""
    last = ""
    for row in table.rows:
        last = (row.cells[column].words if column < len(row.cells) else "") or last
        yield last, row


def _tells_menu(table: Table, column: int, keys: int) -> bool:
    """Whether a column names the menus of its rows: each in one stretch without a key twice, some with keys alike."""
    names = [name for name, _ in _named(table, column)]
    stretches = [list(rows) for _, rows in groupby(zip(names, table.column(keys), strict=True), lambda one: one[0])]
    if not names[0] or not FEWEST <= len(stretches) < len(names) or len(stretches) != len(set(names)):
        return False
    if not all(is_worded(name) and len(name) < _LONGEST_HEAD for name in names):
        return False
    held = [[key_in(cell.words) for _, cell in rows] for rows in stretches]
    apart = all(len(set(several)) == len(several) for several in held)
    return apart and len({key for several in held for key in several}) < len(names)


def heading_of(part: Part, group: int, *, of_table: bool) -> list[Block]:
    """Give what heads a part as a heading, that of the whole table where `of_table`; nothing where nothing does."""
    over = part.heading
    if over is None:
        return []
    words = over.text if over.kind == HEADING else next(cell for cell in over.cells if cell.words)
    return [Block(HEADING, words, _OF_TABLE if of_table else OF_PART, group=group, language=over.language)]


def rows_of(table: Table, group: int) -> list[Block]:
    """Give the rows of a part, which belong together."""
    return [row._replace(group=group, head=table.head) for row in table.rows]
