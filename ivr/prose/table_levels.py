"""Tables with a column of keys for each menu on the way, `1 | Outages | 2 | Check status`, and two lists abreast.

What a cell of a menu above says holds for all rows below it that leave it empty. Each key gets a row of its own, with
the keys before it in the same cell: `1 > 2 | Check status`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ivr.prose import cell_menus, columns, list_weight, table_rows
from ivr.prose.block import Block, Text
from ivr.prose.table_choices import choices_in, key_of, topic_of
from ivr.prose.table_shape import EMPTY, FEWEST, Table, is_worded, key_in, row_of
from ivr.prose.table_steps import stepped_in

_FEWEST_ROWS: Final = 2
_BETWEEN: Final = " > "


class Level(NamedTuple):
    """The column with the keys of a menu, and the one that tells what they are for, which may be the same."""

    keys: int
    topics: int | None


class Keyed(NamedTuple):
    """A key of a row, with those before it, and the cell that tells what it is for."""

    way: tuple[str, ...]
    topic: Text
    row: Block


def unrolled(table: Table) -> Table | None:
    """Give a table with a row for each key, and in it the keys before that; nothing where it has no such columns."""
    return stepped_in(table) or _by_levels(table)


def _by_levels(table: Table) -> Table | None:
    levels = _levels(table)
    if len(levels) < FEWEST or table_rows.has_topics_in(table.head):
        return None
    if _is_abreast(table, levels):
        return _abreast(table, levels)
    heads = [table.head[level.keys] for level in levels[1:] if level.keys < len(table.head)]
    named = all(columns.is_step(head) or cell_menus.tells_behind(head) for head in heads)
    if not (table.head and named) and not (_is_nested(table, levels) and _may_be_keys(table.head, levels)):
        return None
    used = {at for level in levels for at in level}
    others = [at for at in range(table.width) if at not in used]
    if levels[-1].topics is None:
        worded = [at for at in others if any(is_worded(cell.words) for cell in table.column(at))]
        if not worded:
            return None
        levels[-1] = levels[-1]._replace(topics=worded[0])
        others.remove(worded[0])
    heads = [table.head[at] if at < len(table.head) else "" for at in (levels[0].keys, levels[-1].topics or 0, *others)]
    heads[0] = "Press" if table.head and named else heads[0]
    head = tuple(heads) if table.head else ()
    made = [
        row_of(
            [Text(_BETWEEN.join(one.way), ((0, one.topic.line(0)),)), one.topic, *_cells(one.row, others)],
            one.row,
            head,
        )
        for one in _keyed(table, levels)
    ]
    return Table(head, made) if made else None


def _may_be_keys(head: tuple[str, ...], levels: Sequence[Level]) -> bool:
    """Whether the headings of columns may be those of keys: one says so, or the cells tell what theirs are for."""
    heads = tuple(head[level.keys] for level in levels if level.keys < len(head))
    if any(map(list_weight.counts_other, heads)):
        return False
    told = any(level.topics == level.keys for level in levels) or not any(heads)
    return told or table_rows.key_column(heads) is not None or any(map(columns.is_step, heads))


def _cells(row: Block, places: Sequence[int]) -> list[Text]:
    return [row.cells[at] if at < len(row.cells) else EMPTY for at in places]


def _levels(table: Table) -> list[Level]:
    """Give the columns of keys, each with the worded one beside it, on the side where the first has its own."""
    kinds = [_kind(table.column(at)) for at in range(table.width)]
    first = next((kind for kind in kinds if kind), "")
    levels: list[Level] = []
    for at, kind in enumerate(kinds):
        if kind == "both":
            levels.append(Level(at, at))
        elif kind == "key":
            before = at - 1 if first == "words" and at and kinds[at - 1] == "words" else None
            levels.append(Level(at, before))
        elif kind == "words" and levels and levels[-1].topics is None and first != "words":
            levels[-1] = Level(levels[-1].keys, at)
    if first == "words" and any(level.topics is None for level in levels):
        return [level if level.topics == level.keys else Level(level.keys, None) for level in levels]
    return levels


def _kind(column: Sequence[Text]) -> str:
    """Say whether a column holds keys, words, or keys with what they are for."""
    filled = [cell for cell in column if cell.words and cell.words not in _NOTHING]
    if len(filled) < _FEWEST_ROWS:
        return ""
    if all(is_worded(cell.words) and choices_in(cell) for cell in filled):
        return "both"
    if all(key_in(cell.words) for cell in filled):
        return "key"
    return "words" if any(is_worded(cell.words) for cell in filled) else ""


_NOTHING: Final = frozenset(("-", "–", "—", "n/a"))


def _is_abreast(table: Table, levels: Sequence[Level]) -> bool:
    """Whether two lists of one menu stand beside each other: no key is told twice, and the headings are the same."""
    if any(level.topics in {None, level.keys} for level in levels):
        return False
    keys = [key for level in levels for cell in table.column(level.keys) if (key := key_in(cell.words))]
    heads = {table.head[level.keys] for level in levels if level.keys < len(table.head)}
    return len(set(keys)) == len(keys) and len(heads) <= 1


def _abreast(table: Table, levels: Sequence[Level]) -> Table:
    head = tuple(table.head[at] for at in levels[0] if at is not None and at < len(table.head))
    cells = [(row, _cells(row, [level.keys, level.topics or 0])) for level in levels for row in table.rows]
    return Table(head, [row_of(pair, row, head) for row, pair in cells if all(cell.words for cell in pair)])


def _is_nested(table: Table, levels: Sequence[Level]) -> bool:
    """Whether the keys of the first column hold for several rows each, in which those of the next begin anew."""
    if len(table.rows) <= _FEWEST_ROWS:
        return False
    outer = [_key(cell, levels[0]) for cell in table.column(levels[0].keys)]
    inner = [_key(cell, levels[1]) for cell in table.column(levels[1].keys)]
    goes_on = sum(
        bool(behind) and (not one or one == before)
        for (before, one), behind in zip(pairwise(outer), inner[1:], strict=True)
    )
    ways = [one.way for one in _keyed(table, list(levels))]
    told = [key for key in inner if key]
    begins_anew = len(set(told)) < len(told) or "" in outer or levels[0].topics is not None
    return bool(outer[0]) and goes_on > 0 and len(set(ways)) == len(ways) and begins_anew


def _key(cell: Text, level: Level) -> str:
    if level.keys != level.topics:
        return key_in(cell.words)
    choices = choices_in(cell)
    return key_of(choices[0]) if choices else ""


def _keyed(table: Table, levels: Sequence[Level]) -> Iterator[Keyed]:
    """Give the keys of a table in their order, each once with what it is for."""
    above: list[str] = [""] * len(levels)
    told: set[tuple[tuple[str, ...], str]] = set()
    for row in table.rows:
        cells = [_cells(row, [level.keys])[0] for level in levels]
        keys = [_key(cell, level) for cell, level in zip(cells, levels, strict=True)]
        deepest = max((at for at, key in enumerate(keys) if key), default=-1)
        keys = [key or (above[at] if at < deepest else "") for at, key in enumerate(keys)]
        above = keys
        for at, (level, cell) in enumerate(zip(levels, cells, strict=True)):
            if not all(keys[: at + 1]):
                break
            if level.topics is None:  # "2 (new trips)", or what the deepest key is for
                level = level._replace(topics=levels[-1].topics if at == deepest else level.keys)  # noqa: PLW2901
            for way, topic in _told(tuple(keys[:at]), keys[at], level, cell, row):
                if topic.words and (way, topic.words) not in told:
                    told.add((way, topic.words))
                    yield Keyed(way, topic, row)


def _told(
    before: tuple[str, ...], key: str, level: Level, cell: Text, row: Block
) -> Iterator[tuple[tuple[str, ...], Text]]:
    """Give the keys that a cell tells of, with what they are for."""
    if level.topics == level.keys:
        for choice in choices_in(cell):
            yield (*before, key_of(choice)), topic_of(choice)
    elif level.topics is not None:
        yield (*before, key), _cells(row, [level.topics])[0]
