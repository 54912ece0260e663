"""ST022: a node does nothing but lead on."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import fix, mentions, removed, rewritten, value_at
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import ALWAYS, Flow
from ivr.nodes.branch import Branch
from ivr.nodes.hours import Hours
from ivr.nodes.say import Say
from ivr.nodes.split import Split


@check("ST022", "passthrough-node", Severity.INFO)
def passthrough_node(flow: Flow) -> Iterator[Fault]:
    """A node changes nothing for any caller: it says nothing, decides nothing, and leads on to one place.

    So it is with a `say` without words, and with hours, a branch or a split of which all ways lead to one node. A node
    with a `name` announces options, one with `language`, `flush`, `done` or `irreversible` does something, and so does
    the first node of a line; these are left alone.

    Bad:
        hours:
          office: Mon-Fri 08:00-18:00
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: office}
          sales: {say: Our sales team will be glad to help., next: desk}
          office: {hours: office, open: desk, closed: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {say: Our sales team will be glad to help., next: desk}

    Source: this project's own; editors of call flows leave such nodes behind.
    """
    starts = {line.start for line in flow.lines.values()}
    for name in judged(flow):
        target = _only_target(flow, name)
        if target and target in flow.nodes and target != name and name not in starts:
            message = f"'{name}' does nothing for callers but lead on to '{target}'"
            hint = f"Lead to '{target}' at once, and leave it out."
            yield Fault(flow.place("nodes", name, key=True), message, hint, fix=_mend(flow, name, target))


def _mend(flow: Flow, name: str, target: str) -> Fix | None:
    """Lead to where the node leads, and take it out; not where a promise or a test of the flow speaks of it."""
    for section in ("promises", "calls"):
        if mentions(value_at(flow.tree, (section,)), name):
            return None
    ways = dict.fromkeys(way.path for other in flow.nodes for way in flow.exits(other) if way.to == name)
    at_once = (rewritten(flow, path, target) for path in ways)
    return fix(f"Lead to '{target}' at once.", *at_once, removed(flow, ("nodes", name)))


def _only_target(flow: Flow, name: str) -> str | None:
    """Give where a node leads that neither says, decides nor marks anything; None for any other."""
    node = flow.nodes[name]
    if node.name or node.language or node.flush or node.done or node.irreversible:
        return None
    if isinstance(node, Hours) and node.hours == ALWAYS:
        return node.open
    if any(node.missing(flow)):
        return None
    if isinstance(node, Say):
        return None if node.say else node.next
    if isinstance(node, Branch) and node.else_ is None:
        return None
    goes = {way.to for way in flow.exits(name)}
    return goes.pop() if isinstance(node, Hours | Branch | Split) and len(goes) == 1 else None
