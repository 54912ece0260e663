"""The limits of rules: what settings can say of them, and that another limit finds something else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

import pytest
from found import TODAY
from frame import framed

from ivr.check import Check, Selection, run_checks
from ivr.checks import catalogue
from ivr.loader import load_text

RULES: Final = {rule.code: rule for rule in catalogue()}
LIMITED: Final = [rule for rule in RULES.values() if rule.limits]

SPARED: Final[Mapping[tuple[str, str], Any]] = {
    ("AC010", "contacts"): 3,
    ("AC013", "digits"): 12,
    ("AC014", "most"): 2,
    ("DA010", "pattern"): ".*",
    ("DA011", "letters"): 7,
    ("DC009", "days"): 9999,
    ("HR001", "covered"): 0.99,
    ("HR001", "longest"): 20,
    ("HR005", "least"): 23,
    ("HR005", "most"): 19,
    ("HR005", "until"): 7,
    ("HR006", "days"): 3,
    ("HU001", "require_human"): False,
    ("HU005", "keys"): 9,
    ("HU006", "seconds"): 600.0,
    ("KY003", "digits"): 2,
    ("KY005", "digits"): 4,
    ("KY006", "key"): "7",
    ("KY007", "key"): "7",
    ("KY008", "key"): "7",
    ("KY009", "key"): "3",
    ("KY018", "most"): 1,
    ("KY022", "numbers"): ("113",),
    ("PR004", "likeness"): 0.0,
    ("PR006", "most"): 6,
    ("PR007", "seconds"): 99.0,
    ("PR008", "seconds"): 99.0,
    ("PR009", "seconds"): 99.0,
    ("PR018", "most"): 9,
    ("PR019", "least"): 9,
    ("PR020", "likeness"): 1.0,
    ("PR023", "most"): 9,
    ("SE014", "seconds"): 99.0,
    ("ST017", "most"): 9,
    ("TM004", "most"): 9,
    ("TM005", "least"): 1.0,
    ("TM006", "most"): 99.0,
    ("TM007", "least"): 0.5,
    ("TM011", "most"): 9,
    ("TM019", "words"): ("un known", "UNKNOWN"),
    ("TM020", "most"): 9,
    ("TM021", "most"): 999.0,
}
"""A value for a limit by which the rule's bad example is as good as any."""
CAUGHT: Final[Mapping[tuple[str, str], Any]] = {
    ("HU004", "key"): "7",
    ("KY010", "no"): "1",
    ("KY010", "yes"): "2",
    ("PR027", "words"): ("harbour",),
    ("TM004", "least"): 3,
}
"""A value for a limit by which the rule's good example is no better than the bad one."""
TOLD: Final[Mapping[tuple[str, str], tuple[Any, str]]] = {
    ("HR015", "close"): ("21:00", "21:00"),
    ("HR015", "days"): ("Mon-Sat", "Mon-Sat"),
    ("HR015", "open"): ("07:00", "07:00"),
    ("HU007", "menus"): (1, "in the first menu"),
    ("ST001", "likeness"): (1.0, "'main' leads to 'slaes', which does not exist"),
}
"""A value for a limit that changes what is said of the bad example, and how that ends or what is in it."""
DATES = 'hours: {desk: {open: "Mon-Fri 08:00-17:00", closed: [2026-01-01, 2026-04-15]}}\n'
OPEN = f"{DATES}nodes:\n  main: {{hours: desk, open: desk, closed: away}}\n  away: {{hangup: Please write to us.}}\n"
NEWS = "{text: Welcome. Our menu options have changed., until: 2026-04-01}"
PIN = "{ask: Enter your PIN., into: pin, digits: 4, sensitive: yes, tries: 5, check: {one-of: [1234]}, next: desk}"
OTHERS: Final[Mapping[tuple[str, str], tuple[Any, str]]] = {
    ("HR007", "ahead"): (30, OPEN),
    ("PR011", "days"): (60, f"nodes:\n  main: {{say: {NEWS}, next: desk}}\n"),
    ("SE007", "most"): (5, f"nodes:\n  main: {PIN}\n"),
    ("SE008", "allow"): (("+44",), "nodes:\n  main: {transfer: +44 20 7946 0000, failed: sorry}\n"),
    ("TM007", "most"): (9.0, RULES["TM007"].example("Bad").replace("between: 1 s", "between: 8 s")),
}
"""A value for a limit that excuses a fault which the rule finds in another flow."""


