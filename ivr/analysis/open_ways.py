"""At which times of the week, and of the dates ahead, a call can come to each node, and what is sure to be open then.

A call is taken to pass the flow in one moment: what takes seconds is nothing beside hours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from ivr.analysis.cycles import reached
from ivr.analysis.subflow import levels
from ivr.analysis.week import Calendar, calendar
from ivr.flow import Flow
from ivr.node import Exit
from ivr.nodes.hours import Hours
from ivr.nodes.run import Run
from ivr.nodes.transfer import Transfer


def times_at(flow: Flow, today: date | None = None) -> Mapping[str, int]:
    """Give for each node the times at which callers of any line can come to it (a set of `calendar(flow, today)`)."""
    key = ("times at", today)
    if key not in flow.memo:
        flow.memo[key] = times_from(flow, (line.start for line in flow.lines.values()), calendar(flow, today))
    found: Mapping[str, int] = flow.memo[key]
    return found


def times_from(flow: Flow, starts: Iterable[str], times: Calendar) -> Mapping[str, int]:
    """Give for each node the times, of a calendar, at which callers who begin at some nodes can come to it."""
    found = {start: times.all for start in starts if start in flow.nodes}
    ahead = list(found)
    while ahead:
        here = ahead.pop()
        for way in flow.exits(here):
            more = found[here] & when_taken(flow, here, way, times)
            known = found.get(way.to, 0)
            if way.to in flow.nodes and more & ~known:
                found[way.to] = known | more
                ahead.append(way.to)
    return found


def when_taken(flow: Flow, name: str, way: Exit, times: Calendar) -> int:
    """Give the times at which a way can be taken at all: those of `open` and `closed` follow the schedule."""
    node = flow.nodes[name]
    if not isinstance(node, Hours) or way.on not in {"open", "closed"}:
        return times.all
    is_open = times.open(node.hours)
    return is_open if way.on == "open" else times.all & ~is_open


def open_schedules(flow: Flow) -> Mapping[str, frozenset[str]]:
    """Give for each node the schedules that every call to it has found open on its way.

    Behind a sub-flow that asks for hours itself nothing is known: what it found out may be in what it returns.
    """
    if "open schedules" not in flow.memo:
        flow.memo["open schedules"] = _open_schedules(flow)
    found: Mapping[str, frozenset[str]] = flow.memo["open schedules"]
    return found


def is_guarded(flow: Flow, name: str) -> bool:
    """Whether every call that comes to a node has found some schedule open; HR011 then tells of a contact's hours."""
    return bool(open_schedules(flow).get(name))


def _open_schedules(flow: Flow) -> dict[str, frozenset[str]]:
    nothing: frozenset[str] = frozenset()
    found = {line.start: nothing for line in flow.lines.values() if line.start in flow.nodes}
    ahead = list(found)
    while ahead:
        here = ahead.pop()
        for way in flow.exits(here):
            if way.to in flow.nodes:
                passed = _passed(flow, here, way, found[here])
                known = found.get(way.to)
                common = passed if known is None else known & passed
                if common != known:
                    found[way.to] = common
                    ahead.append(way.to)
    return found


def _passed(flow: Flow, name: str, way: Exit, known: frozenset[str]) -> frozenset[str]:
    node = flow.nodes[name]
    if isinstance(node, Hours) and way.on == "open" and node.hours in flow.hours:
        return known | {node.hours}
    asks = isinstance(node, Run) and way.on != "run" and node.run in _asking(flow)
    return frozenset() if asks else known


def _asking(flow: Flow) -> frozenset[str]:
    """Name the sub-flows that ask for hours, those included that do it in a sub-flow of theirs."""
    if "asking for hours" not in flow.memo:
        subflows = levels(flow).subflows
        asking = {
            first for first, one in subflows.items() if any(flow.nodes[name].verb == "hours" for name in one.nodes)
        }
        inner = {first: tuple(_runs(flow, one.nodes)) for first, one in subflows.items()}
        flow.memo["asking for hours"] = frozenset(first for first in inner if asking & reached(inner, [first]).keys())
    found: frozenset[str] = flow.memo["asking for hours"]
    return found


def _runs(flow: Flow, names: Iterable[str]) -> set[str]:
    return {node.run for name in names if isinstance(node := flow.nodes[name], Run)}


def staffed_times(flow: Flow, times: Calendar, at: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Give each transfer to people that calls come to, with the times at which they can be spoken to by way of it."""
    for name, here in at.items():
        node = flow.nodes[name]
        contact = flow.contacts.get(node.transfer) if isinstance(node, Transfer) else None
        if contact and contact.person and name not in flow.broken:
            yield name, here & times.open(contact.hours)
