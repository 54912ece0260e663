"""Scores what was read out of documents by labels that people wrote: precision, recall and their harmonic mean."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ivr.prose.extracted import Extracted, extract
from ivr.prose.opened import open_document

DOCUMENTS = Path(__file__).resolve().parent / "documents"
_LABEL = re.compile(r"(?P<number>\S+) (?P<keys>[0-9*#>]+): (?P<topic>.*?)(?: @(?P<language>\w\w))?$")
_LITTLE = re.compile(
    r"(?:a|an|the|of|for|to|and|or|in|on|your|you|my|is|are|with|el|la|los|las|de|del|un|una|para|su|le|les|des|du|et"
    r"|der|die|das|den|ein|eine|einen|zur|zum)"
)
_STEM = 5


class Score(NamedTuple):
    """How many were right, how many were found, and how many there are."""

    right: int = 0
    found: int = 0
    there: int = 0

    def __add__(self, other: object) -> Score:
        assert isinstance(other, Score)
        return Score(self.right + other.right, self.found + other.found, self.there + other.there)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.there) if self.found + self.there else 1.0

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 1.0
        recall = self.right / self.there if self.there else 1.0
        return (
            f"F1 {self.f1:.3f} (precision {precision:.3f}, recall {recall:.3f}, {self.right}/{self.found}/{self.there})"
        )


Option = tuple[str, tuple[str, ...], str, str]


def documents(folder: str) -> list[Path]:
    return sorted(path for path in (DOCUMENTS / folder).iterdir() if not path.name.endswith(".gold.yaml"))


def gold_of(path: Path) -> dict[str, Any]:
    labels = path.with_suffix(".gold.yaml").read_text(encoding="utf-8")
    gold: dict[str, Any] = yaml.load(labels, yaml.CSafeLoader)
    return gold


def labelled(label: str) -> Option:
    found = _LABEL.fullmatch(label)
    assert found, label
    *path, key = found["keys"].split(">")
    return found["number"], tuple(path), key, found["topic"]


def stems(topic: str) -> set[str]:
    plain = "".join(sign for sign in unicodedata.normalize("NFD", topic.lower()) if not unicodedata.combining(sign))
    return {word[:_STEM].rstrip("s") for word in re.findall(r"\w+", plain) if not _LITTLE.fullmatch(word)}


def alike(one: str, other: str) -> bool:
    """Whether half of the words of the shorter topic are in the longer one."""
    left, right = stems(one), stems(other)
    return bool(left & right) and 2 * len(left & right) >= min(len(left), len(right))


def matched(found: list[Option], there: list[Option]) -> tuple[list[Option], list[Option]]:
    """Give what was found too much, and what is missing."""
    left = list(found)
    missing = []
    for one in there:
        hit = next((other for other in left if other[:3] == one[:3] and alike(other[3], one[3])), None)
        if hit is None:
            missing.append(one)
        else:
            left.remove(hit)
    return left, missing


def read(path: Path) -> Extracted:
    return extract([open_document(path)])


def options_of(found: Extracted) -> list[Option]:
    return [(one.number or "-", one.path, one.key, one.topic) for one in found.at_any_time]


def score(path: Path) -> tuple[Score, Score, list[str]]:
    """Score a document: its options, its conflicts, and a line for each mistake."""
    return score_of(path, read(path))


def score_of(path: Path, found: Extracted) -> tuple[Score, Score, list[str]]:
    """Score what was read of a document."""
    gold = gold_of(path)
    options = options_of(found)
    there = [labelled(label) for label in gold["options"] or ()]
    extra, missing = matched(options, there)
    told = {(one.kind, one.number or "-", one.path, one.key) for one in found.conflicts}
    wanted = {conflict(label) for label in gold.get("conflicts") or ()}
    mistakes = [f"{path.name}: too much {one}" for one in extra] + [f"{path.name}: missing {one}" for one in missing]
    mistakes += [f"{path.name}: too much {one}" for one in sorted(told - wanted)]
    mistakes += [f"{path.name}: missing {one}" for one in sorted(wanted - told)]
    right = len(options) - len(extra)
    return Score(right, len(options), len(there)), Score(len(told & wanted), len(told), len(wanted)), mistakes


def conflict(label: str) -> tuple[str, str, tuple[str, ...], str]:
    kind, number, *keys = label.split(" ")
    *path, key = keys[0].split(">") if keys else [""]
    return kind, number, tuple(path), key
