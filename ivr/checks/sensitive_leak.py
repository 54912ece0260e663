"""SE002: a confidential entry is spoken aloud, or handed to people."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.taint import SPOKEN, Use, kept_code, uses_of_secrets
from ivr.analysis.variables import place_of
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("SE002", "sensitive-leak", Severity.ERROR)
def sensitive_leak(flow: Flow) -> Iterator[Fault]:
    """A secret that the caller entered is spoken aloud, or comes up on the screen of whoever takes the call.

    Followed is what asks with `sensitive: yes` collect, under every name that `set` gives it, through sub-flows too. A
    prompt that fills it in is heard by whoever stands beside the caller, and by every recording; `pass` on a transfer
    shows it to people. A lookup may have it: that is what it was asked for, and what stands behind the lookup is for
    others to keep. Nor is it a leak that a branch asks about it, or that a lookup's answer depends on it: pass on what
    the lookup made of it, such as `checked`.

    Bad:
        nodes:
          main: {ask: Enter your PIN., into: pin, digits: 4, sensitive: yes, next: told}
          told: {say: "You entered {pin}.", next: desk}

    Good:
        nodes:
          main: {ask: Enter your PIN., into: pin, digits: 4, sensitive: yes, next: look}
          look: {lookup: account, pass: [pin], gives: [name], outcomes: {right: told, wrong: desk, failed: desk}}
          told: {say: "Welcome, {name}.", next: desk}

    Source: Amazon Connect's best practices keep logging off while customers enter data; following values from where
    they come in is a choice of this project.
    """
    for use in uses_of_secrets(flow):
        if use.leaks and not kept_code(flow, use):
            yield _fault(flow, use)


def _fault(flow: Flow, use: Use) -> Fault:
    spoken = use.how == SPOKEN
    own = any(variable == use.variable for variable, _ in flow.nodes[use.asked].sets())
    held = (
        f"'{use.variable}' is confidential"
        if own
        else f"'{use.variable}' holds what callers enter at '{use.asked}', which is confidential"
    )
    message = f"{held}, but " + (
        f"'{use.node}' speaks it aloud, and others hear it" if spoken else f"'{use.node}' shows it to people"
    )
    hint = (
        "Say that it was taken, and no part of it."
        if spoken
        else "Leave it out of `pass`, or pass what a lookup made of it."
    )
    related = ((flow.place("nodes", use.asked, "into"), "it is entered here"),)
    place = flow.place(*use.path) if spoken else place_of(flow, use.path, use.variable)
    return Fault(place, message, hint, related, Shows(use.node, through=(use.asked,)))
