"""The sentences of a block, each with the keys that it names; and those that are but a step on the way."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AnyCase
from ivr.prose.arriving import arrival_told
from ivr.prose.block import Block, Text
from ivr.prose.grammar import Said, said_in
from ivr.prose.keypad import LONGEST_KEY
from ivr.prose.phones import VOICE, Phone
from ivr.prose.prefilter import may_tell
from ivr.prose.rows import ABOVE, HERE
from ivr.prose.tokens import Sentence, sentence, spans
from ivr.prose.topic_words import Topic

_CALLS: Final = AnyCase(r"\bcall(?:ing)?\b|\b(?:same|that) number\b", re.IGNORECASE)
_ASKS_ON: Final = AnyCase(
    r"\b(?:(?:she|he|it|they|the (?:system|recording|voice|robot|machine)|you)(?:'ll|’ll| will)?(?: then| now"
    r"| next)? (?:asks?|be asked|reads?"
    r"|hear(?! (?:a|the) (?:tone|beep|click|message))|get (?:another|a second|the next))|another menu"
    r"|second menu|next menu)\b"
)
_SHORTLY_AFTER: Final = 140
"""Letters around a sentence that are looked at for what it is about."""


@lru_cache(maxsize=2048)
def read_sentences(  # noqa: PLR0913 -- all that stands around a block
    text: str,
    phones: tuple[Phone, ...],
    *,
    primed: bool,
    numbered_above: bool = False,
    near: int = 0,
    asks: bool = True,
) -> tuple[tuple[Sentence, tuple[Said, ...]], ...]:
    """Read the sentences of a block; one that names keys lets those before it be understood, too.

    `numbered_above` says that the block right above gave a number to call.
    """
    text = _NUMBERED.sub(r"\1: ", text) if "2. " in text and _ROW.search(text) else text
    cut = [
        sentence(text, start, end, mark, phones)
        for start, end, mark in spans(text, phones)
        if may_tell(text[start:end])
    ]
    numbered = {phone.end for phone in phones if phone.use == VOICE}
    called = [HERE if any(end <= one.start for end in numbered) else ABOVE if numbered_above else "" for one in cut]
    behind = [False, *(all(not token.word[:1].isalpha() for token in one.tokens) for one in cut[:-1])]
    voice = [phone for phone in phones if phone.use == VOICE]
    around = max(near, 2 if numbered_above else 1 if voice else 0)
    nears = [
        3
        if any(one.start <= phone.start < one.end for phone in voice)
        else 2
        if any(phone.start < one.start for phone in voice)
        else around
        for one in cut
    ]
    read = tuple(
        (one, tuple(said_in(text, one, primed=primed or alone, called=number, near=close, asks=asks)))
        for one, alone, number, close in zip(cut, behind, called, nears, strict=True)
    )
    if primed or not any(said for _, said in read) or (len(cut) == 1 and not _has_more(*read[0])):
        return read
    return tuple(
        (
            one,
            tuple(
                said_in(
                    text,
                    one,
                    primed=True,
                    called=number,
                    near=max(close, 2 if voice or numbered_above else close),
                    asks=asks,
                )
            ),
        )
        for one, number, close in zip(cut, called, nears, strict=True)
    )


_ROW: Final = re.compile(r"(?:^|[:(] ?)1\. [^\W\d][^.]{2,60} 2\. [^\W\d]")
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


def _has_more(one: Sentence, said: tuple[Said, ...]) -> bool:
    """Whether a sentence has digits that were not read as keys."""
    digits = sum(token.word.isdecimal() and len(token.word) <= LONGEST_KEY for token in one.tokens)
    return digits > len(said)


@lru_cache(maxsize=2048)
def beside_topics(text: str, topics: tuple[str, ...]) -> tuple[str, bool]:
    """Give a sentence without its topics, and whether it tells to call then."""
    for topic in topics:
        text = text.replace(topic, " ") if topic else text
    return text, _CALLS.search(text)
