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
        if behind := _labelled_from(blocks, at):
            result += behind
            at += 2 * len(behind)
            continue
        run = _pairs_from(blocks, at)
        if len(run) < _FEWEST:
            result.append(blocks[at])
            at += 1
            continue
        group = blocks[at].group
        result += [_together(blocks[first : last + 1])._replace(group=group) for first, last in run]
        at = run[-1][1] + 1
    return result


def _labelled_from(blocks: Sequence[Block], at: int) -> list[Block]:
    """Give keys put behind the labels that stand over them, from a place on; nothing where no label does."""
    found: list[Block] = []
    while (
        len(found) < _MOST_KEYS
        and at + 1 < len(blocks)
        and _is_label(blocks[at])
        and _is_pair(blocks[at + 1], blocks[at])
    ):
        if _LABEL_ENDS.search(blocks[at].words) or (not found and _LEADS.search(blocks[at].words)):
            break
        line, key = blocks[at], blocks[at + 1]
        pieces = [(f"{key.words.strip('().: ')} – ", key.text.line(0)), (line.words, line.text.line(0))]
        found.append(line._replace(kind=PARAGRAPH, text=joined(pieces)))
        at += 2
    return found if len(found) > 1 and not (at < len(blocks) and _is_label(blocks[at])) else []


_MOST_KEYS: Final = 20
"""Keys of a menu; more labels in a row are those of something else."""
_LABEL_ENDS: Final = re.compile(r"[.:!?]$")


def _is_label(block: Block) -> bool:
    return block.kind == PARAGRAPH and block.words[:1].isalpha() and len(block.words) < _LONGEST_LABEL


_LONGEST_LABEL: Final = 60


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
    step = 1 if below else -2 if _are_titled(blocks, called) else -1
    pairs = {at: at + step for at in called}
    gone = set(pairs.values())
    return [
        _called_for(block, blocks[pairs[at]]) if at in pairs else block
        for at, block in enumerate(blocks)
        if at not in gone
    ]


def _are_titled(blocks: Sequence[Block], called: list[int]) -> bool:
    """Whether over each key there is a remark, and over that a heading that tells what the key is for."""
    remarked = all(at > 1 and blocks[at - 1].kind == PARAGRAPH and _tells(blocks[at - 2]) for at in called)
    return remarked and _headed_alike(blocks, [at - 2 for at in called])


def _headed_alike(blocks: Sequence[Block], places: list[int]) -> bool:
    """Whether all that stands at some places are headings of one level."""
    return {(blocks[at].kind, blocks[at].level) for at in places} in [{(HEADING, level)} for level in range(1, 7)]


def _tells(block: Block) -> bool:
    """Whether a line may be what a key is for."""
    return block.kind in {PARAGRAPH, HEADING, ITEM} and len(block.words) < _LONGEST and block.words[:1].isalpha()


def _called_for(key: Block, line: Block) -> Block:
    pieces = [(f"{key.words.rstrip('.:')}: ", key.text.line(0)), (line.words, line.text.line(0))]
    return key._replace(kind=PARAGRAPH, level=0, text=joined(pieces))


def _pairs_from(blocks: Sequence[Block], at: int) -> list[tuple[int, int]]:
    """Give where the keys stand that follow each other from a place on, each over what it is for, and where that ends.

    Remarks may stand below that, where the next key follows them.
    """
    found: list[tuple[int, int]] = []
    while at + 1 < len(blocks) and _is_pair(blocks[at], blocks[at + 1]):
        if found and blocks[at + 1].kind != blocks[found[-1][0] + 1].kind:
            break
        end = at + 2
        while end < len(blocks) and end - at < _MOST_LINES and _is_remark(blocks[end]):
            end += 1
        follows = end + 1 < len(blocks) and _is_pair(blocks[end], blocks[end + 1]) and _follows(blocks[at], blocks[end])
        found.append((at, (end if follows else at + 2) - 1))
        at = found[-1][1] + 1
    return found


_MOST_LINES: Final = 5
"""Blocks of a key: itself, what it is for, and remarks."""


def _is_remark(block: Block) -> bool:
    return block.kind == PARAGRAPH and _KEY.match(block.words) is None and not _is_called(block)


def _follows(one: Block, later: Block) -> bool:
    """Whether a key is the one after another in a menu."""
    first, second = (block.words.strip("().: ") for block in (one, later))
    return second in "0*#" or (first.isdecimal() and int(second) > int(first))


def _is_pair(key: Block, line: Block) -> bool:
    return (
        (key.kind in {PARAGRAPH, HEADING} or (key.kind == ITEM and not key.marker))
        and line.kind in {PARAGRAPH, HEADING}
        and not key.kind == line.kind == HEADING
        and _KEY.match(key.words) is not None
        and len(line.words) < _LONGEST
        and line.words[:1].isalpha()
    )


def _together(blocks: Sequence[Block]) -> Block:
    key, line, *remarks = blocks
    sign = key.words.strip("().: ")
    pieces = [(f"{sign} – ", key.text.line(0)), (line.words, line.text.line(0))]
    plain = not any(sign.isdigit() or sign in "()" for one in remarks for sign in one.words)
    for one in remarks:
        opening, closing = (" (", ")") if plain else (". ", ".")
        pieces += [(opening, one.text.line(0)), (one.words.rstrip("."), one.text.line(0)), (closing, one.text.line(0))]
    return line._replace(kind=PARAGRAPH, level=key.level, text=joined(pieces))
