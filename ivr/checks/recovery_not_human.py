"""TM009: the last try leads to another question, and not to somebody who helps."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.recovery import asked_again
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("TM009", "recovery-not-human", Severity.WARNING)
def recovery_not_human(flow: Flow) -> Iterator[Fault]:
    """Callers who could not answer are asked something else, where a person, a mailbox or a callback would help them.

    What they are asked need not be answered either, but they have failed already. The same question in other words is
    none of this rule's, nor is a menu that has a key of its own for a person. Where the other question is harder,
    TM013 tells of it; of hang-ups TM008 and HU008, of rounds ST009 and TM010.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: the state of your order, go: order}
          order: {ask: Please enter your order number., into: order, digits: 6, next: found, otherwise: main}
          found: {transfer: representative, pass: [order], busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: the state of your order, go: order}
          order: {ask: Please enter your order number., into: order, digits: 6, next: found, otherwise: desk}
          found: {transfer: representative, pass: [order], busy: sorry, no-answer: sorry}

    Source: the ACIXD wiki and Avaya's design guide on what to do after the last try; Ireland's National Disability
        Authority: hand callers to a person.
    """
    for name, way, other, harder in asked_again(flow):
        if not harder:
            message = f"callers who fail at '{name}' are asked something else at '{other}', and not led to a person"
            place = flow.place(*way.path) if way.scope == "own" else flow.place("nodes", name, key=True)
            hint = "Let `otherwise` lead to a person, or to a mailbox."
            yield Fault(place, message, hint, call=Shows(name, on="otherwise"))
