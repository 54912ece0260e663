"""`ivr extract`: keys that sentences tell of in passing, and several hundred short texts, no two of them alike."""

from __future__ import annotations

import pytest
import scoring
import yaml
from heard import reached, told

from ivr.prose.extracted import extract
from ivr.prose.opened import read_document

TEXTS = scoring.DOCUMENTS / "texts"
"""Short texts by authors who had not seen the grammar, each written unlike all others; far from being read whole."""
REACHED = {"prose": 0.53, "pages": 0.65, "beside": 0.50, "nested": 0.59, "languages": 0.67}
"""What each file has reached, for options; whoever mends the grammar raises it."""


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (
            "On 415-555-0100, tuition is still a three and the nurse still a four.",
            [("3", "tuition"), ("4", "nurse still")],
        ),
        ("Dial 1-888-555-0100, and 2 will find you the greenhouse.", [("2", "greenhouse")]),
        ("Call 415-555-0100 and choose the second option, which goes straight to the nurses.", [("2", "nurses")]),
        (
            "Our number is 415-555-0100. The timetable answers to 1 and bookings to 2.",
            [("1", "timetable"), ("2", "bookings")],
        ),
        ("During office hours the 1 on 415-555-0100 brings you a cheesemaker.", [("1", "cheesemaker")]),
        ("You ring 415-555-0100 and only then learn that for returns 3 is what you needed.", [("3", "returns")]),
        ("On 415-555-0100 it's 5 that wakes the warden.", [("5", "warden")]),
    ],
)
def test_keys_told_in_passing_are_read(text: str, keys: list[tuple[str, str]]) -> None:
    assert told(text) == keys


def test_the_menu_that_opens_behind_a_key_is_told_in_passing() -> None:
    text = "Choosing 4 on 415-555-0100 hands you over to another menu, on which 1 is broadband and 2 television."
    assert [key for key, _ in told(text)] == ["4", "41", "42"]


def test_numbers_of_british_cities_are_none_that_america_dials_abroad() -> None:
    assert reached("Ring 0116 496 0143 and press 2 for the museum.") == [("+441164960143", "2")]
    assert reached("Ring 011 44 20 7946 0143 and press 2 for the museum.") == [("+442079460143", "2")]


@pytest.mark.parametrize(
    "text",
    [
        "Call 415-555-0100 about the hall. The kitchen is 5 metres wide.",
        "Our office on 415-555-0100 is open 9 to 5.",
        "Ring 415-555-0100; we are on floor 3, and room 2 is the library.",
        "Text 415-555-0100 and a 1 gets you the times.",
        "Until 6 October 415-555-0100 is answered by Sheila.",
        "Call 415-555-0100 and ask for one of our four branch offices.",
        "In the old days 415-555-0100 had no menu, and 2 people picked up.",
        "Call 415-555-0100, enter your account number, and the pound key ends it.",
        "If no one picks up on 415-555-0100 in 5 rings, the call rolls over.",
        "Desde el 415-555-0100 le enviamos un SMS; responda con un 1 para confirmar.",
        "The college is on 415-555-0100. Faculty have extensions that start with 2.",
        "The number I used is the one on the bill, 415-555-0100.",
        "Questions? 415-555-0100. Between us, nobody sits at the second option.",
        "Mrs Lyle asked why on 415-555-0100 there is no four.",
    ],
)
def test_numbers_in_passing_that_are_no_keys(text: str) -> None:
    assert told(text) == []


def test_a_key_needs_a_number_near_it() -> None:
    assert told("A 2 gets you the greenhouse.") == []


def test_a_number_in_words_ends_where_its_words_do() -> None:
    text = "Call three one two, five five five, oh one double nine, and 2 gets you the greenhouse."
    assert reached(text) == [("+13125550199", "2")]


@pytest.mark.parametrize("name", REACHED)
def test_short_texts_are_read(name: str) -> None:
    score = scoring.Score()
    for one in yaml.safe_load((TEXTS / f"{name}.yaml").read_text(encoding="utf-8")):
        first = one["text"].lstrip()[:1]
        page = {"<": "page.html", "#": "page.md", "|": "page.md"}.get(first, "page.txt")
        found = scoring.options_of(extract([read_document(one["text"].encode(), page)]))
        there = [scoring.labelled(label) for label in one["options"] or ()]
        extra, _ = scoring.matched(found, there)
        score += scoring.Score(len(found) - len(extra), len(found), len(there))
    print(f"{name}: {score}")  # noqa: T201 -- the figures of the evaluation
    assert score.f1 >= REACHED[name]
