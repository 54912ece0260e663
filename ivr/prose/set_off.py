"""Keys that a page sets off from the words around them, in bold letters, as code or in a box: `it's **2** for bills`.

A digit in a sentence may count anything; one that is set off, beside others that are, is a key. Such keys are put as
requests and options that the grammar knows: `press 2`, `option 2`. So is one that is said to be on the caller's keypad,
or to do something with a call: `1 takes you to a nurse`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ivr.prose.block import ITEM, PARAGRAPH, Block, Text
from ivr.prose.explicit import is_explicit
from ivr.prose.frames import FRAME, asks_before, put_request
from ivr.prose.keys import BARE
from ivr.prose.listing import is_choice
from ivr.prose.prefilter import has_key_apart
from ivr.prose.sentences import Ahead, read_sentences
from ivr.prose.tokens import folded
from ivr.prose.words import LEADS, NAMES, UNITS

_KEY: Final = r"[0-9*#]|zero|one|two|three|four|five|six|seven|eight|nine|star|pound|hash"
_MARKED: Final = re.compile(
    rf"(?<![\w*_`\\])(?P<mark>\*\*|__|[`*_])[\"“]?(?P<key>{_KEY})[\"”]?(?P=mark)(?![\w*_`])"
    rf"|<(?P<tag>b|strong|kbd|code|em|i)\b[^<>]{{0,60}}>\s?(?P<tagged>{_KEY})\s?</(?P=tag)>",
    re.IGNORECASE,
)
"""A key that is set off in Markdown."""
INLINE: Final = frozenset(("b", "strong", "kbd", "code", "em", "i", "span", "mark", "tt", "u"))
"""Elements of a page that may set a key off."""
_ALONE: Final = re.compile(rf"\s*(?P<key>{_KEY})\s*", re.IGNORECASE)
_WORD: Final = re.compile(rf"(?<![\w.,:/$€£*#~–-])(?P<key>{_KEY})(?![\w*#%]|[.,:/]\d)", re.IGNORECASE)
"""A key in a sentence."""
_FEWEST: Final = 2
"""Keys of a document that are set off; one alone may be anything."""
_NEAR: Final = 90
"""Letters before a key that tell how it is asked for."""
_LED: Final = re.compile(r"(?:^|(?<=[.,:;!?(—–\"“”-])|(?<=[.,:;!?()—–\"“”-]\s)|\b(?:and|or|but|so)\s+)$", re.IGNORECASE)
"""What stands right before a key that is named by itself."""
_GIVEN: Final = re.compile(
    r"\b(?:(?<=\banswer )|(?<=\bquestion )|(?<=\bthat )|(?<=\bit ))(?:with|by|as)\s+(?:(?:the|a|an|number)\s+)?$"
    r"|\b(?:give|just)\s+(?:(?:it|the|a|an|number)\s+)?$",
    re.IGNORECASE,
)
"""Words by which a key is given: `answer the first question with 2`."""
_WRITES: Final = re.compile(
    r"\b(?:reply|replies|text|texts|send|respond|type|enter|key in|score|rate)\b", re.IGNORECASE
)
"""What else than a call may have a digit in its sentence."""
_JOINED: Final = re.compile(
    r"[\s,;/>→–—-]*(?:(?:then|and|or|to|through|again|luego|puis|dann|y|et|und)[\s,]*)*", re.IGNORECASE
)
"""What stands between keys that belong to one request."""
_NAMED: Final = re.compile(r"\s*\((?!(?:was|formerly|before|until|till|open|only|or|and|then)\b)(?=[^\W\d])[^()\d]*\)")
_AIMED: Final = re.compile(r"\s*(?:for|to|if|when|para|pour|f[uü]r|si|wenn)\b", re.IGNORECASE)
_ENDS: Final = re.compile(r"\s*(?:$|[.,;:!?)\"”—–|(-])|\s+(?:and|or|then|as|but|at|in|you|they|it|which|from)\b")
"""What stands behind a key that nothing tells of there."""
_FIRST_WORD: Final = re.compile(r"\s+([^\W\d][\w'’-]*)")
_ON_KEYPAD: Final = re.compile(
    r"\s+on (?:your|the (?:tele)?phone['’]s|the (?:tele)?phone)(?: (?:touch[- ]tone|tele|mobile|phone|telephone|own))?"
    r"(?: ?phone)?(?:['’]s)? ?(?:key ?pad|dial ?pad|handset)\b|\s+on your (?:tele)?phone\b",
    re.IGNORECASE,
)
"""What says behind a digit that it is one of the caller's keypad."""


