"""HU009: a person is reached only by entering something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.check import check
from ivr.explore import witness
from ivr.explore.moves import KEY
from ivr.explore.positions import Position
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.ask import Ask
from ivr.promise.costs import UNKNOWN, Calls, along, calls_of, lowest


@check("HU009", "human-behind-auth", Severity.WARNING)
def human_behind_auth(flow: Flow, *, today: date) -> Iterator[Fault]:
    """Callers who do not have the number that is asked for never get to a person.

    That is so where every way from a line to a person needs an entry, at all hours at which there is one. A question
    that gives up and lets callers through is no hindrance, nor one that lies on some ways only.

    Bad:
        keys: {9: {say: hear this again, go: again}}
        nodes:
          main: {ask: Please enter your member number., into: member, digits: 8, next: desk, otherwise: message}
          desk: {transfer: representative, pass: [member], busy: sorry, no-answer: sorry}
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you, we will call you back.", done: yes}

    Good:
        keys: {9: {say: hear this again, go: again}}
        nodes:
          main: {ask: Please enter your member number., into: member, digits: 8, next: desk, tries: 2}
          desk: {transfer: representative, pass: [member], busy: sorry, no-answer: sorry}

    Source: W3C, Making Content Usable: nobody should have to get through a complex menu to reach a person.
    """
    calls = calls_of(flow, today)
    behind: dict[str, Fault] = {}
    asks = any(isinstance(node, Ask) for node in flow.nodes.values())
    for line, root in calls.lines() if calls.whole and asks else ():
        hours = [bit for bit in map(lowest, calls.alike) if root.number in calls.ways(bit)]
        names = [_asking(calls, root, bit) for bit in hours]
        if names and all(names) and names[0] not in behind:
            name, bit = names[0], hours[0]
            message = f"who dials {line} gets to a person only by entering what '{name}' asks for"
            hint = "Let `otherwise` lead to a person, for those who do not have it."
            call = witness(calls.found, tuple(edge for _, edge in along(root, calls.ways(bit))), bit)
            behind[name] = Fault(flow.place("nodes", name, key=True), message, hint, call=call)
    yield from behind.values()


def _asking(calls: Calls, root: Position, bit: int) -> str:
    """Name the first node on the best way to a person that wants an entry, if none of the ways can do without one."""
    if root.number in calls.ways(bit, UNKNOWN):
        return ""
    nodes = calls.flow.nodes
    steps = (here.state.node for here, edge in along(root, calls.ways(bit)) if edge.move.by == KEY)
    return next((name for name in steps if isinstance(nodes[name], Ask)), "")
