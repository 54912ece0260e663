"""HU015: callers wait for somebody without end."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.holding import holds
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("HU015", "queue-no-escape", Severity.WARNING)
def queue_no_escape(flow: Flow) -> Iterator[Fault]:
    """Callers are put through again and again while nobody answers, and never offered anything but to wait longer.

    That is a round by way of a transfer that is busy or not answered. A menu, a recording, a limit of rounds, or
    something that is looked up on the way and leads elsewhere makes it good.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {transfer: representative, busy: hold, no-answer: hold}
          hold: {say: All our people are still busy. Please hold the line., next: sales}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {transfer: representative, busy: message, no-answer: message}
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you, we will call you back.", done: yes}

    Parameter: none; how long one round takes is not written in a flow. Medicare call centres must keep the average
        wait within two minutes, after which callers should have been offered something (a choice of this project).
    Source: the GetHuman standard, point 4; CMS (seen in a summary).
    """
    for hold in holds(flow):
        if not hold.escape:
            message = (
                f"callers wait at '{hold.transfer}' without end: while nobody answers, they are only put through again"
            )
            hint = "After a while, offer them a mailbox or a callback."
            call = Shows(hold.transfer, then="silent")
            yield Fault(flow.place("nodes", hold.transfer, key=True), message, hint, call=call)
