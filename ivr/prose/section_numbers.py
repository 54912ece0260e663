"""The numbers of the paragraphs of a specification or a contract, which are no keys: `2.1 The call is answered`."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import Final

_NUMBERED: Final = re.compile(r"^[ \t]*(\d{1,2}(?:\.\d{1,2}){1,3})\.?[ \t]+(?=[^\s\d])([^\n]*)", re.MULTILINE)
_SENTENCE: Final = re.compile(r"(?:\S+ ){3,}\S+[.;!?\"”)]$|[.!?] [A-Z]|.{75}")
"""What shows that a line is text: its end, another sentence in it, its length."""
_AIM: Final = re.compile(r"(?:for|to|if|press|choose|select|option|key)\b", re.IGNORECASE)
"""How the line of a menu begins, whose keys may be written so: `2.1 For a new order.`"""


def without_section_numbers(text: str, mark: str) -> str:
    """Leave out the numbers of paragraphs, and put a mark for each; those of a menu's lines stay."""
    lines = list(_NUMBERED.finditer(text))
    counting = {
        at for pair in pairwise(lines) if _follow(*(one[1] for one in pair)) for at in (one.start() for one in pair)
    }
    texts = [one for one in lines if one.start() in counting and _SENTENCE.search(one[2].rstrip())]
    aims = sum(bool(_AIM.match(one[2])) for one in texts)
    if len(texts) < _FEWEST or 2 * len(texts) <= len(counting) or 2 * aims > len(texts):
        return text
    return _NUMBERED.sub(lambda found: mark + found[2] if found.start() in counting else found[0], text)


_CHAPTER: Final = re.compile(
    r"(?:(?<=\n\n)|\A)(\d{1,2})(?:\.?[ \t]{1,4})(?=[A-Z][A-Z0-9'’ ,&/?-]{2,60}(?: \([^()\n]{2,30}\))?\n\n)"
)
"""The title of a chapter in capitals, apart from the text above and below it: `4  GETTING IN TOUCH`."""
_FEWEST_CHAPTERS, _LINES_OF_CHAPTER = 3, 6
"""Chapters that are counted, and the lines that they have at least on the average; those of a menu's keys are short."""
_ASKED: Final = re.compile(
    r"\b(?:press|choose|select|option|hit|key)\s(?:the\s|option\s|number\s)?(\d)(?!\d)", re.IGNORECASE
)
_OF_CONTENTS: Final = re.compile(
    r"^([ \t]*)\d{1,2}\.?[ \t]{1,4}"
    r"(?=([A-Za-z][^\n]{2,60}?)(?:[ \t]*\.{2,}[ .]*\d{1,3}|[ \t]{2,}\d{1,3})?[ \t]*$)",
    re.MULTILINE,
)
"""The line of a chapter in a list of contents."""
_FEWEST_ASKED: Final = 2
"""Chapters that ask for a key which is not their number: then none is."""


def without_chapter_numbers(text: str) -> str:
    """Leave out the numbers of chapters that read as keys: their titles stand in capitals and count from 1.

    Where the chapters ask for other keys, all of their numbers are left out.
    """
    found = list(_CHAPTER.finditer(text))
    if len(found) < _FEWEST_CHAPTERS or [int(one[1]) for one in found] != list(range(1, len(found) + 1)):
        return text
    ends = [*(one.start() for one in found[1:]), len(text)]
    asked = [_ASKED.search(text, one.end(), end) for one, end in zip(found, ends, strict=True)]
    others = sum(key is not None and key[1] != one[1] for one, key in zip(found, asked, strict=True))
    if others >= _FEWEST_ASKED:
        titles = {text[one.end() :].split("\n", 1)[0].strip().lower() for one in found}
        return _OF_CONTENTS.sub(lambda one: one[1] if one[2].lower() in titles else one[0], _CHAPTER.sub("", text))
    if text.count("\n", found[0].end(), found[-1].start()) < _LINES_OF_CHAPTER * (len(found) - 1):
        return text
    return _CHAPTER.sub(lambda one: "" if _AIM.match(text, one.end()) else one[0], text)


def with_outline_as_ways(text: str) -> str:
    """Put the numbers of an outline as ways, where the first key of each stands in a line above: `1-2 Refunds`."""
    lines = list(_OUTLINED.finditer(text))
    heads = [(found.start(), found[1]) for found in _HEAD.finditer(text)] if len(lines) >= _FEWEST else []
    above = [heads[bisect_left(heads, (one.start(),)) - 1] for one in lines] if heads else []
    if not above or any(place > one.start() or key != one[2] for (place, key), one in zip(above, lines, strict=True)):
        return text
    if lines[0][3] != "1":
        return text
    return _OUTLINED.sub(lambda found: f"{found[1]}{found[2]}-{found[3]}{found[4].replace('.', '-')} ", text)


_OUTLINED: Final = re.compile(r"^([ \t]*)(\d)\.?(\d)((?:\.\d)?)[ \t]+(?=[^\s\d][^\n]{1,60}$)", re.MULTILINE)
_HEAD: Final = re.compile(r"^[ \t]*(\d)(?:\.|\)|:| [-–])?[ \t]+[^\s\d]", re.MULTILINE)


def _follow(one: str, other: str) -> bool:
    """Whether two numbers follow each other: `2.1` and `2.2`, `2.3` and `3.1`."""
    first, second = ([int(part) for part in number.split(".")] for number in (one, other))
    if len(first) != len(second):
        return False
    return second in ([*first[:-1], first[-1] + 1], [*first[:-2], first[-2] + 1, 1])


_FEWEST: Final = 2
"""Lines of text that show that numbers are those of paragraphs."""
