"""Findings about what a call does carry the call that shows it."""

from __future__ import annotations

from typing import Final

import pytest
from found import TODAY
from frame import framed

from ivr.check import Check, Selection, run_checks
from ivr.checks import catalogue
from ivr.explore import replay
from ivr.finding import Finding
from ivr.flow import Flow
from ivr.loader import load_text

RULES: Final = {rule.code: rule for rule in catalogue()}
BEHAVIOUR: Final = ("ST", "TM", "KY", "HU")
WITHOUT: Final = {
    "KY002": "no telephone has the key, so that no call can press it",
    "ST002": "of two things of one name the second is not in the flow that calls are made with",
    "ST004": "no call comes to the node",
    "ST005": "no call comes to the node",
    "ST020": "callers notice nothing of two nodes that are the same",
    "ST022": "callers notice nothing of a node that does nothing",
}
"""Rules of these families whose findings no call can show, and why."""


def found(rule: Check, text: str) -> tuple[Flow, tuple[Finding, ...]]:
    flow = load_text(framed(text)).flow
    assert flow is not None
    return flow, run_checks(flow, (rule,), Selection((rule.code,)), today=TODAY)


def told(code: str, text: str) -> list[str]:
    """Give the calls of a rule's findings without the line and the moment, each with where it is then."""
    witnesses = [finding.witness for finding in found(RULES[code], text)[1]]
    return [f"{', '.join(call.told()[1:])} -> {call.reach or call.end}" if call else "" for call in witnesses]


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES.values() if rule.code[:2] in BEHAVIOUR], ids=lambda rule: rule.code
)
def test_a_finding_of_behaviour_has_a_call_that_can_be_made_again(rule: Check) -> None:
    flow, findings = found(rule, rule.example("Bad"))
    for finding in findings:
        assert (finding.witness is None) == (rule.code in WITHOUT)
        if finding.witness:
            call = replay(flow, finding.witness)
            assert call is not None
            if finding.witness.reach:
                assert (call.node, call.ended) == (finding.witness.reach, None)
            else:
                assert call.ended is not None
                assert finding.witness.end.split(" ")[0] == call.ended.how


def test_every_rule_without_a_call_is_there() -> None:
    assert set(WITHOUT) <= set(RULES)


MENU = (
    "nodes:\n  main:\n    menu: Hello.\n    options:\n"
    "      1: {say: sales, go: sales}\n      2: {say: billing, go: desk}\n"
)
SHOP = 'hours: {office: "Mon-Fri 08:00-17:00"}\ncontacts:\n  shop: {name: Shop, hours: office}\n'
FAX = "nodes:\n  main: {say: 'For fax, press 7.', next: menu}\n  menu: {menu: Hi., options: {1: desk, 2: sorry}}\n"
SAYS = "{say: Hi., next: desk}"


def sales(node: str, before: str = "", after: str = "") -> str:
    """Give a flow whose key 1 leads to this node, with sections before it and nodes behind it."""
    return f"{before}{MENU}  sales: {node}\n{after}"


SPANISH = (
    "languages: [en, es]\nwording: {}\nnodes:\n  main:\n    menu: {en: Hello., es: Hola.}\n    options:\n"
    "      1: {say: {en: sales, es: ventas}, go: desk}\n      8: {say: Español, go: again, language: es}\n"
)


@pytest.mark.parametrize(
    ("code", "text", "call"),
    [
        ("ST001", f"{MENU}    otherwise: nowhere\n  sales: {SAYS}\n", "press 8 three times -> fault"),
        ("ST006", sales("{say: Our sales team.}"), "press 1 -> fault"),
        ("ST006", sales("{return: done}"), "press 1 -> fault"),
        ("ST006", sales("{run: inner}", after="  inner: {return: done}\n"), "press 1 -> fault"),
        (
            "ST006",
            sales("{transfer: representative, busy: desk}"),
            "press 1, (representative: no-answer) -> dropped",
        ),
        (
            "ST006",
            sales("{transfer: shop, busy: desk, no-answer: desk}", SHOP),
            "press 1 -> dropped",
        ),
        ("ST012", sales("{branch: [{when: plan == gold, go: desk}]}"), "press 1 -> fault"),
        ("ST015", sales("{transfer: representative}"), "press 1, (representative: no-answer) -> dropped"),
        ("TM002", RULES["TM002"].example("Bad"), "press 8 three times -> fault"),
        ("TM004", RULES["TM004"].example("Bad"), "say nothing five times, (representative: failed) -> dropped"),
        (
            "TM004",
            sales(SAYS, "defaults: {tries: 1, otherwise: sorry}\n"),
            "say nothing -> hangup",
        ),
        ("TM005", sales(SAYS, "defaults: {wait: 1 s, otherwise: desk}\n"), " -> main"),
        ("KY014", RULES["KY014"].example("Bad"), "press 2 -> main"),
        ("PR002", FAX, "press 7 -> menu"),
        (
            "AC001",
            f"defaults: {{silence: Nothing., otherwise: desk}}\n{SPANISH}",
            "press 8, say nothing three times, (representative: failed) -> dropped",
        ),
        (
            "AC001",
            f"defaults: {{wrong: Sorry., otherwise: desk}}\n{SPANISH}",
            "press 8, press 7 three times, (representative: failed) -> dropped",
        ),
        ("DA001", sales("{say: 'Your order is {order}.', next: desk}"), "press 1 -> desk"),
        ("DA007", sales("{transfer: nobody, failed: sorry}"), "press 1 -> sales"),
        (
            "DA008",
            sales("{transfer: shop, failed: sorry}", "contacts:\n  shop: {name: Shop, number: +1 12}\n"),
            "press 1 -> sales",
        ),
        (
            "HR012",
            sales("{hours: shop, open: desk, closed: sorry}", "hours: {shop: {closed: [12-25]}}\n"),
            "press 1 -> hangup",
        ),
    ],
)
def test_the_call_is_the_shortest_that_shows_it(code: str, text: str, call: str) -> None:
    assert call in told(code, text)


def test_a_round_by_night_is_shown_by_night() -> None:
    text = (
        'hours: {office: "Mon-Fri 08:00-17:00"}\nnodes:\n  main: {hours: office, open: desk, closed: away}\n'
        "  away: {say: We are closed., next: main}\n"
    )
    (finding,) = found(RULES["ST009"], text)[1]
    assert finding.witness is not None
    flow = load_text(framed(text)).flow
    assert flow is not None
    assert not flow.is_open("office", finding.witness.at)
    assert finding.witness.end == "fault"


def test_where_no_line_leads_no_call_is_shown() -> None:
    text = sales(SAYS, after="  lost: {ask: Your number?, into: number, next: desk}\n")
    (finding,) = found(RULES["TM016"], text)[1]
    assert finding.witness is None


@pytest.mark.parametrize(("code", "call"), [("AC007", " -> main"), ("TM001", "say nothing three times -> fault")])
def test_what_is_told_as_one_is_shown_where_callers_come(code: str, call: str) -> None:
    lost = "nodes:\n  lost: {menu: Hello., options: {1: desk, 2: sorry}}\n"
    text = f"keys: {{}}\ndefaults: {{}}\n{lost}{MENU.partition(chr(10))[2]}  sales: {SAYS}\n"
    assert told(code, text) == [call]
