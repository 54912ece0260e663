"""Tables with a column of what callers hear of each key, `1 | "For tickets, press 1" | queue 4`, put as what it is for.

Such a cell says what the key of its row is for, whatever stands over it, and counts before where the key leads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.block import ROW, Block, Text
from ivr.prose.explicit import is_explicit
from ivr.prose.table_shape import key_in, row_of
from ivr.prose.tokens import folded
from ivr.prose.words import NAMES

_FEWEST: Final = 2
_LONGEST: Final = 200
_HEAD: Final = "Announced as"
_KEY: Final = r"(?P<key>[0-9*#]|[^\W\d]{2,6})"
_THE: Final = r"(?: (?:the|key|option|number|on|la|el|le|die|auf|sur|taste|tecla|touche))*"
_PRESS: Final = (
    r"(?:press|select|choose|dial|push|hit|pulse|oprima|presione|marque|tapez|faites|composez|appuyez|dr[uü]cken sie"
    r"|w[aä]hlen sie)"
)
_FOR: Final = r"(?:(?:for|to|if you(?:['’]re| are| have| want| need)?|para|pour|f[uü]r|um|si|wenn)\b ?)"
_ASKED: Final = (
    re.compile(
        rf"\W*(?:{_FOR}(?:to )?)?(?P<topic>[^\W\d][^.!?;]{{1,120}}?),? (?:please |then )?{_PRESS}{_THE} {_KEY}"
        r"(?: (?:key|now))?\W*",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\W*(?:please )?{_PRESS}{_THE} {_KEY}(?: key)?,? {_FOR}(?:to )?(?P<topic>[^\W\d][^.!?;]{{1,120}}?)\W*",
        re.IGNORECASE,
    ),
)
"""What asks for a key, before what that is for or behind it."""


def with_asked_plain(run: Sequence[Block]) -> list[Block]:
    """Give the blocks of a table, what its cells ask of their rows' keys as what these are for."""
    rows = [one for one in run if one.kind == ROW]
    head = next((one.head for one in rows if one.head), ())
    width = max((len(row.cells) for row in rows), default=0)
    if not any(is_explicit(row.words) for row in rows):
        return list(run)
    for column in range(width):
        told = {id(row): topic for row in rows if (topic := _asked(row, column)) is not None}
        others = sum(column < len(row.cells) and bool(row.cells[column].words) for row in rows) - len(told)
        if len(told) >= _FEWEST and others <= len(told):
            heads = (*head[:column], _HEAD, *head[column + 1 :]) if column < len(head) else head
            return [_put(one, column, told.get(id(one)), heads) for one in run]
    return list(run)


def _asked(row: Block, column: int) -> Text | None:
    """Give what a cell says that the key of its row is for, where it asks for that and nothing else."""
    cell = row.cells[column] if column < len(row.cells) else None
    if cell is None or len(cell.words) > _LONGEST or not is_explicit(cell.words):
        return None
    keys = {key for at, other in enumerate(row.cells) if at != column and (key := key_in(other.words))}
    found = next((match for one in _ASKED if keys and (match := one.fullmatch(cell.words)) is not None), None)
    if found is None or (NAMES.get(folded(found["key"])) or found["key"]) not in keys:
        return None
    return cell.cut(*found.span("topic"))


def _put(row: Block, column: int, topic: Text | None, head: tuple[str, ...]) -> Block:
    if row.kind != ROW:
        return row
    cells = [topic if at == column and topic is not None else cell for at, cell in enumerate(row.cells)]
    return row_of(cells, row, head)
