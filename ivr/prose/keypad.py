"""A key as a sentence writes it: its digit, sign or name, with the quotes, brackets and words that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypeAlias

from ivr.prose.counting import begins_a_count, ends_a_date, ends_clock_hours, stands_in_turn
from ivr.prose.tokens import Token
from ivr.prose.words import ARROWS, BEHIND, LEADS, LINKS_RIGHT, NAMES, OPTIONS, ORS, THENS, UNITS, VERBS

LONGEST_KEY: Final = 2
"""Digits of a key; longer ones are no menu's."""
QUOTES: Final = frozenset("\"'“”„‘’«»[]`<>")
OPENING: Final = QUOTES | {"(", ":"}
STOPS: Final = frozenset(".!?;,:|")


Core: TypeAlias = tuple[str, int, int]
"""A key as it is written: the key, its place, and where all that belongs to it ends."""
_OF_COMPOUND: Final = 2
"""Tokens behind a digit that make a word of it: `-year`."""
_MOST_OPENING: Final = 2
"""Marks before a key that belong to it: `("1`."""
_OF_REFERENCE: Final = 2
"""Tokens before a digit that make it the number of a page or the like: `p.`"""


def is_digits(word: str) -> bool:
    """Whether a word is the digits of a key: one, or two of which the first is no zero."""
    return word.isascii() and word.isdecimal() and len(word) <= LONGEST_KEY and (len(word) == 1 or word[0] != "0")


def core_at(tokens: Sequence[Token], at: int) -> Core | None:
    """Read a key with its quotes, brackets and the word behind it."""
    start = at
    while at < len(tokens) and at < start + _MOST_OPENING and tokens[at].word in OPENING:
        if tokens[at].word in ARROWS and at and is_digits(tokens[at - 1].word):
            return None  # "2 > 3 > 1"
        at += 1
    if at >= len(tokens):
        return None
    word = tokens[at].word
    key = NAMES.get(word) or (word if is_digits(word) or word in {"*", "#"} else "")
    called = at > 0 and tokens[at - 1].word in OPTIONS
    if word == "one" and at and tokens[at - 1].word in _POINTING and not (behind_key(tokens, at)):
        return None  # "Claims is the one"
    if not key or (word in _ONES and not called and (at + 1 >= len(tokens) or tokens[at + 1].word in _OF_ONES)):
        return None
    end = _behind_marks(tokens, at, opened=start < at)
    if _is_no_key(tokens, at, end):
        return None
    if [token.word for token in tokens[end : end + 3]] in (["(", key, ")"], ["(", "key", key]):  # "star (*)"
        end += 3
    while end < len(tokens) and end < at + 4 and tokens[end].word in BEHIND and not _stands_for_other(tokens, end):
        end += 1
    return key, at, end


def _behind_marks(tokens: Sequence[Token], at: int, *, opened: bool) -> int:
    """Pass over the quotes and brackets that end behind a key; `opened` says that some begin before it."""
    end = at + 1
    while end < len(tokens) and (_closes(tokens, end) or (tokens[end].word == ")" and opened)):
        end += 1
    if (
        end < len(tokens)
        and tokens[end].word == ")"
        and "(" not in [token.word for token in tokens[max(at - 8, 0) : at]]
    ):
        end += tokens[end].start == tokens[at].end
    return end


