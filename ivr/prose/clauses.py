"""What the clause around a key is about, where nothing in it is written as a topic: `roads are read out under 5`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.keypad import QUOTES
from ivr.prose.no_aim import NO_AIM
from ivr.prose.pointing import tells_means
from ivr.prose.subjects import NO_SUBJECT
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.topic_words import Topic, clean, tells_of_call
from ivr.prose.words import ARROWS, FILL, STRONG, THENS, VERBS, set_of

_BOUNDS: Final = QUOTES | frozenset(",;:.!?|–—()→") | set_of("and but while or y et und oder ou o pero mais aber")
_LOOSE: Final = set_of(
    """by with under on behind via through over is are be so and then just simply please you can should may must have to
    has been have had at in of if the a it stays remains lives sits also too still now always auf mit unter bei
    uber con por sous
    par sur el la le die der das"""
)
"""What stands between the words of a clause and its key."""
_NO_BEGINNING: Final = (
    NO_SUBJECT
    | VERBS
    | THENS
    | set_of(
        """when once while until as soon before during because where which what how say says wait listen stay hold
        ignore enter type stop pretend despues luego ademas alors danach anschliessend don't not nothing never
        you'll you've you'd they'll avoid tell give bring check faut il tambien cuando mientras espere quand lorsque
        attendez wahrend sobald warten apres avant bevor
        j'ai en dans im am beim sur au aux auf tras nach einfach simplement simplemente
        i'm we're that's"""
    )
)
_MOST: Final = 14
_FEWEST_BEHIND: Final = 3
_SHORTEST: Final = 3
"""Letters of a topic."""
_PEOPLE: Final = set_of(
    """a an the one someone somebody they our she'll he'll it'll they'll she he it unser unsere ein eine der die das
    notre nos un une nuestro nuestra una"""
)
_HAPPENS: Final = set_of(
    "she'll he'll it'll they'll reads tells gives will is are answers picks comes takes rings helps calls can responds"
    " hilft meldet beantwortet kummert antwortet nimmt repond prend aide atiende responde ayuda"
)


def clause_before(text: str, tokens: Sequence[Token], *, foreign: bool = False) -> Topic | None:
    """Give the words of the clause that ends at a key: `The doctors' message line is reached with`.

    `foreign` says that its language is none of those whose little words are known.
    """
    end = len(tokens)
    while end and (
        tokens[end - 1].word in ARROWS
        or tokens[end - 1].word in _LOOSE
        or tokens[end - 1].word in FILL
        or tokens[end - 1].word in STRONG
        or tokens[end - 1].word == ","
    ):
        end -= 1
    begin = _begin_of(tokens, end)
    if (
        begin > 1 and begin < end and tokens[begin].word in _WHENS
    ):  # "You can be called back: when it tells you the wait, enter 8"
        end = begin - 1
        begin = _begin_of(tokens, end)
        if [token.word for token in tokens[begin : begin + 2]] in (["you", "can"], ["you", "may"]):
            begin += 2
    if end - begin > _MOST or begin >= end or (tokens[begin].word in _NO_BEGINNING and not foreign):
        return None
    return _topic(text, tokens[begin:end])


def _begin_of(tokens: Sequence[Token], end: int) -> int:
    begin = end
    while begin and tokens[begin - 1].word not in _BOUNDS and tokens[begin - 1].word != NUMBER:
        begin -= 1
    return begin


_WHENS: Final = set_of("when once as after while cuando quand wenn sobald")


_POINTS_BACK: Final = AnyCase(
    r"(?:(?:en|al|au|am|an|on|at|sous|unter|auf)? ?(?:el|la|le|the|der|dem)? ?)(?:mism[oa]|m[eê]me|gleichen?"
    r"|selben?|same)"
)
"""Words for the number that was spoken of, which tell nothing of a key."""


