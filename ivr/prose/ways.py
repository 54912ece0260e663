"""Keys that are told of for several ways at once: whichever key was pressed before, in every language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.languages import language_chosen
from ivr.prose.told import Told

_MOST_WAYS: Final = 9
"""Keys told of last, behind which the same menu may come."""
_WHICHEVER: Final = AnyCase(
    r"\b(?:whichever|whatever)(?: \w+)? you (?:pick|choose|press|select|chose|picked)\b|\bin (?:either|each"
    r"|both) cases?, (?:you|then|press)\b|\b(?:is|are) the same in (?:both|all|either)\b"
    r"|\bquel que soit (?:votre|le) choix\b|\bsea cual sea\b|\bin jedem fall (?:folgt|werden)\b"
    r"|\beither way,?(?: \w+){0,2} (?:then|next|get|gets|hear|hears|choose|press|asked|have)\b"
    r"|\bafter (?:either|any)(?: one| of (?:them|these|those))?,"
    r"|\bsame for (?:both|all|each|either)\b|\b(?:both|each|all(?: of them)?) (?:of (?:them|these) )?(?:then|lead to"
    r"|bring you|have the same|get the same|has the same)\b|\b(?:no matter|regardless of) (?:which|what)\b"
    r"|\ben (?:ambos|los dos) casos\b|\belija lo que elija\b|\bdans les deux cas\b|\bin beiden f[aä]llen\b"
    r"|\begal(?:,)? (?:was|welche)\b"
)
"""What says that a menu follows any of the keys told of before."""
_EVERY_LANGUAGE: Final = AnyCase(
    r"\b(?:in|for) (?:every|each|any|either|all|both|whichever)(?: (?:of|the|these|two|three|four))* languages?\b"
    r"|\b(?:whichever|whatever) language\b|\bin beiden sprachen\b|\bin jeder sprache\b|\ben cualquier idioma\b"
    r"|\b(?:in|for) (?:the|your) (?:chosen |selected |own )?language (?:that )?(?:you|they|callers) (?:have )?"
    r"(?:chose|chosen|pick|select)\w*|\bin (?:the|your) (?:chosen|selected) language\b"
    r"|\bquelle que soit la langue\b|\b(?:en|cualquiera de) (?:cualquiera de )?los dos idiomas\b"
    r"|\bdans la langue choisie\b|\ben el idioma (?:elegido|escogido|seleccionado)\b|\bin der gew[aä]hlten sprache\b"
    r"|\ben (?:todos los|ambos|los dos) idiomas\b|\bdans (?:toutes les|les deux) langues\b|\bin allen sprachen\b"
)
"""What says that it is the same behind every key for a language."""
_ONCE_CHOSEN: Final = AnyCase(
    r"\bonce (?:a|the|your) language\b"
    r"|\bune fois la langue\b|\b(?:elegido|elegida) (?:el|la) (?:idioma|lengua)\b|\bnach der (?:sprachwahl"
    r"|wahl der sprache)\b|\bapr[eè]s (?:le choix de|avoir choisi) (?:la )?langue\b"
    r"|\b(?:tras|despu[eé]s de|al) elegir (?:el )?idioma\b"
    r"|\bafter (?:the|your|choosing (?:the|your|a)) language\b"
)
"""What says that it follows any key for a language: in the language that was chosen."""


def ways_before(
    words: str, found: Sequence[Told], section: int, on: tuple[str, ...] | None
) -> tuple[tuple[str, ...], ...]:
    """Give the keys before one that is told of for several at once; none for one that is told of by itself.

    `on` are the keys from which its sentence goes on: where a row of languages ends in them, it does from each of
    these, or from the one in which the document is written.
    """
    latest = found[-_MOST_WAYS:]
    if raised := _RAISED.findall(words):
        keys = [key.translate(_PLAIN) for key in raised]
        told = [one for one in found[-_LATEST:] if one.key in keys and not one.path]
        return _ways_of(told) if len({one.key for one in told}) > 1 else ()
    if kind := _kind_of(words):
        told = [one for one in found[-_LATEST:] if one.section == section and kind in _kinds(one.topic)]
        told = [one for one in told if one.path == told[-1].path]
        return _ways_of(told) if len(told) > 1 else ()
    if _whichever(words):
        told = [one for one in latest if one.section == section]
    elif for_any_language(words):
        told = [one for one in found[-_LATEST:] if language_chosen(one.topic)]
    elif len(latest) > 1 and latest[-1].line == latest[-2].line and on == (*latest[-1].path, latest[-1].key):
        row = [one for one in latest if one.line == latest[-1].line]
        told = row if all(language_chosen(one.topic) for one in row) else []
        own = [one for one in told if one.language != "en" and language_chosen(one.topic) == one.language]
        told = own or [one for one in told if not _is_told_in_own(one, latest)]
    else:
        return ()
    return _ways_of(told)


def _ways_of(told: Sequence[Told]) -> tuple[tuple[str, ...], ...]:
    before = dict.fromkeys((*one.path, one.key) for one in told if len(one.path) == len(told[0].path))
    return tuple(way for way in before if way[-1] not in "*#0")


_RAISED: Final = re.compile(r"[¹²³⁴⁵⁶⁷⁸⁹]")
_PLAIN: Final = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
"""Keys that a sentence names together as those before a menu, raised so that none of them is told of there."""
_EACH_OF: Final = AnyCase(
    r"\b(?:(?:at|in|for|behind|under|within|with) (?:each|every|any|all|both|either)(?: (?:of|the|these|our|two|three"
    r"|four|five))* ([a-z]{4,})|(?:once|after|when) (?:you|they|callers)"
    r"(?:['’]ve| have)? (?:pick|choose|select|chose|name)"
    r"(?:ed|en|n)? (?:a|an|your|the|one of the) ([a-z]{4,}))\b"
)
"""What says of a menu that it follows the choice of one among things of a kind: `Once you've picked a school,`."""
_NOUN: Final = re.compile(r"[^\W\d_]{4,}")
_NO_KIND: Final = frozenset(
    ("language", "languages", "time", "times", "case", "cases", "option", "options", "menu", "other")
)


@lru_cache(maxsize=2048)
def _kind_of(words: str) -> str:
    """Give the kind of things of which words say that a menu follows each: `school`."""
    found = _EACH_OF.find(words)
    noun = next(filter(None, found.groups()), "").lower() if found is not None else ""
    return "" if noun in _NO_KIND else noun.removesuffix("s")


def _kinds(topic: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in _NOUN.findall(topic.lower()))


def _is_told_in_own(choice: Told, latest: Sequence[Told]) -> bool:
    """Whether the menu behind a choice of another language was told in that one, on its half of a page."""
    language, way = language_chosen(choice.topic), (*choice.path, choice.key)
    return language != choice.language and any(one.path == way and one.language == language for one in latest)


@lru_cache(maxsize=2048)
def _whichever(words: str) -> bool:
    return _WHICHEVER.search(words)


@lru_cache(maxsize=2048)
def for_any_language(words: str) -> bool:
    """Whether words say that something is the same in every language, or comes after the choice of one."""
    return _EVERY_LANGUAGE.search(words) or _ONCE_CHOSEN.search(words)


def ways_above(lead: str, found: Sequence[Told], section: int) -> tuple[tuple[str, ...], ...]:
    """Give the keys before those of a list, of which the words over it say that it follows several of them."""
    several = _EVERY_LANGUAGE.search(lead) or _whichever(lead) or _kind_of(lead) or _RAISED.search(lead)
    ways = ways_before(lead, found, section, None) if several else ()
    return ways if len(ways) > 1 and any(way[-1] == _FIRST for way in ways) else ()


_FIRST: Final = "1"
"""The key of one of the languages, where these are asked for before anything else."""


def chosen_by_name(words: str, found: Sequence[Told]) -> tuple[str, ...]:
    """Give the keys of what words before a further key tell to choose by its name: `pick residents, then press`."""
    chosen = _CHOSEN.search(words) if len(words) < _LONGEST_CHOICE else None
    if chosen is None:
        return ()
    name = chosen[1].lower()
    told = (one for one in reversed(found[-_LATEST:]) if name in one.topic.lower().split() or name == one.topic.lower())
    return next(((*one.path, one.key) for one in told), ())


_CHOSEN: Final = re.compile(
    r"\b(?:choose|pick|select|go (?:to|into|for)|take|elija|escoja|w[aä]hlen sie|choisissez) (?:the |el |la |le |die )?"
    r"[\"“'‘]?([^\W\d][^,.;:\"“”'’()\d]{2,40}?)[\"”'’]?(?: option| menu)?,? (?:and )?(?:then|luego|dann|puis) "
    r"(?:(?:press|hit|choose|select|pick|key|dial|push|pulse|tapez) )?$",
    re.IGNORECASE,
)
_LONGEST_CHOICE: Final = 200
_LATEST: Final = 60
