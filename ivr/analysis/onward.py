"""What becomes of a call that goes on by itself, until it is asked again, helped, or hung up on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from ivr.analysis.cycles import leading_to, reached
from ivr.analysis.passive import passive
from ivr.analysis.people import is_person, where_calls_go
from ivr.analysis.silent_rounds import asked_rounds
from ivr.analysis.subflow import levels
from ivr.analysis.traps import helps, only_hangups, traps
from ivr.analysis.ways import judged, ways
from ivr.flow import ALWAYS, NEVER, Flow
from ivr.node import Exit, Go
from ivr.nodes.hours import Hours
from ivr.nodes.run import Run
from ivr.nodes.transfer import Transfer

AtHours = tuple[tuple[str, bool], ...]
"""Schedules, each with whether it is open."""
_MOST: Final = 300  # states that are followed from one place; behind more of them nothing is said


class Onward(NamedTuple):
    """Where a call comes to by itself from some node.

    `helped` says whether somebody or something may help on the way; `asked` are the nodes that listen next, `hangups`
    those that end the call, each with the hours at which it comes there; `passed` is every node on the ways, in order.
    """

    helped: bool
    asked: tuple[str, ...]
    hangups: tuple[tuple[str, AtHours], ...]
    passed: tuple[str, ...]


class _State(NamedTuple):
    node: str
    hours: AtHours
    runners: tuple[str, ...]


def onward(flow: Flow, start: str, of: str) -> Onward:
    """Follow a call from `start`, to which `of` leads, until it is asked, helped or over; worked out once for each.

    Hours are kept in mind on the way, and a `return` goes to what ran the sub-flows of which `of` is a part. Where
    there is too much to follow, the call counts as helped.
    """
    home = _part_of(flow).get(of, ())
    key = ("onward", start, home)
    if key not in flow.memo:
        flow.memo[key] = _follow(flow, start, home)
    found: Onward = flow.memo[key]
    return found


def _part_of(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give, for each node, the nodes that run the sub-flows of which it is a part."""
    if "part of" not in flow.memo:
        runners: dict[str, list[str]] = {}
        for name, node in flow.nodes.items():
            if isinstance(node, Run):
                runners.setdefault(node.run, []).append(name)
        found: dict[str, tuple[str, ...]] = {}
        for first, subflow in levels(flow).subflows.items():
            for name in subflow.nodes:
                found[name] = (*found.get(name, ()), *runners.get(first, ()))
        flow.memo["part of"] = found
    part_of: Mapping[str, tuple[str, ...]] = flow.memo["part of"]
    return part_of


def _follow(flow: Flow, start: str, home: tuple[str, ...]) -> Onward:
    ahead = [_State(start, (), ())]
    seen = dict.fromkeys(ahead)
    helped = False
    for state in ahead:
        if len(seen) > _MOST:
            helped = True
            break
        if _helped(flow, state):
            helped = True
        for further in _next(flow, state, home):
            if further not in seen:
                seen[further] = None
                ahead.append(further)
    asked = dict.fromkeys(state.node for state in seen if flow.nodes[state.node].listens)
    hangups = {
        state.node: state.hours
        for state in sorted(seen, key=lambda state: len(state.hours), reverse=True)
        if flow.nodes[state.node].verb == "hangup" and not helps(flow, state.node)
    }
    passed = dict.fromkeys(state.node for state in seen)
    return Onward(helped, tuple(asked), tuple(hangups.items()), tuple(passed))


def _helped(flow: Flow, state: _State) -> bool:
    node = flow.nodes[state.node]
    if isinstance(node, Transfer):
        return _is_open(_hours_of(flow, node), state.hours) is not False
    return helps(flow, state.node)


def _next(flow: Flow, state: _State, home: tuple[str, ...]) -> Iterator[_State]:
    node = flow.nodes[state.node]
    if isinstance(node, Transfer):
        yield from _past_a_transfer(flow, state, node)
    elif node.listens or helps(flow, state.node):
        return
    elif isinstance(node, Hours):
        for way in ways(flow)[state.node]:
            yield from _at(state, way.to, node.hours, is_open=way.exit.on == "open")
    elif isinstance(node, Run) and node.run in flow.nodes and state.node not in state.runners:
        yield _State(node.run, state.hours, (*state.runners, state.node))
    elif node.verb == "return":
        yield from _returned(flow, state, home)
    else:
        yield from (state._replace(node=way.to) for way in ways(flow)[state.node])


def _past_a_transfer(flow: Flow, state: _State, node: Transfer) -> Iterator[_State]:
    schedule = _hours_of(flow, node)
    target = node.target("closed")
    if schedule != ALWAYS and target in flow.nodes:
        yield from _at(state, target or "", schedule, is_open=False)


def _returned(flow: Flow, state: _State, home: tuple[str, ...]) -> Iterator[_State]:
    value = getattr(flow.nodes[state.node], "return_", None)
    for runner in state.runners[-1:] or home:
        node = flow.nodes[runner]
        move = node.comes_back(flow, value) if isinstance(node, Run) else None
        on = move.on if isinstance(move, Go) else None
        for way in ways(flow)[runner]:
            if way.exit.on == on and way.exit.path != ("nodes", runner, "run"):
                yield _State(way.to, state.hours, state.runners[:-1])


