"""Lines of a file as a person is shown them in a terminal, with carets under what is meant, and advice below."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ivr.printable import printable
from ivr.source import Place

WIDTH = 80
"""Columns within which the lines of the file and the advice are kept: the width of a terminal that nobody resized."""
BOLD, FAINT, RED, GREEN, YELLOW, BLUE = "1", "2", "1;31", "1;32", "1;33", "34"
_LEAD = 32
_MOST_QUOTED = 80
_MOST_SAID = 1000
_LINE_END = re.compile(r"\r\n|\r|\n")  # as editors and the reader count them; str.splitlines knows more
_LONG_QUOTE = re.compile(rf"'([^']{{{_MOST_QUOTED},}})'")


class Pen(NamedTuple):
    """How something is written for a terminal: with colours or without, and the lines of the files it shows."""

    colour: bool
    lines: Mapping[str, list[str]]

    def paint(self, text: str, code: str) -> str:
        """Give a text in a colour, where there are any."""
        return f"\033[{code}m{text}\033[0m" if self.colour and text else text


def pen_for(texts: Mapping[str, str], *, colour: bool) -> Pen:
    """Take up a pen for the texts of some files, by name."""
    return Pen(colour, {file: _LINE_END.split(text) for file, text in texts.items()})


def advice(kind: str, said: str) -> list[str]:
    """Give a piece of advice of some kind, within the width of a terminal."""
    return textwrap.wrap(
        shortened(said), WIDTH, initial_indent=f"  = {kind}: ", subsequent_indent="    ", break_on_hyphens=False
    )


def snippet(place: Place, margin: int, colour: str, pen: Pen) -> Iterator[str]:
    """Give the line of the file, and carets under what is meant; `…` where either goes on."""
    lines = pen.lines.get(place.file, [])
    if not 1 <= place.line <= len(lines):
        return
    text = lines[place.line - 1]
    goes_on = place.end_line > place.line
    start = place.column - 1
    end = max(start + 1, len(text.rstrip()) if goes_on else place.end_column - 1)
    shown, start, end = _cut(text, start, end, WIDTH - margin - 5)
    carets = "^" * max(1, _columns(shown[start:end])) + ("…" if goes_on else "")
    number, blank = pen.paint(f"  {place.line:>{margin}} |", BLUE), pen.paint(f"  {' ' * margin} |", BLUE)
    yield f"{number} {shown}".rstrip()
    yield f"{blank} {' ' * _columns(shown[:start])}{pen.paint(carets, colour)}"


def _cut(text: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """Give as much of a line, from around `start`, as there is room for, and where what is meant begins and ends."""
    if len(text) <= room and _columns(text) <= room:
        return _one_for_one(text), start, end
    cut = max(0, start - _LEAD)
    spare = room - _columns(text[cut : cut + room])
    while cut and (spare := spare - _columns(text[cut - 1])) >= 0:  # the line ends before the room does
        cut -= 1
    kept = _one_for_one(text[cut : cut + room])
    while _columns(kept) > room - (cut + len(kept) < len(text)):
        kept = kept[:-1]
    before, after = "…" if cut else "", "…" if cut + len(kept) < len(text) else ""
    return before + kept[len(before) :] + after, start - cut, min(end - cut, len(kept))


def _one_for_one(text: str) -> str:
    """Make a piece of a file fit to be shown, one sign for one, so that carets stay exact."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else " " if sign.isspace() else "\ufffd" for sign in text)


def shortened(message: str) -> str:
    """Make a sentence printable, and cut what it quotes, and itself, where that is longer than anybody reads."""
    short = _LONG_QUOTE.sub(lambda found: f"'{found[1][: _MOST_QUOTED - 20]}…'", message)
    return printable(short if len(short) <= _MOST_SAID else short[: _MOST_SAID - 1] + "…")


def _columns(text: str) -> int:
    """Give how many columns of a terminal the text takes: wide letters take two, combining ones none."""
    if text.isascii():
        return len(text)
    from unicodedata import category, east_asian_width  # noqa: PLC0415 -- only for texts that need it

    return sum(
        0 if category(sign) in {"Mn", "Me"} else 2 if east_asian_width(sign) in {"W", "F"} else 1 for sign in text
    )
