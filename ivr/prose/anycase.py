"""Patterns that are sought in text in any case, where it is asked only whether they are found, or what is left."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_CAPITAL: Final = re.compile(r"(?<!\\)[A-ZÀ-ÖØ-Þ]")


class AnyCase:
    """A pattern written in small letters.

    The text is put into small letters first: `re.IGNORECASE` tries every word of an alternation at every place, and
    takes three to seven times as long.
    """

    __slots__ = ("_pattern",)

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        """Compile a pattern; that it seeks any case need not be said. Raises ValueError for a capital letter in it."""
        if _CAPITAL.search(pattern):
            message = f"a pattern that is sought in any case is written in small letters: {pattern}"
            raise ValueError(message)
        self._pattern = re.compile(pattern, flags & ~re.IGNORECASE)

    def search(self, text: str) -> bool:
        """Whether the pattern is found anywhere in a text."""
        return self._pattern.search(text.lower()) is not None

    def find(self, text: str) -> re.Match[str] | None:
        """Give where the pattern is first found, in the text as it is written; most texts have nothing of it."""
        if self._pattern.search(text.lower()) is None:
            return None
        return re.compile(self._pattern.pattern, self._pattern.flags | re.IGNORECASE).search(text)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Give from where to where the pattern is found, time after time."""
        small = text.lower()
        if len(small) != len(text):  # a few letters, such as a Turkish capital I, are two in small
            small = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in text)
        return (found.span() for found in self._pattern.finditer(small))

    def without(self, text: str) -> str:
        """Give a text without what the pattern finds; most texts have nothing of it."""
        if self._pattern.search(text.lower()) is None:
            return text
        return re.sub(self._pattern.pattern, "", text, flags=self._pattern.flags | re.IGNORECASE)

    def match(self, text: str) -> bool:
        """Whether a text begins with the pattern."""
        return self._pattern.match(text.lower()) is not None

    def fullmatch(self, text: str) -> bool:
        """Whether the pattern is all of a text."""
        return self._pattern.fullmatch(text.lower()) is not None


class AtWord(AnyCase):
    """Such a pattern of many words in one group, which begins at the edge of a word: none of them begins with a sign.

    It is sought behind what is no part of a word: Python finds such a place by itself, and tries all of a pattern that
    begins at an edge at every letter. That takes nearly twice as long.
    """

    __slots__ = ("_behind",)

    def __init__(self, pattern: str) -> None:
        """Compile a pattern. Raises ValueError for one that does not begin so, or looks for the beginning of a text."""
        super().__init__(pattern)
        if not pattern.startswith(r"\b(?:") or "^" in pattern:
            message = f"no pattern that begins as a word does: {pattern}"
            raise ValueError(message)
        self._behind = re.compile(pattern.replace(r"\b", r"\W", 1))

    def search(self, text: str) -> bool:
        """Whether the pattern is found anywhere in a text."""
        return self._behind.search(f" {text.lower()}") is not None
