"""Keys that stand in lines of their own, each over what it is for: put together, as a reader does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.block import PARAGRAPH, Block
from ivr.prose.joining import joined

_KEY: Final = re.compile(r"\(?([0-9*#])[).:]?$")
_FEWEST: Final = 2
"""Pairs that make a menu."""
_LONGEST: Final = 120
"""Letters of what a key is for."""


def paired(blocks: Sequence[Block]) -> list[Block]:
    """Put keys together with the lines behind them, where at least two in a row stand so."""
    result: list[Block] = []
    at = 0
    while at < len(blocks):
        run = _pairs_from(blocks, at)
        if run < _FEWEST:
            result.append(blocks[at])
            at += 1
            continue
        result += [_together(blocks[place], blocks[place + 1]) for place in range(at, at + 2 * run, 2)]
        at += 2 * run
    return result


def _pairs_from(blocks: Sequence[Block], at: int) -> int:
    """Count the pairs of a key and a line that follow each other from a place on."""
    count = 0
    while at + 1 < len(blocks) and _is_pair(blocks[at], blocks[at + 1]):
        count, at = count + 1, at + 2
    return count


def _is_pair(key: Block, line: Block) -> bool:
    return (
        key.kind == line.kind == PARAGRAPH
        and _KEY.match(key.words) is not None
        and len(line.words) < _LONGEST
        and line.words[:1].isalpha()
    )


def _together(key: Block, line: Block) -> Block:
    sign = key.words.strip("().: ")
    pieces = [(f"{sign} – ", key.text.line(0)), (line.words, line.text.line(0))]
    return line._replace(text=joined(pieces))
