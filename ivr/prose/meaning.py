"""Whether two topics mean the same: `billing questions` and `pay a bill` do, `billing` and `pharmacist` do not."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.concepts import CONCEPTS, KINDRED, LITTLE
from ivr.prose.tokens import folded
from ivr.prose.words import set_of

_WEAK: Final = frozenset(("person", "report", "back"))
_WORD: Final = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
_FAMILIES: Final = CONCEPTS | KINDRED
_BY_WORD: Final = {
    word: frozenset(name for name, words in _FAMILIES.items() if word in words.split())
    for words in _FAMILIES.values()
    for word in words.split()
}
_GERMAN_PARTS: Final = {
    word: _BY_WORD[word]
    for word in set_of(
        "termin termine rechnung rechnungen zahlung rezept rezepte notfall bestellung lieferung schaden vertrag "
        "karte karten versicherung storung zahler"
    )
}
"""Words that German puts others to: `Rechnungsfragen`, `Impftermine`."""
_COMPOUND, _PART = 8, 5
"""Letters of the shortest word that may be put together, and of the shortest part that is looked for in it."""
_STEM: Final = 5
_SHORTEST_STEM: Final = 3
"""Letters of a stem at the most, and those that an ending leaves of a word at the least."""


_ELIDED: Final = re.compile(r"^(?:l|d|qu|n|s|j|m|c)'(?=\w{3})")
"""What French writes before a word that begins with a vowel: `l'infirmière`."""
_SENT_BACK: Final = re.compile(r"\b(?:send|bring|take|give|post)(?:ing)? (?:\w+ ){0,3}back\b", re.IGNORECASE)
"""What is a return, and no way back to a menu."""


@lru_cache(maxsize=8192)
def _meanings(topic: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give what a topic is about, as far as its words are known, and the stems of all words that tell something."""
    words = [_ELIDED.sub("", folded(word).removesuffix("'s")) for word in _WORD.findall(topic)]
    concepts = frozenset(concept for word in words for concept in _concepts(word))
    if "back" in words and _SENT_BACK.search(topic):
        concepts = concepts - {"back"} | {"returns"}
    stems = frozenset(_stem(word) for word in words if word not in LITTLE and not word.isdecimal())
    return concepts, stems


@lru_cache(maxsize=8192)
def _concepts(word: str) -> frozenset[str]:
    """Give what a word is about; one that is put together, as `Impftermine` and `Notfallknopf` are, by its parts."""
    known = _BY_WORD.get(word) or _BY_WORD.get(word.removesuffix("s"))
    if known is not None or len(word) < _COMPOUND or not word.isalpha():
        return known or frozenset()
    parts = (part for at in range(_PART, len(word) - 2) for part in (word[:at], word[len(word) - at :]))
    return frozenset(concept for part in parts for concept in _GERMAN_PARTS.get(part, ()))


