"""Where trails decide, calls are followed one by one: what that finds is what calls do."""

from __future__ import annotations

from found import TODAY
from phone import LINE, flow_of

from ivr.explore import explored, takeable, witness
from ivr.explore.followed import followed
from ivr.explore.positions import positions_of

TRAILS = """
ivr: 1
timezone: UTC
lines: {1-800-555-0100: one, 1-800-555-0101: two}
keys: {"*": back}
defaults: {otherwise: back, tries: 2}
"""
NODES = """
nodes:
  one: {menu: One., options: {2: two}}
  two: {menu: Two., options: {1: one}}
"""


def test_a_menu_is_left_backwards_as_the_trail_of_each_call_says() -> None:
    found = explored(flow_of(NODES, TRAILS), TODAY)
    root = followed(found).roots["1-800-555-0101"]
    behind = {
        (first.state.node, second.state.node, edge.move.steps[0].what, third.state.node)
        for _, first in root.onward
        for _, second in first.onward
        for edge, third in second.onward
    }
    assert ("two", "one", "*", "two") in behind
    assert ("two", "one", "*", "one") not in behind


def test_every_exit_that_counts_as_one_that_calls_take_is_taken_by_some_call() -> None:
    found = explored(flow_of(NODES, TRAILS), TODAY)
    for exit_, ways in takeable(found).exits.items():
        calls = [witness(found, way.path(1), 1) for way in ways]
        assert any(call is not None for call in calls), exit_


def test_where_positions_are_exact_they_are_kept() -> None:
    found = explored(flow_of("nodes: {main: {hangup: Bye.}}"), TODAY)
    assert followed(found) is positions_of(found)
    assert list(followed(found).roots) == [LINE]
