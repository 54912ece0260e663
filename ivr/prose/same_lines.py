"""Numbers that ring at the same menu: `Call 1-800-555-0100 or, in town, 402-555-0100, and press 1 for loans`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.block import Block
from ivr.prose.contradiction import TimedHours
from ivr.prose.phones import TEXT_TELEPHONE, VOICE, Phone
from ivr.prose.told import Told

_EITHER: Final = AnyCase(
    r"^[\s).,;:*–—-]*(?:\([^()\d]{1,40}\)[\s,;]*)?(?:or|o|ou|oder|bzw\.?|and|y|et|und)\b[^.;?!\d]{0,80}$"
    r"|^\s*(?:\([^()\d]{1,40}\)\s*)?/[^.;?!\d]{0,30}$"
)
"""What stands between two numbers that are given for one thing."""
_OTHER: Final = AnyCase(
    r"\b(?:fax|text|sms|whatsapp|tty|tdd|textphone|relay|e-?mail|extension|ext|internal|interne|intern|wait|press|chat)\b"
    r"|\b(?:for|to|about|regarding|pour|para|f[uü]r)\s+(?!(?:international|overseas|foreign|mobiles?|cell|callers?"
    r"|calls?|our|the|us)\b)"
    r"|\b(?:and|y|et|und)\b"
)
"""What says that the second number is for something else."""
_ONE_MENU: Final = AnyCase(
    r"\b(?:both|either|all)\b[^.;]{0,40}\b(?:numbers?|lines?|reach|ring|lead|answer\w*|same|menu)\b"
    r"|\b(?:the )?same (?:menu|options|choices|recording|line)\b|\b(?:either|both) (?:of )?(?:number|line)"
    r"|\b(?:m[eê]me menu|mismo men[uú]|gleiche men[uü])\b"
)
"""What says of two numbers that it makes no difference which is called."""
_SAME_LABEL: Final = AnyCase(
    r"^\W*(?:or\b\W*)?(?:(?:call(?:ing)?|dial|phone|tel)\W+)?(?:(?:from|if you(?:['’]re| are)|callers|when)\W+)?"
    r"(?:toll[- ]?free|free ?phone|local(?:ly)?|international(?:ly)?|abroad|overseas|mobiles?|cell(?: ?phones?)?"
    r"|outside|out of (?:state|town)|in (?:town|state)|within)\b[^.;\d]{0,40}$"
)
"""What a number is called that is another way to the line above it."""
_NEAR: Final = 2


def alike_in(blocks: Sequence[Block], phones: Sequence[tuple[Phone, int]], numbers: Iterable[str]) -> Mapping[str, str]:
    """Give, for numbers of a document that have no keys of their own, the number whose menu is theirs."""
    with_keys = set(numbers)
    of_line: dict[int, list[Phone]] = {}
    for phone, line in phones:
        if phone.use == VOICE:
            of_line.setdefault(line, []).append(phone)
    found: dict[str, str] = {}
    if not with_keys or len({phone.e164 for phone, _ in phones if phone.use != TEXT_TELEPHONE}) < _FEWEST:
        return found
    before: tuple[int, str] = (0, "")
    for block in blocks:
        first, last = block.text.line(0), block.text.starts[-1][1]
        if last - first > _LONGEST:
            continue
        here = [one for line in range(first, last + 1) for one in of_line.get(line, ()) if _stands(one, block.words)]
        for one, other in pairwise(here):
            if _are_alike(block.words, one, other):
                _join(found, one.e164, other.e164, with_keys)
        if here and before[1] and first - before[0] <= _NEAR and _SAME_LABEL.search(block.words[: here[0].start]):
            _join(found, before[1], here[0].e164, with_keys)
        before = (last, here[-1].e164) if here else before
    return found


def sharing_menus(told: Iterable[Told], hours: Iterable[TimedHours]) -> Mapping[str, str]:
    """Give the numbers of which the same is told in the same places as of another, each with the first such one.

    One that has hours of its own is left out: callers may meet another end there.
    """
    menus: dict[str, set[Told]] = {}
    for each in told:
        menus.setdefault(each.number, set()).add(each._replace(number=""))
    open_at: dict[str, set[object]] = {}
    for one in hours:
        if not (one.keys or one.time):
            open_at.setdefault(one.number, set()).add(one.hours.minutes)
    found: dict[str, str] = {}
    firsts: dict[frozenset[Told], str] = {}
    for number, menu in menus.items():
        first = firsts.setdefault(frozenset(menu), number)
        if first != number and open_at.get(number, set()) <= open_at.get(first, set()):
            found[number] = first
    return found


_FEWEST: Final = 2
_LONGEST: Final = 60
"""Lines of a block that is looked at."""


def _join(found: dict[str, str], one: str, other: str, with_keys: set[str]) -> None:
    own, same = (one, other) if one in with_keys else (other, one)
    own = found.get(own, own)
    if own in with_keys and same not in with_keys and own != same:
        found.setdefault(same, own)


def _stands(one: Phone, words: str) -> bool:
    digits = re.sub(r"\D", "", words[one.start : one.end])
    return bool(digits) and one.e164.endswith(digits[-4:])


def _are_alike(words: str, one: Phone, other: Phone) -> bool:
    between = words[one.end : other.start]
    if not 0 < len(between) <= _FAR:
        return False
    if not _EITHER.search(between):
        return _SAME_LABEL.search(between) and not _OTHER.search(between)
    around = words[max(words.rfind(". ", 0, one.start), 0) :][: _FAR * 4]
    return not _OTHER.search(between) or (_ONE_MENU.search(around) and not _OTHER.search(_ANDS.sub(" ", between)))


_FAR: Final = 90
_ANDS: Final = re.compile(r"\b(?:and|y|et|und)\b", re.IGNORECASE)
