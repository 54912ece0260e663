"""The key of a line or a row, and what it is for."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ivr.prose.tokens import folded
from ivr.prose.words import NAMES

LONGEST_KEY: Final = 2
"""Digits of a key of a menu."""


KEY: Final = (
    r"(?:[0-9]{1,2}|[*#]|[0-9]\ufe0f?\u20e3|(?:star|pound|hash|zero|one|two|three|four|five|six|seven|eight|nine)\b)"
)


_SPLIT: Final = re.compile(
    r"\s*(?:,?\s*(?:and |y |et |und )?(?:then|puis|luego|despu[eé]s|dann|danach)(?: press| option| key)?"
    r"|->|\.(?=\d)|[-–>→,])\s*",
    re.IGNORECASE,
)


WAITS: Final = re.compile(
    r"(?<=[0-9*#]),? ?[(\[]?(?:and |then |y |et |und )?(?:wait|pause|hold on|listen|espera[rn]?|espere|attend(?:ez|re)"
    r"|warten)(?: [^,;.()\d]{1,40})?[)\]]?,? ?(?:(?:and|then|press|y|luego|et|puis|und|dann),? )*(?=[0-9*#](?![\w]))",
    re.IGNORECASE,
)
"""What bids to wait between two keys that are pressed one after another: `0, wait, then 0`."""
_AGAIN: Final = re.compile(r"(?<=[0-9*#]) (?:again|once more|otra vez|de nuevo|encore|nochmals?)\b", re.IGNORECASE)
_TWICE: Final = re.compile(r"([0-9*#]) (?:twice|two times|x ?2|dos veces|deux fois|zweimal)\b", re.IGNORECASE)
_APART: Final = re.compile(r"[0-9*#](?: [0-9*#]){1,3}")
"""Keys one after another with nothing but blanks between them: `2 1`."""
_SHORTEST_WAIT: Final = 5


_ARTICLE: Final = re.compile(r"^\s*(?:the|die|der|den|el|la|le) (?=\w)", re.IGNORECASE)
"""What stands before the digit that a key is called by: `die 2`, `el 3`."""


class Listed(NamedTuple):
    """A key in a list or table: those pressed before it, what it is for, and where its words begin in the block."""

    keys: tuple[str, ...]
    topic: str
    start: int


def keys_of(text: str) -> tuple[str, ...]:
    """Read `2`, `star`, `2-1` or `2 > 1` as keys, one after another; gives nothing for anything else."""
    text = _ARTICLE.sub("", re.sub(r"\s*\([^()]*\)\s*$", "", text))
    if _APART.fullmatch(text.strip()):
        return tuple(text.split())
    if len(text) > _SHORTEST_WAIT and text[:1] in "0123456789*#":
        text = _AGAIN.sub("", _TWICE.sub(r"\1, \1", WAITS.sub(", ", text)))
    words = [
        folded(word.strip("\"'“”()[]. ").replace("\ufe0f", "").replace("\u20e3", ""))
        for word in _SPLIT.split(text.strip())
    ]
    keys = tuple(NAMES.get(word) or word for word in words)
    longest = LONGEST_KEY if len(keys) == 1 else 1
    return (
        keys
        if keys and all(key in "*#" or (key.isdecimal() and len(key) <= longest) for key in keys if key) and all(keys)
        else ()
    )
