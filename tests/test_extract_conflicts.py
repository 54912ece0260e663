"""`ivr extract`: what documents say twice and not alike, what they keep apart, and hours and changes."""

from __future__ import annotations

import pytest
from heard import conflicts, hours, keys, read, told

from ivr.prose.extracted import extract
from ivr.prose.hours import contradict, hours_told
from ivr.prose.opened import read_document

MENU = "Call 1-800-555-0100.\n\nPress 1 for sales\nPress 2 for billing\nPress 3 for jobs\n"
"""Its keys stand in the lines 3, 4 and 5; what is told below it begins in line 7."""
CLASH = ("Monday to Friday, 8 am to 6 pm", "Monday to Friday, 9 am to 5 pm")


def below(text: str) -> str:
    return f"{MENU}\n{text}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Refunds\n\nPress 3 for a refund.", [("two-meanings", "3", (5, 9))]),
        ("# Parking\n\nFor parking permits, press 1.", [("two-meanings", "1", (3, 9))]),
        ("# Jobs\n\nFor jobs, press 3.", []),
        ("# Bills\n\nTo pay a bill, press 2.", []),
        ("# Careers\n\nPress 3 to ask about a vacancy.", []),
    ],
)
def test_a_key_has_one_meaning_only(text: str, expected: list[tuple[str, str, tuple[int, int]]]) -> None:
    assert conflicts(below(text), "page.md") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Parking\n\nFor parking permits, call 1-800-555-0100 and press 7.", [("not-listed", "7", (3, 9))]),
        ("# Parking\n\nFor parking permits, call 1-800-555-0111 and press 7.", []),
        ("# Operator\n\nCall 1-800-555-0100 and press 0 for the operator.", []),
        ("# Operator\n\nCall 1-800-555-0100. Press 9 at any time to hear the menu again.", []),
        ("# Refunds\n\nFor refunds, call 1-800-555-0100 and press 2, then 7.", []),
    ],
)
def test_a_key_that_is_told_stands_in_its_list(text: str, expected: list[tuple[str, str, tuple[int, int]]]) -> None:
    assert conflicts(below(text), "page.md") == expected


def test_a_conflict_says_what_is_said_in_both_places() -> None:
    (one,) = read(below("# Refunds\n\nPress 3 for a refund."), "page.md").conflicts
    assert (one.number, one.path, one.key, one.said) == ("+18005550100", (), "3", ("jobs", "refund"))


def test_the_menus_behind_two_keys_are_kept_apart() -> None:
    menus = ["- Press 1 for sales", "  - Press 1 for cars", "- Press 2 for repairs", "  - Press 1 for boats"]
    text = "\n".join(["Call 1-800-555-0100.", "", *menus])
    assert keys(text, "page.md") == ["1", "11", "2", "21"]
    assert conflicts(text, "page.md") == []


def test_the_menus_of_two_numbers_are_kept_apart() -> None:
    text = f"# Town\n\n{MENU}\n# Airport\n\nCall 1-800-555-0111.\n\nPress 1 for parking\nPress 2 for lost luggage\n"
    assert conflicts(text, "page.md") == []


def test_the_menus_of_two_languages_are_kept_apart() -> None:
    text = (
        "Call 1-800-555-0100.\n\nEnglish\nPress 1 for sales\nPress 2 for billing\n\n"
        "Español\nPulse 1 para empleos\nPulse 2 para reparaciones\n"
    )
    assert conflicts(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Business hours", "After hours"),
        ("During the day", "At night"),
        ("When we are open", "When we are closed"),
        ("Weekdays", "Weekends"),
    ],
)
def test_the_menus_of_two_times_are_kept_apart(one: str, other: str) -> None:
    menus = "## {}\n\nPress 1 for sales\nPress 2 for billing\n\n## {}\n\nPress 1 for a nurse\nPress 2 for the weather\n"
    assert conflicts(f"# 1-800-555-0100\n\n{menus.format(one, other)}", "page.md") == []
    same = menus.replace("the weather", "billing")
    clash = conflicts(f"# 1-800-555-0100\n\n{same.format('Menu', 'Options')}", "page.md")
    assert clash == [("two-meanings", "1", (5, 10))]


