"""Fixes: each makes its finding go and brings no other, leaves all else as it was, and none is made twice."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from found import TODAY
from frame import framed
from hypothesis import given
from hypothesis import strategies as st

from ivr.check import Check, Selection, run_checks
from ivr.checks import catalogue
from ivr.edit import Fix, edited
from ivr.finding import Finding
from ivr.fixing import Fixed, Fixer
from ivr.loader import Loaded, load_text

RULES = catalogue()
FILE = "flow.yaml"
# By code, the rules whose bad example a program can put right.
FIXED = {
    "safe": """DA004 DA012 DC011 HR004 KY016 PR014 PR015 PR018 PR023 RD003 SE001 TM004 TM005 TM006 TM007 TM014""".split(),
    "unsafe": """AC007 AC008 DA007 HR005 KY010 KY013 KY014 PR005 PR011 PR012 RD005 ST001 ST003 ST004 ST005 ST012 ST018 TM001 TM002 TM003 TM008""".split(),
}


def find(loaded: Loaded, *codes: str) -> tuple[Finding, ...]:
    return run_checks(loaded.flow, RULES, Selection(codes), today=TODAY) if loaded.flow else ()


def findings(text: str, *codes: str) -> tuple[Finding, ...]:
    return find(load_text(text, FILE), *codes)


def bad(code: str) -> str:
    return framed(next(rule for rule in RULES if rule.code == code).example("Bad"))


def fixes(text: str, *codes: str) -> list[Fix]:
    return [finding.fault.fix for finding in findings(text, *codes) if finding.fault.fix]


def fix_of(code: str) -> Fix:
    """Give the fix of a rule's bad example."""
    (fix,) = [finding.fault.fix for finding in findings(bad(code)) if finding.code == code]
    assert fix is not None
    return fix


def run(text: str, *codes: str, unsafe: bool = True) -> Fixed:
    return Fixer([FILE], {FILE: text}, lambda loaded: find(loaded, *codes), find, unsafe=unsafe).run()


def fixed(text: str, *codes: str, unsafe: bool = True) -> str:
    """Give a flow with what some rules (or all) find put right."""
    return run(text, *codes, unsafe=unsafe).texts.get(FILE, text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_fix_makes_its_finding_go_and_brings_no_other(rule: Check) -> None:
    text = bad(rule.code)
    before = findings(text)
    for finding in before:
        if fix := finding.fault.fix:
            left = Counter(other.code for other in findings(edited(text, fix.edits)))
            assert left <= Counter(other.code for other in before if other != finding)
            assert re.fullmatch(r"[A-Z].*\.", fix.title)


@pytest.mark.parametrize(("kind", "code"), [(kind, code) for kind, codes in FIXED.items() for code in codes])
def test_these_rules_can_be_fixed(kind: str, code: str) -> None:
    assert fix_of(code).safe == (kind == "safe")


@pytest.mark.parametrize("code", [code for codes in FIXED.values() for code in codes])
def test_fixing_twice_changes_nothing_more(code: str) -> None:
    once = fixed(bad(code))
    assert once != bad(code)
    assert findings(once, code) == ()
    assert run(once) == Fixed({})
