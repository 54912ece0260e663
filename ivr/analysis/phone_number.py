"""Telephone numbers as people write them: what is dialled, whether two are the same, and what is certainly wrong.

Numbers of the North American Numbering Plan are known by their 1 or +1; of all others only the length is judged
(ITU-T E.164: at most 15 digits, and no country's code begins with 0).
"""

from __future__ import annotations

import re
from typing import Final

MOST_DIGITS: Final = 15
FEWEST_DIGITS: Final = 3
_NANP_DIGITS: Final = 11
_FEWEST_WITH_PLUS: Final = 7

_BEHIND: Final = re.compile(r"\s*(?:[;,(]|\b(?:ext|extension|option|opt)\b|(?<=\d)\s*x\s*\d).*$", re.IGNORECASE)
_EXTENSION: Final = re.compile(r"(?:\b(?:ext|extension|option|opt)\b\.?|;ext=|(?<=\d)\s*x|,+)\s*(\d+)", re.IGNORECASE)
_LETTERS: Final = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_CODE_IN_BRACKETS: Final = re.compile(r"\((\d{2,5})\)")
_TRUNK_ZERO: Final = "(0)"  # left out by who dials the country's code
_NORTH_AMERICAN: Final = re.compile(r"\+1|1[-. ]\d{3}[-. ]")
_INTERNAL: Final = re.compile(r"\s*(?:\d{1,2}|(?:[*#]+\d+)+[*#]*)\s*$", re.ASCII)
_ADDRESS: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|.*@")


def dialled(number: str) -> str:
    """Give the digits of a number, letters turned into those of their keys (ITU-T E.161), without its extension."""
    return re.sub(r"[^0-9]", "", _main_part(number).upper().translate(_LETTERS))


def _main_part(number: str) -> str:
    number = number.strip().removeprefix("tel:").replace(_TRUNK_ZERO, "")
    return _BEHIND.sub("", _CODE_IN_BRACKETS.sub(r"\1", number))


def same_number(number: str) -> tuple[str, str]:
    """Give what is the same for all spellings of one number: its digits with the country's code, and its extension."""
    digits = dialled(number)
    if not digits:
        return number, ""
    extension = _EXTENSION.search(number)
    plain = _main_part(number).startswith("+") or len(digits) != _NANP_DIGITS - 1 or digits[0] in "01"
    return (digits if plain else f"1{digits}"), extension[1] if extension else ""


def may_be_internal(number: str) -> bool:
    """Whether only a telephone system in the house may know a number: an extension of 1 or 2 digits, or a star code."""
    return bool(_INTERNAL.match(number))


def what_is_wrong(number: str) -> str:
    """Say what is certainly wrong with a number, as the end of a sentence; nothing where it may well be one."""
    if _ADDRESS.match(number.strip()) and not number.startswith("tel:"):
        return ""
    digits, main = dialled(number), _main_part(number)
    if not re.search("[0-9]", main) or len(digits) < FEWEST_DIGITS:
        return f"has fewer than {FEWEST_DIGITS} digits"
    if main.startswith("+") and digits.startswith("0"):
        return "has a 0 behind its +, and no country's code begins with 0"
    if _NORTH_AMERICAN.match(main):
        return _wrong_in_north_america(digits, vanity=any(sign.isalpha() for sign in main))
    if main.startswith("+") and len(digits) < _FEWEST_WITH_PLUS:
        return f"has only {len(digits)} digits, with its country's code"
    most = MOST_DIGITS + (len(digits) - len(digits.lstrip("0"))) + (3 if digits.startswith("011") else 0)
    return f"has {len(digits)} digits, and no number has more than {MOST_DIGITS}" if len(digits) > most else ""


def _wrong_in_north_america(digits: str, *, vanity: bool) -> str:
    """Judge a number by the North American Numbering Plan: 1, then an area code and an exchange of NXX, then four."""
    if len(digits) < _NANP_DIGITS or (len(digits) > _NANP_DIGITS and not vanity):
        return f"has {len(digits) - 1} digits behind its 1; in North America a number has 10"
    if digits[1] in "01":
        return f"has the area code {digits[1:4]}, and in North America none begins with {digits[1]}"
    if digits[4] in "01":
        return f"has the exchange {digits[4:7]}, and in North America none begins with {digits[4]}"
    return ""
