"""HU003: only keys that callers are not told of lead to a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.check import check
from ivr.explore import explored, witness
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.promise.hidden import only_hidden


@check("HU003", "human-not-announced", Severity.WARNING)
def human_not_announced(flow: Flow, *, today: date) -> Iterator[Fault]:
    """A person can be reached from here, but only with a key that nobody tells callers of.

    Who waits until the menu gives up, and comes to a person so, needs no key. A key that is left out of the
    announcement for a reason (`because:`) is hidden all the same; one that a prompt names, or that another menu
    announces for the whole flow, is known.

    Bad:
        defaults:
          wrong: Sorry, that is not one of the choices.
          silence: Sorry, nothing was heard.
          otherwise: message
        keys:
          0: {say: a representative, go: desk, announced: no, because: It is printed on every letter.}
          9: {say: hear this again, go: again}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: our opening hours, go: hours}
              2: {say: leave a message, go: message}
          hours: {say: We are open day and night., done: yes, next: thanks}
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you for calling, goodbye.", done: yes}

    Good:
        defaults:
          wrong: Sorry, that is not one of the choices.
          silence: Sorry, nothing was heard.
          otherwise: message
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: our opening hours, go: hours}
              2: {say: leave a message, go: message}
          hours: {say: We are open day and night., done: yes, next: thanks}
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you for calling, goodbye.", done: yes}

    Source: Florida Statutes 110.1082(2) wants callers alerted to the way to a person.
    """
    for (menu, key), one in only_hidden(flow, today).items():
        path = ("nodes", menu, "options", key) if menu else ("keys", key)
        start = one.place.state.node
        message = f"from '{start}' only the key {key} of '{one.menu}' leads to a person, and nobody tells callers of it"
        if start == one.menu:
            message = f"in '{start}' only the key {key} leads to a person, and nobody tells callers of it"
        call = witness(explored(flow, today), one.place.path(one.bit), one.bit)
        hint = "Announce it, or let a key that is announced lead to a person."
        yield Fault(flow.place(*path, key=True), message, hint, call=call)
