"""Tables of the nodes of a flow, whose rows name each other: a column `Parent`, or one that says where a key goes to.

`M1a | M1 | 1 | No dial tone` stands below `M1 | M0 | 1 | Faults`, and `210 | 2 | New card` below `200 | 1 | 210`. What
a column holds is told by its cells, not by its heading: names of which some stand in another column, too. Each key is
given with all keys before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, permutations
from typing import Final, NamedTuple

from ivr.prose import table_rows
from ivr.prose.block import HEADING, PARAGRAPH, Block, Text
from ivr.prose.explicit import is_explicit
from ivr.prose.phones import NUMBERED
from ivr.prose.section import OF_PART
from ivr.prose.table_choices import choices_in, key_of, topic_of
from ivr.prose.table_shape import EMPTY, FEWEST, Table, is_worded, key_in, row_of

_FEWEST_ROWS: Final = 4
_MOST_COLUMNS: Final = 9
_DEEPEST: Final = 6
"""Menus within each other."""
_LONGEST_NAME: Final = 40
_TO: Final = re.compile(
    r"(?:(?:go(?:es|to)?|jumps?|leads?|branch(?:es)?|opens?|plays?|continues?|transfers?|sub-?menu|menu|node|state|prompt"
    r"|step|block|to|the|key|option|opt|press|[-=]*>|→|↳)(?:\W+|$))+",
    re.IGNORECASE,
)
"""What stands before the name of a node in the cell that refers to it."""
_REMARK: Final = re.compile(r"\s*[(,;:|\[–—].*|\s+-\s.*", re.DOTALL)
_NOTHING: Final = frozenset(("", "-", "–", "—", "n/a", "none", "root", "top"))
_WAY: Final = re.compile(r"[0-9*#](?:\s*[-–—>→/.,\s]\s*[0-9*#])*")
_KEY: Final = re.compile(r"[0-9*#]")
_FOR: Final = ("What for",)
"""The heading of a column with what keys are for, where that stood in the cells of the keys."""


class _Shape(NamedTuple):
    """What is kept of a table: its heading, the column of its keys, and those that tell something of these."""

    head: tuple[str, ...]
    keys: int
    kept: list[int]


class Keyed(NamedTuple):
    """A row with the key that it has, and what its cell says that this is for."""

    row: Block
    key: str
    topic: Text | None


def nodes_in(table: Table, number: int) -> list[Block] | None:
    """Give the blocks of a table whose rows name each other, each key with those before it; nothing for any other."""
    if not FEWEST < table.width <= _MOST_COLUMNS or len(table.rows) < FEWEST:
        return None
    if (states := _by_state(table)) is not None:
        return _leading_on(states, [_keyed(row, 1) for row in states.rows], 1, [0, 2], number)
    if len(table.rows) < _FEWEST_ROWS:
        return None
    headed = table_rows.key_column(table.head)
    columns = sorted(range(table.width), key=lambda at: at != headed)
    for keys in columns:
        if not _holds_keys(table.column(keys)):
            continue
        rows = [_keyed(row, keys) for row in table.rows]
        others = [at for at in range(table.width) if at != keys]
        for read in (_below_parents, _leading_on):
            if (made := read(table, rows, keys, others, number)) is not None:
                return made
    return None


def _by_state(table: Table) -> Table | None:
    """Give a row for each key of a table that has a row for each menu, and a column for each key: `State | 1 | 2`."""
    keys = {at: key for at, one in enumerate(table.head) if (key := key_in(one))}
    if len(keys) < FEWEST or 0 in keys:
        return None
    head = (table.head[0], "Key", "Goes to")
    made = [
        row_of([row.cells[0], Text(key, ((0, row.text.line(0)),)), row.cells[at]], row, head)
        for row in table.rows
        for at, key in keys.items()
        if at < len(row.cells) and row.cells[at].words.lower() not in _NOTHING
    ]
    return Table(head, made)


def _holds_keys(column: Sequence[Text]) -> bool:
    """Whether a column holds keys, each alone or with what it is for, some of them more than once."""
    filled = [cell for cell in column if cell.words.lower() not in _NOTHING]
    found = [_key_of(cell)[0] for cell in filled]
    keys = [key for key in found if key]
    return len(keys) >= _FEWEST_ROWS - 1 and len(keys) == len(filled) and len(set(keys)) < len(keys)


def _key_of(cell: Text) -> tuple[str, Text | None]:
    if key := key_in(cell.words):
        return key, None
    choices = choices_in(cell) if is_worded(cell.words) else []
    return (key_of(choices[0]), topic_of(choices[0])) if len(choices) == 1 else ("", None)


def _keyed(row: Block, keys: int) -> Keyed:
    return Keyed(row, *_key_of(row.cells[keys])) if keys < len(row.cells) else Keyed(row, "", None)


def _name(words: str) -> str:
    return words.strip(" \"'“”‘’`*_.[]()").lower()


def _names(table: Table, column: int) -> list[str]:
    return ["" if cell.words.strip().lower() in _NOTHING else _name(cell.words) for cell in table.column(column)]


def _meant(words: str, names: Mapping[str, int] | frozenset[str]) -> str:
    """Give the name that a cell refers to, whatever is said around it: `Go to M2 (bills)`."""
    for said in (words, _REMARK.sub("", words)):
        for one in (_name(said), _name(_TO.sub("", said, count=1) if _TO.match(said) else said)):
            if one in names:
                return one
    return ""


def _below_parents(
    table: Table, rows: Sequence[Keyed], keys: int, others: Sequence[int], number: int
) -> list[Block] | None:
    """Give the rows of a table with a column that names the row above each, or the keys that lead to its menu."""
    best: tuple[int, int, int, list[tuple[str, ...]]] = (0, -1, -1, [])
    for named, parents in permutations(others, FEWEST):
        ways = _ways_by_parents(table, rows, named, parents)
        deeper = sum(len(way) > 1 for way in ways)
        if deeper > best[0]:
            best = (deeper, named, parents, ways)
    _, named, parents, ways = best
    if not ways:
        parents = next((at for at in others if (ways := _ways_by_keys(table, rows, at))), -1)
    if not ways:
        return None
    topics = [at for at in others if at not in {named, parents} and _tells(table.column(at))]
    dropped = {parents, named} if topics else {parents}
    kept = [at for at in others if at not in dropped]
    return _rows(_Shape(table.head, keys, kept), list(zip(rows, ways, strict=True)), number)


def _tells(column: Sequence[Text]) -> bool:
    """Whether most cells of a column hold words."""
    return FEWEST * sum(is_worded(cell.words) for cell in column) > len(column)


def _ways_by_parents(table: Table, rows: Sequence[Keyed], named: int, parents: int) -> list[tuple[str, ...]]:
    """Give all keys to each row, where one column has a name for each and another the name of the one above it."""
    names = _names(table, named)
    own = {name: at for at, name in enumerate(names) if name}
    if len(own) < len([name for name in names if name]) or any(len(name) > _LONGEST_NAME for name in own):
        return []
    cells = table.column(parents)
    above = [own.get(_meant(cell.words, own), -1) for cell in cells]
    if any(_comes_back(at, above) for at in range(len(above))):
        return []
    over = {_name(cells[at].words) for at, one in enumerate(above) if one < 0 and rows[at].key}
    referred = [one for at, one in enumerate(above) if one >= 0 and rows[at].key]
    if len(over - _NOTHING) > 1 or len(set(referred)) == len(referred):
        return []
    return _apart([_way_up(at, above, rows) for at in range(len(rows))], rows)


def _comes_back(at: int, above: Sequence[int]) -> bool:
    """Whether those above a row lead back to it, or never end."""
    for _ in range(_DEEPEST + 1):
        at = above[at]
        if at < 0:
            return False
    return True


def _way_up(at: int, above: Sequence[int], rows: Sequence[Keyed]) -> tuple[str, ...]:
    way: list[str] = []
    for _ in range(_DEEPEST):
        if at < 0:
            break
        way += rows[at].key
        at = above[at]
    return tuple(reversed(way))


def _ways_by_keys(table: Table, rows: Sequence[Keyed], parents: int) -> list[tuple[str, ...]]:
    """Give them where a column has the keys to the menu of each row: `1 | 2 | New card` below ` | 1 | Cards`."""
    cells = [_TO.sub("", cell.words.strip(), count=1) for cell in table.column(parents)]
    before = [tuple(_KEY.findall(cell)) if _WAY.fullmatch(cell) else () for cell in cells]
    over = {_name(cell) for cell, way in zip(cells, before, strict=True) if not way} - _NOTHING
    ways = [(*way, one.key) if one.key else () for way, one in zip(before, rows, strict=True)]
    if len(over) > 1 or all(before) or not set(filter(None, before)) <= set(ways):
        return []
    deeper = [way for way in before if way]
    return _apart(ways, rows) if len(set(deeper)) < len(deeper) else []


def _apart(ways: list[tuple[str, ...]], rows: Sequence[Keyed]) -> list[tuple[str, ...]]:
    """Give ways, where there is one for each key, and some lead on from others."""
    keyed = [way for way, one in zip(ways, rows, strict=True) if one.key]
    return ways if len(set(keyed)) == len(keyed) and any(len(way) > 1 for way in keyed) else []


def _leading_on(
    table: Table, rows: Sequence[Keyed], keys: int, others: Sequence[int], number: int
) -> list[Block] | None:
    """Give the menus of a table with a column that names the menu of each row, and one for the menu it leads to."""
    best: tuple[int, int, int, dict[str, tuple[str, ...]]] = (0, -1, -1, {})
    for named, leads in permutations(others, FEWEST):
        ways = _ways_from(_menus(table, named), rows, table.column(leads))
        reached = sum(bool(ways.get(menu)) for menu in _menus(table, named))
        if reached > best[0]:
            best = (reached, named, leads, ways)
    _, named, leads, ways = best
    if not ways:
        return None
    menus = _menus(table, named)
    kept = [at for at in others if at != named]
    kept = [at for at in kept if not _is_of_menus(table.column(at), menus)] or kept
    told = any(one.topic is not None for one in rows) or any(_tells(table.column(at)) for at in {*kept} - {leads})
    if not told and all(_is_code(menu) for menu, way in ways.items() if way):
        return None  # nothing tells what its keys are for
    return list(_in_menus(_Shape(table.head, keys, kept), menus, ways, rows, number))


def _is_code(name: str) -> bool:
    """Whether the name of a menu says nothing of what is in it: `200`, `s1`, `pay_menu`."""
    return "_" in name or not is_worded(name) or any(map(str.isdigit, name))


def _is_worded_by(names: frozenset[str]) -> bool:
    """Whether names are sentences rather than names."""
    return any(len(name) > _LONGEST_NAME for name in names)


def _is_of_menus(column: Sequence[Text], menus: Sequence[str]) -> bool:
    """Whether a column tells of each menu what it says, once, and nothing of its keys."""
    if any(NUMBERED.search(cell.words) for cell in column):
        return False
    told = {(menu, cell.words) for menu, cell in zip(menus, column, strict=True) if cell.words}
    return len({menu for menu, _ in told}) == len(told) <= len(set(menus))


def _menus(table: Table, column: int) -> list[str]:
    """Give the name of each row's menu, which stands beside the first of its rows at least."""
    last = ""
    found: list[str] = []
    for name in _names(table, column):
        last = name or last
        found.append(last)
    return found


