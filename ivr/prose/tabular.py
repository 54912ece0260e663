"""Tables put in the plain way that is read: one menu in each, and a row for each key, with the keys before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ivr.prose.block import Block
from ivr.prose.section import OF_TABLES
from ivr.prose.table_across import turned
from ivr.prose.table_asked import with_asked_plain
from ivr.prose.table_behind import with_rows_behind
from ivr.prose.table_choices import put_as_lines
from ivr.prose.table_levels import unrolled
from ivr.prose.table_lines import with_numbers
from ivr.prose.table_named_levels import with_named_levels
from ivr.prose.table_nodes import nodes_in
from ivr.prose.table_numbers import with_keys_apart
from ivr.prose.table_parts import heading_of, parts_by_column, parts_of, rows_of
from ivr.prose.table_prompts import prompts_in
from ivr.prose.table_shape import Table, runs_of
from ivr.prose.table_times import in_force
from ivr.prose.table_trails import with_ways_plain


def in_plain_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks, every table among them in the plain way."""
    at = OF_TABLES
    for is_table, run in runs_of(blocks):
        yield from (
            _plainly(with_ways_plain(with_asked_plain(with_named_levels(in_force(run)))), at) if is_table else run
        )
        at += _apart(run) * len(run) if is_table else 0


def _apart(run: Sequence[Block]) -> int:
    """Give how many numbers a part of a table may need, one for each of its menus."""
    return 2 * len(run) + max(len(one.cells) for one in run)


def _plainly(run: Sequence[Block], number: int) -> Iterator[Block]:
    """Give the blocks of a table; one that is plain already is left as it is."""
    parts, apart = parts_of(run), _apart(run)
    shaped = [_shaped(part.table, number + apart * at) for at, part in enumerate(parts)]
    if len(parts) == 1 and parts[0].heading is None and shaped[0] is None:
        yield from run
        return
    for at, (part, other) in enumerate(zip(parts, shaped, strict=True)):
        group = number + apart * at
        yield from heading_of(part, group, of_table=not part.table.rows and at == 0)
        yield from rows_of(part.table, group) if other is None else other


def _shaped(table: Table, number: int) -> list[Block] | None:
    """Give the blocks of a table whose own shape is not that of a row for each key; nothing where it is."""
    if (apart := with_numbers(table)) is not None:
        others, keyed = apart
        return [*(row._replace(head=table.head) for row in others), *rows_of(keyed, number)]
    if (rows := with_keys_apart(table)) is not None:
        return [row._replace(group=number) for row in rows]
    if (nodes := prompts_in(table, number) or nodes_in(table, number)) is not None:
        return nodes
    other = with_rows_behind(table) or unrolled(table) or turned(table)
    if other is not None:
        return rows_of(other, number)
    if (lines := put_as_lines(table, number)) is not None:
        return lines
    parts = parts_by_column(table)
    return [
        block
        for at, part in enumerate(parts, number)
        for block in (*heading_of(part, at, of_table=False), *rows_of(part.table, at))
    ] or None
