"""DC021: the documents contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.auditing.documented import Documented
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.prose.contradiction import TWO_SPELLINGS
from ivr.prose.listed_text import told_conflicts


@check("DC021", "documents-contradict", Severity.WARNING)
def documents_contradict(flow: Flow, documented: Documented) -> Iterator[Fault]:
    """Callers are told two things of one key or line, and only one of them can be right.

    Found are a key with two meanings, a key that the menu a document lists does not have, and hours that cannot both be
    right. A number in two spellings is left out here; `ivr extract` tells of it.

    Document:
        Call 1-800-555-0100. Press 1 for sales.

        To renew a prescription, call 1-800-555-0100 and press 1.

    Bad:
        contacts: {sales: {name: Sales and prescriptions}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales and prescriptions, go: desk}
          desk: {transfer: sales, failed: desk}

    Source: ours.
    """
    del flow  # what the documents say of one another
    for one, said in told_conflicts(documented.found.conflicts, several=True):
        if one.kind != TWO_SPELLINGS:
            first, second = (documented.place(spot) for spot in one.spots)
            yield Fault(
                second,
                f"the documents contradict themselves: {said}",
                "Say the same in both places.",
                ((first, "and here"),),
            )