def test_two_lists_that_agree_on_less_than_they_differ_in_are_two_menus() -> None:
    page = (
        "# 1-800-555-0100\n\n## Menu\n\nPress 1 for sales\nPress 2 for billing\nPress 3 for claims\n\n"
        "## Choices\n\nPress 1 for a nurse\nPress 2 for the weather\nPress 3 for {}\n"
    )
    assert conflicts(page.format("claims"), "page.md") == []
    assert conflicts(page.format("opening hours"), "page.md") == []
    one = page.replace("the weather", "billing").format("claims")
    assert conflicts(one, "page.md") == [("two-meanings", "1", (5, 11))]


def test_two_documents_that_give_a_menu_other_meanings_contradict_each_other() -> None:
    texts = (
        "Call 1-800-555-0100. Press 1 for sales, 2 for billing.",
        "Call 1-800-555-0100. Press 1 for a nurse, 2 for the weather.",
    )
    documents = [read_document(text.encode(), f"{at}.txt") for at, text in enumerate(texts)]
    kinds = [(one.kind, one.key) for one in extract(documents).conflicts]
    assert kinds == [("two-meanings", "1"), ("two-meanings", "2")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1-800-555-0100", "1-800-555-0010"),
        ("(312) 555-0142", "(312) 555-0124"),
        ("+44 20 7946 0123", "+44 20 7946 0132"),
    ],
)
def test_two_digits_of_a_number_that_have_changed_places_are_noticed(one: str, other: str) -> None:
    text = f"Call {one} and press 1 for sales.\n\nQuestions? Phone {other}.\n"
    assert conflicts(text) == [("two-spellings", "", (1, 3))]


@pytest.mark.parametrize(
    ("letters", "digits", "number", "count"),
    [
        ("1-800-FLOWERS", "1-800-356-9377", "+18003569377", 1),
        ("1-800-FLOWERS", "1-800-356-9373", "+18003569377", 2),
        ("1-844-GO-METRO", "1-844-466-3876", "+18444663876", 1),
        ("1-844-GO-METRO", "1-844-466-3878", "+18444663876", 2),
    ],
)
def test_a_number_in_letters_is_told_with_its_digits(letters: str, digits: str, number: str, count: int) -> None:
    found = read(f"Call {letters} ({digits}) and press 1 for sales.\n")
    assert len(found.numbers) == count
    assert [(one.kind, one.number, one.said) for one in found.conflicts] == [
        ("two-spellings", number, (letters, digits))
    ]


def test_a_number_is_spelled_in_one_way() -> None:
    text = "Call (312) 555-0100.\n\nOr phone 312.555.0100.\n"
    (one,) = read(text).conflicts
    assert (one.kind, one.number, one.said) == ("two-spellings", "+13125550100", ("(312) 555-0100", "312.555.0100"))


