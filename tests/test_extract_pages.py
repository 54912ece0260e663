"""`ivr extract`: pages as companies publish them, and threads as people write them, each cut to what matters."""

from __future__ import annotations

from pathlib import Path

import pytest
from heard import reached, read, told
from test_extract import run

from ivr.prose.abreast import abreast_from
from ivr.prose.extracted import entry

SMS_ONLY = "<p>We may send a text from SMS 415-555-0110. Reply STOP to end.</p>"


def test_the_contents_of_a_page_are_no_menu() -> None:
    page = (
        "<h1>Voice menu</h1><p>Receiver line 0306 999 0610.</p>"
        "<div class='toc'><ol><li>Scope</li><li>Revisions</li><li>Text</li></ol></div>"
        "<p>To arrange redelivery, press one. For customs charges, press three.</p>"
        "<p>After one: For tomorrow, press one. For another day, press two.</p>"
    )
    keys = [("1", "arrange redelivery"), ("3", "customs charges"), ("11", "tomorrow"), ("12", "another day")]
    assert told(page, "page.html") == keys


@pytest.mark.parametrize("closed", ["closed on federal holidays", "closed all major holidays"])
def test_days_on_which_a_line_is_closed_make_no_menu_of_the_night(closed: str) -> None:
    found = read(
        f"Call 312-555-0100. Mon-Sun 8 am to 6 pm, {closed}.\n\nPress 1 for visits.\n\n"
        "When we are closed, press 2 for the nurse.\n"
    )
    assert [one.time for one in found.options] == ["", "night"]


def test_a_page_that_has_its_contents_beside_it_is_read() -> None:
    page = "<div class='page has-toc toc-left'><p>Call 415-555-0110, then press 1 for sales.</p></div>"
    assert told(page, "page.html") == [("1", "sales")]


def test_a_cookie_bar_that_was_never_closed_does_not_hide_the_page() -> None:
    page = (
        "<div class='cookie-bar'>We use cookies.<section><h1>Call us</h1><p>415-555-0110, then press 1 for sales.</p>"
    )
    assert told(page, "page.html") == [("1", "sales")]


def test_a_paragraph_that_is_struck_out_as_a_whole_is_left_out() -> None:
    page = "<p>Call 415-555-0110. Press 1 for sales.</p><s><p>Or press 5 for the club.</p></s><p>Press 2 for parts.</p>"
    assert told(page, "page.html") == [("1", "sales"), ("2", "parts")]


def test_letters_are_a_number_in_any_area() -> None:
    assert reached("Call the snow line, 603-555-SNOW. Press 1 for schools.") == [("+16035557669", "1")]


def test_every_country_has_the_line_that_is_called_by_its_adjective() -> None:
    text = "For members in Ireland: +353 1 555 0110. For members in Canada: +1 416 555 0111.\n\n"
    assert reached(f"{text}On the Canadian line, press 1 for claims.\n") == [("+14165550111", "1")]


def test_a_heading_stands_over_its_key_where_the_others_do() -> None:
    cards = "".join(f"<h3>{name}</h3><p>Select {key}</p>" for key, name in enumerate(("Cards", "Loans", "Fraud"), 1))
    page = f"<h1>Business support</h1><p>Call 415-555-0110</p>{cards}<h2>Questions</h2>"
    assert told(page, "page.html") == [("1", "Cards"), ("2", "Loans"), ("3", "Fraud")]


def test_an_item_goes_on_with_the_menu_behind_its_key() -> None:
    items = "<li>Press 1: Claims. For a new claim press 1; for an open claim press 2.</li><li>Press 2: Billing</li>"
    page = f"<p>Call 415-555-0110</p><ul>{items}</ul>"
    assert told(page, "page.html") == [("1", "Claims"), ("11", "new claim"), ("12", "open claim"), ("2", "Billing")]


def test_bold_letters_before_an_answer_tell_what_its_key_is_for() -> None:
    page = "<p>Call 415-555-0110.</p><p><b>I left my bag on the ferry.</b> Call us and press 4.</p>"
    assert told(page, "page.html") == [("4", "I left my bag on the ferry")]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("call 415-555-0110. hit 1 for sales. pick 2, that's parts", [("1", "sales"), ("2", "parts")]),
        ("Call 415-555-0110. Repairs if you press 1, parts if you press 2.", [("1", "Repairs"), ("2", "parts")]),
        ("Call 415-555-0110. Billing is 1, parts is 2.", [("1", "Billing"), ("2", "parts")]),
        ("Call 415-555-0110: for sales press one, for parts two, for jobs three.", [("1", "sales"), ("2", "parts")]),
        ("Call 415-555-0110. Press 1 if it is insured and 2 if it isn't.", [("1", "insured"), ("2", "not insured")]),
        ("Call 415-555-0110. Gold members press 1. Gold members can then press 2 for seats.", [("12", "seats")]),
        ("Call 415-555-0110. Need a tow? Press 1 - most are free.", [("1", "tow")]),
    ],
)
def test_sentences_are_read_as_people_write_them(text: str, keys: list[tuple[str, str]]) -> None:
    found = told(text)
    assert [key for key, _ in keys] == [key for key, _ in found if key in dict(keys)]
    assert all(word in dict(found)[key] for key, topic in keys for word in topic.split())


