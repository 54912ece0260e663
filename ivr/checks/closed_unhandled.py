"""HR008: an `hours` node knows only one of its two ways on."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import ALWAYS, NEVER, Flow
from ivr.nodes.hours import Hours
from ivr.witness import Shows

_NEVER_TAKEN = {(ALWAYS, "closed"), (NEVER, "open")}


@check("HR008", "closed-unhandled", Severity.ERROR)
def closed_unhandled(flow: Flow) -> Iterator[Fault]:
    """Callers who come while a schedule is closed, or while it is open, are cut off: that way on is not written.

    Bad:
        hours: {desk: "Mon-Fri 08:00-17:00"}
        nodes:
          main: {hours: desk, open: desk}

    Good:
        hours: {desk: "Mon-Fri 08:00-17:00"}
        nodes:
          main: {hours: desk, open: desk, closed: away}
          away: {hangup: We are open on weekdays from 8 to 5. Please call again then or write to desk@example.com.}

    Source: connect-blueprint wants both ways of a check of hours.
    """
    for name, node in flow.nodes.items():
        if not isinstance(node, Hours) or name in flow.broken:
            continue
        missing = [state for state in node.missing(flow) if (node.hours, state) not in _NEVER_TAKEN]
        if missing:
            when = f"while '{node.hours}' is {' or '.join(missing)}"
            message = f"'{name}' does not say where callers go {when}, so they are cut off"
            hint = f"Add {' and '.join(f'`{state}:`' for state in missing)} with the node where the call goes on."
            hours = ((node.hours, missing[0] == "open"),) if node.hours in flow.hours else ()
            call = Shows(name, then="stops", hours=hours)
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=call)
