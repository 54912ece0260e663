"""Whether a line asks for a key by itself."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ivr.prose.anycase import AtWord
from ivr.prose.prefilter import may_tell

_SAYS_KEY: Final = AtWord(
    r"\b(?:(?:press|pressing|push|hit|touch|select|choose|dial|pick|pulse|oprima|presione|marque|tapez|appuyez|composez"
    r"|faites|dr[uü]cken|w[aä]hlen)\b.{0,30}?(?:\d|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|star"
    r"|pound|hash)\b|[*#])"
    r"|(?:option|opt)\s+#?\d)"
)


@lru_cache(maxsize=4096)
def is_explicit(words: str) -> bool:
    """Whether a line itself asks for a key."""
    return may_tell(words) and bool(_SAYS_KEY.search(words))


_FEWEST: Final = 3
_ANSWERED: Final = re.compile(r"\? [^?.!]{0,30}[0-9*#]")
"""A question, and a key that answers it."""


def answers_each(words: str) -> bool:
    """Whether a text is of three questions or more, each of which a key answers: `A bill? Press 1.`."""
    return _FEWEST <= words.count("?") == len(_ANSWERED.findall(words))
