"""Words that tell how or when one calls, or point to what was told before, and say nothing of what a key is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import ITEM, Block
from ivr.prose.phones import Phone
from ivr.prose.topic_words import names_the_way

SAME_NUMBER: Final = AnyCase(
    r"\bsame (?:phone |telephone |freephone |toll-free |free )?(?:number|line)\b|\bm[eê]me num[eé]ro\b"
    r"|\bmismo n[uú]mero\b|\bgleichen? nummer\b"
)
"""What points to the number that was told of before."""
_MEANS: Final = (
    r"(?:or |o |ou |oder )?(?:(?:por|al|au|par|am|per|by|over the|on the|via|le|el) )?"
    r"(?:tel[eé]fono|t[eé]l[eé]phone|telefon(?:isch)?|(?:tele)?phone)"
)
_WHEN: Final = (
    r"(?:(?:rund um die uhr|24 hours(?: a day)?|at any (?:hour|time)|any ?time|day (?:and|or) night|a cualquier hora"
    r"|(?:de )?jour (?:et|ou) (?:de )?nuit|jederzeit|auch am wochenende|all day|every day)[, ]*)+"
)
_DOING: Final = (
    r"(?:book|order|do|hear|pay|change|cancel|report|request|arrange|get|claim|return|renew|track|discuss|reserve|sort|fix"
    r"|stop|follow|talk about|speak about|ask about|register|set up|apply for|submit|check|send|replace|collect)"
)
_IT: Final = (
    rf"(?:(?:to|please|just|simply|you can|and) )*{_DOING} (?:it|them|this|that|one)(?: for (?:some|any)\w+ \w+)?"
    r"(?: (?:at|on|by phone|(?:over|on) the phone|with us|in person|now|instead|here|today|early|at once))*"
    r"|(?:to )?(?:ask|check|hear|find out|enquire|inquire) (?:about|for) (?:yours|it|this|that)"
    r"|yours (?:still )?(?:does|doesn['’]t|is|isn['’]t)\b.{0,25}|(?:still )?nothing|no luck"
    r"|(?:you |it )?(?:skips?|jumps?) (?:the |to the )?(?:recording|message|queue|menu|rest|end)"
    r"|(?:it|they|these|those|that|this|he|she) (?:still |just )?(?:is|are|do|does|did|has|have|can|will|was|were)"
    r"(?:n['’]t| not| never)\b.{0,30}"
)
_OTHERWISE: Final = (
    r"(?:you |they |people |anyone )?(?:can(?:['’]t|not| not)|could(?:n['’]t| not)|are(?:n['’]t| not)? (?:un)?able to"
    r"|don['’]t|do not|haven['’]t|have no|would rather not|prefer not to|(?:have |having )?(?:trouble|problems?)"
    r"(?: with)?|get stuck|are stuck) "
    r"(?:[\w'’]+ ){0,5}?(?:online|internet|web ?site|the web|the app|the portal|computer|smartphone|printer|e-?mail"
    r"|in person)\b.{0,20}"
    r"|(?:si )?no (?:puedes?|pueden|logra|consigue|tiene|dispone)(?: de)? (?:acceder|acceso|entrar|conectarse"
    r"|hacerlo|internet|ordenador|correo)\b.{0,20}"
    r"|(?:vous )?(?:ne |n['’])(?:pouvez|avez|arrivez)[^.,;]{0,20}\b(?:en ligne|internet|acc[eè]s|connecter"
    r"|ordinateur)\b.{0,20}"
    r"|(?:sie )?(?:keinen|kein|nicht) (?:[\w]+ )?(?:online|internet\w*|zugang|computer|drucker)\b.{0,20}"
)
"""Why people call who would do it otherwise: `if you can't fill it in online`."""
_SPANISH: Final = (
    r"(?:para )?\w{2,}[aei]rl[aoe]s?|\w+[áéíóú]\w{0,4}l[aoe]s? (?:con|en|por|a) .*"
    r"|(?:para )?(?:preguntar|consultar|saber)(?: por| sobre| de| cu[aá]l es)?"
    r" (?:la suya|el suyo|la tuya|el tuyo|ell[ao]s?)"
    r"|(?:se )?salta(?:rse)? (?:la grabaci[oó]n|el mensaje|la locuci[oó]n)"
    r"|(?:si )?no (?:le|les|te|lo|la|los|las) \w+.{0,20}"
    r"|(?:si )?prefier(?:es?|en?) (?:el tel[eé]fono|llamar(?:nos)?|hablar)"
)
_FRENCH: Final = (
    r"(?:ils?|elles?|ça|cela) (?:n(?:e |['’])\w+ pas\b.{0,20}|coince|bloque|traîne|ne va pas|vous inqui[eè]te)"
    r"|(?:pour )?(?:l['’]|s['’]|vous |le |la |les )\w{3,}(?:er|ir|re)(?: (?:par t[eé]l[eé]phone|en ligne|maintenant))?"
    r"|(?:pour )?(?:en parler(?: avec nous)?|en savoir plus|le faire)"
)
_WITHOUT: Final = r"(?:without|sans|sin|ohne) (?:the )?(?:internet|(?:an? |un )?(?:computer|ordinateur|ordenador)|app)"
_BEYOND: Final = r"(?:pass[eé] ce d[eé]lai|au-del[aà]|(?:after|beyond) that|danach|pasado (?:ese|este) plazo)"
_GERMAN: Final = r"(?:auch )?das geht(?: auch)?(?: am telefon)?|auch das geht(?: am telefon)?"
_POINTING: Final = re.compile(
    rf"(?:{_IT}|{_OTHERWISE}|{_SPANISH}|{_FRENCH}|{_WITHOUT}|{_BEYOND})[ .,;:!?]*", re.IGNORECASE
)
_WAY: Final = (
    r"(?:by|over|on|via|through|in|at|par|por|per) (?:the |a |our |your )?(?:mail|post|(?:tele)?phone|e-?mail|text|fax"
    r"|letter|app|website|person|desk|branch|office|counter|internet|courrier|correo|tel[eé]fono|t[eé]l[eé]phone)"
    r"|online|in person|en ligne|en l[ií]nea"
)
_WAYS: Final = rf"(?:{_WAY})(?:(?:,|,? (?:or|and|ou|et|o|y|oder|und)) (?:{_WAY}))+"
"""Several ways to do something: `By mail, online, or by phone`."""
_MEANING: Final = re.compile(rf"(?:{_MEANS}|{_WAYS}|{_WHEN}|{_GERMAN})[ .,;:!?]*", re.IGNORECASE)


@lru_cache(maxsize=2048)
def points_elsewhere(words: str) -> bool:
    """Whether words that might be a topic only point to what the heading above says: `book it`, `por reservarla`."""
    return _POINTING.fullmatch(words) is not None


@lru_cache(maxsize=2048)
def tells_how_it_went(words: str) -> bool:
    """Whether words tell how it went with a way that was told before: `1-5-2 did it!`, `2, 1, 4 just worked`."""
    return _WENT.match(words) is not None


_WENT: Final = re.compile(
    r"(?:(?:just|still|also|really|finally) )*(?:worked|works|did (?:it|the trick)"
    r"|(?:got|put|took) me|is dead|fixed it)\b|me (?:straight |right )?(?:through|to)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=2048)
def tells_means(words: str, how: str = "") -> bool:
    """Whether words that might be a topic only tell how or when one calls; `how` says how they were found."""
    if how == "link" and _SERVICE.fullmatch(words):
        return False  # "1 for internet, 2 for telephone"
    return _MEANING.fullmatch(words) is not None or names_the_way(words)


_SERVICE: Final = re.compile(r"(?:tele)?phone|t[eé]l[eé]phone|tel[eé]fono|telefon", re.IGNORECASE)
"""What may be what a key is for, where a link joins it to that."""


def puts_a_case(heading: str) -> bool:
    """Whether a heading is a question, or tells as one does what has happened to a caller: `I've lost my card`."""
    return heading.rstrip().endswith("?") or _CASE.match(heading) is not None


_CASE: Final = re.compile(
    r"\W*(?:I(?:['’](?:ve|m|d|ll))?|My|We(?:['’](?:ve|re|d))?|Someone(?:['’]s)?|Somebody(?:['’]s)?|There['’]s (?:a|no)"
    r"|Je|J['’]|Mon|Ma|Mes|Nous|Notre|On m['’]|Me|Mi|Mis|No (?:tengo|puedo|me|he|hay|s[eé])|He|Tengo|Quiero|Acabo"
    r"|Necesito|Se me|Perd[ií]|Ich|Mein\w*|Wir|Unser\w*|Mir)\b(?! ?[:–—])[^:]{6,}"
)
"""How a heading begins that speaks as a caller does."""


def case_of(block: Block) -> str:
    """Give the question or the case over what a list of definitions says of it, in the item in which both stand."""
    label, gap, _ = block.words.partition(" : ") if block.kind == ITEM else ("", "", "")
    return label if gap and puts_a_case(label) else ""


def asks_for_somebody(words: str) -> bool:
    """Whether a sentence has callers ask for somebody who was spoken of before: `Press 2 for her`."""
    return _FOR_SOMEBODY.search(words)


_FOR_SOMEBODY: Final = AnyCase(
    r"\b(?:for|reach|get|ask for|(?:speak|talk) (?:to|with)|pour|para|f[uü]r) (?:her|him|them|it|elle|lui|ella"
    r"|[eé]l|sie"
    r"|ihn)\b(?! \w)"
)


def calls_back(text: str) -> bool:
    """Whether a sentence sends callers to the number whose keys were told of last: `call back and press 7`."""
    return _CALL_BACK.search(text)


_CALL_BACK: Final = AnyCase(r"\b(?:call|ring|phone|dial) (?:back|again)\b(?! (?:on|at|to)\b)")


def names_same(text: str) -> bool:
    """Whether words point back to the number that was named last: `on the number above`."""
    return _THAT_SAME.search(text)


@lru_cache(maxsize=2048)
def names_main(text: str) -> bool:
    """Whether a sentence speaks of the main number, and not of the same one."""
    return _MAIN_SAID.search(text) and "same" not in text.lower()


_MAIN_SAID: Final = AnyCase(
    r"\b(?:main|primary|same) (?:number|line|hotline|helpline)\b|\bsame number\b", re.IGNORECASE
)
_THAT_SAME: Final = AnyCase(
    r"\b(?:that|this) (?:very )?same (?:number|line)\b|\b(?:the|this|that) (?:above (?:phone |telephone )?number"
    r"|(?:phone |telephone )?number (?:above|given above|at the top))\b"
)
"""What points back to the number that was named last."""


def tells_to_call(text: str, places: Sequence[int]) -> bool:
    """Whether a text tells to call one of the numbers that stand at some places of it."""
    return any(_CALL_TO.search(text, max(place - _SHORT_CALL, 0), place) for place in places)


_SHORT_CALL: Final = 24
_CALL_TO: Final = re.compile(
    r"\b(?:call|phone|ring|dial|contact|reach)(?: us| me| them)?(?: at| on| via)? ?$", re.IGNORECASE
)
"""How words end that tell to call the number behind them: whoever does so hears a recorded voice of that line."""


def calls_us(before: str, phone: Phone) -> bool:
    """Whether words tell to call us behind the number of somebody else: `Ring HMRC on 0300 200 3300, or ring us`."""
    return _CALL_US.search(before, phone.end) is not None and _CALL_OTHERS.search(before, 0, phone.start) is not None


_CALL_US: Final = re.compile(r"\b(?:call|ring|phone|telephone|contact) us\b", re.IGNORECASE)
_CALL_OTHERS: Final = re.compile(
    r"\b(?:[Cc]all|[Rr]ing|[Pp]hone|[Cc]ontact|[Tt]elephone) (?:the )?(?!(?:us|me|our|we)\b)[A-Z][\w&' -]{1,40}?,?"
    r" (?:on|at) \W?$"
)
