"""The lines of one list: which of the blocks around one belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ivr.prose import listing
from ivr.prose.block import ITEM, Block
from ivr.prose.item_signs import is_default


def run_of(blocks: Sequence[Block], at: int, block: Block, most: int) -> list[Block]:
    """Give the lines of the list that a block is in, at most so many that a long one costs no more than a short one.

    What happens where nobody presses a key is no line of it: `(no input) -> operator`.
    """
    first = last = at
    while first and at - first < most and _belongs(blocks[first - 1], block):
        first -= 1
    while last + 1 < len(blocks) and last - at < most and _belongs(blocks[last + 1], block):
        last += 1
    run = [one for one in blocks[first : last + 1] if one.level == block.level]
    return [one for one in run if one is block or not _is_default(one)]


def _is_default(one: Block) -> bool:
    return not one.marker and _tells_default(one.words)


@lru_cache(maxsize=128)
def _tells_default(words: str) -> bool:
    return is_default(words) and not listing.is_choice(words)


def _belongs(one: Block, block: Block) -> bool:
    """Whether a block is a line of the same list, or of one that is nested in it."""
    if one.kind != block.kind:
        return False
    if one.group == block.group:
        return one.kind == ITEM or listing.is_choice(one.text.words)
    return one.kind == ITEM and one.level > block.level


def same_run(one: Block, block: Block) -> bool:
    """Whether a block is a line of the list that another one is in."""
    if one.kind != block.kind or one.group != block.group:
        return False
    return one.kind == ITEM or listing.is_choice(one.words)
