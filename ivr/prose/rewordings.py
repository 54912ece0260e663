"""Roundabout ways to ask for a key, put as plain requests: `ask for option 6`, `Repairs (it's number 2)`.

Those to say which key was pressed before are put as plain ones, too: `if you choose repairs (2), press 1`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AtWord
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block, Text
from ivr.prose.prefilter import may_tell
from ivr.prose.reworded_ways import WAYS, Way
from ivr.prose.telling_ways import KEY


def reworded(blocks: Iterable[Block]) -> list[Block]:
    """Give blocks in which such ways are requests."""
    return [_reworded(one) if one.kind in {HEADING, ITEM, PARAGRAPH} else one for one in blocks]


def _reworded(block: Block) -> Block:
    if not _may_be_one(block.words):
        return block
    text = block.text
    for needed, way, request in _ways_of(text.words):
        words = text.words
        if any(word in words for word in needed):
            text = _put(text, list(way.finditer(words)), request)
    return block if text is block.text else block._replace(text=text)


@lru_cache(maxsize=4096)
def _may_be_one(words: str) -> bool:
    """Whether a text has such a way in it as it is written; most have none, and pages repeat themselves."""
    if _SIGN.search(words) is None and not _TELLS.search(words):
        return False
    for needed, way, _ in _ways_of(words):
        for word in needed:
            if word in words:
                if way.search(words) is not None:
                    return True
                break
    return False


def _ways_of(words: str) -> tuple[Way, ...]:
    return WAYS if may_tell(words) else _OF_NO_KEY


_OF_NO_KEY: Final = tuple(one for one in WAYS if KEY not in one[1].pattern and "[0-9" not in one[1].pattern)
_SIGN: Final = re.compile(r"[0-9*#](?<![\d.,:/$€£].)(?![\w.,:]*\d)")
_TELLS: Final = AtWord(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|star|hash|press|hit|push|key|dial|touch|option"
    r"|choice|selection)\b"
)
"""What a block has in it that such a way may stand in."""


def _put(text: Text, places: Sequence[re.Match[str]], request: str | Callable[[re.Match[str]], str]) -> Text:
    for found in reversed(places):
        words = found.expand(request) if isinstance(request, str) else request(found)
        text = text.put(found.start(), found.end(), words)
    return text
