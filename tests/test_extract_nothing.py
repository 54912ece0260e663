"""`ivr extract`: documents that tell of no phone menu, and text of any kind at all."""

from __future__ import annotations

import pytest
from heard import read, told
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ivr.prose.extracted import extract
from ivr.prose.opened import DocumentError, read_document

ANY = [
    "Press ",
    "press 1 for sales",
    "1. ",
    "2 - billing\n",
    "option 3",
    "For help, ",
    "star",
    "#",
    "→ ",
    "then ",
    "Call 1-800-555-0100. ",
    "1-800-FLOWERS",
    "one eight hundred, five five five, zero one nine six",
    "Monday to Friday, 8 am to 6 pm Eastern",
    "| Key | For |\n|---|---|\n| 1 | ",
    "├─ ",
    "│  ",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "<li>",
    "</ol>",
    '<ol start="x">',
    "<table><tr><td>",
    "<pre>",
    "<!--",
    "&#49;",
    "```\n",
    "~~",
    "## Changelog 2025-01-01\n",
    "pulse 1 para ventas",
    "tapez 1",
    "drücken Sie die 1",
    "1️⃣",
    "Ⅳ²١",
]
"""Pieces of documents that are put together in any order."""
TEXT = st.characters(codec="utf-8", exclude_categories=["Cc"], include_characters="\t\r\n")
"""Signs of text: of the control characters, those only that lay it out."""
NAMES = st.sampled_from(["page.txt", "page.md", "page.html", "page"])
TOPICS = ["sales", "billing", "repairs", "jobs", "refunds", "parking", "tickets", "tours", "gifts"]


@pytest.mark.parametrize("name", ["page.txt", "page.md"])
@pytest.mark.parametrize(
    "text",
    [
        "To hear your voicemail, dial *98. Press 1 to listen to new messages, 2 to save them and 3 to delete them.",
        "Mailbox settings\n\nTo record your greeting, press 4. To change the greeting, press 5.",
        "Door code\n\nAt the front door, press 4 on the intercom, then # to open it.",
        "To arm the alarm panel, enter your code and press 2. To disarm it, press 1.",
        "Remote control\n\nPress 1 for the guide. Press 2 for recordings. Press 0 to turn the TV off.",
        "Microwave oven: press 1 for popcorn, 2 for potatoes and 3 to defrost.",
        "The lift has four buttons. Press 1 for the lobby, 2 for the restaurant and 3 for the pool.",
        "At the ticket machine, press 1 for a single ticket or 2 for a day ticket.",
        "At the cash machine, press 1 for your balance and 2 for cash.",
        "Join the webinar: 1-312-555-0100, meeting ID 555 010 777. Press *6 to unmute and *9 to raise your hand.",
        "Conference call: dial 1-312-555-0100, enter passcode 4711 and press #. Press *1 to ask a question.",
        "Reply 1 to confirm your appointment, 2 to change it or 3 to cancel it. Reply STOP to end these messages.",
        "Text 1 for news, 2 for sport or 3 for the weather to 55501.",
        "Robocalls: if a recorded voice tells you to press 1 to claim your prize, hang up at once.",
        "From your room phone, dial 9 for an outside line, 7 for housekeeping and 0 for the front desk.",
        "Press Ctrl+1 for a new tab, or F2 to rename the folder.",
        "In the game, press 1 for the sword and 2 for the shield.",
        "Slide remote: press 1 for the next slide and 2 for the previous slide.",
        "Press release\n\nFor press inquiries, call our press office on 1-312-555-0100, ext. 4.",
        "You have three options to pay: 1. by card, 2. by bank transfer, 3. in cash. Questions? 1-312-555-0100.",
        "Plans\n\n1. Basic, $9\n2. Plus, $19\n3. Premium, $29\n\nQuestions? Call 1-312-555-0100.",
        "Pancakes\n\n1. Mix flour and milk.\n2. Add two eggs.\n3. Bake for 4 minutes.\n",
        "Bus routes 1, 2 and 5 stop here. Timetable enquiries: 1-312-555-0100.",
        "Since May a person answers every call to 1-312-555-0100: there is no menu any more, and no key to press.",
        "Contact\n\nHarbour clinic, 4 Mill Lane. Phone 1-312-555-0100, open Monday to Friday, 8 am to 6 pm.",
        "Survey\n\nRate our service from 1 to 5: 1 = very poor, 2 = poor, 3 = fair, 4 = good, 5 = very good.",
        "Extensions\n\nAnna Berg 21\nCarl Dorn 22\nEva Frank 23\n",
        "Thermostat: press 1 for heating and 2 for cooling; hold both buttons to reset it.",
        "Buzón de voz: para escuchar un mensaje, pulse 1; para borrarlo, pulse 2.",
        "En el ascensor, pulse 1 para el vestíbulo y 2 para la piscina.",
        "Interphone : appuyez sur 1 pour le gardien, sur 2 pour le cabinet du médecin.",
        "Répondeur : pour écouter vos messages, tapez 1 ; pour les effacer, tapez 2.",
        "Fernbedienung: Drücken Sie die 1 für das Erste und die 2 für das Zweite.",
        "Am Geldautomaten drücken Sie die 1 für Deutsch und die 2 für Englisch.",
        "Chapter 1: Sales\nChapter 2: Billing\nChapter 3: Repairs\n",
        "",
    ],
)
def test_a_document_without_a_phone_menu_has_no_options(text: str, name: str) -> None:
    assert told(text, name) == []


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Five steps</h1><ol><li>Measure</li><li>Cut</li><li>Glue</li></ol><p>Tel. 1-312-555-0100</p>",
        "<table><tr><th>Place</th><th>Team</th></tr><tr><td>1</td><td>Harbour</td></tr><tr><td>2</td><td>Mill</td></tr></table>",
        "<p>Call 1-312-555-0100.</p><!-- press 1 for sales --><script>say('press 2 for billing')</script>",
        "<p>Call 1-312-555-0100.</p><p hidden>Press 1 for sales.</p><p style='display:none'>Press 2 for billing.</p>",
        "<p>Call 1-312-555-0100.</p><del>Press 1 for sales.</del> <s>Press 2 for billing.</s>",
        "<nav><ol><li>Home</li><li>Menu</li><li>Phone</li></ol></nav><p>Lunch menu: 1. soup, 2. fish, 3. cake.</p>",
        "<form><label>Choose one: <select><option>1 Sales</option><option>2 Billing</option></select></label></form>",
    ],
)
def test_a_page_without_a_phone_menu_has_no_options(page: str) -> None:
    assert told(page, "page.html") == []


