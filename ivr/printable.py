"""Text on its way to a terminal: nothing in a flow may command the terminal of the person who reads it."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Final

_BREAKS: Final = re.compile(r"[\t\n\r\f\v\x85\u2028\u2029]+")
_RAW: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that command a terminal, turn the direction of a line, or cannot be written as UTF-8."""


def printable(text: str) -> str:
    """Give `text` on one line with nothing in it that a terminal obeys: an escape is spelled as Python spells it."""
    if text.isprintable():
        return text
    return _RAW.sub(lambda found: ascii(found[0])[1:-1], _BREAKS.sub(" ", text))


def path_of(file: str) -> str:
    """Give a file's path as the web writes it: with `/`, and no `./` before it; fit for a terminal."""
    return printable(PurePath(file).as_posix())
