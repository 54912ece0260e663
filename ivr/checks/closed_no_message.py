"""HU012: outside the hours callers can leave nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from ivr.check import check
from ivr.effect import Choose, End, Record, Transfer
from ivr.explore import witness
from ivr.explore.positions import Position
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Node
from ivr.promise.costs import Calls, calls_of, lowest
from ivr.promise.hours import hours_told
from ivr.promise.people import open_times
from ivr.witness import Witness

_ANOTHER_WAY: Final = re.compile(
    r"@|\bwww\b|\b\w[\w-]*(?:\.| dot )(?:com|org|net|gov|edu|info|io|us|uk|ca|eu|de|fr|es)\b|\d[\d -]{5,}\d",
    re.IGNORECASE,
)
"""A web or mail address, or a telephone number."""


@check("HU012", "closed-no-message", Severity.WARNING)
def closed_no_message(flow: Flow, *, today: date) -> Iterator[Fault]:
    """Who calls while nobody is there can leave no message, is not called back, and is told of no other way.

    A recording, a mailbox, a callback, and any desk that answers do, as do a node marked `done: yes` and a prompt that
    names a web or mail address or another number. Lines on which nobody ever answers are left to HU001.

    Bad:
        hours: {office: "Mon-Fri 08:00-18:00"}
        nodes:
          main: {hours: office, open: desk, closed: night}
          night: {hangup: We are open on weekdays from 8 a.m. to 6 p.m. Goodbye.}

    Good:
        hours: {office: "Mon-Fri 08:00-18:00"}
        nodes:
          main: {hours: office, open: desk, closed: night}
          night: {record: "We are closed. After the tone, leave your number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you, we will call you back.", done: yes}

    Source: the GetHuman standard, point 4; the ACIXD wiki on voice interfaces, on calls outside the hours.
    """
    calls = calls_of(flow, today)
    known: set[str] = set()
    for line, _ in calls.lines() if calls.whole else ():
        shut = _shut(calls, line)
        ends = [one for one in calls.reached(line, lowest(shut)) if _hangs_up(one)] if shut else []
        if ends and not known & {end.state.node for end in ends}:
            known |= {end.state.node for end in ends}
            name = ends[0].state.node
            message = (
                f"who dials {line} {hours_told(calls.found, shut)} can leave no message, as '{name}' ends the call"
            )
            hint = "Record a message there, have callers called back, or tell them where they can write."
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=_call(calls, ends, lowest(shut)))


def _shut(calls: Calls, line: str) -> int:
    """Give the times at which callers of a line get to nobody and nothing, if at other times they get to a person."""
    root = calls.positions.roots[line]
    away = [alike for alike in calls.alike if root.number not in calls.ways(lowest(alike))]
    if len(away) == len(calls.alike):
        return 0
    alone = (
        alike
        for alike in away
        if not any(_helps(calls, one, lowest(alike)) for one in calls.reached(line, lowest(alike)))
    )
    return sum(alone) & ~open_times(calls, line)


def _hangs_up(position: Position) -> bool:
    return isinstance(position.state.waits, End) and position.state.waits.how == "hangup"


def _helps(calls: Calls, position: Position, bit: int) -> bool:
    """Whether callers can leave something at a position, get somebody, or hear of another way just before it."""
    if isinstance(position.state.waits, Record | Transfer | Choose):
        return True
    nodes = calls.flow.nodes
    passed = {way.node for onward in position.onward if onward.edge.bits & bit for way in onward.edge.ways}
    return any(name in nodes and _tells(nodes[name]) for name in passed)


def _tells(node: Node) -> bool:
    return node.done or any(_ANOTHER_WAY.search(text) for _, prompt in node.prompts() for _, text in prompt.texts)


def _call(calls: Calls, ends: list[Position], bit: int) -> Witness | None:
    return next(filter(None, (witness(calls.found, end.path(bit), bit) for end in ends)), None)
