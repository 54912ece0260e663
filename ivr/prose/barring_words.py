"""Words around keys by which they are barred, or are not."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase

ALTERNATIVE: Final = AnyCase(
    r",? or (?:visit|check|write|see|use|answer|e-?mail|fax|chat|text|log|mail|fill|apply|go (?:to|on))\b[^.;]*"
)
"""What callers may do instead of pressing a key: `press 3, or check the list on the back`."""
OR_CALL: Final = re.compile(r"^[^.;]*,? or (?=(?:tele)?phone\b|call\b|ring\b|dial\b)", re.IGNORECASE)
"""What callers may do instead, told first: `Use the app, drop the slip in the box, or telephone 555-0100 and`."""
OR_PHONE: Final = AnyCase(
    r",? or (?:(?:tele)?phone|call|ring|dial)(?: us)?,? and (?:then )?(?:press|choose|select|pick|hit)\b"
)
_THENS: Final = {
    "en": r"then|next|after that",
    "fr": r"puis|ensuite",
    "es": r"luego|despu[eé]s",
    "de": r"dann|danach",
}
THEN_ROW: Final = re.compile(
    r"\W*(?:(?:and|y|et|und) )?(?:"
    + "|".join(f"(?P<{language}>{words})" for language, words in _THENS.items())
    + r")[:,] ?[0-9*#] [^\W\d]",
    re.IGNORECASE,
)
"""A row of keys that are pressed after those of the block above: `Then: 1 taxes, 2 permits`."""


def then_language(words: str) -> str:
    """Give the language in which a row of keys says that they are pressed then; nothing where it is no such row."""
    found = THEN_ROW.match(words)
    return found.lastgroup or "" if found is not None else ""


KEY_ALONE: Final = re.compile(r"[A-Z][^.:;\d]{2,40}: [0-9*#]\.(?!.* \d\.)|(?:To|For) [^.,;\d]{3,40}, [0-9*#][,.]")
"""A paragraph that goes on telling of keys, with as few words as it can: `Propane customers: 5.`"""

OF_NOTE, FEW_WORDS = 12, 24
"""Blocks of a note that may give its number last, and words that are too few to tell what it is about."""
PRESSED: Final = AnyCase(r"\b(?:press|push|hit|puls|oprim|marqu|tapez|appuy|dr[uü]ck)\w*")
"""Requests that choose nothing but a key."""
CHOOSING: Final = AnyCase(r"\b(?:choose|select|pick|options?|vote|tick)\b")
"""Words of choices that may be none of a call."""
LINKED: Final = frozenset(("link", "lead"))
"""How a topic stands that little words join to its key: `3 is for transport`."""
OF_NAME: Final = frozenset(("label", "subject"))
"""How a topic stands that is who does something, and may be who calls."""
SOMETIMES: Final = frozenset(("others", "form", "meeting"))
"""What a heading may be about over a menu all the same."""
ASKS_BACK: Final = AnyCase(
    r"\b(?:surveys?|polls?|shortcuts?|menus?|outbound|exercises?|questionnaires?|satisfaction|quiz)\b"
)
"""What a title is about under which keys are answers."""
QUESTION: Final = re.compile(r"Q\d*[.:)] ")
ANSWER: Final = re.compile(r"A\d*[.:)] ")
FIRST_OF_ROW: Final = re.compile(
    r"(?:[^:]{0,30}(?:days?|week|nights?|hours|mon|fri|sat|sun|[ap]m|to \d{1,2}|times)[^:]{0,12}: ?)?"
    r"[`*(\[\"]{0,2}1[`*)\]\"]{0,2}\s?(?:[=/:–-]|\s[^\W\d])"
)
CALLS_YOU: Final = AnyCase(
    r"\b(?:calls|rings|phones) you\b|\bhangs? up on\b|^(?:accepter|refuser)(?: l['’]appel)?$"
    r"|^(?:you )?(?:take|decline|reject) (?:the|this|a) call\b"
)
"""What a key is for that somebody presses whom others call."""
BESIDE_BED: Final = AnyCase(r"\b(?:remote control|fernbedienung|mando a distancia|t[eé]l[eé]commande|the new keypad)\b")
"""What a sentence tells of that has the keys of the next one."""
ON_PAGE: Final = AnyCase(
    r"\b(?:their|our|the|your|its|an?|this) (?:\w+ )?(?:app|web ?site|portal|chat ?bot|(?:web ?)?page|browser|screen)\b"
    r"[^.:]{0,15}:$"
)
"""What leads to a list of what one does on a page: `If that fails, use their app:`."""


def stands_apart(words: str) -> bool:
    """Whether a line of its own goes on with the keys of the block above: `Billing: 3.`, `Then: 1 taxes, 2 permits`."""
    return KEY_ALONE.match(words) is not None or THEN_ROW.match(words) is not None
