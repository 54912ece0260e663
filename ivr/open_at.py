"""What of a flow is open at one moment, as the engine has it: each node is asked which way it sends a call then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ivr.call import Call
from ivr.flow import moment
from ivr.graph import CONTACT
from ivr.node import Finish, Go

if TYPE_CHECKING:
    from ivr.flow import Flow

Way = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shut:
    """A node of the flow's graph, or its way out `on`, that no call gets through at some moment.

    `closed` says that hours keep it shut; else it is merely out of reach then.
    """

    node: str
    on: str = ""
    closed: bool = True


def closed_at(flow: Flow, at: datetime) -> frozenset[Shut]:
    """Give what nobody gets through at the moment `at`, and whether that is because it is closed.

    Closed are contacts outside their hours, transfers to them, and the open way of hours that are over. Whatever only
    those lead to is out of reach: nobody comes to it then, though it may be open itself.
    """
    instant = moment(at, flow)
    shut = frozenset(each for name in flow.nodes for each in _shut(flow, name, instant))
    contacts = {Shut(CONTACT + name) for name, each in flow.contacts.items() if not flow.is_open(each.hours, instant)}
    ways = frozenset((each.node, each.on) for each in shut if each.on)
    reached = _reached(flow, ways)
    nodes = {Shut(name, closed=False) for name in flow.reachable() - reached}
    called = {name for here in reached for name in _contacts(flow, here)}
    uncalled = {name for here in flow.reachable() for name in _contacts(flow, here)} - called
    return shut | contacts | nodes | {Shut(CONTACT + name, closed=False) for name in uncalled}


def _contacts(flow: Flow, name: str) -> Iterator[str]:
    """Give the contacts that a node connects to, or that get its message."""
    node = flow.nodes[name]
    named = (getattr(node, "transfer", ""), getattr(node, "to", ""))
    yield from (contact for contact in named if contact in flow.contacts)


def _shut(flow: Flow, name: str, instant: datetime) -> Iterator[Shut]:
    node = flow.nodes[name]
    connects = getattr(node, "transfer", "") in flow.contacts
    if node.verb != "hours" and not connects:
        return
    taken = _taken(flow, name, instant)
    if connects and taken is None:
        return
    if connects:
        yield from (Shut(name), Shut(name, "transfer"))
    for way in flow.exits(name):
        if way.on != taken:
            yield Shut(name, way.on, closed=way.on == "open")


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
