"""DC014: a document tells callers of a key that does nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.auditing.documented import Documented, line_for
from ivr.auditing.following import pressed
from ivr.check import check
from ivr.explore import explored
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.prose.contradiction import Spot


@check("DC014", "documented-key-missing", Severity.ERROR)
def documented_key_missing(flow: Flow, documented: Documented, *, today: date) -> Iterator[Fault]:
    """Callers press the key that a document tells them to press, and nothing is on it.

    Every key that the documents tell of is pressed, after the keys that they name before it. A number that no line of
    the flow has is for DC017 to tell of.

    Document:
        Call 1-800-555-0100. Press 1 for sales. Press 2 for billing.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
          desk: {transfer: sales, failed: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          desk: {transfer: sales, failed: desk}
          office: {transfer: billing, failed: office}

    Source: Ireland's toolkit for customer communications advises to publish the menu of a line.
    """
    found = explored(flow, today)
    for one in documented.found.options:
        line = line_for(flow, documented, one.number)
        if not line:
            continue
        came = pressed(found, line, (*one.path, one.key))
        if came.reached:
            continue
        keys = " and then ".join((*one.path, one.key))
        told = documented.place(Spot(one.document, one.line))
        if came.short:
            node = came.short[0].node
            place, where = flow.place("nodes", node, key=True), f"in '{node}' nothing is on it"
        else:
            place, where = flow.place("lines", line, key=True), f"on '{line}' no such menu is reached"
        message = f"the documents tell callers to press {keys} for '{one.topic}', but {where}"
        yield Fault(place, message, "Add the key, or take it out of the document.", ((told, "told here"),))
