"""KY006: 0 is used for something else than a person."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.assignment import ZERO, Assignment, assigned_everywhere, assignments, misuses_zero
from ivr.analysis.pressed import presses
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("KY006", "reserved-zero", Severity.WARNING)
def reserved_zero(flow: Flow, *, key: str = ZERO) -> Iterator[Fault]:
    """0 stands for something else: callers who need a person press it without listening, and end up there.

    Only an option that plainly says something else and leads to nobody counts: not a person or a mailbox behind hours,
    messages, questions or lookups, and not help of any kind. A 0 inside a longer code does not count.

    Bad:
        keys:
          0: {say: our opening hours, go: hours}
          9: {say: hear this again, go: again}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: a representative, go: desk}
          sales: {say: Our sales team will be glad to help., next: desk}
          hours: {say: We are open day and night., next: main}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: our opening hours, go: hours}
          sales: {say: Our sales team will be glad to help., next: desk}
          hours: {say: We are open day and night., next: main}

    Parameter: the operator's key is 0, as in W3C's Making Content Usable and the GetHuman standard.
    Source: W3C, Making Content Usable, on voice menus: a reserved digit is for the operator only.
    """
    for one in assigned_everywhere(flow).values():
        if misuses_zero(flow, one, key):
            yield _fault(flow, one, "in every menu")
    for name, assigned in assignments(flow).items():
        for one in assigned:
            if one.own and misuses_zero(flow, one, key):
                yield _fault(flow, one, f"in '{name}'")


def _fault(flow: Flow, one: Assignment, where: str) -> Fault:
    message = f"{where} {one.key} stands for '{one.label}', but callers press it to reach a person"
    return Fault(
        one.place(flow),
        message,
        f"Keep {one.key} for a person, and give this option another key.",
        call=presses(flow, one),
    )
