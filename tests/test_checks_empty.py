"""Keys behind which nothing is written: one finding at the key, which says what belongs there, and no more."""

from __future__ import annotations

import pytest
from found import findings, found

from ivr.loader import load_text
from ivr.nodes.branch import Branch

ASKS = "  main: {ask: Your age?, into: age, digits: 2, next: way}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"nodes:\n{ASKS}  way:\n    branch: [{{when: age > 17, go: desk}}]\n    else:\n",
            "7:5 RD007 nothing is written behind 'else' in 'way'",
        ),
        (
            f"nodes:\n{ASKS}  way: {{branch: [{{when: age > 17, go: }}], else: desk}}\n",
            "5:35 RD007 nothing is written behind 'go' in entry 1 of 'branch'",
        ),
        (
            "nodes:\n  main:\n    menu: Hello.\n    options:\n      1:\n      2: {say: sales, go: desk}\n",
            "7:7 RD007 nothing is written behind '1' in 'options'",
        ),
        (
            "nodes:\n  main:\n    menu: Hello.\n    options:\n      1: {say: sales, go: }\n      2: desk\n",
            "7:23 RD007 nothing is written behind 'go' in the option '1' of 'main'",
        ),
        ("nodes:\n  main: {say: Hello., next: desk}\n  bye:\n", "5:3 RD007 nothing is written behind 'bye' in 'nodes'"),
        (
            "nodes:\n  main: {ask: Your age?, into: , next: desk}\n",
            "4:26 RD007 nothing is written behind 'into' in 'main'",
        ),
        (
            "nodes:\n  main: {lookup: x, outcomes: {ok: , failed: desk}}\n",
            "4:32 RD007 nothing is written behind 'ok' in 'outcomes'",
        ),
        (
            "nodes:\n  main: {split: {70%: , 30%: desk}}\n",
            "4:18 RD007 nothing is written behind '70%' in 'split'",
        ),
        (
            "nodes:\n  main: {unknown: x, exits: {a: , b: desk}}\n",
            "4:30 RD007 nothing is written behind 'a' in 'exits'",
        ),
        (
            "nodes:\n  main: {run: sub, returns: {yes: , no: desk}, else: desk}\n  sub: {return: yes}\n",
            "4:30 RD007 nothing is written behind 'yes' in 'returns'",
        ),
    ],
)
def test_what_is_empty_is_reported_once_at_its_key(text: str, expected: str) -> None:
    assert [line for line in found(text) if "ST004" not in line and "ST005" not in line] == [expected]


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("lines: {1-800-555-0100: main, 1-800-555-0101: }", "nothing is written behind '1-800-555-0101' in 'lines'"),
        ("contacts: {representative: , x: {name: X}}", "nothing is written behind 'representative' in 'contacts'"),
        ("hours: {weekend: }", "nothing is written behind 'weekend' in 'hours'"),
        ("hours: {weekend: {open: }}", "nothing is written behind 'open' in 'weekend'"),
        ("timezone: ", "nothing is written behind 'timezone'"),
        ("languages: ", "nothing is written behind 'languages'"),
    ],
)
def test_sections_too(section: str, expected: str) -> None:
    text = f"nodes:\n  main: {{say: Hello., next: desk}}\n{section}\n"
    assert [finding.message for finding in findings(text)] == [expected]


def test_what_belongs_there_is_told() -> None:
    text = "nodes:\n  main: {say: Hello., next: }\n"
    assert [finding.fault.hint for finding in findings(text, ("RD007",))] == [
        "What belongs there: where the call goes on."
    ]


def test_words_that_a_comma_cut_off_are_explained() -> None:
    text = "nodes:\n  main: {menu: Hello., options: {1: desk, or so, 2: desk}}\n"
    (finding,) = findings(text, ("RD007",))
    assert finding.message == "nothing is written behind 'or so' in 'options'"
    assert "comma" in finding.fault.hint


@pytest.mark.parametrize("node", ["hangup: ", "menu: , options: {1: {say: sales, go: desk}}", "hangup: , note: "])
def test_prompts_and_notes_may_be_empty(node: str) -> None:
    assert found(f"nodes:\n  main: {{{node}}}\n", "RD") == []


def test_what_is_empty_counts_as_not_written() -> None:
    text = "nodes:\n  main:\n    branch: [{when: x == 1, go: main}]\n    else:\n"
    flow = load_text(f"ivr: 1\nlines: {{1-800-555-0100: main}}\n{text}").flow
    assert flow is not None
    node = flow.nodes["main"]
    assert isinstance(node, Branch)
    assert node.else_ is None
    assert [way.to for way in flow.exits("main")] == ["main"]
