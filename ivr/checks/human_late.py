"""HU007: a person is offered late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.check import check
from ivr.explore import witness
from ivr.explore.positions import Position
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.promise.costs import MENUS, OFFERED, Calls, along, calls_of, lowest
from ivr.promise.far import MOST_KEYS, farthest
from ivr.promise.hidden import only_hidden
from ivr.witness import Shows, Witness


@check("HU007", "human-late", Severity.INFO)
def human_late(flow: Flow, *, today: date, menus: int = 3) -> Iterator[Fault]:
    """None of the first three menus tells callers of a way to a person.

    A way counts that leads to a person, or to questions and messages before one, by a key that callers are told of.
    Waiting until a menu gives up does not: nobody offers it. Where only untold keys lead to a person, HU003 tells of
    it; where a person is many keys away, HU005.

    Bad:
        keys:
          0: {say: a representative, go: desk, announced: no, because: It is printed on every letter.}
          9: {say: hear this again, go: again}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: our opening hours, go: hours}
              2: {say: our address, go: address}
          hours: {say: We are open day and night., done: yes, next: thanks}
          address: {say: We are at 1 Main Street., done: yes, next: thanks}
          thanks: {hangup: "Thank you for calling, goodbye.", done: yes}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: our opening hours, go: hours}
              2: {say: our address, go: address}
          hours: {say: We are open day and night., done: yes, next: thanks}
          address: {say: We are at 1 Main Street., done: yes, next: thanks}
          thanks: {hangup: "Thank you for calling, goodbye.", done: yes}

    Parameter: `menus`: 3, as in South Australia; Illinois asks for the first menu, as does the profile `il-telecom`.
    Source: the government of South Australia's guide for telephone menus (not checked); 83 Ill. Adm. Code 730.510.
    """
    calls = calls_of(flow, today)
    if not calls.whole or only_hidden(flow, today) or farthest(flow, today, MOST_KEYS):
        return
    known: set[str] = set()
    for line, root in calls.lines():
        late = _late(calls, root, menus)
        start = flow.lines[line].start
        if late is not None and start not in known:
            known.add(start)
            first = "the first menu" if menus == 1 else f"the first {menus} menus"
            message = f"who dials {line} is told of no way to a person in {first}"
            hint = "Announce a key for a person in the first menu, such as 0."
            yield Fault(flow.place("lines", line, key=True), message, hint, call=_call(calls, root, late, line))


def _late(calls: Calls, root: Position, menus: int) -> int | None:
    """Give a time at which a person can be reached and is offered late, if that is so at all such times."""
    late = None
    for bit in map(lowest, calls.alike):
        if root.number in calls.ways(bit):
            offered = calls.ways(bit, OFFERED, MENUS).get(root.number)
            if offered is not None and offered.price[0] <= menus:
                return None
            late = late or bit
    return late


def _call(calls: Calls, root: Position, bit: int, line: str) -> Witness | Shows:
    """Give the call to a person by the quickest way, which nobody offers."""
    way = tuple(edge for _, edge in along(root, calls.ways(bit)))
    return witness(calls.found, way, bit) or Shows(calls.flow.lines[line].start, line=line)
