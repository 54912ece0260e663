"""HU002: somebody is there, and no way leads to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from ivr.analysis.onward import told_elsewhere
from ivr.analysis.people import to_a_person
from ivr.analysis.traps import first_asked
from ivr.analysis.ways import met
from ivr.check import check
from ivr.explore import witness
from ivr.explore.positions import Position
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.promise.costs import Calls, acts, calls_of, lowest
from ivr.promise.hours import hours_told
from ivr.promise.people import open_times, who_is_there
from ivr.witness import Witness


@check("HU002", "human-lost-when-open", Severity.ERROR)
def human_lost_when_open(flow: Flow, *, today: date) -> Iterator[Fault]:
    """At some hours callers get to nobody from here, whatever they press, though somebody is there to answer.

    Somebody is there while one of the people is that callers of the line can be put through to. A contact is there in
    its hours, and one without hours whenever some call of the line comes to it. A part of the flow is reported once,
    where callers first act in it, and a line once, where it loses all its callers. Where no hour helps, HU001 tells.

    Bad:
        hours: {office: "Mon-Fri 08:00-18:00", desk: "Mon-Sat 08:00-18:00"}
        contacts:
          representative: {name: Representative, hours: desk}
        nodes:
          main: {hours: office, open: desk, closed: night}
          desk: {transfer: representative, busy: sorry, no-answer: sorry, closed: night}
          night: {record: "We are closed. After the tone, leave your number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you, we will call you back.", done: yes}

    Good:
        hours: {office: "Mon-Fri 08:00-18:00", desk: "Mon-Fri 08:00-18:00"}
        contacts:
          representative: {name: Representative, hours: desk}
        nodes:
          main: {hours: office, open: desk, closed: night}
          desk: {transfer: representative, busy: sorry, no-answer: sorry, closed: night}
          night: {record: "We are closed. After the tone, leave your number.", to: representative, next: thanks}
          thanks: {hangup: "Thank you, we will call you back.", done: yes}

    Source: this project; no tool that was looked at holds the ways of a call against the hours of people.
    """
    calls = calls_of(flow, today)
    if not calls.whole:
        return
    known: dict[str, None] = {}
    for line, root in calls.lines():
        lost = dict(_lost(calls, line))
        everything = lost.pop(root.number, 0)
        if everything and flow.lines[line].start in to_a_person(flow):
            yield _of_line(calls, line, everything)
            lost = {number: bits & ~everything for number, bits in lost.items()}
        yield from _of_places(calls, line, lost, known)


def _lost(calls: Calls, line: str) -> Iterator[tuple[int, int]]:
    """Give the positions of a line from where no person can be reached while one is there, with the times."""
    found: dict[int, int] = {}
    there = open_times(calls, line)
    root = calls.positions.roots[line]
    for alike in calls.alike:
        bits = alike & there
        if bits:
            ways = calls.ways(lowest(alike))
            for position in calls.reached(line, lowest(alike)):
                if (position is root or acts(position)) and position.number not in ways:
                    found[position.number] = found.get(position.number, 0) | bits
    yield from found.items()


def _of_line(calls: Calls, line: str, bits: int) -> Fault:
    message = f"who dials {line} {hours_told(calls.found, bits)} gets to nobody, though {_there(calls, line, bits)}"
    onward = next(way for way in calls.positions.roots[line].onward if way.edge.bits & bits)
    call = witness(calls.found, (onward.edge,), lowest(bits & onward.edge.bits))
    hint = "Ask for the hours of the people who answer, or put callers through before that."
    return Fault(calls.flow.place("lines", line, key=True), message, hint, call=call)


def _of_places(calls: Calls, line: str, lost: Mapping[int, int], known: dict[str, None]) -> Iterator[Fault]:
    """Report lost nodes where callers first act in each part of the flow; `known` are those of other lines."""
    flow, positions = calls.flow, calls.positions.positions
    names: dict[str, list[Position]] = {}
    for number, bits in lost.items():
        if bits and positions[number].state.node not in known:
            names.setdefault(positions[number].state.node, []).append(positions[number])
    here = {name for name in names if name in to_a_person(flow) and name not in told_elsewhere(flow)}
    for name in first_asked(flow, tuple(name for name in met(flow) if name in here)):
        bits = 0
        for position in names[name]:
            bits |= lost[position.number]
        message = (
            f"{hours_told(calls.found, bits)} callers at '{name}' get to nobody, though {_there(calls, line, bits)}"
        )
        hint = "Add a key for a person, or let `otherwise` lead to one."
        call = _call(calls, names[name], lost)
        yield Fault(flow.place("nodes", name, key=True), message, hint, call=call)
    known.update(dict.fromkeys(here))


def _call(calls: Calls, several: list[Position], lost: Mapping[int, int]) -> Witness | None:
    for position in several:
        bit = lowest(lost[position.number])
        call = witness(calls.found, position.path(bit), bit)
        if call is not None:
            return call
    return None


def _there(calls: Calls, line: str, bits: int) -> str:
    names = who_is_there(calls, line, lowest(bits))
    return f"'{names[0]}' is there" if names else "somebody is there"