def _ways_from(menus: Sequence[str], rows: Sequence[Keyed], leads: Sequence[Text]) -> dict[str, tuple[str, ...]]:
    """Give the keys to each menu, from those that no key leads to on; a key that leads back is none of them."""
    names = frozenset(menus) - {""}
    held = [(menu, one.key) for menu, one in zip(menus, rows, strict=True) if one.key]
    apart = len(list(groupby(menus))) == len(set(menus)) < len(held) == len(set(held))
    if len(names) < FEWEST or not apart or _is_worded_by(names):
        return {}
    leading: dict[str, list[tuple[str, str]]] = {}
    for menu, one, cell in zip(menus, rows, leads, strict=True):
        other = _meant(cell.words, names) if one.key else ""
        if other not in {"", menu}:
            leading.setdefault(menu, []).append((one.key, other))
    reached = {other for each in leading.values() for _, other in each}
    ways: dict[str, tuple[str, ...]] = {next(menu for menu in menus if menu): ()}
    ways |= {menu: () for menu in menus if menu not in reached}
    waiting = list(ways)
    while waiting:
        menu = waiting.pop(0)
        for key, other in leading.get(menu, ()):
            if other not in ways and len(ways[menu]) < _DEEPEST:
                ways[other] = (*ways[menu], key)
                waiting.append(other)
    return ways if any(ways.values()) else {}


