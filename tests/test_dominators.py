"""What every call has passed: the fast dominators against those that are found by taking each name out."""

from __future__ import annotations

import time

import pytest
from frame import framed
from hypothesis import given
from hypothesis import strategies as st

from ivr.analysis.cycles import reached
from ivr.analysis.dominators import Dominators, dominators, passed_before
from ivr.loader import load_text

NAMES = [f"n{number}" for number in range(9)]
graphs = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from([*NAMES, "nowhere"]), max_size=4), min_size=1, max_size=9
)


def by_taking_out(graph: dict[str, list[str]], starts: list[str]) -> dict[str, set[str]]:
    """Give all dominators of each name: those without which it is not reached, and itself."""
    whole = reached(graph, starts)
    found: dict[str, set[str]] = {name: {name} for name in whole}
    for gone in whole:
        rest = {name: targets for name, targets in graph.items() if name != gone}
        left = reached(rest, starts)
        for name in whole:
            if name not in left:
                found[name].add(gone)
    return found


@given(graphs, st.lists(st.sampled_from([*NAMES, "nowhere"]), max_size=3))
def test_the_dominators_are_those_without_which_a_name_is_not_reached(
    graph: dict[str, list[str]], starts: list[str]
) -> None:
    found = dominators(graph, starts)
    assert {name: set(found.of(name)) for name in found.immediate} == by_taking_out(graph, starts)


@given(graphs, st.lists(st.sampled_from(NAMES), max_size=2), st.lists(st.sampled_from(NAMES), min_size=1, max_size=3))
def test_the_nearest_that_several_share(graph: dict[str, list[str]], starts: list[str], names: list[str]) -> None:
    found = dominators(graph, starts)
    several = [set(found.of(name)) for name in names if name in found.immediate]
    shared = set[str].intersection(*several) if several else set[str]()
    common = found.common(names)
    assert (common is None) == (not shared)
    assert common is None or set(found.of(common)) == shared


@pytest.mark.parametrize(
    ("graph", "starts", "name", "expected"),
    [
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, ["a"], "d", ["d", "a"]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, ["a"], "c", ["c", "b", "a"]),
        ({"a": ["c"], "b": ["c"], "c": []}, ["a", "b"], "c", ["c"]),
        ({"a": ["b"], "b": []}, ["b"], "a", []),
        ({}, [], "a", []),
    ],
)
def test_dominators_of_one_name(graph: dict[str, list[str]], starts: list[str], name: str, expected: list[str]) -> None:
    assert list(dominators(graph, starts).of(name)) == expected


def test_nothing_is_shared_by_what_is_not_reached() -> None:
    assert Dominators({}, {}).common(["a", "b"]) is None


def test_behind_a_sub_flow_it_is_the_run_that_every_call_has_passed() -> None:
    text = framed(
        "nodes:\n"
        "  main: {run: sub, then: behind}\n"
        "  sub: {say: Hello., next: over}\n"
        "  over: {return: done}\n"
        "  behind: {say: Welcome., next: desk}\n"
    )
    flow = load_text(text).flow
    assert flow is not None
    assert list(passed_before(flow).of("desk")) == ["desk", "behind", "main"]
    assert list(passed_before(flow).of("over")) == ["over", "sub", "main"]


@pytest.mark.parametrize("shape", ["chain", "ladder", "back to each"])
@pytest.mark.bench
def test_many_names_do_not_take_long(shape: str) -> None:
    many = 60_000
    graph = {number: [number + 1] for number in range(many)}
    if shape == "ladder":
        graph = {number: [number + 1, number + 2] for number in range(many)}
    if shape == "back to each":
        graph = {number: [number + 1, number // 2] for number in range(many)}
    named = {str(name): [str(target) for target in several] for name, several in graph.items()}
    begun = time.process_time()
    found = dominators(named, ["0"])
    print(f"\n  many names do not take long: {time.process_time() - begun:.2f} s")  # noqa: T201 -- a figure is printed, not judged
    assert found.common([str(many - 1), str(many // 2)]) == ("0" if shape == "ladder" else str(many // 2))
