"""How keys are told on pages of support, leaflets, directories, runbooks and changelogs: each way by itself."""

from __future__ import annotations

import pytest
from heard import keys, reached, told

LINE = "1-800-555-0100"

WAYS = {
    "a menu behind a key, told after it": (
        (
            f"Changes, line {LINE}\n\n- Repairs got its own submenu behind key 2: "
            "1 for ovens, 2 for fridges, 3 for the rest."
        ),
        ["2: Repairs", "2>1: ovens", "2>2: fridges", "2>3: rest"],
    ),
    "a menu of its own under a key": (
        f"Changes, line {LINE}\n\n- Claims now has a menu of its own under 3: press 1 for new ones, 2 for old ones.",
        ["3: Claims", "3>1: new ones", "3>2: old ones"],
    ),
    "what may be said, or pressed": (
        (
            f"{LINE}. Say what it is about, or use the keypad:\n\n"
            '"Find a doctor" or 1\n"Benefits" or 2\n"Prescriptions" or 3\n\n'
            "Within prescriptions, press 1 for mail order and 2 for refills."
        ),
        ["1: Find a doctor", "2: Benefits", "3: Prescriptions", "3>1: mail order", "3>2: refills"],
    ),
    "when a key is pressed, between it and what it is for": (
        f"Lakemont Water, {LINE}\nHit 5 as soon as the greeting begins: a live clerk. They do not tell you of it.",
        ["5: live clerk"],
    ),
    "where a key is pressed, before whom it reaches": (
        f"Hearth Appliances, {LINE}\nStar key at the very first prompt gets you a person. No idea why.",
        ["*: person"],
    ),
    "who answers": (
        (
            f"Our team is at {LINE}. Here is the menu:\n\n    For support, 1\n    For your bill, 2\n\n"
            "You can also press 0 whenever you like and one of us will pick up."
        ),
        ["1: support", "2: bill", "0: one of us will pick up"],
    ),
    "a condition that brackets name": (
        f"Call {LINE}. Press 1 if your summons is white (trial jury) or 2 if it is yellow (grand jury).",
        ["1: summons is white (trial jury)", "2: it is yellow (grand jury)"],
    ),
    "a row of keys below its number": (
        f"HARTWELL LOGISTICS  {LINE}\n   check calls 1, detention 2, after hrs 8\n",
        ["1: check calls", "2: detention", "8: after hrs"],
    ),
    "the name of a desk behind its keys": (
        (
            f"Reservations: {LINE}. Fastest path is 2 - 2 - 1, that puts you with a booking agent. Else? 2 - 2 - 4, "
            "exchange desk."
        ),
        ["2>2>1: booking agent", "2>2>4: exchange desk"],
    ),
    "all that callers want": (
        f"Dial {LINE} and a man's voice comes on. If all you want is Mass times, press 1.",
        ["1: Mass times"],
    ),
    "what callers give": (
        f"PHONE GUIDE    {LINE}\n  Make a payment ....... press 1\n  Give us new insurance ....... press 3\n",
        ["1: Make a payment", "3: new insurance"],
    ),
    "an announcement before its number": (
        (
            "Cabinet de radiologie des Tilleuls\nTexte du répondeur - version validée par le Dr Marchetti le 12/03\n\n"
            "« Bonjour, vous êtes bien au cabinet des Tilleuls. Pour un rendez-vous, tapez 1. Pour vos "
            "résultats, tapez 2. »"
            "\n\nAffichage salle d'attente :\n"
            "   RENDEZ-VOUS AU 01 99 00 47 12\n"
        ),
        ["1: rendez-vous", "2: vos résultats"],
    ),
    "where callers are once a key is pressed": (
        f"ATTENDANCE. Ring {LINE} before 8:45: press 1 while he's talking and you're on the absence recorder.",
        ["1: absence recorder"],
    ),
    "who calls back": (
        f"You don't have to wait on {LINE}: at any point press * and we'll call you back within four hours.",
        ["*: call you back"],
    ),
    "topics that begin with what looks like a count": (
        f"Call {LINE}. You get a menu:\n\n1 hours and directions\n2 renew your books\n3 reference desk\n",
        ["1: hours and directions", "2: renew your books", "3: reference desk"],
    ),
    "several keys in one line of a list": (
        (
            f"The school number is {LINE}. The menu comes on right away.\n  * Absent? Press 1 before nine.\n"
            "  * 6 is the nurse, 7 is the cafeteria, and 8 gets you the bus desk.\n"
        ),
        ["1: Absent", "6: nurse", "7: cafeteria", "8: bus desk"],
    ),
    "items that speak of a device in the middle of a menu": (
        (
            f"Au {LINE}, appuyez :\n\n- sur la touche 1 pour la médecine,\n- sur la touche 2 pour l'imagerie (radio),\n"
            "- sur la touche 3 pour annuler : un répondeur note votre nom.\n"
        ),
        ["1: médecine", "2: l'imagerie", "3: annuler"],
    ),
    "what callers may do": (
        f"You may change your contribution at any time during the year: call the center at {LINE} and press 3.",
        ["3: change your contribution"],
    ),
    "what is pressed between announcements": (
        (
            f'MYSTERY CALL   Tidewater Gas, {LINE}\n\n00:06  SYS: "For English, press 1. Para español, marque 2."\n'
            '00:14  JR presses 1\n00:15  SYS: "For billing, press 1. To start service, press 2."\n00:38  JR presses 2\n'
            '00:40  SYS: "For a new home, press 1. To go back, press star."\n'
        ),
        ["1: English", "2: español", "1>1: billing", "1>2: start service", "1>2>1: new home", "1>2>*: go back"],
    ),
    "a help desk's own telephone": (
        (
            f"## Service Desk phone: {LINE}\n\n| If you need help with | Choose |\n|---|---|\n"
            "| Passwords | option 1 |\n"
            "| Printers | option 2 |\n"
        ),
        ["1: Passwords", "2: Printers"],
    ),
    "two ways in one row": (
        (
            f"{LINE}\n\nFirst choose your language: 1 English, 2 Español\n\n"
            "| English | Español | Topic |\n|---|---|---|\n"
            "| 1, then 1 | 2, then 1 | File a claim |\n| 1, then 2 | 2, then 2 | Identity check |\n"
        ),
        [
            "1: English",
            "2: Español",
            "1>1: File a claim",
            "2>1: File a claim",
            "1>2: Identity check",
            "2>2: Identity check",
        ],
    ),
    "a key beside routes": (
        (
            f"{LINE}\n\n| Pass | Route | After the greeting, press |\n|---|---|---|\n| Tamarack | US 19 | 1 |\n"
            "| Cayuse Hill | SR 7 | 2 |\n"
        ),
        ["1: Tamarack", "2: Cayuse Hill"],
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_keys_are_read_as_they_are_told(way: str) -> None:
    text, there = WAYS[way]
    name = "page.md" if "|---" in text or "- sur" in text else "page.txt"
    assert [f"{'>'.join(pressed)}: {topic}" for pressed, topic in told(text, name)] == there


@pytest.mark.parametrize(
    "text",
    [
        "Our menu, 1-800-555-0100, asks for a suffix:\n   00  Share savings\n   10  Checking\n   40  Money market\n",
        "Call 1-800-555-0100 for our menu. By weight:\n   12-17 lb  2.5 mL\n   18-23 lb  3.75 mL\n   24-35 lb  5 mL\n",
        "Médecins : 04 65 71 08 33, menu\n\nNuméros utiles, tapez :\n\nSAMU : 15\nPompiers : 18\n",
        "Main: 740-555-0129\n- Page the yard: press PAGE, then 1 (yard), 2 (shop) or 3 (everywhere).\n",
    ],
)
def test_what_looks_like_a_key_beside_a_number_is_none(text: str) -> None:
    assert keys(text, "page.txt") == []


def test_a_story_that_names_no_number_and_a_key_or_two_has_no_menu() -> None:
    story = "Press 1 for despair, she said. Press 2 for more of it. "
    assert len(keys(story, "page.txt")) > 1
    assert (
        keys(story + "Nobody in that house had ever owned a telephone, and so nobody laughed. " * 5, "page.txt") == []
    )


def test_a_number_in_letters_that_begins_a_word_is_no_key() -> None:
    page = (
        "## Options\n\n- Two-step prompt on your phone? Tap it.\n- Three-year plans are here.\n\nCall 515-555-0136.\n"
    )
    assert keys(page, "page.md") == []


def test_that_same_number_is_the_one_named_last() -> None:
    page = (
        "<h2>During</h2><p>Flat tire? Call 1-800-555-0199 and hit 1.</p><p>Longer? Call 1-800-555-0100 and press 2.</p>"
        "<h2>After</h2><p><b>A receipt.</b> Call 1-800-555-0100, press 4.</p>"
        "<p><b>My bill looks wrong.</b> Press 5 at that same number for billing.</p>"
    )
    assert reached(page, "page.html") == [
        ("+18005550199", "1"),
        ("+18005550100", "2"),
        ("+18005550100", "4"),
        ("+18005550100", "5"),
    ]


def test_weights_below_a_menu_are_no_keys_of_it() -> None:
    page = "Menu for 1-800-555-0100:\n  1 ask the nurse\n  2 ask the desk\n  12-17 lb\n  18-23 lb, half a spoon\n"
    assert keys(page) == ["1", "2"]
