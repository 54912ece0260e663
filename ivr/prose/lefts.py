"""What stands before a key's request and tells what it is for: `for billing,`, `if you are abroad,`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.keypad import QUOTES
from ivr.prose.languages import language_chosen
from ivr.prose.no_aim import NO_AIM
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.topic_cut import CUTS, JOINS, third
from ivr.prose.topic_words import Topic, clean
from ivr.prose.words import LINKS_LEFT, set_of


def left_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give what stands before a key's request and tells what it is for: `for billing,`, `if you are abroad,`."""
    begin = -1
    if len(tokens) >= _FEWEST_INVERTED and (
        (tokens[0].word in _INVERTED and tokens[1].word in {"sie", "du"})
        or (tokens[0].word == "should" and tokens[1].word in {"you", "callers"})
    ):
        begin = 1
        tokens = tokens[
            : next((at for at, token in enumerate(tokens) if token.word in {",", "?"} and at > 1), len(tokens))
        ]
    for at, token in enumerate(tokens if begin < 0 else ()):
        starts = at == 0 or tokens[at - 1].word in _PASSED_OVER
        starts = starts or (tokens[at - 1].word.endswith("m.") and text[token.start].isupper())  # "8 to 6 p.m. For"
        behind = [one.word for one in tokens[at + 1 : at + 3]]
        if at == 0 and token.word in {"in", "im"} and _CASES.match(text, token.start):
            begin = at
            break
        aims = token.word in _AIMING or (
            token.word in {"in", "en"}
            and (behind[:1] in (["case"], ["cas"], ["caso"]) or behind in (["an", "emergency"], ["the", "event"]))
        )
        if starts and aims:
            begin = at
            break
    if begin < 0 and tokens and tokens[0].word == "after" and _EVENT.match(text, tokens[0].start):
        begin = 0
    if begin < 0:
        return None
    return _left_from(text, tokens, begin)


_PASSED_OVER: Final = (
    JOINS
    | QUOTES
    | {":", ";", "-", "–", "—", "(", "|", ".", "!", "?", "please", "fyi", "btw", "also", "says", "said", "sie", "bitte"}
)
_AIMING: Final = LINKS_LEFT - {"when", "in", "should", "cuando"}


def _left_from(text: str, tokens: Sequence[Token], begin: int) -> Topic | None:
    """Cut what stands before a key from the word on that leads to what it is for."""
    end = begin + 1
    is_thing = tokens[begin].word == "for"
    while end < len(tokens) and not (_ends_left(tokens, end) or (is_thing and _is_another_way(tokens, end))):
        end += 1
    if end <= begin + 1:
        return None
    goes_on = end + 1 < len(tokens) and tokens[end].word == ":" and tokens[end + 1].word in LINKS_LEFT
    if goes_on and language_chosen(text[tokens[begin + 1].start : tokens[end - 1].end]):
        return _left_from(text, tokens, end + 1)  # "To go on in English: if you need a vet"
    if _is_aside(tokens, begin):
        begin, end = -1, begin - 1
    words = _CALLING.sub("", text[tokens[begin + 1].start : tokens[end - 1].end])
    cleft, about = _CLEFT.fullmatch(words), _ABOUT.match(text, tokens[begin].start, tokens[-1].end)
    words = (cleft[1] or cleft[2]) if cleft else about[1] if about else words
    cleaned = "" if NO_AIM.match(words) else clean(_IT_IS.sub("", words))
    return Topic(cleaned, tokens[max(begin, 0)].start, "left") if cleaned else None


def _is_another_way(tokens: Sequence[Token], at: int) -> bool:
    """Whether it begins here what else there is to do than to call: `For refunds use the form, or ring and press 3`."""
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    return tokens[at].word in _WAYS and behind in _AIMS_OF_WAYS and tokens[at - 1].word not in _GOES_WITH


_WAYS: Final = frozenset(("visit", "use", "fill", "complete", "write", "email", "go", "see", "download"))
_AIMS_OF_WAYS: Final = frozenset(("our", "the", "us", "in", "to", "out", "online"))
_GOES_WITH: Final = JOINS | set_of("to you i we they can not never who that which could may must cannot people")
"""Words behind which such a word is no request: `for people who use the bus`."""


