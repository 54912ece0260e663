"""Learning by which words documents that tell of phone menus differ from those of other things with keys."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

from learning import LEARNED_FROM, Labelled, Way, learned, written
from scoring import documents, gold_of

from ivr.prose.kinds import features
from ivr.prose.opened import open_document

_MARGIN = 3
_WAY = Way(lambda words: _MARGIN * sqrt(words), orders=4, of_others=2)
"""A document without a menu counts twice: there are fewer of them."""
_HEAD = """\
# How much a word, or two side by side, speaks for a document's telling of a phone menu; `*` is what every document has.
# Learned from the labelled documents in tests/documents; see tests/learned_kinds.py.
"""


def weights_of_kinds() -> str:
    """Give the file of the weights."""
    return written(learned(labelled(), _WAY), _HEAD)


def labelled() -> list[Labelled]:
    """Give the documents that are learned from."""
    paths = [path for folder in LEARNED_FROM for path in documents(folder)]
    return [Labelled(path.name, _words(path), 1 if gold_of(path)["options"] else -1) for path in paths]


def _words(path: Path) -> list[str]:
    return features(block.words for block in open_document(path).blocks)
