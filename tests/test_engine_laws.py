"""Laws of the engine and of the graph: they hold for every flow, every call, and whatever happens to it."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from random import Random
from typing import NamedTuple

import networkx as nx
import pytest
from flow_strategies import CHANCES, LINES, flows, happening, moment
from hypothesis import HealthCheck, given, settings

from ivr.call import Call
from ivr.effect import Came, Choose, Effect, End, Listen, LookUp, Record, Say, Transfer
from ivr.engine import DEEPEST, begin, step
from ivr.event import Event, Key
from ivr.flow import Flow
from ivr.graph import LINE
from ivr.loader import load_text
from ivr.node import Exit

Told = tuple[Effect, ...]
CALLS = 5
"""Calls that are made through each flow, one after the other."""
STEPS = 25

some_flows = settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
few_flows = settings(some_flows, max_examples=40)


class Walk(NamedTuple):
    """A flow, what a call through it was like after every step, and what happened to it."""

    flow: Flow
    passed: list[tuple[Call, Told]]
    happened: list[Event]

    def steps(self) -> Iterator[tuple[Call, Event, Call, Told]]:
        """Give every step: the call, what happens to it, how it is then, and what was given out."""
        for (before, _), event, (after, told) in zip(self.passed, self.happened, self.passed[1:], strict=False):
            yield before, event, after, told


def read(text: str) -> Flow:
    loaded = load_text(text)
    assert [reported.fault for reported in loaded.faults] == []
    assert loaded.flow is not None
    return loaded.flow


def walks(text: str, chance: Random) -> Iterator[Walk]:
    """Make some calls through a flow."""
    flow = read(text)
    for _ in range(CALLS):
        call, told = begin(flow, chance.choice(LINES), moment(chance))
        walk = Walk(flow, [(call, told)], [])
        waits = told[-1]
        for _ in range(STEPS):
            event = happening(chance, flow, call, waits)
            call, told = step(flow, call, event)
            waits = told[-1] if told else waits
            walk.happened.append(event)
            walk.passed.append((call, told))
        yield walk


def again(flow: Flow, walk: Walk) -> Iterator[tuple[Call, Told]]:
    """Make the same call once more, and save and read it between every two steps."""
    first = walk.passed[0][0]
    call, told = begin(flow, first.line, first.at)
    yield call, told
    for event in walk.happened:
        call, told = step(flow, Call.from_json(call.to_json()), event)
        yield call, told


@some_flows
@given(flows(), CHANCES)
def test_json_between_every_two_steps_changes_nothing(text: str, chance: Random) -> None:
    for walk in walks(text, chance):
        assert list(again(walk.flow, walk)) == walk.passed


@few_flows
@given(flows(), CHANCES)
def test_a_step_depends_on_the_flow_the_call_and_the_event_alone(text: str, chance: Random) -> None:
    for walk in walks(text, chance):
        fresh = read(text)
        assert list(again(fresh, walk)) == walk.passed
        assert fresh == read(text) == walk.flow
        for call, event, after, told in walk.steps():
            fresh.memo.clear()
            assert step(fresh, call, event) == (after, told)


@some_flows
@given(flows(), CHANCES)
def test_a_call_is_always_somewhere(text: str, chance: Random) -> None:
    for walk in walks(text, chance):
        for call, told in walk.passed:
            if call.ended is None:
                assert call.node in walk.flow.nodes
            else:
                assert call.ended.how in {"hangup", "transfer", "caller", "dropped", "fault"}
                assert call.ended.why
                assert not told or told[-1] == call.ended
            assert all(walk.flow.nodes[name].verb == "menu" for name in call.trail)
            assert len(set(call.trail)) == len(call.trail)
            assert len(call.stack) <= DEEPEST
            assert call.failures < 4 or call.ended


@some_flows
@given(flows(), CHANCES)
def test_the_clock_the_presses_and_the_end_only_go_forward(text: str, chance: Random) -> None:
    for walk in walks(text, chance):
        for before, event, call, told in walk.steps():
            assert call.seconds >= before.seconds
            assert call.presses == before.presses + (isinstance(event, Key) and before.ended is None)
            assert (call.line, call.at) == (before.line, before.at)
            if before.ended is not None:
                assert (call, told) == (before, ())


@some_flows
@given(flows(), CHANCES)
def test_what_is_given_out_ends_with_what_the_call_waits_for(text: str, chance: Random) -> None:
    for walk in walks(text, chance):
        for call, told in walk.passed:
            if not told:
                continue
            assert all(isinstance(effect, Came | Say) for effect in told[:-1])
            assert isinstance(told[-1], Listen | Transfer | LookUp | Record | Choose | End)
            if call.ended is None:
                assert call.playing == tuple(effect for effect in told if isinstance(effect, Say))
                assert call.before <= len(call.playing)
                assert walk.flow.nodes[call.node].listens == isinstance(told[-1], Listen)
            if isinstance(told[-1], Listen):
                assert (told[-1].typed, call.ahead) == (call.typed, "")


# The graph


@some_flows
@given(flows(), CHANCES)
def test_every_way_that_a_call_takes_is_an_edge_of_the_graph(text: str, chance: Random) -> None:
    graph = read(text).graph()
    edges = {(left, data["on"], node) for left, node, data in graph.edges(data=True)}
    for walk in walks(text, chance):
        for call, told in walk.passed:
            ways = {(came.left or LINE + call.line, came.on, came.node) for came in told if isinstance(came, Came)}
            assert ways <= edges


@some_flows
@given(flows(), CHANCES)
def test_a_call_reaches_only_what_is_reachable(text: str, chance: Random) -> None:
    flow = read(text)
    graph = flow.graph()
    below = {line: nx.descendants(graph, LINE + line) for line in LINES}
    for walk in walks(text, chance):
        line = walk.passed[0][0].line
        come_to = {came.node for _, told in walk.passed for came in told if isinstance(came, Came)}
        assert come_to <= flow.reachable_from((flow.lines[line].start,)) <= flow.reachable()
        assert come_to <= below[line]


def exits_of(flow: Flow) -> list[tuple[str, Exit]]:
    return [(name, way) for name in flow.nodes for way in flow.exits(name)]


@some_flows
@given(flows())
def test_the_graph_holds_every_node_and_every_way_out(text: str) -> None:
    flow = read(text)
    graph = flow.graph()
    assert set(graph) == {
        *flow.nodes,
        *(f"line:{line}" for line in flow.lines),
        *(f"contact:{contact}" for contact in flow.contacts),
    }
    for _, data in graph.nodes(data=True):
        assert {"kind", "label", "prompt", "detail", "file", "line"} <= set(data)
        assert (data["file"], data["line"] > 0) == ("flow.yaml", True)
    for _, _, data in graph.edges(data=True):
        assert {"on", "label", "announced", "by", "scope", "reserved", "file", "line"} <= set(data)
    for name, way in exits_of(flow):
        found = [data for _, _, data in graph.out_edges(name, data=True) if data["on"] == way.on]
        assert found
        assert all(data["when"] == (way.when.text if way.when else "") for data in found if data["scope"] == way.scope)


@few_flows
@given(flows())
def test_the_graph_goes_into_any_algorithm_and_any_file(text: str) -> None:
    graph = read(text).graph()
    assert nx.number_weakly_connected_components(graph) >= 1
    assert sum(1 for _ in nx.strongly_connected_components(graph)) <= len(graph)
    assert set(nx.single_source_shortest_path_length(graph, LINE + LINES[0])) <= set(graph)
    assert nx.condensation(nx.DiGraph(graph)).number_of_nodes() <= len(graph)
    written = BytesIO()
    nx.write_graphml(graph, written)
    back = nx.read_graphml(BytesIO(written.getvalue()), force_multigraph=True)
    assert set(back) == set(graph)
    assert back.number_of_edges() == graph.number_of_edges()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # networkx warns of a change of its own defaults
        linked = json.loads(json.dumps(nx.node_link_data(graph)))
        assert set(nx.node_link_graph(linked)) == set(graph)


def test_a_flow_that_is_changed_remembers_nothing_of_the_one_before() -> None:
    flow = read("ivr: 1\ntimezone: UTC\nlines: {'1': m}\nnodes: {m: {menu: M., options: {1: m, 2: m}}}\n")
    assert len(flow.exits("m")) == 2
    nodes = {"m": flow.nodes["m"].model_copy(update={"options": {}})}
    assert replace(flow, nodes=nodes).exits("m") == ()


def test_the_same_flow_gives_the_same_graph() -> None:
    text = "ivr: 1\ntimezone: UTC\nlines: {'1': m}\nnodes: {m: {menu: M., options: {1: m}}}\n"
    one, other = read(text).graph(), read(text).graph()
    assert list(one.edges(data=True)) == list(other.edges(data=True))


@pytest.mark.parametrize("at", [datetime(2026, 3, 3, 12, 0)])  # noqa: DTZ001 -- a time without a zone is the flow's
def test_a_moment_without_a_zone_is_meant_in_the_flow_s_own(at: datetime) -> None:
    flow = read("ivr: 1\ntimezone: America/Chicago\nlines: {'1': m}\nnodes: {m: {menu: M.}}\n")
    assert begin(flow, "1", at)[0].at.isoformat() == "2026-03-03T18:00:00+00:00"
