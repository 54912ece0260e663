"""Tables put in the plain way that is read: one menu in each, a row for each key, and before it the keys that lead there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ivr.prose.block import Block
from ivr.prose.table_parts import parts_of, put_in_parts
from ivr.prose.table_shape import Table, runs_of

_FAR_BACK: Final = 1 << 23
"""The parts of tables have numbers of their own from here on."""


def in_plain_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks, every table among them in the plain way."""
    at = _FAR_BACK
    for is_table, run in runs_of(blocks):
        at += len(run)
        yield from _plainly(run, at) if is_table else run


def _plainly(run: Sequence[Block], number: int) -> Iterator[Block]:
    parts = parts_of(run)
    if len(parts) == 1 and parts[0].heading is None:
        yield from run
        return
    for heading, table in put_in_parts(parts, number):
        if heading is not None:
            yield heading
        yield from table.rows
