"""Numbers that are said to reach one and the same menu."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block
from ivr.prose.phones import VOICE, Phone, Regions, phones_in

_MOST_NUMBERS: Final = 4
"""Numbers of a document; where there are more, it is not said which of them are meant."""
_SHARED: Final = AnyCase(
    r"\b(?:both|either|the two) (?:numbers|lines)?\b.{0,30}\b(?:the |one and the )?"
    r"same (?:system|menus?|recording|options|choices)\b"
    r"|\b(?:menus?|options|choices) (?:are|is) (?:exactly )?(?:the )?same (?:on|for|at|with) (?:both|either|all)\b"
    r"|\bsame (?:menus?|options|choices) (?:on|for|at) (?:both|either)\b"
    r"|\bsame (?:\w+ )?(?:choices|menu|options) whichever (?:number|line)"
    r"|(?:customers|callers|number|line)\b[^.]{0,30}\bsame menu\b|\b(?:share|shares) one (?:system|menu)\b"
    r"|\b(?:mism[oa]s? (?:\w+ )?|el mismo \w+ con las mismas )(?:men[uú]|opciones|teclas) (?:en|para|desde) (?:ambos"
    r"|los dos|las dos|ambas|cualquiera)\b|\bmismo (?:conmutador|men[uú])\b[^.]{0,20}\bmismas (?:opciones|teclas)\b"
    r"|\b(?:ambos|los dos) (?:n[uú]meros|tel[eé]fonos)\b[^.]{0,40}\b(?:mismo men[uú]|mismas opciones)\b"
    r"|\b(?:les deux|ces deux|chacun des) num[eé]ros\b[^.]{0,40}\bm[eê]mes? (?:menu|choix|options|touches)\b"
    r"|\bm[eê]mes? (?:menu|choix|options) (?:sur|pour|avec|aux) les deux\b"
    r"|\b(?:beide|beiden|unter beiden) (?:nummern|rufnummern|leitungen)\b[^.]{0,40}\b(?:gleichen?|selben?|dasselbe)"
    r" (?:men[uü]|ansage|tasten|auswahl)\b"
)
"""What says that of all numbers."""
_SAME_THERE: Final = re.compile(
    r"\b(?:menus?|options|choices|keys) (?:are|is) (?:exactly )?(?:the )?same (?:there|either way)\b"
    r"|(?<=\d)\)?[,;:.]? [(–-]{0,2} ?(?:it has |with )?(?:the )?same (?:menu|options?|choices?|keys?)\b"
    r"|(?<=\d)\)?[,;:.]? [(–-]{0,2} ?(?:avec les |con las |mit (?:der|den) )?(?:m[eê]mes? (?:menu|choix|options"
    r"|touches)|mism[oa]s? (?:men[uú]|opciones|teclas)|(?:gleiche[sn]?|selbe[sn]?) (?:men[uü]|auswahl|tasten))\b",
    re.IGNORECASE,
)
"""What says it of the number that was named last."""


_WORDS: Final = ("same", "share", "ismo", "isma", "ême", "eme", "gleich", "selbe")
"""Of every such text, a part of a word."""


def numbers_sharing(blocks: Iterable[Block], phones: Sequence[tuple[Phone, int]], regions: Regions) -> list[str]:
    """Give the numbers that are said to reach one and the same menu, in the order of the document."""
    near = list(dict.fromkeys(phone.e164 for phone, _ in phones if phone.use == VOICE))
    if len(near) <= 1:
        return []
    texts = [block.words for block in blocks if any(word in block.words for word in _WORDS)]
    said = [words for words in texts if _SHARED.search(words)]
    for words in said:
        own = dict.fromkeys(phone.e164 for phone in phones_in(words, regions) if phone.use == VOICE)
        if 1 < len(own) <= _MOST_NUMBERS:
            return list(own)
    if len(near) > _MOST_NUMBERS:
        return []
    if said:
        return near
    there = {number for words in texts if (number := _number_before(words, regions))}
    first = next((number for number in near if number not in there), "")
    return [number for number in near if number == first or number in there] if there and first else []


def _number_before(words: str, regions: Regions) -> str:
    """Give the number right before the words that say of it that it reaches the same menu."""
    found = _SAME_THERE.search(words)
    if found is None:
        return ""
    before = [phone for phone in phones_in(words[: found.start() + 1], regions) if phone.use == VOICE]
    return before[-1].e164 if before else ""
