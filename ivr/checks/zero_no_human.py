"""HU004: 0 does not lead to a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ivr.analysis.assignment import ZERO
from ivr.analysis.helping import to_a_person
from ivr.check import check
from ivr.explore import explored, witness
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import NOTHING
from ivr.promise.far import MOST_KEYS, farthest
from ivr.promise.zero import Zero, zeros
from ivr.witness import PRESS, Step, Witness


@check("HU004", "zero-no-human", Severity.WARNING)
def zero_no_human(flow: Flow, *, today: date, key: str = ZERO) -> Iterator[Fault]:
    """Callers who press 0 for a person, as they do without listening, do not get to one, though one can be reached.

    Messages, hours and questions may lie behind 0, as may a mailbox while nobody is there; another menu may not. What
    0 does in a menu from which nobody can be reached at that hour is left to KY006; where a person is more than three
    keys away and 0 does nothing at all, HU005 tells of that; where only words lead to a person, HU010 does.

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

    Parameter: `key`: 0, as in W3C's Making Content Usable and the GetHuman standard.
    Source: W3C, Making Content Usable, on voice menus; the GetHuman standard, point 1; ITAMS.
    """
    found = zeros(flow, today, key)
    asked = _Asked(flow, today, key)
    yield from (asked.taken((zero,)) for zero in found.values() if zero.own)
    everywhere = tuple(zero for zero in found.values() if zero.does and not zero.own)
    if everywhere:
        yield asked.taken(everywhere)
    missing = tuple(zero for zero in found.values() if zero.does is None)
    if missing and farthest(flow, today, MOST_KEYS) is None:
        yield asked.missing(missing)


class _Asked(NamedTuple):
    """The flow, the day, and what callers press for a person."""

    flow: Flow
    today: date
    key: str

    def taken(self, several: tuple[Zero, ...]) -> Fault:
        """Tell of menus in which the key does something else."""
        first = several[0]
        does = first.does
        label = f"stands for '{does.label}'" if does and does.label else "leads elsewhere"
        place = does.place(self.flow) if does else self.flow.place("nodes", first.menu, key=True)
        hint = f"Keep {self.key} for a person, and give this option another key."
        return Fault(place, self._message(several, label), hint, call=self._call(first))

    def missing(self, several: tuple[Zero, ...]) -> Fault:
        """Tell of menus in which the key does nothing."""
        first = several[0]
        option = getattr(self.flow.nodes[first.menu], "options", {}).get(self.key)
        none = ("options", self.key) if option is not None and option.go == NOTHING else ()
        place = self.flow.place("nodes", first.menu, *none, key=True)
        hint = f"Let {self.key} lead to a person in every menu, with `keys:`."
        fix = to_a_person(self.flow) if self.key == ZERO else None
        return Fault(place, self._message(several, "does nothing"), hint, call=self._call(first), fix=fix)

    def _message(self, several: tuple[Zero, ...], does: str) -> str:
        others = len(several) - 1
        more = f" and {others} more {'menu' if others == 1 else 'menus'}" if others else ""
        return f"in '{several[0].menu}'{more} {self.key} {does}, but callers press it to reach a person"

    def _call(self, zero: Zero) -> Witness | None:
        return witness(explored(self.flow, self.today), zero.place.path(zero.bit), zero.bit, (Step(PRESS, self.key),))
