"""SE003: the verification code of a card is still used after the payment has had it."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.taint import COPIED, SENT, SPOKEN, Use, kept_code, uses_of_secrets
from ivr.analysis.variables import place_of
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("SE003", "verification-code-stored", Severity.ERROR)
def verification_code_stored(flow: Flow) -> Iterator[Fault]:
    """The three digits on the back of the caller's card outlive the payment, for which alone they may be used.

    The first lookup that has the code in its `pass` is taken for the payment. Behind it nothing may use the code: no
    other lookup, no transfer, no prompt, and no `set` that copies it. The same lookup may be tried again. To use it
    no more is enough, as a call forgets everything when it ends.

    Bad:
        nodes:
          main: {ask: "Enter the card verification code, CVV.", into: code, digits: 3, sensitive: yes, next: pay}
          pay: {lookup: payment, pass: [code], outcomes: {paid: thanks, refused: desk, failed: desk}}
          thanks: {say: Thank you. One moment please., next: save}
          save: {lookup: wallet, pass: [code], outcomes: {saved: desk, failed: desk}}

    Good:
        nodes:
          main: {ask: "Enter the card verification code, CVV.", into: code, digits: 3, sensitive: yes, next: pay}
          pay: {lookup: payment, pass: [code], outcomes: {paid: thanks, refused: desk, failed: desk}}
          thanks: {say: Thank you. One moment please., next: save}
          save: {lookup: wallet, pass: [member], outcomes: {saved: desk, failed: desk}}
          known: {set: {member: 1}, next: main}
        lines:
          1-800-555-0100: known

    Source: PCI SSC, "Protecting telephone-based payment card data": not to be stored after authorisation (seen in a
    summary).
    """
    told: set[tuple[str, str]] = set()
    for use in uses_of_secrets(flow):
        if kept_code(flow, use) and (use.node, use.asked) not in told:
            told.add((use.node, use.asked))
            yield _fault(flow, use)


def _fault(flow: Flow, use: Use) -> Fault:
    does = {SPOKEN: "speaks it", SENT: f"sends it to '{use.to}'", COPIED: "keeps a copy of it"}
    message = (
        f"'{use.taken}' has had the card verification code that callers enter at '{use.asked}', "
        f"but '{use.node}' {does.get(use.how, 'hands it to people')} afterwards"
    )
    hint = "Use it for the payment only; nothing may keep it longer."
    related = ((flow.place("nodes", use.asked, "into"), "it is entered here"),)
    return Fault(place_of(flow, use.path, use.variable), message, hint, related, Shows(use.node, through=(use.asked,)))
