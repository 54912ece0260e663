"""What contradicts itself in pages that people write, and what only seems to: each way by itself."""

from __future__ import annotations

from typing import Any

import pytest
import scoring
import yaml
from heard import read

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
