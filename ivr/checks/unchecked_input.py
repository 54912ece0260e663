"""DA006: an entry of any length is taken, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.ask import Ask
from ivr.witness import Shows


@check("DA006", "unchecked-input", Severity.INFO)
def unchecked_input(flow: Flow) -> Iterator[Fault]:
    """A slip of the finger is found out late or never: the entry may have any number of digits, and nothing checks it.

    An entry with neither `digits` nor `end` is TM016's.

    Bad:
        nodes:
          main: {ask: "Please enter your member number, then pound.", into: member, end: "#", next: find}
          find: {lookup: member record, pass: [member], outcomes: {found: desk, failed: desk}}

    Good:
        nodes:
          main: {ask: "Please enter your member number, then pound.", into: member, digits: 8-10, end: "#", next: find}
          find: {lookup: member record, pass: [member], outcomes: {found: desk, failed: desk}}

    Source: this project; a wrong length is the one slip that every entry can be asked about.
    """
    for name, node in flow.nodes.items():
        if isinstance(node, Ask) and name not in flow.broken and node.end and not (node.digits or node.check):
            message = f"'{name}' takes '{node.into}' in any length, so callers learn of a slip late or never"
            hint = "Say how long it is (`digits: 8-10`), or what it must be (`check: luhn`)."
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name))
