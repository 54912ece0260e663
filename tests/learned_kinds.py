"""Learning by which words documents that tell of phone menus differ from those of other things with keys.

It is an averaged perceptron with a margin (Y. Freund and R. Schapire, Large margin classification using the perceptron
algorithm, 1999): in whole numbers, in an order that does not change, so that everybody learns the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from scoring import documents, gold_of

from ivr.prose.kinds import BIAS, features
from ivr.prose.opened import open_document

LEARNED_FROM = ("mended", "worked")
"""The folders that are learned from; the others measure what carries over."""
_ROUNDS = 10
_MARGIN = 3
_FEWEST = 4
"""Documents that a word has to stand in."""
_LEAST = 4
"""The weight from which on a word is kept."""
_OF_OTHERS = 2
"""How much more a document without a menu counts: there are fewer of them."""
_HEAD = """\
# How much a word, or two side by side, speaks for a document's telling of a phone menu; `*` is what every document has.
# Learned from the labelled documents in tests/documents; see tests/learned_kinds.py.
"""


class Labelled(NamedTuple):
    """A document: its name, the words that it has, and 1 where it tells of a phone menu, else -1."""

    name: str
    words: list[str]
    kind: int


def labelled() -> list[Labelled]:
    """Give the documents that are learned from."""
    paths = [path for folder in LEARNED_FROM for path in documents(folder)]
    return [Labelled(path.name, _words(path), 1 if gold_of(path)["options"] else -1) for path in paths]


def _words(path: Path) -> list[str]:
    return features(block.words for block in open_document(path).blocks)


def learned(every: Sequence[Labelled]) -> dict[str, int]:
    """Give the weights of the words of documents."""
    counts = Counter(word for one in every for word in one.words)
    kept = [one._replace(words=[word for word in one.words if counts[word] >= _FEWEST]) for one in every]
    weights: Counter[str] = Counter()
    total: Counter[str] = Counter()
    step = 0
    for one in _in_order(kept):
        step += 1
        score = weights[BIAS] + sum(weights[word] for word in one.words)
        if one.kind * score <= _MARGIN * sqrt(len(one.words)):
            change = 1 if one.kind > 0 else -_OF_OTHERS
            for word in (*one.words, BIAS):
                weights[word] += change
                total[word] += change * step
    averaged = {word: round(weight - total[word] / step) for word, weight in weights.items()}
    return {word: weight for word, weight in averaged.items() if word == BIAS or abs(weight) >= _LEAST}


def _in_order(every: Sequence[Labelled]) -> Iterator[Labelled]:
    """Give all documents time after time, each time in another order."""
    for number in range(_ROUNDS):
        yield from sorted(every, key=lambda one: (crc32(f"{number} {one.name}".encode()), one.name))


def written(weights: dict[str, int]) -> str:
    """Give weights as the text of their file."""
    return _HEAD + "".join(f"{weight} {word}\n" for word, weight in sorted(weights.items()))
