"""TM020: callers wait for several lookups and hear nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ivr.analysis.cycles import strong_parts
from ivr.analysis.ways import judged, ways
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.lookup import Lookup
from ivr.witness import Shows

_QUIET = frozenset({"lookup", "set", "branch", "hours", "split", "run", "return"})


@check("TM020", "webhook-silence", Severity.INFO)
def webhook_silence(flow: Flow, *, most: int = 1) -> Iterator[Fault]:
    """Callers hear nothing while one thing after another is looked up, and think that the line is dead.

    How long a lookup takes is not written in a flow. One that is quick is over before anybody wonders; of several in a
    row, without a word in between, each may take its time. Say something before the first, such as "One moment".

    Bad:
        nodes:
          main: {ask: Please enter your member number., into: member, digits: 9, next: find}
          find: {lookup: member record, pass: [member], outcomes: {found: orders, failed: desk}}
          orders: {lookup: last order, outcomes: {found: told, failed: desk}}
          told: {say: Your order is on its way., next: desk}

    Good:
        nodes:
          main: {ask: Please enter your member number., into: member, digits: 9, next: find}
          find: {lookup: member record, pass: [member], outcomes: {found: moment, failed: desk}}
          moment: {say: One moment please., next: orders}
          orders: {lookup: last order, outcomes: {found: told, failed: desk}}
          told: {say: Your order is on its way., next: desk}

    Parameter: one lookup in silence (a choice of this project); with 0, each must come after words.
    Source: connect-blueprint asks for a message before a wait; Amazon Connect allows a lookup 8 s (seen in a summary).
    """
    for name, (count, before) in _silent_lookups(flow).items():
        if count == most + 1 and isinstance(flow.nodes[name], Lookup):
            behind = f" behind '{before}', without a word in between" if before else ", without a word before"
            message = f"callers hear nothing while '{name}' looks something up{behind}"
            hint = 'Say something before, such as "One moment please."'
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name))


def _silent_lookups(flow: Flow) -> Mapping[str, tuple[int, str]]:
    """Give, for each node that says nothing, how many lookups in a row callers have waited for, and the one before.

    The first lookup behind words is spoken over, and does not count. A way goes round no circle.
    """
    graph = {name: tuple(dict.fromkeys(way.to for way in ways(flow)[name])) for name in judged(flow)}
    found: dict[str, tuple[int, str]] = {}
    arriving: dict[str, tuple[int, str]] = {}
    for part in reversed(list(strong_parts(graph))):
        for name in part:
            node = flow.nodes[name]
            count, before = arriving.get(name, (0, ""))
            if isinstance(node, Lookup):
                count += 1
                found[name] = (count, before)
            elif node.verb not in _QUIET:
                count = 0 if node.listens else -1
            behind = (count, name if isinstance(node, Lookup) else before if node.verb in _QUIET else "")
            for to in graph[name]:
                arriving[to] = max(arriving.get(to, behind), behind)
    return found
