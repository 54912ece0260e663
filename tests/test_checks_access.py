"""Rules of the family AC on languages, and on people who cannot hear, speak, or write fast."""

from __future__ import annotations

import pytest
from found import findings, found

EN_ES = "languages: [en, es]\nkeys: {}\n"


def flow(*nodes: str, head: str = "") -> str:
    """Put nodes together."""
    return head + "nodes:\n" + "".join(f"  {node}\n" for node in nodes)


def menu(name: str, prompt: str, options: str, more: str = "") -> str:
    return f"{name}: {{menu: {prompt}, options: {{{options}}}{more}}}"


# --- languages ---


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ('{en: "For sales, press 1. For billing, press 2.", es: "Para ventas, oprima 1."}', ["key 2 in 'es'"]),
        ('{en: "For sales, press 1.", es: "Para ventas, oprima 1. Para pagos, oprima 2."}', ["key 2 in 'en'"]),
        ('{en: "For sales, press 1. For billing, press 2.", es: "Para ventas, el 1. Para pagos, oprima 2."}', []),
        ('{en: "For sales, press 1. For billing, press 2.", es: "Para pagos, oprima 2. Para ventas, oprima 1."}', []),
        # What no option has is PR002's, and a prompt that names no key at all PR003's.
        ('{en: "For sales, press 1. For jobs, press 7.", es: "Para ventas, oprima 1."}', []),
        ('{en: "For sales, press 1. For billing, press 2.", es: "Gracias."}', []),
        # Who hears Spanish needs no offer of Spanish.
        ('{en: "For sales, press 1. Para español, oprima 8.", es: "Para ventas, oprima 1."}', []),
        ('"For sales, press 1. For billing, press 2."', []),
    ],
)
def test_a_prompt_that_names_other_keys_in_another_language(prompt: str, expected: list[str]) -> None:
    options = "1: {say: sales, go: desk}, 2: {say: billing, go: desk}, 8: {say: Español, go: again, language: es}"
    messages = found(flow(menu("main", prompt, options, ", announce: as-is"), head=EN_ES), "AC002")
    assert [line.split("tell of ")[1].split(", but")[0] for line in messages] == expected


@pytest.mark.parametrize(
    ("spanish", "expected"),
    [
        (
            "1: {say: ventas, go: desk}",
            "'spanish' has no key 2, which callers of 'main' have in another language ('billing')",
        ),
        ("1: {say: ventas, go: desk}, 2: {say: pagos, go: desk}", ""),
        ("1: {say: ventas, go: desk}, 2: {say: pagos, go: desk}, 3: {say: otros, go: desk}", ""),
        ("1: {say: ventas, go: desk}, 2: {say: pagos, go: desk}, 9: {say: English, go: main, language: en}", ""),
    ],
)
def test_a_menu_of_its_own_for_a_language(spanish: str, expected: str) -> None:
    options = "1: {say: sales, go: desk}, 2: {say: billing, go: desk}, 8: {say: Español, go: spanish, language: es}"
    text = flow(menu("main", "Hello.", options), menu("spanish", "{es: Hola.}", spanish), head=EN_ES)
    assert [line.split(" AC002 ")[1] for line in found(text, "AC002")] == ([expected] if expected else [])


def test_a_menu_of_languages_alone_has_no_twin() -> None:
    options = "1: {say: English, go: english, language: en}, 2: {say: Español, go: spanish, language: es}"
    english = menu("english", "Hello.", "1: {say: sales, go: desk}, 2: {say: billing, go: desk}")
    spanish = menu("spanish", "{es: Hola.}", "1: {say: ventas, go: desk}")
    assert found(flow(menu("main", "Hello.", options), english, spanish, head=EN_ES), "AC002") == []


@pytest.mark.parametrize(
    ("languages", "chosen", "fires"),
    [
        ("[en]", "language: es", True),
        ("[en, es]", "language: es", False),
        ("[]", "language: es", False),
        ("[en, es-MX]", "language: es", False),
        ("[en]", "announced: yes", False),
    ],
)
def test_a_desk_that_does_not_speak_the_language(languages: str, chosen: str, fires: object) -> None:
    head = EN_ES + f"contacts: {{representative: {{name: Desk}}, nurse: {{name: Nurse, languages: {languages}}}}}\n"
    text = flow(
        menu("main", "Hello.", f"1: {{say: a nurse, go: ring}}, 8: {{say: Español, go: again, {chosen}}}"),
        "ring: {transfer: nurse, failed: sorry}",
        head=head,
    )
    assert bool(found(text, "AC003")) is fires


