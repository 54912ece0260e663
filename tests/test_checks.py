"""Every rule in the catalogue: its page has what it must, its bad example breaks it and nothing else, its good none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from found import TODAY
from frame import framed

from ivr.check import Check, Selection, run_checks
from ivr.checks import catalogue
from ivr.loader import load, load_text

RULES = catalogue()


def codes(text: str, rule: Check, folder: Path) -> list[str]:
    """Give the codes of the findings on a flow, each once: of all rules, and of this one if it is off.

    Where the rule's page says what stands `Beside:` the flow, the flow is read from a file that has these beside it.
    """
    beside = re.search(r"^Beside: (.+)$", rule.page, re.MULTILINE)
    for name, _, words in (one.partition(": ") for one in beside[1].split("; ")) if beside else ():
        (folder / name).write_text(words, encoding="utf-8")
    if beside:
        (folder / "flow.yaml").write_text(text, encoding="utf-8")
    loaded = load(folder / "flow.yaml") if beside else load_text(text)
    if loaded.flow is None:
        return sorted({fault.code for fault in loaded.faults})
    found = run_checks(loaded.flow, RULES, today=TODAY)
    if rule.off:
        found += run_checks(loaded.flow, (rule,), Selection((rule.code,)), today=TODAY)
    return sorted({finding.code for finding in found})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_exactly_this_rule(rule: Check, tmp_path: Path) -> None:
    assert codes(framed(rule.example("Bad")), rule, tmp_path) == [rule.code]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_good_example_breaks_no_rule(rule: Check, tmp_path: Path) -> None:
    assert codes(framed(rule.example("Good")), rule, tmp_path) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_page_says_what_it_means_and_where_it_comes_from(rule: Check) -> None:
    assert re.fullmatch(r"[A-Z]{2}\d{3}", rule.code)
    assert len(rule.page.splitlines()[0]) > 20
    assert re.search(r"^Source: \S.{10,}", rule.page, re.MULTILINE)
