"""KY007: the star key is a choice like any other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.analysis.assignment import (
    Assignment,
    assigned_everywhere,
    assignments,
    goes_one_back,
    redefines,
    swapped_with_zero,
)
from ivr.analysis.key_meaning import BACK, CANCEL, REPEAT, START
from ivr.analysis.pressed import called, presses
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_USUAL: Final = frozenset({BACK, CANCEL, REPEAT, START})


@check("KY007", "star-meaning", Severity.INFO)
def star_meaning(flow: Flow, *, key: str = "*") -> Iterator[Fault]:
    """The star key is a choice of its own, where callers expect it to go back or to cancel.

    Going back, to the main menu or to the beginning, cancelling, clearing and hearing the menu again are all meant by
    it. Where it does something else than in every other menu, KY004 tells of it.

    Bad:
        keys:
          0: {say: a representative, go: desk}
          9: {say: hear this again, go: again}
          "*": {say: our opening hours, go: hours}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: billing}
          billing: {say: Please have your bill at hand., next: desk}
          hours: {say: We are open day and night., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: our opening hours, go: hours}
          hours: {say: We are open day and night., next: desk}

    Parameter: the star key goes back, as in ISO/IEC 13714 (5.6) and AS/NZS 4263 (seen in a summary).
    Source: ISO/IEC 13714:1995, 5.6, basic use of the star key (seen in a summary).
    """
    usual = assigned_everywhere(flow).get(key)
    if usual and _is_a_choice(flow, usual):
        yield _fault(flow, usual, "in every menu" if any(assignments(flow)) else "among the keys of the flow")
    for name, assigned in assignments(flow).items():
        for one in assigned:
            if one.own and one.key == key and _is_a_choice(flow, one) and not redefines(flow, one):
                yield _fault(flow, one, f"in '{name}'")


def _is_a_choice(flow: Flow, one: Assignment) -> bool:
    if swapped_with_zero(flow, one):
        return False
    starts = {line.start for line in flow.lines.values()}
    return bool(one.label) and one.meaning not in _USUAL and one.go not in starts and not goes_one_back(flow, one)


def _fault(flow: Flow, one: Assignment, where: str) -> Fault:
    message = f"{where} {called(one.key)} stands for '{one.label}', but callers expect it to go back or to cancel"
    return Fault(one.place(flow), message, "Give this option a digit.", call=presses(flow, one))
