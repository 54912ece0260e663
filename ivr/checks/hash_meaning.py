"""KY008: the pound key is a choice like any other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.analysis.assignment import Assignment, assigned_everywhere, assignments, redefines
from ivr.analysis.key_meaning import END, NEXT, REPEAT
from ivr.analysis.pressed import called, presses
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_USUAL: Final = frozenset({END, NEXT, REPEAT})


@check("KY008", "hash-meaning", Severity.WARNING)
def hash_meaning(flow: Flow, *, key: str = "#") -> Iterator[Fault]:
    """The pound key is a choice of its own, where callers expect it to end an entry or to go on.

    Ending, confirming, going on, skipping, hearing more and hearing the menu again are all meant by it. Callers press
    it behind a number out of habit, and would then choose something without wanting to.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              "#": {say: our opening hours, go: hours}
          hours: {say: We are open day and night., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: our opening hours, go: hours}
          hours: {say: We are open day and night., next: desk}

    Parameter: the pound key ends an entry or goes on, as in AS/NZS 4263 (2.5) and ISO/IEC 13714 (seen in a summary).
    Source: ISO/IEC 13714:1995, 5.6, basic use of the pound key (seen in a summary).
    """
    usual = assigned_everywhere(flow).get(key)
    if usual and _is_a_choice(usual):
        yield _fault(flow, usual, "in every menu")
    for name, assigned in assignments(flow).items():
        for one in assigned:
            if one.own and one.key == key and _is_a_choice(one) and not redefines(flow, one):
                yield _fault(flow, one, f"in '{name}'")


def _is_a_choice(one: Assignment) -> bool:
    return bool(one.label) and one.meaning not in _USUAL


def _fault(flow: Flow, one: Assignment, where: str) -> Fault:
    message = f"{where} {called(one.key)} stands for '{one.label}', but callers expect it to end an entry or to go on"
    return Fault(one.place(flow), message, "Give this option a digit.", call=presses(flow, one))
