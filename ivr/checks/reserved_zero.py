"""KY006: 0 is used for something else than a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.analysis.assignment import ZERO, Assignment, assigned_everywhere, assignments, misuses_zero
from ivr.analysis.pressed import presses
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.promise.zero import zeros


@check("KY006", "reserved-zero", Severity.WARNING)
def reserved_zero(flow: Flow, *, today: date, key: str = ZERO) -> Iterator[Fault]:
    """0 stands for something else: callers who need a person press it without listening, and end up there.

    Only an option that plainly says something else and leads to nobody counts: not a person or a mailbox behind hours,
    messages, questions or lookups, and not help of any kind. A 0 inside a longer code does not count.
    Where a person can be reached from the menu at that hour, HU004 tells of it.

    Bad:
        hours: {office: "Mon-Fri 08:00-18:00"}
        keys: {9: {say: hear this again, go: again}}
        nodes:
          main: {hours: office, open: desk, closed: night}
          night:
            menu: Our office is closed.
            options:
              1: {say: leave a message, go: message}
              2: {say: hear of our address, go: address}
              0: {say: our opening hours, go: times}
            otherwise: message
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          times: {say: We are open on weekdays from 8 a.m. to 6 p.m., done: yes, next: thanks}
          address: {say: "We are at 1 Main Street, close to the harbour.", next: main}
          thanks: {hangup: "Thank you for calling, goodbye.", done: yes}

    Good:
        hours: {office: "Mon-Fri 08:00-18:00"}
        keys: {9: {say: hear this again, go: again}}
        nodes:
          main: {hours: office, open: desk, closed: night}
          night:
            menu: Our office is closed.
            options:
              1: {say: leave a message, go: message}
              2: {say: hear of our address, go: address}
              3: {say: our opening hours, go: times}
            otherwise: message
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          times: {say: We are open on weekdays from 8 a.m. to 6 p.m., done: yes, next: thanks}
          address: {say: "We are at 1 Main Street, close to the harbour.", next: main}
          thanks: {hangup: "Thank you for calling, goodbye.", done: yes}

    Parameter: the operator's key is 0, as in W3C's Making Content Usable and the GetHuman standard.
    Source: W3C, Making Content Usable, on voice menus: a reserved digit is for the operator only.
    """
    for one in assigned_everywhere(flow).values():
        if misuses_zero(flow, one, key) and not _is_told(flow, today, one):
            yield _fault(flow, one, "in every menu")
    for name, assigned in assignments(flow).items():
        for one in assigned:
            if one.own and misuses_zero(flow, one, key) and not _is_told(flow, today, one):
                yield _fault(flow, one, f"in '{name}'")


def _is_told(flow: Flow, today: date, one: Assignment) -> bool:
    """Whether HU004 tells of a key: in its menu, or in any menu where it is one of the whole flow."""
    told = zeros(flow, today, one.key)
    return one.menu in told if one.own else any(zero.does is not None and not zero.own for zero in told.values())


def _fault(flow: Flow, one: Assignment, where: str) -> Fault:
    message = f"{where} {one.key} stands for '{one.label or one.go}', but callers press it to reach a person"
    return Fault(
        one.place(flow),
        message,
        f"Keep {one.key} for a person, and give this option another key.",
        call=presses(flow, one),
    )
