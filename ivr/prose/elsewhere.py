"""What shows by itself that a key is pressed on something else than a telephone, or is none."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose import guards
from ivr.prose.anycase import AnyCase
from ivr.prose.guard_words import PLANNED

_SHORTLY_BEFORE: Final = 160


def clause_bars(clause: str) -> str:
    """Say why the clause before a key, which is taken for its topic, bars it; nothing where it does not."""
    if _PLACED.match(clause) and guards.speaks_of_screens(clause):
        return "screen"  # "En el menú de la aplicación toque la opción 5"
    return "planned" if PLANNED.search(clause) else ""


_PLACED: Final = re.compile(r"(?:en|dans|sur|im|in|auf) ", re.IGNORECASE)


def is_elsewhere(text: str, at: int, *, called: bool) -> bool:
    """Whether a block says of a key in it that this is one of an app, a page or a keyboard, or not on the phone.

    `called` says that the block gives a number.
    """
    return _IN_APP.search(text, max(at - _SHORTLY_BEFORE, 0), at) is not None or _is_of_keyboard(text, called=called)


_IN_APP: Final = re.compile(r"\b(?:app|(?:web)?site|portal|appli|aplicaci[oó]n) ?\([^()]*$", re.IGNORECASE)
"""What stands before a key in brackets that tell where in an app or a page it is: `app (Menu > 4)`."""


@lru_cache(maxsize=guards.REMEMBERED)
def _is_of_keyboard(text: str, *, called: bool) -> bool:
    return _NOT_ON_PHONE.search(text) or (not called and _KEYBOARD.search(text))


_NOT_ON_PHONE: Final = AnyCase(r"\bnot (?:on|by|over) (?:the|your) (?:tele)?phone\b")
_KEYBOARD: Final = AnyCase(
    r"\b(?:hold(?:ing)? (?:down )?(?:the )?(?:shift|ctrl|control|alt|cmd|command)\b|viewport|right-click"
    r"|(?:shift|ctrl|alt|cmd) ?\+ ?\w)"
)


def compares_options(before: str) -> bool:
    """Whether it was said that options are laid before people who choose one of them in a meeting."""
    return _COMPARED.search(before) is not None


_COMPARED: Final = re.compile(
    r"\b(?:present|consider|compar|discuss|review|stud|outlin)\w*\b[^.!?]{0,30}\b(?:\d|two|three|four|five) options\b",
    re.IGNORECASE,
)


def asks_for_extension(before: str) -> bool:
    """Whether the words before a key say that it is an extension."""
    before = before[-_SHORTLY_BEFORE:].lower()
    return "ext" in before and _EXTENSION.search(before)


_EXTENSION: Final = AnyCase(r"\bext(?:ension)?\.?(?: is| number| no\.?|:)?\s*$", re.IGNORECASE)
