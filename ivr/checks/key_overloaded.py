"""KY012: one key does different things that callers expect of every menu."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.assignment import Assignment, goes_one_back
from ivr.analysis.habit import habits, taught
from ivr.analysis.key_meaning import BACK, LANGUAGE, START
from ivr.analysis.listing import listed
from ivr.analysis.pressed import presses
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("KY012", "key-overloaded", Severity.WARNING)
def key_overloaded(flow: Flow) -> Iterator[Fault]:
    """A key does one thing that callers learn to expect in one menu, and another in the next.

    This is about a person, going back, hearing the menu again, the main menu, and languages that several menus offer.
    Where the main menu is the menu before, "back" and "the main menu" are the same. What KY004, KY006 and KY011 tell of
    is not told again.

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
            menu: Sales.
            options:
              1: {say: a new order, go: orders}
              "*": {say: go back, go: back}
          orders:
            menu: Orders.
            options:
              1: {say: a single item, go: desk}
              "*": {say: the main menu, go: main}

    Good:
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
            menu: Sales.
            options:
              1: {say: a new order, go: orders}
              "*": {say: go back, go: back}
          orders:
            menu: Orders.
            options:
              1: {say: a single item, go: desk}
              "*": {say: go back, go: back}

    Source: W3C, Making Content Usable, on consistent keys; the Irish telecoms guidelines, 2.2 (seen in a summary).
    """
    told = {(one.menu, one.key) for habit in habits(flow) for one in habit.broken}
    by_key: dict[str, dict[str, list[Assignment]]] = {}
    for one in taught(flow):
        if (one.menu, one.key) not in told:
            by_key.setdefault(one.key, {}).setdefault(one.meaning.split(" ")[0], []).append(one)
    for key, by_meaning in sorted(by_key.items()):
        meanings = _without_near_ways_back(flow, _without_first_choice(by_meaning))
        if len(meanings) > 1:
            yield _fault(flow, key, meanings)


def _without_first_choice(by_meaning: dict[str, list[Assignment]]) -> dict[str, list[Assignment]]:
    """Leave out languages that one menu offers: that is its choice as any other, and nothing to learn for the rest."""
    alone = len({one.menu for one in by_meaning.get(LANGUAGE, ())}) == 1
    return {meaning: found for meaning, found in by_meaning.items() if meaning != LANGUAGE or not alone}


def _without_near_ways_back(flow: Flow, by_meaning: dict[str, list[Assignment]]) -> list[list[Assignment]]:
    """Give the uses by meaning, the most frequent first; a main menu that is the menu before counts as back."""
    starts = by_meaning.get(START, [])
    if BACK in by_meaning:
        starts = [one for one in starts if not goes_one_back(flow, one)]
    uses = [starts if meaning == START else found for meaning, found in by_meaning.items()]
    return sorted(filter(None, uses), key=len, reverse=True)


def _fault(flow: Flow, key: str, meanings: list[list[Assignment]]) -> Fault:
    usual, *others = (uses[0] for uses in meanings)
    message = f"key {key} is '{usual.label or usual.go}' in '{usual.menu}', but " + listed(
        f"'{one.label or one.go}' in '{one.menu}'" for one in others
    )
    related = [(one.place(flow), f"here it is '{one.label or one.go}'") for one in (*others[1:], usual)]
    return Fault(
        others[0].place(flow),
        message,
        "Give each of them one key in every menu.",
        tuple(related),
        presses(flow, others[0]),
    )
