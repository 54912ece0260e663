"""Keys that stand in lines of their own, each over what it is for: put together, as a reader does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block
from ivr.prose.joining import joined

_KEY: Final = re.compile(r"\(?([0-9*#])[).:]?$")
_CALLED: Final = re.compile(
    r"(?:please )?(?:press|option|opt|key|button|digit|push|hit|selection|bot[oó]n|bouton|ziffer|choose|select|dial"
    r"|pulse|oprima|marque|opci[oó]n|tapez|touche|taste|choix)"
    r" (?:option )?[\"“(\[]?([0-9*#])[\"”)\]]?[.:]?$",
    re.IGNORECASE,
)
"""A line that is nothing but a key, called one."""
_LEADS: Final = re.compile(r":$|\d{3}|\b(?:call|press|choose|dial|menu|options)\b", re.IGNORECASE)
"""What a line has that stands over the keys of a menu, and tells what none is for."""
_FEWEST: Final = 2
"""Pairs that make a menu."""
_LONGEST: Final = 120
"""Letters of what a key is for."""


def paired(blocks: Sequence[Block]) -> list[Block]:
    """Put keys together with the lines behind them, or before them, where at least two in a row stand so."""
    called = [at for at, block in enumerate(blocks) if _is_called(block)]
    if len(called) >= _FEWEST:
        blocks = _joined_up(blocks, called)
    result: list[Block] = []
    at = 0
    while at < len(blocks):
        run = _pairs_from(blocks, at)
        if run < _FEWEST:
            result.append(blocks[at])
            at += 1
            continue
        group = blocks[at].group
        result += [
            _together(blocks[place], blocks[place + 1])._replace(group=group) for place in range(at, at + 2 * run, 2)
        ]
        at += 2 * run
    return result


def _is_called(block: Block) -> bool:
    return block.kind in {PARAGRAPH, HEADING, ITEM} and not block.marker and _CALLED.match(block.words) is not None


def _joined_up(blocks: Sequence[Block], called: list[int]) -> list[Block]:
    """Put lines such as `Press 1` together with what stands below them; or above, where that is on their side."""
    above = all(at and _tells(blocks[at - 1]) and at - 1 not in called for at in called)
    below = all(at + 1 < len(blocks) and _tells(blocks[at + 1]) and at + 1 not in called for at in called)
    if above and below:
        below = not _headed_alike(blocks, [at - 1 for at in called]) or _headed_alike(blocks, [at + 1 for at in called])
    if above and below:
        below = not all(blocks[at - 1].group == blocks[at].group != blocks[at + 1].group for at in called)
    if not (above or below) or (above and not below and _LEADS.search(blocks[called[0] - 1].words)):
        return list(blocks)
    step = 1 if below else -1
    pairs = {at: at + step for at in called}
    gone = set(pairs.values())
    return [
        _called_for(block, blocks[pairs[at]]) if at in pairs else block
        for at, block in enumerate(blocks)
        if at not in gone
    ]


def _headed_alike(blocks: Sequence[Block], places: list[int]) -> bool:
    """Whether all that stands at some places are headings of one level."""
    return {(blocks[at].kind, blocks[at].level) for at in places} in [{(HEADING, level)} for level in range(1, 7)]


def _tells(block: Block) -> bool:
    """Whether a line may be what a key is for."""
    return block.kind in {PARAGRAPH, HEADING, ITEM} and len(block.words) < _LONGEST and block.words[:1].isalpha()


def _called_for(key: Block, line: Block) -> Block:
    pieces = [(f"{key.words.rstrip('.:')}: ", key.text.line(0)), (line.words, line.text.line(0))]
    return key._replace(kind=PARAGRAPH, level=0, text=joined(pieces))


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
