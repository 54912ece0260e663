"""Chains of keys that are pressed one after another: `2, then 1`, `1 > 3 > 2`, `1-1-4`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.counted import COUNTED
from ivr.prose.keypad import STOPS, is_digits
from ivr.prose.tokens import Token
from ivr.prose.words import ARROWS, FOLLOWED, NAMES, THENS, UNITS, set_of


def chain_from(tokens: Sequence[Token], at: int) -> int:
    """Give where a chain of keys ends that begins at a place, or 0: `2, then 1`, `1 > 3 > 2`, `1-1-4`.

    Keys of a chain follow each other as hardly anything else does.
    """
    keys, end, sure, counts = 1, at + 1, False, True
    while True:
        place = end
        while place < len(tokens) and place < end + _MOST_BETWEEN and tokens[place].word in _BETWEEN:
            place += 1
        if place == end or place >= len(tokens) or not is_key(tokens[place].word):
            break
        between = {token.word for token in tokens[end:place]}
        if between <= {"and", "y", "et", "und", "or"}:
            break
        counts = counts and between == {","} and _counts_on(tokens[end - 1].word, tokens[place].word)
        sure = sure or not between.isdisjoint(_CHAINING)
        keys, end = keys + 1, place + 1
    before = tokens[at - 1].word if at else ""
    behind = tokens[end].word if end < len(tokens) else ""
    if _goes_on_counting(tokens, at) or (before == ":" and at > 1 and tokens[at - 2].word in _CODES):
        return 0  # "give them the PIN: 4-7-1-1"
    if keys <= 1 or counts or behind in UNITS or before in COUNTED or (before[:1] in "$€£" and before):
        return 0
    begins = not before or before in _OPENING_CHAIN or behind == "="
    apart = begins and (not behind or not behind[:1].isdecimal())
    return end if sure or (keys >= _FEWEST_UNSAID and apart) else 0


_CHAINING: Final = THENS | ARROWS | FOLLOWED


_MOST_BETWEEN: Final = 5
_CODES: Final = set_of("id pin code password passcode combination kennwort geheimzahl clave contrasena mdp")
"""What is keyed in digit by digit, and is no way through a menu."""
_FEWEST_UNSAID: Final = 3
"""Keys of a chain where nothing between them says that they follow each other."""
_BETWEEN: Final = (
    THENS
    | ARROWS
    | FOLLOWED
    | set_of(", - – and again y et und encore the la die der von de key touche taste noch einmal otra vez")
)
_BEFORE_CHAIN: Final = set_of("it's that's do go use try is are ( → -> with via es c'est people")

_OPENING_CHAIN: Final = STOPS | THENS | _BEFORE_CHAIN


def _counts_on(one: str, other: str) -> bool:
    """Whether a digit is the next after another: `1, 2, 3` are three keys, and no way."""
    return one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1


def is_key(word: str) -> bool:
    """Whether a word is a key: its digits, its sign or its name."""
    return word in NAMES or is_digits(word) or word in {"*", "#"}


def _goes_on_counting(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number goes on from one that is no key: `platform 3, then 2, then 3`."""
    begun = next((place for place in range(at - 1, -1, -1) if tokens[place].word not in _BETWEEN), -1)
    after = at > 1 and tokens[at - 1].word == "," and is_digits(tokens[at - 2].word)
    return after or (0 <= begun < at - 1 and is_digits(tokens[begun].word))
