"""Exploring meets each sort of entry, answer and phrase that a flow tells apart, and no sort twice."""

from __future__ import annotations

from datetime import date

import pytest
from phone import LINE, flow_of

from ivr.explore import call_showing, explored, path_to, witness
from ivr.witness import Shows

TODAY = date(2026, 3, 2)


def met(text: str) -> set[str]:
    """Name the nodes that calls come to, each of which must be shown by a call."""
    flow = flow_of(text)
    found = explored(flow, TODAY)
    assert not found.unexplored
    for state in found.states:
        assert not state.first or witness(found, path_to(state, 1), 1) is not None, state.call
    return {name for name in flow.nodes if call_showing(found, Shows(name)) is not None}


ENDS = "  low: {hangup: Low.}\n  high: {hangup: High.}\n  other: {hangup: Other.}\n"


@pytest.mark.parametrize(
    ("asked", "cases"),
    [
        ("digits: 4", "[{when: x < 500, go: low}, {when: x > 9000, go: high}]"),
        ("digits: 4, check: luhn", "[{when: x < 500, go: low}, {when: x > 9000, go: high}]"),
        ("digits: 4, check: date MMDD", "[{when: x < 601, go: low}, {when: x > 830, go: high}]"),
        ("digits: 8, check: date YYYYMMDD", "[{when: x < 20080101, go: low}, {when: x > 20091231, go: high}]"),
        ("digits: 1-3, end: '#'", '[{when: x == 12, go: low}, {when: \'x in ["7", "777"]\', go: high}]'),
        ("digits: 2, check: {one-of: [12, 13, 14]}", "[{when: x == 12, go: low}, {when: x == 13, go: high}]"),
    ],
)
def test_each_sort_of_entry_is_made(asked: str, cases: str) -> None:
    nodes = f"  main: {{ask: Your number., into: x, {asked}, next: sort, otherwise: main}}\n"
    assert met(f"nodes:\n{nodes}  sort: {{branch: {cases}, else: other}}\n{ENDS}") >= {"low", "high", "other"}


@pytest.mark.parametrize(
    "first",
    [
        "{ask: Your PIN., into: y, digits: 4, next: again-please, otherwise: other}",
        "{lookup: PIN, gives: [y], outcomes: {found: again-please, failed: other}}",
        '{set: {y: "9876"}, next: again-please}',
    ],
)
def test_what_is_compared_with_another_entry_is_alike_and_is_not(first: str) -> None:
    nodes = f"  main: {first}\n  again-please: {{ask: Again., into: x, digits: 4, next: sort, otherwise: other}}\n"
    sort = "  sort: {branch: [{when: x == y, go: low}], else: high}\n"
    assert met(f"nodes:\n{nodes}{sort}{ENDS}") >= {"low", "high", "other"}


def test_numbers_of_one_answer_are_compared_both_ways() -> None:
    nodes = "  main: {lookup: bill, gives: [due, paid], outcomes: {found: sort, failed: other}}\n"
    sort = "  sort: {branch: [{when: due < paid, go: low}, {when: due > paid, go: high}], else: other}\n"
    assert met(f"nodes:\n{nodes}{sort}{ENDS}") >= {"low", "high", "other"}


def test_a_phrase_that_two_options_share_is_not_the_one_that_is_said() -> None:
    options = "{a: {words: [bill, my order], go: low}, b: {words: [bill, my money], go: high}}"
    nodes = f"  main: {{menu: What is it?, options: {options}, otherwise: other}}\n"
    assert met(f"nodes:\n{nodes}{ENDS}") >= {"low", "high", "other"}


def test_a_key_that_is_forgiven_is_no_mistake() -> None:
    asks = (
        "  main: {ask: Your PIN., into: x, digits: 4, next: year, otherwise: low}\n"
        "  year: {ask: The year., into: y, digits: 1, next: other, otherwise: high, tries: 1}\n"
    )
    flow = 'keys: {"*": {say: go back, go: back}}\nnodes:\n' + asks + ENDS
    assert met(flow) >= {"low", "high", "other"}


def test_of_values_that_no_condition_tells_apart_one_stands_for_all() -> None:
    count = 8
    asks = "".join(
        f"  q{number}: {{ask: Digit., into: x{number}, digits: 1, next: q{number + 1}, otherwise: bye}}\n"
        for number in range(count)
    )
    sorts = "".join(
        f"  s{number}: {{branch: [{{when: x{number} == 1, go: y{number}}}], else: s{number + 1}}}\n"
        f"  y{number}: {{menu: Yes., options: {{1: s{number + 1}}}, otherwise: bye}}\n"
        for number in range(count)
    )
    ends = f"  q{count}: {{say: Well., next: s0}}\n  s{count}: {{hangup: Done.}}\n  bye: {{hangup: Bye.}}\n"
    found = explored(flow_of(f"nodes:\n  main: {{say: Hello., next: q0}}\n{asks}{sorts}{ends}"), TODAY)
    assert len(found.states) < 8 * 2**count


def test_an_ask_that_is_left_without_an_entry_leaves_its_variable_as_it_was() -> None:
    flow = flow_of(
        """
        keys: {"*": {go: fork}}
        defaults: {otherwise: bye}
        nodes:
          main: {ask: A number., into: x, digits: 1, next: once-more}
          once-more: {ask: Another number., into: x, digits: 1, next: bye}
          fork: {branch: [{when: x == 5, go: five}], else: other}
          five: {say: Five., next: bye}
          other: {say: Something else., next: bye}
          bye: {hangup: Bye.}
        """
    )
    comes = {way.node for state in explored(flow, TODAY).states for edge in state.edges for way in edge.ways}
    assert {"five", "other"} <= comes
    call = call_showing(explored(flow, TODAY), Shows("five"))
    assert call is not None
    assert call.words() == f"dial {LINE}, press 5, press *"
