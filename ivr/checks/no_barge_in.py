"""TM014: a menu cannot be interrupted."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import fix, removed
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu
from ivr.witness import Shows


@check("TM014", "no-barge-in", Severity.WARNING)
def no_barge_in(flow: Flow) -> Iterator[Fault]:
    """Callers who know which key they want must hear the whole menu first: its prompt is `interruptible: no`.

    A prompt that gives a legal notice (`notice:`) is let through, since callers must have heard it.

    Bad:
        nodes:
          main:
            menu: {text: Thank you for calling., interruptible: no}
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: the GetHuman standard, point 7; AS/NZS 4263, clause 2.3 (its contents only were seen).
    """
    for name, node in flow.nodes.items():
        if isinstance(node, Menu) and name not in flow.broken and not node.menu.interruptible and not node.menu.notice:
            message = f"'{name}' takes no key before all of it has been heard, also from callers who know their key"
            hint = "Leave `interruptible: no` out; put words that everybody must hear into a `say` before the menu."
            path = ("nodes", name, "menu", "interruptible")
            mend = fix("Leave `interruptible: no` out.", removed(flow, path))
            yield Fault(flow.place(*path), message, hint, fix=mend, call=Shows(name))
