"""RD008: a node without exactly one verb."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import reported
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("RD008", "one-verb", Severity.ERROR)
def one_verb(flow: Flow) -> Iterator[Fault]:
    """A node has no verb or several, so nobody knows what callers meet there.

    Bad:
        nodes:
          main: {say: Thank you for calling., transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main: {say: Thank you for calling., next: desk}

    Source: README, "The language" (Nodes): exactly one verb a node.
    """
    return reported(flow, "RD008")
