"""AC008: no key leads from a menu to the one before it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import BACK
from ivr.nodes.menu import Menu

_FURTHEST: Final = 200  # nodes that are looked at for a way back; one that is longer is none that callers would find


@check("AC008", "no-way-back", Severity.INFO)
def no_way_back(flow: Flow) -> Iterator[Fault]:
    """Callers who took a wrong turn have to hang up and call again: from this menu no key leads back.

    A way back is `back`, or any way on to the menu before this one, to the first menu of a line, or to the end of the
    sub-flow. Where callers come only after their last try, or when a transfer fails, is no way that they can choose.

    Bad:
        keys:
          0: {say: a representative, go: desk}
          9: {say: hear this again, go: again}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales:
            menu: This is sales.
            options:
              1: {say: new orders, go: desk}
              2: {say: returns, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        keys:
          0: {say: a representative, go: desk}
          9: {say: hear this again, go: again}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales:
            menu: This is sales.
            options:
              1: {say: new orders, go: desk}
              2: {say: returns, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: W3C, Making Content Usable; ISO 9241-154, clause 6.5 (its title only was seen).
    """
    first = _first_menus(flow)
    at_home = _that_lead_to(flow, first)
    for name, node in flow.nodes.items():
        if not isinstance(node, Menu) or name in first or name in flow.broken or not flow.menus_before().get(name):
            continue
        if name in flow.reachable() and name not in at_home and not _leads_back(flow, name):
            before = flow.menus_before()[name][0]
            message = f"no key leads callers from '{name}' back to '{before}', so a wrong turn means calling again"
            hint = 'Add a key for all menus: `keys: {"*": {say: go back, go: back}}`.'
            yield Fault(flow.place("nodes", name, key=True), message, hint)


def _first_menus(flow: Flow) -> frozenset[str]:
    """Name the menus that callers of some line meet first."""
    ahead = [line.start for line in flow.lines.values() if line.start in flow.nodes]
    seen, menus = set(ahead), set()
    while ahead:
        here = ahead.pop()
        if isinstance(flow.nodes[here], Menu):
            menus.add(here)
            continue
        new = [target for target in flow.successors(here) if target not in seen]
        seen.update(new)
        ahead.extend(new)
    return frozenset(menus)


def _chosen(flow: Flow, name: str) -> Iterator[str]:
    """Name the nodes that callers can come to from a node without failing, and without anybody failing them."""
    if flow.nodes[name].verb == "transfer":
        return
    for way in flow.exits(name):
        if way.by != "failure":
            yield from flow.menus_before().get(name, ()) if way.to == BACK else (way.to,)


def _that_lead_to(flow: Flow, ends: frozenset[str]) -> frozenset[str]:
    before: dict[str, list[str]] = {}
    for name in flow.nodes:
        for target in _chosen(flow, name):
            before.setdefault(target, []).append(name)
    ahead, reached = list(ends), set(ends)
    while ahead:
        new = [name for name in before.get(ahead.pop(), ()) if name not in reached]
        reached.update(new)
        ahead.extend(new)
    return frozenset(reached)


def _leads_back(flow: Flow, name: str) -> bool:
    """Whether callers come from a menu back to one before it, or to the end of a sub-flow; what cannot be read may."""
    if any(way.to == BACK for way in flow.exits(name)):
        return True
    goals = frozenset(flow.menus_before().get(name, ())) - {name} | flow.broken
    ahead, seen = [name], {name}
    while ahead and len(seen) < _FURTHEST:
        for target in _chosen(flow, ahead.pop()):
            if target in goals or (target in flow.nodes and flow.nodes[target].verb == "return"):
                return True
            if target in flow.nodes and target not in seen:
                seen.add(target)
                ahead.append(target)
    return bool(ahead)
