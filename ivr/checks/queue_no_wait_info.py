"""HU016: callers on hold hear nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.holding import holds
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("HU016", "queue-no-wait-info", Severity.INFO)
def queue_no_wait_info(flow: Flow) -> Iterator[Fault]:
    """Callers who are put through again and again are not told so: they hear ringing, and do not know that they wait.

    Looked at are rounds by way of a transfer in which nothing is said. Where there is no way out of the round either,
    HU015 tells of it.

    Bad:
        nodes:
          main: {say: Thank you for calling., next: sales}
          sales: {transfer: representative, busy: count, no-answer: count}
          count: {lookup: place in the queue, outcomes: {near: sales, far: desk, failed: desk}}

    Good:
        nodes:
          main: {say: Thank you for calling., next: sales}
          sales: {transfer: representative, busy: count, no-answer: count}
          count: {lookup: place in the queue, outcomes: {near: hold, far: desk, failed: desk}}
          hold: {say: You are next. Please hold the line., next: sales}

    Source: the GetHuman standard, point 2; Ireland's National Disability Authority, customer communications toolkit.
    """
    for hold in holds(flow):
        if hold.escape and not hold.heard:
            message = f"callers who wait at '{hold.transfer}' are put through again and again, and told nothing"
            hint = "Say on the way that they are waiting, and how long it may take."
            call = Shows(hold.transfer)
            yield Fault(flow.place("nodes", hold.transfer, key=True), message, hint, call=call)
