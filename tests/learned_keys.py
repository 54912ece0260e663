"""Learning by which words around it a digit that is the key of a menu differs from all other digits of a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from learning import LEARNED_FROM, Labelled, Way, learned, written
from scoring import documents, gold_of, labelled, stems

from ivr.prose.key_words import features, words_of
from ivr.prose.opened import open_document

_WAY = Way(lambda _: 20, rounds=5, fewest=6, least=4)
_BEFORE, _BEHIND = 120, 160
"""Letters around a key in which what it is for is looked for."""
_HEAD = """\
# How much a word before a key, behind it or over it speaks for its being one of a menu; `*` is what every key has.
# Learned from the digits in the labelled documents in tests/documents; see tests/learned_keys.py.
"""


def weights_of_keys() -> str:
    """Give the file of the weights."""
    paths = [path for folder in LEARNED_FROM for path in documents(folder)]
    return written(learned([one for path in paths for one in keys_of(path)], _WAY), _HEAD)


def keys_of(path: Path) -> Iterator[Labelled]:
    """Give the digits of a document: each is a key where one of that name is told of, and its meaning stands near.

    Where only some of its meaning does, or it is pressed before others, it tells nothing.
    """
    topics: dict[str, list[set[str]]] = {}
    before: set[str] = set()
    for _, path_to, key, topic in (labelled(label) for label in gold_of(path)["options"] or ()):
        topics.setdefault(key, []).append(stems(topic))
        before.update(path_to)
    blocks = open_document(path).blocks
    for at, block in enumerate(blocks):
        here = words_of(block.words, block.marker)
        for named in here.named:
            start = here.starts[named.at] if named.at >= 0 else 0
            near = stems(block.words[max(start - _BEFORE, 0) : start + _BEHIND])
            most = max((len(one & near) / max(len(one), 1) for one in topics.get(named.key, ())), default=0.0)
            kind = 1 if most >= 1 / 2 else 0 if most or named.key in before else -1
            if kind:
                yield Labelled(f"{path.name} {at} {named.at}", features(blocks, at, named), kind)
