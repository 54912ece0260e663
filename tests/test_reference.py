from __future__ import annotations

from pathlib import Path

import pytest
from console import merged
from found import TODAY
from golden import Golden
from reference import EXAMPLES, renewed

from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.finding import Finding, Severity
from ivr.loader import load_text
from ivr.nodes import kinds

BY_THE_LINE = {
    "DA002",  # a line that begins at an example comes to it with no variable set,
    "HU003",  # to a menu of which the flow itself tells callers more,
    "HU009",  # to a question before anything else,
    "HU004",  # and only the example's own menu has the option that it shows
}


def with_example(clinic: str, example: str) -> list[Finding]:
    """Add an example to the clinic as a reader would, dial its first node, and give what is wrong with that flow."""
    text = merged(clinic, example)
    nodes = example.partition("nodes:\n")[2]
    if nodes:
        text = merged(text, f"lines:\n  1-312-555-0160: {nodes.partition(':')[0].strip()}\n")
    loaded = load_text(text)
    assert loaded.flow is not None
    found = run_checks(loaded.flow, catalogue(), today=TODAY)
    return [finding for finding in found if finding.severity > Severity.INFO and finding.code not in BY_THE_LINE]


def test_the_reference_in_the_readme_is_what_the_models_say(root: Path, golden: Golden) -> None:
    golden("../README.md", renewed((root / "README.md").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_may_be_added_to_the_clinic(root: Path, name: str) -> None:
    clinic = (root / "flows" / "clinic.yaml").read_text(encoding="utf-8")
    assert with_example(clinic, EXAMPLES[name].lstrip()) == []


def test_an_example_that_leads_nowhere_is_seen(root: Path) -> None:
    clinic = (root / "flows" / "clinic.yaml").read_text(encoding="utf-8")
    found = with_example(clinic, "nodes:\n  parking: {say: Park behind the house., next: maim}\n")
    assert [finding.code for finding in found] == ["ST001"]


@pytest.mark.parametrize("verb", kinds())
def test_the_example_of_a_kind_shows_that_kind(verb: str) -> None:
    flow = load_text("ivr: 1\nlines: {1: main}\n" + EXAMPLES[verb]).flow
    assert flow is not None
    assert verb in {node.verb for node in flow.nodes.values()}
    assert not flow.broken


def test_the_tables_tell_what_holds_where_a_field_is_left_out(root: Path) -> None:
    made = renewed((root / "README.md").read_text(encoding="utf-8"))
    for told in (
        "| `tries` | How many silences and wrong keys, in all, before `otherwise`. | 3 |",
        "| `wait` | Seconds of silence, from the end of the prompt, that count as a try. | 5 seconds |",
        "| `rate` | How fast prompts are spoken, in words a minute. | 160 words a minute |",
        "| `longest` | How long the recording may be. | 120 seconds |",
        "| `announced` | Whether callers are told of it. | yes |",
        "| `hours` | The schedule in which it answers. | `always` |",
        "| `wait` | Seconds of silence, after the prompt, that count as a try. | as in `defaults` |",
        "| `go` | Where it leads. | *needed* |",
    ):
        assert f"\n{told}\n" in made


def test_a_part_is_made_anew_and_the_rest_stays() -> None:
    old = "before\n<!-- made: every-node -->\nstale\n<!-- end -->\nafter\n"
    new = renewed(old)
    assert new.startswith("before\n<!-- made: every-node -->\n\n| field |")
    assert "stale" not in new
    assert new.endswith("<!-- end -->\nafter\n")


def test_a_part_that_nobody_makes_is_refused() -> None:
    with pytest.raises(KeyError):
        renewed("<!-- made: nothing -->\n<!-- end -->")
