"""TM006: callers who do not know what to press hear nothing for long."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import fix, put
from ivr.analysis.written import written
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("TM006", "timeout-long", Severity.INFO)
def timeout_long(flow: Flow, *, most: float = 10.0) -> Iterator[Fault]:
    """A caller who waits for help hears nothing for so long that the line seems dead: `wait` is long.

    Some callers need that time; who means it can leave this rule out.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            wait: 20 s
            tries: 2
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            wait: 10 s
            tries: 2
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: 10 seconds at most, as Asterisk and FreeSWITCH wait; ascribed to ISO/IEC 13714, too.
    Source: www.itams.co.uk/ivr-standards.htm, a second-hand account of that standard.
    """
    for owner, wait, place, node in written(flow, "wait"):
        if wait > most:
            message = f"{owner} waits {wait:g} s in silence before it helps, so callers think that the line is dead"
            mend = fix(f"Write `wait: {most:g} s`.", put(place, f"{most:g} s"))
            yield Fault(place, message, f"Wait {most:g} s at most.", fix=mend, call=Shows(node) if node else None)
