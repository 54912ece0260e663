"""ST005: a node that nothing leads to and that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import fix, removed
from ivr.analysis.unmet import linked, unmet
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("ST005", "orphan-node", Severity.WARNING)
def orphan_node(flow: Flow) -> Iterator[Fault]:
    """A node stands alone: nothing leads callers there, and it leads them nowhere, so it is only in the reader's way.

    Bad:
        nodes:
          main: {say: Thank you for calling., next: desk}
          closing: {hangup: Thank you for calling. Goodbye.}

    Good:
        nodes:
          main: {say: Thank you for calling., next: desk}
          desk: {transfer: representative, busy: closing, no-answer: closing}
          closing: {hangup: Everybody is busy. Please call again later. Goodbye.}
          sorry: {say: One moment please., next: desk}
        lines: {1-800-555-0100: main, 1-800-555-0199: sorry}

    Source: CXLint R012.
    """
    for name in unmet(flow):
        if not linked(flow, name):
            message = f"'{name}' stands alone: nothing leads callers there, and it leads them nowhere"
            mend = fix(f"Take '{name}' out.", removed(flow, ("nodes", name)), safe=False)
            hint = "Lead some option there, or take it out."
            yield Fault(flow.place("nodes", name, key=True), message, hint, fix=mend)
