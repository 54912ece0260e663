"""A way on that is missing, and the node to which only it can have led: one finding, of the way."""

from __future__ import annotations

import pytest
from found import TODAY, findings, found

from ivr.check import Selection, run_checks
from ivr.checks import catalogue
from ivr.loader import load_text

LOST = "  lost: {say: One moment please., next: desk}\n"


@pytest.mark.parametrize(
    ("main", "code"),
    [
        ("say: Hello.", "ST006"),
        ("ask: Your number?, into: n, digits: 3", "ST006"),
        ("record: Speak., to: representative", "ST006"),
        ("lookup: x", "ST006"),
        ("unknown: x", "ST006"),
        ("run: sub", "ST006"),
        ("hours: office, open: desk", "HR008"),
        ("transfer: representative, busy: sorry", "ST006"),
        ("transfer: representative", "ST015"),
        ("menu: Hello., options: {1: desk, 2: {say: sales}}", "RD007"),
        ("menu: Hello., options: ", "RD007"),
        ("menu: Hello.", "ST018"),
        ("split: {50%: desk, 50%: }", "RD007"),
        ("branch: [{when: n == 1, go: desk}, {when: n == 2, go: }]", "RD007"),
    ],
)
def test_what_only_the_missing_way_can_have_led_to_is_not_reported(main: str, code: str) -> None:
    text = f'nodes:\n  main: {{{main}}}\n  sub: {{return: ""}}\n{LOST}hours: {{office: "Mon-Fri 08:00-17:00"}}\n'
    text = text if "run:" in main else text.replace('  sub: {return: ""}\n', "")
    codes = {finding.code for finding in findings(text)} - {"DA003", "DA001", "SE005"}
    assert codes == {code}


def test_a_node_that_stands_alone_is_what_was_meant_too() -> None:
    text = "ivr: 1\nlines: {1-800-555-0100: main}\nnodes:\n  main: {say: Hello.}\n  bye: {hangup: Goodbye.}\n"
    flow = load_text(text).flow
    assert flow is not None
    assert [finding.code for finding in run_checks(flow, catalogue(), Selection(("ST",)), today=TODAY)] == ["ST006"]


def test_one_missing_way_leads_to_one_node() -> None:
    text = f"nodes:\n  main: {{say: Hello.}}\n{LOST}{LOST.replace('lost', 'other')}"
    assert [line for line in found(text) if "ST004" in line] == ["6:3 ST004 no line leads callers to 'other'"]


def test_a_flow_without_missing_ways_spares_nothing() -> None:
    assert [line.split()[1] for line in found(f"nodes:\n  main: {{say: Hello., next: desk}}\n{LOST}")] == ["ST004"]


def test_a_missing_way_far_above_means_nothing() -> None:
    between = (
        "".join(f"  n{at}: {{say: Part {at}., next: n{at + 1}}}\n" for at in range(14))
        + "  n14: {say: 14., next: desk}\n"
    )
    text = "nodes:\n  main: {hours: office, open: n0}\n" + between + LOST + 'hours: {office: "Mon-Fri 08:00-17:00"}\n'
    assert {finding.code for finding in findings(text)} == {"HR008", "ST004"}
