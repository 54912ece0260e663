"""Learning weights of words from what is labelled.

It is an averaged perceptron with a margin (Y. Freund and R. Schapire, Large margin classification using the perceptron
algorithm, 1999): in whole numbers, in an order that does not change, so that everybody learns the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

BIAS = "*"
"""The name that the weight of everything labelled has among those of words."""
LEARNED_FROM = ("mended", "worked")
"""The folders that are learned from; the others measure what carries over."""


class Labelled(NamedTuple):
    """A thing that is labelled: its name, the words that it has, and 1 where it is of the kind sought, else -1."""

    name: str
    words: list[str]
    kind: int


class Way(NamedTuple):
    """How weights are learned.

    `margin` gives how far beyond 0 a thing of so many words has to be; `of_others` how much more one counts that is
    not of the kind sought. Words in fewer things than `fewest`, and weights below `least`, are left out. What is
    learned is the mean over so many `orders` of the things: a single one tips what lies close to the edge by chance.
    """

    margin: Callable[[int], float]
    rounds: int = 10
    orders: int = 1
    of_others: int = 1
    fewest: int = 4
    least: int = 4


def learned(every: Sequence[Labelled], way: Way) -> dict[str, int]:
    """Give the weights of the words of all that is labelled."""
    counts = Counter(word for one in every for word in one.words)
    kept = [one._replace(words=[word for word in one.words if counts[word] >= way.fewest]) for one in every]
    sums: Counter[str] = Counter()
    for order in range(way.orders):
        sums.update(_averaged(kept, way, order))
    mean = {word: round(weight / way.orders) for word, weight in sums.items()}
    return {word: weight for word, weight in mean.items() if word == BIAS or abs(weight) >= way.least}


def _averaged(every: Sequence[Labelled], way: Way, order: int) -> dict[str, float]:
    """Give the weights that are learned from the things in one order, each the mean over all steps."""
    weights: Counter[str] = Counter()
    total: Counter[str] = Counter()
    step = 0
    for one in _in_order(every, way.rounds, order):
        step += 1
        score = weights[BIAS] + sum(weights[word] for word in one.words)
        if one.kind * score <= way.margin(len(one.words)):
            change = 1 if one.kind > 0 else -way.of_others
            for word in (*one.words, BIAS):
                weights[word] += change
                total[word] += change * step
    return {word: weight - total[word] / step for word, weight in weights.items()}


def _in_order(every: Sequence[Labelled], rounds: int, order: int) -> Iterator[Labelled]:
    """Give all that is labelled time after time, each time in another order."""
    for number in range(order * rounds, (order + 1) * rounds):
        yield from sorted(every, key=lambda one: (crc32(f"{number} {one.name}".encode()), one.name))


def written(weights: dict[str, int], head: str) -> str:
    """Give weights as the text of their file."""
    return head + "".join(f"{weight} {word}\n" for word, weight in sorted(weights.items()))