def set_off_in(lines: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """Give the keys that Markdown sets off, each time with the line that it stands on."""
    found = ((at, one) for at, line in enumerate(lines, 1) for one in _MARKED.finditer(line))
    return tuple((at, _named(one["key"] or one["tagged"])) for at, one in found)


def key_alone(words: str) -> str:
    """Give the key that is all that an element of a page has in it; nothing where it has more."""
    found = _ALONE.fullmatch(words)
    return _named(found["key"]) if found else ""


def _named(key: str) -> str:
    return NAMES.get(folded(key)) or key


def as_options(blocks: Sequence[Block], set_off: Sequence[tuple[int, str]]) -> list[Block]:
    """Give blocks whose sentences ask for the keys that are set off in them."""
    known = Counter(set_off) if len({key for _, key in set_off}) >= _FEWEST else Counter[tuple[int, str]]()
    blocks = _answering(blocks, known) if known else blocks
    return [_asking(one, known) if one.kind in {ITEM, PARAGRAPH} else one for one in blocks]


def _answering(blocks: Sequence[Block], known: Counter[tuple[int, str]]) -> list[Block]:
    """Give blocks in which the answers to questions ask for the key that they begin with: `# A person?`, `0, and wait`.

    A sentence of an answer may begin so, too: `Same number. 1 after the beep.`
    """
    found: dict[int, re.Match[str]] = {}
    for at, (over, block) in enumerate(pairwise(blocks), 1):
        asked = _QUESTION.match(over.words) and block.kind == PARAGRAPH
        first = _ANSWER.search(block.words) if asked else None
        if first is not None and _spot(block.text, first) in known:
            found[at] = first
    if len(found) < _FEWEST:
        return list(blocks)
    return [
        _answer(block, found[at]) if at in found else _question(block) if at + 1 in found else block
        for at, block in enumerate(blocks)
    ]


def _answer(block: Block, found: re.Match[str]) -> Block:
    return block._replace(text=put_request(block.text, found.start("key"), found.start("key"), 0))


def _question(block: Block) -> Block:
    """Give a question without what stands before and behind it: `Q. Freight? I'm building a deck`."""
    asked = _QUESTION.match(block.words)
    return block._replace(text=block.text.cut(*asked.span("asked"))) if asked is not None and asked["asked"] else block


_ANSWER: Final = re.compile(
    rf"(?:^|(?<=[.!?] ))(?P<key>{_KEY})(?=[.,;]|$| (?:after|then|again|and|at|when|once)\b)", re.IGNORECASE
)
_QUESTION: Final = re.compile(r"(?:Q(?:uestion)?[.:)] ?)?(?P<asked>[^.?!]{3,90}\?)|Q(?:uestion)?[.:)] ", re.IGNORECASE)


def _asking(block: Block, known: Counter[tuple[int, str]]) -> Block:
    text, words = block.text, block.words
    every = list(_WORD.finditer(words)) if has_key_apart(words) else []
    if not every:
        return block
    there = Counter(_spot(text, one) for one in every) if known else known
    acting = _acting(words, every)
    labelled = {found.start("key") for found in _LABELLED.finditer(words) if is_explicit(words[: found.start()])}
    keys = [
        one
        for one in every
        if one.start() in acting
        or one.start() in labelled
        or _ON_KEYPAD.match(words, one.end())
        or (known and there[_spot(text, one)] <= known[_spot(text, one)])
    ]
    if not keys or (len(keys) == 1 and is_choice(words)):
        return block
    plain = {
        said.start
        for _, told in read_sentences(words, (), Ahead())
        for said in told
        if said.how != BARE or said.start not in acting
    }
    ends = [0, *(one.end() for one in keys)]
    puts: list[tuple[_Place, int]] = []
    for number, one in enumerate(keys):
        begins = max(words.rfind(mark, 0, one.start()) + 1 for mark in ".!?")
        told = any(place.end > begins for place, _ in puts)
        told |= bool(plain.intersection(range(begins, one.start())))
        spoken = _Spoken(max(ends[number], begins), begins, told, one.start() in acting)
        place = _place(words, one, spoken) if one.start() not in plain else None
        if place is not None and not (place.start == 0 and number + 1 == len(keys)):
            puts.append((place, ends[number]))
    rewritten = {place.end for place, _ in puts}
    for place, first in reversed(puts):
        text = _put(text, place, first, follows=first in rewritten and words[place.key] not in "*#")
    return block._replace(text=text)


def _acting(words: str, every: Sequence[re.Match[str]]) -> frozenset[int]:
    """Give the places of the keys of which it is told what they do: `1 transfers you to a nurse, 2 asks for a date`."""
    sure = {
        one.start()
        for one in every
        if _ACTS.match(words, one.end()) and _CLAUSE.search(words, max(one.start() - 20, 0), one.start())
    }
    alone = len(sure) == 1 and all(words[at : at + 3].lower() == "one" for at in sure)
    if not sure or (alone and len(every) == 1):
        return frozenset()  # "That one takes the train"
    ends = [found.end() for found in _END.finditer(words)] + [len(words)]
    held = {next(end for end in ends if at < end) for at in sure}
    more = {
        one.start()
        for one in every
        if _DOES.match(words, one.end())
        and _CLAUSE.search(words, max(one.start() - 20, 0), one.start())
        and next(end for end in ends if one.start() < end) in held
    }
    return frozenset(sure | more)


_ACTS: Final = re.compile(
    r"\s+(?:(?:will|then|also|now|always|still|just|simply) ){0,2}(?:gets?|takes?|brings?|puts?|connects?|transfers?"
    r"|sends?|reach(?:es)?|leads?|goes|go|lets?|rings?|lands?|pass(?:es)?|repeats?|replays?|returns?|switch(?:es)?|wakes?"
    r"|routes?|forwards?|diverts?) (?:you|callers|people|them|us|me|an?|the|your|our|my|somebody|someone|to|through"
    r"|straight|back|directly)\b(?! (?:day|week|month|year|time|night)s?\b)",
    re.IGNORECASE,
)
"""What a key is told to do with a call."""
_DOES: Final = re.compile(r"\s+(?:is (?:for|to|if|our|the)\b|[^\W\d]{3,12}s (?:an?|the|you|your|our|for|to|if|it)\b)")
"""What a further key of such a sentence may be told to do."""
_CLAUSE: Final = re.compile(
    r"(?:^|[.,:;!?(—–-]\s*|\b(?:and|or|but|so|here|there|now|while|where)\s+(?:then |there |here )?)[\"“'‘]?$",
    re.IGNORECASE,
)
"""What stands before a key with which a clause begins."""
_LABELLED: Final = re.compile(
    rf"(?<=[.;!?] )[\"“]?(?P<label>[A-Z][^.,:;?!\d]{{2,50}}), (?P<key>{_KEY})(?=[.;][\"”]?(?:\s|$)|[\"”]?$)"
)
"""A sentence that is but a label and its key: `Savings and ISAs, two.`"""
_END: Final = re.compile(r"[.!?](?=\s)")


def _spot(text: Text, one: re.Match[str]) -> tuple[int, str]:
    return text.line(one.start()), _named(one["key"])


class _Place(NamedTuple):
    """A key in a block: where the words begin that lead to it, where it does, and what of it is told behind it."""

    start: int
    key: int
    end: int
    asks: str
    acts: bool = False


class _Spoken(NamedTuple):
    """What is known of the sentence of a key before it is looked at.

    `since` is the end of the key before it in its sentence, `begins` where that begins; `told` says that a key before
    it in the sentence was no more asked for than this one, `acts` that it is told what this one does.
    """

    since: int
    begins: int
    told: bool
    acts: bool


def _place(words: str, one: re.Match[str], spoken: _Spoken) -> _Place | None:
    """Say how a key is to be asked for; nothing where it is, or where it is none."""
    since, begins, told, acts = spoken
    key, end = one.start(), one.end()
    before = words[since:key]
    word = _FIRST_WORD.match(words, end)
    acts = acts or (word is not None and folded(word[1]) in LEADS)
    led = FRAME.search(before) or _GIVEN.search(before)
    joined = since > begins and _JOINED.fullmatch(before) is not None and not acts
    begun = (
        led or _LED.search(words[max(key - _NEAR, 0) : key]) or (acts and _CLAUSE.search(words, max(key - 20, 0), key))
    )
    if joined or _is_asked(words, since, begins, key) or not begun:
        return None
    start = key - (len(led[0]) if led else 0)
    if _NAMED.match(words, end) or acts:
        return _Place(start, key, end, "option", acts)
    if since > begins and not told:
        return None
    if _ENDS.match(words, end) or _ON_KEYPAD.match(words, end):
        labelled = led or before.rstrip(_QUOTES)[-1:] in ":–—-?.!" or _CLOSED.match(words, end)
        plain = labelled and words[:start].strip(_QUOTES) and one["key"] not in "*#" and not _WAS.match(words, end)
        return _Place(start, key, end, "") if plain else None
    loose = told and word is not None and folded(word[1]) not in UNITS
    asks = "press" if _AIMED.match(words, end) else "option" if loose else ""
    return _Place(start, key, end, asks) if asks else None


def _is_asked(words: str, since: int, begins: int, key: int) -> bool:
    """Whether a request stands before a key in its sentence, or the sentence has to do with more than a call."""
    before = words[since:key]
    asked = asks_before(before) and not _WANTS.search(before)
    return asked or bool(_ASKED.search(words, begins, key) or _WRITES.search(words, begins, key))


_ASKED: Final = re.compile(r"\b(?:press|push|hit|dial)(?:es|ed|ing|s)?\b", re.IGNORECASE)
_CLOSED: Final = re.compile(r"\s*(?:$|[.;!?])")
_WANTS: Final = re.compile(r"\b(?:wants?|go(?:es)?) to\b[^.;!?]*[:–—]\s*$", re.IGNORECASE)
"""What a call wants to know, and no request for a key: `it wants to know what's wrong: 1 means`."""
_WAS: Final = re.compile(r"\s*\((?:was|formerly|before|previously)\b", re.IGNORECASE)
_QUOTES: Final = " \"“'‘(*"


def _put(text: Text, place: _Place, first: int, *, follows: bool) -> Text:
    """Give a text with a request at one place; `follows` says that the key before it has one put before it, too."""
    if not place.asks:
        return put_request(text, place.start, place.key, first)
    before = text.words[: place.start].rstrip()
    joined = (_AND if follows else _AND_OR_COMMA).search(before) if first and place.acts else None
    if joined is not None:  # "the photo counter is 3, and 4 tells you": no key behind the other
        before = before[: joined.start()]
    closed = not before or before[-1] in ",;:?!.—–-(\"“”'‘*|" or _AND.search(before)
    mark = ";" if joined is not None else "" if closed else ","
    asks = place.asks.capitalize() if not before or before[-1] in ".?!" else place.asks
    return text.put(len(before), place.key, f"{mark} {asks} " if before else f"{asks} ")


_AND_OR_COMMA: Final = re.compile(r",?\s*\b(?:and|or|but|so)$|[,;]$", re.IGNORECASE)
_AND: Final = re.compile(r",?\s*\b(?:and|or|but|so)$", re.IGNORECASE)
