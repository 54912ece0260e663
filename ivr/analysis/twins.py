"""Names that are one slip of the pen apart, of which one is used and the other is not: most likely one thing."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

from ivr.analysis.likeness import differing_words, one_slip_apart
from ivr.analysis.variables import never_set, settings, uses
from ivr.flow import Flow

SHORTEST: Final = 5
"""How many letters a word must have for a slip in it to be told from another word."""
MEANT: Final = 0.7
"""How like the name of a variable must be to be taken for the one that was meant, from 0 to 1."""
MOST_COMPARED: Final = 25
"""How many variables that are never set are compared with those that are: every one with every other takes long."""


def mistaken_variables(flow: Flow, letters: int = SHORTEST) -> tuple[tuple[str, str], ...]:
    """Give each variable that is set and never used, with one that is used and nearly of its name."""
    key = ("mistaken variables", letters)
    if key not in flow.memo:
        known, used = settings(flow), uses(flow)
        unused = (name for name in known if name not in used)
        flow.memo[key] = tuple(twins(unused, (name for name in known if name in used), letters))
    found: tuple[tuple[str, str], ...] = flow.memo[key]
    return found


def meant_variables(flow: Flow) -> Mapping[str, str]:
    """Give, for each variable that is used and never set, the one that is set and was most likely meant, if any."""
    if "meant variables" not in flow.memo:
        known = settings(flow)
        names = islice(never_set(flow), MOST_COMPARED)
        near = {name: difflib.get_close_matches(name, known, 1, MEANT) for name in names}
        flow.memo["meant variables"] = {name: found[0] for name, found in near.items() if found}
    meant: Mapping[str, str] = flow.memo["meant variables"]
    return meant


def twins(unused: Iterable[str], used: Iterable[str], letters: int = SHORTEST) -> Iterator[tuple[str, str]]:
    """Give each unused name with a used one that it was most likely meant to be; for each the first in the alphabet."""
    given = set()
    for name, other in one_slip_apart(unused, used):
        if name not in given and _is_a_slip(name, other, letters):
            given.add(name)
            yield name, other


def _is_a_slip(name: str, other: str, letters: int) -> bool:
    """Whether two names that are one edit apart differ by a slip: not by a number, a letter of a series, or an s."""
    words = differing_words(name.casefold(), other.casefold()) or (name.casefold(), other.casefold())
    shorter, longer = sorted(words, key=len)
    if len(shorter) < letters or any(sign.isdigit() for sign in shorter + longer):
        return False
    return shorter[:-1] != longer[:-1] and not longer.startswith(shorter)
