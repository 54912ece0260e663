"""Writing suppressions into a flow file, as its author would: behind the line, or above it where that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ivr.edit import Edit, edited
from ivr.finding import Finding
from ivr.loading.compose import compose
from ivr.source import Place
from ivr.suppression import Texts, suppressions_in

WIDTH = 120
"""A comment that would make a line longer than this goes above it."""
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


class Silenced(NamedTuple):
    """The new text of a file, the findings that it suppresses, and those that no comment can be written for."""

    text: str
    done: tuple[Finding, ...]
    left: tuple[Finding, ...]


def silenced(text: str, file: str, findings: Iterable[Finding], reason: str = "") -> Silenced:
    """Write a suppression for each finding in a file; nothing but comments changes, or the text stays as it is."""
    every = tuple(findings)
    by_line: dict[int, list[Finding]] = {}
    for finding in every:
        by_line.setdefault(finding.place.line, []).append(finding)
    page = _Page(text, file, reason)
    edits = {line: page.edit(line, sorted({one.code for one in some})) for line, some in by_line.items()}
    new = edited(text, [edit for edit in edits.values() if edit])
    if compose(new, file)[0] != compose(text, file)[0]:
        return Silenced(text, (), every)
    done = tuple(one for one in every if edits[one.place.line])
    return Silenced(new, done, tuple(one for one in every if not edits[one.place.line]))


class _Page:
    """A file while suppressions are written into it: its lines, where its texts stand, and what is suppressed."""

    def __init__(self, text: str, file: str, reason: str) -> None:
        self.file = file
        self.reason = f" -- {reason}" if reason else ""
        self.texts = Texts(text)
        self.lines = [(found.start(), found[1]) for found in _LINE.finditer(text)]
        every = suppressions_in(text, file)
        self.there = {one.line: one for one in every if one.valid and one.words and one.line}
        self.taken = {one.place.line for one in every}  # a second comment behind the first one says nothing

    def edit(self, number: int, codes: list[str]) -> Edit | None:
        """Give the edit that suppresses rules in a line (from 1), or None where a comment cannot be written."""
        start, line = self.lines[number - 1]
        indent = line[: len(line) - len(line.lstrip())]
        comment = f"# ivr: ignore[{', '.join(codes)}]{self.reason}"
        if number in self.there:
            last = self.there[number].words[-1][1]
            place = Place(self.file, last.end_line, last.end_column, last.end_line, last.end_column)
            return Edit(place, "".join(f", {code}" for code in codes))
        width = len(line.rstrip())
        behind, above = number not in self.taken and self._free(start + width), self._free(start)
        if behind and (width + 2 + len(comment) <= WIDTH or not above):
            return Edit(Place(self.file, number, width + 1, number, len(line) + 1), f"  {comment}")
        return Edit(Place(self.file, number, 1, number, 1), f"{indent}{comment}\n") if above else None

    def _free(self, offset: int) -> bool:
        """Whether a comment can stand at an offset: it is in no text, and what comes before can be read."""
        return offset <= self.texts.known and self.texts.around(offset) is None
