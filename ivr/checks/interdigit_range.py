"""TM007: the wait for the next digit is too short or too long."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import fix, put
from ivr.analysis.written import written
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("TM007", "interdigit-range", Severity.WARNING)
def interdigit_range(flow: Flow, *, least: float = 2.0, most: float = 5.0) -> Iterator[Fault]:
    """Callers who look for the next digit are cut short, or wait in silence after the last one: `between` is unusual.

    Bad:
        nodes:
          main:
            ask: Please enter your account number.
            into: account
            digits: 6-8
            between: 1 s
            next: found
          found: {transfer: representative, pass: [account], busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            ask: Please enter your account number.
            into: account
            digits: 6-8
            between: 3 s
            next: found
          found: {transfer: representative, pass: [account], busy: sorry, no-answer: sorry}

    Parameter: 2 to 5 seconds: FreeSWITCH's sample menu waits 2, Copia 3, Asterisk 5.
    Source: the defaults of those platforms; no standard was found for it.
    """
    for owner, seconds, place, node in written(flow, "between"):
        if seconds < least:
            message = f"{owner} waits only {seconds:g} s for the next digit, so slow callers are cut off in their entry"
            right, hint = least, f"Wait {least:g} s or more."
        elif seconds > most:
            message = (
                f"{owner} waits {seconds:g} s for the next digit, so callers who are done wait that long in silence"
            )
            right, hint = most, f"Wait {most:g} s at most."
        else:
            continue
        mend = fix(f"Write `between: {right:g} s`.", put(place, f"{right:g} s"))
        yield Fault(place, message, hint, fix=mend, call=Shows(node) if node else None)
