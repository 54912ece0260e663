"""TM010: several menus send a silent caller to one another for ever."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.cycles import within
from ivr.analysis.listing import listed
from ivr.analysis.onward import round_names
from ivr.analysis.passive import lasting_rounds, listens, same_level
from ivr.analysis.traps import traps
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.source import Place
from ivr.witness import Shows


@check("TM010", "counter-reset-loop", Severity.ERROR)
def counter_reset_loop(flow: Flow) -> Iterator[Fault]:
    """A caller who presses nothing is sent from menu to menu for ever: each allows its tries anew.

    Every menu has a limit, but coming to another one begins the count again, so that the call as a whole has none. A
    round with a single menu in it is ST009's; one that nobody gets out of at all is ST007's. A branch on a variable
    that the round sets counts as a limit.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
            otherwise: sales
          sales:
            menu: This is sales.
            options:
              1: {say: cars, go: desk}
              2: {say: bicycles, go: office}
            otherwise: main
          office: {say: One moment please., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales:
            menu: This is sales.
            options:
              1: {say: cars, go: desk}
              2: {say: bicycles, go: office}
          office: {say: One moment please., next: desk}

    Parameter: only rounds without any limit are reported; whether a call should have a limit of its own is disputed.
    Source: Voxeo's example of a limit for each menu and one for the call; no checker surveyed has this rule.
    """
    left_out = round_names(flow).union(*traps(flow))
    graph = same_level(flow)
    for part in lasting_rounds(flow, within(graph, (name for name in graph if name not in left_out))):
        asking = [name for name in part if listens(flow, name)]
        if len(asking) > 1:
            menus = listed(f"'{name}'" for name in asking)
            message = f"a caller who presses nothing is sent round {menus} for ever: each counts its tries anew"
            related = tuple((_place(flow, name), "and on from here") for name in asking[1:])
            hint = "Let one of them lead to a person or to an ending after its last try."
            yield Fault(_place(flow, asking[0]), message, hint, related, call=Shows(asking[0], then="silent"))


def _place(flow: Flow, name: str) -> Place:
    way = next((way for way in flow.exits(name) if way.by == "failure" and way.scope == "own"), None)
    return flow.place(*way.path) if way else flow.place("nodes", name, key=True)
