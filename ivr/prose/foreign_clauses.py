"""What German, French and Spanish clauses tell of keys by their verbs, put among what a sentence's requests tell."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.clause_forms import Language
from ivr.prose.clauses_french import FRENCH
from ivr.prose.clauses_german import GERMAN
from ivr.prose.clauses_spanish import SPANISH
from ivr.prose.grammar import Said, said_in
from ivr.prose.keys import OPTION, STRONGLY
from ivr.prose.passing import CUE
from ivr.prose.passing_sides import usable
from ivr.prose.row_styles import HERE
from ivr.prose.tokens import Sentence, Token
from ivr.prose.topic_words import Topic, clean
from ivr.prose.words import KEYS, NAMES

_LANGUAGES: Final = (GERMAN, FRENCH, SPANISH)
_LONGEST: Final = 160
"""Words and marks of a sentence that is read so."""
_SIGN: Final = "lead"


class Clause(NamedTuple):
    """A key that a clause tells of: its token, what it is for, and whether it is pressed after the one before it."""

    key: str
    at: int
    topic: Topic
    deeper: bool


class Found(NamedTuple):
    """What clauses of a sentence tell: keys, the places where those begin that go deeper, and a key that opens a menu.

    `opened` are the token of that key, and the first token behind the words that say so.
    """

    clauses: dict[int, Clause]
    cuts: tuple[int, ...] = ()
    opened: tuple[int, int] | None = None


def clauses_in(text: str, tokens: Sequence[Token]) -> Found:
    """Find the keys that clauses of a sentence tell of."""
    words = {token.word for token in tokens}
    found: dict[int, Clause] = {}
    cuts: list[int] = []
    opened: tuple[int, int] | None = None
    languages = [one for one in _LANGUAGES if not words.isdisjoint(one.words)]
    if not languages or len(tokens) > _LONGEST or words.isdisjoint(KEYS):
        return Found(found)
    line = " ".join(token.word for token in tokens)
    starts = [0, *accumulate(len(token.word) + 1 for token in tokens)][:-1]
    for language in languages:
        if language.transport.search(line):
            continue
        if opened is None and (opening := language.opens.search(line)) is not None:
            opened = bisect_right(starts, opening.start("key")) - 1, bisect_right(starts, opening.end() - 1)
        for match in language.deeper.finditer(line):
            if (one := _clause(text, tokens, starts, match, language)) is not None:
                found.setdefault(one.at, one._replace(deeper=True))
                cuts.append(tokens[bisect_right(starts, match.start()) - 1].start)
        for one in _clauses(text, tokens, (line, starts), language):
            if opened is None or one.at != opened[0]:
                found.setdefault(one.at, one)
    return Found(found, tuple(cuts), opened)


def _clauses(
    text: str, tokens: Sequence[Token], line: tuple[str, Sequence[int]], language: Language
) -> Iterator[Clause]:
    """Give what the forms of one language find; the plainest form first."""
    words, starts = line
    for pattern, goes_on, is_moved in language.forms:
        for first in pattern.finditer(words):
            found: re.Match[str] | None = first
            if not is_moved and language.denied.search(first[0]):
                continue
            while found is not None:
                if (one := _clause(text, tokens, starts, found, language)) is not None:
                    yield one
                found = goes_on.match(words, found.end()) if goes_on is not None else None


def _clause(
    text: str, tokens: Sequence[Token], starts: Sequence[int], found: re.Match[str], language: Language
) -> Clause | None:
    """Read what a form has found."""
    groups = found.groupdict()
    at = bisect_right(starts, found.start("key")) - 1
    begin, end = bisect_right(starts, found.start("topic")) - 1, bisect_right(starts, found.end("topic") - 1)
    if verb := groups.get("verb"):
        begin = (
            begin if not language.reaching.isdisjoint(verb.split()) else bisect_right(starts, found.start("verb")) - 1
        )
    while begin < end - 1 and tokens[begin].word in language.leading:
        begin += 1
    topic = usable(text[tokens[begin].start : tokens[end - 1].end])
    if len(topic) <= 1 or any(token.word[0].isdecimal() for token in tokens[begin:end]):
        return None  # "El consultorio 4 está en el 2.º piso"
    key = NAMES.get(found["key"], found["key"])
    return Clause(key, at, Topic(topic, tokens[begin].start, _SIGN), bool(groups.get("deeper")))


def with_clauses(text: str, one: Sentence, said: Sequence[Said], *, is_plain: bool = True) -> tuple[Said, ...]:
    """Give what a sentence tells of keys with what its clauses tell more plainly of them.

    `is_plain` says that a number or keys have just been told of; elsewhere the sentence must speak of keys or menus, or
    tell of several keys from 1 on.
    """
    tokens = one.tokens
    found = clauses_in(text, tokens)
    keys = [found.clauses[at].key for at in sorted(found.clauses)]
    if not is_plain and not (keys[:1] == ["1"] and len(keys) > 1) and not CUE.search(text, one.start, one.end):
        return tuple(said)
    if found.opened is not None:
        return _in_menu(text, one, said, found)
    if not found.clauses:
        return tuple(said)
    how = STRONGLY if is_plain else OPTION
    told = {tokens[clause.at].start: clause for clause in found.clauses.values()}
    kept: list[Said] = []
    known: set[int] = set()
    for each in said:
        start = next((start for start in told if _is_of(each, told[start].key, start)), -1)
        known.add(start)
        if start >= 0 and each.path and each.topic is not None and each.topic.how == "loose":
            kept.append(each._replace(topic=told[start].topic))  # "con el 1 citas, con el 2 recetas"
            continue
        plain = start >= 0 and not (each.path and each.path[0] != each.key)
        kept.append(
            each._replace(topic=told[start].topic, start=start, context=False, negated=False)
            if plain
            else _cut(each, found.cuts)
        )
    around = text[tokens[0].start : tokens[-1].end]
    kept += [
        Said(clause.key, (), clause.topic, start, how, around=around)
        for start, clause in told.items()
        if start not in known and not any(_is_of(each, each.key, start) and each.path for each in said)
    ]
    deeper = {start for start, clause in told.items() if clause.deeper}
    nested = _nested(sorted(kept, key=lambda each: each.start), deeper)
    return tuple(_beside(text, list(nested), set(told)))


def _is_of(one: Said, key: str, start: int) -> bool:
    """Whether what a sentence tells is of the key at a place, with or without the words before it: `touche 3`."""
    return one.key == key and 0 <= start - one.start <= _ARTICLE


_ARTICLE: Final = 12
"""Letters that may stand before a key and belong to it."""


def _cut(one: Said, cuts: tuple[int, ...]) -> Said:
    """Cut what a key is for where the words begin that lead to the next one."""
    if one.topic is None:
        return one
    end = one.topic.start + len(one.topic.words)
    cut = next((place for place in cuts if one.topic.start < place < end and place > one.start), None)
    words = clean(one.topic.words[: cut - one.topic.start]) if cut is not None else ""
    return one._replace(topic=one.topic._replace(words=words)) if words else one


def _beside(text: str, said: list[Said], clear: set[int]) -> list[Said]:
    """Put keys that a clause tells of beside the one before, where that is told as the other choice of a menu."""
    for at, one in enumerate(said):
        before = said[at - 1] if at else one
        free = one.start in clear and not one.path and before.path
        if free and _OTHERWISE.search(text[before.start : one.start]):
            said[at] = one._replace(path=before.path)
    return said


_OTHERWISE: Final = AnyCase(r"\b(?:oder|ou|o) (?:mit )?(?:die|der|l[ae]|el)?\s*$")
"""What stands before the second of two choices."""


def _nested(said: list[Said], deeper: set[int]) -> tuple[Said, ...]:
    """Put the keys that are pressed after the ones before them behind those."""
    for at, one in enumerate(said):
        if one.start in deeper and at and not one.path:
            before = said[at - 1]
            said[at] = one._replace(path=(*before.path, before.key))
    return tuple(said)


def _in_menu(text: str, one: Sentence, said: Sequence[Said], found: Found) -> tuple[Said, ...]:
    """Read what stands behind the words that say that a key opens a menu: keys of that menu, or nothing yet."""
    tokens = one.tokens
    at, behind = found.opened or (0, 0)
    key, start = NAMES.get(tokens[at].word, tokens[at].word), tokens[at].start
    while behind < len(tokens) and not tokens[behind].word[:1].isalnum():
        behind += 1
    before = tuple(each for each in said if each.start < start and not _is_of(each, key, start))
    rest = tokens[behind:]
    inside: Sequence[Said] = ()
    if rest:
        part = Sentence(rest[0].start, one.end, rest, one.mark)
        inside = with_clauses(text, part, said_in(text, part, primed=True, called=HERE))
    inside = [each for each in inside if each.topic is not None]
    if inside:
        return (*before, *(each._replace(path=(key, *each.path), follows=False) for each in inside))
    return (*before, Said(key, (), None, start, STRONGLY, context=True))
