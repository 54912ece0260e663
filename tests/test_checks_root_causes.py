"""One root cause is one finding: where two rules could tell of the same fault, one of them does."""

from __future__ import annotations

from pathlib import Path

import pytest
from found import TODAY, findings

from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.flow import Flow
from ivr.loader import load

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
            "nodes:\n  main: {menu: Hi., options: {1: {say: sales, go: sales}, 1: {say: jobs, go: sales},"
            f" 3: {{say: parts, go: desk}}}}}}\n{SALES}",
            "KY001",
            id="a key twice and a gap behind it",
        ),
        pytest.param(
            "nodes:\n  main: {menu: 'For sales, press 1. For parts, press 3. To hear this again, press 9. For a person,"
            f" press 0. To go back, press star.', announce: as-is, options: {{1: sales, 2: desk}}}}\n{SALES}",
            "PR002",
            id="a prompt that names a wrong key",
        ),
        pytest.param(
            "nodes:\n  main: {menu: Hi., options: {1: {say: sales, go: sales}, 2: {say: billing, go: sales},"
            f" 3: {{say: your last bills, go: billing}}}}}}\n{SALES}{SALES.replace('sales', 'billing')}",
            "PR004",
            id="an option that leads where another one does, and is announced as what a third node is",
        ),
        pytest.param(
            "nodes:\n  main: {ask: Enter your PIN., into: pin, digits: 4, next: look, otherwise: desk}\n"
            "  look: {lookup: account, pass: [pin], outcomes: {right: team, wrong: team, failed: team}}\n"
            "  team: {transfer: representative, failed: sorry}\n",
            "SE001",
            id="a secret that is not marked need not be handed on",
        ),
        pytest.param(
            "nodes:\n  main: {lookup: account, gives: [sum, day], outcomes: {found: told, failed: told}}\n"
            "  told: {say: 'You owe {sum} dollars on {day}.', next: desk}\n",
            "DA002",
            id="two variables that one way leaves out",
        ),
        pytest.param(
            "languages: [en, es]\nlines: {1-800-555-0100: main}\nkeys: {}\n"
            "hours: {desk: 'Mon-Fri 08:00-18:00'}\n"
            "nodes:\n  main: {hours: desk, open: helped, closed: away}\n"
            "  away: {say: {en: 'We are open Monday to Friday, 8 a.m. to 8 p.m.',"
            " es: 'Abrimos de lunes a viernes de 8 a 20 horas.'}, language: es, next: helped}\n"
            "  helped: {transfer: representative, failed: bye}\n  bye: {hangup: {en: Bye@x.com, es: Adiós@x.com}}\n",
            "HR009",
            id="hours that a prompt tells wrongly in all its languages",
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


MENUS = (
    "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: sales}, 2: {say: parts, go: parts}}}\n"
    "  sales: {menu: Sales., options: {1: {say: new, go: desk}, 2: {say: used, go: told}}}\n"
    "  parts: {menu: Parts., options: {1: {say: tires, go: desk}, 2: {say: oil, go: told}}}\n"
    "  told: {say: It is Main Street., next: desk}\n"
)
ZERO = "0: {say: a person, go: desk}"
BOTH = f'keys: {{9: {{say: hear this again, go: again}}, "*": {{say: go back, go: back}}, {ZERO}}}\n'


@pytest.mark.parametrize(
    ("sections", "code", "others"),
    [
        (f"{BOTH}defaults: {{}}\n", "TM001", 2),
        (f"{BOTH}defaults: {{tries: 2}}\n", "TM003", 2),
        (f"{BOTH}defaults: {{silence: Are you there?}}\n", "TM002", 2),
        (f'keys: {{"*": {{say: go back, go: back}}, {ZERO}}}\n', "AC007", 2),
        (f"keys: {{9: {{say: hear this again, go: again}}, {ZERO}}}\n", "AC008", 1),
        ('keys: {9: {say: hear this again, go: again}, "*": {say: go back, go: back}}\n', "HU004", 2),
    ],
)
def test_what_one_line_mends_for_all_menus_is_one_finding(sections: str, code: str, others: int) -> None:
    (finding,) = findings(sections + MENUS)
    assert finding.code == code
    assert f"(and so it is with {others} other " in finding.message
    assert len(finding.fault.related) == others


def test_where_a_menu_has_a_last_way_out_the_others_are_told_of_one_by_one() -> None:
    text = f"{BOTH}defaults: {{}}\n{MENUS.replace('menu: Parts.', 'menu: Parts., otherwise: desk')}"
    assert [finding.code for finding in findings(text)] == ["TM001", "TM001"]


def test_a_name_that_is_missing_in_several_places_is_one_finding() -> None:
    (finding,) = findings(MENUS.replace("go: told", "go: tolt"))
    assert (finding.code, len(finding.fault.related)) == ("ST001", 1)
    assert finding.message == "'sales' leads to 'tolt', which does not exist; did you mean 'told'?"


@pytest.mark.parametrize(
    ("main", "said"),
    [
        ("ask: Hello., next: desk", "the `ask` 'main' needs an 'into': The variable that keeps the digits"),
        ("menu: Hello., options: {1: {say: sales}, 2: desk}", "the option '1' of 'main' needs a 'go': Where it leads"),
        ("lookup: x", "Add `outcomes:` with the name of every answer, and the node where each leads."),
        ("unknown: x, exits: [desk, sorry]", "Write a map such as `exits: {next: node}`."),
    ],
)
def test_what_is_wrong_is_said_in_words_that_help(main: str, said: str) -> None:
    (finding,) = findings(f"nodes:\n  main: {{{main}}}\n", ("RD", "ST006"))
    assert said in {finding.message, finding.fault.hint}


def test_a_wrong_share_is_shown_where_it_stands() -> None:
    (finding,) = findings("nodes:\n  main: {split: {half: desk, 50%: sorry}}\n", ("RD006",))
    assert (finding.place.line, finding.place.column) == (4, 18)


DOWN = (
    "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: m2}, 2: {say: parts, go: m3}}}\n"
    "  m2: {menu: Sales., options: {1: {say: new, go: desk}, 2: {say: used, go: told}}}\n"
    "  m3: {menu: Parts., options: {1: {say: tires, go: desk}, 2: {say: oil, go: told}}}\n"
    "  told: {say: It is Main Street., next: desk}\n"
)


@pytest.mark.parametrize(("go", "expected"), [("m3", ["ST021"]), ("main", []), ("back", []), ("again", ["ST021"])])
def test_a_key_of_the_flow_has_to_go_back_as_well(go: str, expected: list[str]) -> None:
    text = f'keys: {{9: {{say: repeat, go: again}}, "*": {{say: the previous menu, go: {go}}}}}\n{DOWN}'
    assert [finding.code for finding in findings(text, ("ST021", "AC008"))] == expected


def test_a_prompt_that_speaks_the_keys_itself_can_promise_to_go_back() -> None:
    prompt = "menu: 'For new cars, press 1. For the previous menu, press 2.', announce: as-is"
    text = DOWN.replace("menu: Sales.", prompt).replace("{say: used, go: told}", "m3")
    assert [finding.code for finding in findings(text, ("ST021",))] == ["ST021"]


def test_a_key_that_an_unread_part_may_hold_is_not_missed(tmp_path: Path) -> None:
    flow = tmp_path / "flow.yaml"
    flow.write_text(
        "ivr: 1\ninclude: keys.yaml\nlines: {1-800-555-0100: main}\ncontacts: {d: {name: Desk}}\n"
        "defaults: {otherwise: desk}\nnodes:\n"
        "  main: {menu: 'To go back, press star.', options: {1: {say: one, go: desk}, 2: {say: two, go: other}}}\n"
        "  desk: {transfer: d, failed: bye}\n  other: {say: Two., next: desk}\n  bye: {hangup: Bye.}\n",
        encoding="utf-8",
    )
    assert [finding.code for finding in run_checks(loaded(flow), catalogue(), today=TODAY)] == ["RD009"]


def loaded(path: Path) -> Flow:
    flow = load(path).flow
    assert flow is not None
    return flow


def test_what_a_prompt_gets_wrong_in_every_language_is_one_finding_with_the_mends_of_all() -> None:
    text = (
        "languages: [en, es, fr]\nlines: {1-800-555-0100: main}\n"
        "nodes:\n  main: {say: {en: 'Dial 8005550100.', es: 'Al 8005550100.', fr: 'Au 8005550100.'}, next: desk}\n"
    )
    (finding,) = findings(text, ("PR023",))
    assert finding.message == (
        "callers hear '8005550100' as one large number, and cannot write it down (and so it is in 2 other languages)"
    )
    assert finding.fault.fix is not None
    assert len(finding.fault.fix.edits) == 3
    (alone,) = findings(
        text.replace("8005550100.'", "our number.'", 1).replace("Au 8005550100", "Au numero"), ("PR023",)
    )
    assert "language" not in alone.message


def test_two_prompts_are_two_findings() -> None:
    text = "nodes:\n  main: {say: Dial 8005550100., next: more}\n  more: {say: Dial 8005550100., next: desk}\n"
    assert [finding.place.line for finding in findings(text, ("PR023",))] == [4, 5]


@pytest.mark.parametrize(
    ("go", "nothing", "expected"),
    [
        ("told", "", ["KY021"]),
        ("told", ", 0: none", ["KY021"]),
        ("tolld", "", ["ST001"]),
        ("both", "", ["RD008"]),
    ],
)
def test_a_menu_may_throw_keys_away_for_what_is_missing(go: str, nothing: str, expected: list[str]) -> None:
    options = f"{{1: {{say: new, go: desk}}, 2: {{say: used, go: {go}}}{nothing}}}"
    text = (
        "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: sales}, 2: {say: billing, go: desk}}}\n"
        f"  sales: {{menu: Sales., flush: yes, options: {options}}}\n  told: {{say: We have none., next: desk}}\n"
    )
    text += "  both: {say: We have none., hangup: Goodbye.}\n" if go == "both" else ""
    assert [finding.code for finding in findings(text, ("KY020", "KY021", "ST001", "RD008"))] == expected
