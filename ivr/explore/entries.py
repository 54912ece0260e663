"""Entries that callers may make where digits are asked for: one of each sort that a flow tells apart."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

from ivr.condition import as_number
from ivr.nodes.ask import Ask

LONGEST = 20
"""Digits of an entry where an ask does not say how many."""
_MOST_AWAY = 9000
"""How far from a number an entry is looked for that passes a check: more than from New Year's Eve to the day behind."""


def taken(ask: Ask) -> Iterator[str]:
    """Give some entries that the ask takes, the shortest first."""
    least, most = ask.digits or (1, LONGEST)
    return (entry for entry in _candidates(ask, least, most) if _is_taken(ask, entry, least, most))


def entries(ask: Ask, wanted: Iterable[str | None] | None) -> Iterator[str]:
    """Give entries that the ask takes: one of each sort of the `wanted` values, or one where its value decides nothing.

    Beside a value that is a number stand the nearest entries below and above it that pass the ask's check.
    """
    if wanted is None:
        yield from itertools.islice(taken(ask), 1)
        return
    named = [value for value in wanted if value is not None]
    exact = dict.fromkeys(near for value in named for near in _near(ask, value))
    yield from exact
    others = [entry for entry in taken(ask) if entry not in exact]
    yield from others if ask.check is not None and ask.check.kind == "one-of" else others[:1]


def _near(ask: Ask, value: str) -> Iterator[str]:
    """Give a value as an entry: as it is, and as the nearest numbers with zeros before them that the ask takes."""
    least, most = ask.digits or (1, LONGEST)
    if _is_taken(ask, value, least, most):
        yield value
    number = as_number(value)
    if number is None or number < 0:
        return
    whole = int(number) + (number % 1 > 0)
    away = range(_MOST_AWAY if ask.check is not None else 1)
    above = itertools.takewhile(lambda one: one < 10**most, (whole + step for step in away))
    for several in (above, (whole - step for step in away if step <= whole)):
        padded = (str(one).zfill(least) for one in several)
        yield from itertools.islice((entry for entry in padded if _is_taken(ask, entry, least, most)), 1)


def _is_taken(ask: Ask, entry: str, least: int, most: int) -> bool:
    fits = entry.isdigit() and least <= len(entry) <= most and not set(entry) & set(ask.end)
    return fits and (ask.check is None or ask.check.passes(entry))


def _candidates(ask: Ask, least: int, most: int) -> Iterator[str]:
    """Give entries to try: such as the check lets pass, each length, different digits."""
    if ask.check is not None and ask.check.kind == "one-of":
        yield from ask.check.entries
    if ask.check is not None and ask.check.kind == "date":
        for year, month, day in (("1970", "05", "17"), ("1985", "11", "23")):
            form = ask.check.form.replace("YYYY", year).replace("YY", year[2:])
            yield form.replace("MM", month).replace("DD", day)
    for length in dict.fromkeys((least, min(most, least + 1), most)):
        for digit in "1234567890":
            yield digit * length
        if length > 1:
            yield from ("4" * (length - 1) + digit for digit in "0123456789")
