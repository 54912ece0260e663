"""Readings that somebody once found wrong: each input is as small as it can be and still show the fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from heard import conflicts, told
from test_extract import run

from ivr.cli import ivr
from ivr.loader import load
from ivr.prose.extracted import extract
from ivr.prose.opened import read_document

CALL = "Call (415) 555-0110. "
STEPS = """
<p>Call (415) 555-0110</p>
<table>
<tr><th>First press</th><th>Then press</th><th>You get</th></tr>
<tr><td rowspan="2">1 (patients)</td><td>1</td><td>Visits</td></tr>
<tr><td>2</td><td>Nurse</td></tr>
</table>
"""


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("To visit, press 6 and enter the room number. Press 1 for billing.", [("6", "visit"), ("1", "billing")]),
        ("Press 1 for billing. If you know your extension, enter it now.", [("1", "billing")]),
        ("Press 4 straight away if you feel worse; do not wait for the message.", [("4", "you feel worse")]),
        ("Press 1: 401(k) and pension.", [("1", "401(k) and pension")]),
        ("For refunds, press 2 > 3 > 1.", [("231", "refunds")]),
        ("Option 4 for sales has been removed.", []),
        ("Press 3 for cards, which leads to a further menu in which you press 1 to block one.", [("31", "block one")]),
        ("Press 2 for claims (1 is sales), and in the claims menu, 3 for glass.", [("2", "claims"), ("23", "glass")]),
        ("Para citas, oprima 4, y ahí mismo puede oprimir 1 para cambiarlas.", [("41", "cambiarlas")]),
        ("Press 1 for bills. Hold the meter key for 3 seconds and press 2 to read it.", [("1", "bills")]),
        ("Press 2 for parts. Press 2 again for tyres.", [("2", "parts"), ("22", "tyres")]),
    ],
)
def test_sentences_are_understood_that_were_not(text: str, keys: list[tuple[str, str]]) -> None:
    found = told(CALL + text)
    assert [one for one in keys if one not in found] == []
    assert len(found) >= len(keys)
    assert keys or not found


def test_a_menu_without_a_number_is_one_if_nothing_else_has_keys() -> None:
    assert told("Press 1 for billing. Press 2 for records.") == [("1", "billing"), ("2", "records")]
    assert told("On the printer, press 1 for copies. Press 2 for scans.") == []


@pytest.mark.parametrize(
    "said",
    [
        "Our old number, (415) 555-0199, is dead.",
        "The number (415) 555-0199 is no longer in use.",
        "Old line: 415 555 0199",
    ],
)
def test_a_number_of_the_past_has_no_keys(said: str) -> None:
    found = extract([read_document(f"{CALL}{said} Press 1 for billing.".encode(), "page.txt")])
    assert [one.number for one in found.options] == ["+14155550110"]


@pytest.mark.parametrize(
    "said", ["We are closed on Fridays.", "The office is closed on public holidays.", "Hours: 8-5 except holidays."]
)
def test_hours_do_not_say_when_a_key_is_told_of(said: str) -> None:
    (one,) = extract([read_document(f"{CALL}{said} Press 4 for billing.".encode(), "page.txt")]).options
    assert one.time == ""


def test_a_list_in_a_list_leaves_the_outer_one_whole() -> None:
    page = (
        "# Phone tree\n\nCall (415) 555-0110.\n\n"
        "1. Visits\n2. Billing\n   - 1: pay by card\n   - 2: talk to a clerk\n3. Records\n"
    )
    assert [key for key, _ in told(page, "page.md")] == ["1", "2", "21", "22", "3"]


@pytest.mark.parametrize(
    ("page", "name", "keys"),
    [
        (
            STEPS,
            "page.html",
            [("1", "patients"), ("11", "Visits"), ("12", "Nurse")],
        ),
        (
            "Line,Number,Menu path,What for\nA,415-555-0110,2 > 1,circuit down\nA,415-555-0110,3,billing\n",
            "sheet.txt",
            [("21", "circuit down"), ("3", "billing")],
        ),
        (
            "<p>Call (415) 555-0110 and press:</p><p>1</p><p>for motor claims</p><p>2</p><p>for home claims</p>",
            "page.html",
            [("1", "motor claims"), ("2", "home claims")],
        ),
        (
            "[09:01] Ann: call 415-555-0110\n[09:02] Ann: press 1 for visits\n[09:03] Bob: and 2 for bills\n",
            "chat.txt",
            [("1", "visits"), ("2", "bills")],
        ),
    ],
    ids=["steps in columns", "spreadsheet", "keys in lines of their own", "chat"],
)
def test_layouts_are_understood_that_were_not(page: str, name: str, keys: list[tuple[str, str]]) -> None:
    assert told(page, name) == keys


def test_hours_of_the_line_and_of_its_people_do_not_contradict() -> None:
    page = (
        "Reach us day or night on (415) 555-0110.\n\nPress 1 for bills.\n\nAdvisers are there Mon-Fri 8 am to 5 pm.\n"
    )
    assert conflicts(page) == []


def test_documents_of_the_same_name_are_cited_apart(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    pages = [tmp_path / "page.txt", tmp_path / "other" / "page.txt"]
    for page, key in zip(pages, "12", strict=True):
        page.write_text(f"Call (415) 555-0110.\nPress {key} for topic {key}.\n", encoding="utf-8")
    flow = tmp_path / "flow.yaml"
    assert run(*map(str, pages), "-o", str(flow)).exit_code == 0
    loaded = load(flow)
    assert loaded.flow is not None
    assert len(loaded.flow.sources) == len(pages)


def test_a_flow_is_printed_where_no_file_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("-", "-o", "-", stdin=f"{CALL}Press 1 for billing.".encode())
    assert done.exit_code == 0
    assert "nodes:" in done.stdout
    assert list(tmp_path.iterdir()) == []


def test_an_audit_says_whom_callers_reach_and_not_that_a_line_is_closed(tmp_path: Path) -> None:
    page, flow = tmp_path / "page.txt", tmp_path / "flow.yaml"
    text = f"{CALL}Mon-Fri 8 am to 5 pm.\nPress 1 for billing\nPress 2 for maternity\nPress 3 for jobs\n"
    page.write_text(text, encoding="utf-8")
    assert run(str(page), "-o", str(flow)).exit_code == 0
    page.write_text(text.replace("maternity", "parking"), encoding="utf-8")
    done = CliRunner().invoke(ivr, ["audit", str(flow), str(page)])
    assert "2 is for 'parking', but callers who press it get 'maternity'" in done.output


def test_a_manual_that_ends_in_a_number_has_no_menu() -> None:
    manual = "Press 1 for select, 2 for line.\nThe star toggles the grid.\nHold shift for the numpad.\n"
    assert told(f"{manual}\nStill stuck? Ring 415-555-0110.\n") == []


@pytest.mark.parametrize(("again", "number"), [("", "+18005557663"), ("1-800-555-7662", "+18005557662")])
def test_digits_that_are_given_again_are_right_and_letters_otherwise(again: str, number: str) -> None:
    menu = "Press 1 for a quote.\nPress 2 for repairs.\n"
    page = f"Call 1-800-555-ROOF (1-800-555-7662).\n\n{menu}\nDay or night: {again}\n"
    found = extract([read_document(page.encode(), "page.txt")])
    assert {one.number for one in found.options} == {number}
    assert [one.number for one in found.conflicts if one.kind == "two-spellings"] == [number]


def numbers(text: str) -> list[str]:
    """Give the number of each key of a page."""
    return [one.number for one in extract([read_document(text.encode(), "page.txt")]).options]


MENU = "Callers hear a menu: press 1 for sales, press 2 for parts.\n\n"


@pytest.mark.parametrize(
    "behind",
    [
        "VENDOR\n\nBright Voice Ltd, 1-800-555-0166\n",
        "The number is printed on your badge.\n\nTaxi rank: 1-800-555-0177\n",
        "Desks are on every floor.\n" + "\nBring your badge.\n" * 5 + "\nTaxi rank: 1-800-555-0177\n",
    ],
)
def test_a_number_of_somebody_else_is_not_that_of_the_keys(behind: str) -> None:
    assert numbers(MENU + behind) == ["", ""]
    assert numbers(MENU + "The help desk is on 1-800-555-0166.\n") == ["+18005550166"] * 2


def test_a_key_told_in_two_languages_is_one() -> None:
    page = """Call 1-506-555-0149

Press 1 for fares
Press 2 for lost property

Faites le 1 pour les tarifs
Faites le 2 pour les objets perdus
"""
    found = extract([read_document(page.encode(), "page.txt")])
    assert [(one.key, one.topic) for one in found.at_any_time] == [
        ("1", "fares / tarifs"),
        ("2", "lost property / objets perdus"),
    ]
    assert len(found.options) == len(found.at_any_time) * 2


def test_keys_that_mean_something_else_in_the_other_language_are_two() -> None:
    page = """Call 1-506-555-0149

Press 1 for billing
Press 2 for jobs

Tapez 1 pour une urgence
Tapez 2 pour les emplois
"""
    found = extract([read_document(page.encode(), "page.txt")])
    assert [one.topic for one in found.at_any_time if one.key == "1"] == ["billing", "urgence"]
