"""Learning by which words lists whose numbers are keys differ from those of steps, prices, rooms and the like."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from learning import LEARNED_FROM, Labelled, Way, learned, written
from scoring import Option, alike, documents, gold_of, labelled

from ivr.prose.block import HEADING, ROW
from ivr.prose.extracted import put_plainly
from ivr.prose.list_words import features, line_of
from ivr.prose.listing import chosen
from ivr.prose.opened import open_document
from ivr.prose.runs import Run, run_of
from ivr.prose.table_reading import MOST_LINES

_WAY = Way(lambda _: 5, rounds=12, fewest=3, least=1)
_HEAD = """\
# How much a word in a list, or over it, or below it, speaks for its numbers' being keys; `*` is what every list has.
# Learned from the lists in the labelled documents in tests/documents; see tests/learned_lists.py.
"""


def weights_of_lists() -> str:
    """Give the file of the weights."""
    return written(learned([one for path in _paths() for one in lists_of(path)], _WAY), _HEAD)


def _paths() -> Iterator[Path]:
    for folder in LEARNED_FROM:
        yield from documents(folder)


def lists_of(path: Path) -> Iterator[Labelled]:
    """Give the lists of a document, each as one of keys where most of its numbers are keys with that meaning.

    Those of which only some are tell nothing.
    """
    there = [labelled(label) for label in gold_of(path)["options"] or ()]
    blocks = put_plainly(open_document(path)).blocks
    for at, block in enumerate(blocks):
        if block.kind in {HEADING, ROW} or chosen(block) is None:
            continue
        run = run_of(blocks, at, block, MOST_LINES)
        if run.whole and len(run.lines) > 1 and run.lines[0] is block and (kind := _kind(run, there)):
            yield Labelled(f"{path.name} {at}", features(blocks, run), kind)


def _kind(run: Run, there: list[Option]) -> int:
    keyed = [line for line in map(line_of, run.lines) if line.key]
    right = sum(any(one[2] == line.key and alike(one[3], line.topic) for one in there) for line in keyed)
    return 1 if 2 * right > len(keyed) else -1 if not right else 0
