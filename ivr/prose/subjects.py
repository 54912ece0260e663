"""Who is to press a key, where a sentence says nothing else of what it is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.no_aim import NO_AIM
from ivr.prose.tokens import NUMBER, Token
from ivr.prose.topic_words import Topic, clean
from ivr.prose.words import CALLING, set_of

_SUBJECT_ENDS: Final = set_of(
    """should can may must need have dial call ring press select choose will just simply ought moved moves has
    changed switched tienen deben pueden debe puede peuvent doivent doit peut mussen konnen sollten"""
)
NO_SUBJECT: Final = set_of(
    """you we i they it then please simply just next now callers caller one who this that there and or if when to
    for after once in at from always again also he she yes no use go our your people here text visit open ask
    email write ignore c'est it's that's es das son having dentro seule seul solo nur only skip wait listen
    as while because although otherwise alternatively instead try keep stay worked tell tambien nach online
    you'll you've you'd they'll
    sinon autrement ansonsten andernfalls
    dann sonst entonces luego alors puis faut mit en dans im am beim desde depuis sur au aux auf apres tras
    einfach simplement simplemente"""
)
_SHORT_SUBJECT: Final = 5
"""Words that tell who presses a key, where nothing but the request follows them."""
_NO_PEOPLE: Final = set_of(
    "mit con avec uber "
    "enter followed by key be call dial that's it's is was to you we at in on when the use then after or"
)
_NO_PERSONS: Final = set_of(
    """during before upon with without otherwise alternatively finally thank welcome first second third afterwards
    unfortunately sorry hello remember tip important until while because inside"""
)
"""What begins the words before a comma that are not those who press a key."""
_YOU: Final = set_of("you callers they just simply vous usted sie")
_IFS: Final = frozenset(["if", "when", "si", "cuando", "wenn"])
_FEWEST_OF_OUTCOME: Final = 4
_SAY: Final = re.compile(
    r"\b(?:say|(?:ask|tell) (?:the (?:system|machine|robot|voice|computer)|it|them) (?:for )?|diga|dites|sagen sie) ?"
    r"(?:the words? )?[\"“'‘«]?\s?(\w[\w ]{2,30}?)\s?[\"”'’»]?,?"
    r" (?:or|o|ou|oder)(?: just| simply)?$",
    re.IGNORECASE,
)
"""What callers may say instead of pressing a key."""
_WE_TAKE: Final = re.compile(
    r"^(?:we|they) (?:answer|handle|take|deal with|look after) ([^,;.]{3,50}?)(?: calls)? (?:on|at|under)\b[^,;.]*$"
    r"|\b(?:moved|put|placed|switched) ([^,;.]{3,50}?)(?: (?:to|on|onto|under))?$"
    r"|^([^,;.:]{3,60}?) (?:beantworten|bearbeiten|kl[aä]ren|erledigen|regeln|besprechen) wir(?: gern[e]?)?"
    r" (?:unter|auf|bei|[uü]ber|mit)\b[^;.]*$",
    re.IGNORECASE,
)
"""What a line is said to do under a key: `We answer billing calls on`, `We have moved billing to`."""
_FOR_WHICH: Final = re.compile(
    r"(?:^|,|\bor|\bif|\bwhether) (?:you (?:need|want|have|are) )?(?:an? |the )?(?P<case>[^,;]{3,50}), in (?:which"
    r"|that) case,?(?: you)?(?: please)?$|"
    r"(?:^|\b(?:is|are|for|to|reach|about|offers) )(?:the )?(?P<which>[^\W\d][^,.;:]{2,60}?), for (?:which|that"
    r"|this),? (?:you|callers|just|simply)$"
)
"""What is told before the words that ask for its key: `One is billing, for which you press 1`."""
_MAY: Final = re.compile(
    r"\W*you (?:may|can|could) (?:also |now |still )?([^.:;]{3,60}?)(?: (?:at any time|any ?time|whenever|once"
    r"|up to|online"
    r"|during|until)\b[^:.;]{0,60})?: (?:just |please |simply )?(?:call|ring|dial|phone)\b",
    re.IGNORECASE,
)
"""What callers may do, told before the number to call: `You may change it at any time: call ... and press 3`."""
_WANTING: Final = set_of(
    "want wants wish wishes need needs to about for a an have has question questions is are calling phoning would like"
)
_CALLERS: Final = set_of("everyone everybody callers customers people anyone anybody those members patients clients")
_CAN: Final = frozenset(["can", "may", "could", "will", "might"])
_BY: Final = frozenset(["with", "by", "using", "via", "pressing"])


_THERE: Final = re.compile(
    r"^\W*(?:an? |the |our )?([^\W\d][^,;.:]{2,40}?) (?:is|are) (?:on (?:the line|hand|duty|call)|available|here|in)\b"
    r"[^;.]{0,60}[,–—-]$",
    re.IGNORECASE,
)
"""Who is there to talk to, told before the key: `A dietitian is on the line on Tuesdays, press 6`."""


_FOUND_AT: Final = re.compile(
    r"\W*(?:you(?:['’]ll| will| can| may)? )?(?:find|reach|get|contact|speak to|talk to) (?:our |the |an? |us for )?"
    r"([^,;.:\d]{3,50}?) (?:at|on|under|via|through|by (?:calling|phone|dialling|dialing|ringing))(?: on| at)?"
    r" [+(\d][\d() .+–-]{6,24}(?:,| and| then)*(?: menu)?$",
    re.IGNORECASE,
)
"""Whom a number reaches, told before it: `You will find our help desk at 555-0100, menu`."""


def case_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give the case in which a key is pressed, told before it: `if you need a part, in which case`."""
    found = _FOR_WHICH.search(text, tokens[0].start, tokens[-1].end) if tokens else None
    if found is None:
        return None
    group = "case" if found["case"] else "which"
    return Topic(clean(found[group]), found.start(group), "outcome")


