"""What a key is for, where that stands right behind it and a comma: `2 - 2 - 4, exchange desk`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.tokens import Token
from ivr.prose.topic_cut import CUTS, JOINS, cut
from ivr.prose.topic_words import Topic
from ivr.prose.topics import ADVERBS
from ivr.prose.words import LEADS, THENS, VERBS, set_of

_SHORT_NAME: Final = 3
_ENDS_NAME: Final = frozenset((".", ",", ";", ")", "!"))
NO_NAME: Final = (
    CUTS
    | THENS
    | JOINS
    | VERBS
    | ADVERBS
    | LEADS
    | set_of(
        """please day night again too also instead any always now all not even listen listening weekdays
        weekends daily por favor bitte merci immer siempre toujours key in put key give be it was bring ask"""
    )
)
"""What is no part of a name: what callers do, and when."""


def apposed_behind(text: str, tokens: Sequence[Token]) -> Topic | None:
    """Give the few words behind a key and a comma that name what it is for: `2 - 2 - 4, exchange desk`."""
    end = next((at for at, token in enumerate(tokens) if at and token.word in _ENDS_NAME), len(tokens))
    words = [token.word for token in tokens[1:end]]
    if words and text[tokens[1].start].isupper() and "and" in words[1:-1]:
        words.remove("and")  # "option 2, Returns and pick-ups"
    if not 0 < len(words) <= _SHORT_NAME or tokens[0].word != ",":
        return None
    is_name = text[tokens[1].start].isupper() and len(words) > 1
    plain = all(word[:1].isalpha() for word in words) and NO_NAME.isdisjoint(words[is_name:])
    return cut(text, tokens[1:end], 0, 0, "loose") if plain else None
