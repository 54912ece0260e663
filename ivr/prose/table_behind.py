"""Tables with a column whose cells tell of the menu behind the key of their row: `2 | Pets | 1 for dogs, 2 for cats`.

Such a cell may stand under any heading: `Notes`, `Sub-options`. Each of its keys gets a row below that of the first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from ivr.prose import table_rows
from ivr.prose.block import Block, Text
from ivr.prose.listed_key import keys_of
from ivr.prose.table_shape import EMPTY, FEWEST, Table, is_worded, key_in, row_of
from ivr.prose.words import UNITS

_LEAD: Final = re.compile(
    r"\s*(?:(?P<then>(?:and )?(?:then|next|after that|luego|despu[eé]s|puis|ensuite|dann|danach)\b[ ,]*)"
    r"|(?:has |own |a |the )*"
    r"(?:sub-?menus?|sub-?options?|submen[uú]|sous-menu|untermen[uü]|(?:second|next) (?:menu|level)|options?|choices)\b"
    r"[ ]*[:,–-]?[ ]*)?(?:(?:press|choose|pulse|marque|tapez|dr[uü]cken sie)\b[ :]*)?",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"\s*(?:[;,/|·•]|(?<=\s)(?:or|and|o|y|ou|et|oder|und)(?=\s))\s*(?:(?:or|and|then|o|y|ou|et|oder|und)\s+)?"
    r"(?:(?:press|option|key|pulse|tapez)\s+)?(?=[0-9*#](?:\s|[-–:=.)]))",
    re.IGNORECASE,
)
_CHOICE: Final = re.compile(
    r"(?:(?:press|option|key)\s+)?(?P<key>[0-9*#])(?:\s*[-–:=.)]+\s*|\s+(?:(?:for|to|is|para|pour|f[uü]r|zu)\s+)?)"
    r"(?P<topic>(?P<first>[^\W\d]\w*)[^;|]{0,80}?)[.;\s]*",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?P<topic>(?P<first>[^\W\d]\w*)[^;,|()=\d]{0,60}?)\s*(?:\((?P<key>[0-9*#])\)|=\s*(?P<other>[0-9*#]))[.;\s]*"
)
_NAMED_BETWEEN: Final = re.compile(r"\s*[;,/|·•]\s*")
_NOTHING: Final = frozenset(("", "-", "–", "—", "none", "n/a", "no"))
_LONGEST_CELL: Final = 400


class Choice(NamedTuple):
    """A key of a cell, and where in that it is told what it is for."""

    key: str
    start: int
    end: int


def with_rows_behind(table: Table) -> Table | None:
    """Give a table with a row for each key that a cell of another row tells of; nothing where none does."""
    keys = next((at for at in range(table.width) if _holds_keys(table, at)), None)
    worded = [at for at in range(table.width) if at != keys and any(is_worded(cell.words) for cell in table.column(at))]
    if keys is None or len(worded) < FEWEST:
        return None
    told = {at: [_choices(cell.words) for cell in table.column(at)] for at in worded}
    behind = next((at for at in worded if any(told[at])), None)
    others = [at for at in worded if not any(told[at])]
    if behind is None or not others:
        return None
    heads = [table.head[at] if at < len(table.head) else "" for at in range(table.width)]
    topics = next((at for at in others if table_rows.tells_what(heads[at])), others[0])
    left = (cell.words.strip().lower() for cell, one in zip(table.column(behind), told[behind], strict=True) if not one)
    without = behind if all(words in _NOTHING for words in left) else -1
    return _unfolded(table, (keys, topics, behind), told[behind], without)


def _holds_keys(table: Table, column: int) -> bool:
    filled = [cell.words for cell in table.column(column) if cell.words.strip()]
    keyed = sum(bool(key_in(words)) or len(keys_of(words)) > 1 for words in filled)
    return bool(filled) and keyed == len(filled)


def _choices(words: str) -> list[Choice]:
    """Give the keys of a cell that holds nothing else; nothing where it does."""
    if len(words) > _LONGEST_CELL or not any(map(str.isdigit, words)) or not is_worded(words):
        return []
    lead = _LEAD.match(words)
    begin = lead.end() if lead is not None else 0
    for between, choice in ((_BETWEEN, _CHOICE), (_NAMED_BETWEEN, _NAMED)):
        ends = [found.span() for found in between.finditer(words, begin)]
        spans = zip([begin, *(end for _, end in ends)], [*(start for start, _ in ends), len(words)], strict=True)
        parts = [choice.fullmatch(words, *span) for span in spans if span[0] < span[1]]
        told = [
            Choice(found["key"] or found.groupdict().get("other", ""), found.start("topic"), found.end("topic"))
            for found in parts
            if found is not None and found["first"].lower() not in UNITS
        ]
        keys = {one.key for one in told}
        sure = (len(keys) > 1 and told[0].key == "1") or (lead is not None and bool(lead["then"]))
        if told and len(told) == len(parts) == len(keys) and sure:
            return told
    return []


def _unfolded(table: Table, columns: tuple[int, int, int], told: Sequence[Sequence[Choice]], without: int) -> Table:
    """Give a table with rows for such keys; a column that tells of nothing else is left out."""
    keys, topics, behind = columns
    kept = [at for at in range(table.width) if at != without]
    head = tuple(one for at, one in enumerate(table.head) if at != without)
    rows: list[Block] = []
    for row, choices in zip(table.rows, told, strict=True):
        cells = [row.cells[at] if at < len(row.cells) else EMPTY for at in range(table.width)]
        cell = cells[behind]
        if choices:
            cells[behind] = EMPTY
        rows.append(row_of([cells[at] for at in kept], row, head))
        before = keys_of(cells[keys].words) or (key_in(cells[keys].words),)
        for choice in choices:
            below = [EMPTY] * table.width
            below[keys] = Text(" > ".join((*before, choice.key)), ((0, cell.line(choice.start)),))
            below[topics] = cell.cut(choice.start, choice.end)
            rows.append(row_of([below[at] for at in kept], row, head))
    return Table(head, rows)
