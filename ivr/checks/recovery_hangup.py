"""TM008: the last try ends in a hang-up while a person is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ivr.analysis.amend import fix, removed, rewritten
from ivr.analysis.helping import helping_node
from ivr.analysis.listing import as_one
from ivr.analysis.onward import how_to_help, hung_up_on, hung_up_on_together, met_in_silence
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.witness import Shows


@check("TM008", "recovery-hangup", Severity.WARNING)
def recovery_hangup(flow: Flow) -> Iterator[Fault]:
    """Callers who could not choose are hung up on after their last try, though a person is there who could help them.

    Followed are messages, hours and lookups behind `otherwise`; where the hours say that the only people are gone,
    nothing is said. A node marked `done: yes` ends a call well. Where somebody who never presses anything comes there
    straight from the line, or has the same last way out, HU008 tells of it; where no way leads to help at all, ST008.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: the state of your order, go: order}
          order: {ask: Please enter your order number., into: order, digits: 6, next: found, otherwise: closing}
          found: {transfer: representative, pass: [order], busy: sorry, no-answer: sorry}
          closing: {hangup: "We could not find your order, goodbye."}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: the state of your order, go: order}
          order: {ask: Please enter your order number., into: order, digits: 6, next: found}
          found: {transfer: representative, pass: [order], busy: sorry, no-answer: sorry}

    Source: the GetHuman standard, point 8; W3C, Making Content Usable: a mistake should not end the call.
    """
    for together in hung_up_on_together(flow):
        if not any(name in met_in_silence(flow) for name in together):
            yield as_one((_fault(flow, name) for name in together), "node", "this one, too")


def _fault(flow: Flow, name: str) -> Fault:
    way, ending, hours = hung_up_on(flow)[name]
    node = flow.nodes[name]
    tries = node.tries_in(flow) if isinstance(node, Listening) else 0
    after = "their first mistake" if tries == 1 else f"{tries} mistakes"
    message = f"callers of '{name}' are hung up on after {after}, at '{ending}', though a person is there to help"
    place = flow.place(*way.path) if way.scope == "own" else flow.place("nodes", name, key=True)
    hint = how_to_help(flow, name)
    return Fault(place, message, hint, call=Shows(name, on="otherwise", hours=hours), fix=_mend(flow, name))


def _mend(flow: Flow, name: str) -> Fix | None:
    """Let its `otherwise` lead where all others lead, or else to the first person; what only it led to goes."""
    helper, node = helping_node(flow), flow.nodes[name]
    if helper is None or not isinstance(node, Listening) or not node.otherwise:
        return None
    ways = Counter(way.to for other in flow.nodes for way in flow.exits(other))
    ways.update(line.start for line in flow.lines.values())
    edits = rewritten(flow, ("nodes", name, "otherwise"), helper)
    gone = removed(flow, ("nodes", node.otherwise)) if ways[node.otherwise] == 1 else ()
    return fix(f"Let it lead to '{helper}'.", edits, gone, safe=False)
