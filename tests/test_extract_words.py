"""`ivr extract`: what sentences say of keys, before them and behind them, and what bars a key."""

from __future__ import annotations

import pytest
from heard import keys, reached, read, spoken, told

NUMBER = "Call 1-800-555-0100."


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("Press 4 for sales.", "4"),
        ("Press four for sales.", "4"),
        ('Press "4" for sales.', "4"),
        ("Press [4] for sales.", "4"),
        ("Press the 4 key for sales.", "4"),
        ("Press the number 4 for sales.", "4"),
        ("Press key 4 for sales.", "4"),
        ("Press star for sales.", "*"),
        ("Press the star key for sales.", "*"),
        ("Press * for sales.", "*"),
        ("Press pound for sales.", "#"),
        ("Press the hash key for sales.", "#"),
        ("Press zero for sales.", "0"),
        ("Please push 4 for sales.", "4"),
        ("Select option 4 for sales.", "4"),
        ("Choose 4 on the phone menu for sales.", "4"),
        ("Hit 4 for sales.", "4"),
        ("PRESS 4 FOR SALES.", "4"),
    ],
)
def test_a_key_is_read_in_any_notation(sentence: str, key: str) -> None:
    assert [(one, topic.lower()) for one, topic in told(f"{NUMBER} {sentence}")] == [(key, "sales")]


