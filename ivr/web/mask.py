"""Masking telephone numbers: a page may go to people who must not dial what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ivr.nodes.transfer import Transfer

if TYPE_CHECKING:
    from ivr.flow import Flow

DOT = "•"
_SHOWN = 2
"""Digits that stay at the end, so that people who know a number know it again."""
_FEWEST = 7
_LOOSE = re.compile(r"(?<![\w.:/])\+?\(?\d[\d(). /-]{5,}\d(?![\w:])")
_NO_NUMBER = re.compile(r"\d{4}-\d{2}-\d{2}|\d{5}-\d{4}$|\d+(\.\d+)?$")
"""Dates, postal codes, and digits in a row: what callers type."""
_TEXT = re.compile(r"(?<=>)[^<>]+(?=<)")


class Mask:
    """Masks the numbers of one flow, each number alike wherever it stands."""

    def __init__(self, flow: Flow) -> None:
        """Learn the numbers that the flow dials and is dialled by; others are known by their looks."""
        self._masked: dict[str, str] = {}
        self._known = sorted(
            {number for number in _numbers(flow) if _is_long(number)}, key=lambda one: (-len(one), one)
        )
        for number in self._known:
            self._mask(number)

    def of(self, value: Any) -> Any:  # noqa: ANN401 -- JSON has no type of its own
        """Mask all texts in lists and maps, names of entries too."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, dict):
            return {self.text(name): self.of(one) for name, one in value.items()}
        return [self.of(one) for one in value] if isinstance(value, list | tuple) else value

    def svg(self, svg: str) -> str:
        """Mask the words of a drawing, and leave its shapes alone."""
        return _TEXT.sub(lambda found: self.text(found[0]), svg)

    def text(self, text: str) -> str:
        """Mask the numbers in a text."""
        for number in self._known:
            if number in text:
                text = text.replace(number, self._masked[number])
        return _LOOSE.sub(lambda found: self._mask(found[0]) if _is_number(found[0]) else found[0], text)

    def _mask(self, number: str) -> str:
        """Mask a number; two that would look the same are told apart by a letter."""
        if number not in self._masked:
            hidden = sum(sign.isdigit() for sign in number) - _SHOWN
            first = next((at for at, sign in enumerate(number) if sign.isdigit()), 0)
            looks = ""
            for at, sign in enumerate(number):
                hide = sign.isdigit() and hidden > 0 and (at > first or not number.startswith(("1-", "+")))
                hidden -= sign.isdigit()
                looks += DOT if hide else sign
            taken = set(self._masked.values())
            letters = (
                "",
                *(f" {letter}" for letter in "abcdefghijklmnopqrstuvwxyz"),
                *(f" {at}" for at in range(1000)),
            )
            self._masked[number] = next(looks + letter for letter in letters if looks + letter not in taken)
        return self._masked[number]


def _numbers(flow: Flow) -> Iterable[str]:
    """Give every number by which people dial, or are dialled: of a line only what comes before its first blank."""
    yield from (line.split(" ")[0] for line in flow.lines)
    yield from (contact.number for contact in flow.contacts.values())
    yield from (node.transfer for node in flow.nodes.values() if isinstance(node, Transfer))


def _is_long(number: str) -> bool:
    return sum(sign.isdigit() for sign in number) >= _FEWEST and not any(sign.isalpha() for sign in number)


def _is_number(text: str) -> bool:
    return _is_long(text) and not _NO_NUMBER.match(text)