def clause_behind(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give the words of a clause behind a key that tell what happens: `and a nurse will come to the phone`."""
    at = 0
    while at < len(tokens) and tokens[at].word in {"and", ",", "–", "—", "-", ")"}:
        at += 1
    if not at or at >= len(tokens) or tokens[at].word not in _PEOPLE:
        return None
    end = next((place for place in range(at, len(tokens)) if tokens[place].word in _BOUNDS), len(tokens))
    words = [token.word for token in tokens[at:end]]
    if len(words) < _FEWEST_BEHIND or _HAPPENS.isdisjoint(words):
        return None
    return _topic(text, tokens[at:end])


def _topic(text: str, tokens: Sequence[Token]) -> Topic | None:
    words = _LED_ON.sub("", text[tokens[0].start : tokens[-1].end])
    if tokens[-1].word in _PAST or tells_means(words):
        return None
    if _DAYS.fullmatch(words):
        return None
    cleaned = "" if NO_AIM.match(words) or tells_of_call(words) or _POINTS_BACK.fullmatch(words) else clean(words)
    return Topic(cleaned, tokens[0].start, "clause") if len(cleaned) >= _SHORTEST else None


_LED_ON: Final = re.compile(r", (?:on|at|en|al|au|unter|under|in)$", re.IGNORECASE)
"""What leads on to the number."""
_PAST: Final = set_of("etait etaient war waren lag lagen sass estaba estaban era eran")
"""Verbs that tell what was on a key, and is there no more."""
_DAYS: Final = AnyCase(
    r"(?:(?:on|from|open|mon(?:day)?s?|tue(?:s|sday)?s?|wed(?:nesday)?s?|thu(?:rs|rsday)?s?|fri(?:day)?s?"
    r"|sat(?:urday)?s?|sun(?:day)?s?|weekdays?|weekends?|daily|to|through|thru|and|lunes|viernes|lundi|vendredi|au|a|de"
    r"|montag|freitag|bis|von)(?:\W+|$))+"
)
"""When somebody answers, which is nothing that a key is for."""


def heard_before(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give the words of a recording at which a key is pressed: `Wait for "existing loans" and press 3`."""
    return _heard(_AWAITED.search(text, tokens[0].start, tokens[-1].end)) if tokens else None


_AWAITED: Final = re.compile(
    r"(?:(?:listen|wait) (?:out )?for"
    r"|(?:when(?:ever)?|once|as soon as|after) (?:you hear|it says|(?:the|a) \w{3,12} says))"
    r"(?: the words?| the option)?\s*[\"“'‘](\w[^\"“”\n]{1,40}\w)[,.]?[\"”'’],?(?: and| then| just| simply| please)*$",
    re.IGNORECASE,
)


def is_greeting_behind(text: str, start: int, end: int) -> bool:
    """Whether behind a key stands nothing but when to press it: `press 3 when you hear "thank you for calling"`."""
    found = _HEARD.match(text, start, end)
    return found is not None and tells_of_call(found[1])


def heard_behind(text: str, start: int, end: int) -> Topic | None:
    """Give the words of a recording behind which a key is pressed: `press 3 when you hear "existing loans"`."""
    return _heard(_HEARD.match(text, start, end) or _SAYS.match(text, start, end))


def _heard(found: re.Match[str] | None) -> Topic | None:
    """Give the words of a recording, unless they greet or tell of keys themselves."""
    if found is None or tells_of_call(found[1]) or _KEYS.search(found[1]):
        return None
    cleaned = clean(found[1])
    return Topic(cleaned, found.start(1), "said") if len(cleaned) >= _SHORTEST else None


_HEARD: Final = re.compile(
    r"\W{0,3}(?:(?:when(?:ever)?|once|as soon as|after) (?:you(?:'re| are)? hear|it says|(?:the|a) \w{3,12} says)|at|on"
    r"|where it says)(?: the words?| the option)?\s*[\"“'‘](\w[^\"“”\n]{1,40}\w)[,.]?[\"”'’]"
)
_SAYS: Final = re.compile(
    r"\W{0,3}(?:(?:now|then|still|today) )?(?:says|reads|announces|is (?:called|labell?ed|worded))(?: now)?[:,]?\s*"
    r"[\"“«](\w[^\"“”«»\n]{1,60}\w)[,.]?[\"”»]",
    re.IGNORECASE,
)
"""What a key is called: `Option 3 now says "payment plans"`."""
_KEYS: Final = AnyCase(r"\bpress\b|\boption \d|\bbeep\b|\btone\b|\d")
