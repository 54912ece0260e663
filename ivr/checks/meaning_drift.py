"""KY011: what callers want in many menus has another key in each."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ivr.analysis.assignment import ZERO, Assignment, assignments, misuses_zero
from ivr.analysis.habit import Habit, habits
from ivr.analysis.key_meaning import BACK, OPERATOR, REPEAT, START
from ivr.analysis.listing import listed
from ivr.analysis.pressed import pressed_in
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_DOING: Final = MappingProxyType(
    {
        OPERATOR: "reach a person",
        BACK: "go back",
        REPEAT: "hear a menu again",
        START: "get to the main menu",
    }
)


@check("KY011", "meaning-drift", Severity.WARNING)
def meaning_drift(flow: Flow) -> Iterator[Fault]:
    """What callers want in many menus has another key in some of them: what they have learned does not help them there.

    This is about a person, going back, hearing the menu again, the main menu, and each language. The key that most
    menus have is taken to be the usual one; a menu that has it too may offer the same on a second key.

    Bad:
        keys:
          0: {say: a representative, go: desk}
          9: {say: hear this again, go: again}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: billing}
          sales:
            menu: Sales.
            options:
              1: {say: a new order, go: desk}
              "*": {say: go back, go: back}
          billing:
            menu: Billing.
            options:
              1: {say: your last bill, go: desk}
              2: {say: go back, go: back}

    Good:
        keys:
          0: {say: a representative, go: desk}
          9: {say: hear this again, go: again}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: billing}
          sales:
            menu: Sales.
            options:
              1: {say: a new order, go: desk}
              "*": {say: go back, go: back}
          billing:
            menu: Billing.
            options:
              1: {say: your last bill, go: desk}
              "*": {say: go back, go: back}

    Source: W3C, Making Content Usable, on consistent keys; the Irish telecoms guidelines, 2.2 (seen in a summary).
    """
    zero = {name for name, several in assignments(flow).items() if any(misuses_zero(flow, one) for one in several)}
    for habit in habits(flow):
        # Where 0 leads elsewhere, KY006 tells of it.
        strange = tuple(one for one in habit.broken if habit.key != ZERO or one.menu not in zero)
        if strange:
            yield _fault(flow, habit._replace(broken=strange))


def _fault(flow: Flow, habit: Habit) -> Fault:
    doing = _DOING.get(habit.meaning, f"change to {_language(habit)}")
    usually = _menus(habit.kept)
    elsewhere = listed(f"with {one.key} in '{one.menu}'" for one in habit.broken)
    message = f"callers {doing} with {habit.key} in {usually}, but {elsewhere}"
    first, *rest = habit.broken
    related = [(one.place(flow), f"here it is {one.key}") for one in rest]
    related.append((habit.kept[0].place(flow), f"here it is {habit.key}, as usual"))
    return Fault(
        first.place(flow),
        message,
        f"Use {habit.key} for it in every menu.",
        tuple(related),
        pressed_in(first.menu, habit.key),
    )


def _menus(kept: tuple[Assignment, ...]) -> str:
    names = list(dict.fromkeys(one.menu for one in kept))
    return f"'{names[0]}'" if len(names) == 1 else f"{len(names)} menus"


def _language(habit: Habit) -> str:
    return f"'{habit.kept[0].label}'"
