"""The sorts of values that conditions tell apart: of those of one sort, one stands for all."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from ivr.condition.expression import Comparison, Membership, Truth, Variable

if TYPE_CHECKING:
    from ivr.condition import Condition
    from ivr.condition.expression import Atom, Question


class Sorts:
    """What conditions ask of each variable by itself; values of one `linked` with another are all told apart."""

    def __init__(self, conditions: Iterable[Condition], linked: Collection[str]) -> None:
        """Find the questions of each variable."""
        self._asked: dict[str, dict[Atom, None]] = {}
        self._first: dict[tuple[str, tuple[bool, ...]], str] = {}
        for question in (question for one in conditions for question in one.comparisons()):
            if question.variable not in linked:
                self._asked.setdefault(question.variable, {})[_atom(question)] = None

    def _sort(self, name: str, value: str | None) -> tuple[bool, ...]:
        values = {} if value is None else {name: value}
        return tuple(atom.holds(values) for atom in self._asked[name])

    def first(self, name: str, value: str) -> str:
        """Give the first value of the same sort that was asked for."""
        return self._first.setdefault((name, self._sort(name, value)), value) if name in self._asked else value

    def one_of_each(self, name: str, values: tuple[str | None, ...]) -> tuple[str | None, ...]:
        """Give the first of some values of each sort, in their order."""
        if name not in self._asked:
            return values
        found: dict[tuple[bool, ...], str | None] = {}
        for value in values:
            found.setdefault(self._sort(name, value), value)
        return tuple(found.values())


def _atom(question: Question) -> Atom:
    variable = Variable(question.variable)
    if question.sign == "set":
        return Truth(variable)
    if question.sign in {"in", "not in"}:
        return Membership(variable, question.literals)
    return Comparison(variable, question.sign, question.literals[0])