def _in_menus(
    of: _Shape, menus: Sequence[str], ways: Mapping[str, tuple[str, ...]], rows: Sequence[Keyed], number: int
) -> Iterator[Block]:
    """Give the rows of a table; where what a menu says tells its keys, that instead of rows with nothing but a key."""
    said = {menu: _said(one.row) for menu, one in zip(reversed(menus), reversed(rows), strict=True)}
    spoken = {menu for menu, cell in said.items() if cell is not None}
    told: list[tuple[Keyed, tuple[str, ...]]] = []
    for menu, one in zip(menus, rows, strict=True):
        way = ways.get(menu, ())
        if (words := said.pop(menu, None)) is not None:
            yield from _rows(of, told, number)
            told, number = [], number + 2
            if way:
                after = Text(f"(after {', '.join(way)})", ((0, one.row.text.line(0)),))
                yield Block(HEADING, after, OF_PART, group=number - 1)
            yield Block(PARAGRAPH, words, group=number - 1)
        if menu not in spoken or one.topic is not None:
            told.append((one, (*way, one.key)))
    yield from _rows(of, told, number)


def _said(row: Block) -> Text | None:
    """Give the cell of a row that asks for its keys by itself."""
    return next((cell for cell in row.cells if len(cell.words) > _LONGEST_NAME and is_explicit(cell.words)), None)


def _rows(of: _Shape, told: Sequence[tuple[Keyed, tuple[str, ...]]], number: int) -> list[Block]:
    """Give rows with a key, what it is for, and what else is told of it."""
    at = sum(column < of.keys for column in of.kept)
    worded = [one.topic is not None for one, _ in told if one.key]
    heads = [of.head[column] if column < len(of.head) else "" for column in of.kept]
    own = of.head[of.keys] if of.keys < len(of.head) else ""
    head = (*heads[:at], own, *(_FOR * any(worded)), *heads[at:]) if any((own, *heads)) else ()
    made = []
    for one, way in told:
        if one.key:
            cells = [one.row.cells[column] if column < len(one.row.cells) else EMPTY for column in of.kept]
            first = Text(" > ".join(way), ((0, one.row.text.line(0)),))
            cells[at:at] = [first, one.topic or EMPTY] if any(worded) else [first]
            made.append(row_of(cells, one.row, head)._replace(group=number))
    return made
