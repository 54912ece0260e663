"""When a key is pressed, where that tells what it is for: `press 2 when you are moving`, `press 3 when it's a bill`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.keypad import is_digits
from ivr.prose.tokens import Token
from ivr.prose.words import LEADS, NAMES, set_of

_WHOSE: Final = frozenset(("your", "someone", "somebody", "there's"))
_WHO: Final = frozenset(("you", "it", "there"))
_ARE: Final = set_of("are is need want have wish would like")
_SHORT: Final = set_of("you're you've you'd it's you’re you’ve you’d it’s")
_MOMENTS: Final = set_of(
    """asked prompted told connected offered given hear heard through on in at done ready finished over time
    picked answered greeted there"""
)
"""What callers are when the call is at some point of it: no case in which they call."""


def names_case(words: Sequence[str]) -> bool:
    """Whether the words behind `when` name a case in which people call, and no moment of the call."""
    first, *behind = (*words, "", "", "")
    if first in _WHOSE:
        return True
    if behind[:2] == ["your", "turn"]:
        return False
    if first in _SHORT:
        return behind[0] not in _MOMENTS
    return first in _WHO and behind[0] in _ARE and behind[1] not in _MOMENTS


_REACHING: Final = set_of("get reach speak talk hear be leave report pay ask book check skip go")


def tells_aim(tokens: Sequence[Token], key: str, end: int) -> bool:
    """Whether what stands right behind a key says what it is used for: `use * to go back`, `take 5 for the nurse`."""
    first, second = [*(one.word for one in tokens[end : end + 2]), "", ""][:2]
    if key in "*#":
        return first in {"to", "for"}
    return first in {"for", "if"} or (first == "to" and second in _REACHING)


_WAITING: Final = set_of("hold wait stay remain")
_ON_LINE: Final = set_of("on the line your holding in queue please simply just")


def behind_waiting(words: Sequence[str], at: int) -> int:
    """Pass over what callers may do instead of pressing a key: `Press 0, or stay on the line, for an adviser`."""
    begin = at + (words[at] == ",")
    if words[begin : begin + 1] != ["or"]:
        return at
    begin += 1
    while begin < len(words) and words[begin] in {"simply", "just", "please"}:
        begin += 1
    if begin >= len(words) or words[begin] not in _WAITING:
        return at
    begin += 1
    while begin < len(words) and words[begin] in _ON_LINE:
        begin += 1
    return begin + (words[begin : begin + 1] == [","])


_DEEDS: Final = (
    LEADS | set_of("brings rings pages opens reads plays repeats reaches raises wakes summons fetches hands")
) - set_of("is are es est ist to open says")
_OF_DEED: Final = set_of(
    """the a an you your up us our whoever someone somebody everyone directly straight through callers it"""
)


def tells_deed(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause begins with a key and what it does: `4 reaches the nurse`."""
    words = [one.word for one in tokens[at : at + 3]]
    if len(words) < len(("4", "rings", "the")) or words[1] not in _DEEDS or words[2] not in _OF_DEED:
        return False
    return (is_digits(words[0]) and len(words[0]) == 1) or words[0] in NAMES
