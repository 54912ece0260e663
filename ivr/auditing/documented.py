"""What the documents of an audit tell, and where they stand in the flow: numbers and lines brought together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import phonenumbers

from ivr.prose.block import Document
from ivr.prose.contradiction import Spot, TimedHours
from ivr.prose.extracted import Extracted
from ivr.prose.scopes import DAY
from ivr.source import Place

if TYPE_CHECKING:
    from ivr.flow import Flow


class Documented(NamedTuple):
    """The documents, what was read out of them, their texts by name, and the country of their numbers."""

    documents: tuple[Document, ...]
    found: Extracted
    texts: Mapping[str, str]
    region: str = "US"

    def line(self, spot: Spot) -> str:
        """Give the text of a line of a document."""
        lines = _split(self.texts.get(spot.document, ""))
        return lines[spot.line - 1] if 0 < spot.line <= len(lines) else ""

    def hours_of_keys(self) -> Iterator[tuple[TimedHours, str, tuple[str, ...]]]:
        """Give hours that are told of keys, with the number and the keys; not of a season, or where nights differ."""
        nightly = {one.number for one in self.found.options if one.time not in {"", DAY}}
        for hours in self.found.hours:
            if hours.time.startswith("key "):
                yield from ((hours, number, way) for number, way in hours.keys if number not in nightly)

    def place(self, spot: Spot) -> Place:
        """Give a line of a document as a place."""
        text = self.line(spot)
        start = len(text) - len(text.lstrip()) + 1
        return Place(spot.document, spot.line, start, spot.line, max(len(text.rstrip()) + 1, start + 1))


@lru_cache(maxsize=16)
def _split(text: str) -> tuple[str, ...]:
    return tuple(text.splitlines())


@lru_cache(maxsize=4096)
def e164_of(number: str, region: str) -> str:
    """Give a number of a flow in E.164; as it is where it cannot be understood."""
    try:
        return phonenumbers.format_number(
            phonenumbers.parse(number.split("option", maxsplit=1)[0], region), phonenumbers.PhoneNumberFormat.E164
        )
    except phonenumbers.NumberParseException:
        return number


def lines_of(flow: Flow, documented: Documented) -> dict[str, str]:
    """Give the line of each number: the number in E.164, and the line's name in the flow."""
    memo = f"lines in {documented.region}"
    if memo not in flow.memo:
        lines: dict[str, str] = {}
        for name, line in flow.lines.items():
            if not line.press:
                lines.setdefault(e164_of(name, documented.region), name)
        flow.memo[memo] = lines
    known: dict[str, str] = flow.memo[memo]
    return known


def line_for(flow: Flow, documented: Documented, number: str) -> str:
    """Give the line that a document's number is; where it names none, the only line, or the first."""
    lines = lines_of(flow, documented)
    return lines.get(number, "") if number else next(iter(lines.values()), "")
