"""Keys of a sentence that stand together: in a row, one after another, or from one to another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ivr.prose.keys import BARE, CHAINED, JOINS, OPTION, Hit
from ivr.prose.tokens import Token
from ivr.prose.verbs_behind import verbal
from ivr.prose.words import ARROWS, FOLLOWED, LEADS, LINKS_LEFT, OPTIONS, ORS, STRONG, THENS, TO_RANGE, set_of

_ONE_AFTER_ANOTHER: Final = (
    THENS
    | ARROWS
    | FOLLOWED
    | set_of(
        """prompt menu asked prompted pidan announcement tone beep zweiten nachsten deuxieme suivant
        segundo siguiente"""
    )
)
"""What stands between keys that are pressed one after another."""
_TIMES: Final = {"twice": 2, "zweimal": 2}
_MOST_BETWEEN: Final = 8
"""Words between two keys of one row."""


class Group(NamedTuple):
    """Keys that stand together: each with those pressed before it."""

    keys: tuple[tuple[tuple[str, ...], str], ...]
    first: Hit
    last: Hit


_ENTERED: Final = set_of(
    """enter entering entered type typing digits digit pin code introduzca ingrese marque teclee saisissez entrez
    geben eingeben eingabe entry entries keying number numero nummer documento cedula
    identidad clave"""
)


_ENDING: Final = set_of(
    "followed ending end confirm confirmed finish abschliessen bestatigen seguido seguida suivi gefolgt"
)


def ends_an_entry(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a sign only ends what a caller keys in: `your PIN, followed by the pound key`."""
    if hit.key not in {"*", "#"}:
        return False
    before = [token.word for token in tokens[max(hit.start - 6, 0) : hit.at]]
    return not _ENDING.isdisjoint(before) and not _ENTERED.isdisjoint(token.word for token in tokens[: hit.start])


def grouped(tokens: Sequence[Token], hits: Sequence[Hit]) -> list[Group]:
    """Put keys that stand together into groups."""
    groups: list[list[Hit]] = []
    for hit in hits:
        joined = groups and _joins(tokens, groups[-1][-1], hit)
        if joined:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    return [_group(tokens, one) for one in groups]


def _joins(tokens: Sequence[Token], before: Hit, hit: Hit) -> bool:
    """Whether two keys stand in one row: nothing but joining words between them."""
    between = [token.word for token in tokens[before.end : hit.start]]
    if before.how == OPTION and hit.how == OPTION and before.start and tokens[before.start - 1].word in {"is", "on"}:
        return False  # "the pharmacy is option 2, and option 3 is the photo lab"
    if (
        before.how == BARE
        and before.at
        and tokens[before.at - 1].word in (_AT | {"is"} if "," in between else _AT)
        and hit.end < len(tokens)
    ):
        leads_on = tokens[hit.end].word in LEADS or verbal(tokens, hit.end)
        if leads_on:
            return False  # "roads are read out under 5, and 6 repeats", "the shop is 3, and 4 tells you when"
    says = hit.verb in OPTIONS and hit.end < len(tokens) and tokens[hit.end].word in _LEADING_ON
    if says and "," in between and not set(between) & (_THEN_OR_ARROW):
        return False  # "for claims press 2, and option 3 is billing"
    return (
        len(between) <= _MOST_BETWEEN and all(word in JOINS for word in between) and bool(between or hit.how == CHAINED)
    )


_LEADING_ON: Final = LEADS | {"vous"}
_THEN_OR_ARROW: Final = THENS | ARROWS


_AT: Final = frozenset(("under", "on", "with", "by"))
"""What stands before the key of something that was named before."""


def _group(tokens: Sequence[Token], hits: list[Hit]) -> Group:  # noqa: PLR0911 -- one for each way keys stand together
    first, last = hits[0], hits[-1]
    keys = [hit.key for hit in hits]
    between = [[token.word for token in tokens[one.end : two.start]] for one, two in pairwise(hits)]
    if last.end <= len(tokens):
        behind = [token.word for token in tokens[last.at + 1 : last.end + 3]]
        repeated = next((_TIMES[word] for word in behind[:2] if word in _TIMES), 0) or (
            {"two": 2, "three": 3, "2": 2, "3": 3}.get(behind[0], 0) if behind[1:2] == ["times"] else 0
        )
        repeated = repeated or (2 if _is_twice(tokens, first) else 0)
        if repeated and len(hits) == 1:
            return Group(((tuple(keys * (repeated - 1)), keys[0]),), first, last)
    if len(hits) == 1:
        return Group((((), keys[0]),), first, last)
    words = {word for some in between for word in some}
    if words & _ONE_AFTER_ANOTHER:
        return Group(((tuple(keys[:-1]), keys[-1]),), first, last)
    if not first.chain and (ranged := _range(keys, between)):
        return Group(tuple(((), key) for key in ranged), first, last)
    if (
        words == {"to"} and first.start and tokens[first.start - 1].word in {"from", "to"}
    ):  # "moved from key 4 to key 2"
        return Group((((), keys[-1]),), first, last)
    requested = any(hit.verb for hit in hits[1:])
    if (
        words == {","}
        and not _ends_on_aim(tokens, first, last)
        and all(one.isdecimal() and other.isdecimal() and int(other) == int(one) + 1 for one, other in pairwise(keys))
    ):
        return Group(tuple(((), key) for key in keys), first, last)  # "the keys 1, 2, 3"
    if words & (_EITHER) or (words & ORS and not requested):
        return Group(tuple(((), key) for key in keys), first, last)
    return Group(((tuple(keys[:-1]), keys[-1]),), first, last)


_EITHER: Final = ORS - {"and", "y", "et", "und"}


def _ends_on_aim(tokens: Sequence[Token], first: Hit, last: Hit) -> bool:
    """Whether a sentence says what for, and ends in keys: they are pressed in turn: `To reschedule, press 1, 2`."""
    over = last.end >= len(tokens) or tokens[last.end].word in {".", ")"}
    return over and first.verb in STRONG and tokens[0].word in LINKS_LEFT


def _is_twice(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a key is to be pressed twice: `zweimal die 2`, `deux fois le 2`, `dos veces el 2`."""
    before = [token.word for token in tokens[max(hit.at - 4, 0) : hit.at]]
    return "zweimal" in before or any(pair in (("deux", "fois"), ("dos", "veces")) for pair in pairwise(before))


def _range(keys: list[str], between: list[list[str]]) -> list[str]:
    """Give the keys of `1 to 4`, or nothing where it is no range."""
    if len(between) != 1 or len(between[0]) != 1 or between[0][0] not in TO_RANGE:
        return []
    if not (keys[0].isdecimal() and keys[1].isdecimal()) or int(keys[0]) >= int(keys[1]) or len(keys[1]) > 1:
        return []
    return [str(key) for key in range(int(keys[0]), int(keys[1]) + 1)]
