"""ST017: a menu lies too deep."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.depths import depths
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("ST017", "menu-depth", Severity.WARNING)
def menu_depth(flow: Flow, *, most: int = 3) -> Iterator[Fault]:
    """Callers must answer more than three menus, one after the other, to get what lies here.

    The shortest way from the nearest line counts. What lies deeper still is not reported again.

    Bad:
        nodes:
          main: {menu: Thank you for calling., options: {1: {say: sales, go: a}, 2: {say: billing, go: desk}}}
          a: {menu: Sales., options: {1: {say: cars, go: b}, 2: {say: bicycles, go: bicycles}}}
          b: {menu: Cars., options: {1: {say: new cars, go: c}, 2: {say: used cars, go: used}}}
          c: {menu: New cars., options: {1: {say: electric cars, go: electric}, 2: {say: vans, go: vans}}}
          bicycles: {say: This is bicycles., next: desk}
          used: {say: This is used cars., next: desk}
          electric: {say: This is electric cars., next: desk}
          vans: {say: This is vans., next: desk}

    Good:
        nodes:
          main: {menu: Thank you for calling., options: {1: {say: sales, go: a}, 2: {say: billing, go: desk}}}
          a: {menu: Sales., options: {1: {say: cars, go: b}, 2: {say: bicycles, go: bicycles}}}
          b: {menu: Cars., options: {1: {say: new cars, go: new}, 2: {say: used cars, go: used}}}
          bicycles: {say: This is bicycles., next: desk}
          new: {say: This is new cars., next: desk}
          used: {say: This is used cars., next: desk}

    Parameter: at most 3 menus (Ireland's National Disability Authority advises at most three levels).
    Source: NDA, customer communications toolkit for the public service.
    """
    for name, depth in depths(flow, (line.start for line in flow.lines.values())).items():
        if depth == most + 1 and flow.nodes[name].verb == "menu" and name not in flow.broken:
            message = f"callers have to get through {most} menus before they come to the menu '{name}'"
            hint = f"Offer its options earlier, so that nothing lies deeper than {most} menus."
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name))