def test_different_numbers_of_a_directory_are_no_conflict() -> None:
    text = "Sales: 312-555-0100\nBilling: 312-555-0145\nJobs: 312-555-0198\n"
    assert read(text).numbers == ("+13125550100", "+13125550145", "+13125550198")
    assert conflicts(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Monday to Friday, 8 am to 6 pm", ["Monday to Friday, 8 am to 6 pm"]),
        ("Mon-Fri 8am-6pm", ["Mon-Fri 8am-6pm"]),
        ("weekdays from 8:00 to 18:00", ["weekdays from 8:00 to 18:00"]),
        ("Monday to Friday, 8 am to 6 pm Eastern", ["Monday to Friday, 8 am to 6 pm Eastern"]),
        ("24 hours a day, 7 days a week", ["24 hours a day, 7 days a week"]),
        ("24/7", ["24/7"]),
        ("de lunes a viernes de 9 a 18 horas", ["lunes a viernes de 9 a 18 horas"]),
        ("du lundi au vendredi de 9h à 18h", ["lundi au vendredi de 9h à 18h"]),
        ("Montag bis Freitag von 9 bis 18 Uhr", ["Montag bis Freitag von 9 bis 18 Uhr"]),
        ("within 24 hours", []),
        ("on page 8 to 12", []),
        ("for 2 to 3 days", []),
    ],
)
def test_hours_are_told(text: str, expected: list[str]) -> None:
    assert hours(f"Call 1-800-555-0100, {text}.") == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Monday to Friday, 8 am to 6 pm", "Mon-Fri 8:00-18:00", False),
        ("Monday to Friday, 8 am to 6 pm", "weekdays, 8 am to 6 pm", False),
        ("Monday to Friday, 8 am to 6 pm", "Monday to Friday, 8 am to 5 pm", True),
        ("Monday to Friday, 8 am to 6 pm", "Saturday, 9 am to noon", False),
        ("Monday to Friday, 8 am to 6 pm", "24/7", True),
        ("Monday to Friday, 8 am to 6 pm Eastern", "Monday to Friday, 7 am to 5 pm Central", False),
        ("Monday to Friday, 8 am to 6 pm Eastern", "Monday to Friday, 8 am to 6 pm Pacific", True),
        ("Montag bis Freitag von 9 bis 18 Uhr", "Mon-Fri 9am-6pm", False),
        ("lunes a viernes de 9 a 18 horas", "lundi au vendredi de 9h à 18h", False),
    ],
)
def test_hours_are_compared_minute_by_minute(one: str, other: str, *, expected: bool) -> None:
    ((first,), (second,)) = hours_told(one), hours_told(other)
    assert contradict(first, second) is expected
    assert contradict(second, first) is expected


def test_hours_of_one_number_do_not_contradict_themselves() -> None:
    one, other = CLASH
    (found,) = read(f"Call 1-800-555-0100, {one}.\n\nOur lines are open {other}.\n").conflicts
    assert (found.kind, found.number, found.said) == ("hours", "+18005550100", CLASH)
    assert [spot.line for spot in found.spots] == [1, 3]


@pytest.mark.parametrize(
    "text",
    [
        "Call 1-800-555-0100, {}.\n\nCall 1-800-555-0111, {}.\n",
        "Call 1-800-555-0100, {}.\n\nOur shop is open {}.\n",
        "Call 1-800-555-0100, {}.\n\nChat with us online {}.\n",
        "Call 1-800-555-0100, {}.\n\nDuring the holiday season we answer {}.\n",
        "Call 1-800-555-0100, {}.\n\nThe automated service works {}.\n",
    ],
)
def test_hours_of_other_lines_places_and_seasons_are_no_conflict(text: str) -> None:
    assert conflicts(text.format(*CLASH)) == []


def test_hours_that_two_documents_tell_are_compared() -> None:
    texts = [f"Call 1-800-555-0100, {one}.\n" for one in CLASH]
    found = extract([read_document(text.encode(), f"{at}.txt") for at, text in enumerate(texts)])
    (one,) = found.conflicts
    assert (one.kind, [spot.document for spot in one.spots]) == ("hours", ["0.txt", "1.txt"])


@pytest.mark.parametrize(
    ("newer", "older"),
    [("2025-03-01", "2024-06-01"), ("Version 3", "Version 2"), ("v2.10", "v2.9"), ("2025", "2024")],
)
@pytest.mark.parametrize("newest_first", [True, False])
def test_the_newest_version_of_a_changelog_holds(newer: str, older: str, *, newest_first: bool) -> None:
    versions = [f"## {newer}\n\nPress 1 for jobs.\n", f"## {older}\n\nPress 1 for sales. Press 2 for billing.\n"]
    versions = versions if newest_first else versions[::-1]
    text = "\n".join(["# Changelog of the menu of 1-800-555-0100\n", *versions])
    assert sorted(told(text, "page.md")) == [("1", "jobs"), ("2", "billing")]
    assert conflicts(text, "page.md") == []


def test_a_key_that_a_newer_version_took_away_is_gone() -> None:
    text = (
        "# Changelog of the menu of 1-800-555-0100\n\n## 2025-03-01\n\nOption 2 (billing) was removed.\n\n"
        "## 2024-06-01\n\nPress 1 for sales. Press 2 for billing.\n"
    )
    assert told(text, "page.md") == [("1", "sales")]