@pytest.mark.parametrize(
    "text",
    [
        "Call 415-555-0110. Boarding groups: 1 gold, 2 families, 3 everyone.",
        "Call 415-555-0110. It was agreed (3 for, 1 against).",
        "Our line is 415-555-0110. For $25.00 press 2 5 0 0, then #.",
        "Ring 415-555-0110. If we hear nothing, we will select option 1 for you.",
        'There has been no phone menu on this line since May; forget "press 4 for loans". Call 415-555-0110.',
    ],
)
def test_numbers_of_other_things_are_no_keys(text: str) -> None:
    assert told(text) == []


def test_no_flow_is_written_where_nobody_can_call(tmp_path: Path) -> None:
    page, flow = tmp_path / "page.html", tmp_path / "flow.yaml"
    page.write_text(SMS_ONLY, encoding="utf-8")
    done = run(str(page), "-o", str(flow))
    assert (done.exit_code, flow.exists()) == (2, False)
    assert "no number to call" in done.output


def test_words_of_offering_are_no_part_of_a_topic_and_a_case_tells_no_hour() -> None:
    menu = "Call 415-555-0147.\n\n- Press 1: visits\n- Press 2: bills\n\n"
    assert ("21", "plans") in told(f"{menu}After pressing 2 you are offered plans on 1 and aid on 2.\n", "page.md")
    (one,) = read("Call 415-555-0147.\n\n**I broke a tooth at night.**\nCall and press 9.\n", "page.md").options
    assert (one.topic, one.time) == ("I broke a tooth at night", "")


@pytest.mark.parametrize("words", range(14, 20))
def test_whom_callers_reach_is_not_cut_within_a_word(words: int) -> None:
    rest = " ".join(["Nobody", *["cares"] * words])
    found = told(f"Call 415-555-0147. Press 2. {rest} and this takes you to the representative.")
    assert all(topic == "representative" for _, topic in found)


def test_keys_are_told_in_the_paragraph_below_their_number() -> None:
    text = "The main line is 415-555-0147.\n\nIn the daytime a caller gets bookings on 1, meals on 2 and events on 3.\n"
    assert told(text) == [("1", "bookings"), ("2", "meals"), ("3", "events")]
    text = "The main line is 415-555-0147.\n\nIt is 1 for bookings and 2 for meals.\n"
    assert told(text) == [("1", "bookings"), ("2", "meals")]
    text = "The main line is 415-555-0147.\n\nOne is for bookings, two for meals, and three for jobs.\n"
    assert told(text) == [("1", "bookings"), ("2", "meals"), ("3", "jobs")]


def test_what_day_and_night_menus_say_in_the_same_words_is_listed_once() -> None:
    page = (
        "On weekdays 530-555-0192 answers:\n\n- 1 snow report\n- 2 roads\n\nAt night:\n\n- 1 snow report\n- 2 patrol\n"
    )
    found = read(page, "page.md")
    assert [(one.key, one.topic) for one in found.at_any_time] == [
        ("1", "snow report"),
        ("2", "roads"),
        ("2", "patrol"),
    ]
    assert [one["topic"] for one in entry(found)["options"]] == ["snow report", "roads", "patrol"]
    assert len(found.options) == 4  # the flow has both menus


@pytest.mark.parametrize(
    ("lines", "keys"),
    [
        (["1 = Breakdown    2 = Accident", "3 = Theft        4 = Glass"], "1234"),
        (["1 = Breakdown    3 = Theft", "2 = Accident     4 = Glass"], "1234"),
        (["1 = Breakdown    2 = Accident", "3 = Theft"], "123"),
        (["1 = Breakdown    2 = Accident", "Anything else: 0800 000 0000"], "12"),
        (["1 Balances     1 Current account", "2 Cards        1 Lost card"], ""),
    ],
)
def test_lines_with_several_keys_are_read_along_or_down_as_the_keys_count(lines: list[str], keys: str) -> None:
    assert "".join(cell.key for cell in abreast_from(lines, 0)) == keys
