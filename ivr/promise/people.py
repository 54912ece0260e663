"""When the people are there that callers of a line can be put through to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ivr.flow import ALWAYS
from ivr.nodes.transfer import Transfer
from ivr.promise.costs import Calls, lowest, people_rung, rings
from ivr.promise.positions import Position


def open_times(calls: Calls, line: str) -> int:
    """Give the times at which some person is there whom callers of a line can be put through to."""
    bits = 0
    for there in there_times(calls, line).values():
        bits |= there
    return bits


def who_is_there(calls: Calls, line: str, bit: int) -> tuple[str, ...]:
    """Name the people of a line who are there at one time."""
    return tuple(name for name, there in there_times(calls, line).items() if there & bit)


def there_times(calls: Calls, line: str) -> Mapping[str, int]:
    """Give when each person is there to whom calls of a line come, at their hours or outside them; remembered.

    One who has no hours is there whenever some call of the line rings there: perhaps the flow asks for the hours
    before.
    """
    key = ("people there", calls.found.times.times, line)
    if key not in calls.flow.memo:
        calls.flow.memo[key] = _there_times(calls, line)
    found: Mapping[str, int] = calls.flow.memo[key]
    return found


def _there_times(calls: Calls, line: str) -> dict[str, int]:
    people = people_rung(calls.flow)
    there: dict[str, int] = {}
    for alike in calls.alike:
        for position in calls.reached(line, lowest(alike)):
            who = rings(position)
            if who in people:
                there[who] = there.get(who, 0) | alike
            there.update(_declared(calls, position, lowest(alike)))
    return there


def _declared(calls: Calls, position: Position, bit: int) -> Iterator[tuple[str, int]]:
    """Give the hours of the people with hours to whom calls come next from a position, be they there or not."""
    flow = calls.flow
    for onward in position.onward:
        for way in onward.edge.ways if onward.edge.bits & bit else ():
            node = flow.nodes.get(way.node)
            contact = flow.contacts.get(node.transfer) if isinstance(node, Transfer) else None
            if isinstance(node, Transfer) and contact and contact.person and contact.hours != ALWAYS:
                yield node.transfer, calls.found.times.during(contact.hours)
