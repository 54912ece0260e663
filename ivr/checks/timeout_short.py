"""TM005: callers have too little time to press a key."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import fix, put
from ivr.analysis.written import by_default, usual, written
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("TM005", "timeout-short", Severity.WARNING)
def timeout_short(flow: Flow, *, least: float = 3.0) -> Iterator[Fault]:
    """A caller who has to find the key, or put the telephone down to press it, is taken for silent: `wait` is short.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            wait: 2 s
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            wait: 5 s
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: at least 3 seconds, the lower end of a range of 3 to 10 that is ascribed to ISO/IEC 13714.
    Source: www.itams.co.uk/ivr-standards.htm, a second-hand account of that standard; W3C, Making Content Usable.
    """
    for owner, wait, place, node in written(flow, "wait"):
        if wait < least:
            message = f"{owner} waits {wait:g} s for a key, so callers who need a moment are taken for silent"
            mend = fix(f"Write `wait: {least:g} s`.", put(place, f"{least:g} s"))
            hint = f"Wait {least:g} s at least; {max(least, 5):g} s is usual."
            yield Fault(place, message, hint, fix=mend, call=Shows(node) if node else None)
    wait = usual(flow, "wait")
    if wait is not None and wait < least:
        message = (
            f"callers have {wait:g} s to press a key, as nothing else is written in `defaults`: too short for some"
        )
        call = Shows(by_default(flow, "wait"))
        yield Fault(flow.place("defaults", key=True), message, f"Write `wait: {least:g} s` there.", call=call)
