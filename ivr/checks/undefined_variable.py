"""DA001: a variable is used that nothing sets."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.pressed import first_met
from ivr.analysis.twins import meant_variables
from ivr.analysis.variables import never_set, place_of
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("DA001", "undefined-variable", Severity.ERROR)
def undefined_variable(flow: Flow) -> Iterator[Fault]:
    """Callers hear a gap, or go the wrong way, since a variable is used that nothing in the flow ever sets.

    Variables are set by an `ask` or a `record` with `into`, a `set`, and what a `lookup` gives. What a test gives its
    call beforehand does not count. A step of another platform (`unknown`) may set anything, so nothing is said of what
    can come behind one. Each variable is reported once, where it is first used.

    Bad:
        nodes:
          main: {ask: Please enter your order number., into: order, digits: 6, next: told}
          told: {say: "Your order {ordre} is on its way.", next: desk}
          desk: {transfer: representative, pass: [order], busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main: {ask: Please enter your order number., into: order, digits: 6, next: told}
          told: {say: "Your order {order} is on its way.", next: desk}
          desk: {transfer: representative, pass: [order], busy: sorry, no-answer: sorry}

    Source: the checks of PingOne DaVinci's flows have this rule.
    """
    if "nodes" in flow.unread:
        return
    for name, paths in never_set(flow).items():
        near = meant_variables(flow).get(name)
        message = f"nothing sets '{name}', so callers meet it empty"
        message += f"; did you mean '{near}'?" if near else ""
        hint = "" if near else "Set it with `into`, `set` or the `gives` of a lookup before it is used."
        related = tuple((place_of(flow, path, name), "used here, too") for path in paths[1:4])
        node = first_met(flow, (str(path[1]) for path in paths if path[0] == "nodes"))
        yield Fault(place_of(flow, paths[0], name), message, hint, related, Shows(node) if node else None)
