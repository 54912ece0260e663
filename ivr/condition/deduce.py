"""What can be said of conditions for every call at once, by trying the calls that differ for them.

For one variable the calls fall into finitely many sorts: it was never set, it is one of the texts that a condition
names, or some other text; and where a condition compares by value, a number that it names, or one between, below or
above these. (`no` and its like, unless a condition names them, are of one sort with a variable never set.) One call of
each sort stands for all of them, so trying every mixture of sorts decides for all calls. That does not hold where two
variables are compared with each other, unless all values of both are known.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, localcontext

from ivr.condition.expression import ORDER, Condition, Number, Question, Values, as_number

MOST_WORLDS = 10_000

Domains = Mapping[str, tuple[str | None, ...]]
"""The only values that a variable can have; None among them if it may not be set. Empty says nothing."""

_Choices = Mapping[str, tuple[str | None, ...]]


def always(condition: Condition, domains: Domains | None = None) -> bool | None:
    """Say whether a condition is true for every call (True) or false for every call (False).

    None if it is neither, or if that could not be decided within 10,000 tries; never wrong.
    """
    choices = _choices([condition], domains or {})
    answers = {condition.holds(values) for values in _worlds(choices)}
    return answers.pop() if len(answers) == 1 and _all_tried([condition], choices, domains or {}) else None


def exhaustive(conditions: Sequence[Condition], domains: Domains | None = None) -> bool | None:
    """Say whether in every call at least one of the conditions holds; None if that could not be decided."""
    if uncovered(conditions, domains) is not None:
        return False
    return True if _all_tried(conditions, _choices(conditions, domains or {}), domains or {}) else None


def uncovered(conditions: Sequence[Condition], domains: Domains | None = None) -> Values | None:
    """Give the values of a call in which none of the conditions holds; None if none was found."""
    worlds = _worlds(_choices(conditions, domains or {}))
    return next((values for values in worlds if not any(one.holds(values) for one in conditions)), None)


def compatible(conditions: Sequence[Condition], domains: Domains | None = None) -> bool | None:
    """Say whether some call makes all of the conditions true at once; None if that could not be decided."""
    choices = _choices(conditions, domains or {})
    if any(all(one.holds(values) for one in conditions) for values in _worlds(choices)):
        return True
    return False if _all_tried(conditions, choices, domains or {}) else None


def samples(conditions: Sequence[Condition]) -> dict[str, tuple[str | None, ...]]:
    """Give, for every variable that conditions ask about, one value of each sort that they tell apart.

    None stands for a variable that was never set.
    """
    return dict(_choices(conditions, {}))


def _choices(conditions: Sequence[Condition], domains: Domains) -> _Choices:
    """Give, for every variable, the values to try."""
    questions = [question for one in conditions for question in one.comparisons()]
    names = dict.fromkeys(name for one in conditions for name in one.variables())
    return {name: domains.get(name) or _sorts([one for one in questions if one.variable == name]) for name in names}


def _worlds(choices: _Choices) -> Iterator[Values]:
    """Give every mixture of the choices, as far as the bound goes; what is not set is left out."""
    for mixture in itertools.islice(itertools.product(*choices.values()), MOST_WORLDS):
        yield {name: value for name, value in zip(choices, mixture, strict=True) if value is not None}


def _all_tried(conditions: Sequence[Condition], choices: _Choices, domains: Domains) -> bool:
    """Say whether the worlds stand for every call."""
    linked = {name for one in conditions for pair in one.linked() for name in pair}
    return all(domains.get(name) for name in linked) and math.prod(map(len, choices.values())) <= MOST_WORLDS


def _sorts(questions: Sequence[Question]) -> tuple[str | None, ...]:
    """Give one value of each sort that these questions of one variable can tell apart."""
    texts = {item.text for one in questions for item in one.literals if not isinstance(item, Number)}
    found = [None, *sorted(texts), next("~" * n for n in itertools.count(1) if "~" * n not in texts)]
    return (*found, *(_spelled(number, texts) for number in _numbers(_thresholds(questions))))


def _thresholds(questions: Iterable[Question]) -> list[Decimal]:
    """Give the numbers, in order, with which the variable is compared by value."""
    asked = ((one.sign in ORDER, item) for one in questions for item in one.literals)
    numbers = {as_number(item.value({})) for ordered, item in asked if ordered or isinstance(item, Number)}
    return sorted(number for number in numbers if number is not None)


def _numbers(thresholds: Sequence[Decimal]) -> Iterator[Decimal]:
    """Give a number below all thresholds, each threshold, and one shortly above each, short of the next."""
    if not thresholds:
        return
    places = max(-int(number.as_tuple().exponent) for number in thresholds)
    with localcontext() as context:
        context.prec = 2 * max(len(f"{number:f}") for number in thresholds) + 2  # so that no sum is rounded
        step = Decimal(1).scaleb(-places - 1)
        found = [thresholds[0] - 1, *thresholds, *(number + step for number in thresholds)]
    yield from found


def _spelled(number: Decimal, texts: set[str]) -> str:
    """Write a number as none of the texts writes it, with zeros in front if need be."""
    digits = f"{number:f}"
    while digits in texts:
        digits = f"-0{digits[1:]}" if digits.startswith("-") else f"0{digits}"
    return digits
