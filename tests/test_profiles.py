"""Profiles: what they name is there, what they change takes effect, and those of laws say no more than they can."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from found import TODAY
from frame import framed

from ivr.check import run_checks
from ivr.checking.choice import choice_of
from ivr.checking.settings import Settings
from ivr.checks import catalogue
from ivr.cli import ivr
from ivr.finding import Severity
from ivr.loader import load_text
from ivr.profile import Profile
from ivr.profiles import names, profile

RULES = {rule.code: rule for rule in catalogue()}
LAWS = ("fl-agency", "il-telecom", "medicare", "nm-telecom", "outbound-us", "us-a11y")
EVERY = [pytest.param(profile(name), id=name) for name in names()]


def test_the_profiles_of_the_design_are_there() -> None:
    assert set(names()) == {*LAWS, "coga", "default", "gethuman", "ireland-nda", "pci", "strict"}


@pytest.mark.parametrize("chosen", EVERY)
def test_a_profile_names_rules_and_limits_that_there_are(chosen: Profile) -> None:
    assert {change.rule for change in chosen.changes} - set(RULES) == set()
    for change in chosen.changes:
        usual = RULES[change.rule].limits
        assert set(change.limits) <= set(usual), change.rule
        assert [type(value) for value in change.limits.values()] == [type(usual[name]) for name in change.limits]


@pytest.mark.parametrize("chosen", EVERY)
def test_a_profile_changes_each_rule_once_and_says_why(chosen: Profile) -> None:
    rules = [change.rule for change in chosen.changes]
    assert len(rules) == len(set(rules))
    assert all(len(change.why) > 10 for change in chosen.changes)
    assert bool(chosen.sources) == bool(chosen.changes)


@pytest.mark.parametrize("name", LAWS)
def test_a_profile_of_a_law_says_that_a_menu_may_not_meet_it(name: str) -> None:
    chosen = profile(name)
    assert "may not meet" in chosen.about
    assert "legal advice" in chosen.about
    said = " ".join([chosen.about, *(change.why for change in chosen.changes)])
    assert not any(word in said for word in ("illegal", "unlawful", "violat", "must "))


@pytest.mark.parametrize("chosen", EVERY)
def test_the_page_of_a_profile_tells_every_change(chosen: Profile) -> None:
    page = CliRunner().invoke(ivr, ["explain", chosen.name]).output
    assert page.startswith(f"{chosen.name} (profile): {chosen.title}\n")
    assert all(change.rule in page for change in chosen.changes)
    assert "may not" not in page or chosen.name in {*LAWS, "pci"}
    assert max(map(len, page.splitlines())) <= 80 + 8


def test_the_list_of_rules_names_the_profiles() -> None:
    listed = CliRunner().invoke(ivr, ["explain"]).output
    assert all(f"  {name} " in listed for name in names())


def found_with(name: str, text: str) -> dict[str, Severity]:
    flow = load_text(framed(text)).flow
    assert flow
    selection = choice_of(Settings(profile=name)).selection
    return {one.code: one.severity for one in run_checks(flow, catalogue(), selection, today=TODAY)}


MENU = """
nodes:
  main:
    menu: Thank you for calling.
    options:
      1: {say: sales, go: desk}
      2: {say: billing, go: office}
    wait: WAIT s
    tries: TRIES
  office: {transfer: representative, busy: sorry, no-answer: sorry}
"""


def menu(wait: int = 5, tries: int = 3) -> str:
    return MENU.replace("WAIT", str(wait)).replace("TRIES", str(tries))


def test_a_profile_changes_limits() -> None:
    assert "TM005" in found_with("coga", menu(wait=9))
    assert "TM005" not in found_with("coga", menu(wait=10))
    assert "TM005" not in found_with("default", menu(wait=9))
    assert "TM004" in found_with("ireland-nda", menu(tries=3))
    assert "TM004" not in found_with("ireland-nda", menu(tries=2))


def test_a_profile_holds_for_what_a_flow_leaves_unsaid() -> None:
    text = menu().replace("    wait: 5 s\n", "").replace("    tries: 3\n", "")
    assert "TM005" in found_with("coga", text)
    assert "TM004" in found_with("ireland-nda", text)
    assert not {"TM004", "TM005"} & set(found_with("default", text))


def test_a_profile_switches_rules_on_and_off() -> None:
    assert RULES["PR019"].off
    assert "PR019" in found_with("coga", RULES["PR019"].example("Bad"))
    assert "PR019" not in found_with("default", RULES["PR019"].example("Bad"))
    slow = RULES["TM006"].example("Bad")
    assert "TM006" in found_with("default", slow)
    assert "TM006" not in found_with("coga", slow)


def test_a_profile_changes_how_bad_a_finding_is() -> None:
    bad = RULES["KY006"].example("Bad")
    assert found_with("default", bad)["KY006"] is Severity.WARNING
    assert found_with("coga", bad)["KY006"] is Severity.ERROR
