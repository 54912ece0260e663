"""Tables of opening hours that have a column for the telephone beside others: `Doors | Phones`."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.block import ROW, Block
from ivr.prose.hours import is_of_something_else

_OF_PHONES: Final = re.compile(
    r"\W*(?:(?:our|by|per|par|por) )?(?:(?:tele)?phones?(?: lines?| hours)?|(?:phone |telephone )?lines?|calls?"
    r"|t[eé]l[eé]phone|tel[eé]fono"
    r"|telefon\w*|l[ií]neas?|lignes?)(?: open| hours)?\W*",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\b(?:doors?|desk|reception|office|in person|building|surgery|front|face[ -]to[ -]face|accueil|guichet|bureau"
    r"|oficina|schalter|praxis|sprechzeit\w*|b[uü]ro)\b",
    re.IGNORECASE,
)
_BAR: Final = " | "
_FEWEST: Final = 3
"""Columns of such a table: the days, the telephone and something else."""


def phone_column(block: Block) -> tuple[Block, bool]:
    """Give a row of hours with those of the telephone alone, and whether its table has a column for those."""
    if block.kind != ROW or len(block.head) < _FEWEST or len(block.cells) < _FEWEST:
        return block, False
    mine = [at for at, head in enumerate(block.head) if _OF_PHONES.fullmatch(head)]
    if len(mine) != 1 or not mine[0] or not any(map(_is_other, block.head)):
        return block, False
    text, at = block.text, 0
    for place, cell in enumerate(block.cells):
        start = text.words.find(cell.words, at)
        if start < 0 or not cell.words:
            continue
        at = start + len(cell.words)
        if place and place != mine[0] and place < len(block.head) and _is_other(block.head[place]):
            text = text.put(start, at + len(_BAR) * text.words.startswith(_BAR, at), "")
            at = start
    return block._replace(text=text), True


def _is_other(head: str) -> bool:
    return _OTHER.search(head) is not None or is_of_something_else(head)
