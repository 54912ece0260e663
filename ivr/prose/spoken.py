"""Telephone numbers that are spelled in words: `one eight hundred, five five five, zero one nine six`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.words import NAMES

_DIGIT: Final = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_SPOKEN: Final = re.compile(
    rf"\b{_DIGIT}(?:[\s,.-]+(?:hundred\b|double\b|{_DIGIT}\b)){{6,14}}"
    rf"|\b{_DIGIT}(?:[\s,.-]+{_DIGIT}\b){{2}}(?=[\s,.-]+\d{{3}}[ .-]?\d{{4}}\b)",
    re.IGNORECASE,
)


_BEGUN: Final = AnyCase(rf"[\s,.-](?:hundred|double|{_DIGIT})\b")
"""The second of such words, which few texts have: most need no closer look."""


@lru_cache(maxsize=2048)
def written_out(text: str) -> str:
    """Give a text with the numbers in it that are spelled in words written in digits, as long as the words were."""
    return text if not _BEGUN.search(text) else _SPOKEN.sub(lambda found: _digits(found[0]).ljust(len(found[0])), text)


def ends_spoken(text: str) -> dict[int, int]:
    """Give where the numbers of a text end that are spelled in words, by where they begin."""
    return {} if written_out(text) == text else {found.start(): found.end() for found in _SPOKEN.finditer(text)}


def _digits(words: str) -> str:
    """Read the words one by one; a hundred stands for two noughts."""
    digits = ""
    doubled = False
    for word in re.findall(r"[a-z]+", words.lower()):
        if word == "hundred":
            digits += "00"
        elif word == "double":
            doubled = True
        else:
            digits += NAMES[word] * (1 + doubled)
            doubled = False
    return digits
