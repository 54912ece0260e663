"""Labels of options as callers hear them: whether two of them are so alike that they are mixed up."""

from __future__ import annotations

import re
from typing import Final

from ivr.likeness import may_reach, ratio_of

ALIKE: Final = 0.8
_TOKEN: Final = re.compile(r"\{[^{}]*\}|[^\W_]+")


def _set_of(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ARTICLES: Final = _set_of("a an the el la los las un una le les une des der die das ein eine einen")
_FILLING: Final = _set_of(
    """about for of in on with regarding your our my and or to
    sobre para de con su mi y o sur pour du de votre mon et ou über für von mit ihre ihr und oder"""
)
_DIRECTIONS: Final = _set_of("from into between before after than desde hasta entre depuis vers von nach")
_DATES: Final = _set_of(
    """monday tuesday wednesday thursday friday saturday sunday lunes martes miércoles jueves viernes sábado domingo
    lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag
    january february march april may june july august september october november december
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    januar februar märz juni juli oktober dezember"""
)
_NUMBERS: Final = _set_of(
    """one two three four five six seven eight nine ten thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety third fourth fifth sixth seventh eighth ninth tenth"""
)
_OPPOSITES: Final = frozenset(
    frozenset(pair.split("/"))
    for pair in _set_of(
        """east/west eastern/western eastbound/westbound north/south northern/southern northbound/southbound
        male/female inbound/outbound incoming/outgoing internal/external import/export inside/outside
        inpatient/outpatient inpatients/outpatients"""
    )
)
_TURNS: Final = (
    "un",
    "in",
    "im",
    "de",
    "dis",
    "re",
    "non",
    "out",
    "pre",
    "post",
    "sub",
    "inter",
    "intra",
    "des",
    "ent",
)
_NEGATIONS: Final = _set_of("not no non without never sin sans pas ohne nicht kein keine")


def alike(one: str, other: str) -> bool:
    """Whether callers would mix up two labels: the same words in any order, or nearly the same ones."""
    left, right = _words(one), _words(other)
    if not left or not right:
        return False
    if left == right or _same_words(left, right):
        return True
    rest, other_rest = _without(left, right), _without(right, left)
    if _set_apart(rest, other_rest):
        return False
    return _near(left, right) and (not rest or not other_rest or _near(rest, other_rest))


def _words(label: str) -> list[str]:
    return [word for word in _TOKEN.findall(label.casefold()) if word not in _ARTICLES]


def _same_words(left: list[str], right: list[str]) -> bool:
    """Whether two labels have the same words but for little ones, where their order says nothing."""
    if not _DIRECTIONS.isdisjoint(left) or not _DIRECTIONS.isdisjoint(right):
        return False
    mine, theirs = (sorted(word for word in words if word not in _FILLING) for words in (left, right))
    return bool(mine) and mine == theirs


def _without(words: list[str], others: list[str]) -> list[str]:
    """Give the words that the other label does not have."""
    return [word for word in words if word not in others]


def _set_apart(left: list[str], right: list[str]) -> bool:
    """Whether what differs is plain: a number, a date, a letter, a negation, an opposite."""
    if not left and not right:  # the same words in another order: from Rome to Paris, from Paris to Rome
        return True
    if any(_tells_apart(word) for word in (*left, *right)):
        return True
    if len(left) != 1 or len(right) != 1:
        return False
    one, other = sorted((left[0], right[0]), key=len)
    turned = other.endswith(one) and other.removesuffix(one) in _TURNS
    return turned or frozenset((one, other)) in _OPPOSITES


def _tells_apart(word: str) -> bool:
    one_of_a_kind = len(word) == 1 or any(sign.isdigit() for sign in word) or word.startswith("{")
    return one_of_a_kind or word in _DATES | _NUMBERS | _NEGATIONS


def _near(words: list[str], others: list[str]) -> bool:
    one, other = " ".join(words), " ".join(others)
    return may_reach(one, other, ALIKE) and ratio_of(one, other) >= ALIKE
