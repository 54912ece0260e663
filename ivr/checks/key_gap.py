"""KY014: a key is left out between those of a menu."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import fix, renamed
from ivr.analysis.assignment import Assignment, assignments, redefines
from ivr.analysis.key_meaning import EXPECTED, NEVER_IN_ORDER
from ivr.analysis.listing import listed
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu
from ivr.tree import Mapping, Tree
from ivr.witness import Shows


@check("KY014", "key-gap", Severity.INFO)
def key_gap(flow: Flow) -> Iterator[Fault]:
    """A menu skips a key, and callers who count along press a key that does nothing.

    Keys that work without being announced fill a gap, as do the flow's keys, and digits with which longer codes begin.
    A key for a person, for hearing the menu again, for going back, for another language, or for everything else may
    stand behind a gap; so may yes and no (KY010), and what takes over a key of the flow (KY004).

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              3: {say: billing, go: desk}
          sales: {say: Our sales team will be glad to help., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {say: Our sales team will be glad to help., next: desk}

    Source: ITAMS' summary of ISO/IEC 13714, and Avaya's design guide, which advises against skipping numbers.
    """
    for name, assigned in assignments(flow).items():
        counted = {int(one.key): one for one in assigned if _counts(flow, one)}
        taken = {int(one.key[0]) for one in assigned if one.key[0].isdigit()}
        missing = [key for key in range(1, max(counted, default=0)) if key not in taken]
        if missing and not _is_given_twice(flow, name):
            behind = counted[min(key for key in counted if key > missing[0])]
            keys = f"key {missing[0]}" if len(missing) == 1 else f"keys {listed(map(str, missing))}"
            message = f"'{name}' skips {keys}, so callers who count along press a key that does nothing"
            call = Shows(name, on=str(missing[0]))
            mend = _mend(flow, name, sorted(counted), missing, taken - counted.keys())
            yield Fault(behind.place(flow), message, "Number the choices from 1 without a gap.", fix=mend, call=call)


def _is_given_twice(flow: Flow, name: str) -> bool:
    """Whether a menu gives a key twice: KY001 tells of it, and one of the two belongs where the gap is."""
    here: Tree = flow.tree
    for step in ("nodes", name, "options"):
        here = here.get(step, "") if isinstance(here, Mapping) else ""
    return isinstance(here, Mapping) and bool(here.duplicates)


def _mend(flow: Flow, name: str, keys: list[int], missing: list[int], others: set[int]) -> Fix | None:
    """Let the choices behind a gap move up, where no other key is in their way and no prompt speaks of the keys."""
    moved = {key: key - sum(gap < key for gap in missing) for key in keys}
    node = flow.nodes[name]
    spoken = isinstance(node, Menu) and node.announce == "as-is"
    if spoken or not others.isdisjoint(moved[key] for key in keys if moved[key] != key):
        return None
    options = ("nodes", name, "options")
    edits = (renamed(flow, (*options, str(key)), str(new)) for key, new in moved.items() if key != new)
    return fix("Number the choices without a gap.", *edits, safe=False)


def _counts(flow: Flow, one: Assignment) -> bool:
    if not one.own or not one.announced or len(one.key) > 1 or one.key not in "123456789":
        return False
    if one.meaning in NEVER_IN_ORDER or one.meaning in EXPECTED or one.meaning.startswith("language"):
        return False
    return not redefines(flow, one)
