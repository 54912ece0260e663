"""Whether a caller hears something: a piece of text, or a pattern, in what was said."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import regex

from ivr.calls.mismatch import MismatchError, short

if TYPE_CHECKING:
    from ivr.effect import Say

LONGEST = 1.0
"""Seconds that one pattern may take; one that takes longer goes round in circles."""
_MOST_WORDS = 400
"""Words of a prompt among which something near is looked for."""
_ALIKE = 0.5
"""How alike something must be to be told as near, from 0 to 1."""


def plain(text: str) -> str:
    """Give a text as it is compared: case and spacing make no difference."""
    return " ".join(text.casefold().split())


def said(says: Iterable[Say]) -> list[str]:
    """Give what was said, prompt by prompt; a recording of which no words are known counts by the name of its file."""
    return [say.text or say.audio or "" for say in says]


def is_heard(wanted: str, texts: list[str]) -> bool:
    """Whether a text, or a `/pattern/`, occurs in what was said; raises MismatchError for a pattern that is none."""
    whole = " ".join(" ".join(texts).split())
    if not is_pattern(wanted):
        return plain(wanted) in plain(whole)
    try:
        return regex.search(wanted[1:-1], whole, flags=regex.IGNORECASE, timeout=LONGEST) is not None
    except regex.error as error:
        message = f"'{short(wanted)}' is no pattern: {error}"
        raise MismatchError(
            message, "Between the slashes stands a regular expression, as in `/press [1-9]/`."
        ) from error
    except TimeoutError as error:
        message = f"the pattern '{short(wanted)}' takes too long; it has repeats within repeats"
        raise MismatchError(message, "Write it plainer.") from error


def is_pattern(wanted: str) -> bool:
    """Whether what is to be heard is written as a pattern: `/…/`."""
    return len(wanted) > 1 and wanted.startswith("/") and wanted.endswith("/")


def nearest(wanted: str, texts: list[str]) -> str:
    """Give the piece of what was said that is most like a text; nothing where none is much like it."""
    if is_pattern(wanted):
        return ""
    words = plain(wanted).split()
    best, found = _ALIKE, ""
    matcher = difflib.SequenceMatcher(autojunk=False, b=" ".join(words)[:_MOST_WORDS])
    for piece in (piece for text in texts for piece in _pieces(text, len(words))):
        matcher.set_seq1(plain(piece))
        if matcher.quick_ratio() > best and matcher.ratio() > best:
            best, found = matcher.ratio(), piece
    return found


def _pieces(text: str, length: int) -> Iterator[str]:
    """Give every run of so many words of a text."""
    words = text.split()[:_MOST_WORDS]
    for start in range(max(1, len(words) - length + 1)):
        yield " ".join(words[start : start + length])[:_MOST_WORDS]
