"""Keys told in words of a document's own, time after time: `That'll be a one`, `goes in under 2`, `button three`.

What asks for a key is known by its coming back with another one: three times the same words, each time before another
key, in a document that gives a number to call. They are then put as requests that the grammar knows: `press one`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ivr.prose.block import HEADING, ITEM, PARAGRAPH, Block, Text
from ivr.prose.prefilter import has_key_apart
from ivr.prose.tokens import folded
from ivr.prose.words import NAMES, OPTIONS, STRONG, WEAK

_BE: Final = r"(?:\b(?:is|are)|['’]s|['’]re|(?:(?:will|would|should)|['’](?:ll|d)) be)"
_KEY: Final = re.compile(
    r"(?<![\w.,:/$€£#*~–-])(?:\((?P<boxed>[0-9*#])\)|(?P<key>[0-9*#](?:\ufe0f?\u20e3)?|zero|one|two|three|four|five|six"
    r"|seven|eight|nine|star|pound|hash))"
    r"(?P<behind>(?:\s?\([A-Z]{3,4}\))?(?=\s*(?:$|[.;!?)(\"”—–|]|[,:](?!\d)|-\s)"
    r"|\s+(?:is|gets|and|or|if|for|when|there|to|at|now|then|please|because|since|until|once|instead|after|but|which|where"
    r"|you|it|that|in)\b))",
    re.IGNORECASE,
)
"""A key, and what may stand behind it: no noun that it counts."""
FRAME: Final = re.compile(
    r"(?:(?P<noun>\b(?:the )?(?:numbers?|buttons?|digits?|figures?|numerals?)\s+)"
    rf"|(?P<be>(?:\b(?:it|that|this|there|which|answer)\s*)?{_BE}\s+"
    r"(?:(?:at|on|under|by|in|with|just|simply|still|now|always|a|an|the|number|your|up)\s+){0,3})"
    r"|(?P<verb>\b(?:go(?:es)?|falls?|comes?|lives?|sits?|found|listed|answers?|answered|hides?|filed?)\s+"
    r"(?:(?:in|up|out|to|under|on|by|with|at|behind|the|a|an|number)\s+){1,3})"
    r"|(?P<way>(?:\b(?:is|are|can be|may be|be|been)\s+)?(?:\b(?:[a-z]{2,}ed|dealt with|found|put|kept|goes|go|falls?"
    r"|comes?|sits?|lives?|hides?|answers?)\s+)?\b"
    r"(?:under|behind|through|via|by way of|by means of|by)\s+"
    r"(?:(?:the|a|an|number|option|key|choice|digit)\s+){0,2})"
    r"|(?P<use>\b(?:they|you|people|callers|patients|customers|members)\s+(?:use|want|need|hit|thumb|punch|give|send)\s+"
    r"(?:(?:a|the|number)\s+)?))[\"“'‘*]{0,2}$",
    re.IGNORECASE,
)
"""Words right before a key that may ask for it."""
_NOUN: Final = re.compile(r"\b(number|button|digit|figure|numeral)\s+[\"“'‘*]{0,2}$", re.IGNORECASE)
_TAKEN: Final = re.compile(
    r"\b(?:take|use|try|say|follow|go for|have)\s+(?:the )?(?:number|button|digit)\s+$", re.IGNORECASE
)
"""Requests that the grammar knows where they call a key one: `take number four`."""
_LONGEST: Final = 40
"""Letters before a key in which such words stand."""
_FEWEST: Final = 3
"""Keys with which words have to come back."""
_OF_LINE: Final = re.compile(r"\d\d(?:\d[ -.\u2011]?\d{3,4}| \d\d \d\d)")
_OF_CALL: Final = re.compile(r"\b[Tt]han(?:k you|ks) for calling\b")
"""What a document has in it that tells of a line to call."""
_SEVERAL: Final = re.compile(r"['’](?:ll|d) be|\b(?:will|would|should) be|['’](?:s|re)\b|\b(?:is|are)\b")
_SAYS_NOTHING: Final = re.compile(r"\b(?:it|that|this|there|which|answer|just|simply|still|now|always|the|an?|your)\b")
_ASKS: Final = re.compile(
    rf"\b(?:{'|'.join(sorted(STRONG | WEAK | OPTIONS - frozenset(('button', 'digit'))))})\b[^.!?;]*$"
)
"""A request that the grammar knows, before a key in its sentence."""
_OF_MENU: Final = re.compile(
    r"\b(?:(?:sub-?)?menus?|lists?|levels?|choices|options|prompts?|tree|don['’]?t|not|never|calls?|callers|go|it|they|that"
    r"|this|we|you)\s*$"
)
"""What stands before `under option 2` and is nothing that this option is for."""
_DEFINES: Final = re.compile(rf"\s*(?:\([^()]*\)\s*)?(?:{_BE}\b|for\b|to\b|[-–—:>→]|if\b)", re.IGNORECASE)
"""What behind a key tells what it is for."""
_JOINED: Final = re.compile(r",? (?:and|but|so|or)$")
_SAYS: Final = re.compile(
    r",? (?:she|he|it|they|the (?:voice|recording|machine|lady|robot)) (?:says?|tells us|adds?),?$"
)
"""Who says a key, put between that and what it is for: `Weddings, she says, are number one`."""
_SUBJECT: Final = re.compile(
    r"(?:^|[.!?;:—–…][\"”’]?\s+(?:and |or |but )?|^[,;)]* (?:and |or |but )?)"
    r"((?!(?:for|to|if|when|what|who|where|then|now|here|so|once|after|press|on|in|at|they|you|we|i)\b)[^\W\d][^.!?;:—–…]*)$",
    re.IGNORECASE,
)
"""What stands before such words from the beginning of its sentence on, and is what the key is for."""
_LONGEST_SUBJECT: Final = 90
_CLOSES: Final = frozenset(",;:?!.—–-(\"“”'‘*|")


class _Place(NamedTuple):
    """A key in a block: which words stand before it, from where to where, and whether what it is for comes behind."""

    frame: str
    key: str
    at: int
    start: int
    end: int
    key_end: int
    defines: bool


def as_requests(blocks: Sequence[Block]) -> list[Block]:
    """Give blocks in which words that come back before keys are requests for them."""
    blocks = _filled(blocks)
    found = [place for at, block in enumerate(blocks) for place in _places(at, block)]
    keys: dict[str, set[str]] = defaultdict(set)
    for one in found:
        keys[one.frame].add(one.key)
    told = [list[_Place]() for _ in blocks]
    for one in found:
        alone = one.frame.startswith("way") and one.frame.endswith("True")
        if alone or len(keys[one.frame]) >= _FEWEST:
            told[one.at].append(one)
    return [_requested(block, places) if places else block for block, places in zip(blocks, told, strict=True)]


def _filled(blocks: Sequence[Block]) -> list[Block]:
    """Give blocks with requests in their sentences that leave them out: `For tickets, one. For the bar, two`."""
    found = [_shortened(one) if one.kind in {ITEM, PARAGRAPH} else [] for one in blocks]
    filled = list(blocks)
    begun = 0
    for end in range(len(blocks) + 1):
        if end < len(blocks) and found[end] and end - begun < _FAR:
            continue
        keys = [_key(one["key"]) for each in found[begun:end] for one in each]
        rises = [key for key in keys if key.isdecimal() and key != "0"]
        in_words = sum(one["key"].isalpha() for each in found[begun:end] for one in each)
        counts = rises == [str(number + 1) for number in range(len(rises))]
        if len(rises) >= _FEWEST and rises == sorted(set(rises)) and (counts or in_words >= _FEWEST):
            filled[begun:end] = map(_with_requests, blocks[begun:end], found[begun:end])
        begun = end + 1
    return filled


def _shortened(block: Block) -> list[re.Match[str]]:
    """Give the keys of sentences without a request, which end in one or begin with its name."""
    ends = list(_SHORTENED.finditer(block.words)) if _CUT_SHORT.search(block.words) else []
    begins = list(_BEGUN.finditer(block.words))
    return sorted([*ends, *begins], key=lambda one: one.start("key")) if begins else ends


_FAR: Final = 12
"""Blocks that follow each other in which such sentences stand."""


def _with_requests(block: Block, found: Sequence[re.Match[str]]) -> Block:
    text = block.text
    for one in reversed(found):
        put = "Press" if one["key"][:1].isupper() else "press"
        text = text.put(one.start("key"), one.start("key"), f"{put} ")
        text = _aimed(text, one.start("key"), 0)
    return block._replace(text=text)


def _key(name: str) -> str:
    return NAMES[name.lower()] if name.isalpha() else name[0]


_ENDS: Final = (
    r"[\"”]? (?P<key>[0-9*#]|zero|one|two|three|four|five|six|seven|eight|nine|star|pound|hash)"
    r"(?=[.;!](?!\d)[\"”]?|[\"”]|$)"
)
_SHORTENED: Final = re.compile(rf"(?:[^\W\d][^.!?;:,]{{2,60}},|\?){_ENDS}", re.IGNORECASE)
"""What ends in a key alone, behind what that is for."""
_BEGUN: Final = re.compile(
    r"(?:^|(?<=[.;!?] ))(?P<key>One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Zero|Star|Pound|Hash)"
    r"(?=(?:,| is)? (?:for|if|to|when)\b|: [^\W\d])"
)
"""The name of a key with which a sentence begins that tells what that is for: `Three for moorings. Four if`."""
_CUT_SHORT: Final = re.compile(rf"[,?]{_ENDS}", re.IGNORECASE)
"""Such an end, sooner looked for than what it is for."""


def tells_of_line(blocks: Sequence[Block]) -> bool:
    """Whether a document gives a number to call, or what is said at the beginning of a call."""
    return any(
        _OF_LINE.search(one.words) or (" for calling" in one.words and _OF_CALL.search(one.words)) for one in blocks
    )


def asks_before(words: str) -> bool:
    """Whether a request that the grammar knows stands before a key, in its sentence."""
    return _ASKS.search(folded(words)) is not None


def _places(at: int, block: Block) -> Iterator[_Place]:
    words = block.words
    if block.kind not in {ITEM, PARAGRAPH, HEADING} or not has_key_apart(words):
        return
    last = 0
    for found in _KEY.finditer(words):
        start, first = found.start(), last
        last = found.end()
        if words[max(start - len("press "), 0) : start].lower() == "press ":
            continue
        before = FRAME.search(words[max(start - _LONGEST, 0) : start])
        if before is None or _TAKEN.search(words, max(start - _LONGEST, 0), start):
            continue
        begun = start - len(before[0])
        counts = begun == 0 and words[last:].startswith(":")
        said = folded(words[max(begun - 2 * _LONGEST, first if before["way"] else 0) : begun])
        if counts or _ASKS.search(said) or (before["way"] and not _has_subject(words[first:begun])):
            continue
        defines = _DEFINES.match(words, found.start("behind")) is not None
        yield _Place(_named(before), _key(found["boxed"] or found["key"]), at, begun, start, last, defines)


def _has_subject(words: str) -> bool:
    """Whether what stands before `under option 2` is something that this option is for."""
    return _SUBJECT.search(words.rstrip()) is not None and not _OF_MENU.search(words.lower())


def _named(before: re.Match[str]) -> str:
    """Give words before keys by what they have in common: `are`, `it is` and `that'll be` say the same."""
    if before["noun"]:
        return "noun " + before[0].strip(" \"“'‘*").lower().removeprefix("the ").rstrip("s")
    if before["way"]:
        found = _WAY.search(before[0].lower())
        return f"way {found[1]} {bool(found[2])}" if found else ""
    if before["be"] and (noun := _NOUN.search(before[0])):
        return f"noun {noun[1].lower()}"
    plain = _SEVERAL.sub("be", before[0].lower())
    return " ".join(_SAYS_NOTHING.sub(" ", plain).strip(" \"“'‘*").split()).removesuffix("s")


_WAY: Final = re.compile(r"\b(under|behind|through|via|by)\b.*?(?:(option|key|number|choice|digit)\s*)?$")


def _requested(block: Block, places: Sequence[_Place]) -> Block:
    text = block.text
    for number in range(len(places) - 1, -1, -1):
        one = places[number]
        text = _put(text, one, places[number - 1].key_end if number else 0)
    return block._replace(text=text)


def _put(text: Text, one: _Place, first: int) -> Text:
    """Give a text with a request at one place; `first` is where what that key is for may begin."""
    is_noun = one.frame.startswith("noun")
    joins = is_noun and not _BEING.match(text.words, one.start)
    alone = not (text.words[: one.start].strip() or text.words[one.key_end :].strip())
    asks = "option" if is_noun and (one.defines or alone) else "press"
    return put_request(text, one.start, one.end, first, asks=asks, joins=joins)


_BEING: Final = re.compile(rf"\s*{_BE}", re.IGNORECASE)


def put_request(  # noqa: PLR0913 -- all that tells where and how
    text: Text, start: int, end: int, first: int, *, asks: str = "press", joins: bool = False
) -> Text:
    """Give a text with a request in place of the words that lead to a key.

    `first` is where what the key is for may begin; `joins` says that the request goes on with the words before it.
    """
    before = text.words[:start].rstrip()
    if joins and asks == "option":  # "number 3 is for the hall, and number 4 is the rota"
        before = _JOINED.sub(";", before)
    before = _SAYS.sub("", _JOINED.sub("", before))
    put = f"{asks} "
    if before and before[-1] not in _CLOSES and not joins:
        put = f", {put}"
    elif not before or before[-1] in ".?!":
        put = put.capitalize()
    if before and not put.startswith(","):
        put = f" {put}"
    text = text.put(len(before), end, put)
    return _aimed(text, len(before), first) if put.startswith(",") else text


def _aimed(text: Text, end: int, first: int) -> Text:
    """Give a text with `for` before the subject that ends at an offset: `For tax slips, press 2`."""
    before = text.words[:end].rstrip(", ")
    begun = _SUBJECT.search(before[first:])
    if begun is None or len(begun[1]) > _LONGEST_SUBJECT:
        return text
    start = first + begun.start(1)
    return text.put(start, start, "for " if first and begun.start(1) == 0 else "For ")
