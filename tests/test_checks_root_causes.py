"""One root cause is one finding: where two rules could tell of the same fault, one of them does."""

from __future__ import annotations

import pytest
from found import findings

SALES = "  sales: {say: Our sales team will be glad to help., next: desk}\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(
            "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: sales}, 9: {say: parts, go: desk}}}\n"
            + SALES,
            "KY004",
            id="the key that repeats is taken over",
        ),
        pytest.param(
            "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: sales}, 2: {say: parts, go: desk}}}\n"
            '  sales: {menu: Sales., options: {1: {say: new, go: desk}, "*": {say: our address, go: told}}}\n'
            "  told: {say: It is Main Street., next: desk}\n",
            "KY004",
            id="the key that goes back is taken over",
        ),
        pytest.param(
            "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: a-b}, 2: {say: parts, go: desk}}}\n"
            "  a-b: {say: One moment., next: desk}\n  a_b: {say: Two moments., next: desk}\n",
            "ST002",
            id="two names that are one",
        ),
        pytest.param(
            "nodes:\n  main: {menu: Is it right?, options: {7: {say: yes, go: sales}, 8: {say: no, go: desk}}}\n"
            + SALES,
            "KY010",
            id="yes and no behind a gap",
        ),
        pytest.param(
            "nodes:\n  main: {menu: Is it right?, options: {2: {say: yes, go: sales}, 1: {say: no, go: desk}}}\n"
            + SALES,
            "KY010",
            id="yes and no out of order",
        ),
        pytest.param(
            "nodes:\n  main: {menu: Hi., options: {1: {say: sales, goto: sales}, 2: {say: parts, go: desk}}}\n" + SALES,
            "RD005",
            id="a misspelt field is not missing",
        ),
        pytest.param(
            'nodes:\n  main: {menu: "Press 5 for aid.", options: {1: {say: sales, go: sales}, 2: {say: x, go: desk}}}\n'
            + SALES,
            "PR002",
            id="a key that leads nowhere",
        ),
    ],
)
def test_one_root_cause_is_one_finding(text: str, code: str) -> None:
    assert [finding.code for finding in findings(text)] == [code]


def test_yes_and_no_leave_other_gaps_alone() -> None:
    text = (
        "nodes:\n  main: {menu: Is it right?, options: {1: {say: yes, go: sales}, 2: {say: no, go: desk},"
        f" 4: {{say: our address, go: told}}}}}}\n{SALES}  told: {{say: Main Street., next: sales}}\n"
    )
    assert [finding.code for finding in findings(text)] == ["KY014"]
