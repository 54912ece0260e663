"""HU004: 0 does not lead to a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.analysis.helping import to_a_person
from ivr.check import check
from ivr.explore import explored, witness
from ivr.explore.calls import Path
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import NOTHING
from ivr.promise.far import MOST_KEYS, farthest
from ivr.promise.zero import Zero, zeros
from ivr.witness import PRESS, Step, Witness


@check("HU004", "zero-no-human", Severity.WARNING)
def zero_no_human(flow: Flow, *, today: date) -> Iterator[Fault]:
    """Callers who press 0 for a person, as they do without listening, do not get to one, though one can be reached.

    Messages, hours and questions may lie behind 0, as may a mailbox while nobody is there; another menu may not. What
    0 does in a menu from which nobody can be reached at that hour is left to KY006; where a person is more than three
    keys away and 0 does nothing at all, HU005 tells of that.

    Bad:
        keys: {9: {say: hear this again, go: again}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: a representative, go: desk}
          sales: {say: Our sales team will be glad to help., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: a message, go: message}
          sales: {say: Our sales team will be glad to help., next: desk}
          message: {record: "After the tone, leave your name and number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you, we will call you back.", done: yes}

    Parameter: the operator's key is 0, as in W3C's Making Content Usable and the GetHuman standard.
    Source: W3C, Making Content Usable, on voice menus; the GetHuman standard, point 1; ITAMS.
    """
    found = list(zeros(flow, today).values())
    everywhere = [zero for zero in found if zero.does and not zero.own]
    taken = [zero for zero in found if zero.own]
    missing = [zero for zero in found if zero.does is None]
    yield from (_taken(flow, today, (zero,)) for zero in taken)
    if everywhere:
        yield _taken(flow, today, tuple(everywhere))
    if missing and farthest(flow, today, MOST_KEYS) is None:
        yield _missing(flow, today, missing)


def _taken(flow: Flow, today: date, several: tuple[Zero, ...]) -> Fault:
    first = several[0]
    does = first.does
    label = f"stands for '{does.label}'" if does and does.label else f"leads to '{does.go}'" if does else "does nothing"
    message = f"in {_menus(several)} 0 {label}, but callers press it to reach a person"
    place = does.place(flow) if does else flow.place("nodes", first.menu, key=True)
    hint = "Keep 0 for a person, and give this option another key."
    return Fault(place, message, hint, call=_call(flow, today, first))


def _missing(flow: Flow, today: date, several: list[Zero]) -> Fault:
    first = several[0]
    path = ("nodes", first.menu, "options", "0") if _is_taken_away(flow, first.menu) else ("nodes", first.menu)
    message = f"in {_menus(tuple(several))} 0 does nothing, but callers press it to reach a person"
    hint = "Let 0 lead to a person in every menu, with `keys:`."
    call = _call(flow, today, first)
    return Fault(flow.place(*path, key=True), message, hint, call=call, fix=to_a_person(flow))


def _is_taken_away(flow: Flow, menu: str) -> bool:
    option = getattr(flow.nodes[menu], "options", {}).get("0")
    return option is not None and option.go == NOTHING


def _menus(several: tuple[Zero, ...]) -> str:
    others = len(several) - 1
    return f"'{several[0].menu}'" + (f" and {others} more {'menu' if others == 1 else 'menus'}" if others else "")


def _call(flow: Flow, today: date, zero: Zero) -> Witness | None:
    path: Path = zero.place.path(zero.bit)
    return witness(explored(flow, today), path, zero.bit, (Step(PRESS, "0"),))
