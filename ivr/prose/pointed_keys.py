"""Rows of keys in one line, each behind what it is for, that points or semicolons part: `Bins (1) • Trees (2)`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from ivr.prose.block import HEADING, PARAGRAPH, Block

_PART: Final = re.compile(r"\s*[•·;]\s*")
_MARKS: Final = "•·;"
_KEY_LAST: Final = re.compile(r"[^\W\d][^()\d]{1,60}?(?: ?\(([0-9*#])\)| ?[:=–-] ?([0-9*#]))[.\s]*")
_LED: Final = re.compile(r"[^:()\d]{1,60}: (?=[^\W\d][^()\d:]{1,60}[:(=–-])")
"""What may stand before the first of them: `Choices: Bins (1)`."""
_FEWEST: Final = 2


def with_rows_in_commas(blocks: Iterable[Block]) -> list[Block]:
    """Give blocks in which commas part such rows: a point or a semicolon ends a sentence otherwise."""
    return [_in_commas(one) if any(map(one.words.__contains__, _MARKS)) else one for one in blocks]


def _in_commas(block: Block) -> Block:
    words = block.words
    led = _LED.match(words)
    parts = _PART.split(words[led.end() if led else 0 :])
    keys = [found[1] or found[2] for found in map(_KEY_LAST.fullmatch, parts) if found]
    if len(parts) < _FEWEST or len(set(keys)) < len(parts):
        return block
    text = block.text
    for found in reversed(list(_PART.finditer(words))):
        text = text.put(found.start(), found.end(), ", ")
    return block._replace(kind=PARAGRAPH if block.kind == HEADING else block.kind, text=text)
