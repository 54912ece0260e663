"""Cases of a branch that hold for the same calls, so that their order decides: where that is no ordinary order."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from ivr.condition import Condition, Domains, samples

_MOST_ANSWERS: Final = 50_000
"""Questions that are tried for one branch; of a branch that would take more, nothing is said."""


class Overlap(NamedTuple):
    """An earlier and a later case, by number from 0, and the variables of a call for which both hold.

    `hidden` says that the later one is never reached: for every call that it holds for, some earlier one holds, too.
    """

    earlier: int
    later: int
    values: Mapping[str, str]
    hidden: bool


def overlaps_in_order(conditions: Sequence[Condition], known: Domains) -> Iterator[Overlap]:
    """Give the later cases whose calls an earlier one takes, though neither is a special case of the other.

    Two cases count if they ask about the same variables, both hold for some call, and each holds for a call that the
    other does not hold for; or if the later one is never reached. `known` are the only values that variables can have.
    """
    tried = _tried(conditions, known)
    holding = [frozenset(number for number, one in enumerate(conditions) if one.holds(call)) for call in tried]
    about = [frozenset(one.variables()) for one in conditions]
    for later in range(1, len(conditions)):
        meeting = [(min(held), number) for number, held in enumerate(holding) if later in held]
        taken = {first: number for first, number in reversed(meeting) if first != later}
        hidden = bool(taken) and all(first != later for first, _ in meeting)
        for earlier in sorted(taken):
            partly = about[earlier] == about[later] and _each_alone(holding, earlier, later)
            if hidden or partly:
                yield Overlap(earlier, later, tried[taken[earlier]], hidden)
                break


def _each_alone(holding: Sequence[frozenset[int]], one: int, other: int) -> bool:
    return any(one in held and other not in held for held in holding) and any(
        other in held and one not in held for held in holding
    )


def _tried(conditions: Sequence[Condition], known: Domains) -> list[Mapping[str, str]]:
    """Give one call of each sort that the conditions tell apart, by its variables; none where that cannot be done."""
    if any(one.linked() for one in conditions):
        return []
    choices = {name: known.get(name) or several for name, several in samples(conditions).items()}
    if math.prod(map(len, choices.values())) * len(conditions) > _MOST_ANSWERS:
        return []
    mixtures = itertools.product(*choices.values())
    return [{name: value for name, value in zip(choices, one, strict=True) if value is not None} for one in mixtures]
