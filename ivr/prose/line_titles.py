"""Lines of plain text that stand over others by how they begin: the question of an answer, the header of a post."""

from __future__ import annotations

import re
from typing import Final

_POST: Final = re.compile(
    r"#\d{1,4}[.:]?\s+[^\W\d][\w.-]*(?:\s.{0,60})?\s(?:\d{1,2}:\d\d(?:\s?[ap]m)?|\d{4}|\w+ ago)\W*", re.IGNORECASE
)
"""The line over a post of a forum: its number, who wrote it, and when."""
_ASKS: Final = re.compile(r"Q(?:uestion)?\d*[.:)]\s")
_ANSWERS: Final = re.compile(r"\s*A(?:nswer)?\d*[.:)]\s")
_LONGEST_QUESTION: Final = 160


def heads_plainly(line: str, words: str, below: str) -> bool | None:
    """Whether a line heads what is below it, by how both begin; nothing where that does not tell."""
    if line[:1] == "#" and _POST.fullmatch(line):
        return True
    return len(words) <= _LONGEST_QUESTION if _ASKS.match(words) and _ANSWERS.match(below) else None
