"""TM004: callers have too few tries, or too many."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import fix, put
from ivr.analysis.written import by_default, usual, written
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("TM004", "attempts-range", Severity.WARNING)
def attempts_range(flow: Flow, *, least: int = 2, most: int = 3) -> Iterator[Fault]:
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
    hint = f"Write `tries: {least}`" + (f" or `tries: {most}`." if most > least else ".")
    for owner, tries, place, node in written(flow, "tries"):
        if tries < least:
            few = "one try only, so a single slip" if tries == 1 else f"{tries} tries only, so a few slips"
            message = f"{owner} gives callers {few} of the finger {'sends' if tries == 1 else 'send'} them away"
            mend = fix(f"Write `tries: {least}`.", put(place, str(least)))
            yield Fault(place, message, hint, fix=mend, call=_failing(node))
        elif tries > most:
            message = f"{owner} lets callers fail {tries} times before anybody helps them"
            mend = fix(f"Write `tries: {most}`.", put(place, str(most)))
            yield Fault(place, message, hint, fix=mend, call=_failing(node))
    tries = usual(flow, "tries")
    if tries is not None and not least <= tries <= most:
        message = (
            f"callers have {tries:g} tries, as nothing else is written in `defaults`; {least} to {most} are wanted"
        )
        call = _failing(by_default(flow, "tries"))
        yield Fault(flow.place("defaults", key=True), message, f"Write `tries: {most}` there.", call=call)


def _failing(node: str) -> Shows | None:
    return Shows(node, then="silent") if node else None
