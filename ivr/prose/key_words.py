"""Whether the words around a key speak against its being one of a menu: those of a price, a step, a room, a date.

The weights are learned from every digit, and every name of one, in the labelled documents of the tests, as those of
`kinds.py` are; `python -m pytest --update` learns anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

from ivr.prose.block import Block
from ivr.prose.list_words import line_above, titles_above
from ivr.prose.tokens import folded
from ivr.prose.told import Told
from ivr.prose.weights import weights_in
from ivr.prose.words import NAMES

SURELY_NONE: Final = -50
"""The likeness below which a key is taken to be none of a menu, though it was read as one."""
BIAS: Final = "*"
"""The name that the weight of every key has among those of words."""
_WORD: Final = re.compile(r"\+?\d[\d().\-–/ ]{6,}\d|\d+[:.,/]\d+\S*|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+\w*|[*#]|[^\w\s]")
_NEAR: Final = 12
"""Words on each side of a key that are looked at, and of the heading over it."""
_OF_LEAD: Final = 14
_MOST: Final = 6
_SHORTEST: Final = 60
"""Words of a text below which it is a note."""
_LONGEST_NUMBER: Final = 8
"""Signs of a number up to which it is none of a telephone."""


class Named(NamedTuple):
    """A key that a block names: its digit or sign, the place of its word among those of the block, and how it is.

    The number of an item has the place -1.
    """

    key: str
    at: int
    how: str


class Words(NamedTuple):
    """The words of a block, where each begins, and the keys among them."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    named: tuple[Named, ...]


def without_unlikely(told: Sequence[Told], blocks: Sequence[Block]) -> list[Told]:
    """Give the keys without those against which all words around them speak, wherever they stand in their line.

    A short note has nothing around them that could speak.
    """
    if sum(len(block.words.split()) for block in blocks[:_SHORTEST]) < _SHORTEST:
        return list(told)
    lines: dict[int, list[int]] = {}
    for at, block in enumerate(blocks if told else ()):
        for line in dict.fromkeys(line for _, line in block.text.starts):
            lines.setdefault(line, []).append(at)
    doubtful = {(one.line, one.key) for one in told if not _is_sure(one)}
    unlikely = {one for one in doubtful if _is_unlikely(*one, blocks, lines.get(one[0], ()))}
    return [one for one in told if _is_sure(one) or (one.line, one.key) not in unlikely]


def _is_sure(one: Told) -> bool:
    """Whether a key was told of with a number to call, or in a list, whose words were looked at."""
    return one.called or bool(one.listed)


def _is_unlikely(line: int, key: str, blocks: Sequence[Block], near: Sequence[int]) -> bool:
    places = (
        (at, named)
        for at in near
        for named in words_of(blocks[at].words, blocks[at].marker).named
        if named.key == key and _line(blocks[at], named) == line
    )
    likely = (likeness(blocks, at, named) for at, named in places)
    first = next(likely, None)
    return first is not None and first < SURELY_NONE and all(one < SURELY_NONE for one in likely)


def _line(block: Block, named: Named) -> int:
    return block.text.line(words_of(block.words, block.marker).starts[named.at] if named.at >= 0 else 0)


def likeness(blocks: Sequence[Block], at: int, named: Named) -> int:
    """Give how much a key that a block names is like one of a menu: 0 in the middle, more where it is."""
    weights = weights_in("key_words.txt")
    return weights.get(BIAS, 0) + sum(weights.get(one, 0) for one in features(blocks, at, named))


def features(blocks: Sequence[Block], at: int, named: Named) -> list[str]:
    """Give what is seen around a key, each once: the words on both sides, those over its block, how it is named."""
    block = blocks[at]
    here = words_of(block.words, block.marker)
    before, behind = [*here.words[: max(named.at, 0)]], [*here.words[named.at + 1 :]]
    last, first = (before or ["^"])[-1], (behind or ["$"])[0]
    seen = {f"before {word}" for word in before[-_NEAR:]} | {f"behind {word}" for word in behind[:_NEAR]}
    seen |= {f"over {word}" for word in _over(line_above(blocks, at))}
    seen |= {f"title {word}" for title in islice(titles_above(blocks, at), 1) for word in _over(title)}
    seen |= {f"last {last}", f"second {(['^', *before])[-2] if before else ''}", f"first {first}"}
    seen |= {f"next {behind[1] if len(behind) > 1 else ''}", f"between {last} {first}"}
    seen |= {f"{named.how} {block.kind}", f"{named.how} {last}", f"{named.how} {first}"}
    seen.add(f"keys {min(len(here.named), _MOST)}")
    return sorted(seen)


@lru_cache(maxsize=512)
def _over(text: str) -> tuple[str, ...]:
    return tuple(map(_shape, _WORD.findall(text.lower())[-_OF_LEAD:]))


def _shape(word: str) -> str:
    """Give a word; every number of a kind is the same one."""
    if not word[:1].isdigit() and word[:1] != "+":
        return word
    return "<digit>" if len(word) == 1 else "<number>" if len(word) < _LONGEST_NUMBER else "<phone>"


@lru_cache(maxsize=512)
def words_of(text: str, marker: str) -> Words:
    """Give the words of a block, and the keys that they name."""
    found = [(one.start(), one[0].lower()) for one in _WORD.finditer(text)]
    named = tuple(_named(marker, [word for _, word in found]))
    return Words(tuple(_shape(word) for _, word in found), tuple(start for start, _ in found), named)


def _named(marker: str, words: Sequence[str]) -> Iterator[Named]:
    if marker:
        yield Named(marker, -1, "number")
    for at, word in enumerate(words):
        if len(word) <= len("10") and (word.isdecimal() or word in "*#"):
            yield Named(word, at, "digit" if len(word) == 1 else "digits")
        elif key := NAMES.get(folded(word), ""):
            yield Named(key, at, "word")
