"""What the items of a list show of it: steps, prices, handling a machine, and nothing that a key is for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from ivr.prose import listing
from ivr.prose.anycase import AnyCase

_MOST_WORDS: Final = 22
"""Words of a topic; more are a sentence."""


_COUNT: Final = re.compile(
    r"\W*(?!1 (?:hours|days|minutes|years)\b)\d+ ?(?:(?:of|out of|de|von|sur) \d"
    r"|st|nd|rd|th|am|pm|hours?|days?|minutes?|years?)\b"
)
"""What counts something, and is no key: `3 days`."""


_HANDLES: Final = AnyCase(
    r"^\W*\d\W+(?:press (?!\d)|enter (?:your|the)|insert|push|turn|tap|scratch|wait|listen|type|coins|card)\b"
)
"""How an item bids its reader handle a machine."""


_PRICED: Final = re.compile(r"[$€£] ?\d|\d ?[€£]|\b\d{1,3}[.,]\d\d$|\b(?:EUR|USD|GBP) \d")


_LOCAL: Final = re.compile(r"\b\d{3}-\d{4}\b")
"""A local number: whom to call for each line of a list, and no key."""


_ENTERS: Final = AnyCase(r"\b(?:enter(?:ing)?|key in|type|scratch|hang up|hear the (?:tone|beep)|read out)\b")
"""What an item has that is a step of a call in which something is keyed in."""


def _is_priced(words: str) -> bool:
    return bool(_PRICED.search(words.rstrip(". ")))


def _is_share(words: str) -> bool:
    return bool(_SHARE.search(words.rstrip(". ")))


_SHARE: Final = re.compile(r"\d ?%$")
"""How many chose something: the result of a vote."""


def _is_file(words: str) -> bool:
    return bool(_FILE.search(words))


_FILE: Final = re.compile(r"\w\.(?:wav|mp3|mp4|png|jpe?g|gif|pdf|docx?|xlsx?|pptx?|zip|csv)\b", re.IGNORECASE)
"""The name of a file."""


def _gives_number(words: str) -> bool:
    return bool(_LOCAL.search(words))


def _asks(words: str) -> bool:
    return words.rstrip().endswith("?")


def _remembered(sign: Callable[[str], bool]) -> Callable[[str], bool]:
    """Keep what a sign says of a line: every line of a list is asked about with each of the others."""
    return lru_cache(maxsize=4096)(sign)


STEP_SIGNS: Final[tuple[Callable[[str], bool], ...]] = (listing.is_step, _remembered(_ENTERS.search))


HANDLING_SIGNS: Final[tuple[Callable[[str], bool], ...]] = (_remembered(_HANDLES.search),)


OTHER_SIGNS: Final[tuple[Callable[[str], bool], ...]] = (
    _remembered(_is_priced),
    _asks,
    _remembered(_gives_number),
    _remembered(_is_share),
    _remembered(_is_file),
)
"""What shows, in more than half of the lines of a list, that it is no menu."""


SECTION: Final = re.compile(r"\d\.\d\s")


SECTIONS: Final = AnyCase(r"\b(?:section|chapter|article|clause|handbook|part) \d")
"""The heading of a manual whose paragraphs are numbered: `Section 9`, and below it `9.1`."""


BRING: Final = AnyCase(
    r"(?:^|[.!?:] )(?:please )?(?:then )?(?:state|leave|mention|include|note|tell us)\b(?![^.:]*\b(?:choices|options"
    r"|menu|keys)\b)[^.:]{0,60}:$|"
    r"\b(?:have|bring|you will need)\b(?![^.:]*\b(?:choices|options|menu|keys)\b)[^.]{0,40}(?:ready|at hand|to hand"
    r"|these|following)?[^.]{0,12}:$"
    r"|\b(?:have (?:it |them |these )?(?:ready|to hand|handy)|(?<!pick )(?<!choose )(?<!select )(?<!say )what"
    r" (?:you|callers)(?:['’]ll| will)? (?:need|should have)"
    r"|requirements|documents? (?:needed|required)|requisitos|documentos|unterlagen|das brauchen sie"
    r"|pi[eè]ces [aà] (?:fournir|pr[eé]parer))\W*$"
)
"""What stands over a list of what a caller is to have."""


_BIDS: Final = re.compile(r"(?:press|push|turn|hold|use) \w+(?: \w+)?,? (?:then|and|to)\b", re.IGNORECASE)
"""How a step of a manual bids its reader do something."""


_TITLED: Final = re.compile(
    r"[¿¡]?(?-i:[A-ZÁÉÍÓÚÑÄÖÜ]{2,}[A-ZÁÉÍÓÚÑÄÖÜ ,'’]*)[?!.:]? [A-ZÁÉÍÓÚÄÖÜ][a-záéíóúñäöü]+ [a-záéíóúñ]"
)
"""A title in capitals with the text under it: a paragraph that is numbered, and no key."""
_SETTING: Final = re.compile(
    r"(?:time-?out|max_?\w+|\w*retries|port|version|replicas?|level|\w+_\w+|(?-i:[a-z]+[A-Z]\w+))", re.IGNORECASE
)
"""The name of a setting, whose number is no key: `timeout: 8`."""


def is_setting(words: str) -> bool:
    """Whether words are the name of a setting, whose number is no key."""
    return _SETTING.fullmatch(words) is not None


def tells_of_silence(words: str) -> bool:
    """Whether words are the name of what happens where nobody presses a key: `Timeout`."""
    return _SILENCE.match(words)


_SILENCE: Final = AnyCase(
    r"\W*(?:time-?outs?|retries|no[ -](?:input|entry|match)|invalid(?: (?:key|input|entry))?)\W*$"
)


def is_default(words: str) -> bool:
    """Whether a line of a menu tells what happens where nobody presses any of its keys: `(nothing pressed) -> desk`."""
    return _DEFAULT.match(words)


_DEFAULT: Final = AnyCase(
    r"\W*(?:(?:on |if )?(?:time-?outs?|no (?:input|entry|key|choice|selection|response|answer|match|digits?)|nothing"
    r"|silence|none|default|otherwise|invalid|anything else|any other key|stay|hold|wait)\b)[^:=>→–—-]{0,40}"
    r"(?:[:=>→–—-]|$)"
)


def is_amount(words: str) -> bool:
    """Whether words are nothing but how long or how much: what a key sets on a thing, and no line reaches."""
    return _AMOUNT.fullmatch(words)


_AMOUNT: Final = AnyCase(
    r"(?:an?|one|two|three|four|five|six|eight|ten|twelve|half an?|\d{1,3}) ?(?:seconds?|minutes?|mins?|hours?|hrs?"
    r"|degrees|°c?|%|percent)"
)


_COMPARED: Final = re.compile(
    r"(?:rate|count|ratio|latency|load|errors?|usage|depth|length|size|time)\W{1,3}[<>]=? ?\d+\W*$", re.IGNORECASE
)
"""A value that is watched, and what it is compared with: `error rate > 3`."""


def unlikely(topic: str, words: str) -> bool:
    """Whether what stands behind a number is no topic: a sentence of its own, a price, an address, another key."""
    return (
        bool(_TITLED.match(words))
        or (is_setting(topic) and words.rstrip(". ")[-1:].isdigit())
        or bool(_BIDS.match(topic))
        or (("<" in words or ">" in words) and _COMPARED.search(words) is not None)
        or bool(re.match(r"[$€£%\d]", topic))
        or bool(_COUNT.match(words))
        or bool(_OTHER_KEY.match(topic))
        or len(topic.split()) > _MOST_WORDS
    )


_OTHER_KEY: Final = re.compile(r"(?:taste|touche|tecla|key|button|bouton|bot[oó]n) [0-9*#](?!\w)", re.IGNORECASE)
"""What a step begins with that tells of keys: `5 Key 1 for an hour, key 2 for a day`."""


def is_way(words: str) -> bool:
    """Whether words begin with a way to do something: `By phone: 555-0100`, `Online`."""
    return _WAYS.match(words)


_WAYS: Final = AnyCase(
    r"(?:online|by (?:phone|telephone|mail|post|e-?mail|fax|text)|in person|at a branch|pay online|en l[ií]nea|en ligne"
    r"|drop box|on line|through your bank(?:'s)?|par (?:t[eé]l[eé]phone|courrier)|por (?:tel[eé]fono|correo)"
    r"|per (?:post|telefon)|telefonisch)(?=[.,:;–—-]|$)"
)
"""Ways to do something: where these are options by number, they are no keys."""

KEYS_ABOVE: Final = AnyCase(
    r"\b(?:press|hit|choose|select|key in)\b[^.;]{0,30}\bnumbers (?:above|shown|listed)\b"
    r"|\b(?:press|hit|tapez|composez|faites|appuyez sur|dr[uü]cken sie|w[aä]hlen sie|pulse|marque|oprima|presione)"
    r" (?:the|your|le|la|die|el) (?:key|number|digit|touche|chiffre|num[eé]ro|taste|ziffer|zahl"
    r"|nummer|tecla|n[uú]mero|opci[oó]n)"
    r" (?:for|of|beside|next to|du|de la|des|qui|correspondant|der|des|f[uü]r|vor|neben|del|que|correspondiente)\b"
    r"|\b(?:key in|enter|type|select|choose|dial|push|use|pick) the (?:key|number|digit|figure)"
    r" (?:(?:printed|shown|given|listed) )?(?:beside|next to|in front of|alongside|against|opposite)\b"
    r"|\b(?:numbers|figures|digits)\b[^.;]{0,30}\bare (?:the |your |what )?(?:keys|buttons|options|you (?:press"
    r"|push|key))"
    r"\b|\b(?:zahlen|ziffern|nummern)\b[^.;]{0,30}\bsind (?:die )?tasten\b|\bn[uú]meros\b[^.;]{0,30}\bson las teclas\b"
    r"|\b(?:chiffres|num[eé]ros)\b[^.;]{0,30}\bsont les touches\b"
    r"|\b(?:keys|options|choices) (?:above|shown|listed|in (?:both|all|these) lists)\b|\babove (?:keys"
    r"|options|choices)\b"
    r"|\bkey (?:shown|printed) (?:beside|next to)\b"
    r"|\b(?:these|those|that) (?:are|is) (?:the |our |all the )?(?:choices|options|menu|keys)\b"
)
"""What says that the numbers of a list are keys, above or below it."""
GOES_ON: Final = AnyCase(
    r"(?:^|[.!?] )(?:then|after that|next|and then|dann|danach|anschlie(?:ß|ss)end|puis|ensuite|apr[eè]s|luego"
    r"|despu[eé]s|a continuaci[oó]n) ?:$"
)
"""The end of a line over a list that says what comes next, and leaves it to the heading to say of what."""
