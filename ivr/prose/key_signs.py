"""Signs in the words around a key of whether it is one, for which nothing but these words are needed."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose import guards
from ivr.prose.anycase import AnyCase
from ivr.prose.at_things import is_at_thing
from ivr.prose.grammar import Said
from ivr.prose.keys import BARE, CHAINED, OPTION, WEAKLY
from ivr.prose.languages import language_chosen


def is_of_code(text: str, each: Said) -> bool:
    """Whether a sign stands before or behind a code that is keyed in: `the star key and your code`, `a PIN, then #`.

    So does a number that is keyed in for what has it as its name, or for an amount: `enter 2 for route 2`, `30 or 90`.
    """
    if each.how == WEAKLY and (len(each.key) > 1 if each.topic is None else _is_its_name(each.topic.words, each.key)):
        return True
    if each.key not in "*#":
        return False
    behind = text[each.start : each.start + _NEAR]
    return _AND_CODE.match(behind) is not None or _CODE_THEN.search(text[max(each.start - _NEAR, 0) : each.start])


def _is_its_name(topic: str, key: str) -> bool:
    words = topic.lower().replace(",", " ").split()
    return len(words) > 1 and words[1] == key and words[0].isalpha()


_NEAR: Final = 60
_AND_CODE: Final = re.compile(
    r"(?:(?!and\b|then\b|y\b|et\b|und\b|luego\b|puis\b|dann\b)[^\W\d]+ ){0,4}?[*#]?(?:[^\W\d]+ ?(?:key|taste)?)?\)?,? "
    r"(?:(?:and|y|et|und|luego|puis|dann|then) )+(?:enter |key in |dial )?"
    r"(?:your|the|su|el|la|votre|le|ihren?|den|die|a)"
    r" (?:[\w-]+ ){0,3}?(?:code|pin|passcode|clave|c[oó]digo)\b"
    r"|. before your code\b",
    re.IGNORECASE,
)
_CODE_THEN: Final = AnyCase(
    r"\b(?:code|pin|passcode|clave|c[oó]digo),?(?: (?:and|y|et|und|luego|puis|dann|then|followed by|suivi de"
    r"|seguida? de|press|push|pulse|oprima|tapez|the|la|le|die|key|tecla|touche|taste))*\s*$"
)


def is_in_app(each: Said) -> bool:
    """Whether the label of an option says that it is chosen in an app: `Freeze it in the app: option 2`."""
    topic = each.topic
    if topic is None:
        return False
    found = _IN_APP.search(topic.words)
    if found and each.how in {WEAKLY, OPTION} and _IN_APP_AT_END.search(topic.words):
        return True
    return found and ((topic.how == "label" and each.how == OPTION) or bool(_ALL_IN_APP.match(topic.words)))


_ALL_IN_APP: Final = re.compile(r"(?:in|on|via|sur|dans|en) (?:the|our|your|my|l['’]|le|la|der) ?\w+$", re.IGNORECASE)
"""A topic that says nothing but where a key is pressed: `On the app, press the star`."""
_IN_APP_AT_END: Final = re.compile(
    r", (?:in|on|via|sur|dans|en) (?:the|our|your|my|l['’]|la|der) ?\w+\W*$", re.IGNORECASE
)
"""What a topic ends with that is chosen in an app: `Select 2, I have moved, in the app`."""
_IN_APP: Final = AnyCase(
    r"\b(?:in|on|via|through|using) (?:the|our|your|my) (?:\w+ )?(?:app|web ?site|portal|kiosk|screen)\W*$"
    r"|\b(?:sur|dans) (?:l['’]appli(?:cation)?|le site)\W*$|\ben la (?:app|aplicaci[oó]n|web)\W*$|\bin der app\W*$"
)


def corrects(topic: str) -> bool:
    """Whether a sign is for what was keyed in: to begin that again, or to leave it."""
    return _CORRECTS.match(topic)


_CORRECTS: Final = AnyCase(r"(?:to )?(?:cancels?|clears?|corrects?|deletes?|starts? (?:over|again)|try again|undo)\W*$")


def tells_of_none(sentence: str, at: int) -> bool:
    """Whether a sentence counts things of a kind, `envelope 1, envelope 2`, or its key is one of a thing, or was one.

    `at` is where the request for the key stands.
    """
    before = sentence[:at]
    counted = _NEXT.search(sentence) and _COUNTED.search(sentence)
    return bool(counted or _ONCE.search(before) or _TO_LEAVE.match(before)) or is_at_thing(sentence, at)


_TO_LEAVE: Final = re.compile(
    r"\W*(?:please |then )?(?:leave|state|mention|write) (?:us )?(?:your|the|an?)\b[^:]*\b(?:which|whether)\b[^:]*:",
    re.IGNORECASE,
)
"""What callers are to say after the tone: `Leave your name, and which tank: 1 is the house`."""


_ONCE: Final = re.compile(
    r"\bused to (?:(?:be|have (?:you|us)|just|always|to) )*(?:(?:press|push|hit|mash|dial)\w*\W*)?$"
)
"""How a trick is told that works no more: `You used to mash 0 five times`."""

_NEXT: Final = re.compile(r" [0-9](?:, (?:or |and )?| or | and )[a-z]{3,} [0-9]")
"""Two things with a number in a row, sooner looked for than three of them."""
_COUNTED: Final = re.compile(
    r"\b(?!key|opt|press|push|dial|hit|button|then|and\b|or\b|touche|taste|tecla|opci|luego|puis|dann|pulse|marque|tapez)"
    r"([a-z]{3,}) [0-9](?:, | or | and |, (?:or|and) )\1 [0-9](?:, | or | and |, (?:or|and) )\1 [0-9]\b"
)


def wonders(sentence: str) -> bool:
    """Whether a question asks whether a key is pressed, and tells of none."""
    return _WONDERS.search(sentence)


_WONDERS: Final = AnyCase(
    r"^\W*(?:and |but |so )?(?:do|does|did|should|must|why|can|could|is|are|was) (?:i|you|we|it|they|the|there)\b"
)
"""What a question asks that names a key, and tells of none: `Do I still have to press 8 before dialing?`"""


def is_behind_code(text: str, start: int, each: Said) -> bool:
    """Whether a key stands behind a code of the telephones in a house, or by itself beside one.

    `start` is where its sentence begins.
    """
    return _DIALS_CODE.search(text, start, each.start) is not None or (
        not each.topic and _CODE.search(text) is not None
    )


_CODE: Final = re.compile(r"\*\d\d\b")
_DIALS_CODE: Final = re.compile(r"\b(?:dial|press|enter) [*#]\d\d", re.IGNORECASE)


def is_weak(text: str, each: Said) -> bool:
    """Whether nothing but what stands around it can tell that a key is one: no request asks for it."""
    return each.how in {WEAKLY, OPTION} or (each.how in {BARE, CHAINED} and "press" not in text.lower())


_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")


def is_in_brackets(words: str) -> bool:
    """Whether all that speaks of a device stands in brackets: `in an emergency (somebody in the lift) press 9`."""
    return "(" in words and not guards.barred(_IN_BRACKETS.sub(" ", words), "", "", called=False)


def chooses_language(each: Said) -> bool:
    """Whether a key is for a language: pages put that before the number, too."""
    return each.topic is not None and bool(language_chosen(each.topic.words))


def is_gone(topic: str) -> bool:
    """Whether what is told of a key is that it is gone: `sales has been removed`."""
    return _GONE.search(topic)


_GONE: Final = AnyCase(
    r"^(?!.*\b(?:who|whose|which|that|if)\b).*?\b(?:(?:has|have|had|is|are|was|were) (?:now |since "
    r"|already )?(?:been )?"
    r"(?:removed|withdrawn|retired|discontinued|abolished|gone|no longer (?:available|offered|in use|there)"
    r"|coming soon)"
    r"|(?<=, )(?:removed|retired|withdrawn|discontinued|deleted|dropped)|ya no (?:existe|funciona"
    r"|est[aá] disponible)|gibt es nicht mehr|n.existe plus)\b.{0,60}$"
)
"""What is told of a key that is gone, behind what it was for: `sales has been removed`."""
