"""How wide words are in a drawing, the same on every machine.

Measured with whatever fonts a machine has, the same flow would give other bytes elsewhere; so the widths of one face
(DejaVu Sans, as wide as Verdana letter for letter) are kept here, in em, and a drawing asks for those faces.
"""

from __future__ import annotations

import unicodedata

FACES = "Verdana, 'DejaVu Sans', Geneva, Arial, sans-serif"
FACE = "DejaVu Sans"
BOLD = 1.12
"""How much wider the bold letters of the face are, on average."""

_CLASSES = (
    ("'ijlIJ", 0.29),
    (" ,./:;|\\f-·", 0.36),
    ('()[]t!r"', 0.42),
    ("*_`sz?", 0.53),
    ("LcFkTvxyPYoae", 0.60),
    ("ESbdghnpqu$0123456789{}K", 0.64),
    ("BVXZRCAUNH", 0.72),
    ("DG&OQw#+<=>^~", 0.82),
    ("Mm%W@", 0.98),
)
_WIDTHS = {letter: width for letters, width in _CLASSES for letter in letters}
_LONG = 1.05
_WIDE, _WIDEST = 1.3, 1.75
"""Letters that fonts may lack are painted as boxes with their numbers in them: these are as wide as that."""
_OTHER = 0.84
_COMMON = 0x700
"""The faces have the letters of most scripts before this number, and few of those behind."""


def is_wide(letter: str) -> bool:
    """Say whether a letter fills a whole square, as those of Chinese, Japanese and Korean do."""
    return unicodedata.east_asian_width(letter) in "WF"


def letter_width(letter: str) -> float:
    """Give the width of one letter in em; a mark that stands on its neighbour has none."""
    known = _WIDTHS.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Cf", "Mn"}:
        return 0.0
    if is_wide(letter) or (ord(letter) >= _COMMON and unicodedata.category(letter) == "Lo"):
        return _WIDE if ord(letter) <= 0xFFFF else _WIDEST  # noqa: PLR2004 -- beyond it a number has more digits
    return _LONG if letter in "…—“”" else _OTHER


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Give the width of a line of text in points, at a letter size in points."""
    return sum(map(letter_width, text)) * size * (BOLD if bold else 1.0)
