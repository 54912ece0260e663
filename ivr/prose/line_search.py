"""Finding what lines of a text begin with, without trying at every letter of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from itertools import islice


def found_in(text: str, lines: re.Pattern[str], times: int = 1) -> bool:
    """Whether lines of a text begin with what a pattern finds, so many times at least.

    It is sought behind the break before a line: Python finds breaks by itself, and tries `^` at every letter.
    """
    return len(list(islice(_behind_break(lines).finditer(f"\n{text}"), times))) == times


def put(lines: re.Pattern[str], instead: str | Callable[[re.Match[str]], str], text: str) -> str:
    """Put something in place of all that a pattern finds; in most texts no line begins with that."""
    begins = lines.pattern.startswith("^") and "|^" not in lines.pattern
    return text if begins and not found_in(text, lines) else lines.sub(instead, text)


@cache
def _behind_break(lines: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile("\n" + lines.pattern.removeprefix("^"), lines.flags)
