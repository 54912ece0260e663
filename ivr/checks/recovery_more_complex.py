"""TM013: the last try leads to something harder."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.recovery import asked_again, told_options
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu
from ivr.witness import Shows


@check("TM013", "recovery-more-complex", Severity.WARNING)
def recovery_more_complex(flow: Flow) -> Iterator[Fault]:
    """Callers who could not make a simple choice are given a harder one: more options, or a number to enter.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            otherwise: more
          more:
            menu: Let us try something else.
            options:
              1: {say: cars, go: desk}
              2: {say: bicycles, go: office}
              3: {say: repairs, go: garage}
          office: {say: This is billing., next: desk}
          garage: {say: This is the garage., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: more}
              2: {say: billing, go: office}
          more:
            menu: Sales.
            options:
              1: {say: cars, go: desk}
              2: {say: bicycles, go: office}
              3: {say: repairs, go: garage}
          office: {say: This is billing., next: desk}
          garage: {say: This is the garage., next: desk}

    Source: W3C, Making Content Usable, on menus that become simpler after a mistake.
    """
    for name, way, other, harder in asked_again(flow):
        if harder:
            node, harder_node = flow.nodes[name], flow.nodes[other]
            more = "a number to enter"
            if isinstance(node, Menu) and isinstance(harder_node, Menu):
                more = f"{told_options(harder_node)} options instead of {told_options(node)}"
            message = f"callers who fail at '{name}' are led to '{other}', which is harder: it has {more}"
            place = flow.place(*way.path) if way.scope == "own" else flow.place("nodes", name, key=True)
            hint = "Let `otherwise` lead to a person, or to something simpler."
            yield Fault(place, message, hint, call=Shows(name, on="otherwise"))
