"""What a condition is: the questions it asks of the variables of a call, and whether they hold for one call.

A value is the text that the caller entered or that something outside answered; a variable never set has none. Three
rules decide every comparison:

* `==` and `in` with a number compare by value (`"0123" == 123`), with quoted text or another variable letter by letter.
* `<`, `<=`, `>`, `>=` compare numbers by value, and are false where either side is no number.
* A variable never set equals nothing, so that `!=` and `not in` hold for it, and everything else does not.

A number is written in the digits 0 to 9 with an optional minus sign and decimal point. A variable on its own is true
when it is set and not empty, `no` or `false` (in any case).
"""

from __future__ import annotations

import operator
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

FALSE_WORDS = ("", "no", "false")
ORDER = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}

Values = Mapping[str, str]

_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def as_number(text: str | None) -> Decimal | None:
    """Give the number that a text writes in plain digits; None for any other text."""
    return Decimal(text) if text is not None and _NUMBER.fullmatch(text) else None


@dataclass(frozen=True, slots=True)
class Variable:
    """A bare word: what the call holds under that name."""

    name: str

    def value(self, values: Values) -> str | None:
        """Give the text that the call holds; None if it was never set."""
        return values.get(self.name)

    def __str__(self) -> str:
        """Give it as it is written."""
        return self.name


@dataclass(frozen=True, slots=True)
class Text:
    """Quoted text."""

    text: str

    def value(self, _values: Values) -> str:
        """Give the text without its quotes."""
        return self.text

    def __str__(self) -> str:
        """Give it in double quotes, or in single ones if it holds a double one."""
        return f"'{self.text}'" if '"' in self.text else f'"{self.text}"'


@dataclass(frozen=True, slots=True)
class Number:
    """A number without quotes."""

    number: Decimal

    def value(self, _values: Values) -> str:
        """Give its digits."""
        return str(self)

    def __str__(self) -> str:
        """Give it as it is written, never with an exponent."""
        return f"{self.number:f}"


Literal = Text | Number
Operand = Variable | Text | Number


def _equal(left: Operand, right: Operand, values: Values) -> bool:
    """Compare by value if either is written as a number, else letter by letter; what is not set equals nothing."""
    one, other = left.value(values), right.value(values)
    if isinstance(left, Number) or isinstance(right, Number):
        return as_number(one) == as_number(other)
    return one is not None and one == other


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two operands and the sign between them: `==`, `!=`, `<`, `<=`, `>` or `>=`."""

    left: Operand
    sign: str
    right: Operand

    def holds(self, values: Values) -> bool:
        """Say whether it is true for a call that holds these values."""
        if self.sign not in ORDER:
            return _equal(self.left, self.right, values) == (self.sign == "==")
        left, right = as_number(self.left.value(values)), as_number(self.right.value(values))
        return left is not None and right is not None and bool(ORDER[self.sign](left, right))

    def __str__(self) -> str:
        """Give its normal form."""
        return f"{self.left} {self.sign} {self.right}"


@dataclass(frozen=True, slots=True)
class Membership:
    """`in` or `not in` a list of texts and numbers."""

    left: Operand
    items: tuple[Literal, ...]
    negated: bool = False

    def holds(self, values: Values) -> bool:
        """Say whether it is true for a call that holds these values."""
        return any(_equal(self.left, item, values) for item in self.items) != self.negated

    def __str__(self) -> str:
        """Give its normal form."""
        return f"{self.left} {'not ' * self.negated}in [{', '.join(map(str, self.items))}]"


@dataclass(frozen=True, slots=True)
class Truth:
    """A variable on its own: set, and not empty, `no` or `false`."""

    variable: Variable

    def holds(self, values: Values) -> bool:
        """Say whether it is true for a call that holds these values."""
        value = self.variable.value(values)
        return value is not None and value.lower() not in FALSE_WORDS

    def __str__(self) -> str:
        """Give its normal form."""
        return str(self.variable)


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of another expression."""

    part: Expression

    def holds(self, values: Values) -> bool:
        """Say whether it is true for a call that holds these values."""
        return not self.part.holds(values)

    def __str__(self) -> str:
        """Give its normal form."""
        return f"not ({self.part})" if isinstance(self.part, Joined) else f"not {self.part}"


@dataclass(frozen=True, slots=True)
class Joined:
    """Two or more expressions joined by one word, `and` or `or`."""

    word: str
    parts: tuple[Expression, ...]

    def holds(self, values: Values) -> bool:
        """Say whether it is true for a call that holds these values."""
        return (all if self.word == "and" else any)(part.holds(values) for part in self.parts)

    def __str__(self) -> str:
        """Give its normal form; what is joined within is put in brackets."""
        return f" {self.word} ".join(f"({part})" if isinstance(part, Joined) else str(part) for part in self.parts)


Atom = Comparison | Membership | Truth
Expression = Atom | Not | Joined


class Question(NamedTuple):
    """One thing that a condition asks of one variable, for checks that compare branches.

    `sign` is a comparison's, with the variable on its left, or `in`, `not in`, or `set` (a variable on its own).
    """

    variable: str
    sign: str
    literals: tuple[Literal, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition as it was written, and what it means; two are equal if they mean the same in the same order."""

    text: str = field(compare=False)
    expression: Expression

    def holds(self, values: Values) -> bool:
        """Say whether it is true for a call that holds these values (texts, numbers too)."""
        return self.expression.holds(values)

    def variables(self) -> tuple[str, ...]:
        """Give the names of the variables it asks about, in the order of their first use."""
        found = (one for atom in atoms(self.expression) for one in operands(atom) if isinstance(one, Variable))
        return tuple(dict.fromkeys(one.name for one in found))

    def comparisons(self) -> tuple[Question, ...]:
        """Give what it asks of single variables, in order; a comparison of two variables or two literals is no such."""
        return tuple(question for atom in atoms(self.expression) if (question := _question(atom)))

    def linked(self) -> tuple[tuple[str, str], ...]:
        """Give the pairs of variables that it compares with each other."""
        pairs = (operands(atom) for atom in atoms(self.expression) if isinstance(atom, Comparison))
        return tuple(
            (left.name, right.name)
            for left, right in pairs
            if isinstance(left, Variable) and isinstance(right, Variable)
        )

    def __str__(self) -> str:
        """Give the normal form, which parses to an equal condition."""
        return str(self.expression)


def atoms(expression: Expression) -> Iterator[Atom]:
    """Give the single questions of an expression, in order."""
    if isinstance(expression, Joined):
        for part in expression.parts:
            yield from atoms(part)
    elif isinstance(expression, Not):
        yield from atoms(expression.part)
    else:
        yield expression


def operands(atom: Atom) -> tuple[Operand, ...]:
    """Give everything that a question compares."""
    if isinstance(atom, Truth):
        return (atom.variable,)
    return (atom.left, *(atom.items if isinstance(atom, Membership) else (atom.right,)))


def _question(atom: Atom) -> Question | None:
    """Put the variable of a question on its left; None if it is not about one variable and literals."""
    match atom:
        case Truth(Variable(name)):
            return Question(name, "set", ())
        case Membership(Variable(name), items, negated):
            return Question(name, "not in" if negated else "in", items)
        case Comparison(Variable(name), sign, (Text() | Number()) as literal):
            return Question(name, sign, (literal,))
        case Comparison((Text() | Number()) as literal, sign, Variable(name)):
            return Question(name, MIRRORED[sign], (literal,))
    return None
