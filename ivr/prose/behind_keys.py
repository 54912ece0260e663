"""What a text says behind a key and what it is for: an aside in brackets, and what becomes of callers who press it."""

from __future__ import annotations

import re
from typing import Final

from ivr.prose.anycase import AnyCase

_MOST: Final = 300
"""Letters before a key within which its topic is sought."""
_FAR: Final = 120
_ASIDE: Final = re.compile(r",? \(([^()\d]{3,120})\)")
_NEXT_KEY: Final = re.compile(r"(?<![\w.:])[0-9*#](?![\w:]|\.\d)")
_OTHER_CASE: Final = AnyCase(
    r"\b(?:or|if|when|unless|outside|otherwise|until|after hours|o|si|cuando|ou|quand|oder|wenn|falls|sonst)\b"
)
"""What begins another case than that somebody presses the key."""

_NEXT_CHOICE: Final = re.compile(
    r"[.!?][\"”’)]* (?!(?:that|this|it|you|your|there|we)\b)"
    r"|[,;:]? (?:and )?(?:to|for|if|um|für|para|pour) (?!(?:an?|the) (?:voice ?mail|mailbox|machine))",
    re.IGNORECASE,
)
"""What begins the next choice, where choices are told before their keys: `press 3. To leave a message, press 4`."""


def behind(text: str, start: int, topic: str) -> tuple[str, str]:
    """Give what stands in brackets behind what a key is for, as in `3 streets (potholes, dog fouling)`, and the rest.

    The rest ends before the next key, and before another case: `and leave a message` of `press 1 and leave a message`.
    """
    at = text.find(topic, max(start - _MOST, 0)) if topic else -1
    over = at + len(topic) if at >= 0 else start
    found = _ASIDE.match(text, over) if at >= 0 else None
    rest = text[max(over, start + 1) :][:_FAR]
    for pattern in (_NEXT_KEY.search(rest), _OTHER_CASE.find(rest), _NEXT_CHOICE.search(rest)):
        rest = rest[: pattern.start()] if pattern and pattern.start() < len(rest) else rest
    return (found[1] if found else ""), rest.strip()
