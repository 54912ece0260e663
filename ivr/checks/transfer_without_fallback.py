"""ST015: a transfer that says nothing of failing."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.transfer import Transfer
from ivr.witness import Shows


@check("ST015", "transfer-without-fallback", Severity.WARNING)
def transfer_without_fallback(flow: Flow) -> Iterator[Fault]:
    """When nobody takes the call, it is dropped: the transfer does not say where callers go then.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {transfer: representative}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: Amazon Connect's advice on flows, and the validator of connect-blueprint.
    """
    for name in judged(flow):
        if isinstance(flow.nodes[name], Transfer) and not flow.exits(name):
            message = f"'{name}' does not say where callers go when nobody takes the call; they are dropped"
            hint = "Add `busy:` and `no-answer:`, or `failed:` for whatever goes wrong."
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name, on="no-answer"))
