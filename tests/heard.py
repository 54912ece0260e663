"""What a caller hears of a small document: its options, hours, numbers and conflicts, as short tuples."""

from __future__ import annotations

from ivr.prose.extracted import Extracted, extract
from ivr.prose.opened import read_document


def read(text: str, name: str = "page.txt") -> Extracted:
    return extract([read_document(text.encode(), name)])


def told(text: str, name: str = "page.txt") -> list[tuple[str, str]]:
    """Give each option: the keys that are pressed, one after another, and what they lead to."""
    return [("".join((*one.path, one.key)), one.topic) for one in read(text, name).options]


def keys(text: str, name: str = "page.txt") -> list[str]:
    return [key for key, _ in told(text, name)]


def reached(text: str, name: str = "page.txt") -> list[tuple[str, str]]:
    """Give each option: the number that is called, and the keys."""
    return [(one.number, "".join((*one.path, one.key))) for one in read(text, name).options]


def spoken(text: str, name: str = "page.txt") -> list[tuple[str, str]]:
    """Give each option: its language, and the keys."""
    return [(one.language, "".join((*one.path, one.key))) for one in read(text, name).options]


def conflicts(text: str, name: str = "page.txt") -> list[tuple[str, str, tuple[int, int]]]:
    """Give each conflict: its kind, the keys that it is of, and both of its lines."""
    return [
        (one.kind, "".join((*one.path, one.key)), (one.spots[0].line, one.spots[1].line))
        for one in read(text, name).conflicts
    ]


def hours(text: str, name: str = "page.txt") -> list[str]:
    return [one.hours.words for one in read(text, name).hours]
