"""Why something is so, told behind a comma: `choose your home, so that the right manager is told:`."""

from __future__ import annotations

import re
from typing import Final


def without_reason(words: str) -> str:
    """Leave out the clause that tells why, with which a line ends that leads to what stands below it."""
    if "," not in words and "(" not in words:
        return words
    return _WHY.sub(":", words)


_WHY: Final = re.compile(
    r"(?:,? ?\((?!\w{1,8} ?[0-9*#]\))[^():]{3,120}\)"
    r"|, (?:so|in order to|because|since|as|which|damit|weil|afin|pour que|car|parce que|para que|porque)\b"
    r"[^:()]{3,120}):\s*$",
    re.IGNORECASE,
)
