"""Menus in which 0 does not lead to a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ivr.analysis.assignment import (
    ZERO,
    Assignment,
    assignments,
    leads_to_a_person,
    leads_to_more_than_a_mailbox,
)
from ivr.analysis.key_meaning import HELP, OPERATOR
from ivr.analysis.onward import told_elsewhere
from ivr.analysis.people import only_by_speech
from ivr.analysis.ways import judged
from ivr.explore.positions import Position
from ivr.flow import Flow
from ivr.nodes.menu import Menu
from ivr.promise.costs import Calls, calls_of, lowest


class Zero(NamedTuple):
    """A menu in which 0 does not lead to a person, what it does there (None: nothing), and a call that is there."""

    menu: str
    does: Assignment | None
    place: Position
    bit: int

    @property
    def own(self) -> bool:
        """Whether the menu itself says what 0 does."""
        return self.does is not None and self.does.own


def zeros(flow: Flow, today: date, pressed: str = ZERO) -> Mapping[str, Zero]:
    """Give the menus in which 0 does not lead to a person, though one can be reached from there at that hour.

    `pressed` is what callers press for a person, if not 0. HU010 tells of menus in which only words lead to a person.
    Messages, hours, lookups and questions may lie on the way, as may a mailbox where nobody is there; another menu may
    not. Help that is no person counts as meant so, and what is not there may stand in a part that was not read.
    """
    key = ("zeros", today, pressed)
    if key not in flow.memo:
        suspects = dict(_suspects(flow, pressed))
        flow.memo[key] = dict(_confirmed(calls_of(flow, today), suspects)) if suspects else {}
    found: Mapping[str, Zero] = flow.memo[key]
    return found


def _suspects(flow: Flow, pressed: str) -> Iterator[tuple[str, Assignment | None]]:
    for name in judged(flow):
        node = flow.nodes[name]
        told = name in told_elsewhere(flow) or only_by_speech(flow, name)
        if isinstance(node, Menu) and not told and name in assignments(flow):
            does = next((one for one in assignments(flow)[name] if one.key == pressed), None)
            if not (_helps(flow, does) if does else flow.unread or _gives_up(flow, node)):
                yield name, does


def _helps(flow: Flow, does: Assignment) -> bool:
    if does.meaning == OPERATOR:
        return leads_to_more_than_a_mailbox(flow, does.go)
    return does.meaning == HELP or leads_to_a_person(flow, does.go)


def _gives_up(flow: Flow, menu: Menu) -> bool:
    """Whether a key that is nobody's, such as 0 then, leads to a person at once."""
    otherwise = menu.otherwise_in(flow)
    return menu.tries_in(flow) == 1 and otherwise is not None and leads_to_a_person(flow, otherwise)


def _confirmed(calls: Calls, suspects: Mapping[str, Assignment | None]) -> Iterator[tuple[str, Zero]]:
    """Leave out the menus that callers come to only while no person can be reached from there."""
    found: dict[str, Zero] = {}
    for alike in calls.alike:
        bit = lowest(alike)
        for place in calls.places(bit):
            name = place.state.node
            if name in suspects and name not in found and place.number in calls.ways(bit):
                found[name] = Zero(name, suspects[name], place, bit)
    yield from sorted(found.items())
