"""What happens behind a key: whom a caller reaches, what they find, and what the key is said to be."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.tokens import Token
from ivr.prose.words import LEADS, THENS, VERBS, set_of

GOES_ON: Final = set_of(
    """follow wait enter have listen then hold make you your we press select choose dial say stay ask someone
    somebody requires needs wants asks we'll you'll skip skips read quote give state tell key type"""
)
"""What a caller does next, behind `and`."""


def arrives_at(tokens: Sequence[Token], at: int) -> int | None:
    """Give where, behind `and you'll be`, it is told whom a caller reaches."""
    words = [token.word for token in tokens[at : at + 9]]
    if (
        not words
        or words[0] not in {"and", ",", "-", "–", "—"}
        or not any(word in {"you're", "you'll", "you", "we'll", "it's", "that's"} for word in words[1:3])
    ):
        return None
    if _is_told_at_once(words):
        return at + 2
    if words[1:3] == ["you", "can"] and len(words) > len(("and", "you", "can")) and words[3] not in GOES_ON:
        return at + 3
    for place, word in enumerate(words[2:], 2):
        if word in {"reach", "to", "in", "with", "get", "hear", "at"} and place + 1 < len(words):
            begin = at + place + 1
            while begin < len(tokens) and tokens[begin].word in {"to", "the", "with", "a", "in"}:
                begin += 1
            return begin
        if word not in {
            "be",
            "are",
            "will",
            "now",
            "put",
            "through",
            "connected",
            "transferred",
            "straight",
            "speaking",
            "talking",
            "you",
            "you'll",
            "directly",
            "taken",
            "get",
            "go",
        }:
            return None
    return None


_DONE_BY_CALLERS: Final = set_of(
    "renew report pay book order cancel change check add move start stop buy join leave skip"
)
"""What callers do with a key: `Press 1 and you renew a card`."""


def _is_told_at_once(words: list[str]) -> bool:
    """Whether words behind a key tell at once what it is, or what is done with it: `and it's repairs`."""
    told = words[0] == "and" and words[1] in {"it's", "that's"} and len(words) > len(("and", "it's"))
    return told or (words[:2] == ["and", "you"] and not _DONE_BY_CALLERS.isdisjoint(words[2:3]))


def plainly(tokens: Sequence[Token], at: int) -> int | None:
    """Give where it is said what a key is, behind a mark: `, that's new patients`, `: it is the sales desk`."""
    if at >= len(tokens) or tokens[at].word not in _BEGINNING:
        return None
    words = [token.word for token in tokens[at : at + 8]]
    place = next((place for place, word in enumerate(words) if word in _BEFORE_SAID), None)
    if words[0] in _THATS:
        return at + 1 if words[1:2] != [] and words[1] not in _OURSELVES else None  # "receipts is 3, that's me"
    if place is None or not all(word in _AT_THE_TOP for word in words[:place]):
        return None
    behind = words[place + 1 : place + 3]
    if behind[1:] and behind[0] in _IT_IS and behind[1] in _OURSELVES:
        return None
    if (behind[:1] and behind[0] in _IT_IS) or (behind[:1] == ["which"] and _tells_whom(words[place + 2 :])):
        return at + place + 2
    leads = behind[1:] and behind[0] == "which" and behind[1] in _DEEDS
    is_said = leads or (
        behind[1:] and behind[0] in {"that", "it", "which", "das", "this"} and behind[1] in {"is", "ist"}
    )
    return at + place + 3 if is_said else None


_DEEDS: Final = LEADS - {"is", "are"}


_OURSELVES: Final = frozenset(("me", "us", "him", "her", "them", "you", "all", "it"))


def _tells_whom(words: list[str]) -> bool:
    """Whether words begin with a verb and whom it is about: `pages the manager`."""
    verb = len(words) > 1 and words[0].endswith("s") and words[0] not in LEADS
    return verb and (words[1] in _WHOM or (words[1] in _PARTICLES and words[2:3] != [] and words[2] in _WHOM))


_PARTICLES: Final = frozenset(("in", "up", "out"))
_WHOM: Final = set_of("the a an our your whoever somebody someone")
"""What stands behind a verb that tells what a key does: `, which pages the manager`."""
_IT_IS: Final = frozenset(("that's", "it's", "thats", "c'est", "its"))
_IT: Final = frozenset(("that", "it", "which", "das", "this"))
_THATS: Final = frozenset(("that's", "thats"))
_BEFORE_SAID: Final = frozenset((",", ":", "–", "—", "("))
_AT_THE_TOP: Final = set_of(
    "at the top here there again first second menu level in main start beginning greeting prompt"
)
_BEGINNING: Final = _THATS | _BEFORE_SAID | _AT_THE_TOP
"""With what the words behind a key begin where they say plainly what it is; most begin with something else."""


_CHOOSING: Final = set_of("also choose select press pick dial hit then")


def finds(tokens: Sequence[Token], at: int) -> int:
    """Give where it is told what callers find behind a key: `you will find changes to a policy`; else 0."""
    words = [token.word for token in tokens[at + 1 : at + 4]]
    if tokens[at].word == "you" and words[:1] in (["can"], ["could"], ["may"]):
        return at + 2 if words[1:] and words[1] not in _CHOOSING else 0
    place = next(
        (place for place, word in enumerate(words) if word in {"find", "reach", "get", "hear", "finden", "encontrara"}),
        -1,
    )
    return at + place + 2 if place >= 0 and all(word in {"will", "can", "'ll"} for word in words[:place]) else 0


GOING_ON: Final = frozenset(("and", ",", "y", "et", "und", "e", "-", "–", "—"))


SOMEBODY: Final = set_of("they it he she callers someone somebody we le te les on se")


_HAPPENS: Final = set_of("will can 'll answers picks rings comes is")


def outcome(text: str, tokens: Sequence[Token], at: int) -> int | None:
    """Give where, behind `and`, it is told what happens: `and they register a product`, `and Ray will repeat it`."""
    words = [token.word for token in tokens[at : at + 7]]
    if len(words) < len(("and", "it", "rings")) or words[0] in {"-", "–", "—", ","}:
        return None
    if words[1] in SOMEBODY:
        return None if words[2] in GOES_ON else at + 2
    named = text[tokens[at + 1].start].isupper() and not _HAPPENS.isdisjoint(words[2:])
    return at + 1 if named else None


def is_named_alone(tokens: Sequence[Token], end: int) -> bool:
    """Whether nothing but a few words stand behind a key and a comma."""
    words = [token.word for token in tokens[end + 1 :]]
    words = words[:-1] if words[-1:] == ["."] else words
    return 0 < len(words) <= _SHORT_NAME and all(word[:1].isalpha() for word in words) and words[0] not in _GOES_ON_WITH


_GOES_ON_WITH: Final = THENS | VERBS


_SHORT_NAME: Final = 3


def begins_a_way(tokens: Sequence[Token], end: int) -> bool:
    """Whether a key is said to be something, and another one follows it: `4 is permits, then 1 if you have one`."""
    words = [token.word for token in tokens[end:]]
    then = next((at for at, word in enumerate(words) if word in THENS), 0)
    return words[:1] == ["is"] and then > 1 and words[then + 1 : then + 2] != [] and words[then + 1].isdecimal()


def goes_back(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says that a key goes back, and not to what: `takes you back one menu`."""
    return [token.word for token in tokens[at : at + 1]] == ["back"] and (
        at + 1 >= len(tokens) or tokens[at + 1].word != "to"
    )
