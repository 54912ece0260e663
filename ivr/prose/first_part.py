"""Where the first part of a line ends: the key that it tells, before further ones in sentences or brackets."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.prefilter import may_tell
from ivr.prose.tokens import spans


@lru_cache(maxsize=1024)
def first_end(words: str) -> int:
    """Give where the first sentence of an item ends, if what follows it may tell of further keys; else 0."""
    if (inside := _IN_BRACKETS.search(words)) is not None:
        return inside.end()
    if not _FURTHER.search(words):
        return 0
    _, end, _ = next(spans(words), (0, 0, ""))
    return end if end < len(words) and may_tell(words[end:]) else 0


_IN_BRACKETS: Final = re.compile(
    r"[0-9](?= \((?:\w+[- ]?(?:menu)?: )?1 (?:[=-] )?[^\W\d][^()]{2,40}[,;/] ?2 (?:[=-] )?[^\W\d])", re.IGNORECASE
)
"""What stands before brackets in which the menu behind a key is told: `Cards - 4 (1 lost, 2 new)`."""
_FURTHER: Final = re.compile(r"[.!?]\s.*?[0-9*#]")


def behind_first(words: str, end: int) -> tuple[int, int]:
    """Give from where to where the rest of a line goes; brackets around it are left out."""
    if words[end - 1 : end].isdigit() and words.startswith(" (", end):
        return end + len(" ("), words.index(")", end)
    return end, len(words)
