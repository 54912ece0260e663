"""PM003: not every call could be looked at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.check import check
from ivr.explore import explored
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("PM003", "not-all-explored", Severity.WARNING)
def not_all_explored(flow: Flow, *, today: date) -> Iterator[Fault]:
    """Not every call that callers could make was looked at, so that what is said of calls is not the whole truth.

    Calls can come to more states than are looked at, or a lookup gives values that conditions tell apart in more ways
    than are tried. Findings that other rules give still stand, each on a call of its own; there may be more.

    Bad:
        nodes:
          main:
            lookup: account
            gives: [plan, state, tier, owner]
            outcomes: {found: which, failed: desk}
          which:
            branch:
              - {when: 'plan == "a" and state == "a" and tier == "a" and owner == "a"', go: thanks}
              - {when: 'plan == "b" and state == "b" and tier == "b" and owner == "b"', go: desk}
            else: sorry
          thanks: {hangup: Thank you. Goodbye.}

    Good:
        nodes:
          main:
            lookup: account
            gives: [plan]
            outcomes: {found: which, failed: desk}
          which:
            branch:
              - {when: 'plan == "a"', go: thanks}
              - {when: 'plan == "b"', go: desk}
            else: sorry
          thanks: {hangup: Thank you. Goodbye.}

    Source: a choice of this project: a proof that was cut short says so.
    """
    reason = explored(flow, today).unexplored if flow.lines else ""
    if reason:
        message = f"not every call could be looked at: {reason}"
        hint = "Let the lookup answer with fewer values, or by its outcomes; or split the flow in two."
        yield Fault(flow.place("nodes", key=True), message, hint)
