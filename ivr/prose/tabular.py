"""Tables put in the plain way that is read: one menu in each, a row for each key, and before it the keys that lead there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ivr.prose.block import Block
from ivr.prose.section import OF_TABLES
from ivr.prose.table_across import turned
from ivr.prose.table_choices import put_as_lines
from ivr.prose.table_parts import parts_of, put_in_parts
from ivr.prose.table_shape import Table, runs_of

def in_plain_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks, every table among them in the plain way."""
    at = OF_TABLES
    for is_table, run in runs_of(blocks):
        at += len(run)
        yield from _plainly(run, at) if is_table else run


def _plainly(run: Sequence[Block], number: int) -> Iterator[Block]:
    parts = parts_of(run)
    shaped = [_shaped(part.table, number + at) for at, part in enumerate(parts)]
    if len(parts) == 1 and parts[0].heading is None and shaped[0] is None:
        yield from run
        return
    for (heading, table), other in zip(put_in_parts(parts, number), shaped, strict=True):
        if heading is not None:
            yield heading
        yield from table.rows if other is None else other


def _shaped(table: Table, number: int) -> list[Block] | None:
    """Give a table in another shape, where its own is not that of a row for each key; nothing where it is."""
    if (across := turned(table)) is not None:
        return [row._replace(group=number) for row in across.rows]
    return put_as_lines(table, number)
