"""`ivr extract -o`: the flow that is written of documents keeps apart what they keep apart."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
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
    assert kept == {"visits": "hours-0142", "refills": "hours-0142", "on-call vet": None}


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


def test_keys_that_ring_nobody_are_the_steps_that_they_name(tmp_path: Path) -> None:
    made = flow_of(
        "# Dial-a-bus\n\nCall 503-555-0166 and choose:\n\n- Press 1 to book a trip\n- Press 2 to leave a voicemail\n"
        "- Press 3 to hear the timetable\n- Press 4 for lost property, and leave a message after the tone\n"
        "- Press 7 to go back one level\n- Press 8 to repeat these options\n- Press 9 to hang up\n",
        tmp_path,
    )
    steps = {key: one["go"] for key, one in made["nodes"]["main"]["options"].items()}
    verbs = {key: next(iter(made["nodes"][go])) for key, go in steps.items() if go in made["nodes"]}
    assert verbs == {1: "transfer", 2: "record", 3: "say", 4: "record", 9: "hangup"}
    assert (steps[7], steps[8]) == ("back", "again")


def test_callers_who_press_nothing_come_to_the_person_of_their_own_line(tmp_path: Path) -> None:
    made = flow_of(
        "Permits: 415-555-0110. Press 1 for inspections, press 2 for plans.\n\n"
        "Parking: 415-555-0120. Press 1 for fines, press 0 for an operator.\n",
        tmp_path,
    )
    assert made["defaults"]["otherwise"] == "nobody"
    assert [made["nodes"][one["start"]].get("otherwise") for one in made["lines"].values()] == [None, "to-operator"]


def test_a_menu_of_one_language_is_written_in_that_one(tmp_path: Path) -> None:
    made = flow_of(
        "Call 312-555-0101. For English, press 1. Para español, oprima 2.\n\n## English\n\n- Press 1 for sales\n"
        "- Press 2 for repairs\n\n## Español\n\n- Oprima 1 para ventas\n- Oprima 2 para reparaciones\n",
        tmp_path,
    )
    said = [option["say"] for option in made["nodes"]["main-2"]["options"].values()]
    assert said == [{"es": "ventas"}, {"es": "reparaciones"}]


def test_hours_of_several_keys_and_of_a_desk_are_theirs_alone(tmp_path: Path) -> None:
    made = flow_of(
        "Call 614-555-0171, Mon-Fri 7 am - 7 pm.\n\n- Press 1 for advice\n- Press 2 for refills\n"
        "- Press 3 for billing\n- Press 4 for records\n\n"
        "Options 2 and 3 are answered Mon-Fri 9 am - 4 pm. Records is open Tue 1 pm - 4 pm. "
        "The front desk is there Mon-Sat 8 am - 5 pm.\n",
        tmp_path,
    )
    opens = {one["name"]: made["hours"][one["hours"]]["open"] for one in made["contacts"].values()}
    assert opens == {
        "advice": ["Mon-Fri 07:00-19:00"],
        "refills": ["Mon-Fri 09:00-16:00"],
        "billing": ["Mon-Fri 09:00-16:00"],
        "records": ["Tue 13:00-16:00"],
    }


def test_two_numbers_that_are_given_for_one_thing_have_one_menu(tmp_path: Path) -> None:
    made = flow_of(
        "Call 402-555-0155 or, outside Omaha, 1-800-555-0156 and press 1 for loans, 2 for cards.\n", tmp_path
    )
    assert [one["start"] for one in made["lines"].values()] == ["main", "main"]


def test_a_line_without_a_night_has_no_keys_of_the_day(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "Call 919-555-0108.\n\n- Press 1 for the clerk (weekdays 8:30 to 4:30)\n- Press 2 for fines\n", encoding="utf-8"
    )
    assert "[day]" not in run(str(page)).output


def test_a_key_with_only_keys_behind_it_is_announced_by_those(tmp_path: Path) -> None:
    made = flow_of(
        "Call 312-555-0100.\n\n| If you want to | Press | Then press |\n|---|---|---|\n| pay a bill | 1 | 1 |\n"
        "| dispute a bill | 1 | 2 |\n| report an outage | 2 | |\n| book a visit | 3 | 1 |\n"
        "| speak to the clerk | 0 | |\n",
        tmp_path,
    )
    options = made["nodes"]["main"]["options"]
    assert list(options) == [1, 2, 3, 0]
    assert options[3]["say"] == "book a visit"
    assert options[1]["note"].startswith("assumption")
    assert not any("announced" in one for one in options.values())


def test_the_hours_of_a_menu_of_the_day_are_those_by_which_it_is_played(tmp_path: Path) -> None:
    made = flow_of(
        "Call 312-555-0101.\n\n## Day menu (Mon-Fri 08:30-17:00)\n\n- Press 1 for orders\n- Press 2 for tours\n\n"
        "## After hours\n\n- Press 1 for emergencies\n- Press 2 to leave a message\n",
        tmp_path,
    )
    assert made["hours"]["hours-0101"]["open"] == ["Mon-Fri 08:30-17:00"]
    assert made["hours"]["hours-0101"]["documented"] == ["page line 3"]


def test_keys_that_are_written_are_those_of_the_file(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Call 312-555-0100.\n\n- Press 1 for sales\n- Press 2 for help\n", encoding="utf-8")
    again = tmp_path / "again.md"
    again.write_text(page.read_text(encoding="utf-8").replace("sales", "billing"), encoding="utf-8")
    assert run(str(page), str(again), "-o", str(tmp_path / "a.yaml")).stdout.startswith("Wrote 2 keys and 1 number")


def test_numbers_that_are_said_to_share_a_menu_start_there(tmp_path: Path) -> None:
    made = flow_of(
        "0330 555 0188, from abroad +44 1632 960188; both numbers have the same menu. Open Mon-Fri 8am-6pm.\n\n"
        "- 1: bookings\n- 2: changes\n",
        tmp_path,
    )
    assert {one["start"] for one in made["lines"].values()} == {"main"}
    assert len(made["lines"]) == 2
    assert all("hours" in one for one in made["contacts"].values())


def test_numbers_of_one_menu_with_hours_of_their_own_keep_those(tmp_path: Path) -> None:
    made = flow_of(
        "North: 312-555-0101, open Mon-Fri 8 am - 5 pm.\n\nSouth: 312-555-0102, open Mon-Fri 9 am - 6 pm.\n\n"
        "Both numbers have the same menu: press 1 for bookings, 2 for changes.\n",
        tmp_path,
    )
    assert [keys_of(made, line) for line in made["lines"]] == [{"1", "2"}, {"1", "2"}]
    assert len({one["start"] for one in made["lines"].values()}) == 2


def test_when_all_of_a_house_is_there_is_no_matter_of_the_key_beside_it(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Call 312-555-0101 and press 1 for sales. We are open Mon-Fri 8 am - 5 pm.\n", encoding="utf-8")
    assert "  hours: Mon-Fri 8 am - 5 pm (line 1)" in run(str(page)).stdout.splitlines()


@pytest.mark.parametrize(
    ("said", "closed", "left"),
    [
        ("We are closed on Christmas Day, New Year's Day and all federal holidays.", ["01-01", "12-25"], "federal"),
        ("Boxing Day: closed", ["12-26"], ""),
        ("Open every day except Thanksgiving.", [], "thanksgiving"),
        ("An gesetzlichen Feiertagen geschlossen.", [], "feiertagen"),
        ("Fermé le 1er janvier et les autres jours fériés.", ["01-01"], "fériés"),
        ("We are never closed on holidays.", [], ""),
        ("We are closed on Sundays, open on Christmas Day.", [], ""),
    ],
)
def test_days_on_which_a_line_is_closed_are_those_of_its_hours(
    tmp_path: Path, said: str, closed: list[str], left: str
) -> None:
    made = flow_of(f"Call 312-555-0101, Mon-Fri 8 am - 5 pm. Press 1 for sales or 2 for help.\n\n{said}\n", tmp_path)
    hours = made["hours"]["hours-0101"]
    assert hours.get("closed", []) == closed
    assert (left in hours["note"]) if left else "note" not in hours
    assert ("page line 3" in hours["documented"]) == bool(closed or left)


def test_an_announcement_has_no_brackets_to_say_and_i_stays_large(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = "<p>Ring 0161 496 0123.</p><h3>I'm moving a boat</h3><p>If you can't do it online, press 2.</p>"
    page.write_text(f"{text}<p>If your cellar floods, press 4. That's the plumbing desk.</p>", encoding="utf-8")
    flow = tmp_path / "flow.yaml"
    assert run(str(page), "-o", str(flow)).exit_code == 0
    written = flow.read_text(encoding="utf-8")
    assert '{say: "I\'m moving a boat"' in written
    assert "(plumbing desk)" not in written.partition("say: ")[2]
    assert "plumbing desk" in run(str(page)).stdout
