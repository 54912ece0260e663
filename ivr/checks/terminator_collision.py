"""KY015: a key that ends an entry is needed within it."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.assignment import Assignment, assignments
from ivr.analysis.listing import listed
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.ask import Ask
from ivr.nodes.menu import Menu
from ivr.witness import Shows


@check("KY015", "terminator-collision", Severity.ERROR)
def terminator_collision(flow: Flow) -> Iterator[Fault]:
    """The key that ends an entry is also part of what callers have to enter, so their entry is cut off in the middle.

    In an `ask` that is any digit; in a menu, a key that stands within one of its codes. The first key of a code does
    not count, for before anything is pressed there is nothing to end.

    Bad:
        nodes:
          main:
            ask: Please enter your order number. Then press 9.
            into: order
            digits: 4-6
            end: 9
            next: order
          order: {transfer: representative, pass: [order], busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            ask: Please enter your order number. Then press pound.
            into: order
            digits: 4-6
            end: "#"
            next: order
          order: {transfer: representative, pass: [order], busy: sorry, no-answer: sorry}

    Source: VoiceXML 2.0 on `termchar`, the key that ends an entry and is never part of it.
    """
    for name, node in flow.nodes.items():
        if isinstance(node, Ask) and name not in flow.broken and any(key.isdigit() for key in node.end):
            digits = listed(key for key in dict.fromkeys(node.end) if key.isdigit())
            message = (
                f"'{name}' ends an entry at {digits}, so callers whose number has that digit are cut off in the middle"
            )
            yield Fault(
                flow.place("nodes", name, "end"), message, 'End entries with "#".', call=Shows(name, on=digits[:1])
            )
    for name, assigned in assignments(flow).items():
        menu = flow.nodes[name]
        cut = [one for one in assigned if isinstance(menu, Menu) and _is_cut(menu.end, one)]
        if cut:
            yield _fault(flow, name, cut)


def _is_cut(end: str, one: Assignment) -> bool:
    return any(key in end for key in one.key[1:])


def _fault(flow: Flow, name: str, cut: list[Assignment]) -> Fault:
    codes = listed(one.key for one in cut)
    within = "stands within the codes" if len(cut) > 1 else "stands within the code"
    message = f"the key that ends a code in '{name}' {within} {codes}, so callers can never enter it whole"
    hint = "End codes with a key that is in none of them, or leave `end` out."
    related = tuple((one.place(flow), "cut off") for one in cut)
    return Fault(flow.place("nodes", name, "end"), message, hint, related, Shows(name, on=cut[0].key))
