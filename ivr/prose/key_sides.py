"""What stands right beside a key: a request behind it, as in German, or that another key stands for it now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.tokens import Token
from ivr.prose.words import GERMAN_LAST, LINKS_LEFT, NAMES, set_of

_BEFORE_GERMAN: Final = set_of(
    ": die taste der auf ziffer bitte , dann ( ansage anrufen begrussung und dort danach einfach tastendruck <number>"
)
_ARTICLES: Final = set_of("der die la el le du del dem den")
_REPLACED: Final = set_of(
    "statt anstatt anstelle mehr lieu antes avant bisher fruher vorher zuvor auparavant anciennement"
)
"""Words before a key that another one stands for now."""


def is_asked_last(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a request stands behind its key: `die 1 drücken`."""
    behind = end < len(tokens) and tokens[end].word in GERMAN_LAST
    return behind and (not at or tokens[at - 1].word in _BEFORE_GERMAN)


def is_replaced(tokens: Sequence[Token], at: int) -> bool:
    """Whether another key stands for one now: `press 4 rather than 2`, `(antes la 2)`."""
    begin = at - 1 if at > 1 and tokens[at - 1].word in _ARTICLES else at
    before = [token.word for token in tokens[max(begin - 2, 0) : begin]]
    return not _REPLACED.isdisjoint(before[-1:]) or before == ["en", "vez"]


def behind_replaced(words: Sequence[str], at: int) -> int:
    """Give the place behind the key that is not to be pressed, said beside the one that is: `2 rather than 1`."""
    begin = at + (words[at] in {",", "("})
    led = next((begin + len(way) for way in _RATHER if tuple(words[begin : begin + len(way)]) == way), 0)
    if not led or led >= len(words):
        return at
    place = led + (words[led] in _BEFORE_OTHER_KEY)
    key = words[place] if place < len(words) else ""
    if not (key in NAMES or key in {"*", "#"} or (key.isdecimal() and len(key) == 1)):
        return at
    behind = place + 1 + (words[place + 1 : place + 2] in ([","], [")"]))
    return behind if words[behind : behind + 1] and words[behind] in LINKS_LEFT else at


_BEFORE_OTHER_KEY: Final = _ARTICLES | {"option", "key", "the"}


_RATHER: Final = (
    ("rather", "than"),
    ("instead", "of"),
    ("and", "not"),
    ("not",),
    ("statt",),
    ("anstatt",),
    ("au", "lieu"),
    ("et", "non"),
    ("en", "vez"),
    ("y", "no"),
    ("und", "nicht"),
)
"""What stands between a key that is to be pressed and one that is not."""


def is_case(words: Sequence[str]) -> bool:
    """Whether words behind a key tell who presses it, as a condition would: `1 - you need to be seen today`."""
    if words[0] == "you" and words[1:2] and words[1] in _NEEDING:
        return True
    if words[0] == "you" and words[1:2] and words[1] in _UNABLE:
        return words[2:3] != [] and words[2] not in _MISSING
    way = next((way for way in _YOU_ARE if begins(words, way)), [])
    state = words[len(way) : len(way) + 1] if way else []
    return state != [] and state[0].isalpha() and state[0] not in _HAPPENING


def begins(words: Sequence[str], way: Sequence[str]) -> bool:
    """Whether words begin with some others."""
    return list(words[: len(way)]) == list(way)


_NEEDING: Final = frozenset(("need", "want", "wish", "require", "would", "hold", "own", "know", "think", "live"))
_UNABLE: Final = frozenset(("can't", "cannot", "couldn't", "don't", "haven't", "didn't", "won't"))
_MISSING: Final = frozenset(("hear", "need", "have", "understand", "get", "wait"))
"""What callers do not do while they listen, which is no case in which they call."""
_YOU_ARE: Final = (["you're"], ["you've"], ["you", "are"], ["you", "have"], ["you", "will", "be"], ["you'll", "be"])
_HAPPENING: Final = set_of(
    """connected transferred put taken asked told given sent led directed forwarded returned routed prompted
    greeted offered charged called then now in on at to through back able free welcome reached pressed chosen selected
    here there up seconds until only one two three four five no time your our my some several another more
    speaking talking hearing redirected presented allowed required advised invited cut disconnected"""
)
"""What becomes of callers behind a key, which is no case in which they press it."""
