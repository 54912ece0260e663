"""SE001: an entry that nobody else should know is not marked as confidential."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import added, fix
from ivr.analysis.sensitive import CODE, secrets
from ivr.analysis.ways import met
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("SE001", "sensitive-unmarked", Severity.ERROR)
def sensitive_unmarked(flow: Flow) -> Iterator[Fault]:
    """What callers enter here is a secret of theirs, and nothing keeps it out of logs, of prompts and of recordings.

    Such are card numbers, card verification codes, PINs and passwords, and social security numbers. They are known by
    the words of the question in English, Spanish, French and German, by the name of the variable, and by the number of
    digits: the last four digits of a card are no card number. A card of another kind (a library's, a club's, a
    patient's) is none of these. `sensitive: yes` marks an entry; where it is no secret in spite of its words,
    `sensitive: no` says so.

    Bad:
        nodes:
          main:
            ask: Enter your sixteen digit credit card number.
            into: card
            digits: 16
            next: pay
          pay: {lookup: payment, pass: [card], outcomes: {paid: desk, failed: desk}}

    Good:
        nodes:
          main:
            ask: Enter your sixteen digit credit card number.
            into: card
            digits: 16
            sensitive: yes
            next: pay
          pay: {lookup: payment, pass: [card], outcomes: {paid: desk, failed: desk}}

    Source: PCI SSC, "Protecting telephone-based payment card data" (seen in a summary); which words count is a choice
    of this project.
    """
    for name, node, kind in secrets(flow):
        if name in met(flow) and "sensitive" not in node.model_fields_set:
            who = "the bank" if kind == CODE else "its owner"
            message = f"'{name}' asks for {kind}, which only {who} should know, and does not mark it as confidential"
            mend = fix("Write `sensitive: yes`.", added(flow, ("nodes", name), "sensitive", "yes"))
            yield Fault(flow.place("nodes", name, "ask"), message, "Write `sensitive: yes` there.", fix=mend)
