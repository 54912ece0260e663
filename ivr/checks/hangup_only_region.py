"""ST008: a part of the flow from which everything ends in a hang-up."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.traps import entries
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("ST008", "hangup-only-region", Severity.ERROR)
def hangup_only_region(flow: Flow) -> Iterator[Fault]:
    """Whatever callers do from here on, the flow hangs up on them: nobody and nothing that helps can be reached.

    Help is a transfer, a recording, or any node marked `done: yes`: a caller who came for opening hours and hears them
    needs no more. A part of the flow is reported once, where a caller first acts in it.

    Bad:
        keys: {0: {say: a representative, go: desk}, 9: {say: hear this again, go: again}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: the state of your order, go: order}
          order: {ask: Please enter your order number., into: order, digits: 6, next: state, otherwise: closing}
          state: {say: "Order {order} is being worked on.", next: closing}
          closing: {hangup: Goodbye.}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: the state of your order, go: order}
          order: {ask: Please enter your order number., into: order, digits: 6, next: state}
          state: {say: "Order {order} is being worked on.", next: closing, done: yes}
          closing: {hangup: Goodbye.}

    Source: the GetHuman standard, point 8: a line should not hang up on callers who need help.
    """
    for name in entries(flow):
        message = f"whatever callers do at '{name}', the call ends with a hang-up, and no help can be reached"
        hint = "Lead them to a person or a recording, or mark what they came for with `done: yes`."
        yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name, then="silent"))
