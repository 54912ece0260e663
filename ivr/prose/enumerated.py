"""Menus that a sentence counts up: `The choices are 1) sales 2) service`, `You hear 1 - Sales 2 - Service`."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.block import ITEM, PARAGRAPH, Block
from ivr.prose.listing import is_step

_COUNTED: Final = re.compile(r"(?<![\w(.,/-])(?P<key>[0-9*#])(?P<mark>\)| [-–—]|:)(?=\s+[^\W\d])")
"""A key and the mark behind it, before what it is for."""
_FIRST: Final = re.compile(r"1(?:\)| [-–—]|:)")
"""The first of them, sooner looked for."""
_LEADS: Final = re.compile(
    r"(?::|\b(?:is|are|include|includes|hear|offers?|lists?|gives?|choose|press|select|pick|between|from|son|sont|sind|oir[aá]))"
    r"[\s\"“«]*$",
    re.IGNORECASE,
)
"""What ends the words before the first of them, which is for none of these keys."""


def in_equations(block: Block) -> Block:
    """Give a block in which such keys are written with a sign of equality, each as long as it was."""
    if block.kind not in {ITEM, PARAGRAPH}:
        return block
    words = block.words
    if not _FIRST.search(words):
        return block
    found = list(_COUNTED.finditer(words))
    keys = [one["key"] for one in found]
    digits = [key for key in keys if key.isdecimal() and key != "0"]
    if keys[:2] != ["1", "2"] or digits != sorted(set(digits)) or len({one["mark"] for one in found}) != 1:
        return block
    if not _LEADS.search(words[: found[0].start()]):
        return block
    if any(is_step(words[one.end() :]) for one in found):
        return block
    text = block.text
    for one in found:
        at = one.end("mark") - 1
        text = text.put(at, at + 1, "=")
    return block._replace(text=text)
