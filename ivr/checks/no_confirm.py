"""SE010: something that cannot be undone happens, and the caller was not asked whether it should."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.confirmed import confirming, unconfirmed
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("SE010", "no-confirm", Severity.WARNING)
def no_confirm(flow: Flow) -> Iterator[Fault]:
    """A slip of the finger cannot be taken back: what is irreversible happens at once, and nobody asks "are you sure?".

    Every way to a node that says `irreversible: yes` has to pass a question: a menu or an ask that speaks of confirming
    ("is that right?"), a menu of two or three choices that reads back what was entered, or of which one refuses (no,
    cancel, go back), or one of two that alone lets it happen, a key that says yes, or an ask that takes one of two
    entries. An `unknown` step may ask, too.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: your order, go: order}
              2: {say: cancel your contract, go: cancelled}
              3: {say: billing, go: billing}
          order: {say: Your order is on its way., next: desk}
          billing: {say: Our billing team will be with you., next: desk}
          cancelled: {say: Your contract has been cancelled., irreversible: yes, next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: your order, go: order}
              2: {say: cancel your contract, go: sure}
              3: {say: billing, go: billing}
          order: {say: Your order is on its way., next: desk}
          billing: {say: Our billing team will be with you., next: desk}
          sure:
            menu: This ends your contract today. Are you sure?
            flush: yes
            options:
              1: {say: "yes", go: cancelled}
              2: {say: "no", go: main}
          cancelled: {say: Your contract has been cancelled., irreversible: yes, next: desk}

    Source: W3C, "Voice Systems and Conversational Interfaces" (draft); ISO 9241-154, 6.5, on changing what was entered
    (seen in a summary).
    """
    for name in unconfirmed(flow):
        message = f"a call can come to '{name}', which cannot be undone, and nobody has asked the caller to confirm it"
        hint = "Lead there through a menu that says what will happen and asks for a yes."
        yield Fault(
            flow.place("nodes", name, key=True), message, hint, (), Shows(name, avoiding=confirming(flow, name))
        )
