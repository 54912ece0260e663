"""Where an exchange sends the callers of a key, which a runbook puts beside it: `RG 601 Triage`, `gather_orders`."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from ivr.prose.topic_words import clean

_PLACE: Final = (
    r"[A-Z]{1,2}\d{1,3}|[A-Za-z][^\W_]*_\w+|(?:announcement|ann|flow|ivr|queue) [^\W_]+_\w+"
    r"|(?i:(?:queue|ext(?:ension)?\.?|x|(?:ring|hunt|call) ?group|group|grp|mailbox|vdn|skill|split|rg|hg|vm|node"
    r"|announcement|prompt)[ :#]?\d+)"
)
TAG: Final = re.compile(rf"[A-Z]{{1,2}}|{_PLACE}")
"""A short name for a row, or a place in an exchange."""
_NAMED: Final = re.compile(rf"(?:to )?(?:{_PLACE})(?: ?[,;(].*)?")
"""A place in an exchange, whatever is told of it then."""
_CALLED: Final = re.compile(r"[A-Za-z][^\W_]*_\w+(?: +| \| )[\"“'‘(]?(?P<name>[^\W\d_][^_\"”]{2,}?)[\"”'’)]?")
"""One whose name says less than the words behind it: `Q_BEES hives and queen bees`."""
_LED_BY: Final = re.compile(
    r"(?:(?:to )?(?:queue|ext(?:ension)?\.?|(?:ring|hunt|call) ?group|mailbox|rg|hg|vm)[ :#]{0,2}\d+[ :–—-]{1,3}"
    r"|(?:to )?"
    r"(?:external |blind )?(?:transfer|forward)(?:ed)?(?: to)? (?=[+(\d]))(?P<name>.*)",
    re.IGNORECASE,
)
"""A place in an exchange with what it is called behind it."""

_ARROWED: Final = re.compile(
    r"(?<=[\w)]) \| (?:(?:-{1,2}>|=>|→|➔|»|>>) ?[^\d\W].*|(?i:goto|go to|transfers? to) .*|(?i:x|ext\.?) ?\d{2,6})$"
)
"""A place to which an arrow leads, or an extension, in the column behind what a key is for."""


class Destination(NamedTuple):
    """What a key is for, by the name of the place to which it leads; `is_place` where that is all that is known."""

    topic: str
    is_place: bool


def destination(topic: str) -> Destination:
    """See whether what stands beside a key is a place in an exchange: `Queue 620 Front desk` tells of a desk."""
    topic = _ARROWED.sub("", topic)
    led = _LED_BY.fullmatch(topic)
    if led is not None:
        return Destination(clean(led["name"]) or topic, is_place=True)
    called = _CALLED.fullmatch(topic)
    if called is not None:
        return Destination(clean(called["name"]) or topic, is_place=False)
    return Destination(topic, is_place=_NAMED.fullmatch(topic) is not None)


def tells_only_where(topic: str) -> bool:
    """Whether what stands beside a key is nothing but where it leads: an extension, somebody's own number."""
    return _NAMED.fullmatch(topic) is not None or _OWN_NUMBER.search(topic) is not None


_OWN_NUMBER: Final = re.compile(
    r"(?:mobile|cell|direct|handy|portable|m[oó]vil)\b\D{0,12}[+(]?\d[\d ()-]{6,}\d\W*$", re.IGNORECASE
)
"""The number of a telephone that somebody carries, at the end: `the plumber's mobile, 07700 900143`."""
