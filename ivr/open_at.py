"""What of a flow is open at one moment, as the engine has it: each node is asked which way it sends a call then."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ivr.call import Call
from ivr.flow import moment
from ivr.graph import CONTACT
from ivr.node import Finish, Go

if TYPE_CHECKING:
    from ivr.flow import Flow

Way = tuple[str, str]


def closed_at(flow: Flow, at: datetime) -> frozenset[str | Way]:
    """Give what nobody gets through at the moment `at`: nodes of the flow's graph, and ways out as `(node, on)`.

    Ways out are those of hours that the moment does not take; nodes are closed contacts, and whatever only those ways
    lead to.
    """
    instant = moment(at, flow)
    ways = frozenset(way for name in flow.nodes for way in _shut(flow, name, instant))
    contacts = {CONTACT + name for name, contact in flow.contacts.items() if not flow.is_open(contact.hours, instant)}
    nodes = flow.reachable() - _reached(flow, ways)
    return frozenset(ways | contacts | nodes)


def _shut(flow: Flow, name: str, instant: datetime) -> list[Way]:
    node = flow.nodes[name]
    if node.verb == "hours":
        taken = _taken(flow, name, instant)
        return [(name, way.on) for way in flow.exits(name) if way.on != taken]
    if getattr(node, "transfer", "") in flow.contacts and _taken(flow, name, instant) is not None:
        return [(name, "transfer")]
    return []


def _taken(flow: Flow, name: str, instant: datetime) -> str | None:
    """Give the exit by which a node sends a call on at once, or None where the call stays to be answered."""
    call = Call(next(iter(flow.lines), ""), instant, name, flow.first_language)
    move = flow.nodes[name].arrive(flow, call)
    if isinstance(move, Go):
        return move.on
    return "" if isinstance(move, Finish) else None


def _reached(flow: Flow, shut: frozenset[Way]) -> frozenset[str]:
    ahead = [line.start for line in flow.lines.values() if line.start in flow.nodes]
    reached = set(ahead)
    while ahead:
        here = ahead.pop()
        for way in flow.exits(here):
            if way.to in flow.nodes and way.to not in reached and (here, way.on) not in shut:
                reached.add(way.to)
                ahead.append(way.to)
    return frozenset(reached)
