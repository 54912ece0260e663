"""What stands in a flow's files and is kept nowhere else: notes of the flow and its hours, and comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from ivr.suppression import Texts
from ivr.tree import Mapping, Sequence

if TYPE_CHECKING:
    from ivr.flow import Flow

_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_RULED: Final = re.compile(r"[-=~_*]{3,}")
"""Lines drawn with signs, which divide a file and say nothing."""


def entry_text(flow: Flow, *path: str) -> str:
    """Give the text that is written at a place; empty where none is."""
    found = _at(flow, path)
    return found if isinstance(found, str) else ""


def entry_names(flow: Flow, *path: str) -> tuple[str, ...]:
    """Give the texts of a list that is written at a place, or the one text."""
    found = _at(flow, path)
    if isinstance(found, Sequence):
        return tuple(one for one in found if isinstance(one, str))
    return (found,) if isinstance(found, str) and found else ()


def _at(flow: Flow, path: tuple[str, ...]) -> object:
    found: object = flow.tree
    for key in path:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def comments(flow: Flow) -> Iterator[str]:
    """Give the comments of a flow's files, in their order; lines of comment that stand below one another are one."""
    for text in flow.texts.values():
        if "#" in text:
            yield from _comments(text)


class _Comment(NamedTuple):
    text: str
    column: int


def _comments(text: str) -> Iterator[str]:
    texts = Texts(text)
    before: _Comment | None = None
    for found in _LINE.finditer(text):
        line = found.group().rstrip("\r\n")
        column = texts.comment(found.start(), line) if "#" in line else None
        said = "" if column is None else _RULED.sub("", line[column:].lstrip("#")).strip()
        goes_on = before and said and column == before.column and not line[:column].strip()
        if before and not goes_on:
            yield before.text
            before = None
        if said and column is not None:
            before = _Comment(f"{before.text} {said}" if before else said, column)
    if before:
        yield before.text
