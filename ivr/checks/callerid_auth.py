"""SE013: only the number that a call comes from stands for its caller."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.protected import by_number_alone
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.ask import Ask
from ivr.witness import Shows


@check("SE013", "callerid-auth", Severity.WARNING)
def callerid_auth(flow: Flow) -> Iterator[Fault]:
    """Somebody who forges a caller's number hears what only that caller may, since nothing else is asked for.

    A call comes to a node with `needs`, has what the node needs, and its caller has entered nothing at any ask: so what
    the telephone network says of the number is all that a lookup can have gone by. The choice from a menu is no proof.
    Where a way there lacks even what the node needs, SE006 tells of that instead.

    Bad:
        nodes:
          main: {lookup: member record, gives: [member], outcomes: {found: balance, unknown: desk, failed: desk}}
          balance: {say: "Member {member}, you owe nothing.", needs: [member], next: desk}

    Good:
        nodes:
          main: {ask: Enter your date of birth., into: born, digits: 8, check: date MMDDYYYY, next: look}
          look: {lookup: member record, gives: [member], outcomes: {found: balance, unknown: desk, failed: desk}}
          balance: {say: "Member {member}, you owe nothing.", needs: [member], next: desk}

    Source: a rule of this project; that callers' numbers are forged is known from the trade (not checked).
    """
    asks = tuple(name for name, node in flow.nodes.items() if isinstance(node, Ask))
    for name in by_number_alone(flow):
        message = (
            f"a call can come to '{name}' whose caller has entered nothing, so that only the number it comes from "
            f"stands for them, and that can be forged"
        )
        hint = "Ask for something that only the caller knows, and let the lookup have it."
        yield Fault(flow.place("nodes", name, "needs"), message, hint, (), Shows(name, avoiding=asks))
