"""Where sentences say on what a key is pressed, or something is done: `Press 1 on the panel`, `on the website`."""

from __future__ import annotations

import re
from typing import Final


def place_told(text: str) -> str:
    """Give the words that say on what something is done: `on the website`; nothing where there are none."""
    found = _WHERE.search(text)
    return found[0] if found else ""


def pressed_on(sentence: str) -> str:
    """Give the words right behind a key that say on what it is pressed: `Press 1 on the panel for low`."""
    found = _PRESSED_ON.search(sentence)
    return found[0] if found else ""


_WHERE: Final = re.compile(r"\b(?:on|in|at|from|using|via) (?:the|your|our|an?) [\w -]{3,20}", re.IGNORECASE)
_PRESSED_ON: Final = re.compile(
    r"(?<= [0-9*#]) (?:on|in|at) (?:the|your|our|an?|its) (?!menu\b)[\w-]+"
    r"(?: (?!(?:for|to|if|and|or)\b)[\w-]+){0,2}"
)
