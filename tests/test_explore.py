"""Exploring: it meets every call that the engine makes, makes no other, and stays small."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from flow_strategies import CHANCES, flows, happening, moment
from hypothesis import HealthCheck, given, settings
from phone import flow_of

from ivr.call import Call
from ivr.effect import Effect, Listen
from ivr.engine import begin, step
from ivr.event import HangUp, Key, Outcome
from ivr.explore import Explored, State, Times, call_showing, explored, path_to, replay, witness
from ivr.flow import Flow
from ivr.loader import load_text
from ivr.witness import Shows

TODAY = date(2026, 3, 2)
CALLS, STEPS = 6, 12
some_flows = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def time_of(flow: Flow, times: Times, at: datetime) -> int:
    """Give the set with the one time that a moment belongs to; 0 where it is none of the coming year's."""
    states = frozenset(name for name in times.open if flow.hours[name].is_open(at))
    return sum(one.bit for one in times.times if one.open == states)


def is_met(found: Explored, call: Call, bit: int) -> bool:
    """Whether exploring has met a call like this at that time; the digits of entries are not compared."""
    if call.ended is not None:
        kind = (call.node, call.ended.how)
        return any(
            state.call.ended is not None and (state.node, state.call.ended.how) == kind and state.bits & bit
            for state in found.states
        )
    kind3 = (call.node, call.language, call.failures)
    return any((one.node, one.call.language, one.call.failures) == kind3 and one.bits & bit for one in found.states)


def rests(call: Call, told: tuple[Effect, ...]) -> bool:
    """Whether a call waits with nothing half pressed and nothing pressed ahead."""
    return call.ended is not None or (bool(told) and not call.typed and not call.ahead)


@given(text=flows(), chance=CHANCES)
@some_flows
def test_every_call_that_the_engine_makes_is_met(text: str, chance: Random) -> None:
    flow = load_text(text).flow
    assert flow is not None
    found = explored(flow, TODAY)
    if found.unexplored:
        return
    for _ in range(CALLS):
        line, at = chance.choice(list(flow.lines)), moment(chance)
        call, told = begin(flow, line, at)
        bit = time_of(flow, found.times, call.at)
        for _ in range(STEPS):
            if time_of(flow, found.times, call.at + timedelta(seconds=call.seconds + 60)) != bit:
                break  # a schedule has changed while the call went on
            if rests(call, told):
                assert is_met(found, call, bit), (call, text)
            if call.ended:
                break
            event = happening(chance, flow, call, told[-1] if told else None)
            known = isinstance(event, Outcome) and event.name not in getattr(told[-1] if told else None, "answers", ())
            ahead = isinstance(event, Key) and not (told and isinstance(told[-1], Listen))
            if isinstance(event, HangUp) or known or ahead or (isinstance(event, Outcome) and event.values):
                continue
            after, said = step(flow, call, event)
            call, told = after, said or told


@given(text=flows())
@some_flows
def test_the_shortest_call_to_every_state_is_one_that_the_engine_makes(text: str) -> None:
    flow = load_text(text).flow
    assert flow is not None
    found = explored(flow, TODAY)
    missed = [state for state in found.states if state.first and not shown(found, state)]
    assert len(missed) <= len(found.states) // 50, [state.call for state in missed]


def shown(found: Explored, state: State) -> bool:
    bits, edge = state.first[0]
    bit = bits & -bits
    if edge.source.waits is not None or edge.target.first:
        call = witness(found, path_to(state, bit), bit)
        return call is not None
    return True


def diamonds(count: int, *, back: bool = True) -> Flow:
    """Give a flow in which two menus lie between each menu and the next: so many ways that nobody counts them."""
    keys = 'keys: {"*": {say: go back, go: back}}\n' if back else ""
    nodes = "".join(
        f"  m{number}: {{menu: This is {number}., options: {{1: a{number}, 2: b{number}}}, otherwise: bye}}\n"
        f"  a{number}: {{menu: Left., options: {{1: m{number + 1}}}, otherwise: bye}}\n"
        f"  b{number}: {{menu: Right., options: {{1: m{number + 1}}}, otherwise: bye}}\n"
        for number in range(count)
    )
    ends = f"  m{count}: {{hangup: Bye.}}\n  bye: {{hangup: Bye.}}\n"
    return flow_of(f"{keys}nodes:\n  main: {{say: Hello., next: m0}}\n{nodes}{ends}")


def test_fifty_diamonds_in_a_row_are_three_states_a_menu() -> None:
    found = explored(diamonds(50), TODAY)
    assert not found.unexplored
    assert len(found.states) < 50 * 3 * 3 + 5
    assert call_showing(found, Shows("m50")) is not None


