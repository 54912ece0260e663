"""TM004: callers have too few tries, or too many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.analysis.amend import fix, put
from ivr.analysis.written import written
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

FEWEST: Final = 2
MOST: Final = 3


@check("TM004", "attempts-range", Severity.WARNING)
def attempts_range(flow: Flow) -> Iterator[Fault]:
    """One slip sends a caller away, or it takes many before anybody helps: `tries` is 1, or more than 3.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            tries: 5
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            tries: 2
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: 2 to 3 tries; Ireland's design guidance sends callers on after 2, PLUM, FreeSWITCH and 46elks after 3.
    Source: the ACIXD wiki on voice interfaces, and Avaya's design guide.
    """
    for owner, tries, place in written(flow, "tries"):
        if tries < FEWEST:
            message = f"{owner} gives callers one try only, so a single slip of the finger sends them away"
            mend = fix(f"Write `tries: {FEWEST}`.", put(place, str(FEWEST)))
            yield Fault(place, message, f"Write `tries: {FEWEST}` or `tries: {MOST}`.", fix=mend)
        elif tries > MOST:
            message = f"{owner} lets callers fail {tries} times before anybody helps them"
            mend = fix(f"Write `tries: {MOST}`.", put(place, str(MOST)))
            yield Fault(place, message, f"Write `tries: {FEWEST}` or `tries: {MOST}`.", fix=mend)
