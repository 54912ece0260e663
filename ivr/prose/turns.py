"""Lines of a call that was written down which tell nothing but the key that was pressed: `[00:10] (pressed 1)`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.tokens import folded
from ivr.prose.words import NAMES

_KEY: Final = r"(?P<key>[0-9*#](?!\w)|(?:zero|one|two|three|four|five|six|seven|eight|nine|star|pound|hash)\b)"
_TIME: Final = r"(?P<time>[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?\W{1,4})?"
_WHO: Final = (
    r"(?P<who>(?:the )?(?:caller|customer|user|tester|agent|i|me|you|we|she|he|anrufer(?:in)?|ich|cliente|yo|client"
    r"|je)\b\W{1,4})?"
)
_DONE: Final = (
    r"(?P<done>pressed|presses|pressing|chose|chooses|choosing|selected|selects|selecting|hits|dialled|dialed|dials"
    r"|entered|enters|pushed|pushes|keyed|keys in|picked|picks|gedr[uü]ckt|dr[uü]ckt|gew[aä]hlt|puls[oó]"
    r"|marc[oó]|oprimi[oó])"
)
_ASKED: Final = (
    r"(?P<asked>press|choose|select|hit|dial|enter|push|key(?: ?press)?|keypad|beep|tone|dtmf|taste|touche|tecla|ton"
    r"|tono|pulsa|marca|tape|dr[uü]cke?)"
)
_TURN: Final = re.compile(
    rf"(?P<open>[\[(<*_>\s«\"-]{{0,4}}){_TIME}[\[(<*_\s]{{0,3}}{_WHO}(?:then |again |just )?(?:{_DONE}|{_ASKED})?"
    rf"\W{{0,3}}(?:(?:option|key|number|the|die|la|le|el|taste|touche|tecla) )*\W{{0,2}}{_KEY}"
    r"(?: ?[(–-] ?[^()\d]{2,30}\)?)?[\])>*_.\s»\"]{0,4}",
    re.IGNORECASE,
)
_LONGEST: Final = 60


@lru_cache(maxsize=2048)
def key_pressed(words: str) -> str:
    """Give the key of which a line says that it was pressed, and nothing else; nothing for any other line."""
    found = _TURN.fullmatch(words) if len(words) <= _LONGEST else None
    if found is None:
        return ""
    stands_apart = any(sign in found["open"] for sign in "[(<*_") or bool(found["time"])
    told = found["done"] or (found["who"] and (stands_apart or ":" in found["who"]))
    key = folded(found["key"])
    return NAMES.get(key, key) if told or (found["time"] and found["asked"]) else ""
