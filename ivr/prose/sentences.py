"""The sentences of a block, each with the keys that it names; and those that are but a step on the way."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.arriving import arrival_told
from ivr.prose.block import Block, Text
from ivr.prose.grammar import Said, said_in
from ivr.prose.guards import device_told
from ivr.prose.keypad import LONGEST_KEY
from ivr.prose.passing import IN_PARAGRAPH, IN_SECTION, IN_SENTENCE
from ivr.prose.passing_said import Known, with_passed
from ivr.prose.phones import VOICE, Phone
from ivr.prose.prefilter import may_tell
from ivr.prose.row_styles import ABOVE, HERE
from ivr.prose.tokens import Sentence, sentence, spans
from ivr.prose.topic_words import Topic

_CALLS: Final = AnyCase(
    r"\bcall(?:ing)?\b|\b(?:ring|phone|dial|telephone)(?: us| in| up)?,? and (?:then |just )?(?:press|choose|select"
    r"|pick|hit)\b|\b(?:i|we|he|she) (?:just )?called\b|\b(?:same|that) number\b",
    re.IGNORECASE,
)
_ASKS_ON: Final = AnyCase(
    r"\b(?:(?:she|he|it|they|the (?:system|recording|voice|robot|machine)|you)(?:'ll|’ll| will)?(?: then| now"
    r"| next)? (?:asks?|be asked|wants? to know|reads?"
    r"|hear(?! (?:a|the) (?:tone|beep|click|message))|get (?:another|a second|the next))|another menu"
    r"|second menu|next menu)\b"
)
_SHORT_BLOCK: Final = 240
"""Letters of a block whose keys are those of the number that it ends in."""
_SHORTLY_AFTER: Final = 140
"""Letters around a sentence that are looked at for what it is about."""


class Ahead(NamedTuple):
    """What is known before the sentences of a block are read.

    `primed` says that the blocks above told of keys; `numbered_above` that the one right above gave a number to call;
    `numbered` that the section, or a short document, has one; `asks` that the block may have requests for keys;
    `menu` are the keys that the number was told to have.
    """

    primed: bool = False
    numbered_above: bool = False
    numbered: bool = False
    asks: bool = True
    menu: frozenset[str] = frozenset()


@lru_cache(maxsize=2048)
def read_sentences(text: str, phones: tuple[Phone, ...], ahead: Ahead) -> tuple[tuple[Sentence, tuple[Said, ...]], ...]:
    """Read the sentences of a block; one that names keys lets those before it be understood, too."""
    text = _WAS.sub(lambda found: _KEY.sub("~", found[0]), text) if _WAS.search(text) else text
    text = _NUMBERED.sub(r"\1: ", text) if "2. " in text and _ROW.search(text) else text
    cut = [
        sentence(text, start, end, mark, phones)
        for start, end, mark in spans(text, phones)
        if may_tell(text[start:end])
    ]
    voice = [phone for phone in phones if phone.use == VOICE]
    if not ahead.primed and (voice or ahead.numbered) and len(set(_LABELLED.findall(text))) > _FEW:
        ahead = ahead._replace(primed=True, asks=True)
    numbered = {phone.end for phone in voice}
    above = ABOVE if ahead.numbered_above else ""
    ends_in_number = bool(voice) and len(text) < _SHORT_BLOCK and not text[voice[-1].end :].strip(" .)")
    called = [HERE if ends_in_number or any(end <= one.start for end in numbered) else above for one in cut]
    read, primes = _asked(text, cut, called, ahead) if ahead.asks else ([() for _ in cut], [ahead.primed] * len(cut))
    told = any(read)
    known = [
        Known(*one, ahead.menu)
        for one in zip(primes, called, (_nearness(one, voice, ahead, told=told) for one in cut), strict=True)
    ]
    return tuple((one, with_passed(text, one, said, about)) for one, said, about in zip(cut, read, known, strict=True))


_WAS: Final = re.compile(
    r"[(,] ?(?:was|were|formerly|previously|used to be|old|before)[:,]? (?:option |key |on )?[0-9*#](?![\d:])",
    re.IGNORECASE,
)
"""The key that something had before: `Press 1 - Sales (was 3)`."""
_KEY: Final = re.compile(r"[0-9*#]")
_LABELLED: Final = re.compile(
    r"(?:(?<=[.;,] )|(?<=[)] )|^)[A-Z][^.:;,=\d]{2,40}(?: ?[=:]| [–—-]) ?([0-9*#])(?=[.;,]|$| \()", re.MULTILINE
)
"""Sentences that are nothing but labels, each with its key: `Leasing = 1. Maintenance = 2.`"""
_FEW: Final = 2


def _asked(
    text: str, cut: list[Sentence], called: list[str], ahead: Ahead
) -> tuple[list[tuple[Said, ...]], list[bool]]:
    """Give what sentences ask for, and which of them were read as ones that follow on keys told of before."""
    behind = [False, *(all(not token.word[:1].isalpha() for token in one.tokens) for one in cut[:-1])]
    primes = [ahead.primed or alone for alone in behind[: len(cut)]]
    read = _read(text, cut, primes, called)
    if ahead.primed or not any(read) or (len(cut) == 1 and not _has_more(cut[0], read[0])):
        return read, primes
    primes = [True] * len(cut)
    return _read(text, cut, primes, called), primes


def _read(text: str, cut: list[Sentence], primes: list[bool], called: list[str]) -> list[tuple[Said, ...]]:
    return [
        said_in(text, one, primed=primed, called=number)
        for one, primed, number in zip(cut, primes, called, strict=True)
    ]


def _nearness(one: Sentence, voice: list[Phone], ahead: Ahead, *, told: bool) -> int:
    """Say how near a number stands to a sentence; `told` says that its block tells of keys already."""
    if any(one.start <= phone.start < one.end for phone in voice):
        return IN_SENTENCE
    before = any(phone.start < one.start for phone in voice)
    if before or ahead.numbered_above or (told and voice):
        return IN_PARAGRAPH
    return IN_SECTION if voice or ahead.numbered else 0


_ROW: Final = re.compile(r"(?:^|[:(] ?)1\. [^\W\d][^.]{2,60}(?<!:) 2\. [^\W\d]")
_NUMBERED: Final = re.compile(r"(?<![\d.])(\d)\. (?=[^\W\d])")
"""Numbers of a list that stands in one line: `1. Sales 2. Parts`."""


def columns_of(block: Block) -> list[Text]:
    """Give the columns of a line of plain text."""
    cells, at = [], 0
    for cell in block.words.split(" | "):
        cells.append(block.text.cut(at, at + len(cell)))
        at += len(cell) + len(" | ")
    return cells


@lru_cache(maxsize=2048)
def asks_on(between: str) -> bool:
    """Whether what stands between two keys says that the call asks for the second one after the first."""
    return _ASKS_ON.search(between)


@lru_cache(maxsize=2048)
def opens_menu(between: str) -> bool:
    """Whether what stands between two keys says that the first one opens the menu of the second."""
    return _OPENS.search(between)


_OPENS: Final = AnyCase(
    r"\b(?:offers?|gives?|brings? up|opens?|reads?|plays?|leads? (?:to|into)|there(?:['’]s| is)"
    r"|comes) (?:you )?(?:a |another |the )?"
    r"(?:second|another|further|next) (?:set|list|menu|group|row)\b"
    r"|\b(?:after|once|when|as soon as) (?:the|your) (?:balance|account|amount|total|details|number|record|payment)\b"
    r".{0,20}\b(?:read|found|checked|confirmed|verified|accepted|announced|looked up)\b"
    r"|\b(?:it|she|he|they|the (?:system|recording|voice|robot|machine|computer))"
    r"(?:(?:['’]ll| will)? (?:then|next)|(?:['’]ll| will) now) (?:asks?|wants? to know|offers?|lists?|gives? you)"
    r"\b(?! for\b)[^.]{0,60}[:,] ?(?:[^\W\d]+ )?$"
    r"|\byou(?:(?:['’]ll| will)? (?:then|next)|(?:['’]ll| will) now) (?:hear|get)\b(?! (?:a|the) (?:tone|beep|click"
    r"|message))[^.]{0,60}: ?(?:[^\W\d]+ )?$"
    r"|\byou(?:['’]re| are| will be|['’]ll be) (?:then |next )(?:asked|offered|told) to (?:pick|choose|select|press)\b"
    r"|\b(?:(?:then|next) (?:hear|get|offered|have)|will (?:then )?hear|(?:then|next) asks?|asked (?:again|next))\b"
    r".{0,20}\b(?:(?:second|another|further|next) (?:set|list|menu|group|row)|more (?:choices|options|keys))\b"
)


def as_step(
    block: Block, one: Sentence, said: tuple[Said, ...], *, goes_on: bool, labelled: bool
) -> tuple[tuple[Said, ...], bool]:
    """See whether a sentence is but a step on the way to what the next one tells of; else find what it reaches.

    `labelled` says that the words before it tell what it is for.
    """
    if said[-1].topic is not None or said[0].anytime:
        return said, False
    arrives = arrival_told(block.words, one.end, one.end + _SHORTLY_AFTER)
    reached = Topic(arrives, one.end, "arrival") if arrives else None
    if len(said) > 1:
        return (*said[:-1], said[-1]._replace(topic=reached)), False
    if goes_on or (block.marker and reached is None and not labelled):
        return (said[0]._replace(context=True),), True
    return (said[0]._replace(topic=reached),), False


@lru_cache(maxsize=2048)
def bids_to_call(words: str) -> bool:
    """Whether a sentence tells to call and press a key, and gives no number for it: `Ring and press 4`."""
    return _BIDS.search(words)


_BIDS: Final = AnyCase(
    r"\b(?:call|ring|phone|dial|telephone)(?: us| me| them| in| up| the (?:office|school|surgery|line|number))?,? and"
    r" (?:then |just |simply )?(?:press|choose|select|pick|hit|push)\b"
)


def _has_more(one: Sentence, said: tuple[Said, ...]) -> bool:
    """Whether a sentence has digits that were not read as keys."""
    digits = sum(token.word.isdecimal() and len(token.word) <= LONGEST_KEY for token in one.tokens)
    return digits > len(said)


@lru_cache(maxsize=2048)
def beside_topics(text: str, topics: tuple[tuple[str, int], ...]) -> tuple[str, bool]:
    """Give a sentence without its topics, each with the place where it begins, and whether it tells to call then."""
    for topic, start in topics:
        at = text.find(topic, max(start, 0))
        at = at if at >= 0 else text.find(topic)
        where = device_told(topic)
        text = text[:at] + where.ljust(len(topic)) + text[at + len(topic) :] if at >= 0 else text
    return text, _CALLS.search(text)
