"""`ivr extract -o`: the flow that is written of documents keeps apart what they keep apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from test_extract import run


def flow_of(text: str, folder: Path) -> dict[str, Any]:
    page, flow = folder / "page.md", folder / "flow.yaml"
    page.write_text(text, encoding="utf-8")
    assert run(str(page), "-o", str(flow)).exit_code == 0
    made: dict[str, Any] = yaml.safe_load(flow.read_text(encoding="utf-8"))
    return made


def keys_of(made: dict[str, Any], line: str) -> set[str]:
    return {str(key) for key in made["nodes"][made["lines"][line]["start"]]["options"]}


def test_numbers_with_the_same_ending_keep_their_own_menus(tmp_path: Path) -> None:
    made = flow_of(
        "US: 1-800-555-0181. Press 1 for bookings, press 2 for baggage.\n\n"
        "UK: +44 330 496 0181. Press 1 for bookings, press 3 for baggage.\n\n"
        "Ireland: +353 1 555 0181. Press 1 for bookings, press 4 for baggage.\n",
        tmp_path,
    )
    assert [keys_of(made, line) for line in made["lines"]] == [{"1", "2"}, {"1", "3"}, {"1", "4"}]


def test_people_of_two_lines_have_the_hours_of_their_own(tmp_path: Path) -> None:
    made = flow_of(
        "North: 312-555-0101. Press 1 for sales, press 2 for service. Open Mon-Fri 8 am - 5 pm.\n\n"
        "South: 312-555-0102. Press 1 for sales, press 2 for service. Open Mon-Fri 9 am - 5 pm.\n",
        tmp_path,
    )
    opens = [made["hours"][one["hours"]]["open"] for one in made["contacts"].values() if one["name"] == "sales"]
    assert opens == [["Mon-Fri 08:00-17:00"], ["Mon-Fri 09:00-17:00"]]


def test_a_first_sentence_that_tells_of_keys_is_no_greeting(tmp_path: Path) -> None:
    made = flow_of("Call 312-555-0101. Press 1 for sales, press 2 for service.\n", tmp_path)
    assert made["name"] == "Documented menu"


def test_a_flow_begins_in_the_language_of_its_menu_and_not_in_that_of_a_choice(tmp_path: Path) -> None:
    made = flow_of("Call 312-555-0101. Para español, oprima el 9. Lost your card? Press 4.\n", tmp_path)
    assert made["languages"][0] == "en"


def test_those_of_the_night_menu_are_there_at_night(tmp_path: Path) -> None:
    made = flow_of(
        "Vets: 1-503-555-0142, Mon-Fri 8 am - 6 pm. Press 1 for visits, press 2 for refills.\n\n"
        "After hours the same number offers just 1 for the on-call vet and 2 to leave a message.\n",
        tmp_path,
    )
    kept = {one["name"]: one.get("hours") for one in made["contacts"].values()}
    assert kept == {"visits": "hours-0142", "refills": "hours-0142", "on-call vet": None, "leave a message": None}


def test_a_key_that_has_hours_of_its_own_keeps_them(tmp_path: Path) -> None:
    made = flow_of(
        "Call 312-555-0101, Mon-Fri 8 am - 5 pm.\n\n"
        "- Press 1 for auto claims\n- Press 2 for home claims (Mon-Fri 9 am - 5 pm)\n- Press 3 for roadside (24/7)\n",
        tmp_path,
    )
    kept = {one["name"]: one.get("hours") for one in made["contacts"].values()}
    assert kept["roadside"] is None
    assert made["hours"][kept["home claims"]]["open"] == ["Mon-Fri 09:00-17:00"]
    assert made["hours"][kept["auto claims"]]["open"] == ["Mon-Fri 08:00-17:00"]
