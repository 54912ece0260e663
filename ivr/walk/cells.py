"""Text measured in the cells of a terminal: a wide character takes two, a combining one none."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from prompt_toolkit.utils import get_cwidth

from ivr.printable import printable

Piece = tuple[str, str]
"""A style, and text that is shown in it."""
Row = list[Piece]
"""One line of the screen."""

MOST_SHOWN = 4000
"""Characters of one prompt that the screen shows; the transcript has them all."""
_KEEPS_EMOJI = {"\u200d", "\ufe0e", "\ufe0f"}


def shown(text: str) -> str:
    """Give text as the screen shows it: one line, nothing that terminals obey, nothing that they measure differently.

    What joins emoji to one picture is left out, for no two terminals agree on how wide the picture is.
    """
    text = printable(text[:MOST_SHOWN]) + ("…" if len(text) > MOST_SHOWN else "")
    if text.isascii():
        return text
    return "".join(sign for sign in text if sign not in _KEEPS_EMOJI and unicodedata.category(sign) != "Cf")


def cells(text: str) -> int:
    """Give how many cells a text takes."""
    return len(text) if text.isascii() else get_cwidth(text)


def clip(text: str, columns: int) -> str:
    """Cut a text that is wider than `columns` cells, and end it with an ellipsis."""
    if cells(text) <= columns:
        return text
    return _first(text, columns - 1) + "…" if columns > 0 else ""


def _first(text: str, columns: int) -> str:
    """Give the longest beginning of a text that fits; a combining character stays with the one it belongs to."""
    taken = 0
    for number, sign in enumerate(text):
        taken += get_cwidth(sign)
        if taken > columns:
            return text[:number]
    return text


def clip_row(row: Row, columns: int) -> Row:
    """Cut a line of the screen that is too wide."""
    clipped: Row = []
    left = columns
    for style, text in row:
        fits = clip(text, left)
        clipped.append((style, fits))
        left -= cells(fits)
        if fits != text:
            break
    return clipped


def wrap(text: str, columns: int) -> list[str]:
    """Break a text into lines of at most `columns` cells, between words where it can be done; at least one line."""
    lines = [""]
    for word in text.split(" "):
        lines[-1:] = _with_word(lines[-1], word, max(columns, 2))
    return lines


def _with_word(line: str, word: str, columns: int) -> list[str]:
    """Add a word to a line, or begin another one; a word that is too long for any line is broken."""
    joined = f"{line} {word}" if line else word
    if cells(joined) <= columns:
        return [joined]
    lines = [line] if line else []
    while cells(word) > columns:
        lines.append(_first(word, columns))
        word = word[len(lines[-1]) :]
    return [*lines, word]


def pack(parts: Iterable[str], columns: int, between: str = " · ") -> list[str]:
    """Put parts side by side, on as few lines as they fit."""
    lines: list[str] = []
    for part in parts:
        if lines and cells(lines[-1]) + cells(between) + cells(part) <= columns:
            lines[-1] += between + part
        else:
            lines.append(clip(part, columns))
    return lines
