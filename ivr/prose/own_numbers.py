"""The numbers of sections, those that have no menu, and the right one of two beside each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, Block
from ivr.prose.phones import VOICE, Phone
from ivr.prose.told import Told


def own_numbers(blocks: Iterable[Block], phones: Sequence[Sequence[Phone]]) -> dict[int, tuple[str, int]]:
    """Give the number of each section that has a single one to call, and its line, by the count of the headings.

    Keys told right before it belong to it all the same: `press 2 for claims. Ostler Mutual: 866-555-0128`.
    """
    given: dict[int, dict[str, int]] = {}
    section = 0
    for block, here in zip(blocks, phones, strict=True):
        section += block.kind == HEADING
        lines = {
            phone.e164: block.text.line(phone.start)
            for phone in here
            if phone.use == VOICE and not _DIRECT.search(block.words[max(phone.start - _BEFORE, 0) : phone.start])
        }
        given.setdefault(section, {}).update(lines)
    return {section: next(iter(numbers.items())) for section, numbers in given.items() if len(numbers) == 1}


_DIRECT: Final = AnyCase(r"\b(?:direct(?: (?:line|number|dial))?|own (?:line|number))\b[^;!?]{0,24}[(+]?$")
"""What stands before a number that leads past the menu: `Garage direct, after 5: 555-0149`."""


def with_menu(words: str, phones: Sequence[Phone]) -> tuple[Phone, ...]:
    """Leave out the numbers of which it is said, right behind them, that they have no menu.

    That to which a key of the same line leads on, behind its key, has another menu: `4 - billing, rings through to …`.
    """
    keyed = _KEYED.match(words) is not None
    return tuple(
        phone
        for phone in phones
        if phone.use != VOICE
        or not (
            _NO_MENU.match(words, phone.end, phone.end + _BEHIND)
            or (keyed and _SENT_ON.search(words, max(phone.start - _BEFORE, 0), phone.start))
        )
    )


_KEYED: Final = re.compile(r"\W*(?:(?:press|option|opt|key) )?[0-9*#]\b(?!\d| ?[-.] ?\d{3})", re.IGNORECASE)
"""How a line begins with its key."""
_SENT_ON: Final = re.compile(
    r"(?:\b(?:rings?|goes|going|forwards?|forwarded|diverts?|diverted|transfers?|transferred|routes?|routed|redirects?"
    r"|connects?|sent|sends|switches|rolls?|rolls over|overflows?|hands? over)\b (?:\w+ ){0,3}?(?:to|through|on|at)\b"
    r"|→|->|=>)[^.;]{0,60}$",
    re.IGNORECASE,
)
"""What says, before a number, that a key leads on to it."""
_BEFORE: Final = 90


_NO_MENU: Final = re.compile(
    r"[^.;\d]{0,40}?[,(–—:;. -]{1,3}(?:there is |there's |it has )?"
    r"(?:no (?:voice |phone |automated |automatic )?(?:menus?|options)\b"
    r"|without (?:a |any )?menu|sans menu|ohne (?:sprach)?men[uü]|sin men[uú])",
    re.IGNORECASE,
)
_BEHIND: Final = 60
"""Letters behind a number that may say so."""


def numbers_of_ways(told: Iterable[Told]) -> dict[tuple[str, ...], str]:
    """Give the number of each way of keys that a single number has: what is behind it is of that number, too."""
    numbers: dict[tuple[str, ...], set[str]] = {}
    for one in told:
        numbers.setdefault((*one.path, one.key), set()).add(one.number)
    return {way: next(iter(of)) for way, of in numbers.items() if len(of) == 1}


_LAST_DIGITS: Final = 4
"""Digits of a number that letters often stand for."""
_NEAR: Final = 60
"""Letters between a number in letters and its digits."""
_CLOSE: Final = 2
"""Lines between them."""


def spelled_right(phones: Sequence[tuple[Phone, int]]) -> dict[str, str]:
    """Give the right number for one in letters whose digits stand beside it and are others, or for those digits.

    Digits that are given again, by themselves, are right; letters are otherwise.
    """
    voice = [phone for phone, _ in phones if phone.use == VOICE]
    counts = Counter(phone.e164 for phone in voice)
    right: dict[str, str] = {}
    lines = [line for phone, line in phones if phone.use == VOICE]
    for (one, above), (other, line) in pairwise(zip(voice, lines, strict=True)):
        near = 0 <= other.start - one.end <= _NEAR if above == line else 0 < line - above <= _CLOSE
        beside = near and one.e164[:-_LAST_DIGITS] == other.e164[:-_LAST_DIGITS]
        if beside and one.e164 != other.e164 and any(map(str.isalpha, one.spelling)):
            by_digits = counts[other.e164] > counts[one.e164]
            wrong, meant = (one, other) if by_digits else (other, one)
            right[wrong.e164] = meant.e164
    return right


def heads_supplier(title: str) -> bool:
    """Whether a heading is over numbers of those who sell or mend a line, and not of the line itself."""
    return _OF_SUPPLIER.match(title)


_OF_SUPPLIER: Final = AnyCase(
    r"\W*(?:[\d.]+ )?(?:(?:phone |telephone |our )?(?:vendor|supplier|carrier|installer|telco|manufacturer)s?"
    r"|support contract|maintenance(?: contract)?|lieferant(?:en)?|hersteller|proveedor(?:es)?|fournisseurs?)\b.{0,30}$"
)


def of_special_lines(blocks: Sequence[Block], phones: Iterable[tuple[Phone, int]]) -> frozenset[int]:
    """Give the places of blocks whose label gives a number a name, beside one called nothing but the telephone.

    Such as `Rain line:` below `Phone:`; a page goes on with the other one. `phones` come with their lines.
    """
    on_line: dict[int, list[Phone]] = {}
    for phone, line in phones:
        on_line.setdefault(line, []).append(phone)
    found: set[int] = set()
    group = -1
    for at, block in enumerate(blocks):
        near = on_line.get(block.text.line(0), ())
        begins = (block.words.find(phone.spelling) for phone in near[:_MOST_BESIDE])
        begin = min((one for one in begins if one >= 0), default=_LONGEST_LABEL)
        label = block.words[:begin].rstrip() if begin < _LONGEST_LABEL else ""
        if label.endswith(":"):
            plainly = _PLAIN_LABEL.fullmatch(label)
            found |= {at} if block.group == group and not plainly else set()
            group = block.group if plainly else group
    return frozenset(found)


_MOST_BESIDE: Final = 8
"""Numbers of a line that are looked for in a block."""


_LONGEST_LABEL: Final = 40
_PLAIN_LABEL: Final = AnyCase(
    r"\W*(?:(?:our|main|office|general|by|call|customer service) )*(?:(?:tele)?phone|tel\.?|call(?: us)?"
    r"|main(?: line| number)?"
    r"|office|switchboard|t[eé]l[eé]phone|t[eé]l\.?|tel[eé]fono|telefon|zentrale|rufnummer)(?: number| no\.?)?\W*"
)


def without_people(words: str, phones: Sequence[Phone]) -> list[Phone]:
    """Leave out the numbers of people who know more of a document: `Questions to Kim, 555-0112`."""
    small = words.lower() if phones else ""
    if not any(word in small for word in _ABOUT_DOCUMENT):
        return list(phones)
    return [
        phone for phone in phones if not _OF_PERSON.search(words, max(phone.start - _BEFORE, 0), max(phone.start, 0))
    ]


_ABOUT_DOCUMENT: Final = ("contact", "question", "queries", "owner", "author", "manager", "prepared", "engineer")
_OF_PERSON: Final = re.compile(
    r"\b(?i:contact|questions?|queries|owner|author|manager|prepared|engineer)\b"
    r"(?:[:,]? (?:to|for|by|go to|please contact|ask))?(?::| \||,)? (?:[A-Z][\w.'’-]+ ){0,2}[A-Z][\w.'’-]+"
    r"(?:,| -| –|:| \||,? on|,? at| \()? \(?$"
)
"""What stands before the number of somebody who is named."""
