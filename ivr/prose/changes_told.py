"""Entries of a list of changes that each tell of one key, put as requests for it: `5 → spa`, `2 is now refunds`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, ITEM, Block, plain_text
from ivr.prose.changes import ranks_in

_KEY: Final = r"(?:(?:key|option|press|digit) )?(?P<key>[0-9*#])"
_MAPS: Final = re.compile(rf"{_KEY} ?(?:→|->|=>|: |= ?|[–-] )\s*(?P<what>[^\W\d].*)", re.IGNORECASE)
_IS_NOW: Final = re.compile(
    rf"{_KEY},? (?:(?:is|are|goes to|leads to|reaches|gets) now|now (?:is|goes to|leads to|reaches|gets|opens|offers"
    rf"|plays|speaks|reads)) (?P<what>[^\W\d].*)",
    re.IGNORECASE,
)
_ENDS: Final = re.compile(r"(?:;|\(|,? (?:until|instead of|was|formerly|previously|it used to)\b).*$|[.;]$")
"""Where what a key is for now ends, and what it was begins."""
_SENTENCE: Final = re.compile(r"\. (?=[^\W\d_a-z])")
_GONE: Final = AnyCase(
    r"\b(?:remov|delet|retir|drop|withdrawn|unreleased|planned|upcoming|deprecat|entfernt|supprim|eliminad|quitad)"
)
"""Headings of what is no more, or not yet."""
_FEWEST_LISTED: Final = 3
"""Keys of a list that is a menu of its own."""


def with_changes_told(blocks: Sequence[Block]) -> list[Block]:
    """Give blocks, those of a list of changes that tell of a key or two with a request for it."""
    if not ranks_in(blocks):
        return list(blocks)
    listed = Counter(block.group for block in blocks if block.kind == ITEM and _MAPS.match(block.words))
    return list(_told(blocks, listed))


def _told(blocks: Sequence[Block], listed: Counter[int]) -> Iterator[Block]:
    heads: list[Block] = []
    for block in blocks:
        if block.kind == HEADING:
            heads = [*(one for one in heads if one.level < block.level), block]
        alone = block.kind == ITEM and listed[block.group] < _FEWEST_LISTED
        gone = any(_GONE.search(one.words) for one in heads)
        request = _request(block.words) if alone and not gone else ""
        yield block._replace(text=plain_text(request, block.text.line(0)), marker="") if request else block


def _request(words: str) -> str:
    found = _IS_NOW.match(words) or _MAPS.match(words)
    if found is None:
        return ""
    first, *rest = _SENTENCE.split(found["what"], maxsplit=1)
    what = _ENDS.sub("", first).strip()
    return " ".join((f"Press {found['key']} for {what}.", *rest)) if what else ""
