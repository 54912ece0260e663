"""Which keys a prompt is heard to name."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivr.spoken_keys import Mention, bare_keys, spoken_keys
from ivr.wording import wording_for

# A sentence, and for each key it names "key words"; "<" stands where the key comes before the words, "!" at an entry.
ENGLISH = {
    "For billing, press 2.": ["2 billing"],
    "press 2 for billing": ["2 <billing"],
    "To speak to a nurse, press 0.": ["0 speak to a nurse"],
    "If you are a member, please press three.": ["3 you are a member"],
    "For repairs, you may press 4 now.": ["4 repairs"],
    "Press or say one.": ["1"],
    "For sales press the star key.": ["* sales"],
    "Press the 7 key to hear the weather.": ["7 <hear the weather"],
    "To leave, press zero (0).": ["0 leave"],
    "To leave, press the pound (#) key.": ["# leave"],
    "Select option 5.": ["5"],
    "Choose option two for a room.": ["2 <a room"],
    "Dial 9.": ["9"],
    "Push 0 at any time.": ["0"],
    "Push 0 at any time to reach the desk.": ["0 <reach the desk"],
    "Press 1 for sales, 2 for help, or 3 to hear this again.": ["1 <sales", "2 <help", "3 <hear this again"],
    "Press 1 for sales. 2 for help.": ["1 <sales", "2 <help"],
    "Press 1 for yes and 2 for no": ["1 <yes", "2 <no"],
    "For billing, press 1; for sales, 2; for support, 3.": ["1 billing", "2 sales", "3 support"],
    "For billing press 1 for sales press 2": ["1 billing", "2 sales"],
    "Press 1 for billing press 2 for sales": ["1 <billing", "2 <sales"],
    "Press 1, for billing. Press 2, for sales.": ["1 <billing", "2 <sales"],
    "Press 1, for billing, press 2, for sales.": ["1 <billing", "2 <sales"],
    "Press 1, for sales press 2.": ["1", "2 sales"],
    "For billing, payments or refunds, press 2.": ["2 billing, payments or refunds"],
    "Thank you for calling. For pay, press 1.": ["1 pay"],
    "Thank you for calling, for pay, press 1.": ["1 pay"],
    "For hours until 8 a.m., press 4.": ["4 hours until 8 a.m."],
    "To see Dr. Smith, press 6.": ["6 see Dr. Smith"],
    "For billing, option 2; for sales, option 3.": ["2 billing", "3 sales"],
    "For billing,\n  say billing or press 2.": ["2 billing"],
    "Press 1 for billing, otherwise stay on the line.": ["1 <billing"],
    "Press pound.": ["#"],
    "Press hash to go on.": ["# <go on"],
    "Press 1, 2 or 3.": ["1", "2", "3"],
    "Press the 1 key or the 2 key.": ["1", "2"],
    "Press 1 or 2 for rooms": ["1 <rooms", "2 <rooms"],
    "Press 1 through 4.": ["1", "2", "3", "4"],
    "Press 1-3 for rooms.": ["1 <rooms", "2 <rooms", "3 <rooms"],
    "Press 5 to 7 for rooms.": ["5 <rooms", "6 <rooms", "7 <rooms"],
    "Press 1 twice.": ["11"],
    "For the mill, press 12.": ["12 the mill"],
    "For the mill, press 1 2.": ["12 the mill"],
    "Press star 9.": ["*9"],
    "Press *9": ["*9"],
    "Press #1 for sales": ["1 <sales"],
    "Enter 1 for January.": ["1 <January"],
    "Enter your nine digit number, followed by the pound key.": ["# !"],
    "Enter your nine digit number, then pound.": ["# !"],
    "Enter your 9-digit number and press pound.": ["# !"],
    "Enter your number and the hash key.": ["# !"],
    "Enter your number. Press pound when you are finished.": ["# !"],
    "When finished, press pound.": ["# !"],
    "To continue, enter your PIN, then press pound.": ["# !"],
    "Please enter your ZIP code, or press star to skip.": ["* <skip"],
    "Please enter your ZIP code. To skip, press star.": ["* skip"],
    "Please enter your ZIP code, or press star.": ["*"],
    "To enter the contest, press 1.": ["1 enter the contest"],
    "For English, press 1. Para español, oprima el dos.": ["1 English", "2 español"],
    "For room 2, press 3.": ["3 room 2"],
    "Press 1 for pies, for room 2, press 3.": ["1 <pies", "3 room 2"],
    "Press 1 for delivery in 3 days, 2 for pickup.": ["1 <delivery in 3 days", "2 <pickup"],
    "Press 1, 24 hours a day.": ["1"],
    "Press 1 for the shop, open 8 to 8.": ["1 <the shop, open 8 to 8"],
    "Press 1, for the shop, open 8 to 8.": ["1 <the shop, open 8 to 8"],
    "Press 1, for the shop, open from 9 a.m. to 5.": ["1 <the shop, open from 9 a.m. to 5"],
    "Press 1, for the shop, open until 8.": ["1 <the shop, open until 8"],
    "For pay, press 1; for the shop - 2.": ["1 pay", "2 the shop"],
    "For billing press 2 or 3 for claims.": ["2 billing", "3 <claims"],
    "To repeat, press 9 or star to go back.": ["9 repeat", "* <go back"],
    "For rooms, press 1 to 3 for 1 night.": ["1 rooms", "2 rooms", "3 rooms"],
    "For pay, press 1 or 2.": ["1 pay", "2 pay"],
    "Press 1 for sales... 2 for billing... or 0 for an operator, or 9 to repeat.": [
        "1 <sales",
        "2 <billing",
        "0 <an operator",
        "9 <repeat",
    ],
    "We open at 8 a.m. For pay, press 1.": ["1 pay"],
    "For {count} orders, press 1.": ["1 {count} orders"],
}
NOTHING = [
    "",
    "Press 1-800-555-0100.",
    "Press 1 800 555 0100.",
    "In an emergency, hang up and dial 911.",
    "Hang up and dial 9 1 1.",
    "Call 1-800-555-0100.",
    "We answer within 24 hours.",
    "We are open 8 to 8.",
    "Have your 9 digit number ready.",
    "For press releases, see our site.",
    "You have the option to wait.",
    "Ask for extension 5.",
    "Come to room 2.",
    "We are the #1 rated clinic.",
    "We open at 8 a.m. and close at 9.",
    "Your order ships in 2 days.",
    "Press any key.",
    "Press one of the buttons.",
    "Enter 9 digits.",
    "Choose 3 items.",
    "Dial your party's extension now.",
    "Take one for yourself and 2 for a friend.",
    "Press {key}.",
    "Press $5.",
    "Press 2%.",
]
OTHERS = {
    ("es", "Marque 2 para ventas."): ["2 <ventas"],
    ("es-MX", "Para ventas, oprima el número 2."): ["2 ventas"],
    ("es", "Para ventas, presione la tecla tres, por favor."): ["3 ventas"],
    ("es", "Si desea pagar, pulse almohadilla."): ["# desea pagar"],
    ("es", "Oprima 1 para ventas, 2 para ayuda o 3 para salir."): ["1 <ventas", "2 <ayuda", "3 <salir"],
    ("es", "Ingrese su número seguido de la tecla numeral."): ["# !"],
    ("es", "Al terminar, oprima numeral."): ["# !"],
    ("es", "En una emergencia, marque 911."): [],
    ("es", "Atendemos de 8 a 8."): [],
    ("fr", "Pour les ventes, tapez 2."): ["2 les ventes"],
    ("fr-CA", "Tapez 2 pour les ventes."): ["2 <les ventes"],
    ("fr", "Pour quitter, appuyez sur la touche étoile."): ["* quitter"],
    ("fr", "Pour quitter, appuyez sur l'étoile."): ["* quitter"],
    ("fr", "Appuyez sur un."): ["1"],
    ("fr", "Appuyez sur un bouton."): [],
    ("fr", "Composez votre code puis dièse."): ["# !"],
    ("fr", "Nous répondons sous 24 heures."): [],
    ("de", "Drücken Sie die 2 für Verkauf."): ["2 <Verkauf"],
    ("de", "Für Verkauf wählen Sie 3, für Hilfe die 4."): ["3 Verkauf", "4 Hilfe"],
    ("de-AT", "Um zu zahlen, drücken Sie bitte die Eins."): ["1 zu zahlen"],
    ("de", "Drücken Sie die 1, um zu zahlen."): ["1 <zu zahlen"],
    ("de", "Geben Sie Ihre Nummer ein, gefolgt von der Raute-Taste."): ["# !"],
    ("de", "Für Hilfe drücken Sie bitte sofort die 8."): ["8 Hilfe"],
    ("de", "Für Hilfe drücken Sie einfach die 5."): ["5 Hilfe"],
    ("de", "Drücken Sie die 1 bei Störungen."): ["1 <Störungen"],
    ("de", "Bei Fragen zum Verkauf drücken Sie die 1, bei Fragen zur Rechnung die 2."): [
        "1 Fragen zum Verkauf",
        "2 Fragen zur Rechnung",
    ],
    ("de", "Danke für Ihren Anruf bei Maier. Drücken Sie die 1."): ["1"],
    ("de", "Im Notfall wählen Sie 112."): [],
    ("de", "Wir haben 24 Stunden geöffnet."): [],
}
SAYS = [
    "refills",
    "go back",
    "a representative",
    "Español",
    "order status",
    "speak to a nurse, or for help",
    "the order of 2 pies",
    "24 hour help",
    "when we open",
    "press releases",
    "hablar con un agente",
    "les médicaments",
    "Fragen zu Rechnungen",
    "mit uns zu sprechen",
    "{member}",
]

PIECES = [
    "press",
    "1",
    "2",
    "for",
    "to",
    ",",
    ".",
    "or",
    "then",
    "star",
    "#",
    "(",
    ")",
    "-",
    "enter",
    "your",
    "twice",
    "key",
]


def brief(mention: Mention) -> str:
    sign = "!" if mention.entry else "<" * mention.before
    return f"{mention.key} {sign}{mention.words}".rstrip()


@pytest.mark.parametrize(("text", "expected"), ENGLISH.items())
def test_english_sentences(text: str, expected: list[str]) -> None:
    assert [brief(mention) for mention in spoken_keys(text, "en")] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_key_of_a_menu(text: str) -> None:
    assert spoken_keys(text, "en-US") == ()


@pytest.mark.parametrize(("spoken", "expected"), OTHERS.items())
def test_other_languages(spoken: tuple[str, str], expected: list[str]) -> None:
    language, text = spoken
    assert [brief(mention) for mention in spoken_keys(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Sales is 1. Billing is 2.", "12"),
        ("For a person it is 0, 9 repeats, and star takes you back.", "09*"),
        ("To hear these again, nine.", "9"),
        ("9, repeat. Star, back.", "9*"),
        ("Mit der Sterntaste kommen Sie zurück.", "*"),
        ("zurück mit Stern", "*"),
        ("We have 2 offices.", ""),
        ("Call 1-800-555-0100, or 911.", ""),
        ("", ""),
    ],
)
def test_a_bare_key_begins_or_ends_a_clause(text: str, keys: str) -> None:
    assert bare_keys(text) == set(keys)


def test_a_mention_stands_where_the_key_is_named() -> None:
    text = "To go back, press the star key; for more, press 1 2."
    assert [text[mention.start : mention.end] for mention in spoken_keys(text, "en")] == ["star", "1 2"]


def test_an_unknown_language_is_heard_as_english() -> None:
    assert [mention.key for mention in spoken_keys("hit 4", "tlh")] == ["4"]


@given(
    say=st.sampled_from(SAYS),
    key=st.from_regex(r"[0-9]{1,4}|[*#]|\*[0-9]|[0-9][*#]", fullmatch=True),
    language=st.sampled_from(["en", "en-GB", "es", "es-ES", "es-MX", "fr", "fr-CA", "de"]),
)
def test_every_announcement_is_understood(say: str, key: str, language: str) -> None:
    sentence = wording_for(language).announce(say, key)
    found = spoken_keys(sentence, language)
    assert [(mention.key, mention.before, mention.entry) for mention in found] == [(key, False, False)]


@given(
    says=st.lists(st.sampled_from(SAYS[:5]), min_size=1, max_size=9),
    language=st.sampled_from(["en", "es", "fr", "de"]),
)
def test_a_whole_menu_is_understood_in_order(says: list[str], language: str) -> None:
    wording = wording_for(language)
    menu = "Hello. " + " ".join(wording.announce(say, str(key)) for key, say in enumerate(says, 1))
    found = spoken_keys(menu, language)
    assert [(mention.key, mention.words) for mention in found] == [(str(key), say) for key, say in enumerate(says, 1)]


@given(text=st.text(max_size=80), language=st.sampled_from(["en", "es", "fr", "de", ""]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    for mention in spoken_keys(text, language):
        assert 0 <= mention.start < mention.end <= len(text)
        assert set(mention.key) <= set("0123456789*#")


@given(parts=st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_order_of_the_words_can_be_read(parts: list[str]) -> None:
    text = " ".join(parts)
    for mention in spoken_keys(text, "en"):
        assert text[mention.start : mention.end].strip() == text[mention.start : mention.end] != ""


@pytest.mark.parametrize("piece", ["press 1, ", "press or ", "1 ", "for a, 1 ", "1-1-{", "press 1 to 9 "])
@pytest.mark.bench
def test_no_text_takes_long(piece: str) -> None:
    begun = time.process_time()
    spoken_keys(piece * (1_000_000 // len(piece)), "en")
    print(f"\n  no text takes long: {time.process_time() - begun:.2f} s")  # noqa: T201 -- a figure is printed, not judged


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Enter the six to eight digits of your card, then press pound.", ["#"]),
        ("Please enter six or eight digits, then pound.", ["#"]),
        ("For sales, press 1 or 2.", ["1", "2"]),
    ],
)
def test_numbers_that_count_something_are_no_keys(text: str, keys: list[str]) -> None:
    assert [mention.key for mention in spoken_keys(text, "en")] == keys
