"""What calls cover: the exits that can be taken, and calls that take each of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from clean_flows import clean_flow, written
from click.testing import CliRunner
from found import TODAY
from phone import flow_of

from ivr.calls import performances
from ivr.calls.coverage import Share, coverage, covering_call
from ivr.calls.drawn import covered
from ivr.calls.writing import calls_text
from ivr.cli import ivr
from ivr.effect import Came
from ivr.explore import Taken, exits_takeable, explored, takeable
from ivr.flow import Flow
from ivr.loader import load, load_text
from ivr.session import Session

SEEDS = range(6)


def covered_by_all(flow: Flow, today: date) -> None:
    """Make the shortest call for every exit, write them down, read and run them: all is covered."""
    found = explored(flow, today)
    calls = {exit_: covering_call(found, exit_) for exit_ in exits_takeable(found)}
    entries = [call.entry(f"{number}") for number, call in enumerate(calls.values()) if call is not None]
    assert len(entries) == len(calls)
    text = "".join(line for line in flow.texts[flow.file].splitlines(keepends=True))
    whole = text[: text.index("\ncalls:") + 1] if "\ncalls:" in text else text
    again = load_text(whole + calls_text(entries), flow.file).flow
    assert again is not None
    several = list(performances(again, today))
    assert [one.failure for one in several if one.failure] == []
    run = coverage(explored(again, today), (one.session for one in several if one.session))
    assert run.missing == ()
    assert run.node_share.percent == 100


@pytest.mark.parametrize("name", ["clinic", "caremark-austin"])
def test_the_calls_that_cover_each_exit_cover_a_flow(name: str, root: Path) -> None:
    flow = load(root / "flows" / f"{name}.yaml").flow
    assert flow is not None
    covered_by_all(flow, TODAY)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_calls_that_cover_each_exit_cover_a_made_flow(seed: int) -> None:
    flow = load_text(written(clean_flow(seed))).flow
    assert flow is not None
    covered_by_all(flow, TODAY)


FLOW = """
languages: [en, es]
hours: {desk: Mon-Fri 08:00-18:00}
contacts: {team: {name: Team, hours: desk}}
defaults: {otherwise: ring, tries: 2}
nodes:
  main: {menu: Hello., options: {1: ring, 2: {go: menu, language: es}, 3: {say: no, go: bye, when: x == 1}}}
  menu: {menu: Menu., options: {1: ring, "*": {say: back, go: back}}}
  ring: {transfer: team, busy: bye, closed: bye, no-answer: bye}
  bye: {hangup: Goodbye.}
"""


def test_an_exit_counts_on_each_line_and_in_each_language() -> None:
    flow = flow_of(FLOW)
    exits = exits_takeable(explored(flow, TODAY))
    line = next(iter(flow.lines))
    assert {one.language for one in exits if (one.node, one.on) == ("menu", "1")} == {"es"}
    assert {one.language for one in exits if (one.node, one.on) == ("main", "1")} == {"en", "es"}
    assert Taken(line, "en", "ring", "closed") in exits
    assert Taken(line, "en", "ring", "connected") in exits
    assert Taken(line, "en", "main", "silence") in exits
    assert Taken(line, "en", "main", "wrong") in exits
    assert Taken(line, "en", "main", "otherwise") in exits
    assert not any(one.on == "3" for one in exits), "its condition never holds"


def test_calls_take_the_exits_and_come_to_the_nodes_that_the_engine_says() -> None:
    steps = '[{press: 2}, wait, {press: "*"}, {press: 1}, {answer: {team: busy}}]'
    flow = flow_of(f"{FLOW}calls: [{{call: One, at: Tue 10:00, steps: {steps}}}]\n")
    (one,) = performances(flow, TODAY)
    assert one.passed
    assert isinstance(one.session, Session)
    run = coverage(explored(flow, TODAY), [one.session])
    assert [(taken.language, taken.node, taken.on) for taken in run.exits if taken in run.taken] == [
        ("en", "main", "2"),
        ("es", "menu", "*"),
        ("es", "menu", "silence"),
        ("es", "ring", "busy"),
        ("es", "main", "1"),
    ]
    came = {effect.node for here in one.session.moments for effect in here.effects if isinstance(effect, Came)}
    assert {stop.node for stop in run.visited} == came
    assert run.exit_share == Share(5, len(run.exits))
    assert sum(row.exits.covered for row in run.rows()) == 5


def test_shares_are_rounded_down() -> None:
    assert Share(999, 1000).percent == 99
    assert Share(0, 0).percent == 100


def test_no_call_at_all_covers_nothing() -> None:
    flow = flow_of(FLOW)
    found = explored(flow, TODAY)
    run = coverage(found, [])
    assert (run.exit_share.covered, run.exit_share.of) == (0, len(takeable(found).exits))
    assert len(run.missing) == run.exit_share.of


# --- in a drawing ---------------------------------------------------------------------------------------------------

CALLS = "calls: [{call: One, at: Tue 10:00, steps: [{press: 1}, {answer: {team: connected}}]}]\n"


def test_a_drawing_shows_what_calls_take() -> None:
    flow = flow_of(FLOW + CALLS)
    sessions = (one.session for one in performances(flow, TODAY) if one.session)
    graph = flow.graph()
    shown = covered(graph, coverage(explored(flow, TODAY), sessions))
    assert shown.exits["main", "1", "ring"] == "covered"
    assert shown.exits["main", "2", "menu"] == "not covered"
    assert shown.exits["ring", "transfer", "contact:team"] == "covered"
    assert shown.exits["ring", "busy", "bye"] == "not covered"
    assert shown.exits["line:1-800-555-0100", "start", "main"] == "covered"
    assert ("main", "3", "bye") not in shown.exits, "no call can take it"
    (mark,) = shown.marks["bye"]
    assert (mark.code, mark.severity, mark.message) == ("0/1", "not covered", "No call comes here.")
    assert shown.marks["main"][0].code == "1/5"


@pytest.mark.parametrize(
    ("ending", "words"), [("svg", "not covered"), ("dot", "(not covered)"), ("mmd", "(not covered)")]
)
def test_the_command_draws_coverage(ending: str, words: str, root: Path, tmp_path: Path) -> None:
    file = tmp_path / f"flow.{ending}"
    flow = str(root / "flows" / "caremark-austin.yaml")
    result = CliRunner().invoke(ivr, ["draw", flow, "--coverage", "--today", "2026-03-02", "-o", str(file)])
    assert (result.exit_code, result.output) == (0, "")
    text = file.read_text(encoding="utf-8")
    assert words in text
    assert ending == "mmd" or "calls take 42 of 83 exits, 50 %" in text or "8/10" in text


def test_a_drawing_shows_one_thing_at_a_time(root: Path, tmp_path: Path) -> None:
    flow = str(root / "flows" / "clinic.yaml")
    drawn = ["draw", flow, "--coverage", "--against", flow, "-o", str(tmp_path / "x.svg")]
    result = CliRunner().invoke(ivr, drawn)
    assert result.exit_code == 2
    assert "leave --against or --coverage out" in result.stderr
