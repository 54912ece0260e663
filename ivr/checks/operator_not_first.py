"""HU017: a person is not the first choice that callers hear."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.assignment import assignments
from ivr.analysis.key_meaning import OPERATOR
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("HU017", "operator-not-first", Severity.INFO, off=True)
def operator_not_first(flow: Flow) -> Iterator[Fault]:
    """Callers who need a person must listen to everything else first: a person is not the first choice that they hear.

    The keys of the whole flow are told after a menu's own options. This runs only where it is asked for; of menus that
    tell of no person at all, HU003 and HU007 speak.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: billing}
          sales: {say: Our sales team will be glad to help., next: desk}
          billing: {say: This is billing., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              0: {say: a representative, go: desk}
              1: {say: sales, go: sales}
              2: {say: billing, go: billing}
          sales: {say: Our sales team will be glad to help., next: desk}
          billing: {say: This is billing., next: desk}

    Source: W3C, Making Content Usable, on voice menus.
    """
    for name in judged(flow):
        told = [one for one in assignments(flow).get(name, ()) if one.announced]
        person = next((one for one in told if one.meaning == OPERATOR), None)
        if person is not None and person is not told[0]:
            before = len(told[: told.index(person)])
            options = f"{before} other option{'s' if before > 1 else ''}"
            message = f"callers of '{name}' hear {options} before they are told how to get to a person"
            hint = f"Put {person.key} first among its options."
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name))
