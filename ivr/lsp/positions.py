"""Positions, to and fro: editors count from 0 and in code units, the places of a flow from 1 and in characters.

Which units is agreed upon when editor and server meet; it is UTF-16 where nothing is said, in which one emoji is two.
The lines are those of the protocol (LF, CRLF, CR), which are those of `ivr.tree.Sheet`, and no others.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lsprotocol.types import Position, PositionEncodingKind, Range

from ivr.source import Place

LINE_END = re.compile(r"\r\n|\r|\n")
Encoding = PositionEncodingKind | str
_WIDTH: Mapping[str, Callable[[str], int]] = {
    PositionEncodingKind.Utf8.value: lambda text: len(text.encode("utf-8", "surrogatepass")),
    PositionEncodingKind.Utf16.value: lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    PositionEncodingKind.Utf32.value: len,
}


class Lines:
    """The lines of one text, and where things stand in them for an editor that counts in `encoding`."""

    def __init__(self, text: str, encoding: Encoding = PositionEncodingKind.Utf16) -> None:
        """Split the text; its line ends are no part of the lines, and `newline` is the first of them."""
        self.lines = LINE_END.split(text)
        found = LINE_END.search(text)
        self.newline = found[0] if found else "\n"
        word = encoding.value if isinstance(encoding, PositionEncodingKind) else encoding
        self._width = _WIDTH.get(word, _WIDTH[PositionEncodingKind.Utf16.value])

    def position(self, line: int, column: int) -> Position:
        """Give the position of a line and a column from 1; behind the end of a line or the text it is that end."""
        if line > len(self.lines):
            return Position(len(self.lines) - 1, self._width(self.lines[-1]))
        return Position(line - 1, self._width(self.lines[line - 1][: column - 1]))

    def range(self, place: Place) -> Range:
        """Give the range of a place."""
        return Range(self.position(place.line, place.column), self.position(place.end_line, place.end_column))

    def point(self, position: Position) -> tuple[int, int]:
        """Give line and column, from 1, of a position; one in the middle of a character is before it."""
        if position.line >= len(self.lines):
            return len(self.lines), len(self.lines[-1]) + 1
        line = self.lines[position.line]
        return position.line + 1, self._characters(line, position.character) + 1

    def _characters(self, line: str, units: int) -> int:
        if line.isascii():
            return min(units, len(line))
        for count, character in enumerate(line):
            units -= self._width(character)
            if units < 0:
                return count
        return len(line)

    @property
    def whole(self) -> Range:
        """The range of all of the text."""
        return Range(Position(0, 0), self.position(len(self.lines) + 1, 1))


def holds(place: Place, line: int, column: int) -> bool:
    """Whether a point is in a place or at its edge: a cursor stands between two characters."""
    return (place.line, place.column) <= (line, column) <= (place.end_line, place.end_column)
