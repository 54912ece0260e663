"""ST016: a transfer rings one of the flow's own lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ivr.analysis.phone_number import same_number
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.transfer import Transfer
from ivr.witness import Shows

if TYPE_CHECKING:
    from ivr.node import Path


@check("ST016", "transfer-to-self", Severity.ERROR)
def transfer_to_self(flow: Flow) -> Iterator[Fault]:
    """Callers who are transferred come to this same line again, and begin anew: the number is one of our own.

    Numbers are compared by what is dialled: `1-800-FLOWERS` is `+1 800 356 9377`.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {transfer: (800) 555-0100, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {transfer: (800) 555-0142, busy: sorry, no-answer: sorry}

    Source: a choice of this project; no checker surveyed has this rule.
    """
    lines = {same_number(number): number for number in reversed(list(flow.lines))}
    seen: set[Path] = set()
    for name in judged(flow):
        node = flow.nodes[name]
        if not isinstance(node, Transfer):
            continue
        path, number = _rung(flow, name, node.transfer)
        own = lines.get(same_number(number)) if number else None
        if own is not None and path not in seen:
            seen.add(path)
            message = f"'{name}' transfers callers to '{number}', which is the flow's own line '{own}': they begin anew"
            related = ((flow.place("lines", own, key=True), "the line"),)
            yield Fault(flow.place(*path), message, "Give the number of somebody who answers.", related, Shows(name))


def _rung(flow: Flow, name: str, target: str) -> tuple[Path, str]:
    """Give the number that a transfer rings, and where it is written."""
    contact = flow.contacts.get(target)
    if contact is None:
        return ("nodes", name, "transfer"), target
    return ("contacts", target, "number"), contact.number