def _stem(word: str) -> str:
    for ending in ("ies", "ing", "es", "s", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    return (word.removesuffix("e") if len(word) > _SHORTEST_STEM else word)[:_STEM]


@lru_cache(maxsize=8192)
def same_meaning(one: str, other: str) -> bool:
    """Whether two topics may mean the same; a topic that says nothing agrees with any."""
    if one == other or not one or not other:
        return True
    concepts, stems = _meanings(one)
    others, other_stems = _meanings(other)
    opposed = _are_opposed(stems, other_stems)
    if opposed or stems & other_stems:
        return not opposed
    shared = concepts & others
    if shared - _WEAK:
        return True
    if shared & {"person"}:
        return not (says_of_what(one) and says_of_what(other))
    if not stems or not other_stems:
        return True
    return bool(shared & {"back"})


_OPPOSED: Final = (
    ({"book", "new", "first", "make"}, {"cance", "exist", "resch"}),
    ({"start", "open"}, {"stop", "close", "end"}),
    ({"perso", "home", "resid", "house"}, {"busin", "comme", "trade", "corpo"}),
    ({"arriv"}, {"depar"}),
    ({"domes"}, {"inter"}),
    ({"buy", "buyer"}, {"sell", "selle"}),
    ({"landl"}, {"tenan"}),
)
"""Stems of words that keep apart what else is the same: booking a visit, and cancelling one."""
_ANY_OPPOSED: Final = frozenset(stem for sides in _OPPOSED for side in sides for stem in side)


def _are_opposed(stems: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one topic has a word of one side only, and the other one of the other side only."""
    if stems.isdisjoint(_ANY_OPPOSED) or others.isdisjoint(_ANY_OPPOSED):
        return False
    return any(
        (bool(stems & one) and not stems & other and bool(others & other) and not others & one)
        or (bool(stems & other) and not stems & one and bool(others & one) and not others & other)
        for one, other in _OPPOSED
    )


@lru_cache(maxsize=8192)
def says_of_what(topic: str) -> bool:
    """Whether a topic says what the people that it names are for: `network team`, and not `customer service`."""
    words = (folded(word).removesuffix("'s") for word in _WORD.findall(topic))
    return any(word not in LITTLE and not word.isdecimal() and "person" not in _BY_WORD.get(word, ()) for word in words)


@lru_cache(maxsize=8192)
def shares_meaning(one: str, other: str) -> bool:
    """Whether two topics have something in common that is known or named in both; people alone are not enough."""
    (concepts, stems), (others, other_stems) = _meanings(one), _meanings(other)
    return bool(stems & other_stems or (concepts & others) - _WEAK)


def says_alike(one: str, other: str) -> bool:
    """Whether two topics are told in the same words, but for those that say little."""
    (_, stems), (_, others) = _meanings(one), _meanings(other)
    return stems == others


def may_be_translated(one: str, other: str) -> bool:
    """Whether two topics in two languages may say the same: nothing that is known of them tells otherwise."""
    known, other_known = _meanings(one)[0], _meanings(other)[0]
    return not known or not other_known or bool(known & other_known)


def is_common(word: str) -> bool:
    """Whether a word is one that many lines have a choice for, and so is no name."""
    plain = folded(word)
    return plain not in _NAMES and (plain in _BY_WORD or plain in LITTLE or plain in _CHOICES)


_NAMES: Final = set_of("medicare medicaid english spanish french german espanol ingles frances francais anglais")
"""Words that are names, though their meaning is known."""


_CHOICES: Final = set_of(
    """speak talk hear listen report make pay check change cancel find get start stop order book request renew track ask
    leave return repeat add buy sell schedule reach confirm update activate transfer use new existing current general
    file set sign submit apply arrange register manage open close view locate place replace verify review dispute enrol
    enroll join redeem refill upgrade lodge look give send tell discuss query raise
    other all any anything everything main technical medical lost directions hours technical press sales refills
    lab laboratory x-ray records test results questions help status account accounts information urgent emergency
    hablar nuevo nueva otros otras consultas parler nouveau nouvelle autres toutes renseignements"""
)
"""Words with which choices begin, beside those whose meaning is known."""


def stems_of(words: str) -> frozenset[str]:
    """Give the stems of the words that tell something."""
    return _meanings(words)[1]


def says_something(topic: str) -> bool:
    """Whether a topic has any word that tells what it is about."""
    return bool(_meanings(topic)[1])


def is_of_lines(topic: str) -> bool:
    """Whether a topic has to do with anything that people call about, as far as its words are known."""
    return bool(_of_lines(topic))


def _of_lines(topic: str) -> frozenset[str]:
    """Give what a topic is about, without what may be told of anything."""
    return _meanings(topic)[0] - KINDRED.keys()


def is_general(topic: str) -> bool:
    """Whether a topic is people who help with anything: a representative, customer service."""
    concepts = _of_lines(topic)
    return bool(concepts) and concepts <= {"person"}


def takes_cases(topic: str) -> bool:
    """Whether all kinds of cases belong under a topic, whatever they are called: help, a fault, what is reported."""
    concepts, stems = _of_lines(topic), _meanings(topic)[1]
    return concepts <= _OF_ANY_CASE if concepts else not stems


_OF_ANY_CASE: Final = frozenset(("person", "report", "technical", "emergency"))