def test_what_is_lost_is_shown_by_a_call_in_that_language() -> None:
    head = EN_ES + "contacts: {representative: {name: Desk}, nurse: {name: Nurse, languages: [en]}}\n"
    options = "1: {say: a nurse, go: ring}, 8: {say: Español, go: again, language: es}"
    text = flow(menu("main", "Hello.", options), "ring: {transfer: nurse, failed: sorry}", head=head)
    (finding,) = findings(text, ("AC003",))
    assert finding.message == "callers in 'es' are connected to 'nurse', where nobody speaks that"
    assert finding.witness
    assert finding.witness.keys() == "8,1"


OFFER = "8: {say: Español, go: again, language: es}"


@pytest.mark.parametrize(
    ("first", "second", "fires"),
    [
        ("", f", {OFFER}", True),
        (f", {OFFER}", "", False),
        (f", {OFFER}", f", {OFFER}", False),
        ("", "", False),
        ("", ", 8: {say: English, go: again, language: en}", False),
    ],
)
def test_a_language_that_is_offered_late(first: str, second: str, fires: object) -> None:
    text = flow(
        menu("main", "Hello.", f"1: {{say: sales, go: desk}}, 2: {{say: others, go: others}}{first}"),
        menu("others", "Others.", f"1: {{say: jobs, go: desk}}, 2: {{say: press, go: desk}}{second}"),
        head=EN_ES,
    )
    assert bool(found(text, "AC004")) is fires


def test_a_key_of_the_whole_flow_offers_a_language_everywhere() -> None:
    head = "languages: [en, es]\nkeys: {8: {say: Español, go: again, language: es}}\n"
    text = flow(menu("main", "Hello.", "1: {say: sales, go: desk}, 2: {say: others, go: main}"), head=head)
    assert found(text, "AC004") == []


def test_a_greeting_before_the_first_menu_does_not_make_it_late() -> None:
    text = flow(
        "main: {say: Hello., next: first}", menu("first", "Hello.", f"1: {{say: a, go: desk}}, {OFFER}"), head=EN_ES
    )
    assert found(text, "AC004") == []


@pytest.mark.parametrize(
    ("say", "language", "fires"),
    [
        ("Spanish", "es", True),
        ("Español", "es", False),
        ("castellano", "es", False),
        ("{en: Spanish, es: español}", "es", False),
        ("{en: Spanish, es: Spanish}", "es", True),
        ("service in Spanish", "es", True),
        ("Spanish or español", "es", False),
        ("our desk in Madrid", "es", False),
        ("Englisch", "en", True),
        ("English", "en", False),
        ("Deutsch", "de", False),
        ("German", "de", True),
        ("Chinese", "zh", True),
        ("中文", "zh", False),
    ],
)
def test_a_language_that_is_offered_in_words_of_another(say: str, language: str, fires: object) -> None:
    head = "languages: [en, es, de, zh]\nkeys: {}\n"
    text = flow(
        menu("main", "Hello.", f"1: {{say: a, go: desk}}, 8: {{say: {say}, go: desk, language: {language}}}"), head=head
    )
    assert bool(found(text, "AC005")) is fires


def test_a_prompt_that_offers_a_language_itself() -> None:
    options = "1: {say: sales, go: desk}, 8: {go: again, language: es}"
    for words, fires in (("For Spanish", True), ("Para español", False)):
        prompt = f'"For sales, press 1. {words}, press 8."'
        text = flow(menu("main", prompt, options, ", announce: as-is"), head=EN_ES)
        assert bool(found(text, "AC005")) is fires


# --- time, text, and what has to be noted down ---


@pytest.mark.parametrize(
    ("defaults", "more", "fires"),
    [
        ("{otherwise: desk, silence: Please take your time.}", "", False),
        ("{otherwise: desk, silence: Please take your time.}", ", tries: 1", True),
        ("{otherwise: desk, wrong: Sorry.}", "", True),
        ("{otherwise: desk, wrong: Sorry.}", ", silence: [Still there?]", False),
        ("{otherwise: desk, silence: }", "", True),
    ],
)
def test_time_that_runs_out_without_a_warning(defaults: str, more: str, fires: object) -> None:
    text = flow(menu("main", "Hello.", "1: {say: a, go: desk}", more), head=f"defaults: {defaults}\n")
    assert bool(found(text, "AC009")) is fires
    assert not any("AC009" in line for line in found(text))


