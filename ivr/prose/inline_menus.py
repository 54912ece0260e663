"""Menus that stand in the line of the key that leads to them: `2. Cards: 1 due date, 2 minimum payment`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, ITEM, PARAGRAPH, ROW, Block
from ivr.prose.naming import behind_named

_SEP: Final = r"(?:\s*[=:–—-]\s*|[.)]?\s+)(?=[^\W\d])"
_KEY: Final = re.compile(
    rf"(?:[,;/.|]\s*(?:(?:and|or|y|o|et|ou|und|oder)\s+)?|\s(?:and|or|y|o|et|ou|und|oder)\s+|^)([\d*#]){_SEP}"
)
"""Where the entry of a key begins in a row of them."""
_OPENS: Final = re.compile(
    r"\s*\((?:(?:and |y |et )?(?:then|after that|where|inside|luego|despu[eé]s|puis|ensuite|dann|danach)[ :,]+)?"
    r"|:\s+|[,;]? (?:and )?then |\s+(?:->|→|–|—|>)\s+(?:then )?"
)
_FIRST: Final = re.compile(rf"1(?!\d){_SEP}(?!(?:and|or|to(?= \d)|y|o|et|ou|und|oder)\b)")
_THEN: Final = re.compile(
    r"\W{0,2}(?:(?:and|y|et|und) )?(?:then|luego|despu[eé]s|puis|ensuite|dann|danach),? ", re.IGNORECASE
)
"""How a line begins that tells of the menu behind the key above: `then 1 new repair, 2 existing repair`."""
_OF_LIST: Final = re.compile(
    r"\W{0,3}(?:(?:press|option|key|opci[oó]n|touche|taste|tecla) )?\d(?:\s*[=:.)–—-]\s*|\s+)"
    r"(?!(?:and|then|y|et|und)\b)[^\W\d]",
    re.IGNORECASE,
)
"""How a line of a list of keys begins."""
_SENTENCE: Final = re.compile(r"[.!?] |\d{3}")
"""What no label has in it."""
_ASKS: Final = AnyCase(
    r"\b(?:choose|select\w*|press|pick|keypad|hear|offered|options?|elij[ae]|pulse|tapez|choisissez|w[aä]hlen)\b"
)
"""What a step of a list says that leads to the first keys, and no label of a key."""
_LONGEST_LEAD: Final = 80
_LONGEST: Final = 400
"""Letters of such a line; longer ones are text."""
_FAR_BACK: Final = 1 << 22
"""The lists that such rows make have numbers of their own from here on."""


def unfolded(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give blocks, a row of keys at the end of a line as a list of its own below the line."""
    for at, block in enumerate(blocks):
        if behind := _behind_then(block):
            yield from behind
            continue
        row = _row_of(block)
        if not row:
            yield block
            continue
        own = block.kind == ITEM or bool(_OF_LIST.match(block.words))
        kind, level = (block.kind, block.level + 1) if own else (ITEM, block.level)
        group = block.group if own else _FAR_BACK + at
        yield block._replace(text=block.text.cut(0, row[0][0]))
        for start, end in row[1:]:
            text = block.text.cut(start, end)
            yield block._replace(kind=kind, text=text, level=level, marker="", group=group, inline=own)


def _behind_then(block: Block) -> list[Block]:
    """Give the keys of a line that says in front of several that they come then, each with that; or nothing."""
    words = block.words
    if block.kind not in {ITEM, PARAGRAPH} or len(words) > _LONGEST or "1" not in words or "2" not in words:
        return []
    then = _THEN.match(words)
    if then is None or not _FIRST.match(words, then.end()) or _SENTENCE.search(words):
        return []
    entries = _entries(words, 0, then.end())[1:]
    said = words[: then.end()].strip(" ,") + " "
    return [block._replace(text=block.text.cut(start, end).put(0, 0, said)) for start, end in entries]


def _row_of(block: Block) -> list[tuple[int, int]]:
    """Give where the words before a row of keys end, and where each of its entries begins and ends; or nothing."""
    words = block.words
    if block.kind in {HEADING, ROW} or len(words) > _LONGEST or "1" not in words or "2" not in words:
        return []
    if not (block.marker or _OF_LIST.match(words) or block.kind == PARAGRAPH):
        return []
    for opened in _OPENS.finditer(words, 3, _LONGEST_LEAD):
        if not _FIRST.match(words, opened.end()):
            continue
        asks = block.marker and _ASKS.search(words[: opened.start()])  # "1. Choose your language: 1 for English, 2 for"
        if asks or _SENTENCE.search(words, 3, opened.start()):
            return []
        lead = words[: opened.start()].rstrip() + (":" if words[opened.start()] == ":" else "")
        if not (block.marker or _OF_LIST.match(words) or behind_named(lead)):
            return []
        return _entries(words, opened.start() + (words[opened.start()] == ":"), opened.end())
    return []


def _entries(words: str, lead: int, begin: int) -> list[tuple[int, int]]:
    """Give the places of the lead and of the entries, where these count up from 1."""
    end = len(words.rstrip(" .;)"))
    found = list(_KEY.finditer(words[begin:end]))
    keys = [one[1] for one in found]
    digits = [int(key) for key in keys if key.isdecimal()]
    if keys[:2] != ["1", "2"] or digits != sorted(set(digits)):
        return []
    starts = [begin + one.start(1) for one in found]
    ends = [*(begin + one.start() for one in found[1:]), end]
    if any(
        words[start:stop].count("(") != words[start:stop].count(")") for start, stop in zip(starts, ends, strict=True)
    ):
        return []
    return [(lead, lead), *zip(starts, ends, strict=True)]
