"""Numbers that cost whoever rings them: premium numbers, and those of countries in which a flow has no line.

The prefixes are those of the countries' numbering plans (from memory, not checked); a number is only judged where its
country is known: by a + or an international prefix, or by the shape of a North American number.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

from ivr.analysis.phone_number import dialled


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ONE_DIGIT: Final = frozenset("17")
_TWO_DIGITS: Final = _set_of(
    """20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90
    91 92 93 94 95 98"""
)
_ABROAD: Final = r"\s*(?:\+|00|011)(?=[\s\d(.-])"
_NANP: Final = "1"
_NANP_NUMBER: Final = r"1?[2-9]\d{2}[2-9]\d{6}$"
_PREMIUM: Final = MappingProxyType(
    {
        "1": r"900",
        "31": r"90[069]",
        "32": r"90",
        "33": r"89",
        "34": r"80[367]|905",
        "39": r"89",
        "41": r"90[016]",
        "43": r"9[03]0",
        "44": r"9",
        "48": r"70",
        "49": r"900|137",
        "61": r"190",
    }
)
_PREMIUM_AT_HOME: Final = r"0900"
_ISLANDS: Final = _set_of("242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876")
"""Area codes of the North American plan that belong to islands, and are charged as calls abroad."""


def country_of(number: str) -> str:
    """Give the country code of a number, "1 876" and the like for an island; nothing where it cannot be told."""
    digits = _international(number)
    if not digits:
        return ""
    if digits[0] == _NANP and digits[1:4] in _ISLANDS:
        return f"{_NANP} {digits[1:4]}"
    return digits[0] if digits[0] in _ONE_DIGIT else digits[:2] if digits[:2] in _TWO_DIGITS else digits[:3]


def is_premium(number: str) -> bool:
    """Whether a number is one that callers pay for by the minute, above the price of the call."""
    digits, code = _international(number), country_of(number)
    if not digits:
        return bool(re.match(_PREMIUM_AT_HOME, dialled(number)))
    return bool(code in _PREMIUM and re.match(_PREMIUM[code], digits[len(code) :]))


def _international(number: str) -> str:
    """Give the digits of a number with its country's code; nothing where that is not known."""
    digits, abroad = dialled(number), re.match(_ABROAD, number)
    if abroad:
        prefix = abroad[0].strip()
        return digits if prefix == "+" else digits.removeprefix(prefix)
    if re.match(_NANP_NUMBER, digits):
        return digits if digits.startswith(_NANP) else f"{_NANP}{digits}"
    return ""