def _is_no_key(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a digit or its name is something else by what stands beside it: a count, a date, a page, an article."""
    behind = tokens[end].word if end < len(tokens) else ""
    if (behind in _COUNTED and not is_plural(tokens[at].word, behind)) or (
        tokens[at].word in _ARTICLES and _is_noun(behind)
    ):
        return True
    return (
        _ends_number(tokens, at)
        or _ends_hours(tokens, at)
        or ends_clock_hours(tokens, at)
        or _is_joined(tokens, at)
        or _is_of_a_page(tokens, at)
        or ends_a_date(tokens, at)
        or begins_a_count(tokens, end)
        or stands_in_turn(tokens, at, end)
    )


def is_plural(number: str, word: str) -> bool:
    """Whether a word cannot be what is counted, for it says more than one: `1 hours`."""
    return number in {"1", "one"} and word == "hours"


def _stands_for_other(tokens: Sequence[Token], at: int) -> bool:
    """Whether a key is pressed for another one: `press 2 instead of 1`."""
    return tokens[at].word == "instead" and at + 1 < len(tokens) and tokens[at + 1].word == "of"


def behind_key(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word behind a place says that it is a key: `the one key`."""
    return at + 1 < len(tokens) and tokens[at + 1].word in {"key", "button"}


_POINTING: Final = frozenset(("the", "this", "that", "which", "no", "every", "each", "any", "only", "right", "wrong"))
_ONES: Final = frozenset(("one", "uno", "una", "eine", "un"))
_OF_ONES: Final = frozenset((":", "of", "from", "de", "von", "der"))
"""What stands behind a word that says that one of several is chosen, and is no key: `pick one:`."""
_COUNTED: Final = UNITS - LEADS - BEHIND
"""What a number before it counts, whatever else it may be."""


def _ends_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits are the end of a longer number: `555-22`."""
    if at < _BEFORE_END or tokens[at - 1].word not in {"-", "–"} or tokens[at - 1].end != tokens[at].start:
        return False
    before = tokens[at - _BEFORE_END]
    return before.end == tokens[at - 1].start and before.word.isdecimal() and len(before.word) > LONGEST_KEY


def _ends_hours(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit ends the hours between two: `between 8 and 6`."""
    before = [token.word for token in tokens[max(at - 3, 0) : at]]
    hours = before[:1] == ["between"] and before[-1:] == ["and"] and is_digits(before[1])
    return len(before) > _BEFORE_END and hours and tokens[at - 2].end < tokens[at - 1].start


_BEFORE_END: Final = 2
"""Tokens before the end of such a number."""


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark ends a quotation, and is no arrow from one key to the next: `2 > 4`."""
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if tokens[at].word not in QUOTES or _opens(tokens, at):
        return False
    return not (tokens[at].word in ARROWS and (behind in NAMES or is_digits(behind)))


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a mark begins a quotation: there is a blank before it and none behind it, or only such marks do."""
    if at + 1 >= len(tokens) or tokens[at].start == tokens[at - 1].end or tokens[at].word in ARROWS:
        return False
    return tokens[at].word in {"«", "“", "„"} or tokens[at + 1].start == tokens[at].end


def _is_joined(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit is the beginning of a word such as `2-year`."""
    behind = tokens[at + 1 : at + 3]
    if behind and behind[0].word == "/" and (not at or tokens[at - 1].word == "|"):
        return False
    return (
        len(behind) == _OF_COMPOUND
        and behind[0].word in {"-", "/"}
        and behind[0].start == tokens[at].end
        and behind[1].start == behind[0].end
        and behind[1].word[:1].isalpha()
        and behind[1].word not in NAMES
        and not _are_joined_in_turn(tokens)
    )


def _are_joined_in_turn(tokens: Sequence[Token]) -> bool:
    """Whether the digits of a sentence that are joined to words count up from 1: `1-Sales, 2-Support, 3-Accounts`."""
    joined = {
        one.word: behind.word
        for one, dash, behind in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if is_digits(one.word) and dash.word == "-" and one.end == dash.start and dash.end == behind.start
    }
    in_turn = list(joined) == [str(number) for number in range(1, len(joined) + 1)]
    return len(joined) >= _FEWEST_JOINED and in_turn and len(set(joined.values())) == len(joined)


_FEWEST_JOINED: Final = 3


_ARTICLES: Final = frozenset(("un", "uno", "ein", "one", "o", "oh"))
"""Names of keys that are articles, or the like, before a noun."""
_NO_NOUN: Final = (
    LINKS_RIGHT
    | LEADS
    | THENS
    | ORS
    | BEHIND
    | frozenset(("as", "during", "while", "before", "until", "whenever", "immediately", "right", "straight", "anytime"))
)


def _is_noun(word: str) -> bool:
    return word[:1].isalpha() and word not in _NO_NOUN


def _is_of_a_page(tokens: Sequence[Token], at: int) -> bool:
    """Whether a digit is the number of a page or the like: `p. 4`."""
    if at < _OF_REFERENCE:
        return False
    slashed = (
        tokens[at - 1].word == "/"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at - 2].end == tokens[at - 1].start
    )
    numbered = tokens[at - 2].word in _NUMBERED and not (at > _OF_REFERENCE and tokens[at - 3].word in _ASKING)
    return slashed or (tokens[at - 1].word == "." and (tokens[at - 2].word in _PAGES or numbered))


_ASKING: Final = OPTIONS | VERBS


_NUMBERED: Final = frozenset(("no", "nos", "nr"))
_PAGES: Final = frozenset(("p", "pp", "fig", "vol", "art", "sec", "ch", "para", "pt", "figs"))
