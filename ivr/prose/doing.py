"""What callers do once they have pressed a key, where nothing else tells what that is for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ivr.prose.no_aim import NO_AIM
from ivr.prose.tokens import Token
from ivr.prose.topic_words import Topic, clean, tells_of_call

LEFT: Final = "left there"
"""How a topic is called that tells only what callers leave: any other says more."""
_BEHIND: Final = r"\W{0,3}(?:(?:and|then|y|et|und|puis|luego|dann)\W{1,2}){0,2}"
_ASKED: Final = re.compile(
    _BEHIND
    + r"(?:ask (?:for|to (?:speak (?:to|with)|talk to|see)|(?-i:[A-Z][a-z]+|the \w+|them|us) (?:for|about))|request"
    r"|say(?! (?:that|you|it|so|yes|no)\b)|pregunte por|diga|demandez|dites"
    r"|sagen sie|verlangen sie) (?:the words? |the |an? |this |el |la |los |las |le |les |den |die |das )?"
    r"[\"“”'‘«„]?\s?(?P<topic>[^\W\d](?:[^.;:,!?()\"“”'’»\n]|['’](?=s\b)){2,50})",
    re.IGNORECASE,
)
_LEFT: Final = re.compile(_BEHIND + r"(?P<topic>leave (?:a|your|us) [^.;:!?()\n]{3,60})", re.IGNORECASE)
_CASE: Final = re.compile(
    r"\W{0,2}(?:when(?:ever)?|unless|in case) (?P<topic>(?:your|you|the|an?|there|someone|somebody|something|nobody)\b"
    r"[^.;:!?()\n]{4,60})",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(
    r"\W{0,2}until (?:an? |the )?(?P<topic>[^\W\d][\w' -]{3,30}?) (?:answers|picks up|comes on|is on|speaks)\b",
    re.IGNORECASE,
)
_OF_CALL: Final = re.compile(
    r"\b(?:prompt\w*|ask\w*|recording|menus?|voices?|messages?|greeting|hear\w*|connected|answer\w*|systems?|call\w*"
    r"|beep|tone|told|picks? up|options?|choices?|says?|ready|done|finish\w*|want|wish|like)\b",
    re.IGNORECASE,
)
"""What is said of a moment in the call, and not of a case."""
_SHORTEST: Final = 3


def quoted_behind(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give what stands in quotes behind a key and a comma: `option 3, "recalls"`."""
    found = _QUOTED.match(text, tokens[0].start, tokens[-1].end) if tokens else None
    words = clean(found[1]) if found is not None else ""
    return Topic(words, found.start(1), "loose") if found is not None and words else None


_QUOTED: Final = re.compile(r", [\"“«„]([^\s.,;:\"“”«»]+(?: [^\s.,;:\"“”«»]+){0,5})[.,]?[\"”»“]")


def done_behind(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give whom callers ask for, what they leave, or in which case they press, as told behind a key.

    `press 5 and ask for the duty engineer`, `press 2 and leave a message`, `use option 5 when your router is dark`.
    """
    if not tokens:
        return None
    start, end = tokens[0].start, tokens[-1].end
    case = _CASE.match(text, start, end)
    if case is not None and _OF_CALL.search(case["topic"]):
        case = None
    found = _ASKED.match(text, start, end) or case or _LEFT.match(text, start, end) or _UNTIL.match(text, start, end)
    if found is None or NO_AIM.match(found["topic"]) or tells_of_call(found["topic"]):
        return None
    cleaned = clean(found["topic"])
    how = "clause" if found.re is not _LEFT else LEFT
    return Topic(cleaned, found.start("topic"), how) if len(cleaned) >= _SHORTEST else None
