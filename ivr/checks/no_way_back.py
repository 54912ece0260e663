"""AC008: no key leads from a menu to the one before it."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.assignment import assigned_everywhere, assignments, taken_over
from ivr.analysis.cycles import leading_to, strong_parts
from ivr.analysis.dominators import passed_before
from ivr.analysis.helping import to_go_back
from ivr.analysis.key_meaning import BACK as GOES_BACK
from ivr.analysis.key_meaning import START
from ivr.analysis.listing import as_one
from ivr.analysis.traps import traps
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import BACK
from ivr.nodes.menu import Menu
from ivr.nodes.run import Run
from ivr.witness import Shows


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
    if "keys" in flow.unread:
        return
    faults = list(_faults(flow))
    if any(usual.meaning == GOES_BACK for usual in assigned_everywhere(flow).values()):
        yield from faults
    elif faults:
        yield as_one(faults, "menu", "this one, too")._replace(fix=to_go_back(flow))


def _faults(flow: Flow) -> Iterator[Fault]:
    first = _first_menus(flow)
    lost = _without_way_back(flow, first).difference(*traps(flow))
    for name, node in flow.nodes.items():
        if isinstance(node, Menu) and name in lost and name in flow.reachable() and name not in flow.broken:
            if any(usual.meaning in {GOES_BACK, START} for usual in taken_over(flow, name)):
                continue  # KY004 tells of it
            if any(one.meaning == GOES_BACK for one in assignments(flow)[name]):
                continue  # it says that it goes back, and ST021 tells that it does not
            before = _before(flow, name)[0]
            message = f"no key leads callers from '{name}' back to '{before}', so a wrong turn means calling again"
            hint = 'Add a key for all menus: `keys: {"*": {say: go back, go: back}}`.'
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name))


def _without_way_back(flow: Flow, first: frozenset[str]) -> frozenset[str]:
    """Name the nodes behind a menu from which callers cannot choose to come to one before it, or to the first one."""
    chosen = {name: tuple(_chosen(flow, name)) for name in flow.nodes}
    at_home = leading_to(chosen, [name for name in flow.nodes if name in first or name in flow.broken])
    at_home |= leading_to(_beside(flow, chosen), [name for name, node in flow.nodes.items() if node.verb == "return"])
    part_of = {name: number for number, part in enumerate(strong_parts(chosen)) for name in part}
    return frozenset(
        name
        for name in flow.menus_before()
        if name not in at_home
        and not any(way.to == BACK for way in flow.exits(name))
        and (menus := _before(flow, name))
        and not any(part_of[menu] == part_of[name] or menu in chosen[name] for menu in menus)
    )


def _beside(flow: Flow, chosen: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Give ways on past the sub-flows that are run on them: from what runs one, its end is no way back."""
    runs = {name: node.run for name, node in flow.nodes.items() if isinstance(node, Run)}
    return {name: tuple(one for one in to if one != runs.get(name)) for name, to in chosen.items()}


def _before(flow: Flow, name: str) -> tuple[str, ...]:
    """Name the menus before a node, without those that callers come to only by way of it and that lead up again."""
    passed = passed_before(flow)
    return tuple(menu for menu in flow.menus_before()[name] if passed.common((name, menu)) != name)


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
