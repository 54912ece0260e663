"""What contradicts itself in pages that people write, and what only seems to: each way by itself."""

from __future__ import annotations

from typing import Any

import pytest
import scoring
import yaml
from heard import conflicts, read

from ivr.prose.meaning import same_meaning, shares_meaning

WAYS: list[dict[str, Any]] = yaml.safe_load((scoring.DOCUMENTS / "contradictions.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("way", WAYS, ids=[way["way"] for way in WAYS])
def test_a_contradiction_is_found_where_there_is_one(way: dict[str, Any]) -> None:
    found = read(way["text"], way.get("page", "page.txt")).conflicts
    assert [" ".join((one.kind, *one.path, one.key)).strip() for one in found] == way["conflicts"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("billing questions", "pay a bill"),
        ("talk to a nurse", "hablar con una enfermera"),
        ("Wohnheimplätze", "Places in student housing"),
        ("Störung melden", "Störungsmeldung"),
        ("Rezepte", "prescriptions"),
        ("basuras", "Encombrants"),
        ("tributos", "aplazar el pago"),
        ("equipaje perdido", "lost luggage"),
        ("Terminvergabe", "Impftermine"),
        ("help by telephone", "claims"),
        ("customer service", "speak to a representative"),
    ],
)
def test_topics_agree_by_what_they_mean(one: str, other: str) -> None:
    assert same_meaning(one, other)
    assert same_meaning(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("billing", "pharmacist"),
        ("order desk", "network team"),
        ("report a leak", "report a lost card"),
        ("Strom", "Gas"),
        ("parking", "library"),
        ("enfermera", "facturas"),
        ("anything else", "billing"),
    ],
)
def test_topics_that_share_nothing_are_not_taken_for_the_same_menu(one: str, other: str) -> None:
    assert not shares_meaning(one, other)


BILINGUAL = (
    '<p>+32 2 555 04 41</p><div lang="en"><ul><li>Press 1 for an appointment</li><li>Press 2 for {}</li>'
    '<li>Press 3 for {}</li></ul></div><div lang="fr"><ul><li>Tapez 1 pour un rendez-vous</li>'
    "<li>Tapez 2 pour la maternité</li><li>Tapez 3 pour la facturation</li></ul></div>"
)


def test_two_languages_of_a_page_give_keys_each_the_meaning_of_the_other() -> None:
    crossed = conflicts(BILINGUAL.format("billing", "maternity"), "page.html")
    assert [(kind, key) for kind, key, _ in crossed] == [("two-meanings", "2"), ("two-meanings", "3")]
    assert conflicts(BILINGUAL.format("maternity", "billing"), "page.html") == []


@pytest.mark.parametrize(("when", "expected"), [("während der Begrüßung ", []), ("", ["9"])])
def test_a_key_of_the_greeting_is_not_listed_in_the_menu(when: str, expected: list[str]) -> None:
    page = "Rufnummer 05151 5550 300. Zur Auswahl stehen:\n\n- Taste 1: Konto\n- Taste 2: Umsätze\n- Taste 3: Storno\n"
    told = f"# Sperre\n\nDie Sperre kann unter 05151 5550 300 durch Drücken der 9 {when}veranlasst werden."
    assert [key for _, key, _ in conflicts(f"{page}\n{told}", "page.md")] == expected


@pytest.mark.parametrize(
    "delay",
    ["24 Stunden vorher anmelden", "avisar 24 horas antes", "réserver 24 heures à l'avance", "book 24 hours ahead"],
)
def test_hours_of_delay_are_none_of_a_line(delay: str) -> None:
    page = f"0316 555 0188, Mon-Fri 9-17\n\nTaste 1: Tickets\n\nBitte {delay}: 0316 555 0188"
    assert conflicts(page) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Marque 800 555 0163 y pulse 1 para citas. Oficina: +52 55 5550 0100.", "+528005550163"),
        ("Marque (33) 5550 0190 y pulse 1 para citas.", "+523355500190"),
        ("Marque 1-800-555-0163 y pulse 1 para citas. En México: +52 55 5550 0100.", "+18005550163"),
        ("Your insurer, 030 23125 440: press 3 for English. Our office: +49 30 23125 101.", "+493023125440"),
        (
            "0848 555 021, 8.00\u201312.00, 13.00\u201317.30 Uhr. Taste 1: Prämien. Ausland: +41 52 555 09 09",
            "+41848555021",
        ),
    ],
)
def test_numbers_are_those_of_the_country_that_a_page_names(text: str, number: str) -> None:
    assert {one.number for one in read(text).options} == {number}
