"""Numbers that a text says are going to be closed: `We are closing the lines for repairs (555-0151) and rents (..`."""

from __future__ import annotations

from typing import Final

from ivr.prose.anycase import AnyCase

_CLOSING: Final = AnyCase(
    r"\b(?:closing|replacing|withdrawing|retiring|scrapping|switching off|turning off|phasing out) (?:down )?(?:the|our"
    r"|both|all|these|its) (?:[\w-]+ ){0,4}?(?:numbers?|lines?)\b[^.;]{0,70}$"
)
_SENTENCE: Final = 100
"""Letters before a number in which that is said of it, and of others before it."""


def is_being_closed(text: str, start: int) -> bool:
    """Whether the number that begins at a place of a text will not be answered any more."""
    return _CLOSING.search(text[max(start - _SENTENCE, 0) : start])
