"""What a sentence says between two keys that puts the second behind the first: `, and leads to another menu`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ivr.prose.keypad import QUOTES
from ivr.prose.tokens import Token
from ivr.prose.words import set_of

_THAT_PRESSED: Final = (
    r"\b(?:if|when|once|after) you(?:['’]ve| have)? (?:choose|chose|chosen|press|pressed|pick|picked|select|selected)"
    r" (?:it|that|this|that one)\b"
)
_LEADING_ON: Final = re.compile(
    r",?\s*(?:\b(?:and|which|that|y|et|und|it|he|she)\b,?\s*)*(?:"
    r"\b(?:leads?|takes you|brings you|goes|opens?|gives you|brings up|has|offers)(?: (?:on )?to)? (?:a"
    r"|another|its own) "
    r"(?:(?:further|second|new|shorter|next|own|sub) ?-?)?(?:sub-?)?menu\b"
    r"|\bin which you\b|\bfrom there,? you\b|\bthere you (?:can |may )?(?:press|choose|select)\b"
    r"|\b(?:you are|you're|you['’]ll be|you will be) (?:then |next )?asked (?:again|next|whether|if)\b"
    r"|\byou(?:['’]ll| will) (?:then |next )?be (?:then |next )?(?:asked|offered|given)\b(?! for\b)"
    r"|\bwhere you(?:['’]ll| can| may| will)? (?:be able to )?(?:press|choose|select|pick)\b"
    r"|\basks? (?:you |again |next |then )*(?:whether|if|again|next)\b"
    r"|\b(?:in|within|inside) (?:the|that) [\w' ’]{3,30}? menu\b"
    r"|\b(?:dentro de|within|inside|dans|in) (?:esta opci[oó]n|(?:this|that) option|cette option|dieser option)\b"
    r"|\bah[ií] (?:mismo|puede|podr[aá])\b|\ball[ií] (?:puede|podr[aá])\b|\bluego (?:le )?(?:pregunta|piden?)\b"
    r"|\bvous (?:aurez|devrez) (?:ensuite|alors|puis) (?:[aà] choisir|le choix|choisir)\b"
    r"|\bnoch einmal gefragt\b|\b(?:noch einmal )?nach(?=:)|\bnoch einmal nach$|\b(?:under|inside|within) (?:that"
    r"|it|this)\b|\bin there\b|\ben el (?:siguiente|segundo|pr[oó]ximo) men[uú]\b"
    r"|\b(?:dans|au) (?:le )?(?:menu suivant|second menu)\b|\bim (?:n[aä]chsten|zweiten) (?:sprach)?men[uü]\b"
    r"|\b(?:in|at) the (?:next|second|following) (?:menu|prompt)\b|\bsub-?(?:options?|menus?|choices?)\b"
    r"|\bdann gefragt\b"
    rf"|{_THAT_PRESSED}"
    r"|\b(?:which|that|and it) (?:then )?(?:gives|offers|asks|brings up|has|lists|shows|lets)(?: you)?$"
    r"|\bk[oö]nnen sie dann (?:zwischen"
    r"|w[aä]hlen)\b"
    r")",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"\b(?:in|within|inside) (?:the|that) ([\w' ’]{3,30}?) menu\b", re.IGNORECASE)
_MOST_BEHIND: Final = 48
"""Letters between such words and the key."""


def deeper_from(text: str, segment: Sequence[Token]) -> int | None:
    """Give the token of a segment from which on it tells of the menu behind the key before it; None where none does."""
    if not segment:
        return None
    found = _LEADING_ON.search(text, segment[0].start, segment[-1].end)
    if found is None or segment[-1].end - found.end() > _MOST_BEHIND:
        return None
    return next((at for at, token in enumerate(segment) if token.start >= found.start()), None)


def menu_meant(text: str, segment: Sequence[Token]) -> str:
    """Give what such words call the menu: `in the members' menu`; nothing where they do not name it."""
    found = _NAMED.search(text, segment[0].start, segment[-1].end) if segment else None
    return found[1].rstrip("'’s ") if found else ""


def comes_meanwhile(text: str, segment: Sequence[Token]) -> bool:
    """Whether a key is pressed once the one before it has set something going: `press 3, and when it starts, 0`."""
    return bool(segment) and _MEANWHILE.search(text, segment[0].start, segment[-1].end) is not None


_MEANWHILE: Final = re.compile(
    r"\b(?:when|once|while|as soon as|the moment|after|until)\s+(?:it|they|he|she|the (?:[\w-]+ ){0,2}"
    r"(?:voice|recording|system|robot|machine|message|lady|menu|music|greeting|computer|prompt))\s+(?:then )?"
    r"(?:starts?|begins?|asks?|answers?|reads?|picks? up|says?|comes? on|stops?|finish(?:es)?|ends?|plays?|talks?"
    r"|kicks in|is (?:reading|talking|playing|done|over))\b"
    r"|(?:,|\band|\bthen)\s+(?:wait|hold on|listen) (?:for|until|till)\b"
    rf"|{_THAT_PRESSED}"
    r"|\b(?:once|when|after)\s+(?:you(?:['’]ve| have)? )?(?:enter|key|typ|giv|say|confirm|punch)(?:ed|en|ing)"
    r"(?: in)? (?:your|the|a|it|that)\b"
    r"|\bafter (?:the|your) (?:[\w-]+ ){0,2}(?:number|code|pin|date|id|password|passcode|digits|reading|name)\b",
    re.IGNORECASE,
)


def leads_into(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a sentence begins with a key behind which there are others: `Under 2, the next choices are 1 to pay`."""
    before = [token.word for token in tokens[:at] if token.word not in QUOTES]
    behind = [token.word for token in tokens[end : end + _SOON]]
    said = [word for word in behind if word not in {",", "then", "can", "now"}]
    listed = any(one in _CHOICES and other in {"are", ":"} for one, other in pairwise(said))
    opens = listed or said[:2] in _OPENING
    return before in _INTO and opens and any(token.word.isdecimal() for token in tokens[end:])


_SOON: Final = 6
"""Words behind a key within which it is said that others are behind it."""
_INTO: Final = (["under"], ["behind"], ["inside"], ["within"])
_CHOICES: Final = set_of("choices options keys")
_OPENING: Final = (["you", "choose"], ["you", "have"], ["you", "press"], ["there", "are"])
