"""Keys in clauses that lean on the one beside them: `Refills go to 2, appointments to 3`, `die 3, wenn Sie`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ivr.prose.chains import is_key
from ivr.prose.keypad import STOPS
from ivr.prose.tokens import Token
from ivr.prose.words import ORS, set_of

_PLACES: Final = set_of("on to under behind with auf unter hinter mit uber sur sous avec en con por")
_ARTICLES: Final = set_of("the der die das la le el key option number taste touche tecla")
_TIMES: Final = set_of("from until between von bis de a hasta desde")
_MARKS: Final = frozenset((",", ";", "/"))


def repeats_place(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a key ends a clause behind the same little word as another key before it does."""
    if end < len(tokens) and tokens[end].word not in _BREAKS:
        return False
    place = _place_before(tokens, at)
    if place < 1 or tokens[place].word not in _PLACES:
        return False
    earlier = [spot for spot in range(at) if is_key(tokens[spot].word)]
    last = earlier[-1] if earlier else -1
    if last < 0 or tokens[_place_before(tokens, last)].word != tokens[place].word:
        return False
    between = [token.word for token in tokens[last + 1 : place]]
    if not _TIMES.isdisjoint(between):
        return False
    return len(between) > 1 and (between[0] in _JOINED_BY) and between[-1][:1].isalpha()


_BREAKS: Final = STOPS | ORS
_JOINED_BY: Final = _MARKS | ORS


def goes_with_if(tokens: Sequence[Token], end: int) -> bool:
    """Whether a clause behind a key says when to press it: `die 3, wenn Sie`."""
    words = [token.word for token in tokens[end : end + 2]]
    return len(words) > 1 and words[0] == "," and words[1] in {"wenn", "falls", "si", "cuando", "quand"}


def _place_before(tokens: Sequence[Token], at: int) -> int:
    place = at - 1
    while place > 0 and tokens[place].word in _ARTICLES:
        place -= 1
    return max(place, 0)


def does_it(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a key is said to do what was told before: `to talk to somebody, 0 will do it`."""
    words = [token.word for token in tokens[end : end + 3]]
    return at > 1 and tokens[at - 1].word == "," and words[:2] in (["will", "do"], ["does", "it"], ["does", "that"])


def works(tokens: Sequence[Token], end: int) -> bool:
    """Whether it is said of a key where it works: `Zero works from anywhere`."""
    words = [token.word for token in tokens[end : end + 2]]
    return len(words) > 1 and words[0] == "works" and words[1] in _ANYWHERE


_ANYWHERE: Final = set_of("from at in on anywhere any everywhere")
