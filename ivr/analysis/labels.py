"""Labels of options as callers hear them: whether two of them are so alike that they are mixed up."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ivr.analysis.likeness import may_reach, ratio_of

ALIKE: Final = 0.8
_BEGINNING: Final = 3
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
_OWNING: Final = _set_of("that which you i have got get received")
_NEGATIONS: Final = _set_of("not no non without never sin sans pas ohne nicht kein keine")


class Label(NamedTuple):
    """The words of an option as they are compared: in small letters, without articles.

    `letters` are those words with spaces between them, `content` are the words but for little ones, in the alphabet.
    `beginnings` are the first letters of the words: long labels that are alike have one of them in common.
    """

    words: tuple[str, ...]
    letters: str
    content: tuple[str, ...]
    beginnings: frozenset[str]


def label_of(text: str) -> Label:
    """Prepare what callers are told of an option for comparing it with others."""
    words = tuple(word for word in _TOKEN.findall(text.casefold()) if word not in _ARTICLES)
    # Between two places, the order of the words says which is which: from Rome to Paris, from Paris to Rome.
    content = () if not _DIRECTIONS.isdisjoint(words) else tuple(sorted(word for word in words if word not in _FILLING))
    letters = " ".join(words)
    return Label(words, letters, content, frozenset(word[:_BEGINNING] for word in words if word.isalpha()))


def alike(one: Label, other: Label, likeness: float = ALIKE) -> bool:
    """Whether callers would mix up two labels: the same words in any order, or nearly the same ones."""
    if not one.words or not other.words:
        return False
    if one.words == other.words or (one.content and one.content == other.content):
        return True
    if _adds_an_owner(one.words, other.words) or _adds_an_owner(other.words, one.words):
        return True
    if not may_reach(one.letters, other.letters, likeness) or _begin_otherwise(one, other):
        return False
    rest, other_rest = _without(one.words, other.words), _without(other.words, one.words)
    if _set_apart(rest, other_rest) or ratio_of(one.letters, other.letters) < likeness:
        return False
    return not rest or not other_rest or ratio_of(" ".join(rest), " ".join(other_rest)) >= likeness


def _adds_an_owner(words: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a label says of another's thing only that the caller has it: "an invoice", "an invoice you got"."""
    return longer[: len(words)] == words and _OWNING.issuperset(longer[len(words) :])


def _begin_otherwise(one: Label, other: Label) -> bool:
    """Whether no word of one label begins as a word of the other; much quicker to tell than how alike they are."""
    several = len(one.words) > 1 and len(other.words) > 1
    return several and one.beginnings.isdisjoint(other.beginnings)


def _without(words: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
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
