"""When the people are there that callers of a line can be put through to."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from ivr.explore.positions import Position
from ivr.flow import ALWAYS
from ivr.nodes.transfer import Transfer
from ivr.promise.costs import Calls, people_rung, rings


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
    people, declared = people_rung(calls.flow), _declared(calls)
    there: dict[str, int] = {}
    for position, bits in _reached(calls.positions.roots[line], calls.found.times.every):
        who = rings(position)
        if who in people:
            there[who] = there.get(who, 0) | bits
        for onward in position.onward if declared else ():
            if onward.edge.bits & bits:
                there.update(declared[way.node] for way in onward.edge.ways if way.node in declared)
    return there


def _declared(calls: Calls) -> dict[str, tuple[str, int]]:
    """Give, for each node that rings a person with hours, the person and these hours, whoever is rung."""
    flow = calls.flow
    found = {}
    for name, node in flow.nodes.items():
        contact = flow.contacts.get(node.transfer) if isinstance(node, Transfer) else None
        if isinstance(node, Transfer) and contact and contact.person and contact.hours != ALWAYS:
            found[name] = node.transfer, calls.found.times.during(contact.hours)
    return found


def _reached(root: Position, every: int) -> Iterator[tuple[Position, int]]:
    """Give the positions that callers of a line can come to, each with all times at which they can."""
    found = {root.number: every}
    kept = {root.number: root}
    ahead = deque([(root, every)])
    while ahead:
        here, bits = ahead.popleft()
        for onward in here.onward:
            known = found.get(onward.target.number, 0)
            new = bits & onward.edge.bits & ~known
            if new:
                found[onward.target.number] = known | new
                kept[onward.target.number] = onward.target
                ahead.append((onward.target, new))
    return ((kept[number], bits) for number, bits in found.items())
