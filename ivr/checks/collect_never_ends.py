"""TM016: an entry has neither a length nor an end key."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.ask import Ask
from ivr.witness import Shows


@check("TM016", "collect-never-ends", Severity.WARNING)
def collect_never_ends(flow: Flow) -> Iterator[Fault]:
    """Every caller has to wait after the last digit: the ask knows neither how many come nor a key that ends them.

    A `check` does not end an entry: it is asked when the entry is over.

    Bad:
        nodes:
          main: {ask: Please enter your order number., into: order, next: find}
          find: {lookup: order, pass: [order], outcomes: {found: desk, failed: desk}}

    Good:
        nodes:
          main: {ask: Please enter your order number., into: order, digits: 6, next: find}
          find: {lookup: order, pass: [order], outcomes: {found: desk, failed: desk}}

    Source: Twilio's manual of `<Gather>`, on the number of digits and the key that ends them.
    """
    for name, node in flow.nodes.items():
        if isinstance(node, Ask) and name not in flow.broken and node.digits is None and not node.end:
            message = f"'{name}' does not say how many digits it takes, or which key ends them, so callers have to wait"
            hint = 'Write `digits: 9` (or `8-10`), or `end: "#"`, or both.'
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name))
