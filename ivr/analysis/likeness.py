"""How alike two names or labels are: one slip of the pen apart, or so alike that callers mix them up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

_WORDS: Final = re.compile(r"[^\W_]+")
_BETWEEN_WORDS: Final = re.compile(r"[\s_-]+")


def folded(name: str) -> str:
    """Give a name without what only its spelling tells apart: capitals, and the signs between its words."""
    return _BETWEEN_WORDS.sub("-", name.strip().casefold())


def one_slip_apart(names: Iterable[str], others: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give each of `names` with each of `others` that one letter more, less or other, or two swapped ones, set apart.

    The work grows with the length of the names, not with the number of pairs.
    """
    shortened: dict[str, list[str]] = {}
    for other in others:
        for short in _shortened(other):
            shortened.setdefault(short, []).append(other)
    for name in names:
        near = {other for short in _shortened(name) for other in shortened.get(short, ()) if other != name}
        yield from ((name, other) for other in sorted(near) if is_one_slip(name, other))


def _shortened(name: str) -> set[str]:
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def is_one_slip(one: str, other: str) -> bool:
    """Whether one letter more, less or other, or two swapped ones, turn a name into another (Damerau's distance 1)."""
    if len(one) > len(other):
        one, other = other, one
    start = next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), len(one))
    if len(one) < len(other):
        return one[start:] == other[start + 1 :]
    swapped = one[:start] + one[start : start + 2][::-1] + one[start + 2 :]
    return one != other and (one[start + 1 :] == other[start + 1 :] or swapped == other)


def differing_words(one: str, other: str) -> tuple[str, str] | None:
    """Give the one word in which two names of equally many words differ, or None where it is not exactly one."""
    pairs = list(zip(_WORDS.findall(one), _WORDS.findall(other), strict=False))
    different = [pair for pair in pairs if pair[0] != pair[1]]
    same_length = len(_WORDS.findall(one)) == len(_WORDS.findall(other))
    return different[0] if same_length and len(different) == 1 else None


def ratio_of(one: str, other: str) -> float:
    """Give how alike two texts are, from 0 to 1: twice the letters in common, by all of their letters."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def may_reach(one: str, other: str, ratio: float) -> bool:
    """Whether two texts can be as alike as `ratio` by their lengths alone; much quicker to tell."""
    return 2 * min(len(one), len(other)) >= ratio * (len(one) + len(other))
