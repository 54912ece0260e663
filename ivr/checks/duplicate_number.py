"""DA009: one number is given to two lines."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.phone_number import same_number
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.tree import Mapping


@check("DA009", "duplicate-number", Severity.ERROR)
def duplicate_number(flow: Flow) -> Iterator[Fault]:
    """One number is given to two lines, also in two spellings: its callers can only come to one of the beginnings.

    Bad:
        lines:
          1-800-555-0100: main
          +1 (800) 555-0100: desk
        nodes:
          main: {say: Thank you for calling., next: desk}

    Good:
        lines:
          1-800-555-0100: main
          +1 (800) 555-0199: desk
        nodes:
          main: {say: Thank you for calling., next: desk}

    Source: a number rings in one place; this project takes it for granted.
    """
    lines = flow.tree.get("lines", "")
    if not isinstance(lines, Mapping):
        return
    for again in lines.duplicates:
        message = f"the number '{again.key}' is given to two lines, and callers only come to the first"
        yield Fault(again.place, message, "Leave one of the two out.", ((again.first, "the one that counts"),))
    seen: dict[tuple[str, str], str] = {}
    for number in lines:
        first = seen.setdefault(same_number(number), number)
        if first != number:
            message = f"'{number}' is the same number as '{first}', and callers can only come to one of the two lines"
            related = ((flow.place("lines", first, key=True), "the same number"),)
            yield Fault(flow.place("lines", number, key=True), message, "Leave one of the two out.", related)