@pytest.mark.parametrize(
    ("sentence", "topic"),
    [
        ("For billing, press 4.", "billing"),
        ("To pay a bill, press 4.", "pay a bill"),
        ("If you have lost your card, press 4.", "lost your card"),
        ("Press 4 to pay a bill.", "pay a bill"),
        ("Press 4 if you have lost your card.", "lost your card"),
        ("Press 4 and you will be connected to the pharmacy.", "pharmacy"),
        ("Press 4 to speak to a nurse.", "speak to a nurse"),
        ("Option 4 is for billing.", "billing"),
        ("Option 4 is billing.", "billing"),
        ("Option 4 connects you to the pharmacy.", "pharmacy"),
        ("Billing: press 4.", "Billing"),
        ("Billing is option 4.", "Billing"),
        ("Billing (option 4).", "Billing"),
        ("Billing questions \N{EN DASH} press 4.", "Billing questions"),
        ("You can reach the pharmacy by pressing 4.", "reach the pharmacy"),
        ("Lost your card? Press 4.", "Lost your card"),
        ("How do I pay a bill? Press 4.", "pay a bill"),
        ("The pharmacy is reached by pressing 4.", "pharmacy"),
    ],
)
def test_what_a_key_is_for_stands_before_it_or_behind_it(sentence: str, topic: str) -> None:
    assert told(f"{NUMBER} {sentence}") == [("4", topic)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Press 1 for sales and 2 for billing.", [("1", "sales"), ("2", "billing")]),
        ("For sales press 1, for billing press 2.", [("1", "sales"), ("2", "billing")]),
        (
            "Press 1 for sales, 2 for billing or 0 for the operator.",
            [("1", "sales"), ("2", "billing"), ("0", "operator")],
        ),
        (
            "For sales, press 1; for billing, press 2; for jobs, press 3.",
            [("1", "sales"), ("2", "billing"), ("3", "jobs")],
        ),
        ("Press 1 for sales. Press 2 for billing.", [("1", "sales"), ("2", "billing")]),
        ("Press 1 or 2 for sales.", [("1", "sales"), ("2", "sales")]),
        ("Press 2, then 3, for refunds.", [("23", "refunds")]),
        ("Press 2 and then press 3 for refunds.", [("23", "refunds")]),
        ("Press 2 followed by 3 for refunds.", [("23", "refunds")]),
        ("For refunds, press 2 → 3 → 1.", [("231", "refunds")]),
        ("For refunds, press 0 twice.", [("00", "refunds")]),
        ("Press 2 for billing, then 3 for refunds.", [("2", "billing"), ("23", "refunds")]),
        ("Press 2 for billing and then press 3 for refunds.", [("2", "billing"), ("23", "refunds")]),
    ],
)
def test_the_words_of_a_sentence_are_shared_out_among_its_keys(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(f"{NUMBER} {sentence}") == expected


def test_a_key_may_be_pressed_at_any_time() -> None:
    found = read(f"{NUMBER} Press 1 for sales. Press 0 at any time to reach the operator.")
    assert [(one.key, one.anytime) for one in found.options] == [("1", False), ("0", True)]


def test_the_menu_behind_a_key_is_told_by_its_name() -> None:
    text = f"{NUMBER} Press 1 for billing or 2 for repairs. In the billing menu, press 3 for refunds."
    assert told(text) == [("1", "billing"), ("2", "repairs"), ("13", "refunds")]


def test_the_menu_behind_a_key_is_told_by_that_key() -> None:
    text = f"{NUMBER} Press 1 for billing or 2 for repairs. Inside option 1, press 3 for refunds."
    assert told(text) == [("1", "billing"), ("2", "repairs"), ("13", "refunds")]


def test_a_key_that_has_moved_is_read_where_it_is_now() -> None:
    assert told(f"{NUMBER} Our phone menu has changed: billing moved from 2 to 3.") == [("3", "billing")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Do not press 4.",
        "Please don't press 4 for sales.",
        "Never press 4 for sales.",
        "You no longer need to press 4 for sales.",
        "Option 4 (sales) was retired in May.",
        "Until last year you used to press 4 for sales.",
        "We are planning to add option 4 for sales.",
        "Option 4 (sales) is no longer available.",
        "Option 4 (sales) is coming soon.",
        "We are considering an option 4 for sales.",
        "In the lift, press 4 for the fourth floor.",
        "On the remote control, press 4 for the guide.",
        "On the coffee machine, press 4 for a latte.",
        "In the app, press 4 on the screen to see your bill.",
        "When we call you, press 4 to confirm.",
        "Enter your account number followed by the pound key.",
        "Text 4 to confirm your appointment.",
        "Ask for extension 4 for sales.",
        "To delete a voicemail message, press 4.",
        "Step 4 is to wait for a reply.",
        "Allow 4 days for delivery.",
        "We have 4 shops for your pets.",
    ],
)
def test_such_a_key_is_none_of_the_menu(sentence: str) -> None:
    assert told(f"{NUMBER} {sentence}") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Press 5 for sales. Option 4 (billing) has been removed.", [("5", "sales")]),
        ("Press 5 for sales. You no longer need to press 4 for billing.", [("5", "sales")]),
        ("Press 5 for sales. Never press 4.", [("5", "sales")]),
        ("Press 5 for sales. Do not press 0: it ends the call.", [("5", "sales")]),
    ],
)
def test_what_bars_one_key_leaves_the_other_one(sentence: str, expected: list[tuple[str, str]]) -> None:
    assert told(f"{NUMBER} {sentence}") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Llame al +34 900 123 456. Para ventas, pulse 1. Para facturas, pulse 2 y luego 3.",
            "es",
            [("1", "ventas"), ("23", "facturas")],
        ),
        (
            "Llame al +34 900 123 456. Pulse 1 para ventas o 2 para facturas. Marque 0 para hablar con un agente.",
            "es",
            [("1", "ventas"), ("2", "facturas"), ("0", "hablar con un agente")],
        ),
        (
            "Llame al +34 900 123 456. Si ha perdido su tarjeta, oprima la tecla 4.",
            "es",
            [("4", "ha perdido su tarjeta")],
        ),
        (
            "Appelez le +33 1 99 00 12 34. Tapez 1 pour les ventes ou 2 pour les factures.",
            "fr",
            [("1", "ventes"), ("2", "factures")],
        ),
        (
            "Appelez le +33 1 99 00 12 34. Pour les factures, appuyez sur la touche 2, puis 3.",
            "fr",
            [("23", "factures")],
        ),
        (
            "Appelez le +33 1 99 00 12 34. Si vous avez perdu votre carte, faites le 4.",
            "fr",
            [("4", "vous avez perdu votre carte")],
        ),
        (
            "Rufen Sie +49 30 901820 an. Drücken Sie die 1 für den Verkauf und die 2 für Rechnungen.",
            "de",
            [("1", "Verkauf"), ("2", "Rechnungen")],
        ),
        (
            "Rufen Sie +49 30 901820 an. Für Rechnungen wählen Sie bitte die 2, dann die 3.",
            "de",
            [("23", "Rechnungen")],
        ),
        (
            "Rufen Sie +49 30 901820 an. Wenn Sie Ihre Karte verloren haben, drücken Sie die Taste 4.",
            "de",
            [("4", "Karte verloren")],
        ),
    ],
)
def test_four_languages_are_read(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected
    assert {one for one, _ in spoken(text)} == {language}


@pytest.mark.parametrize(
    "text",
    [
        "Llame al +34 900 123 456. No pulse 4 para ventas.",
        "Llame al +34 900 123 456. La opción 4 (ventas) ya no existe.",
        "Rufen Sie +49 30 901820 an. Die Taste 4 (Verkauf) gibt es nicht mehr.",
        "Appelez le +33 1 99 00 12 34. N'appuyez pas sur 4.",
        "Appelez le +33 1 99 00 12 34. L'option 4 (ventes) a été supprimée.",
        "Rufen Sie +49 30 901820 an. Drücken Sie nicht die 4.",
    ],
)
def test_keys_are_barred_in_other_languages_too(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("spelled", "number"),
    [
        ("1-800-555-0100", "+18005550100"),
        ("(312) 555-0100", "+13125550100"),
        ("312.555.0100", "+13125550100"),
        ("+44 20 7946 0123", "+442079460123"),
        ("1-800-FLOWERS", "+18003569377"),
        ("one eight hundred, five five five, zero one nine six", "+18005550196"),
        ("three one two, five five five, oh one double nine", "+13125550199"),
        ("eight hundred, five five five, zero one nine six", "+18005550196"),
    ],
)
def test_telephone_numbers_are_read_in_digits_letters_and_words(spelled: str, number: str) -> None:
    assert reached(f"Call {spelled} and press 2 for sales.") == [(number, "2")]


def test_the_digits_of_a_number_in_words_are_no_keys() -> None:
    assert keys("Press one for sales. Our number is one eight hundred, five five five, zero one nine six.") == ["1"]


@pytest.mark.parametrize(
    "told_again",
    [
        "Fax: 1-800-555-0111.",
        "TTY: 1-800-555-0111.",
        "Text us: 1-800-555-0111.",
    ],
)
def test_a_fax_a_text_telephone_and_a_number_for_messages_have_no_menu(told_again: str) -> None:
    assert reached(f"Phone: 1-800-555-0100. {told_again}\n\nPress 2 for sales.\n") == [("+18005550100", "2")]


def test_several_numbers_have_a_menu_each() -> None:
    text = (
        "Sales: call 1-800-555-0100 and press 1 for new customers.\n\n"
        "Support: call 1-800-555-0111 and press 1 for outages.\n"
    )
    assert reached(text) == [("+18005550100", "1"), ("+18005550111", "1")]


def test_several_numbers_reach_the_same_menu() -> None:
    text = (
        "Call 1-800-555-0100 or 1-800-555-0111. Both numbers reach the same menu.\n\n"
        "Press 1 for sales\nPress 2 for billing\n"
    )
    assert sorted(reached(text)) == [
        ("+18005550100", "1"),
        ("+18005550100", "2"),
        ("+18005550111", "1"),
        ("+18005550111", "2"),
    ]


def test_a_line_is_meant_by_its_name() -> None:
    text = (
        "Sales line: 1-800-555-0100. Repair line: 1-800-555-0111.\n\n"
        "On the repair line, press 3 for boilers. On the sales line, press 4 for quotes.\n"
    )
    assert reached(text) == [("+18005550111", "3"), ("+18005550100", "4")]
