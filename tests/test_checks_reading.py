"""The rules that pass on what the reader saw, and the keys that are given twice."""

from __future__ import annotations

import pytest
from found import found, places

from ivr.loader import load_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "nodes:\n  main:\n    say: One.\n    say: Two.\n    next: desk\n",
            ["6:5 RD011 'say' is given twice here, and only the first one counts for callers"],
        ),
        (
            "nodes:\n  main:\n    lookup: x\n    outcomes:\n      ok: desk\n      failed: desk\n      ok: sorry\n",
            ["9:7 RD011 'ok' is given twice here, and only the first one counts for callers"],
        ),
    ],
)
def test_a_key_given_twice_is_reported_where_it_stands_again(text: str, expected: list[str]) -> None:
    assert found(text, "RD011") == expected


@pytest.mark.parametrize(
    "text",
    [
        "nodes:\n  main: {say: Hello., next: desk}\n  main: {say: Again., next: desk}\n",
        "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: desk}, 1: {say: billing, go: desk}}}\n",
        "nodes:\n  main: {split: {50%: desk, 50%: sorry}}\n",
        "lines: {1-800-555-0100: main, 1-800-555-0100: main}\nnodes:\n  main: {say: Hello., next: desk}\n",
        "keys: {9: {say: repeat, go: again}, 9: {say: back, go: back}}\nnodes:\n  main: {say: Hello., next: desk}\n",
        "hours: {a: always, a: always}\nnodes:\n  main: {say: Hello., next: desk}\n",
    ],
)
def test_keys_of_which_other_rules_tell_are_left_to_them(text: str) -> None:
    assert found(text, "RD011") == []


def test_a_mapping_that_aliases_repeat_is_reported_once() -> None:
    text = (
        "nodes:\n  main: {menu: Hello., options: {1: &a {say: sales, say: more, go: desk}, 2: *a}}\n"
        "  other: {menu: Hello., options: {1: *a}}\n"
    )
    assert len(found(text, "RD011")) == 1


@pytest.mark.parametrize(
    ("node", "quoted"),
    [
        ("{hangup: We are open, 8 to 8.}", "8 to 8."),
        ("{say: Hello, next: desk, and more}", "and more"),
        ("{menu: {en: Hello, and welcome}, options: {1: {say: sales, go: desk}}}", "and welcome"),
    ],
)
def test_a_text_that_a_comma_cut_in_two_is_explained(node: str, quoted: str) -> None:
    faults = load_text(f"ivr: 1\nlines: {{1-800-555-0100: main}}\nnodes:\n  main: {node}\n").faults
    (cut,) = [fault for _, fault in faults if quoted in fault.message]
    assert cut.place[1:3] == (4, len("  main: ") + node.index(quoted) + 1)
    assert cut.hint == 'Inside {...} a comma ends the value; put words that hold a comma in quotes: "...".'


def test_a_field_that_is_only_misspelt_is_not_taken_for_the_rest_of_a_text() -> None:
    faults = load_text("ivr: 1\nlines: {1-800-555-0100: main}\nnodes:\n  main: {hangup: Hello., lang: }\n").faults
    assert [(fault.message, fault.hint) for _, fault in faults] == [
        ("'lang' is not a field of the `hangup` 'main'; did you mean 'language'?", "")
    ]


def test_a_block_of_lines_has_no_commas_that_end_values() -> None:
    faults = load_text("ivr: 1\nlines: {1-800-555-0100: main}\nnodes:\n  main:\n    hangup: Hello.\n    zzz:\n").faults
    assert "comma" not in faults[0].fault.hint


def test_every_fault_of_the_reader_is_a_finding_of_its_own_rule() -> None:
    text = (
        "ivr: 1\nlines: {1-800-555-0100: main}\nnodes:\n  main: {hangup: Hello., colour: red, done: perhaps}\n  b: {}\n"
    )
    assert places(text, bare=True) >= {("RD005", 4), ("RD006", 4), ("RD008", 5)}
