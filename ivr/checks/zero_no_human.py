"""HU004: 0 does not lead to a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ivr.analysis.assignment import ZERO
from ivr.analysis.helping import to_a_person
from ivr.analysis.key_meaning import OPERATOR
from ivr.analysis.listing import as_one
from ivr.check import check
from ivr.explore import explored, witness
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import NOTHING
from ivr.promise.far import MOST_KEYS, farthest
from ivr.promise.zero import Zero, zeros
from ivr.source import Place
from ivr.witness import PRESS, Step


@check("HU004", "zero-no-human", Severity.WARNING)
def zero_no_human(flow: Flow, *, today: date, key: str = ZERO) -> Iterator[Fault]:
    """Callers who press 0 for a person, as they do without listening, do not get to one, though one can be reached.

    Messages, hours and questions may lie behind 0, as may a mailbox while nobody is there, or where callers are not
    told that they get a person; another menu may not. What 0 does in a menu from which nobody can be reached at that
    hour is left to KY006; where a person is more than three keys away and 0 does nothing at all, HU005 tells of that;
    where only words lead to a person, HU010 does.

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
    asked = _Asked(flow, today, key)
    found = zeros(flow, today, key).values()
    yield from (asked.taken(zero) for zero in found if zero.own)
    everywhere = [asked.taken(zero) for zero in found if zero.does and not zero.own]
    yield from everywhere[:1]
    missing = [asked.missing(zero) for zero in found if zero.does is None]
    if missing and farthest(flow, today, MOST_KEYS) is None:
        fix = to_a_person(flow) if key == ZERO else None
        yield as_one(missing, "menu", "this one, too")._replace(fix=fix)


class _Asked(NamedTuple):
    """The flow, the day, and what callers press for a person."""

    flow: Flow
    today: date
    key: str

    def taken(self, zero: Zero) -> Fault:
        """Tell of a menu in which the key does something else; one of the whole flow is told of where it is written."""
        does = zero.does
        label = f"stands for '{does.label}'" if does and does.label else "leads elsewhere"
        hint = f"Keep {self.key} for a person, and give this option another key."
        if does and does.meaning == OPERATOR:
            label, hint = "leads to a mailbox and no further", f"Let {self.key} lead to somebody who is there."
        place = does.place(self.flow) if does else self.flow.place("nodes", zero.menu, key=True)
        return self._fault(zero, place, label, hint)

    def missing(self, zero: Zero) -> Fault:
        """Tell of a menu in which the key does nothing."""
        option = getattr(self.flow.nodes[zero.menu], "options", {}).get(self.key)
        none = ("options", self.key) if option is not None and option.go == NOTHING else ()
        place = self.flow.place("nodes", zero.menu, *none, key=True)
        return self._fault(zero, place, "does nothing", f"Let {self.key} lead to a person in every menu, with `keys:`.")

    def _fault(self, zero: Zero, place: Place, does: str, hint: str) -> Fault:
        message = f"in '{zero.menu}' {self.key} {does}, but callers press it to reach a person"
        further = (Step(PRESS, self.key),)
        call = witness(explored(self.flow, self.today), zero.place.path(zero.bit), zero.bit, further)
        return Fault(place, message, hint, call=call)