def test_sections_that_are_no_changelog_contradict_each_other() -> None:
    text = "# 1-800-555-0100\n\n## Sales\n\nPress 1 for sales.\n\n## Careers\n\nPress 1 for jobs.\n"
    assert conflicts(text, "page.md") == [("two-meanings", "1", (5, 9))]


def test_hours_told_before_any_number_are_not_those_of_a_line() -> None:
    page = (
        "Most things can be done in your account, day or night.\n\n"
        "# Outages\n\n1-800-555-0102, press 1 to report one.\n\n"
        "# Billing\n\n1-800-555-0100 Monday - Friday, 7 a.m. to 7 p.m.\n\n- Press 1 for bills\n- Press 2 for claims\n"
    )
    assert conflicts(page, "page.md") == []


def test_hours_of_a_tariff_are_not_those_of_a_line() -> None:
    page = "Call 1-800-555-0100.\n\n# Rates\n\nZone 1 $2.00 an hour Mon-Sat 9-6\nZone 4 $0.75 an hour Mon-Fri 9-5\n"
    assert conflicts(page, "page.txt") == []


def test_a_directory_does_not_list_all_of_a_menu() -> None:
    page = (
        "Benefits ..... 0113 496 0201, option 2\nBuilding control ..... 0113 496 0241, option 1\n"
        "Council tax ..... 0113 496 0201, option 1\nHealth ..... 0113 496 0241, option 3\n"
        "Homelessness ..... 0113 496 0210, option 4\nHousing repairs ..... 0113 496 0210\n"
        "    option 1 for emergencies\n    option 2 for all other repairs\nRents ..... 0113 496 0210, option 3\n"
    )
    assert conflicts(page, "page.txt") == []


def test_hours_that_stand_apart_from_their_number_may_be_those_of_an_office() -> None:
    apart = "# Hall\n\nBooking is by telephone.\n\nOpen Mon-Fri 9-5.\n\nBar: open Mon-Fri 11-3.\n"
    keys = "\n\nPress 1 to book, 2 for the bar.\n\n"
    assert conflicts(f"Call 1-800-555-0100.{keys}{apart}", "page.md") == []
    beside = f"Call 1-800-555-0100 Mon-Fri 8-4.{keys}{apart}"
    assert [kind for kind, _, _ in conflicts(beside, "page.md")] == ["hours"]
    assert conflicts(f"{beside}\nAll else: 1-800-555-0102\n", "page.md") == []


def test_a_heading_is_no_meaning_to_hold_against_another() -> None:
    page = "# 1-800-555-0100\n\n- Press 1 for billing\n- Press 2 for claims\n\n## Getting well\n\n{}\n"
    assert conflicts(page.format("Then press 2."), "page.md") == []
    called = conflicts(page.format("Call 1-800-555-0100 and press 2 for a nurse."), "page.md")
    assert called == [("two-meanings", "2", (4, 8))]


def test_two_lists_that_agree_on_more_than_they_differ_in_are_one_menu() -> None:
    one, other = (
        ("sales", "billing", "claims", "a nurse", "parking"),
        ("sales", "the weather", "claims", "cats", "parking"),
    )
    lists = ("".join(f"Press {at} for {what}\n" for at, what in enumerate(several, 1)) for several in (one, other))
    page = "# 1-800-555-0100\n\n## Menu\n\n{}\n## Choices\n\n{}".format(*lists)
    found = conflicts(page, "page.md")
    assert found == [("two-meanings", "2", (6, 14)), ("two-meanings", "4", (8, 16))]


def test_numbers_of_one_switchboard_are_alike_by_chance() -> None:
    lines = [f"Desk {at}: 0113 496 02{at:02}" for at in (1, 10, 23, 30, 41, 50, 60, 99)]
    assert conflicts("Desk: 0113 496 0205\n" + "\n".join(lines), "page.txt") == []
    kinds = {kind for kind, _, _ in conflicts("Press 1 for us on 0113 496 0205.\nAlso 0113 496 0250.")}
    assert kinds == {"two-spellings"}


