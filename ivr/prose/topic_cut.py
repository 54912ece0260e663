"""Where the words end that tell what a key is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.keypad import QUOTES
from ivr.prose.outcomes import GOES_ON
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.topic_words import Topic, clean
from ivr.prose.words import THENS, VERBS, set_of

JOINS: Final = frozenset(["and", "or", "y", "o", "et", "ou", "und", "oder", ",", "&", "but"])
CUTS: Final = set_of(
    """call calls dial ring say stay hold wait just simply please you then listen your we our it they i press enter
    have follow type key punch
    which where who so if when once after before during at from tras apres nach available open because this
    there there's that's it's not did worked
    works got but visit go text email use select choose otherwise followed have hang is are
    will he she otherwise llame espere usted luego espera si cuando appelez restez puis vous ensuite dann warten
    sie oder wenn bleiben danach und"""
)
"""What begins something else behind a comma."""
_ENDS_TOPIC: Final = frozenset(("·", "•", "|", ";", "!", "?", "→", "->", "…"))


def cut(text: str, tokens: Sequence[Token], begin: int, link: int, how: str) -> Topic | None:
    """Cut what tells the topic from its first token on."""
    opened = tokens[link].word == "(" if link < len(tokens) else False
    end = begin
    while end < len(tokens) and not _ends_at(tokens, begin, end, opened=opened):
        end += 1
    if end <= begin:
        return None
    words = text[tokens[begin].start : tokens[end - 1].end]
    cleaned = clean(words)
    named = _NAMED_SO.match(text, tokens[end - 1].end) if how == "if" else None
    cleaned = f"{cleaned} {named[0].strip()}" if cleaned and named else cleaned
    return Topic(cleaned, tokens[begin].start, how) if cleaned else None


_NAMED_SO: Final = re.compile(r" \([^\W\d][^()\d]{2,30}\)")
"""What names a condition, in brackets behind it: `if your summons is yellow (grand jury)`."""


def _ends_at(tokens: Sequence[Token], begin: int, at: int, *, opened: bool) -> bool:  # noqa: C901, PLR0911 -- one for each end
    """Whether a topic ends before a token."""
    word = tokens[at].word
    behind = tokens[at + 1].word if at + 1 < len(tokens) else ""
    if word in _ENDS_TOPIC or word in _CLOSING_QUOTES or word == NUMBER:
        return at > begin or word not in QUOTES
    if word == ")":
        within = any(token.word == "(" for token in tokens[begin:at])
        return not within and (opened or at > begin)
    if word == ".":
        return not behind or at + 1 >= len(tokens)
    if word == "(":
        return tokens[at - 1].end < tokens[at].start or at == begin  # and not within "401(k)"
    if word in {",", "–", "—", ":"}:
        return (
            not behind
            or behind in CUTS
            or behind in THENS
            or (behind in JOINS and third(tokens, at) in _CUTS_OR_VERBS)
            or (behind in _ORS and third(tokens, at) in _ELSEWHERE)
            or (word != "," and at > begin)
        )
    if word in {"and", "und", "y", "et"}:
        return behind in GOES_ON or behind in THENS or (behind == "after" and third(tokens, at) == "that")
    if word in {"or", "o", "ou", "oder"}:
        return behind in {
            "stay",
            "hold",
            "wait",
            "remain",
            "say",
            "visit",
            "press",
            "simply",
            "just",
            "bleiben",
            "espere",
            "restez",
        }
    if word in _AFTERWARDS and behind in {"by", "por", "de", "von", "press"}:
        return True
    if word == "where" and tokens[at - 1].word in _KNOWING:
        return False
    if at > begin and (word, behind) in _WHATEVER:
        return True
    return at > begin and word in {"then", "where", "dann", "puis", "luego", "so"}


_CLOSING_QUOTES: Final = QUOTES - {"'", "’"}
_AFTERWARDS: Final = THENS - {"next", "where", "then"}
_CUTS_OR_VERBS: Final = CUTS | VERBS
_ORS: Final = frozenset(("or", "o", "ou", "oder"))
_ELSEWHERE: Final = set_of(
    "see ask stop drop write e-mail come chat fax mail speak find scan consulte vea voyez demandez"
)
"""What people do instead of pressing a key, behind a comma and `or`: `press 5 for amenities, or see Shaundra`."""


_WHATEVER: Final = frozenset(
    (
        *(("even", "if"), ("even", "though"), ("even", "when"), ("no", "matter"), ("regardless", "of")),
        *(("auch", "wenn"), ("selbst", "wenn"), ("meme", "si"), ("incluso", "si")),
    )
)
"""What begins words that say when a key is the right one, too: `press 2 for repairs even if nothing is broken`."""
_KNOWING: Final = set_of("hear see know check ask out learn track")
"""Verbs behind which `where` begins what is asked for: `to hear where your claim stands`."""


def third(tokens: Sequence[Token], at: int) -> str:
    """Give the second word behind a place."""
    return tokens[at + 2].word if at + 2 < len(tokens) else ""