def test_back_leads_to_each_of_the_two_menus_before() -> None:
    found = explored(diamonds(2), TODAY)
    menus = {
        edge.target.node
        for state in found.states
        if state.node == "m1"
        for edge in state.edges
        if edge.move.steps and edge.move.steps[0].what == "*"
    }
    assert menus == {"a0", "b0"}


def nested(depth: int) -> Flow:
    """Give sub-flows that each run the next one twice: 2 to the power of `depth` ways to the innermost."""
    nodes = "".join(
        f"  s{number}: {{menu: Which?, options: {{1: l{number}, 2: r{number}}}, otherwise: bye}}\n"
        f"  l{number}: {{run: s{number + 1}, then: e{number}}}\n"
        f"  r{number}: {{run: s{number + 1}, then: f{number}}}\n"
        f"  e{number}: {{menu: Left., options: {{1: out}}, otherwise: bye}}\n"
        f"  f{number}: {{menu: Right., options: {{1: out}}, otherwise: bye}}\n"
        for number in range(depth)
    )
    return flow_of(
        f"nodes:\n  main: {{run: s0, then: done}}\n  done: {{hangup: All done.}}\n  out: {{return: ok}}\n{nodes}"
        f"  s{depth}: {{menu: Inner., options: {{1: out}}, otherwise: bye}}\n  bye: {{hangup: Bye.}}\n"
    )


@pytest.mark.parametrize("depth", [1, 3, 40])
def test_sub_flows_within_sub_flows_come_back_everywhere(depth: int) -> None:
    found = explored(nested(depth), TODAY)
    assert not found.unexplored
    nodes = {state.node for state in found.states}
    assert {"done", *(f"{letter}{number}" for letter in "ef" for number in range(depth))} <= nodes
    assert len(found.states) < 60 * depth + 20
    call = call_showing(found, Shows("done"))
    assert call is not None
    end = replay(found.flow, call)
    assert end is not None
    assert (end.node, end.ended and end.ended.how) == ("done", "hangup")


def test_a_sub_flow_that_runs_itself_is_explored_to_its_end() -> None:
    flow = flow_of("""
    nodes:
      main: {run: sub, then: bye}
      sub: {menu: Again?, options: {1: deeper, 2: out}, otherwise: out}
      deeper: {run: sub, then: out}
      out: {return: done}
      bye: {hangup: Bye.}
    """)
    found = explored(flow, TODAY)
    assert not found.unexplored
    assert len(found.states) < 20
    assert {state.node for state in found.states} >= {"sub", "bye"}


HOURS = """
hours: {desk: Mon-Fri 08:00-18:00, night: {open: Mon-Sun 20:00-06:00, closed: [2026-12-25]}}
nodes:
  main: {menu: Hello., options: {1: door, 2: other}, otherwise: bye}
  door: {hours: desk, open: people, closed: other}
  other: {hours: night, open: guard, closed: bye}
  people: {hangup: People.}
  guard: {hangup: Guard.}
  bye: {hangup: Bye.}
"""


def test_times_are_what_the_schedules_tell_apart() -> None:
    found = explored(flow_of(HOURS), TODAY)
    assert {one.open for one in found.times.times} == {
        frozenset(),
        frozenset({"desk"}),
        frozenset({"night"}),
    }
    first = datetime(2026, 3, 2, tzinfo=UTC)
    assert all(one.at >= first and time_of(found.flow, found.times, one.at) == one.bit for one in found.times.times)


def test_a_call_is_shown_at_a_time_at_which_it_can_be_made() -> None:
    found = explored(flow_of(HOURS), TODAY)
    guard = call_showing(found, Shows("guard"))
    assert guard is not None
    assert guard.words().startswith("dial 1-800-555-0100 on Monday 01:00, press 1")
    assert call_showing(found, Shows("people", hours=(("desk", False),))) is None
    silent = call_showing(found, Shows("main", then="silent"))
    assert silent is not None
    assert silent.words().endswith("say nothing three times")
    assert silent.end == "hangup"


def test_only_values_that_decide_something_make_states() -> None:
    flow = flow_of("""
    nodes:
      main: {ask: Number., into: number, digits: 4, next: which, otherwise: bye}
      which: {branch: [{when: number == 1234, go: vip}, {when: number > 5000, go: high}], else: bye}
      vip: {menu: Very important., options: {1: main}, otherwise: bye}
      high: {menu: High., options: {1: main}, otherwise: bye}
      bye: {hangup: Bye.}
    """)
    found = explored(flow, TODAY)
    assert {"vip", "high", "bye"} <= {state.node for state in found.states}
    assert not any(state.call.values for state in found.states)
    call = call_showing(found, Shows("vip"))
    assert call is not None
    assert call.keys() == "1234"
