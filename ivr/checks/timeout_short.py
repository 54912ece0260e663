"""TM005: callers have too little time to press a key."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.analysis.amend import fix, put
from ivr.analysis.written import written
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

SHORTEST: Final = 3.0


@check("TM005", "timeout-short", Severity.WARNING)
def timeout_short(flow: Flow) -> Iterator[Fault]:
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
    for owner, wait, place in written(flow, "wait"):
        if wait < SHORTEST:
            message = f"{owner} waits {wait:g} s for a key, so callers who need a moment are taken for silent"
            mend = fix(f"Write `wait: {SHORTEST:g} s`.", put(place, f"{SHORTEST:g} s"))
            yield Fault(place, message, f"Wait {SHORTEST:g} s at least; 5 s is usual.", fix=mend)
