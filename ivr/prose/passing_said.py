"""What a sentence tells of keys in passing, put among what its requests tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from ivr.prose.foreign_clauses import with_clauses
from ivr.prose.grammar import Said
from ivr.prose.grouping import ends_an_entry
from ivr.prose.keys import STRONGLY, hits_in
from ivr.prose.passing import IN_SECTION, IN_SENTENCE, Passed, passed_in
from ivr.prose.passing_keys import names_key
from ivr.prose.row_styles import HERE
from ivr.prose.several import with_several
from ivr.prose.tokens import Sentence, Token
from ivr.prose.topic_words import Topic
from ivr.prose.words import NAMES


class Known(NamedTuple):
    """What was known when a sentence was read for requests (see `said_in`), and how near a number stands to it.

    `menu` are the keys that this number was told to have.
    """

    primed: bool
    called: str
    near: int
    menu: frozenset[str] = frozenset()


def with_passed(text: str, sentence: Sentence, said: tuple[Said, ...], known: Known) -> tuple[Said, ...]:
    """Give what a sentence tells of keys by requests (`said`) and in passing, in the order of their places."""
    return _without_numerals(text, _with_passed(text, sentence, said, known))


def _with_passed(text: str, sentence: Sentence, said: tuple[Said, ...], known: Known) -> tuple[Said, ...]:
    tokens = sentence.tokens
    alone = bool(known.menu) and not said and _has_one_key(tokens)
    if not known.near and alone:
        known = known._replace(near=IN_SECTION)
    if not known.near:
        told = with_clauses(text, sentence, said, is_plain=False)
        counts = len(told) > 1 and told[0].key == "1"  # far from any number, clauses have to tell of several keys
        return with_several(text, tokens, told) if said or counts else said
    told = _with_nouns(text, tokens, said, known) if names_key(tokens) else said
    plain = known.near == IN_SENTENCE or known.called == HERE or known.primed or alone or bool(told)
    return with_several(text, tokens, with_clauses(text, sentence, told, is_plain=plain))


def _without_numerals(text: str, told: tuple[Said, ...]) -> tuple[Said, ...]:
    """Leave out what is an article or a count among several keys in digits: `1 pour les trois derniers, 2 pour un`."""
    digits = sum(text[one.start : one.start + 1].isdigit() for one in told)
    if digits < _SEVERAL or digits == len(told):
        return told
    return tuple(one for one in told if not (one.key.isdigit() and _counts(text, one.start)))


def _counts(text: str, at: int) -> bool:
    """Whether a number in words is an article, or stands behind that of several things."""
    return _ARTICLE.match(text, at) is not None or (
        text[at : at + 1].isalpha() and _OF_SEVERAL.search(text, 0, at) is not None
    )


_SEVERAL: Final = 2
_ARTICLE: Final = re.compile(
    r"(?:(?:[àa]|de|par|pour|con|mit|bei|an|to|with|for|para) )?(?:une?|un[oa]|eine?[mnrs]?)\b|(?:les|los|las) [^\W\d]",
    re.IGNORECASE,
)
_OF_SEVERAL: Final = re.compile(r"\b(?:les|los|las|the|its|our|your|last|first) $", re.IGNORECASE)


def _has_one_key(tokens: Sequence[Token]) -> bool:
    """Whether a sentence has a single digit or the name of a key, and no other number."""
    named = [token.word for token in tokens if token.word in _NAMES or token.word[:1].isdecimal()]
    if len(named) > 1:
        named = [word for word in named if word not in _PRONOUNS]  # "if you'd rather talk to one of us, 0"
    return len(named) == 1 and (len(named[0]) == 1 or named[0] in _NAMES)


_NAMES: Final = frozenset(NAMES) - {"a", "o", "oh", "un", "une"}
_PRONOUNS: Final = frozenset(("one", "uno", "eins"))


def _with_nouns(text: str, tokens: Sequence[Token], said: tuple[Said, ...], known: Known) -> tuple[Said, ...]:
    """Give what a sentence tells by requests with what it tells of keys that are nouns."""
    hits = hits_in(tokens, primed=known.primed, called=known.called) if said else ()
    taken = [(hit.start, hit.end) for hit in hits if not ends_an_entry(tokens, hit)]
    passed = passed_in(text, tokens, taken, known.near, known.menu)
    return _among(said, passed) if passed else said


def _among(said: Sequence[Said], passed: list[Passed]) -> tuple[Said, ...]:
    told = list(said)
    way: tuple[str, ...] = ()
    for one in passed:
        last = next((each for each in reversed(told) if each.start < one.start), None)
        way = (*last.path, last.key) if one.nested and last is not None else way
        topic = Topic(one.side.topic, one.topic_at, one.side.sign) if one.side is not None else None
        on = one.nested and last is None
        told += [Said(key, (*way, *path), topic, one.start, STRONGLY, follows=on) for path, key in one.keys]
    return tuple(sorted(told, key=lambda one: one.start))
