"""Which blocks and sentences may name keys at all: a quick look, so that most of a page is not read closely."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.tokens import folded
from ivr.prose.words import NAMES, OPTIONS, ORDINALS, VERBS

_MARKED: Final = re.compile(r"[0-9*#]")
_ALONE: Final = re.compile(r"[0-9*#](?<![0-9].)(?![0-9])")
"""What every row of keys has: a sign that is no part of a longer number."""
_LONE: Final = AnyCase(
    r"[0-9*#](?<![\w.,:/-].)\s+(?:for|to|if|para|si|pour|f[uü]r|is|gets|goes|takes|connects|rings|reaches|brings|pages|opens"
    r"|puts|plays|repeats|vous|con|erreichen"
    r"|kommen|=)\b",
    re.IGNORECASE,
)
_ELLIPTIC: Final = AnyCase(r", (?:la|el|le|die) [0-9*#]|(?:^|[.!?] )(?:la|el|le|die) [0-9*#](?:,|:| c['’]est) ")
_AFTER_ARTICLE: Final = re.compile(r" [0-9*#](?<=[aleALE] .)")
"""What such a clause has in it, sooner looked for."""
_ARROWS: Final = ("→", "->", "»", "=>")
_JOINED: Final = re.compile(
    r"[0-9*#](?: ?> ?[0-9*#]|,? (?:and )?(?:then|followed by|gefolgt von(?: der)?|suivie? (?:de|du)(?: la| le)?"
    r"|seguid[oa] del?(?: la)?) [0-9*#])"
)
_FOR_ENGLISH: Final = re.compile(r"(?i:english|ingl[eé]s) (?:is|es|=) [0-9]")
_AIMED: Final = re.compile(r"\b(?i:for|to|para|pour|en) [^.,;]{2,40}, [0-9*#](?=[.;]|$)")
_LAST: Final = re.compile(r", [0-9*#](?=[.;]|$)")
"""How such a clause ends, sooner looked for."""
_ROW: Final = AnyCase(
    r"\([0-9*#]\)[^()]{2,60}\([0-9*#]\)|[=/] ?[0-9*#]\b.{2,60}[=/] ?[0-9*#]\b"
    r"|(?:^|[,(:;] ?)[0-9] [a-z][^,;/]{1,50}[,;/] ?[0-9] [a-z]|\b[0-9](?:-[0-9])+"
    r" (?:=|(?:gets?|got|puts?|reaches|takes|took|lands|connects)\b)"
    r"|(?:: | is |then |dann |puis |luego )[0-9](?: ?- ?[0-9])+\b"
    r"|\b(?:is|are|now|go|goes|sits|ist|es|est|on|under|die|(?:auf|unter|hinter|[uü]ber) der|la|el|le) "
    r"[0-9*#](?=\s*(?:[.,;:!?)]|und\b|and\b|$))"
    r"|\b(?:con|avec|mit) (?:el |la |le |der |touche |tecla |taste )?[0-9*#],? (?:se|te|le|les|os|on|vous|tu"
    r"|[a-zäöü]+(?:st|t|en)"
    r" (?:du|sie|man|ihr))\b"
    r"|\b(?:reached|available|handled|answered|found) (?:with|by|on|under|via) (?:the )?[0-9*#](?![\w.:])"
    r"|[a-z](?::| [–—]) [0-9][,;] .{2,40}[a-z](?::| [–—]) [0-9](?=[.,;]|$)"
    r"|\bist die [0-9]\b|\b(?:it|that|c)[’'](?:s|est) [0-9*#]\b"
    r"|, ?[0-9*#] ?/.{2,60}, ?[0-9*#]\b"
    r"|\d{4}[^\w]{1,6}1(?:[\])]| ?[=:.–-])?\s+[a-z].{2,80}\b2\b|\b[0-9] ?[=:] ?[a-z].{2,80}\b[0-9] ?[=:] ?[a-z]"
    r"|\b1 ?[-–] ?[a-z].{2,60}\b2 ?[-–] ?[a-z]|\[[0-9*#]\].{2,60}\[[0-9*#]\]|\b[0-9*#] on the (?:\w+ )?menu\b"
    r"|[a-z] ?= ?[0-9]\b.{2,60}[a-z] ?= ?[0-9]\b|\b[0-9] \([a-z].{2,60}\b[0-9] \([a-z]"
    r"|[a-z] on (?:the )?[0-9][,.;].{2,60} on (?:the )?[0-9]\b"
    r"|\b1[,)] [a-z][^;]{1,50}[;,]? 2[,)] [a-z]"
    r"|\b1 [a-z][^,;/]{1,50} and 2 [a-z]|\b(?:under|behind) 1\b.{2,60} (?:under|behind) 2\b"
)
"""Keys in a row, each with what it is for."""
_WORDED: Final = AnyCase(
    r"\bone (?:is )?for .{2,60}\btwo (?:is )?for\b|\bon one[,.;].{2,60} on two\b"
    r"|\beins f[uü]r .{2,60}\bzwei f[uü]r\b|\buno para .{2,60}\bdos para\b|\bun pour .{2,60}\bdeux pour\b"
)
"""Such keys in words."""
_SECONDS: Final = ("two", "zwei ", "dos ", "deux ")
_WORD: Final = re.compile(r"[^\W\d_]+")
_REQUESTS: Final = (
    VERBS
    | OPTIONS
    | frozenset(
        ["opt", "pressing", "through", "straight", "hits", "moved", "moves", "changed", "menu", "prompt", "prompts"]
    )
)
_NAMED: Final = frozenset(NAMES) - {"o", "un"}
_NAMED_IN_PASSING: Final = _NAMED | frozenset(ORDINALS)
_MARKED_NAMES: Final = frozenset(
    [
        "zero",
        "star",
        "pound",
        "hash",
        "asterisk",
        "asterisco",
        "almohadilla",
        "etoile",
        "diese",
        "raute",
        "sterntaste",
        "rautetaste",
        "sternchentaste",
    ]
)


@lru_cache(maxsize=4096)
def may_tell(words: str) -> bool:
    """Whether a sentence has anything in it that may be a key."""
    return bool(_MARKED.search(words)) or not _NAMED_IN_PASSING.isdisjoint(_WORD.findall(folded(words)))


@lru_cache(maxsize=4096)
def has_key_apart(words: str) -> bool:
    """Whether a text has a digit, a sign or the English name of a key that is no part of a number or a word."""
    return _SIGN_APART.search(words) is not None or _NAME_APART.search(f" {words.lower()}") is not None


_SIGN_APART: Final = re.compile(r"[0-9*#](?<![\w.,:/$€£#*~–-].)(?!\w)")
_NAME_APART: Final = re.compile(r"\W(?:zero|one|two|three|four|five|six|seven|eight|nine|star|pound|hash)\b")


@lru_cache(maxsize=4096)
def may_name_keys(words: str) -> bool:
    """Whether a block has a key and a request for one, or says plainly what a key does."""
    marked = _MARKED.search(words)
    found = set(_WORD.findall(folded(words)))
    if not marked and _NAMED.isdisjoint(found):
        return False
    if not _REQUESTS.isdisjoint(found) or not _MARKED_NAMES.isdisjoint(found):
        return True
    small = words.lower()
    if any(word in small for word in _SECONDS) and _WORDED.search(small):
        return True
    return bool(marked) and (
        (_AFTER_ARTICLE.search(words) is not None and _ELLIPTIC.search(small))
        or _is_joined(words, small)
        or (_ALONE.search(words) is not None and (_LONE.search(small) or _ROW.search(small)))
        or "mit der" in small
    )


def _is_joined(words: str, small: str) -> bool:
    """Whether a key is joined by an arrow or the like to another one, or to what it is for."""
    return bool(
        any(arrow in words for arrow in _ARROWS)
        or _JOINED.search(words)
        or ("ngl" in small and _FOR_ENGLISH.search(words))
        or (_LAST.search(words) and _AIMED.search(words))
    )
