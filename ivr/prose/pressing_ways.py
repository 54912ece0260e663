"""Ways to tell of those who press a key, and of where things stand now, put as plain ones.

`Callers who press 1 hear the times`, `Wer die 8 drückt, hört den Kalender`, `Claims are now under 3`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from ivr.prose.telling_ways import KEY

_DOES: Final = MappingProxyType(
    {
        "hört": "hören Sie",
        "erreicht": "erreichen Sie",
        "bekommt": "bekommen Sie",
        "erhält": "erhalten Sie",
        "landet": "landen Sie",
        "kommt": "kommen Sie",
        "gelangt": "gelangen Sie",
        "spricht": "sprechen Sie",
        "wird": "werden Sie",
    }
)
"""What German says of those who press a key, as it is said to them."""


def _said_to(found: re.Match[str]) -> str:
    """Put what is said of those who press a German key as it is said to callers."""
    mit = "Mit" if found["who"][:1].isupper() else "mit"
    return f"{mit} der {found['key']} {_DOES[found['does'].lower()]}"


PRESSING: Final[tuple[tuple[tuple[str, ...], re.Pattern[str], str | Callable[[re.Match[str]], str]], ...]] = (
    (
        ("Wer ", "wer "),
        re.compile(
            r"\b(?P<who>wer) (?:hier |dort |dann |bitte )?(?:auf )?die (?P<key>[0-9*#])"
            r" (?:dr[uü]ckt|w[aä]hlt|nimmt|tippt|antippt|eingibt|gedr[uü]ckt hat|gew[aä]hlt hat), "
            rf"(?P<does>{'|'.join(_DOES)})\b",
            re.IGNORECASE,
        ),
        _said_to,
    ),
    (
        (" hear",),
        re.compile(
            r"\b(?P<who>callers|customers|people|those|anyone|anybody|everyone|whoever)(?: who)?(?: then)? "
            rf"(?:press|choose|hit|select|dial|pick|push)(?:e?s)? (?:option |key )?(?P<key>{KEY}) (?:will |then )?"
            r"hears? ",
            re.IGNORECASE,
        ),
        r"press \g<key> to hear ",
    ),
    (
        (" key in ", " enter ", " punch in ", " type "),
        re.compile(
            rf"(?P<asks>\b(?:press|dial|choose|select|hit|push) (?:option |key )?{KEY}),? and (?:then )?"
            r"(?:key in|enter|punch in|type(?: in)?) (?:your|the|a) [^.,;:()]{3,60}? to "
            r"(?=(?:learn|hear|find|check|get|see|report|confirm|pay|know|order|refill|renew|track|listen|request)\b)",
            re.IGNORECASE,
        ),
        r"\g<asks> to ",
    ),
    (
        (" now ", " still "),
        re.compile(
            r"(?<=[\w\"”)]) (?:is|are)(?: now| still) (?:to be found |found )?(?:under|on|at|behind|below) "
            rf"(?:option |key |number )?(?P<key>{KEY})(?=[.,;)]|$| and )",
            re.IGNORECASE,
        ),
        r" is on \g<key>",
    ),
    (
        (" used to be", ", formerly", ", previously", ", once"),
        re.compile(
            rf"(?:,? (?:which )?used to be|, (?:formerly|previously|once))(?: under| on| at| behind)?(?: option| key)?"
            rf" {KEY}(?:,| and)? (?:is|are|has become|have become|has moved to|have moved to) (?:now )?"
            rf"(?:under |on |at )?(?:option |key )?(?P<key>{KEY})(?=[.,;)]|$| and )",
            re.IGNORECASE,
        ),
        r" is on \g<key>",
    ),
    (
        (" remain", " stays"),
        re.compile(
            r"(?<=[\w\"”)]) (?:remains?|stays)(?: on| at| under| as) (?:option |key |number )?"
            rf"(?P<key>{KEY})(?=[.,;)]|$)",
            re.IGNORECASE,
        ),
        r" is on \g<key>",
    ),
)
"""Words without which there is no such way, the way, and what stands for it."""