@settings(max_examples=60)
@given(NAMES, st.text(TEXT, max_size=300))
@example("page.html", "<ol start='99999999999999999999'><li>a<li>b</ol>")
@example("page.md", "|\n|-|\n|")
@example("page.txt", "1\ufe0f\u20e3")
def test_any_text_is_read(name: str, text: str) -> None:
    found = read(text, name)
    assert all(one.key and one.topic and one.line > 0 for one in found.options)


@settings(max_examples=60)
@given(NAMES, st.binary(max_size=200))
@example("page.txt", b"\xff\xfe1")
@example("page.html", b"<meta charset=nonsense>Press 1")
def test_any_bytes_are_read_or_told_to_be_no_text(name: str, content: bytes) -> None:
    try:
        document = read_document(content, name)
    except DocumentError as error:
        assert f"'{name}'" in str(error)  # noqa: PT017 -- most bytes are read, and raise nothing
    else:
        assert all(one.topic for one in extract([document]).options)


@settings(max_examples=150)
@given(NAMES, st.lists(st.sampled_from(ANY) | st.text(TEXT, max_size=8), max_size=25).map("".join))
def test_any_pieces_of_documents_are_read(name: str, text: str) -> None:
    found = read(text, name)
    lines = text.count("\n") + text.count("\r") + 1
    for one in found.options:
        assert one.topic == one.topic.strip() != ""
        assert all(key in "*#" or key.isdecimal() for key in (*one.path, one.key))
        assert 1 <= one.line <= lines
    for conflict in found.conflicts:
        assert conflict.said[0]
        assert conflict.spots[0].line <= lines
    assert read(text, name) == found


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from("123456789"), min_size=2, max_size=9, unique=True).map(sorted), st.sampled_from(".-:)=")
)
def test_the_keys_of_a_menu_are_found_whatever_they_are(pressed: list[str], mark: str) -> None:
    rows = [f"Press {key} for {topic}\n" for key, topic in zip(pressed, TOPICS, strict=False)]
    expected = list(zip(pressed, TOPICS, strict=False))
    assert told("Call 1-800-555-0100.\n\n" + "".join(rows)) == expected
    bare = [f"{key} {mark} {topic}\n" for key, topic in expected]
    assert told("Call 1-800-555-0100. You will hear this menu:\n\n" + "".join(bare)) == expected
