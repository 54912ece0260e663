"""SE009: whatever extension callers dial is rung."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.caller_numbers import dialled_by_callers
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("SE009", "open-extension-dial", Severity.WARNING)
def open_extension_dial(flow: Flow) -> Iterator[Fault]:
    """Callers reach telephones that are not for them: any extension that they enter is rung, listed or not.

    Among extensions there are machines, conference rooms and codes that ring outside. What callers enter at an ask for
    an extension has to be one of a list (`check: {one-of: [...]}`), or be looked at by a lookup or a branch, before a
    step of another platform or a transfer to `{extension}` rings it. Where more than 6 digits may be entered for a
    transfer, SE008 tells of it.

    Bad:
        nodes:
          main: {ask: Enter the extension., into: extension, digits: 3, next: dial}
          dial: {unknown: Dial extension, exits: {no-answer: desk, failed: desk}}

    Good:
        nodes:
          main: {ask: Enter the extension., into: extension, digits: 3, check: {one-of: [201, 202]}, next: dial}
          dial: {unknown: Dial extension, exits: {no-answer: desk, failed: desk}}

    Source: Kazoo's menus have lists of the extensions that may and may not be dialled (`hunt_allow`, `hunt_deny`).
    """
    for one in dialled_by_callers(flow):
        if one.inside:
            message = (
                f"'{one.node}' rings whatever extension callers enter at '{one.ask}', also those that are not for them"
            )
            hint = "List those that may be dialled with `check: {one-of: [...]}`, or let a lookup decide."
            related = ((flow.place("nodes", one.node, key=True), "it is rung here"),)
            shows = Shows(one.node, through=(one.ask,))
            yield Fault(flow.place("nodes", one.ask, key=True), message, hint, related, shows)
