"""Numbers that are no keys, because they count something or belong to hours or a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.tokens import Token
from ivr.prose.words import TO_RANGE, UNITS, set_of

_LONGEST_KEY: Final = 2
"""Digits of a key."""


def begins_a_count(tokens: Sequence[Token], end: int) -> bool:
    """Whether a digit begins a range that no keypad has: `1 to 48`, `1 to 4 pm`, `six or more`."""
    behind = [token.word for token in tokens[end : end + 2]]
    if len(behind) > 1 and (behind[:2] == ["or", "so"] or (behind[0] in _OR_SO and behind[1] in _MORE)):
        return True
    if len(behind) <= 1 or behind[0] not in TO_RANGE:
        return False
    if is_clock(behind[1]) or _falls(tokens[end - 1].word, behind):
        return True
    if not behind[1].isdecimal():
        return False
    further = tokens[end + 2].word if end + 2 < len(tokens) else ""
    return len(behind[1]) > 1 or further in UNITS


_OR_SO: Final = frozenset(("or", "and", "o", "ou", "oder", "y", "et", "und"))
_MORE: Final = set_of(
    "more fewer less older younger over above under below mas menos plus moins mehr weniger alter junger"
)
"""What stands behind a number and `or` where that counts: `six or more of you`, `65 and over`."""


def _falls(number: str, behind: Sequence[str]) -> bool:
    """Whether a range goes from a digit to a lower one, as that of hours does: `8 to 4`."""
    return number.isdecimal() and behind[0] == "to" and behind[1].isdecimal() and 0 < int(behind[1]) < int(number)


def stands_in_turn(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a number in letters tells how things follow each other: `one by one`, `two at a time`."""
    word = tokens[at].word
    if not word.isalpha():
        return False
    behind = [token.word for token in tokens[end : end + 3]]
    before = [token.word for token in tokens[max(at - 2, 0) : at]]
    again = behind[:1] != [] and behind[0] in _TURNS and behind[1:2] == [word]
    ends = len(before) > 1 and before[1] in _TURNS and before[0] == word
    others = behind in (["at", "a", "time"], ["after", "the", "other"]) or behind[:2] == ["after", "another"]
    return again or ends or others


_TURNS: Final = frozenset(("by", "after", "por", "a", "par", "um", "fur"))
"""What stands between a number and the same number again."""


def is_clock(word: str) -> bool:
    """Whether a word is a time of the clock."""
    return _CLOCK.fullmatch(word) is not None


def ends_clock_hours(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit ends hours that began at a time of the clock: `noon to 1`, `8:30 - 4`."""
    before = [token.word for token in tokens[max(at - 2, 0) : at]]
    return len(before) > 1 and before[1] in _UNTIL and is_clock(before[0])


_UNTIL: Final = TO_RANGE | {"until", "till"}
_CLOCK: Final = re.compile(r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?|\d{1,2}:\d\d|noon|midnight")


def ends_a_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit belongs to what stands before it: the 11 of `2023-11`."""
    if at <= 1 or tokens[at - 1].word not in {"-", "–", "/", "."} or tokens[at - 1].end != tokens[at].start:
        return False
    return (
        len(tokens[at - 2].word) > _LONGEST_KEY
        and tokens[at - 2].word.isdecimal()
        and tokens[at - 2].end == tokens[at - 1].start
    )


def counts_named(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number in letters counts those that are known or named behind it: `the two brothers`."""
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    known = at > 0 and tokens[at - 1].word in _KNOWN and tokens[at].word.isalpha()
    return known and behind.isalpha() and behind.endswith("s") and behind not in _VERBS


_KNOWN: Final = frozenset(("the", "these", "those", "our", "my", "all"))
_VERBS: Final = set_of("is gets goes reaches connects takes means does puts leads has")


def wants_so_many(tokens: Sequence[Token], at: int) -> bool:
    """Whether several people want a number, and nobody is told to press it: `if two players want 9`."""
    before = tokens[max(at - 3, 0) : at]
    return any(token.word in _SEVERAL or token.word.isdecimal() for token in before)


_SEVERAL: Final = frozenset(("two", "three", "four", "several", "both", "many"))


def steps_counted(tokens: Sequence[Token]) -> frozenset[int]:
    """Give the numbers of steps that a sentence counts, which are no keys: `1) click Requests, 2) choose a reason`."""
    words = [token.word for token in tokens]
    if words.count(")") <= words.count("("):
        return frozenset()
    marked = [
        at for at in range(len(words) - 2) if words[at + 1] == ")" and len(words[at]) == 1 and words[at].isdecimal()
    ]
    told = sum(words[at + 2] in _DOING for at in marked)
    counts = [words[at] for at in marked] == [str(number) for number in range(1, len(marked) + 1)]
    return frozenset(marked) if counts and len(marked) > 1 and 2 * told >= len(marked) else frozenset()


_DOING: Final = set_of(
    """click choose select open enter attach fill sign post send go log tap scan print upload take bring insert remove
    check type write read scroll visit download complete submit confirm
    cliquez choisissez selectionnez ouvrez joignez remplissez signez envoyez saisissez allez connectez
    haga elija seleccione abra adjunte rellene firme envie introduzca entre acceda pinche
    klicken wahlen offnen geben fullen senden unterschreiben"""
)
"""What steps begin with that are made on a screen or on paper."""


def is_amount(tokens: Sequence[Token], end: int) -> bool:
    """Whether further digits stand right behind one: what callers key in, and no key: `press 2 5 0 0`."""
    behind = tokens[end : end + _FURTHER]
    return len(behind) == _FURTHER and all(token.word.isdecimal() and len(token.word) == 1 for token in behind)


_FURTHER: Final = 3
