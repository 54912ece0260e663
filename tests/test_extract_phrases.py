"""`ivr extract`: phrases that name keys without asking for them, and what tells of the place that they lead to."""

from __future__ import annotations

import pytest
from heard import conflicts, hours, keys, reached, spoken, told

NUMBER = "Call 1-800-555-0100."
THREE = [("1", "sales"), ("2", "billing"), ("3", "repairs")]


@pytest.mark.parametrize(
    "row",
    [
        "Menu: sales 1, billing 2, repairs 3.",
        "Menu: sales (1), billing (2), repairs (3).",
        "Menu: 1 sales, 2 billing, 3 repairs.",
        "Menu: 1 = sales, 2 = billing, 3 = repairs.",
        "Callers choose between 1, sales, 2, billing, and 3, repairs.",
        "Callers are asked to press a key: 1 for sales, 2 for billing, 3 for repairs.",
    ],
)
def test_a_row_of_keys_needs_no_request_for_each(row: str) -> None:
    assert told(f"{NUMBER} {row}") == THREE


@pytest.mark.parametrize(
    "sentence",
    [
        "Take bus routes 1, 2 and 5 to our office.",
        "We have offices on floors 1, 2 and 3.",
        "Read chapters 1, 2 and 3 first.",
        "Sales are on floor 1, billing on floor 2.",
        "Have lines 1 and 2 of your tax form ready.",
        "Delivery takes 2 to 3 days.",
        "Bring 2 photos and 1 letter.",
    ],
)
def test_numbers_that_count_other_things_are_no_keys(sentence: str) -> None:
    assert told(f"{NUMBER} Press 7 for jobs. {sentence}") == [("7", "jobs")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Press 1 for sales; 2 gets you the workshop.", [("1", "sales"), ("2", "workshop")]),
        ("1 is for sales, 2 is for billing.", [("1", "sales"), ("2", "billing")]),
        ("Press 1 for sales. Billing is on 2.", [("1", "sales"), ("2", "Billing")]),
        ("Press 1 for sales. Zero reaches the operator.", [("1", "sales"), ("0", "operator")]),
        ("Press 1 for sales; 9 repeats the list.", [("1", "sales"), ("9", "repeats the list")]),
        ("Para ventas, la 1; para facturas, la 2.", [("1", "ventas"), ("2", "facturas")]),
        ("Press keys 1 to 3 for sales.", [("1", "sales"), ("2", "sales"), ("3", "sales")]),
        ("To reach an agent: 2, then 1, then 0.", [("210", "reach an agent")]),
        ("To reach an agent, go 1-1-4.", [("114", "reach an agent")]),
    ],
)
def test_a_key_may_stand_without_a_request(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(f"{NUMBER} {sentence}") == expected


def test_speech_that_is_written_down_without_marks_is_read() -> None:
    assert told(f"{NUMBER} for sales press one for billing press two for repairs press three") == THREE


@pytest.mark.parametrize(
    "sentence",
    [
        "Press 1 to renew, but if you want to cancel, press 2.",
        "If you want to renew, press 1, or if you want to cancel, press 2.",
        "Press 1 if you want to renew; if you want to cancel, 2.",
    ],
)
def test_each_key_has_the_condition_beside_it(sentence: str) -> None:
    assert told(f"{NUMBER} {sentence}") == [("1", "renew"), ("2", "cancel")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Key in your PIN and end with the pound key.",
        "Enter your date of birth, followed by #.",
        "Type your account number, then press # to confirm.",
        "Introduzca su PIN seguido de la tecla #.",
        "Saisissez votre code, suivi de la touche #.",
    ],
)
def test_a_sign_that_ends_an_entry_is_no_option(sentence: str) -> None:
    assert told(f"{NUMBER} Press 7 for jobs. {sentence}") == [("7", "jobs")]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("Press 4. You will be connected to the pharmacy.", "pharmacy"),
        ("Press 4 and you'll be put through to the pharmacy.", "pharmacy"),
        ("Press 4. That takes you to the pharmacy.", "pharmacy"),
        ("Press 4 and a nurse will come to the phone.", "nurse will come to the phone"),
        ("Press 4, that's the pharmacy.", "pharmacy"),
        ("Press 4, which is the pharmacy.", "pharmacy"),
        ("Under key 4 you will find the pharmacy.", "pharmacy"),
        ("The doctors' message line is reached by pressing 4.", "doctors' message line"),
        ("Road conditions are read out under 4.", "Road conditions are read out"),
        ("Press 4 and they register a product.", "register a product"),
        ("Press 4 and Ray will repeat it.", "Ray will repeat it"),
        ("Appuyez sur 4. Vous tombez sur la pharmacie.", "pharmacie"),
        ("Pulse 4. Le atiende la farmacia.", "farmacia"),
    ],
)
def test_what_a_key_is_for_is_told_by_what_it_reaches(sentence: str, topic: str) -> None:
    assert told(f"{NUMBER} {sentence}") == [("4", topic)]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Q. Which button do I push to leave a message?\nA. Press 4.\n", "leave a message"),
        ("How do I leave a message?\n\nCall 1-800-555-0100 and press 4.\n", "leave a message"),
        ("Leave a message\n---------------\n\nCall 1-800-555-0100 and press 4.\n", "Leave a message"),
        ("How to reach a person\n\n1. Call 1-800-555-0100.\n2. Press 4.\n", "reach a person"),
    ],
)
def test_a_question_or_a_heading_tells_what_a_key_is_for(text: str, topic: str) -> None:
    assert told(f"Our number: 1-800-555-0100\n\n{text}") == [("4", topic)]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the billing menu, press 3 for refunds.",
        "Within Billing, press 3 for refunds.",
        "Inside option 1, press 3 for refunds.",
        "Billing callers then hear: press 3 for refunds.",
    ],
)
def test_a_menu_is_spoken_of_by_its_name_or_its_key(sentence: str) -> None:
    text = f"{NUMBER}\n\nPress 2 for repairs or 1 for billing.\n\n{sentence}\n"
    assert told(text) == [("2", "repairs"), ("1", "billing"), ("13", "refunds")]