def said(rule: Check, text: str, **limits: Any) -> list[str]:  # noqa: ANN401 -- as a settings file has it
    flow = load_text(framed(text)).flow
    assert flow is not None
    selection = Selection((rule.code,), limits={rule.code: limits})
    findings = run_checks(flow, (rule,), selection, today=TODAY)
    assert {finding.code for finding in findings} <= {rule.code}
    return [f"{finding.message} {finding.fault.hint}" for finding in findings]


@pytest.mark.parametrize("rule", LIMITED, ids=lambda rule: rule.code)
def test_settings_can_say_every_limit(rule: Check) -> None:
    for name, usual in rule.limits.items():
        assert re.fullmatch(r"[a-z]+(_[a-z]+)?", name)
        assert isinstance(usual, (bool, int, float, str, tuple, frozenset))
        if isinstance(usual, (tuple, frozenset)):
            assert all(isinstance(one, str) for one in usual)


def test_every_limit_is_tried() -> None:
    tried = [*SPARED, *CAUGHT, *TOLD, *OTHERS]
    assert len(tried) == len(set(tried))
    assert sorted(tried) == sorted((rule.code, name) for rule in LIMITED for name in rule.limits)


@pytest.mark.parametrize(("code", "name"), SPARED)
def test_a_wider_limit_excuses_the_bad_example(code: str, name: str) -> None:
    bad = RULES[code].example("Bad")
    assert said(RULES[code], bad)
    assert not said(RULES[code], bad, **{name: SPARED[code, name]})


@pytest.mark.parametrize(("code", "name"), CAUGHT)
def test_a_narrower_limit_finds_the_good_example(code: str, name: str) -> None:
    good = RULES[code].example("Good")
    assert not said(RULES[code], good)
    assert said(RULES[code], good, **{name: CAUGHT[code, name]})


@pytest.mark.parametrize(("code", "name"), TOLD)
def test_another_limit_is_what_the_message_names(code: str, name: str) -> None:
    bad, (value, words) = RULES[code].example("Bad"), TOLD[code, name]
    (before,), (after,) = said(RULES[code], bad), said(RULES[code], bad, **{name: value})
    assert before != after
    assert words in after


@pytest.mark.parametrize(("code", "name"), OTHERS)
def test_a_wider_limit_excuses_a_fault(code: str, name: str) -> None:
    value, text = OTHERS[code, name]
    assert said(RULES[code], text)
    assert not said(RULES[code], text, **{name: value})


@pytest.mark.parametrize(
    ("code", "limits", "words"),
    [
        ("PR006", {"most": 4}, "Offer 4 at most"),
        ("TM011", {"most": 3}, "so that they make 3"),
        ("TM004", {"most": 4}, "`tries: 2` or `tries: 4`"),
        ("ST017", {"most": 2}, "get through 2 menus"),
        ("KY010", {"yes": "1", "no": "3"}, "no on 3"),
        ("TM005", {"least": 4.0}, "Wait 4 s at least"),
        ("TM006", {"most": 8.0}, "Wait 8 s at most"),
    ],
)
def test_the_messages_speak_of_the_limit_that_holds(code: str, limits: dict[str, Any], words: str) -> None:
    assert any(words in one for one in said(RULES[code], RULES[code].example("Bad"), **limits))


@pytest.mark.parametrize(("code", "key", "name"), [("KY007", "8", "the key 8"), ("KY008", "8", "the key 8")])
def test_another_key_is_called_by_its_own_name(code: str, key: str, name: str) -> None:
    options = "{1: {say: sales, go: desk}, 8: {say: fax, go: sorry}}"
    text = f"nodes:\n  main: {{menu: Hello., options: {options}}}\n"
    assert [one for one in said(RULES[code], text, key=key) if name in one]
    assert not said(RULES[code], text)


def test_no_operator_is_expected_on_0_where_it_is_another_key() -> None:
    text = RULES["KY006"].example("Bad").replace(" 0: ", " 7: ")
    assert not said(RULES["KY006"], text)
    (one,) = said(RULES["KY006"], text, key="7")
    assert "7 stands for 'our opening hours'" in one
    assert "Keep 7 for a person" in one
