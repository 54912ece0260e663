"""ST007: a part of the flow that no call leaves."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.cycles import within
from ivr.analysis.passive import lasting_rounds, same_level
from ivr.analysis.traps import traps
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows

_FEW = 4


@check("ST007", "trap", Severity.ERROR)
def trap(flow: Flow) -> Iterator[Fault]:
    """Callers who come here never get out: they can only hang up, since no person and no ending can be reached.

    A round in which nobody is asked anything is ST009's or ST010's.

    Bad:
        keys: {0: {say: a representative, go: desk}, 9: {say: hear this again, go: again}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: the state of your order, go: order}
          order: {ask: Please enter your order number., into: order, digits: 6, next: state, otherwise: help}
          state: {say: "Order {order} is being worked on.", next: order}
          help: {say: The number is printed on your invoice., next: order}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: the state of your order, go: order}
          order: {ask: Please enter your order number., into: order, digits: 6, next: state}
          state: {say: "Order {order} is being worked on.", next: main}

    Source: W3C, Making Content Usable (drafts on voice systems): menus must not end in frustrating loops; the sample
        menu of Asterisk's own documentation is such a trap.
    """
    for part in traps(flow):
        asks = any(flow.nodes[name].listens for name in part)
        if asks or not any(lasting_rounds(flow, within(same_level(flow), part))):
            hint = "Give callers a way out, such as a key for a person."
            yield Fault(
                flow.place("nodes", part[0], key=True), _message(part), hint, call=Shows(part[0], then="silent")
            )


def _message(part: tuple[str, ...]) -> str:
    if len(part) == 1:
        return f"callers never get out of '{part[0]}': every way leads back to it, and they can only hang up"
    names = [f"'{name}'" for name in part[:_FEW]] + ([f"{len(part) - _FEW} more"] if len(part) > _FEW else [])
    listed = f"{', '.join(names[:-1])} and {names[-1]}"
    return f"callers never get out of {listed}: these lead only to one another, and callers can only hang up"
