"""The lines of one list: which of the blocks around one belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ivr.prose import listing
from ivr.prose.block import ITEM, PARAGRAPH, ROW, Block
from ivr.prose.item_signs import is_default


class Run(NamedTuple):
    """The lines of a list, as one of them has them around it; `whole` says that no line of the list is left out."""

    block: Block
    lines: list[Block]
    first: int
    last: int
    whole: bool
    most: int

    def is_of(self, at: int, block: Block) -> bool:
        """Whether a block has the same lines around it: it is that one, or another line of the list."""
        if block is self.block:
            return True
        mine, other = self.block, block
        alike = self.whole and self.first <= at <= self.last and self.last - self.most <= at <= self.first + self.most
        alike = alike and mine.kind == other.kind and mine.group == other.group and mine.level == other.level
        return alike and any(one is block for one in self.lines) and not _is_default(mine)


def run_of(blocks: Sequence[Block], at: int, block: Block, most: int) -> Run:
    """Give the lines of the list that a block is in, at most so many that a long one costs no more than a short one.

    What happens where nobody presses a key is no line of it: `(no input) -> operator`.
    """
    first = last = at
    while first and at - first < most and _belongs(blocks[first - 1], block):
        first -= 1
    while last + 1 < len(blocks) and last - at < most and _belongs(blocks[last + 1], block):
        last += 1
    lines = [one for one in blocks[first : last + 1] if one.level == block.level and one.kind == block.kind]
    lines = [one for one in lines if one is block or not _is_default(one)]
    return Run(block, lines, first, last, at - first < most and last - at < most, most)


def _is_default(one: Block) -> bool:
    return not one.marker and _tells_default(one.words)


@lru_cache(maxsize=128)
def _tells_default(words: str) -> bool:
    return is_default(words) and not listing.is_choice(words)


def _belongs(one: Block, block: Block) -> bool:
    """Whether a block is a line of the same list, or of one that is nested in it."""
    if one.kind != block.kind:
        is_line = one.kind == ROW or (one.kind == PARAGRAPH and listing.is_choice(one.text.words))
        return block.kind == ITEM and is_line and one.level > block.level
    if one.group == block.group:
        return one.kind == ITEM or listing.is_choice(one.text.words)
    return one.kind == ITEM and one.level > block.level


def same_run(one: Block, block: Block) -> bool:
    """Whether a block is a line of the list that another one is in."""
    if one.kind != block.kind or one.group != block.group:
        return False
    return one.kind == ITEM or listing.is_choice(one.words)
