"""KY022: a code of the menu is an emergency number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.analysis.assignment import Assignment, assigned_everywhere, assignments
from ivr.analysis.pressed import presses
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_URGENT: Final = re.compile(
    r"emergenc|ambulanc|police|\bfire\b|urgenc|urgent|polic[ií]a|bomber|pompier|notruf|notfall|polizei|feuerwehr"
    r"|crisis|suicid",
    re.IGNORECASE,
)


@check("KY022", "emergency-code", Severity.WARNING)
def emergency_code(flow: Flow, *, numbers: tuple[str, ...] = ("911", "112", "999", "000", "988")) -> Iterator[Fault]:
    """Somebody in an emergency dials the number for it here, and is led to something else: an option has that code.

    An option that says that it is for emergencies is left alone.

    Bad:
        keys:
          0: {say: a representative, go: desk}
          8: {say: hear this again, go: again}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: "If you know the extension, dial it."
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
              911: {say: the workshop, go: workshop, announced: no, because: It is printed in the directory.}
          sales: {say: Our sales team will be glad to help., next: desk}
          workshop: {say: This is the workshop., next: desk}

    Good:
        keys:
          0: {say: a representative, go: desk}
          8: {say: hear this again, go: again}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: "If you know the extension, dial it."
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
              715: {say: the workshop, go: workshop, announced: no, because: It is printed in the directory.}
          sales: {say: Our sales team will be glad to help., next: desk}
          workshop: {say: This is the workshop., next: desk}

    Parameter: 911, 112, 999, 000 and 988 (a choice of this project).
    Source: none was found; these are emergency numbers of North America, Europe, Britain and Australia.
    """
    own = [one for assigned in assignments(flow).values() for one in assigned if one.own]
    for one in (*assigned_everywhere(flow).values(), *own):
        if one.key in numbers and not _is_for_emergencies(flow, one):
            where = f"in '{one.menu}'" if one.own and one.menu else "in every menu"
            message = f"{where} {one.key} leads to '{one.go}', so callers who dial it in an emergency get no help"
            yield Fault(one.place(flow), message, "Give this option another code.", call=presses(flow, one))


def _is_for_emergencies(flow: Flow, one: Assignment) -> bool:
    node = flow.nodes.get(one.go)
    told = [text for _, text in one.labels] + [one.go, node.name if node else ""]
    return any(_URGENT.search(text) for text in told)
