"""What a call is not as it was written down: one sentence, and what would have fitted."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST_NAMED = 8
"""Names that a message lists."""
_SHOWN = 80


class MismatchError(Exception):
    """A step of a call that cannot be taken, or does not hold.

    `message` is one sentence; `hint` says how to mend the step; `nearest` is what would have fitted best.
    """

    def __init__(self, message: str, hint: str = "", nearest: str = "") -> None:
        """Take down what is wrong."""
        super().__init__(message)
        self.message, self.hint, self.nearest = message, hint, nearest


def near(name: str, known: Iterable[str]) -> str:
    """Give the known name that was probably meant, or nothing."""
    return next(iter(difflib.get_close_matches(name, list(known), 1)), "")


def named(names: Iterable[str]) -> str:
    """List names for a message: the first of them, in quotes."""
    several = [f"'{short(name)}'" for name in names]
    more = f" and {len(several) - MOST_NAMED} more" if len(several) > MOST_NAMED else ""
    return ", ".join(several[:MOST_NAMED]) + more


def unknown(name: str, known: Iterable[str], what: str) -> MismatchError:
    """Say that there is nothing of a name, and what was probably meant, or what there is."""
    several = list(known)
    meant = near(name, several)
    message = f"the flow has no {what} '{short(name)}'" + (f"; did you mean '{meant}'?" if meant else "")
    hint = "" if meant or not several else f"There is {named(several)}."
    return MismatchError(message, hint)


def short(text: str) -> str:
    """Give the beginning of a text for a message."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