def said_before(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give what callers may say instead of pressing a key: `Say "Agent" or`."""
    said = _SAY.search(text, tokens[0].start, tokens[-1].end) if tokens else None
    return Topic(clean(said[1]), said.start(1), "outcome") if said else None


def outcome_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give what happens if a key is pressed, told before it: `An adviser answers if you`."""
    if (said := said_before(text, tokens)) is not None:
        return said
    told = text[tokens[0].start : tokens[-1].end] if tokens else ""
    if (may := _MAY.match(told) or _THERE.match(told) or _FOUND_AT.match(told)) is not None:
        return Topic(clean(may[1]), tokens[0].start + may.start(1), "outcome")
    ours = _WE_TAKE.search(text, tokens[0].start, tokens[-1].end) if tokens else None
    if ours:
        return Topic(clean(ours[1] or ours[2] or ours[3]), ours.start(), "outcome")
    if (case := case_of(text, tokens)) is not None:
        return case
    words = [token.word for token in tokens]
    while words and words[-1] in _YOU:
        words.pop()
    if len(words) < _FEWEST_OF_OUTCOME or words[-1] not in _IFS or words[0] in NO_SUBJECT:
        return None
    end = next((at for at, word in enumerate(words) if word in _IFS or word in {",", ".", ":", NUMBER}), 0)
    cleaned = clean(text[tokens[0].start : tokens[end - 1].end]) if end == len(words) - 1 else ""
    return Topic(cleaned, tokens[0].start, "outcome") if cleaned else None


def _told_by(text: str, tokens: Sequence[Token], words: list[str]) -> Topic | None:
    """Give what is done by pressing a key: `Hear your balance by`, `You can reach claims by calling 0800 ...,`."""
    at = next((at for at, word in enumerate(words[:20]) if word in _BY), -1)
    if at < 1 or words[0] in _NOBODY or not all(word in _OF_CALLS for word in words[at + 1 :]):
        return None
    able = next(
        (place for place, word in enumerate(words[:6]) if word in _CAN and words[place + 1 : place + 2] == ["be"]), 0
    )
    if able:  # "balances can be checked by"
        return Topic(clean(text[tokens[0].start : tokens[able - 1].end]), tokens[0].start, "outcome")
    begin = next((place + 1 for place, word in enumerate(words[:3]) if word in _CAN), 0)
    end = next((place for place in range(begin + 1, at) if words[place] in {"is", "are"}), at)
    cleaned = clean(text[tokens[begin].start : tokens[end - 1].end]) if end > begin else ""
    return Topic(cleaned, tokens[begin].start, "outcome") if cleaned else None


_NOBODY: Final = NO_SUBJECT - {"you", "we", "ask", "people"}
_OF_CALLS: Final = CALLING | {NUMBER, "pressing"}


def _callers_named(text: str, tokens: Sequence[Token], words: list[str]) -> Topic | None:
    """Give for which callers a key is: `Callers with a bill should`, `Anyone who wants to report a leak must`."""
    if len(words) <= _OF_CALLERS or words[0] not in _CALLERS or words[1] not in _WHO:
        return None
    ends = _ENDS_NAME
    end = next((at for at, word in enumerate(words) if word in ends and at > 1), len(words))
    begin = next((at for at, word in enumerate(words) if at > 1 and word not in _WANTING), end)
    cleaned = clean(text[tokens[begin].start : tokens[end - 1].end]) if begin < end else ""
    return Topic(cleaned, tokens[begin].start, "subject") if cleaned else None


_ENDS_NAME: Final = _SUBJECT_ENDS - {"have", "has", "call", "need"} | {"("}


def _led_up_to(text: str, tokens: Sequence[Token], words: list[str]) -> Topic | None:
    """Give what is offered if a key is pressed: `, billing questions if you`."""
    if words[-2:] != ["if", "you"] or len(words) < _FEWEST_OF_OUTCOME:
        return None
    begin = next((at for at, word in enumerate(words) if word not in _JOINING), 0)
    cleaned = clean(text[tokens[begin].start : tokens[-3].end])
    return Topic(cleaned, tokens[begin].start, "subject") if cleaned else None


def _those_who(text: str, tokens: Sequence[Token], words: list[str], at: int) -> Topic | None:
    """Give who presses a key, where it is said what they need: `Tenants who need a repair`."""
    said = words[at + 1 :]
    plain = at == 1 and words[0] not in NO_SUBJECT and 1 < len(said) <= _LONG_CASE and all(map(str.isalpha, words))
    if not plain or said[0] not in _WHO_HAVE or not _SUBJECT_ENDS.isdisjoint(said[1:]):
        return None
    cleaned = clean(text[tokens[0].start : tokens[-1].end])
    return Topic(cleaned, tokens[0].start, "subject") if cleaned else None


_WHO_HAVE: Final = _WANTING | {"have", "are", "cannot"}


_LONG_CASE: Final = 8
_OF_CALLERS: Final = 2
_WHO: Final = set_of("with calling asking wanting needing who that")
_JOINING: Final = set_of(", and or y et und")


def subject_of(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give who is to press a key, or what it lets callers do: `New patients should`, `You can skip it with`."""
    found = _subject_of(text, tokens)
    return None if found is None or NO_AIM.match(found.words) or found.words.lower() in NO_SUBJECT else found


_NOTE: Final = ("please", "note", "that")
_ADVERBS: Final = frozenset(("now", "also", "still"))


def _subject_of(text: str, tokens: Sequence[Token]) -> Topic | None:  # noqa: PLR0911 -- one for each way people are named
    if len(tokens) > 1 and tokens[-1].word in {",", "please"} and tokens[0].word not in _NO_PERSONS:
        tokens = [token for token in tokens if token.word not in {",", "please"}]
    begin = len(_NOTE) if tuple(token.word for token in tokens[: len(_NOTE)]) == _NOTE else 0
    tokens = [token for token in tokens[begin:] if token.word not in _ADVERBS] or tokens
    words = [token.word for token in tokens]
    able = next((at for at, word in enumerate(words[:6]) if word in _CAN), -1)
    by = next((at for at in range(able + 2, len(words)) if words[at] in _BY), -1) if able >= 0 else -1
    if by > 0 and by >= len(words) - 2:
        begin, end = (0, able) if words[able + 1] == "be" else (able + 1, by)
        cleaned = clean(text[tokens[begin].start : tokens[end - 1].end])
        return Topic(cleaned, tokens[begin].start, "subject") if cleaned else None
    if (told := _told_by(text, tokens, words)) is not None:
        return told
    if (named := _callers_named(text, tokens, words) or _led_up_to(text, tokens, words)) is not None:
        return named
    for at, token in enumerate(tokens[:14]):
        if token.word == "who":
            return _those_who(text, tokens, words, at)
        if token.word in _SUBJECT_ENDS and at:
            if tokens[0].word in NO_SUBJECT:
                return None
            cleaned = clean(text[tokens[0].start : tokens[at - 1].end])
            return Topic(cleaned, tokens[0].start, "subject") if cleaned else None
        if token.word in {".", ";", ":", NUMBER}:
            return None
    plain = (
        0 < len(words) <= _SHORT_SUBJECT
        and words[-1] != "i"
        and all(word[:1].isalpha() for word in words)
        and _NO_PEOPLE.isdisjoint(words)
    )
    is_named = plain and (words[0] not in NO_SUBJECT or (words[0] == "your" and len(words) > 1))
    cleaned = clean(text[tokens[0].start : tokens[-1].end]) if is_named else ""
    return Topic(cleaned, tokens[0].start, "subject") if cleaned else None
