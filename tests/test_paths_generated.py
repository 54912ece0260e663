"""Calls made of flows of all sorts: they take every exit, they pass when run, and there are hardly too many."""

from __future__ import annotations

from random import Random

import pytest
from flow_strategies import happening, moment
from made_calls import exploration, mixture, ran

from ivr.engine import begin, step
from ivr.explore import Taken, exits_taken, takeable
from ivr.flow import Flow
from ivr.paths import everywhere, smallest
from ivr.paths.bound import exits_apart
from ivr.paths.network import View, network_of

FEW, MANY = 24, 100
CALLED, LONGEST = 60, 12
ENOUGH = 1.3
"""Calls that are made for one that is needed, at most."""
FLOWS = list(mixture(MANY))


def made(text: str) -> tuple[int, int, int, int]:
    """Make calls for a flow, and run them; gives exits, calls, the bound, and the steps of the longest call."""
    found = exploration(text)
    covering = smallest(found, [(line,) for line in found.flow.lines], lambda taken: taken)
    done, covered = ran(found.flow, text, covering.calls)
    assert [one.failure for one in done if not one.passed] == []
    assert covered.missing == ()
    assert covering.unmade == ()
    assert covering.exits == len(takeable(found).exits)
    assert len({call.title for call in covering.calls}) == len(covering.calls)
    longest = max((len(call.call.steps) for call in covering.calls), default=0)
    return covering.exits, len(covering.calls), covering.fewest, longest


@pytest.mark.parametrize(("name", "text"), [pytest.param(*flow, id=flow[0]) for flow in FLOWS[:FEW]])
def test_made_calls_take_every_exit_pass_when_run_and_are_few(name: str, text: str) -> None:
    del name
    _, calls, fewest, _ = made(text)
    assert fewest <= calls <= ENOUGH * fewest


@pytest.mark.long
def test_calls_of_a_hundred_flows_are_few(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [(name, *made(text)) for name, text in FLOWS]
    with capsys.disabled():
        print(f"\n{'flow':<12}{'exits':>7}{'calls':>7}{'at least':>10}{'ratio':>7}{'longest':>9}")  # noqa: T201 -- a table
        for name, exits, calls, fewest, longest in rows:
            ratio = f"{calls / fewest:.2f}" if fewest else ""
            print(f"{name:<12}{exits:>7}{calls:>7}{fewest:>10}{ratio:>7}{longest:>9}")  # noqa: T201 -- the same
    assert [row for row in rows if row[2] > ENOUGH * row[3]] == []


@pytest.mark.parametrize(("name", "text"), [pytest.param(*flow, id=flow[0]) for flow in FLOWS[:FEW]])
def test_every_exit_may_be_taken_once_on_any_line(name: str, text: str) -> None:
    del name
    found = exploration(text)
    covering = smallest(found, [tuple(found.flow.lines)], everywhere)
    taken = {everywhere(taken) for call in covering.calls for taken in call.takes}
    assert taken == {everywhere(taken) for taken in takeable(found).exits}
    assert covering.fewest <= len(covering.calls) <= ENOUGH * covering.fewest


@pytest.mark.parametrize(("name", "text"), [pytest.param(*flow, id=flow[0]) for flow in FLOWS[:FEW]])
def test_no_call_takes_two_of_the_exits_by_which_calls_are_counted(name: str, text: str) -> None:
    found, chance = exploration(text), Random(name)  # noqa: S311 -- no secret
    for line in found.flow.lines:
        network = network_of(found, [line], lambda taken: taken)
        apart = set(exits_apart(network, [View(network, times) for times in network.times], network.every))
        for _ in range(CALLED):
            assert len(apart & by_chance(found.flow, line, chance)) <= 1


def by_chance(flow: Flow, line: str, chance: Random) -> set[Taken]:
    """Make a call of which nobody knows how it goes; gives the exits that it takes."""
    call, effects = begin(flow, line, moment(chance))
    taken = set(exits_taken(line, "", call.language, effects, None))
    for _ in range(LONGEST):
        before = call
        event = happening(chance, flow, call, effects[-1] if effects else None)
        call, effects = step(flow, call, event)
        taken.update(exits_taken(line, before.node, before.language, effects, event))
    return taken
