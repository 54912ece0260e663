"""The calls that findings carry: each is made again, by the engine and as a walk, and shows what the finding says."""

from __future__ import annotations

from pathlib import Path

import pytest
from found import TODAY
from frame import framed

from ivr.check import Check, run_checks
from ivr.checks import catalogue
from ivr.explore import replay
from ivr.finding import Finding
from ivr.flow import Flow
from ivr.loader import load, load_text
from ivr.walk.script import play
from ivr.walk.session import Session
from ivr.witness import Witness

RULES = catalogue()
FLOWS = sorted(Path(__file__).resolve().parent.parent.glob("flows/*.yaml"))


def shown(flow: Flow) -> list[tuple[Finding, Witness]]:
    """Give the findings on a flow that carry a call."""
    found = run_checks(flow, RULES, today=TODAY)
    return [(finding, finding.witness) for finding in found if finding.witness is not None]


def assert_is_made(flow: Flow, finding: Finding, call: Witness) -> None:
    """Make the call by the engine, then as `ivr walk` does: both come to where the finding says."""
    end = replay(flow, call)
    assert end is not None, finding
    session = Session(flow, call.line, call.at)
    play(session, call.keys())
    if call.reach:
        assert end.node == call.reach, finding
        assert call.reach in {moment.call.node for moment in session.moments}, finding
    else:
        for made in (end, session.call):
            assert made.ended is not None, finding
            assert call.end.split(maxsplit=1)[0] == made.ended.how, finding


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_call_of_a_bad_example_is_one_that_is_made(rule: Check) -> None:
    flow = load_text(framed(rule.example("Bad"))).flow
    if flow is None:
        return
    for finding, call in shown(flow):
        assert_is_made(flow, finding, call)


@pytest.mark.parametrize("file", FLOWS, ids=lambda file: file.stem)
def test_the_call_of_a_finding_on_a_flow_is_one_that_is_made(file: Path) -> None:
    flow = load(str(file)).flow
    assert flow is not None
    for finding, call in shown(flow):
        assert_is_made(flow, finding, call)


def test_the_broken_clinic_shows_most_of_its_faults_by_calls() -> None:
    flow = load(str(next(file for file in FLOWS if file.stem == "broken-clinic"))).flow
    assert flow is not None
    assert len(shown(flow)) >= 12


def test_a_call_is_an_entry_of_a_flow_and_a_line_of_words() -> None:
    flow = load(str(next(file for file in FLOWS if file.stem == "caremark-austin"))).flow
    assert flow is not None
    (call,) = [call for finding, call in shown(flow) if finding.code == "PM001"]
    assert call.words() == "dial 1-800-711-4041 on Monday 01:00"
    assert call.entry("No person at night") == {
        "call": "No person at night",
        "line": "1-800-711-4041",
        "at": "2026-03-16 01:00",
        "steps": [{"end": "hangup"}],
    }
