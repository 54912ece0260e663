"""ST001: the flow leads to a node that does not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import RESERVED


@check("ST001", "unknown-target", Severity.ERROR)
def unknown_target(flow: Flow) -> Iterator[Fault]:
    """A way out leads to a node that does not exist: callers who take it are cut off.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: slaes}
              2: {say: billing, go: desk}
          sales: {say: Our sales team is away., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {say: Our sales team is away., next: desk}

    Parameter: names within about two letters are suggested (a choice of this project).
    Source: every checker of call flows surveyed has this rule, Twilio's flow validator among them.
    """
    if "nodes" in flow.unread:  # it may stand in what could not be read
        return
    seen = set()
    for name in flow.nodes:
        for way in flow.exits(name):
            if way.to not in flow.nodes and way.to not in RESERVED and way.path not in seen:
                seen.add(way.path)
                owner = f"'{name}'" if way.scope == "own" else "`keys`" if way.scope == "global" else "`defaults`"
                meant = _meant(flow, way.to)
                yield Fault(flow.place(*way.path), f"{owner} leads to '{way.to}', which does not exist{meant}")


def _meant(flow: Flow, target: str) -> str:
    near = difflib.get_close_matches(target, list(flow.nodes), 1)
    return f"; did you mean '{near[0]}'?" if near else ""
