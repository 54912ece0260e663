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


def all_in(text: str, lines: re.Pattern[str]) -> list[tuple[str, ...]]:
    """Give the groups of all that lines of a text begin with, as `findall` does; there is more than one group."""
    return _behind_break(lines).findall(f"\n{text}")


def put(lines: re.Pattern[str], instead: str | Callable[[re.Match[str]], str], text: str) -> str:
    """Put something in place of all that a pattern finds; in most texts no line begins with that."""
    begins = lines.pattern.startswith("^") and "|^" not in lines.pattern
    return text if begins and not found_in(text, lines) else lines.sub(instead, text)


def put_beside(
    signs: tuple[str, ...], found: re.Pattern[str], instead: str | Callable[[re.Match[str]], str], text: str
) -> str:
    """Put something in place of all that a pattern finds, which has one of some signs in it and ends in its line.

    It is sought in the lines that have such a sign only: Python finds signs in a small part of the time that it takes
    to try a pattern at every letter.
    """
    kept: list[str] = []
    at = 0
    for begin, end in _lines_with(signs, text):
        for one in found.finditer(text, begin, end):
            kept += (text[at : one.start()], one.expand(instead) if isinstance(instead, str) else instead(one))
            at = one.end()
    return "".join((*kept, text[at:])) if kept else text


def found_beside(signs: tuple[str, ...], found: re.Pattern[str], text: str, times: int = 1) -> bool:
    """Whether a pattern is found so many times at least, in the lines that have one of some signs."""
    places = (one for begin, end in _lines_with(signs, text) for one in found.finditer(text, begin, end))
    return len(list(islice(places, times))) == times


def _lines_with(signs: tuple[str, ...], text: str) -> list[tuple[int, int]]:
    """Give from where to where lines go that have one of some signs, each with the break at its end."""
    lines: set[tuple[int, int]] = set()
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            end = text.find("\n", at) + 1 or len(text)
            lines.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(sign, end)
    return sorted(lines)


@cache
def _behind_break(lines: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile("\n" + lines.pattern.removeprefix("^"), lines.flags)
