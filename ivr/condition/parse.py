"""Reading a condition: text in, a value or one error with its place out; nothing of it is ever run as Python."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from ivr.condition.expression import (
    MIRRORED,
    ORDER,
    Comparison,
    Condition,
    Expression,
    Joined,
    Literal,
    Membership,
    Not,
    Number,
    Operand,
    Text,
    Truth,
    Variable,
    as_number,
)

LONGEST = 2000
DEEPEST = 50

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>-?[0-9]+(?:\.[0-9]+)?(?![\w.]))|(?P<text>"[^"]*"|'[^']*')|(?P<name>[^\W\d]\w*(?:-\w+)*)"""
    r"""|(?P<sign>==(?!=)|!=(?!=)|<=(?!>)|>=|<(?!>)|>|[()\[\],])|(?P<end>\Z)|(?P<wrong>\d[\w.]*|&&?|\|\|?|=[=<>]*|<>|!=*|.))""",
    re.DOTALL,
)
_INSTEAD = {
    "=": "write '==' to compare", "===": "write '==' to compare", "=>": "write '>='", "=<": "write '<='",
    "<>": "write '!='", "!==": "write '!='", "!": "write 'not'", "&&": "write 'and'", "&": "write 'and'",
    "||": "write 'or'", "|": "write 'or'", "{": "write the variable without braces", "}": "leave it out",
    "'": "close the quote that begins here", '"': "close the quote that begins here",
}  # fmt: skip
_WORDED = {"is": "==", "equals": "==", "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">="}


class ConditionError(ValueError):
    """A condition that cannot be understood: one sentence, and `offset`, where in the text (0 is its beginning)."""

    def __init__(self, offset: int, part: str, wrong: str, right: str) -> None:
        """Name the part, say what is wrong with it, and offer what would be right."""
        super().__init__(f"'{part[:60]}' {wrong}; {right}")
        self.offset = offset


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int


def _tokens(text: str) -> Iterator[_Token]:
    """Cut a condition into words, signs, numbers and quoted texts; the last one is the end."""
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "end"
        token = _Token(kind, match[kind], match.start(kind))
        if kind == "wrong":
            raise _not_understood(token)
        word = token.text.lower()
        yield token._replace(kind="word", text=word) if kind == "name" and word in {"and", "or", "not", "in"} else token


def _not_understood(token: _Token) -> ConditionError:
    """Say what to write instead of a sign that has no meaning here."""
    right = _INSTEAD.get(token.text, "write variables, numbers and quoted text, joined by 'and', 'or', 'not'")
    if token.text in "\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb":
        right = "write straight quotes"
    elif token.text[0].isdecimal():
        right = "write a number in the digits 0 to 9, and begin a name with a letter"
    return ConditionError(token.offset, token.text, "has no meaning in a condition", right)


class _Parser:
    """Reads tokens one after another; every method reads one rule of the grammar, the loosest first."""

    def __init__(self, text: str) -> None:
        self.tokens = list(_tokens(text))
        self.at = 0
        self.depth = 0

    def take(self, *texts: str) -> _Token | None:
        """Read the next token if it is one of these words or signs."""
        token = self.tokens[self.at]
        if token.kind not in {"word", "sign"} or token.text not in texts:
            return None
        self.at += 1
        return token

    def expect(self, sign: str) -> None:
        """Read a sign that must come now."""
        if not self.take(sign):
            right = f"write '{sign}' here"
            raise self.unexpected(right)

    def unexpected(self, right: str) -> ConditionError:
        """Say that the next token cannot stand where it stands."""
        _, text, offset = self.tokens[self.at]
        if text in _WORDED:
            negated = text == "is" and self.tokens[self.at + 1].text == "not"
            right = "write '!='" if negated else f"write '{_WORDED[text]}'"
        if not text:
            return ConditionError(offset, "when", "ends too early", right)
        return ConditionError(offset, text, "cannot stand here", right)

    def joined(self, word: str = "or") -> Expression:
        """Read what `or` joins, each of it what `and` joins."""
        parts = [self.joined("and") if word == "or" else self.negation()]
        while self.take(word):
            parts.append(self.joined("and") if word == "or" else self.negation())
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def negation(self) -> Expression:
        """Read any `not`, then a bracket or a question."""
        opening = self.take("not", "(")
        if not opening:
            return self.question()
        self.depth += 1
        if self.depth > DEEPEST:
            raise ConditionError(opening.offset, opening.text, "is nested too deeply", f"stay within {DEEPEST}")
        inner = Not(self.negation()) if opening.text == "not" else self.joined()
        if opening.text == "(":
            self.expect(")")
        self.depth -= 1
        return inner

    def question(self) -> Expression:
        """Read a comparison, an `in`, or a variable on its own."""
        left, start = self.operand(), self.tokens[self.at - 1]
        if sign := self.take(*MIRRORED):
            return self.compared(Comparison(left, sign.text, self.operand()), sign)
        negated = self.take("not") is not None
        if negated or self.tokens[self.at][:2] == ("word", "in"):
            self.expect("in")
            return Membership(left, self.items(), negated)
        if isinstance(left, Variable):
            return Truth(left)
        raise ConditionError(start.offset, start.text, "on its own is no question", "compare it with a variable")

    def compared(self, comparison: Comparison, sign: _Token) -> Comparison:
        """Refuse what reads well and never holds: a chain, and less or more than a text."""
        if self.tokens[self.at].text in MIRRORED:
            right = f"write '{comparison} and {comparison.right} {self.tokens[self.at].text} ...'"
            raise self.unexpected(right)
        for side in (comparison.left, comparison.right):
            if sign.text in ORDER and isinstance(side, Text) and as_number(side.text) is None:
                raise ConditionError(sign.offset, sign.text, f"compares numbers, and {side} is none", "write '=='")
        return comparison

    def items(self) -> tuple[Literal, ...]:
        """Read the list behind `in`."""
        self.expect("[")
        items: list[Literal] = []
        while not items or self.take(","):
            token = self.tokens[self.at]
            item = self.operand()
            if isinstance(item, Variable):
                raise ConditionError(token.offset, token.text, "is not quoted", f"write '\"{token.text}\"' in a list")
            items.append(item)
        self.expect("]")
        return tuple(items)

    def operand(self) -> Operand:
        """Read a variable, a number or a quoted text."""
        kind, text, offset = self.tokens[self.at]
        if kind not in {"name", "number", "text"}:
            right = "write a variable, a number or quoted text here"
            raise self.unexpected(right)
        if text.lower() in {"yes", "no", "true", "false"}:
            raise ConditionError(offset, text, "would be a variable", f"write it in quotes, '\"{text}\"'")
        self.at += 1
        if kind == "name":
            return Variable(text)
        return Number(Decimal(text)) if kind == "number" else Text(text[1:-1])


def parse_condition(text: str) -> Condition:
    """Read a condition; raises ConditionError."""
    if len(text) > LONGEST:
        raise ConditionError(LONGEST, text, "is too long for a condition", f"stay within {LONGEST} characters")
    parser = _Parser(text)
    expression = parser.joined()
    if parser.tokens[parser.at].kind != "end":
        right = "write 'and' or 'or' between two questions"
        raise parser.unexpected(right)
    return Condition(text, expression)
