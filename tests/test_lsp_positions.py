from __future__ import annotations

import pytest

pytest.importorskip("pygls")

from hypothesis import given
from hypothesis import strategies as some
from lsprotocol.types import Position, PositionEncodingKind

from ivr.edit import edited
from ivr.lsp.changes import difference
from ivr.lsp.positions import Lines
from ivr.source import Place
from ivr.tree import Sheet

TEXT = "a: é😀b\r\nsay: 👩‍⚕️ naïve\u2028x\rlast\n"


@pytest.mark.parametrize(
    ("encoding", "columns"),
    [
        (PositionEncodingKind.Utf8, (3, 5, 9, 10)),
        (PositionEncodingKind.Utf16, (3, 4, 6, 7)),
        (PositionEncodingKind.Utf32, (3, 4, 5, 6)),
    ],
)
def test_a_column_is_counted_in_the_units_agreed_upon(encoding: PositionEncodingKind, columns: tuple[int, ...]) -> None:
    lines = Lines(TEXT, encoding)
    assert tuple(lines.position(1, column).character for column in (4, 5, 6, 7)) == columns
    assert [lines.point(Position(0, column)) for column in columns] == [(1, 4), (1, 5), (1, 6), (1, 7)]


def test_only_the_line_ends_of_the_protocol_end_a_line() -> None:
    assert Lines(TEXT).lines == ["a: é😀b", "say: 👩‍⚕️ naïve\u2028x", "last", ""]


@pytest.mark.parametrize(
    ("at", "point"),
    [
        (Position(0, 5), (1, 5)),  # in the middle of the emoji: before it
        (Position(0, 99), (1, 7)),
        (Position(9, 0), (4, 1)),
        (Position(3, 4), (4, 1)),
    ],
)
def test_a_position_that_is_none_is_the_nearest_before(at: Position, point: tuple[int, int]) -> None:
    assert Lines(TEXT).point(at) == point


def test_a_place_behind_the_end_is_the_end() -> None:
    found = Lines("a\nbé").range(Place("x", 2, 1, 9, 9))
    assert (found.start, found.end) == (Position(1, 0), Position(1, 2))
    assert Lines("").whole.end == Position(0, 0)


@given(some.text(alphabet="aé😀\n\r :"), some.sampled_from(list(PositionEncodingKind)))
def test_every_place_comes_back(text: str, encoding: PositionEncodingKind) -> None:
    lines, sheet = Lines(text, encoding), Sheet("x", text)
    for offset in range(len(text) + 1):
        line, column = sheet.point(offset)
        if text[offset - 1 : offset + 1] != "\r\n":
            assert lines.point(lines.position(line, column)) == (line, column)


@given(some.text(alphabet="ab\n\r"), some.text(alphabet="ab\n\r"))
def test_a_difference_makes_one_text_of_the_other(old: str, new: str) -> None:
    edits = list(difference(old, new, "x"))
    assert len(edits) == (old != new)
    line_end = next((end for end in ("\r\n", "\n", "\r") if end in old), "\n")
    if "\r" not in old + new or "\n" not in old + new:
        assert edited(old, edits) == new or line_end == "\r"
