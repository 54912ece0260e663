"""Roundabout ways to ask for a key, put as plain requests: `ask for option 6`, `Repairs (it's number 2)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block, Text

_KEY: Final = r"(?:[0-9*#](?![\w.,:]*\d)|(?:zero|one|two|three|four|five|six|seven|eight|nine|star|hash)\b)"
_WAYS: Final = (
    (
        "for",
        re.compile(
            rf"\b(?:ask|asking|asks|opt|opting|plump|request|requesting) for (?:the )?(?:option|key|number) (?={_KEY})",
            re.IGNORECASE,
        ),
        "choose option ",
    ),
    (
        "(",
        re.compile(
            rf"(?<=[^\W\d][\"”'’ ])\((?:it|that|this)(?:['’]s| is| will be|['’]ll be) (?:now )?"
            rf"(?:(?:option|number|key) )?(?={_KEY}\))",
            re.IGNORECASE,
        ),
        "(press ",
    ),
    (
        "should",
        re.compile(
            r"(?<=[0-9*#]),? should (?=(?:you|your|anyone|anybody) [^\W\d])(?!you (?:then |still )?(?:hear|get))",
            re.IGNORECASE,
        ),
        " if ",
    ),
)
"""A word without which there is no such way, the way, and the request that stands for it."""


def reworded(blocks: Iterable[Block]) -> list[Block]:
    """Give blocks in which such ways are requests."""
    return [_reworded(one) if one.kind in {HEADING, ITEM, PARAGRAPH} else one for one in blocks]


def _reworded(block: Block) -> Block:
    text = block.text
    for word, way, request in _WAYS:
        if word in text.words:
            text = _put(text, list(way.finditer(text.words)), request)
    return block if text is block.text else block._replace(text=text)


def _put(text: Text, places: Sequence[re.Match[str]], request: str) -> Text:
    for found in reversed(places):
        text = text.put(found.start(), found.end(), request)
    return text
