"""Verbs behind a key that tell by themselves what it does: `6 repeats the list`, `3 gets you a nurse`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.tokens import NUMBER, Token
from ivr.prose.words import LEADS, UNITS, set_of


def verbal(tokens: Sequence[Token], end: int) -> bool:
    """Whether a key is followed by what it does: `6 repeats the list`, `1 moves money between`."""
    words = [token.word for token in tokens[end : end + 2]]
    return len(words) > 1 and words[0].endswith("s") and words[0] not in UNITS and words[1] in _OBJECTS


_OBJECTS: Final = set_of(
    """the a an you your it them us this that my our today's money callers through back straight directly up out
    everyone people somebody someone everything anything something anybody all every each both any
    what which whether how when where who whom whose"""
)


def leads_plainly(tokens: Sequence[Token], end: int) -> bool:
    """Whether a key says what it does without any request: `1 is for sales`, `3 gets you a nurse`."""
    words = [token.word for token in tokens[end : end + 2]]
    if words[1:] and words[0] in {"is", "ist", "es"} and words[1] in {"the", "der", "die", "das", "el", "la"}:
        before = tokens[end - 2].word if end > 1 else ""
        return before in _SAYING or any(token.word == NUMBER for token in tokens)
    return (
        bool(words[1:])
        and words[0] in LEADS
        and words[1] in {"for", "you", "callers", "to", "para", "pour", "fur", "sie", "met", "con"}
    )


_SAYING: Final = frozenset(("says", "said", "say", "die", "el", "la"))
"""What stands before a key of which it is reported what it is: `My card says 4 is the fuel desk`."""
