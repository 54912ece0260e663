"""Slots: what callers type is unknown when a table is made, so a mark stands for it in values and in prompts.

A mark holds the name of the slot and an example. The example decides wherever the flow asks about the value; whoever
reads the table puts what was typed where the mark stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

OPEN, MIDDLE, CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
"""Characters that no text may hold: Unicode keeps them for the inside of programs."""
TYPED = "t"
"""The slot of the entry that is being made."""
_MARK = re.compile(f"{OPEN}([^{MIDDLE}]*){MIDDLE}([^{CLOSE}]*){CLOSE}")


def mark(slot: str, example: str) -> str:
    """Give the mark of a slot."""
    return f"{OPEN}{slot}{MIDDLE}{example}{CLOSE}"


def plain(text: str) -> str:
    """Put the examples where the marks stand."""
    return _MARK.sub(lambda found: found[2], text) if OPEN in text else text


def shown(text: str) -> str:
    """Leave only the name of each slot: a template, to be filled in."""
    return _MARK.sub(lambda found: f"{OPEN}{found[1]}{CLOSE}", text) if OPEN in text else text


def slots_in(texts: Iterable[str]) -> tuple[str, ...]:
    """Name the slots in some texts, in order, each once."""
    return tuple(dict.fromkeys(found[1] for text in texts if OPEN in text for found in _MARK.finditer(text)))


def renamed(text: str, names: Mapping[str, str]) -> str:
    """Give other names to slots."""
    return _MARK.sub(lambda found: mark(names[found[1]], found[2]), text) if OPEN in text else text


def is_marked(text: str) -> bool:
    """Whether a text of a flow holds what marks are made of."""
    return any(sign in text for sign in (OPEN, MIDDLE, CLOSE))
