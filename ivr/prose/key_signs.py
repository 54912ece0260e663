"""Signs in the words around a key of whether it is one, for which nothing but these words are needed."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose import guards
from ivr.prose.grammar import Said
from ivr.prose.keys import BARE, CHAINED, OPTION, WEAKLY


def is_weak(text: str, each: Said) -> bool:
    """Whether nothing but what stands around it can tell that a key is one: no request asks for it."""
    return each.how in {WEAKLY, OPTION} or (each.how in {BARE, CHAINED} and "press" not in text.lower())


_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")


def is_in_brackets(words: str) -> bool:
    """Whether all that speaks of a device stands in brackets: `in an emergency (somebody in the lift) press 9`."""
    return "(" in words and not guards.barred(_IN_BRACKETS.sub(" ", words), "", "", called=False)
