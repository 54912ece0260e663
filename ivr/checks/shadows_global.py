"""KY004: an option gives a key of the whole flow another meaning."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.assignment import (
    Assignment,
    assigned_everywhere,
    assignments,
    misuses_zero,
    redefines,
    swapped_with_zero,
)
from ivr.analysis.pressed import presses
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu


@check("KY004", "shadows-global", Severity.WARNING)
def shadows_global(flow: Flow) -> Iterator[Fault]:
    """A key that does one thing in every menu does something else in this one: who is used to it ends up elsewhere.

    An option that leads to the same node, or says or means the same, is no breach, nor is one that leads to a person as
    the flow's key does. `none` takes a key away and is allowed. Where 0 is misused, KY006 tells of it.

    Bad:
        keys:
          0: {say: a representative, go: desk}
          3: {say: our opening hours, go: hours}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: parking, go: parking}
              9: {say: hear this again, go: again}
          parking:
            menu: There are two car parks.
            options:
              1: {say: the northern one, go: north}
              2: {say: the western one, go: west}
              3: {say: the southern one, go: south}
              9: {say: hear this again, go: again}
          west: {say: Please take the second exit., next: desk}
          hours: {say: We are open day and night., next: desk}
          north: {say: Please take the first exit., next: desk}
          south: {say: Please take the third exit., next: desk}

    Good:
        keys:
          0: {say: a representative, go: desk}
          3: {say: our opening hours, go: hours}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: parking, go: parking}
              9: {say: hear this again, go: again}
          parking:
            menu: There are two car parks.
            options:
              1: {say: the northern one, go: north}
              2: {say: the southern one, go: south}
              9: {say: hear this again, go: again}
          hours: {say: We are open day and night., next: desk}
          north: {say: Please take the first exit., next: desk}
          south: {say: Please take the third exit., next: desk}

    Source: W3C, Making Content Usable, on voice menus: reserved keys do the same everywhere.
    """
    for assigned in assignments(flow).values():
        for one in assigned:
            if redefines(flow, one) and not (misuses_zero(flow, one) or swapped_with_zero(flow, one)):
                yield _fault(flow, one, assigned_everywhere(flow)[one.key])


def _fault(flow: Flow, one: Assignment, usual: Assignment) -> Fault:
    says, usually = _told(one), _told(usual)
    number = sum(isinstance(node, Menu) for node in flow.nodes.values())
    elsewhere = "in every other menu" if number > 2 else "in the other menu" if number == 2 else "in the flow's `keys`"  # noqa: PLR2004
    message = f"in '{one.menu}' key {one.key} stands for {says}, but {elsewhere} for {usually}"
    hint = f"Give the option a key of its own, or write `{_written(one.key)}: none` where it must not work."
    return Fault(
        one.place(flow), message, hint, ((usual.place(flow), "the key of the whole flow"),), presses(flow, one)
    )


def _told(one: Assignment) -> str:
    return f"'{one.label or one.go}'"


def _written(key: str) -> str:
    return key if key.isdigit() else f'"{key}"'