def _at(state: _State, to: str, schedule: str, *, is_open: bool) -> Iterator[_State]:
    """Give the state behind a question for the hours, if they can be so."""
    known = _is_open(schedule, state.hours)
    if known is None:
        yield state._replace(node=to, hours=tuple(sorted((*state.hours, (schedule, is_open)))))
    elif known is is_open:
        yield state._replace(node=to)


def _is_open(schedule: str, hours: AtHours) -> bool | None:
    if schedule in {ALWAYS, NEVER}:
        return schedule == ALWAYS
    return dict(hours).get(schedule)


def _hours_of(flow: Flow, node: Transfer) -> str:
    contact = flow.contacts.get(node.transfer)
    return contact.hours if contact else ALWAYS


def last_tries(flow: Flow) -> Iterator[tuple[str, Exit, Onward]]:
    """Give, for every node at which callers act, the way out after the last try, and what becomes of the call then."""
    for name in judged(flow):
        for way in ways(flow)[name] if flow.nodes[name].listens else ():
            if way.exit.by == "failure":
                yield name, way.exit, onward(flow, way.to, name)


def told_elsewhere(flow: Flow) -> frozenset[str]:
    """Name the nodes of which a graver rule tells: in a trap (ST007), before nothing but hang-ups (ST008)."""
    if "told elsewhere" not in flow.memo:
        flow.memo["told elsewhere"] = frozenset(only_hangups(flow)).union(*traps(flow))
    found: frozenset[str] = flow.memo["told elsewhere"]
    return found


def round_names(flow: Flow) -> frozenset[str]:
    """Name the nodes that ask a silent caller again and again without another node that asks (ST009)."""
    if "asked in rounds" not in flow.memo:
        flow.memo["asked in rounds"] = frozenset(name for name, _ in asked_rounds(flow))
    found: frozenset[str] = flow.memo["asked in rounds"]
    return found


def hung_up_on(flow: Flow) -> Mapping[str, tuple[Exit, str, AtHours]]:
    """Give the nodes after whose last try the call ends in a hang-up though a person is there, with how that happens.

    That is the way out, the node that hangs up, and the hours at which it does.
    """
    if "hung up on" not in flow.memo:
        flow.memo["hung up on"] = {
            name: (way, *ended)
            for name, way, after in last_tries(flow)
            if name not in told_elsewhere(flow)
            for ended in reversed(after.hangups)
            if person_is_there(flow, name, ended[1])
        }
    found: Mapping[str, tuple[Exit, str, AtHours]] = flow.memo["hung up on"]
    return found


def hung_up_on_together(flow: Flow) -> tuple[tuple[str, ...], ...]:
    """Give the nodes of `hung_up_on`, those together that one mend puts right.

    They have their last way out from the defaults, or come to one hang-up because of the hours.
    """
    causes: dict[object, list[str]] = {}
    for name, (way, ending, hours) in hung_up_on(flow).items():
        cause = (ending, hours) if hours else "defaults" if way.scope != "own" else (name,)
        causes.setdefault(cause, []).append(name)
    return tuple(map(tuple, causes.values()))


def person_is_there(flow: Flow, name: str, hours: AtHours) -> bool:
    """Whether from a node a call can come to a person who is surely there at these hours.

    A person whose hours the call has not asked for counts as there, unless some schedule is known to be closed.
    """
    key = ("a person is there", hours)
    if key not in flow.memo:
        flow.memo[key] = leading_to(_ways_at(flow, hours), (one for one in judged(flow) if _is_there(flow, one, hours)))
    leading: Mapping[str, None] = flow.memo[key]
    return name in leading


def how_to_help(flow: Flow, name: str) -> str:
    """Give a hint that names the nearest person who is there for callers of a node of `hung_up_on`."""
    _, ending, hours = hung_up_on(flow)[name]
    near = (one for one in reached(_ways_at(flow, hours), (name,)) if _is_there(flow, one, hours))
    message = f", or let callers leave a message at '{ending}'" if hours else ""
    return f"Let `otherwise` lead to '{next(near, name)}'{message}."


def _ways_at(flow: Flow, hours: AtHours) -> dict[str, tuple[str, ...]]:
    """Give where calls go on while some schedules are closed."""
    closed = {schedule for schedule, is_open in hours if not is_open}
    return {one: tuple(_unless_closed(flow, one, to, closed)) for one, to in where_calls_go(flow).items()}


def _unless_closed(flow: Flow, name: str, targets: tuple[str, ...], closed: set[str]) -> Iterator[str]:
    node = flow.nodes[name]
    if isinstance(node, Hours) and node.hours in closed:
        return (way.to for way in ways(flow)[name] if way.exit.on == "closed")
    return iter(targets)


def _is_there(flow: Flow, name: str, at: AtHours) -> bool:
    node = flow.nodes[name]
    if not isinstance(node, Transfer) or not is_person(flow, name):
        return False
    schedule, hours = _hours_of(flow, node), dict(at)
    return schedule == ALWAYS or hours.get(schedule, all(hours.values()) and schedule != NEVER)


def met_in_silence(flow: Flow) -> Mapping[str, None]:
    """Give the nodes that a caller who never presses anything comes to from some line."""
    if "met in silence" not in flow.memo:
        flow.memo["met in silence"] = reached(passive(flow), (line.start for line in flow.lines.values()))
    found: Mapping[str, None] = flow.memo["met in silence"]
    return found
