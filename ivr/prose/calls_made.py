"""Who calls whom where keys are told of: a reader who is called hears them, too, and has no number to call for them.

`Our computer rings every parent. Press 1 to confirm` tells of a call that a place makes, `call us, press 1` does not.
What was said of it last, before a key and under the same heading or those above it, holds for that key; what comes
behind a number to call, only for a list to which it leads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from ivr.prose.anycase import AnyCase
from ivr.prose.block import HEADING, Block
from ivr.prose.told import Told


class _Calls(NamedTuple):
    """What a block says of calls: where it begins to hold, and whether it is the reader who is called."""

    at: int
    made: bool


def without_calls_made(told: Sequence[Told], blocks: Sequence[Block]) -> list[Told]:
    """Give the keys without those that people press whom a place calls."""
    if not told or not any(calls_reader(block.words) for block in blocks):
        return list(told)
    said = dict(_said_before(told, blocks))
    return [one for at, one in enumerate(told) if one.called or said.get(at) is not True]


def follow_call(told: Sequence[Told], blocks: Sequence[Block]) -> bool:
    """Whether it is said before every key, and right before it, that the reader calls."""
    said = dict(_said_before(told, blocks, only_bidden=True))
    return bool(told) and all(one.called or said.get(at) is False for at, one in enumerate(told))


def _said_before(
    told: Sequence[Told], blocks: Sequence[Block], *, only_bidden: bool = False
) -> Iterator[tuple[int, bool | None]]:
    """Give for each key, by its place, whether it was said last that the reader is called; None where nothing was."""
    lines: dict[int, list[int]] = {}
    for at, one in enumerate(told):
        lines.setdefault(one.line, []).append(at)
    stack: list[tuple[int, bool | None]] = [(0, None)]  # the headings around, each with what was said under it
    given = False  # whether a number to call has been given anywhere
    beside = False  # whether the reader is called, as is said beside a number to call
    for block in blocks:
        if block.kind == HEADING:
            while len(stack) > 1 and stack[-1][0] >= block.level:
                stack.pop()
            stack.append((block.level, stack[-1][1]))
            beside = False
        events = list(_events(block.words, only_bidden=only_bidden))
        if given and any(one.made for one in events) and not _AUTOMATIC.search(block.words):
            events = [one for one in events if not one.made]  # "a nurse calls you", on a page that gives its number
        given = given or not all(one.made for one in events)
        keys = [at for line in dict.fromkeys(line for _, line in block.text.starts) for at in lines.get(line, ())]
        for at in keys:
            yield at, beside or _last(events, _place(told[at], block.words), before=stack[-1][1])
        led = bool(events) and events[-1].made and block.words.rstrip().endswith(":")
        beside = led or (beside and bool(keys) and not events)
        if events and stack[-1][1] is not False:
            stack[-1] = (stack[-1][0], all(one.made for one in events))


def _last(events: Sequence[_Calls], place: int, *, before: bool | None) -> bool | None:
    """Give whether the reader is called, as is said last before a place; behind a number to call, that goes on."""
    for one in events:
        if one.at > place:
            break
        if not one.made or before is not False:
            before = one.made
    return before


def _place(one: Told, words: str) -> int:
    """Give where in a block a key is told of: what it is for, or the key, whichever stands first."""
    begin = max(words.find(one.said), 0) if one.said else 0
    end = begin + len(one.said) if one.said else len(words)
    places = [words.find(one.topic, begin, end) if one.topic else -1]
    key = re.compile(rf"(?<![\w.]){re.escape(one.key)}(?!\w)").search(words, begin, end)
    places.append(key.start() if key is not None else -1)
    return min((place for place in places if place >= 0), default=end)


def _events(words: str, *, only_bidden: bool) -> Iterator[_Calls]:
    """Give what a text says of calls, in its order."""
    if not _CALL.search(words):
        return
    made = [_Calls(end, made=True) for _, end in _MADE.spans(words)] if calls_reader(words) else []
    bidden = [_Calls(end, made=False) for _, end in (_BIDDEN if only_bidden else _TO_CALL).spans(words)]
    yield from sorted([*made, *bidden])


@lru_cache(maxsize=1024)
def calls_reader(words: str) -> bool:
    """Whether a text says that the reader, or everybody of some kind, is called."""
    return _CALL.search(words) and _MADE.search(words)


_CALL: Final = AnyCase(r"call|ring|phone|dial|llam|appel|d[eé]croch|\bruf|anruf|\btel\b|abnehmen|abheben|\d{3}")
"""What all that follows has in it."""
_READER: Final = (
    r"(?:you(?:r (?:home|phone|mobile|cell|landline|house|number))?(?![\w'’])"
    r"|(?:(?:every|each|all)(?: of)? )?(?:(?:the|our|your) )?(?:[\w-]+ )?(?:parents?|famil(?:y|ies)|residents?"
    r"|landlines?|households?|patients?|members?|customers?|subscribers?|guardians?|tenants?|clients?|homes?|employees?"
    r"|volunteers?|numbers?|users?|students?|pensioners?)\b"
    r"|(?:the|any|all) (?:phone |contact )?numbers? (?:on|in|that|which|you|we)\b)"
)
_OFTEN: Final = (
    r"(?:(?:(?:will|may|can|might|also|then|now|usually|automatically|always|first|never|only)\b|['’]ll) ?){0,3}"
)
_MADE: Final = AnyCase(
    r"(?:"
    r"\b(?:we|it|they|he|she|(?:system|computer|machine|robot|voice|dialler|dialer|service|county|school|district"
    r"|department|office|clinic|surgery|hospital|practice|bank|company|library|city|town|team|program|programme"
    r"|server|software|bot|nurse|assistant))"
    rf" ?{_OFTEN}(?:calls?|rings?|phones?|telephones?|dials?)(?: up)? {_READER}(?! ?back)"
    r"|\b(?:you|parents|patients|residents|customers|members|people|families|tenants)(?:['’]ll)? "
    r"(?:(?:will|may|can|might|should|then|also|all) ){0,2}(?:get|receive)s? (?:an?|our|the|this|one|up to \w+)"
    r" (?:[\w-]+ ){0,4}?(?:phone |telephone )?calls?\b(?!-? ?backs?| out)"
    r"|\b(?:when|once|if|as soon as|after) you (?:(?:answer|pick up|take) (?:the|this|that|our|a)"
    r" (?:phone|call|receiver)|(?:answer|pick up)(?=[,.;:]))"
    r"|\bwhen (?:your|the) (?:own )?(?:phone|telephone) rings\b|\banswer (?:the|this|our|that) call\b"
    r"|\b(?:it is|it['’]s|this is|these are|as|by|through) (?:an? )?(?:automated|automatic|recorded|robot)"
    r" (?:phone |telephone )?calls?\b"
    r"|\b(?:reminder|wellness|check-in|courtesy|notification|alert) calls? (?:to|goes|go|are|is|will) "
    r"|\brecib(?:ir[aá]s?|ir[aá]n|en?|es)\b[^.;:]{0,30}\bllamada\b(?! de vuelta)"
    r"|\b(?<!que )(?<!gente )(?:le|les|te|os) (?:llama(?:r[aá])?|telefonea(?:r[aá])?|llamaremos|llamamos)\b"
    r"(?! de vuelta)|\bal (?:descolgar|coger|atender) (?:el tel[eé]fono|la llamada|oir)?"
    r"|\b(?:nuestro|el|un|la|nuestra) (?:sistema|ordenador|robot|m[aá]quina|autom[aá]ta) (?:le |les )?llama(?:r[aá])?\b"
    r"|\b(?:vous|ils|les parents|les patients|chaque \w+) (?:recev(?:ez|rez|ront)|re[cç]oi(?:t|vent)|allez recevoir)\b"
    r"[^.;:]{0,30}\b(?:appel|coup de (?:fil|t[eé]l[eé]phone))\b|\bvous appel(?:le|lera|leront|lent|lons|lerons)\b"
    r"(?! (?:pour|au|le)\b)|\b(?:quand|lorsque|d[eè]s que|si) vous d[eé]crochez\b|\bserez appel[eé]e?s?\b"
    r"|\bruft\b (?:sie|ihnen|alle|jede[nrs]?|die (?:eltern|kunden|patienten|mitglieder))\b[^.;:]{0,60}\ban\b"
    r"|\bruft\b [^.;:]{2,60} (?:sie|alle \w+|jeden? \w+)\b[^.;:]{0,20}\ban\b|\brufen wir (?:sie|alle)\b"
    r"|\bwerden (?:sie|alle \w+|die \w+) (?:[\w.:]+ ){0,5}angerufen\b"
    r"|\b(?:erhalten|bekommen|kriegen) (?:sie|alle|die \w+)\b[^.;:]{0,40}\b\w{0,20}anruf\b"
    r"|\bwenn sie (?:den anruf )?(?:annehmen|abnehmen|abheben|rangehen)\b"
    r")"
)
"""What says that the reader is called."""
_AUTOMATIC: Final = AnyCase(
    r"\b(?:automat\w*|auto-?dial\w*|robo\w*|recorded|recordings?|computer|system|machine|voice|dialler|dialer|ordenador"
    r"|sistema|grabaci[oó]n|m[aá]quina|ordinateur|enregistr\w+|computerstimme|bandansage|roboter)\b"
)
"""What says that no person makes a call, so that those who are called press keys."""
_BID: Final = (
    r"\b(?:please |to |and |or |you |can |simply |just |then |must |should |callers |when you |if you |by |never)?"
    r"(?:call(?:ing)?|ring(?:ing)?|phone|phoning|telephone|dial(?:ling|ing)?|contact|reach)"
    r"(?: [\w'’-]+){0,7}[ ,:(]{1,3}[+(]{0,2}\d[\d ().-]{6,}"
    r"|\bcall us\b(?! if)|\b(?:when|if|once|whenever) (?:you|they|callers|people|customers) "
    r"(?:call|ring|phone|dial)(?! (?:back|out))\b"
    r"|\b(?:callers|customers|patients|parents) (?:will |now )?(?:hear|press)\b"
    r"|\b(?:llame|llamad?|ll[aá]menos|llamar|al llamar|si llama)\b[^.;]{0,40}\d{2,3}[ .-]?\d\d"
    r"|\b(?:appelez|appeler|composez|en appelant|joignez)\b[^.;]{0,40}\d\d[ .]\d\d"
    r"|\b(?:rufen sie|w[aä]hlen sie|telefon(?:isch)?|tel\.?|unter|nummer|erreichen sie)\b[^.;]{0,40}\d{3}"
    r"|\b(?:tel|tel[eé]fono|t[eé]l[eé]phone|phone|telephone|hotline|helpline|line|switchboard)"
    r"\W{1,3}[+(]?\d[\d ().-]{6,}"
)
_BIDDEN: Final = AnyCase(_BID)
"""What says that the reader calls, or gives a number for it."""
_TO_CALL: Final = AnyCase(
    _BID + r"|(?<!from )(?<!as )(?<!de )(?<!del )(?<!du )(?<!von )(?<![\d+.-])(?:\+\d{1,3} ?)?"
    r"\(?\d{2,5}\)?[ .-]\d[\d .-]{4,}\d(?![\d%])"
    r"|\b(?:same|that|this|our) (?:phone |telephone )?(?:number|line)\b"
)
"""The same, or a number."""
