"""PM002: a promise could neither be proved nor refuted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.promise import UNPROVABLE, proofs


@check("PM002", "promise-unprovable", Severity.WARNING)
def promise_unprovable(flow: Flow, *, today: date) -> Iterator[Fault]:
    """Nobody can say whether callers get what the documents promise: no call comes to where the promise begins.

    It is said, too, where its schedule is never open, and where calls can come to more states than are looked at.

    Bad:
        hours:
          office: Mon-Fri 08:00-18:00
        nodes:
          main: {hours: office, open: desk, closed: night}
          night:
            menu: We are closed.
            options:
              1: {say: our address, go: address}
              2: {say: our hours, go: times}
          times: {say: We are here from 8 to 6 on weekdays., next: night}
          address: {say: We are at 1 Main Street., next: night}
        promises:
          - {promise: A person helps in the evening too, from: night, reach: [representative], during: office}

    Good:
        hours:
          office: Mon-Fri 08:00-18:00
        nodes:
          main: {hours: office, open: desk, closed: night}
          night:
            menu: We are closed.
            options:
              1: {say: our address, go: address}
              2: {say: our hours, go: times}
          times: {say: We are here from 8 to 6 on weekdays., next: night}
          address: {say: We are at 1 Main Street., next: night}
        promises:
          - {promise: A person helps in the evening too, from: night, reach: [representative]}

    Source: language.md, section 5, of this project: what a promise says and how it is proved.
    """
    half_read = flow.unread or not flow.broken.isdisjoint(flow.reachable())  # and the reader has said so
    for proof in () if half_read else proofs(flow, today):
        if proof.status == UNPROVABLE:
            place = flow.place(*flow.entry("promises", proof.number), "promise")
            message = f"the promise '{proof.promise.promise}' can neither be proved nor refuted: {proof.reason}"
            yield Fault(place, message, "Say `from` and `during` so that calls come there while it holds.")
