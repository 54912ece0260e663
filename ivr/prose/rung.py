"""Numbers in the lines of a menu that are those of whom a key rings: `9: major incident, duty manager 555-0177`.

Such a line is of the menu all the same: those around it have no numbers, and the line to call stands above them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ivr.prose.block import HEADING, ITEM, ROW, Block
from ivr.prose.phones import VOICE, Phone

Phones = tuple[Phone, ...]


def without_rung(blocks: Sequence[Block], numbers: Sequence[Phones]) -> list[Phones]:
    """Leave out the numbers behind the keys of a list, where most of its keys have none and one stands above it."""
    left = list(numbers)
    called = False
    for first, end in _lists(blocks):
        if end - first > 1 and called:
            keys = [_key_of(blocks[at]) for at in range(first, end)]
            ringing = [at for at, key in enumerate(keys, first) if key and _is_behind(numbers[at], key.end())]
            plain = sum(
                key is not None and not _voices(here) for key, here in zip(keys, numbers[first:end], strict=True)
            )
            if ringing and plain > len(ringing) and len({key[1] for key in keys if key}) == sum(map(bool, keys)):
                for at in ringing:
                    left[at] = tuple(one for one in numbers[at] if one.use != VOICE)
        called = called or any(map(_voices, numbers[first:end]))
    return left


def is_whom_it_rings(words: str, phone: Phone) -> bool:
    """Whether a number stands in brackets behind what a key is for: `9 for the duty manager (555-0177)`."""
    return _IN_BRACKETS.search(words, max(phone.start - _NEAR, 0), phone.start) is not None


_IN_BRACKETS: Final = re.compile(
    r"(?<!\d)(?<!line)(?<!number) \((?:(?!call|dial|ring |phone|tel)[^\W\d][^():;\d]{0,40}[ :])?$", re.IGNORECASE
)
_NEAR: Final = 60


def _lists(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Give from where to where blocks are the lines of one level of a list, or the rows of a table; others alone."""
    first = 0
    for at in range(1, len(blocks) + 1):
        one, last = blocks[at] if at < len(blocks) else None, blocks[at - 1]
        same = one is not None and one.kind == last.kind and last.kind != HEADING
        if one is None or not (same and one.group == last.group and one.level == last.level):
            yield first, at
            first = at


def _key_of(block: Block) -> re.Match[str] | None:
    """Find the key of a line: its first word, or what it asks for."""
    if block.kind not in {ITEM, ROW}:
        return _KEYED.match(block.words)
    return _KEYED.match(block.words) or _ASKED.search(block.words)


_KEYED: Final = re.compile(
    r"\W{0,3}(?:(?:press|option|opt|key|taste|touche|tecla|pulse|oprima|tapez) )?([0-9*#])"
    r"(?!\d| ?[-.] ?\d{3}| ?(?:h|hrs?|hours?|min|minutes?|days?)\b)\b"
    r"(?=.{0,3}[^\W\d])",
    re.IGNORECASE,
)
"""How a line begins with its key, and what that is for."""
_ASKED: Final = re.compile(
    r"\b(?:press|choose|select|option|key|taste|touche|tecla|pulse|oprima|tapez|dr[uü]cken sie)(?: die| le| el| la)? "
    r"([0-9*#])(?![\w-])",
    re.IGNORECASE,
)


def _voices(phones: Phones) -> bool:
    return any(one.use == VOICE for one in phones)


def _is_behind(phones: Phones, key: int) -> bool:
    """Whether all numbers of a line stand behind its key."""
    return _voices(phones) and all(one.start >= key for one in phones if one.use == VOICE)
