"""DC020: what a document claims of a line is not so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.auditing.claims import claims_in, refuted
from ivr.auditing.documented import Documented
from ivr.check import check
from ivr.explore import explored
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("DC020", "claim-refuted", Severity.ERROR)
def claim_refuted(flow: Flow, documented: Documented, *, today: date) -> Iterator[Fault]:
    """Callers rely on what a document claims (day and night, put through directly, the same service), and it is not so.

    Claims that are understood: that a line or a key is there 24 hours a day; that a line, or a key, connects directly,
    so without another key or question; that one line serves as well as the main one; that a key works at any time.
    Each is held against all calls, and the finding shows one that fails.

    Document:
        Call 1-800-555-0100, 24 hours a day.

        Press 1 for sales.

    Bad:
        hours: {desk: Mon-Fri 09:00-17:00}
        contacts: {sales: {name: Sales, hours: desk}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
          desk: {transfer: sales, closed: shut, failed: shut}
          shut: {hangup: Nobody is here now.}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
          desk: {transfer: sales, failed: shut}
          shut: {hangup: Nobody is free now.}

    Source: ours; PM001 asks the same of promises that are written into the flow.
    """
    found = explored(flow, today)
    for claim in claims_in(flow, documented):
        fault = refuted(found, claim)
        if fault is not None:
            message, call = fault
            told = documented.place(claim.spot)
            yield Fault(
                flow.place("lines", claim.line, key=True),
                message,
                "Let the line do so, or have the document say what it does.",
                ((told, "claimed here"),),
                call,
            )
