"""How options are announced."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivr.wording import Part, Wording, begins_with_verb, missing_places, wording_for

DOINGS = [
    "go back",
    "hear this again",
    "speak with a pharmacist",
    "speak",
    "check an order",
    "check on my order",
    "pay a bill",
    "pay by phone",
    "pay bills",
    "report a lost card",
    "report fraud",
    "transfer a prescription",
    "change or cancel an appointment",
    "check, change, or cancel an order",
    "pay, or ask about, a bill",
    "Order your refills",
    "order online",
    "leave a message",
    "cancel",
    "renew prescriptions",
    "sign up",
    "log in",
    "repeat",
    "update what we know of you",
    "stay on the line",
]
TOPICS = [
    "refills",
    "a representative",
    "Español",
    "order status",
    "order tracking",
    "pay",
    "pay stubs",
    "refill requests",
    "report cards",
    "support",
    "billing or insurance questions",
    "order or shipping questions",
    "change of address",
    "leave of absence",
    "register of deeds",
    "help with a claim",
    "check printing",
    "sign language",
    "open enrollment",
    "schedule information",
    "transfer requests",
    "Medicare",
    "all other questions",
    "{member}",
]


@pytest.mark.parametrize("say", DOINGS)
def test_a_doing_takes_to(say: str) -> None:
    assert wording_for("en").announce(say, "1") == f"To {say}, press 1."


@pytest.mark.parametrize("say", TOPICS)
def test_a_topic_takes_for(say: str) -> None:
    assert wording_for("en").announce(say, "1") == f"For {say}, press 1."


@pytest.mark.parametrize(
    ("say", "sentence"),
    [
        ("to go back", "To go back, press 2."),
        ("To pay", "To pay, press 2."),
        ("for order", "For order, press 2."),
        ("Refills.", "For Refills, press 2."),
        ("refills, ", "For refills, press 2."),
        ("  a\n  nurse ", "For a nurse, press 2."),
        ("For billing, press 2.", "For billing, press 2."),
        ("billing, press 2", "For billing, press 2."),
        ("Press 2 for billing", "For billing, press 2."),
        ("press 2 to pay", "To pay, press 2."),
        ("press 3 for billing", "For press 3 for billing, press 2."),
        ("a {key} of {say}", "For a {key} of {say}, press 2."),
    ],
)
def test_a_say_that_is_nearly_a_sentence_is_not_doubled(say: str, sentence: str) -> None:
    assert wording_for("en").announce(say, "2") == sentence


@pytest.mark.parametrize(
    ("language", "key", "name"),
    [
        ("en", "*", "star"),
        ("en-US", "#", "pound"),
        ("en-GB", "#", "hash"),
        ("en", "12", "1 2"),
        ("en", "*9#", "star 9 pound"),
        ("en", "refill", "refill"),
        ("es", "*", "asterisco"),
        ("es-AR", "#", "numeral"),
        ("es-ES", "#", "almohadilla"),
        ("es_mx", "#", "gato"),
        ("fr", "*", "étoile"),
        ("fr-BE", "#", "dièse"),
        ("de", "*", "Sterntaste"),
        ("DE-at", "#", "Rautetaste"),
        ("tlh", "#", "pound"),
    ],
)
def test_keys_have_the_names_of_the_language(language: str, key: str, name: str) -> None:
    assert wording_for(language).name_of(key) == name


@pytest.mark.parametrize(
    ("language", "say", "sentence"),
    [
        ("es", "ventas", "Para ventas, oprima 1."),
        ("es-MX", "hablar con un agente", "Para hablar con un agente, oprima 1."),
        ("es", "para pagar", "Para pagar, oprima 1."),
        ("es-ES", "ventas", "Para ventas, pulse 1."),
        ("fr", "parler à un conseiller", "Pour parler à un conseiller, tapez 1."),
        ("de", "Rezepte", "Für Rezepte drücken Sie die 1."),
        ("de", "Fragen zu Rechnungen", "Für Fragen zu Rechnungen drücken Sie die 1."),
        ("de", "mit uns zu sprechen", "Um mit uns zu sprechen, drücken Sie die 1."),
        ("de", "zurückzukehren", "Um zurückzukehren, drücken Sie die 1."),
        ("de", "um zu zahlen", "Um zu zahlen, drücken Sie die 1."),
        ("ja", "go back", "To go back, press 1."),
        ("", "go back", "To go back, press 1."),
    ],
)
def test_every_language_has_its_sentences(language: str, say: str, sentence: str) -> None:
    assert wording_for(language).announce(say, "1") == sentence


def test_a_flow_may_change_a_part() -> None:
    changes: Mapping[str, Mapping[str, Part]] = {"en": {"noun": "{say}: {key}.", "keys": {"#": "hash", "0": "zero"}}}
    wording = wording_for("en-US", changes)
    assert wording.announce("sales", "#") == "sales: hash."
    assert wording.announce("go back", "0*") == "To go back, press zero star."


def test_changes_for_the_region_come_last() -> None:
    wording = wording_for(
        "en-GB", {"en_gb": {"keys": {"#": "square"}}, "EN": {"keys": {"#": "number", "*": "asterisk"}}}
    )
    assert wording.name_of("*#") == "asterisk square"


def test_changes_for_other_languages_are_left_alone() -> None:
    assert (
        wording_for("en", {"es": {"noun": "Para {say}, marque {key}."}, "en-GB": {"keys": {"#": "gate"}}}) == Wording()
    )


def test_one_sentence_of_a_new_language_serves_for_both() -> None:
    wording = wording_for("pt-BR", {"pt": {"noun": "Para {say}, tecle {key}."}})
    assert wording.announce("go back", "1") == "Para go back, tecle 1."


def test_a_sentence_tells_which_places_it_lacks() -> None:
    assert missing_places("For {say}, press {key}.") == ()
    assert missing_places("Press {keys}") == ("{say}", "{key}")


def test_only_english_and_german_tell_verbs_apart() -> None:
    assert begins_with_verb("go back", "en-AU")
    assert begins_with_verb("uns anzurufen", "de")
    assert not begins_with_verb("go back", "es")


@given(say=st.text(min_size=1, max_size=40), key=st.from_regex(r"[0-9*#]{1,3}", fullmatch=True))
def test_every_announcement_is_one_line_that_names_its_key(say: str, key: str) -> None:
    wording = wording_for("en")
    sentence = wording.announce(say, key)
    assert sentence.endswith(f"press {wording.name_of(key)}.")
    assert "\n" not in sentence


@given(
    say=st.sampled_from(DOINGS + TOPICS),
    key=st.sampled_from("0123456789*#"),
    language=st.sampled_from(["en", "es", "fr"]),
)
def test_announcing_an_announcement_changes_nothing(say: str, key: str, language: str) -> None:
    wording = wording_for(language)
    assert wording.announce(wording.announce(say, key), key) == wording.announce(say, key)
