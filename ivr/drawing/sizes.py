"""How large a box is and where its parts stand inside it; all lengths in points."""

from __future__ import annotations

from dataclasses import dataclass

from ivr.drawing.measure import text_width
from ivr.drawing.picture import Box, Row

TITLE, TEXT, SMALL = 12.0, 10.0, 8.0
"""The sizes of letters: titles, prompts and rows, kinds and other small words."""
HEADER, LINE, ROW, LESS = 28.0, 13.0, 21.0, 16.0
"""The heights of a title, a line of a prompt, a row, and a lesser row (failures, keys of every menu)."""
PAD, CAP, BADGE = 10.0, 20.0, 16.0
"""The room at the sides, the least width of a key cap, and the room of a step's number."""
SIDE = 22.0
"""The room that a shape with slanted sides needs beside the words."""
LEAST = 130.0


@dataclass(frozen=True, slots=True)
class Size:
    """The size of a box and the heights of its parts, from the top: title, words, rows."""

    width: float
    header: float
    body: float
    rows: tuple[float, ...]

    @property
    def height(self) -> float:
        """The height of the whole box."""
        return self.header + self.body + sum(self.rows) + self.foot

    @property
    def foot(self) -> float:
        """A little room under the last row."""
        return 5.0 if self.rows or self.body else 0.0


def size_of(box: Box) -> Size:
    """Say how large a box has to be for its words."""
    lines = len(box.prompt) + len(box.detail)
    width = max([LEAST, _header_width(box), *map(_row_width, box.rows), *_line_widths(box)])
    body = lines * LINE + 6 if lines else 0.0
    return Size(_round(width), HEADER, body, tuple(row_height(row) for row in box.rows))


def _round(width: float) -> float:
    # Whole even points: half of one is whole, so no rounding can differ between machines.
    return float(2 * round(width / 2 + 0.5))


def row_height(row: Row) -> float:
    """Give the height of a row: what callers choose stands out from what befalls them."""
    return ROW if row.style in {"key", "words"} else LESS


def _header_width(box: Box) -> float:
    word = text_width(box.word.upper(), SMALL)
    marks = sum(mark_width(mark.code) + 4 for mark in box.marks) + len(box.steps) * BADGE
    shut = text_width(box.shut.upper(), SMALL, bold=True) + 12 if box.shut else 0
    return text_width(box.title, TITLE, bold=True) + word + marks + shut + 2 * SIDE + 14


def mark_width(mark: str) -> float:
    """Give the width of the badge of a finding."""
    return text_width(mark, SMALL, bold=True) + 8


def _line_widths(box: Box) -> list[float]:
    return [text_width(line, TEXT) + 2 * PAD + 4 for line in (*box.prompt, *box.detail)]


def cap_width(row: Row) -> float:
    """Give the width of a row's key cap, or of the room left free where there is none."""
    return max(CAP, text_width(row.cap, TEXT, bold=True) + 10)


def _row_width(row: Row) -> float:
    extra = text_width("unannounced", SMALL) + 8 if not row.announced else 0
    shut = text_width(row.shut, SMALL, bold=True) + 8 if row.shut else 0
    told = text_width(row.told, SMALL, bold=True) + 8 if row.told else 0
    reference = text_width(row.reference, TEXT) + 12 if row.reference.strip() else 0
    words = cap_width(row) + 8 + text_width(row.words, TEXT)
    return 2 * PAD + words + extra + shut + told + reference + len(row.steps) * BADGE
