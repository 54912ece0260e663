"""Lines that a sentence tells hours of by their names, where it names no number: `Juror line hours: 8:30 to 5`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, Document
from ivr.prose.naming import names_in
from ivr.prose.phones import VOICE, Phone

_MOST_NAMES = 60
"""Names of lines that are kept of a document."""
_LONGEST_HEAD = 40
_NUMBERED = AnyCase(r"^[\d.()#\s]+|\W+$")
_FEWEST_LETTERS = 4
_MOST_PHONES = 20
"""Numbers of a block that are looked at; a line of more is cut into many blocks, and no directory."""


def names_of(document: Document, on_line: Mapping[int, Sequence[Phone]]) -> dict[str, str]:
    """Give what a document calls its numbers, in small letters: beside them, or in the heading of one alone."""
    found: dict[str, str] = {}
    headed: dict[str, set[str]] = {}
    title = led = ""
    for block in document.blocks:
        if block.kind == HEADING:
            named = _NUMBER_LAST.sub("", block.words)
            title = _NUMBERED.without(named).lower() if len(named) <= _LONGEST_HEAD else ""
        lines = range(block.text.line(0), block.text.starts[-1][1] + 1)
        told = (phone for line in lines for phone in on_line.get(line, ())[:_MOST_PHONES])
        phones = [phone for phone in islice(told, _MOST_PHONES) if phone.use == VOICE]
        before, led = led, block.words
        if not phones:
            continue
        if (ahead := _LEADS_TO.search(before)) and block.words[: phones[0].start].strip() == "":
            found.setdefault(ahead[1].lower(), phones[0].e164)
        if title and (title in headed or len(headed) < _MOST_NAMES):
            headed.setdefault(title, set()).update(phone.e164 for phone in phones)
        if len(found) < _MOST_NAMES and _stand_in(block.words, phones):
            for name, number in names_in(block.words, phones):
                found.setdefault(_ARTICLE.without(name), number)
    return {called: number for name, numbers in headed.items() for called, number in _called(name, numbers)} | found


def _called(name: str, numbers: set[str]) -> Iterator[tuple[str, str]]:
    """Give how the line of a heading is called, where only one number stands under that."""
    if len(numbers) == 1 and len(name) >= _FEWEST_LETTERS:
        for called in (name,) if " " in name else (f"{name} line", f"{name} lines"):
            yield called, next(iter(numbers))


_LEADS_TO = re.compile(r"((?:[A-Z][\w'’&-]+ ){1,3}[A-Z][\w'’&-]+):$")
"""Who is called at the number in the next line: `from Customer Relations:`."""


_NUMBER_LAST = re.compile(r"[\s:,(–—-]*[+(]?\d[\d ().-]{6,18}\d\)?$")
"""The number that stands in a heading behind the name of its line: `Business: 555-0100`."""


def _stand_in(words: str, phones: Sequence[Phone]) -> bool:
    return all(phone.end <= len(words) for phone in phones)


def line_named(before: str, names: Mapping[str, str]) -> str:
    """Give the number of the line that a sentence is of: its name begins what stands before the hours."""
    plain = _ARTICLE.without(before.lower())
    best = ""
    for name in names:
        behind = plain[len(name) : len(name) + 1]
        if len(name) > len(best) and plain.startswith(name) and not behind.isalnum():
            best = name
    return names[best] if " " in best else ""


_ARTICLE = AnyCase(r"^[\s\W]*(?:(?:the|our|der|die|das|la|el|le)\s+)?")