def test_hours_of_a_tariff_are_no_hours_of_a_line() -> None:
    page = "Call 1-800-555-0100, press 1 to pay. Mon-Fri 8-4.\n\nZone 1 $2.00 an hour Mon-Sat 9-6\n"
    assert hours(page) == ["Mon-Fri 8-4"]


def test_the_heading_over_a_key_is_no_other_meaning() -> None:
    page = "# 1-800-555-0100\n\n- Press 1 for billing\n- Press 2 for claims\n\n## Lost your wallet?\n\n{}\n"
    under = page.format("Press 2.")
    assert told(under, "page.md") == [("1", "billing"), ("2", "claims")], "a heading says nothing that is not known"
    assert conflicts(under, "page.md") == []
    assert conflicts(page.format("Press 2 for a nurse."), "page.md") == [("two-meanings", "2", (4, 8))]


def test_what_is_always_open_contradicts_hours_only_where_both_stand_beside_the_number() -> None:
    page = "Call 1-800-555-0100, Mon-Fri 8 am to 6 pm.\n\nPress 1 for repairs.\n\n{}, 24 hours.\n"
    assert conflicts(page.format("Flood repairs")) == []
    assert conflicts(page.format("1-800-555-0100")) == [("hours", "", (1, 5))]


def test_tellings_beside_each_other_have_been_misread_rather() -> None:
    page = "1-800-555-0100\n\nPress 1 for billing.\n{}Press 1 for parking.\n"
    assert conflicts(page.format("")) == []
    assert conflicts(page.format("\n\nPress 2 for claims.\n\n")) == [("two-meanings", "1", (3, 8))]


def test_letters_are_held_against_the_last_digits_beside_them() -> None:
    assert conflicts("Call 1-866-555-HELP (4375), press 1 for us.") == [("two-spellings", "", (1, 1))]
    assert conflicts("Call 1-866-555-HELP (4357), press 1 for us.") == []


def test_a_case_gives_a_key_no_other_meaning() -> None:
    page = below("# Cards\n\n{} press 1.")
    assert conflicts(page.format("If the page shows error 51,"), "page.md") == []
    assert conflicts(page.format("For lost cards,"), "page.md") == [("two-meanings", "1", (3, 9))]
    assert told(page.format("If the page shows error 51,"), "page.md") == [
        ("1", "sales"),
        ("2", "billing"),
        ("3", "jobs"),
    ]


def test_a_department_of_a_directory_does_more_than_one_thing() -> None:
    rows = ["Bins", "Dogs", "Potholes", "Trees"]
    page = "".join(f"{row} ......... 0113 496 0200 option {at // 2 + 1}\n" for at, row in enumerate(rows))
    assert [key for key, _ in told(page)] == ["1", "1", "2", "2"]
    assert conflicts(page) == []


def test_the_rest_of_a_menu_may_stand_under_another_heading() -> None:
    page = "\nPOLICY CHANGES\nThe same number, Monday to Friday:\n  press 4 - to pay a premium\n{}"
    both = MENU + page.format("  press 5 - to add a car\n")
    assert conflicts(both) == []
    alone = below("# Windows\n\nFor broken glass, press 4.")
    assert conflicts(alone, "page.md") == [("not-listed", "4", (3, 9))]


def test_hours_right_behind_a_number_are_those_of_the_number() -> None:
    first, second = CLASH
    page = f"1-800-555-0100: {first}. Press 1 for us.\n\nOthers call 1-800-555-0100 {second}.\n"
    assert [kind for kind, _, _ in conflicts(page)] == ["hours"]
    assert hours("1-800-555-0100: Monday to Friday, 9am to 12 noon and 1pm to 4pm") == [
        "Monday to Friday, 9am to 12 noon and 1pm to 4pm"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("# Groups\n\nCall 1-800-555-0100 and press 4 for groups.", ["not-listed"]),
        ("# Groups\n\n1-800-555-0100, option 4", []),
    ],
)
def test_a_row_of_keys_lacks_the_next_one(text: str, found: list[str]) -> None:
    row = "Call 1-800-555-0100. Press 1 for fares, 2 for refunds, and 3 for lost bags.\n"
    assert [kind for kind, _, _ in conflicts(f"{row}\n{text}\n", "page.md")] == found


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("The office is staffed from 8am to 4pm.", "Office: 0113 496 0200, option 2, open 9am to 3pm.", ["hours"]),
        ("The shop is busy from 8am to 4pm.", "Office: 0113 496 0200, option 2, open 9am to 3pm.", []),
        ("Our phone lines are open Monday to Friday, 8am to 6pm.", "Phone lines open Mon-Fri 9am-5pm.", ["hours"]),
    ],
)
def test_hours_of_an_office_or_of_the_lines_are_told_twice(first: str, second: str, found: list[str]) -> None:
    page = f"Ring 0113 496 0200. Press 1 for us, press 2 for the office.\n\n{first}\n\nNews\n\n{second}\n"
    assert [kind for kind, _, _ in conflicts(page)] == found