def _is_aside(tokens: Sequence[Token], begin: int) -> bool:
    """Whether a condition is told beside a label: `Ringback, if you'd rather not hold: option 9`."""
    if begin > 1 and [tokens[begin - 1].word, tokens[begin].word] == ["(", "if"]:
        return any(token.word == ")" for token in tokens[begin:])
    return begin > 1 and [tokens[begin - 1].word, tokens[begin].word, tokens[-1].word] == [",", "if", ":"]


_CALLING: Final = re.compile(
    r"[,;] (?:please )?(?:llam(?:ar|en?|a)|appele[rz]|call|ring|dial|phone|rufen sie)(?: al?| au| us| the)?$",
    re.IGNORECASE,
)
"""What tells to call, between what a key is for and a number."""
_IT_IS: Final = re.compile(r"^it(?:['’]s| is) (?:just )?(?=(?:your|an?|to do with|regarding|for) )", re.IGNORECASE)
_CASES: Final = re.compile(r"i[nm] (?:\w+ ){0,2}(?:f[aä]ll(?:en|e)?|notfall|emergenc(?:y|ies)|case)\b", re.IGNORECASE)


_EVENT: Final = re.compile(
    r"after (?:an? |the )?(?:\w+ )?(?:accident|crash|theft|death|birth|loss|fire|flood|breakdown|collision"
    r"|bereavement|move)\b",
    re.IGNORECASE,
)
"""What has happened to those for whom a key is: `After an accident press 3`."""
_CLEFT: Final = re.compile(
    r"it(?:['’]s| is) (.{3,60}) (?:that )?you(?:['’]re| are)? (?:need|want|after|require|looking for)"
    r"|(?:all|what)(?: that)? you(?:['’]re| are)? (?:need|want|after|require)s? (?:is|are) (.{3,60})",
    re.IGNORECASE,
)
"""A clause that stresses what it is about: `if it is repairs you need`."""
_ABOUT: Final = re.compile(
    r"if you(?:['’]re| are)? (?:call|ring|phon|dial)\w*[^,;.]{0,30}? (?:about|regarding) ([^,;.:]{3,60})", re.IGNORECASE
)
"""One that tells first whom callers call: `if you call 555-0100 about billing`."""
_INVERTED: Final = set_of("sollten haben mochten wollen sind brauchen suchen wunschen benotigen kennen")
"""Verbs that begin a German clause that says when to press a key."""
_FEWEST_INVERTED: Final = 3
"""Words of a clause that begins so: `Möchten Sie zahlen`."""


_CALLED: Final = set_of("us the al a au le la on our at el")


def loose_left_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give what stands before a key in words without any marks, as speech is written down: from the last aim on."""
    if any(not token.word[:1].isalnum() for token in tokens):
        return None
    at = next((at for at in range(len(tokens) - 2, 0, -1) if tokens[at].word in {"if", "for", "to"}), -1)
    return left_of(text, tokens[at:]) if at > 0 else None


def _ends_left(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].word
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if word == "," and behind == "or" and third(tokens, at) in _WHOSE:
        return at + _FURTHER < len(tokens) and tokens[at + _FURTHER].word in _MAYS
    if word == ",":
        return behind in _CUTTING or behind in {NUMBER, ""} or (behind in JOINS and third(tokens, at) in CUTS)
    if word in {":", "?", ";", "|"} or (word == "say" and behind in QUOTES):
        return True
    if tokens[at - 1].word == "vous":
        return False  # "si vous appelez pour une facture"
    if word in {"call", "dial", "ring", "phone", "llame", "appelez", "rappelez"} and (
        behind == NUMBER or behind in _CALLED
    ):
        return True
    return word in {NUMBER, "llame", "llamenos", "appelez", "rappelez", "cuelgue", "raccrochez"}


_WHOSE: Final = set_of("you you've you're your")
_MAYS: Final = set_of("can may could might should , call ring dial phone press use go visit")
_FURTHER: Final = 3
"""Who is in one case or in another, `if you were robbed, or you lost it`; and what callers may do instead."""
_CUTTING: Final = CUTS | {"phone", "don't", "do", "cuelgue", "raccrochez", "legen"}
