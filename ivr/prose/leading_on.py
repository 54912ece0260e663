"""How a block ends that leads on to the menu behind a key of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.grammar import Said

LEADS_ON: Final = AnyCase(
    r"\b(?:then|after that|puis|ensuite|luego|despu[eé]s|dann|danach|anschlie(?:ß|ss)end)"
    r"(?: (?:press|choose|oprima|marque|pulse|tapez|faites))?\s*:?\s*$"
)
"""What ends a block over the menu behind its last key: `press 1, then:`."""
LEADS_TO_ONE: Final = AnyCase(
    r"\b(?:then|puis|ensuite|luego|despu[eé]s|dann|danach) (?:press |choose |select |pick |make |elija |haga |faites "
    r"|choisissez |treffen sie )?(?:the|your|le|el|la|die|das|one of|from|su|tu|votre|ihre)\b[^.:]{3,40}:\s*$"
)
"""What ends one over the menu behind its only key: `press 1, then the number of your choice:`."""
HEARD_THEN: Final = AnyCase(
    r"\W*(?:then|next|after that|you(?:['’]ll| will) then|despu[eé]s|luego|a continuaci[oó]n|ensuite|puis|dann|danach"
    r"|anschlie(?:ß|ss)end)\b[^.;:]{3,80}:\s*"
)
"""A sentence that ends a block over the menu behind its last key: `After that you hear these choices:`."""
_FROM_OUTSIDE: Final = AnyCase(
    r"\b(?:call|ring|dial) (?:again|back)\b|\b(?:after|when|before|upon) (?:dialing|dialling|calling|you call"
    r"|you dial)\b|\bmain menu\b|\bat the (?:very )?(?:start|beginning)\b|\bm[eê]me num[eé]ro\b|\bmismo n[uú]mero\b"
    r"|\bgleichen? nummer\b|\bsame number\b",
    re.IGNORECASE,
)
AT_START: Final = AnyCase(r"\bat the (?:very )?(?:start|beginning)\b|\b(?:at|from) the main menu (?:instead|and)\b")

_FURTHER: Final = AnyCase(
    r"\b(?:second|third|another|further|next|new|other|more|own|its|short|shorter|little|small)[- ]"
    r"(?:[a-z]+[- ]){0,2}(?:menus?|lists?|choices?|options?|level|layer|questions?)\b|\bsub-?menu\b|\bin there\b"
    r"|\b(?:otro|segundo|siguiente|nuevo|otra|segunda|m[aá]s) (?:men[uú]|lista|opciones|pregunta)\b|\bsubmen[uú]\b"
    r"|\b(?:autre|second|deuxi[eè]me|nouveau|nouvelle|propre) (?:menu|liste|choix|question)\b|\bsous-menu\b"
    r"|\b(?:weiteres|zweites|n[aä]chstes|eigenes|neues|anderes|weitere|zweite|n[aä]chste) (?:men[uü]|auswahl|liste"
    r"|ebene|optionen|frage)\b|\buntermen[uü]\b",
)
"""What is said of a menu that comes behind another."""
_GOES_ON: Final = AnyCase(
    r"\W*(?:(?:from |in )?there,?(?= (?:you|it|they|the|press|choose)\b|\W*$)|(?:you|they|callers|it|the \w+)"
    r"(?:['’]ll| will| can)? (?:then|next|now)\b|all[ií]\b|ah[ií]\b|dort\b|da\b|l[aà]\b|(?:vous|il|elle) (?:avez|aurez"
    r"|entend\w*|propose|demande\w*) (?:alors|ensuite)\b|sie h[oö]ren (?:dann|nun)\b|oir[aá] (?:luego|entonces)\b)"
)
"""How a sentence begins that tells what comes behind the key told of last."""
_LONGEST_TAIL: Final = 110


def leads_further(rest: str, tail: str) -> bool:
    """Whether a block leads to the menu behind its last key: by the rest of that key's sentence, or what follows it.

    `Press 2 for waste and you get a further menu:`, `Press 2. You then have these choices:`.
    """
    words = tail or rest
    if len(words) > _LONGEST_TAIL or _DIGITS.search(words) or _FROM_OUTSIDE.search(words):
        return False
    return _FURTHER.search(words) or (bool(tail) and _GOES_ON.match(tail))


_DIGITS: Final = re.compile(r"\d\d|\b[02-9]\b")
IN_KEY: Final = re.compile(
    r"\W*(?:(?:and|but|so|now|then) )?(?:(?:once|when|after|as soon as|if) (?:you|they|callers)(?:['’]\w{1,2})?"
    r"(?: (?:are|have|get|got|go|come|been|put|sent|now|through|safely|landed)){0,3} (?:in|into|inside|within|to|under"
    r"|past)|from|inside|within|under|in|behind|im?|unter|dans|sous|en|dentro de) (?:the |der |dem |le |la |el )?"
    r"(?:number )?([0-9]),(?= )",
    re.IGNORECASE,
)
"""How a sentence begins that tells of the menu behind a key that it calls by its digit alone: `Once you're in 3,`."""


@lru_cache(maxsize=2048)
def comes_from_outside(words: str) -> bool:
    """Whether a sentence tells to call again, or speaks of the beginning of a call."""
    return _FROM_OUTSIDE.search(words)


def led_by_question(before: str, said: Sequence[Said]) -> Said | None:
    """Give the key that leads to others, where a question is right before it: `A new address? Press 4, then 1 for`.

    `before` is what stands in its block before the sentence that tells of the keys.
    """
    if before.rstrip()[-1:] != "?":
        return None
    if said[0].context and not said[0].path:
        return said[0]
    leads = len(said) > 1 and said[1].path == said[0].path and len(said[0].path) == 1 and said[0].topic is not None
    return said[0]._replace(key=said[0].path[0], path=(), topic=None) if leads else None