MUTE = "sorry: {hangup: Sorry.}"
TWO = "contacts: {representative: {name: A}, other: {name: B}}"


@pytest.mark.parametrize(
    ("head", "sorry", "fires"),
    [
        (TWO, MUTE, True),
        ("contacts: {representative: {name: A}}", MUTE, False),
        ("contacts: {representative: {name: A}, other: {name: B, channel: voicemail}}", MUTE, True),
        ("contacts: {representative: {name: A}, other: {name: B, channel: tty}}", MUTE, False),
        ("contacts: {representative: {name: A}, other: {name: B, channel: email}}", MUTE, False),
        (
            "contacts: {representative: {name: A}, other: {name: B}}",
            "sorry: {hangup: Or go to www.example.com.}",
            False,
        ),
        (TWO, "sorry: {hangup: We text you tomorrow.}", True),
        (
            f"{TWO}\nlines: {{1-800-555-0100: main, 1-800-555-0101: {{start: main, name: TTY}}}}",
            MUTE,
            False,
        ),
    ],
)
def test_a_flow_without_a_way_to_write(head: str, sorry: str, fires: object) -> None:
    text = flow("main: {say: Hello., next: desk}", sorry, head=head + "\n")
    assert bool(found(text, "AC010")) is fires


@pytest.mark.parametrize(
    ("name", "prompt", "fires"),
    [
        ("Text telephone", "Hello.", True),
        ("TTY", "Hello.", True),
        ("TTY", "Please use the tones of your keys.", False),
        ("TTY", "Please type your choice.", False),
        ("Sales", "Hello.", False),
    ],
)
def test_users_of_text_telephones_are_told_what_to_send(name: str, prompt: str, fires: object) -> None:
    head = f"lines: {{1-800-555-0100: {{start: main, name: {name}}}}}\n"
    assert bool(found(flow(menu("main", prompt, "1: {say: a, go: desk}"), head=head), "AC011")) is fires
    before = flow(f"main: {{say: {prompt}, next: first}}", menu("first", "Hello.", "1: {say: a, go: desk}"), head=head)
    assert bool(found(before, "AC011")) is fires
    assert found(flow("main: {say: Hello., next: desk}", head=head), "AC011") == []


@pytest.mark.parametrize(
    ("label", "fires"), [("a pause", False), ("have more time", False), ("más tiempo", False), ("sales", True)]
)
def test_a_key_that_makes_the_line_wait(label: str, fires: object) -> None:
    assert bool(found(flow(menu("main", "Hello.", f"1: {{say: {label}, go: desk}}")), "AC012")) is fires


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("For claims, call 1-800-555-0142.", "'1-800-555-0142'"),
        ("For claims, call 1-800-555-0142, again 1 800 555 0142.", ""),
        ("Your reference number is {reference}.", "'{reference}'"),
        ("Your reference number is {reference}. Once more: {reference}.", ""),
        ("You have {count} messages.", ""),
        ("We are here from 8:00 to 18:00.", ""),
        ("It is 2026.", ""),
        ("Write to P.O. Box 52058.", ""),
    ],
)
def test_a_number_that_is_said_once(words: str, said: str) -> None:
    for node in (f'main: {{say: "{words}", next: desk}}', f'main: {{hangup: "{words}"}}'):
        lines = found(flow(node), "AC013")
        assert [line.split(" says ")[1].split(" once")[0] for line in lines] == ([said] if said else [])


def test_a_number_that_a_key_repeats_is_heard_again() -> None:
    told = 'main: {say: "Call 1-800-555-0142.", next: more}'
    again = menu("more", "Anything else?", "1: {say: hear the number again, go: main}, 2: {say: sales, go: desk}")
    assert found(flow(told, again), "AC013") == []
    not_again = menu("more", "Anything else?", "1: {say: jobs, go: desk}, 2: {say: sales, go: desk}")
    assert len(found(flow(told, not_again), "AC013")) == 1


@pytest.mark.parametrize(
    ("keys", "fires"),
    [
        ("0, '*', '#', 9", False),
        ("0, '*', '#', 8, 9", True),
        ("8, 9", True),
        ("9", False),
        ("", False),
    ],
)
def test_keys_to_remember(keys: str, fires: object) -> None:
    entries = ", ".join(
        f"{key}: {{say: what {number}, go: desk}}" for number, key in enumerate(filter(None, keys.split(", ")))
    )
    text = flow(menu("main", "Hello.", "1: {say: a, go: desk}"), head=f"keys: {{{entries}}}\n")
    assert bool(found(text, "AC014")) is fires
