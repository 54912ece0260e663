"""DC017: a number of the documents is no line of the flow, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.auditing.documented import Documented, e164_of
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC017", "number-differs", Severity.WARNING)
def number_differs(flow: Flow, documented: Documented) -> Iterator[Fault]:
    """Callers dial a number that a document gives, and this flow does not answer there; or no document gives a line's.

    Numbers are compared as they are dialled, in whatever spelling. The numbers of contacts (a fax, a desk of its own)
    count as known.

    Document:
        Call 1-800-555-0100. Press 1 for sales. In the evening, call 1-312-555-0177.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
          desk: {transfer: sales, failed: desk}

    Good:
        lines:
          1-800-555-0100: main
          (312) 555-0177: desk
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
          desk: {transfer: sales, failed: desk}

    Source: ours; DA009 asks the same of the numbers of a flow.
    """
    lines = {e164_of(name, documented.region): name for name in reversed(list(flow.lines))}
    known = {*lines, *(e164_of(one.number, documented.region) for one in flow.contacts.values() if one.number)}
    seen: set[str] = set()
    for phone, spot in documented.found.phones:
        if phone.e164 not in known and phone.e164 not in seen:
            seen.add(phone.e164)
            message = f"a document gives callers the number {phone.spelling}, which is no line of this flow"
            hint = "Add the line, or correct the number in the document."
            yield Fault(
                documented.place(spot), message, hint, ((flow.place("lines", key=True), "the lines of the flow"),)
            )
    first = next(iter(documented.found.phones), None)
    for number, name in sorted(lines.items()):
        if number not in documented.found.numbers and first is not None:
            message = f"no document gives callers the number '{name}'"
            yield Fault(
                flow.place("lines", name, key=True),
                message,
                "Print it, or take the line out.",
                ((documented.place(first[1]), "the first number of the documents"),),
            )