def test_a_line_over_a_menu_names_the_key_before_it() -> None:
    text = (
        f"{NUMBER}\n\nPress 1 for adults\nPress 2 for children\n\nAfter 2:\n\nPress 1 for a fever\nPress 2 for a rash\n"
    )
    assert keys(text) == ["1", "2", "21", "22"]


def test_a_table_has_a_column_for_each_language() -> None:
    text = f"{NUMBER}\n\n| Key | English | Français |\n|---|---|---|\n| 1 | Sales | Ventes |\n| 2 | Jobs | Emplois |\n"
    assert sorted(spoken(text, "page.md")) == [("en", "1"), ("en", "2"), ("fr", "1"), ("fr", "2")]


def test_lines_name_their_options_without_a_mark() -> None:
    text = "Phone menu of 1-800-555-0100\n\nOption 1 Report damage\nOption 2 Pay a bill\nOption 3 Careers\n"
    assert told(text) == [("1", "Report damage"), ("2", "Pay a bill"), ("3", "Careers")]


def test_menus_side_by_side_are_one_behind_the_other() -> None:
    text = "Phone menu of 1-800-555-0100:\n\n1 Balances     1 Current account\n2 Cards        1 Lost card\n"
    assert sorted(told(text)) == [("1", "Balances"), ("11", "Current account"), ("2", "Cards"), ("21", "Lost card")]


def test_a_list_right_below_a_number_is_its_menu() -> None:
    text = "Harbour clinic: 1-800-555-0100\n\n1 - Appointments\n2 - Pharmacy\n3 - Billing\n0 - Front desk\n"
    assert keys(text) == ["1", "2", "3", "0"]


@pytest.mark.parametrize(
    "lead",
    [
        "The buttons of the coffee machine:",
        "Menu of the printer's display:",
        "Press these keys on the remote control:",
        "On the kiosk, choose one of these options:",
    ],
)
def test_the_keys_of_a_device_are_no_menu(lead: str) -> None:
    assert told(f"{lead}\n\n1 - Small\n2 - Medium\n3 - Large\n\nQuestions? Call 1-800-555-0100.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Room options\n\nSelect option 2 for a view of the sea.\n",
        "Storage plans\n\nPick option 2 for more storage.\n",
        "Agenda of our meeting\n\n1 - Phone menu\n2 - Budget\n3 - Jobs\n",
    ],
)
def test_options_of_other_kinds_are_no_keys(text: str) -> None:
    assert told(f"{text}\nQuestions? Call 1-800-555-0100.\n") == []


def test_steps_below_the_name_of_a_menu_are_steps() -> None:
    text = "To report an outage:\n\n1. Call 1-800-555-0100.\n2. The menu begins.\n3. Press 4 for outages.\n"
    assert told(text) == [("4", "outages")]


def test_the_text_below_a_list_says_that_its_numbers_are_keys() -> None:
    rows = "Departments\n\n1. Sales\n2. Billing\n3. Repairs\n\n"
    assert keys(f"{rows}Call 1-800-555-0100 and press the number of the department.\n") == ["1", "2", "3"]
    assert keys(f"{rows}Call 1-800-555-0100 and ask for the department.\n") == []


def test_voicemail_commands_are_no_menu() -> None:
    text = "Voicemail keys:\n\n1 - Play new messages\n2 - Save the message\n3 - Delete the message\n"
    assert told(text) == []


@pytest.mark.parametrize("head", ["Key | Price", "Option | Monthly cost", "Option | Plan"])
def test_a_table_of_prices_has_no_keys(head: str) -> None:
    assert told(f"{NUMBER}\n\n| {head} |\n|---|---|\n| 1 | nine dollars |\n| 2 | ten dollars |\n", "page.md") == []


def test_a_number_for_callers_abroad_is_no_other_spelling() -> None:
    text = "Call 0345 555 0202, or from abroad +44 345 555 0202, and press 2 for sales.\n"
    assert conflicts(text) == []
    assert {number for number, _ in reached(text)} == {"+443455550202"}


def test_a_line_that_is_always_open_stands_beside_office_hours() -> None:
    text = "Call 1-800-555-0100: emergencies 24 hours a day, all else Monday to Friday, 8 am to 6 pm.\n"
    assert hours(text) == ["24 hours a day", "Monday to Friday, 8 am to 6 pm"]
    assert conflicts(text) == []