def test_a_question_that_says_what_is_wanted_contradicts_a_menu() -> None:
    for title, found in (("How do I get a parking permit?", ["two-meanings"]), ("Wallet gone", [])):
        page = below(f"# {title}\n\nCall 1-800-555-0100 and press 2.")
        assert [kind for kind, _, _ in conflicts(page, "page.md")] == found


@pytest.mark.parametrize(
    ("hours", "time"),
    [
        ("weekdays 7am-9pm, weekends 8am to 6pm", ""),
        ("weekends 8am-6pm, weekdays 7am to 9pm", ""),
        ("weekends 8am to 6pm", "weekend"),
    ],
)
def test_hours_of_the_whole_week_bind_no_key_to_a_part_of_it(hours: str, time: str) -> None:
    page = f"Ring 020 7946 0451 ({hours}).\n\nFor swimming press 1, for courts press 2.\n"
    assert {one.time for one in read(page, "page.txt").options} == {time}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The tip line is (313) 555-0125, 24 hours a day.\n\nSheriff: (313) 555-0100\n\nTip line: weekdays 8-5", True),
        ("The tip line is (313) 555-0125, weekdays 8-5.\n\nSheriff: (313) 555-0100\n\nOffice: weekdays 9-4", False),
        ("Call 313-555-0125, weekdays 8-5. Fax 313-555-0126.\n\n# Us\n\nOur phone lines are open weekdays 9-6.", True),
        ("Call 313-555-0125, weekdays 8-5.\n\n# Lobby\n\nReception: open weekdays 9-6. Walk in.", False),
        ("Call 313-555-0125. Lines are open daily 5 am - 11 pm.\n\n# Us\n\nThe desk can help until 9 pm.", True),
        ("Call 313-555-0125. Lines are open daily 5 am - 11 pm.\n\n# Us\n\nClosed between 11 pm and 5 am.", False),
        ("Call 313-555-0125. Lines are open weekdays 8-5.\n\nFrom 5 pm to 8 am we are closed.", False),
        (
            "Call 313-555-0125. Lines are open weekdays 8-5.\n\nA nurse is there 24/7: call 313-555-0125, press 8.",
            False,
        ),
    ],
)
def test_hours_are_those_of_the_line_that_is_called_by_its_name(text: str, *, expected: bool) -> None:
    assert bool(conflicts(f"# Help\n\n{text}\n", "page.md")) == expected


def test_entries_of_a_directory_tell_of_keys_that_the_menu_lacks_and_make_no_menu() -> None:
    rows = (
        "| Dog warden | 0113 496 0200, option 3 |\n| Elections | 0113 496 0211 |\n| Fines | 0113 496 0200, option 8 |\n"
    )
    table = f"\n# A to Z\n\n| Service | Telephone |\n|---|---|\n| Bins | 0113 496 0200, option 2 |\n{rows}"
    menu = "# Council: 0113 496 0200\n\n- 1 - Council tax\n- 2 - Bins\n- 3 - All other services\n"
    assert [each[:2] for each in conflicts(f"{menu}{table}", "page.md")] == [("not-listed", "8")]
    alone = f"# Council\n{table}\nAlready reported it? Call 0113 496 0200 and press 5.\n"
    assert conflicts(alone, "page.md") == []
