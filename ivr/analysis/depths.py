"""How many menus callers get through before they come to a node."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

from ivr.analysis.ways import forward
from ivr.flow import Flow


def depths(flow: Flow, starts: Iterable[str]) -> dict[str, int]:
    """Give, for every node that some nodes lead to, how many menus the shortest way there has, itself included."""
    found: dict[str, int] = {}
    known = [start for start in starts if start in flow.nodes]
    ahead = deque((start, 0) for start in sorted(known, key=lambda start: flow.nodes[start].verb == "menu"))
    while ahead:
        name, menus = ahead.popleft()
        if name in found:
            continue
        found[name] = menus + (flow.nodes[name].verb == "menu")
        for target in forward(flow)[name]:
            if flow.nodes[target].verb == "menu":
                ahead.append((target, found[name]))
            else:
                ahead.appendleft((target, found[name]))
    return found
