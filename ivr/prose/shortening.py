"""Long blocks cut into shorter ones, so that the time a page takes grows with its length only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ivr.prose.block import HEADING, PARAGRAPH, ROW, Block, Text

LONGEST: Final = 1000
"""Characters of a block; more are cut at the end of a sentence, or else of a word."""


def shortened(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks of which none is longer than that; a row of a table that is becomes lines without cells."""
    for block in blocks:
        if len(block.words) <= LONGEST:
            yield block
        else:
            yield from _cut(block)


def _cut(block: Block) -> Iterator[Block]:
    words, start = block.words, 0
    kind = PARAGRAPH if block.kind in (HEADING, ROW) else block.kind
    while start < len(words):
        end = _end(words, start)
        line = block.text.line(start)
        starts = (
            ((0, line), *((at - start, number) for at, number in block.text.starts if start < at < end))
            if len(block.text.starts) < LONGEST
            else ((0, line),)
        )
        yield block._replace(kind=kind, text=Text(words[start:end], starts), cells=())
        start = end


def _end(words: str, start: int) -> int:
    if len(words) - start <= LONGEST:
        return len(words)
    for mark in (". ", "! ", "? ", "; ", ", ", " "):
        at = words.rfind(mark, start + LONGEST // 2, start + LONGEST)
        if at > 0:
            return at + len(mark)
    return start + LONGEST
