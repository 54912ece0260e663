"""A line that is being written: what is asked for, what stands there so far, and where the cursor is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

LONGEST = 1000
"""Characters that a written line may have; a person who pastes more did not mean to."""


@dataclass
class Entry:
    """A line that is being written after a `label`, with a `hint` under it.

    `take` gets it when it is finished; it raises ValueError, with a sentence for people, for one that will not do.
    """

    label: str
    hint: str
    take: Callable[[str], None]
    text: str = ""
    at: int = 0

    def insert(self, text: str) -> None:
        """Write at the cursor; what is no character is left out."""
        written = "".join(sign for sign in " ".join(text.splitlines()) if sign.isprintable())
        written = written[: max(0, LONGEST - len(self.text))]
        self.text = self.text[: self.at] + written + self.text[self.at :]
        self.at += len(written)

    def press(self, key: str) -> bool:
        """Move the cursor or rub something out, as in any terminal; False for a key that does neither."""
        if key in _MOVES:
            self.at = _MOVES[key](self)
        elif key in _RUBS:
            start, end = sorted((self.at, _RUBS[key](self)))
            self.text, self.at = self.text[:start] + self.text[end:], start
        else:
            return False
        return True


def _left(entry: Entry) -> int:
    return max(0, entry.at - 1)


def _right(entry: Entry) -> int:
    return min(len(entry.text), entry.at + 1)


def _start(_: Entry) -> int:
    return 0


def _end(entry: Entry) -> int:
    return len(entry.text)


def _word(entry: Entry) -> int:
    return entry.text[: entry.at].rstrip().rfind(" ") + 1


_Places = Mapping[str, Callable[[Entry], int]]
_MOVES: Final[_Places] = MappingProxyType(
    {
        "left": _left,
        "c-b": _left,
        "right": _right,
        "c-f": _right,
        "home": _start,
        "c-a": _start,
        "end": _end,
        "c-e": _end,
    }
)
"""Where a key takes the cursor."""
_RUBS: Final[_Places] = MappingProxyType({"c-h": _left, "delete": _right, "c-u": _start, "c-k": _end, "c-w": _word})
"""How far from the cursor a key rubs out."""
