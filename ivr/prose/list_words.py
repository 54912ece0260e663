"""Whether the numbers of a list are keys, by all of its words and those around it.

Rules see the word `press` over a list, or `steps`; most lists have neither. The weights are learned from the lists in
the labelled documents of the tests, as those of `kinds.py` are; `python -m pytest --update` learns anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block
from ivr.prose.phones import NUMBERED
from ivr.prose.runs import Run, same_run
from ivr.prose.weights import weights_in

SURELY_KEYS: Final = 20
"""The likeness above which the numbers of a list are taken to be keys, whatever the rules say of them."""
BIAS: Final = "*"
"""The name that the weight of every list has among those of words."""
_WORD: Final = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_LINE: Final = re.compile(r"\W*(?P<key>\d{1,2}(?!\d)|[*#])\W*(?P<topic>.*)", re.DOTALL)
"""A line that begins with its key."""
_NEAR: Final = 6
"""Blocks above a list in which the number to call may stand."""
_FARTHEST: Final = 60
"""Blocks above a list in which its headings are sought."""
_OF_LEAD, _OF_LINE, _OF_AFTER = 25, 14, 20
"""Words of the line over a list, of one of its own, and of what follows it, that are looked at."""
_MOST: Final = 12
_OUTER: Final = frozenset("90*#")
"""Keys with which a menu ends, and few other lists do."""


class Line(NamedTuple):
    """A line of a list: its number, or nothing, and what stands beside it."""

    key: str
    topic: str


def likeness(blocks: Sequence[Block], run: Run) -> int:
    """Give how much a list is like one of keys: 0 in the middle, more where it is."""
    weights = weights_in("list_words.txt")
    return weights.get(BIAS, 0) + sum(weights.get(one, 0) for one in features(blocks, run))


def features(blocks: Sequence[Block], run: Run) -> list[str]:
    """Give what is seen of a list, each once: its words, those over and below it, and how its numbers follow."""
    first = next(at for at in range(run.first, run.last + 1) if blocks[at] is run.lines[0])
    lead, after = line_above(blocks, first), _below(blocks, run)
    lines = [line_of(one) for one in run.lines]
    near = [one.words for one in blocks[max(first - _NEAR, 0) : first]]
    seen = {f"over {word}" for word in _words(lead)[-_OF_LEAD:]}
    seen |= {f"title {word}" for title in titles_above(blocks, first) for word in _words(title)}
    seen |= {f"below {word}" for word in _words(after)[:_OF_AFTER]}
    seen |= {f"ends {lead.strip()[-1:]}", f"called {any(map(NUMBERED.search, near)):d}"}
    seen |= set(_of_topics(lines)) | set(_of_keys([one.key for one in lines]))
    seen |= {f"numbered {bool(run.block.marker):d}", f"kind {run.block.kind}"}
    return sorted(seen)


def _words(text: str) -> list[str]:
    """Give the words and signs of a text in small letters; every number is the same one."""
    return ["0" if word[0].isdigit() else word for word in _WORD.findall(text.lower())]


def line_of(block: Block) -> Line:
    """Give the number of a line of a list, and what stands beside it."""
    if block.kind == ITEM and block.marker:
        return Line(block.marker, block.words)
    found = _LINE.match(block.words)
    return Line(found["key"], found["topic"]) if found else Line("", block.words)


def _of_topics(lines: Sequence[Line]) -> Iterator[str]:
    """Give what is seen of the words beside the numbers."""
    told = [_words(one.topic) for one in lines]
    for words in told:
        yield f"first {words[0] if words else ''}"
        yield f"last {words[-1] if words else ''}"
        yield from words[:_OF_LINE]
    yield f"long {min(sum(map(len, told)) // len(told), _MOST)}"
    yield f"sentences {2 * sum(one.topic.rstrip().endswith('.') for one in lines) > len(lines):d}"


def _of_keys(keys: Sequence[str]) -> Iterator[str]:
    """Give what is seen of how the numbers follow each other."""
    numbers = [int(key) for key in keys if key.isdecimal()]
    yield f"lines {min(len(keys), _MOST)}"
    yield f"begins {keys[0]}"
    yield f"stops {keys[-1] if keys[-1] in _OUTER else ''}"
    yield f"gaps {any(later - one > 1 for one, later in pairwise(numbers)):d}"
    yield f"rises {numbers == sorted(numbers):d}"
    yield f"signs {not {'0', '*', '#'}.isdisjoint(keys):d}"
    yield f"without {min(keys.count(''), 3)}"
    yield f"twice {len(set(keys)) < len(keys):d}"


def line_above(blocks: Sequence[Block], first: int) -> str:
    """Give the line over a list: of one within another, the line of that which it belongs to."""
    block = blocks[first]
    for one in reversed(blocks[max(first - _FARTHEST, 0) : first]):
        if one.level < block.level if one.kind == block.kind == ITEM else not same_run(one, block):
            return one.words
    return ""


def _below(blocks: Sequence[Block], run: Run) -> str:
    """Give the paragraph that follows a list."""
    after = blocks[run.last + 1] if run.last + 1 < len(blocks) else None
    return after.words if after is not None and after.kind == PARAGRAPH else ""


def titles_above(blocks: Sequence[Block], first: int) -> Iterator[str]:
    """Give the headings over a list, from the nearest one outwards."""
    level = 1 << 30
    for one in reversed(blocks[max(first - _FARTHEST, 0) : first]):
        if one.kind == HEADING and one.level < level:
            level = one.level
            yield one.words
