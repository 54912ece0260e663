"""What callers are told of the keys, how often and how long they may try, hours and languages: found, and not found."""

from __future__ import annotations

import time

import pytest
from found import found, places

from ivr.analysis.labels import alike, label_of

DESKS = """
  office: {transfer: representative, busy: sorry, no-answer: sorry}
  vault: {transfer: representative, busy: sorry, no-answer: sorry}
"""


def menu(*lines: str) -> str:
    """Give a flow with one menu, of which these are the lines below `main:`."""
    return "nodes:\n  main:\n" + "".join(f"    {line}\n" for line in lines) + DESKS


def flow(*nodes: str) -> str:
    return "nodes:\n" + "".join(f"  {node}\n" for node in nodes) + DESKS


# --- tries, waits, and the way out ---

SALES = "options: {1: {say: sales, go: office}}"


@pytest.mark.parametrize(
    ("defaults", "lines", "expected"),
    [
        ("{}", (), ["TM001"]),
        ("{silence: Nothing was heard.}", (), ["TM002"]),
        ("{silence: Nothing was heard., wrong: No such choice.}", (), ["TM001"]),
        ("{wrong: No such choice.}", ("silence: Nothing was heard.",), ["TM001"]),
        ("{}", ("silence: Nothing was heard.",), ["TM002"]),
        ("{tries: 3}", (), ["TM003"]),
        ("{silence: Nothing was heard.}", ("tries: 2",), ["TM003"]),
        ("{tries: 3}", ("otherwise: desk",), []),
        ("{otherwise: desk}", (), []),
    ],
)
def test_a_missing_way_out_is_one_finding(defaults: str, lines: tuple[str, ...], expected: list[str]) -> None:
    text = f"defaults: {defaults}\n" + menu("menu: Hello.", SALES, *lines)
    assert [line.split()[1] for line in found(text, "TM001", "TM002", "TM003", "ST006")] == expected


def test_the_missing_way_out_is_reported_at_the_name_of_the_node() -> None:
    text = "defaults: {tries: 2}\nnodes:\n  main: {ask: Number?, into: n, digits: 2, next: desk}\n"
    assert found(text, "TM003") == [
        "5:3 TM003 'main' allows 2 tries but does not say where callers go after the last one; their call stops there"
    ]


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("tries", "1", "TM004"),
        ("tries", "2", ""),
        ("tries", "3", ""),
        ("tries", "4", "TM004"),
        ("wait", "2.9", "TM005"),
        ("wait", "3", ""),
        ("wait", "10 s", ""),
        ("wait", "11", "TM006"),
        ("wait", "1 min", "TM006"),
    ],
)
def test_values_out_of_range_are_reported_where_they_are_written(field: str, value: str, code: str) -> None:
    rules = ("TM004", "TM005", "TM006")
    own = found(menu("menu: Hello.", SALES, f"{field}: {value}"), *rules)
    assert [line.split()[:2] for line in own] == ([[f"7:{len(field) + 7}", code]] if code else [])
    default = found(f"defaults: {{otherwise: desk, {field}: {value}}}\n" + menu("menu: Hello.", SALES), *rules)
    assert [line.split()[:2] for line in default] == ([[f"1:{31 + len(field)}", code]] if code else [])


TWICE = (
    "main: {menu: Hello., options: {1: {say: sales, go: office}}, tries: %s, otherwise: %s}",
    "told: {say: One more time., next: once-more}",
    "once-more: {menu: Hello again., options: {%s: {say: sales, go: %s}}, tries: %s}",
)


@pytest.mark.parametrize(
    ("values", "fires"),
    [
        (("3", "once-more", "1", "office", "2"), True),
        (("3", "told", "1", "office", "2"), True),
        (("3", "told", "5", "office", "2"), True),
        (("2", "once-more", "1", "office", "2"), False),
        (("3", "once-more", "1", "vault", "3"), False),  # another question
        (("3", "desk", "1", "office", "3"), False),  # help comes first
    ],
)
def test_tries_of_two_menus_that_ask_the_same_add_up(values: tuple[str, ...], fires: object) -> None:
    text = flow(*TWICE) % values
    assert bool(found(text, "TM011")) is fires


def test_two_asks_for_the_same_variable_add_up() -> None:
    one = "main: {ask: Number?, into: n, digits: 2, next: desk, otherwise: %s}"
    two = "slow: {ask: Your number please?, into: %s, digits: 2, next: desk}"
    assert found(flow(one % "slow", two % "n"), "TM011") == [
        "4:67 TM011 'main' and 'slow' ask callers for the same, and let them fail 6 times in all"
    ]
    assert found(flow(one % "slow", two % "m"), "TM011") == []
    assert found(flow(one % "again"), "TM011") == []


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("{text: Hello., interruptible: no}", ["5:41"]),
        ("{text: Hello., interruptible: yes}", []),
        ("{text: This call is recorded., interruptible: no, notice: recording}", []),
    ],
)
def test_a_menu_can_be_interrupted(prompt: str, expected: list[str]) -> None:
    assert [line.split()[0] for line in found(menu(f"menu: {prompt}", SALES), "TM014")] == expected


def test_what_is_said_before_a_menu_need_not_be_interruptible() -> None:
    text = flow(
        "main: {say: {text: Hello., interruptible: no}, next: m}",
        "m: {menu: Hello., options: {1: {say: x, go: office}}}",
    )
    assert found(text, "TM014") == []


@pytest.mark.parametrize(
    ("fields", "fires"),
    [("", True), (", check: luhn", True), (", digits: 4", False), (', end: "#"', False), (", digits: 1-8", False)],
)
def test_an_entry_has_an_end(fields: str, fires: object) -> None:
    assert bool(found(flow(f"main: {{ask: Number?, into: n, next: desk{fields}}}"), "TM016")) is fires


@pytest.mark.parametrize(
    "failure",
    ["failed", "error", "timeout", "timed-out", "timed out", "unavailable", "system down", "no-answer", "no answer",
     "not available", "offline", "else", "lookup_failed", "server error", "échec", "Fehler", "otherwise", "falla",
     "keine Antwort"],
)  # fmt: skip
def test_an_outcome_for_a_failure_has_many_names(failure: str) -> None:
    assert found(flow(f"main: {{lookup: it, outcomes: {{found: office, {failure}: desk}}}}"), "TM019") == []


@pytest.mark.parametrize(
    "outcomes", ["{found: office, unknown: desk}", "{yes: office, no: desk}", "{'countdown': desk}"]
)
def test_a_lookup_without_an_outcome_for_a_failure(outcomes: str) -> None:
    assert [line[:4] for line in found(flow(f"main: {{lookup: it, outcomes: {outcomes}}}"), "TM019")] == ["4:22"]


def test_a_lookup_without_outcomes_is_left_to_another_rule() -> None:
    assert found(flow("main: {lookup: it}"), "TM019") == []


# --- what callers are told ---


@pytest.mark.parametrize(
    ("node", "fires"),
    [
        ("main: {menu: '', announce: as-is, options: {1: {say: sales, go: office}}}", True),
        ("main: {menu: '  ', announce: as-is, options: {1: {say: sales, go: office}}}", True),
        ("main: {menu: '', options: {1: {say: sales, go: office}}}", False),
        ("main: {menu: {audio: hello.wav}, announce: as-is, options: {1: {say: sales, go: office}}}", False),
        ("main: {ask: '', into: n, digits: 2, next: desk}", True),
        ("main: {ask: Number?, into: n, digits: 2, next: desk}", False),
    ],
)
def test_a_node_that_listens_says_something(node: str, fires: object) -> None:
    findings = found(flow(node), "PR001", "PR003")
    assert [line.split()[1] for line in findings] == (["PR001"] if fires else [])


@pytest.mark.parametrize(
    ("prompt", "keys"),
    [
        ("Hello. For billing, press 2.", ["2"]),
        ("Hello. For billing, press 2. For jobs, press 3.", ["2", "3"]),
        ("{en: Hello., es: 'Hola. Para español, oprima el 2.'}", ["2"]),
        ("Hello. For sales, press 1. For a person, press 0. To go back, press star.", []),
        ("Hello. If you know the code, enter it and press pound.", []),
        ("We have 2 offices and 3 doctors.", []),
        ("To cancel a visit, call 1-800-555-0123 and press 3.", []),
        ("Thank you for calling. For billing, press 2.", ["2"]),
    ],
)
def test_a_prompt_names_keys_that_are_there(prompt: str, keys: list[str]) -> None:
    prompt = prompt if prompt.startswith("{") else f'"{prompt}"'
    languages = "languages: [en, es]\n"
    findings = found(languages + menu(f"menu: {prompt}", SALES), "PR002")
    assert [line.split("press ")[1][0] for line in findings] == keys


ROOM = "8101: {say: room 101, go: vault, announced: no, because: Guests tell it.}"


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("To call a room, press 8 followed by the number of the room.", ""),
        ("To call room 101, press 8101.", ""),
        ("To call a room, press 7 followed by its number.", "7"),
        ("To go back, press star 9.", "*9"),
        ("To go back, press star.", ""),
        ("For sales, press 1 2.", ""),  # behind 1 there may be a 2
    ],
)
def test_a_prompt_names_codes_or_their_beginnings(words: str, key: str) -> None:
    text = menu(f'menu: "{words}"', f"options: {{1: {{say: sales, go: office}}, {ROOM}}}")
    assert [line.split("press ")[1].split(",")[0] for line in found(text, "PR002")] == ([key] if key else [])


@pytest.mark.parametrize(
    ("prompt", "fields", "fires"),
    [
        ("Enter your number, then press pound.", "digits: 6-9", True),
        ("Enter your number, followed by the pound key.", "digits: 6-9", True),
        ("Enter your number, then press pound.", "digits: 6-9, end: '*'", True),
        ("Enter your number, then press pound.", "end: '*'", True),
        ("Enter your number, then press star.", "digits: 6-9, end: '#'", True),
        ("Enter your number, then press pound.", "digits: 6-9, end: '#'", False),
        ("Enter your number, then press pound.", "digits: 6-9, end: '*#'", False),
        ("Enter your number, then press pound.", "digits: 9", False),  # it is forgiven
        ("Enter your number.", "digits: 6-9", False),
        ("Enter your number, then press pound.", "check: luhn", False),  # TM016 tells
    ],
)
def test_the_key_behind_an_entry_ends_it(prompt: str, fields: str, fires: object) -> None:
    text = flow(f"main: {{ask: '{prompt}', into: n, {fields}, next: desk}}")
    told = "4:15 PR002 callers are told to press %s after their entry, but in 'main' that key does not end it"
    assert found(text, "PR002") == ([told % ("*" if "star" in prompt else "#")] if fires else [])


@pytest.mark.parametrize(
    ("defaults", "fires"),
    [
        ("silence: 'For help, press 5.'", True),
        ("wrong: [Sorry., 'For help, press 5.']", True),
        ("silence: 'For sales, press 1.'", False),
        ("silence: 'To hear this again, press 9.'", False),
        ("silence: 'Enter it, then press pound.'", False),
    ],
)
def test_what_is_said_after_a_silence_anywhere_names_a_key_of_some_menu(defaults: str, fires: object) -> None:
    text = f"defaults: {{otherwise: desk, {defaults}}}\n" + menu("menu: Hello.", SALES)
    expected = "PR002 callers are told to press 5, but in all menus that key leads nowhere"
    assert [line.split(" ", 1)[1] for line in found(text, "PR002")] == ([expected] if fires else [])
    own = "wrong: Sorry., silence: Hello?"
    assert found(text.replace(SALES, f"{SALES}\n    {own.replace(', ', chr(10) + '    ')}"), "PR002") == []


@pytest.mark.parametrize("piece", ["press 1 to 9 ", "call press 1 to 9 ", "call 1-800-555-0100, press 1 or "])
@pytest.mark.bench
def test_however_long_a_prompt_it_does_not_take_long(piece: str) -> None:
    text = menu(f'menu: "{piece * (500_000 // len(piece))}"', SALES)
    begun = time.process_time()
    found(text, "PR002", "PR003", "PR005")
    print(f"\n  however long a prompt it does not take long: {time.process_time() - begun:.2f} s")  # noqa: T201 -- a figure is printed, not judged


def test_a_prompt_that_names_a_missing_key_is_reported_at_the_prompt() -> None:
    assert found(menu('menu: "Hello. For billing, press 2."', SALES), "PR002") == [
        "5:11 PR002 callers are told to press 2, but in 'main' that key leads nowhere"
    ]


@pytest.mark.parametrize(
    ("said", "fires"),
    [
        ("For billing, press 2.", True),
        ("For sales, press 1.", False),
        ("You can call again later and press 7.", False),
    ],
)
def test_what_is_said_before_a_menu_names_its_keys(said: str, fires: object) -> None:
    text = flow(
        f'main: {{say: "{said}", next: choose}}', "choose: {menu: Hello., options: {1: {say: sales, go: office}}}"
    )
    assert bool(found(text, "PR002")) is fires


def test_what_is_said_before_one_of_several_menus_needs_one_that_has_the_key() -> None:
    text = "hours: {desk: 'Mon-Fri 08:00-17:00'}\n" + flow(
        'main: {say: "For sales, press 1. For help, press 2.", next: when}',
        "when: {hours: desk, open: day, closed: night}",
        "day: {menu: Hello., options: {1: {say: sales, go: office}, 2: {say: help, go: vault}}}",
        "night: {menu: We are closed., options: {1: {say: sales, go: office}}}",
    )
    assert found(text, "PR002") == []


@pytest.mark.parametrize(
    ("ask", "fires"),
    [
        ("{ask: 'Please enter your nine digit number, then press pound.', into: n, digits: 9, next: desk}", False),
        ("{ask: 'Enter your number, or press star to go back.', into: n, digits: 9, next: desk}", False),
        ("{ask: 'Enter your number, or press 0 for an operator.', into: n, digits: 9, next: desk}", True),
        ("{ask: 'To keep it, press 1. To change it, press 2.', into: n, digits: 1, next: desk}", False),
        ("{ask: 'To keep it, press 1. To change it, press 2.', into: n, next: desk}", False),
    ],
)
def test_an_ask_takes_digits_as_its_entry(ask: str, fires: object) -> None:
    assert bool(found(flow(f"main: {ask}"), "PR002")) is fires


def test_a_key_that_could_not_be_read_is_no_missing_key() -> None:
    text = "keys: {0: {say: a person, goo: desk}, 9: {say: repeat, go: again}}\n"
    assert found(text + menu('menu: "Hello. For a person, press 0."', SALES), "PR002") == []


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ("5: {say: abroad, go: vault, announced: no}", "in 'main' the key 5 works, but no prompt tells callers of it"),
        ("5: {say: abroad, go: vault, announced: no, because: It is on their cards.}", ""),
        ("5: vault", "in 'main' the key 5 works, but it has no `say`, so callers are not told of it"),
        ("5: desk", ""),  # announced by the name of its contact
        ("5: again", "in 'main' the key 5 works, but it has no `say`, so callers are not told of it"),
        ("5: nowhere", ""),  # ST001 tells
        ("5: wrong-contact", ""),  # DA007 tells
        ("abroad: {words: [abroad], go: vault}", ""),  # no key
        ("0: none", ""),
        (
            "7: {say: Français, go: vault, announced: no, language: en}",
            "in 'main' the key 7 works, but no prompt tells",
        ),
    ],
)
def test_callers_are_told_of_every_key(option: str, message: str) -> None:
    text = flow(
        f"main: {{menu: Hello., options: {{1: {{say: sales, go: office}}, {option}}}}}",
        "wrong-contact: {transfer: nobody-here, busy: sorry, no-answer: sorry}",
    )
    text = text.replace("vault: {transfer: representative", "vault: {transfer: 1-800-555-0133")
    findings = found(text, "PR003")
    assert [message in line for line in findings] == ([True] if message else [])


@pytest.mark.parametrize(
    ("node", "fires"),
    [
        ("main: {menu: 'For sales, press 1.', announce: as-is, options: {1: {go: office}, 2: {go: vault}}}", True),
        (
            "main: {menu: 'For sales, press 1. For help, press 2.', announce: as-is, options: {1: office, 2: vault}}",
            False,
        ),
        ("main: {menu: {audio: all.wav}, announce: as-is, options: {1: office, 2: vault}}", False),
    ],
)
def test_a_prompt_that_speaks_the_keys_itself_speaks_all(node: str, fires: object) -> None:
    assert bool(found("keys: {}\n" + flow(node), "PR003")) is fires


@pytest.mark.parametrize(
    ("prompt", "fires"),
    [
        ("Sales is 1. Billing is 2.", False),
        ("Press 1 for sales... 2 for billing...", False),
        ("For sales, 1. To hear these again, two.", False),
        ("1, sales. Two, billing.", False),
        ("Sales is 1. We have 2 offices.", True),
        ("For sales, press 1.", True),
    ],
)
def test_a_prompt_may_speak_its_keys_in_any_way(prompt: str, fires: object) -> None:
    text = "keys: {}\n" + flow(f"main: {{menu: '{prompt}', announce: as-is, options: {{1: office, 2: vault}}}}")
    assert [line.split("key ")[1][0] for line in found(text, "PR003")] == (["2"] if fires else [])


def test_what_is_said_before_a_menu_may_tell_of_its_keys() -> None:
    text = "keys: {}\n" + flow(
        "main: {say: 'For sales, press 1. For help, press 2.', next: choose}",
        "choose: {menu: Please choose now., announce: as-is, options: {1: office, 2: vault}}",
    )
    assert found(text, "PR003") == []


UNTOLD = "1:8 PR003 the key 5 works in every menu, but %s"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("{5: {say: abroad, go: office}}", []),
        ("{5: {say: abroad, go: office, announced: no}}", [UNTOLD % "no prompt tells callers of it"]),
        ("{5: {say: abroad, go: office, announced: no, because: On cards.}}", []),
        ("{5: again}", [UNTOLD % "it has no `say`, so callers are not told of it"]),
    ],
)  # fmt: skip
def test_callers_are_told_of_the_keys_of_the_whole_flow_once(keys: str, expected: list[str]) -> None:
    text = f"keys: {keys}\n" + flow(
        "main: {menu: Hello., options: {1: {say: more, go: second}}}",
        "second: {menu: 'For sales, press 1.', announce: as-is, options: {1: {say: sales, go: office}}}",
    )
    assert found(text, "PR003") == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (menu('menu: "Press 1 for sales."', "announce: as-is", SALES), 1),
        (menu('menu: "For sales, press 1."', "announce: as-is", SALES), 0),
        (menu("menu: Hello.", SALES, 'wrong: "Press 0 for help, or press 1 for sales."'), 1),
        (menu("menu: Hello.", "options: {3: {say: Press 3 for billing, go: office}}"), 0),
        ("keys: {3: {say: Press 3 for billing, go: desk}}\n" + menu("menu: Hello.", SALES), 0),
        (flow("main: {say: Press 3 for billing., next: options}", "options: {menu: Hello., " + SALES + "}"), 1),
        ('wording: {en: {noun: "Press {key} for {say}."}}\n' + menu("menu: Hello.", SALES), 1),
        ('wording: {en: {noun: "If it is {say}, press {key}."}}\n' + menu("menu: Hello.", SALES), 0),
        (flow("main: {ask: 'Enter your number, then press pound.', into: n, digits: 9, next: desk}"), 0),
    ],
)
def test_what_a_key_is_for_is_said_first(text: str, count: int) -> None:
    assert len(found(text, "PR005")) == count


def test_more_than_five_choices() -> None:
    options = [
        f"{key}: {{say: {word}, go: office}}" for key, word in enumerate(("sales", "jobs", "news", "help", "maps"), 1)
    ]
    free = ["0: {say: a person, go: desk}", "6: {say: repeat this, go: again}", "7: {say: the main menu, go: main}",
            "8: {say: abroad, go: vault, announced: no, because: Cards.}",
            "11: {say: VIP, go: vault, when: vip}"]  # fmt: skip
    assert found(menu("menu: Hello.", f"options: {{{', '.join(options + free)}}}"), "PR006") == []
    full = [*options, *free, "12: {say: the weather, go: vault}"]
    assert found(menu("menu: Hello.", f"options: {{{', '.join(full)}}}"), "PR006") == [
        "6:5 PR006 'main' offers 6 choices, which callers have to remember while they listen"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("billing question", "billing questions"),
        ("refill a prescription", "refill the prescriptions"),
        ("questions about billing", "billing questions"),
        ("Sales", "sales"),
        ("refill by mail", "refill by email"),
        ("order a refill", "order a refill now"),
        ("Austria", "Australia"),
    ],
)
def test_labels_that_callers_mix_up(one: str, other: str) -> None:
    assert alike(label_of(one), label_of(other))
    assert alike(label_of(other), label_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024 claims", "2025 claims"),
        ("Medicare Part A claims", "Medicare Part B claims"),
        ("prescription refills", "prescription transfers"),
        ("technical support for Mac", "technical support for Windows"),
        ("Eastern region", "Western region"),
        ("north office", "south office"),
        ("activate a card", "deactivate a card"),
        ("insured members", "uninsured members"),
        ("open an account", "close an account"),
        ("Tuesday appointments", "Thursday appointments"),
        ("junio", "julio"),
        ("transfer from savings to checking", "transfer from checking to savings"),
        ("a 30-day supply", "a 90-day supply"),
        ("new patients", "current patients"),
        ("members", "not members"),
        ("balance of {first}", "balance of {other}"),
        ("billing", "a representative"),
        ("go back", "hear this again"),
    ],
)
def test_labels_that_callers_tell_apart(one: str, other: str) -> None:
    assert not alike(label_of(one), label_of(other))
    assert not alike(label_of(other), label_of(one))


@pytest.mark.parametrize(
    ("second", "fires"),
    [
        ("{say: billing questions, go: vault}", True),
        ("{say: billing questions, go: office}", False),  # it does not matter which one is taken
        ("{say: billing questions, go: vault, announced: no, because: Old cards.}", False),
        ("{say: {en: bills, es: preguntas}, go: vault}", False),
    ],
)
def test_two_options_that_sound_alike(second: str, fires: object) -> None:
    text = menu("menu: Hello.", f"options: {{1: {{say: billing question, go: office}}, 2: {second}}}")
    expected = ["6:55 PR020 in 'main' callers cannot tell 'billing question' (1) from 'billing questions' (2)"]
    assert found(text, "PR020") == (expected if fires else [])


@pytest.mark.parametrize(
    ("prompt", "fires"),
    [
        ("For flowers, press 1. For trees, press 2.", False),
        ("For an invoice, press 1. For an invoice you got, press 2.", True),
        ("Press 1 for flowers, 2 for flowers.", True),
        ("Press 1 or 2 for flowers. For trees, press 3.", True),
        ("Thank you for calling.", False),  # what is not told is told of by another rule
    ],
)
def test_a_prompt_that_speaks_the_keys_is_compared_by_its_words(prompt: str, fires: object) -> None:
    text = "contacts:\n  one: {name: Other desk}\n  two: {name: Other desks}\n" + flow(
        f"main: {{menu: '{prompt}', announce: as-is, options: {{1: {{say: gifts, go: a}}, 2: {{say: gift, go: b}}}}}}",
        "a: {transfer: one, busy: sorry, no-answer: sorry}",
        "b: {transfer: two, busy: sorry, no-answer: sorry}",
    )
    assert bool(found(text, "PR020")) is fires
    assert bool(found(text.replace("{say: gifts, go: a}", "a").replace("{say: gift, go: b}", "b"), "PR020")) is fires


def test_options_that_sound_alike_in_the_second_language() -> None:
    one, two = "{say: {en: bills, es: las facturas}, go: office}", "{say: {en: jobs, es: la factura}, go: vault}"
    assert len(found(menu("menu: Hello.", f"options: {{1: {one}, 2: {two}}}"), "PR020")) == 1


def test_options_that_different_callers_have_may_sound_alike() -> None:
    one, two = "{say: bills, go: office, when: vip}", "{say: bills, go: vault, when: not vip}"
    assert found(menu("menu: Hello.", f"options: {{1: {one}, 2: {two}}}"), "PR020") == []


@pytest.mark.parametrize(
    "words",
    [
        "TODO",
        "Hello TBD",
        "fixme later",
        "Lorem ipsum dolor",
        "Call 1-800-XXX-XXXX",
        "Hello [name].",
        "Insert name here",
        "Thank you for calling COMPANY NAME.",
        "Text to be written",
        "Spanish translation pending.",
        "Your text here.",
        "____",
    ],
)
def test_words_that_were_to_be_replaced(words: str) -> None:
    assert len(found(flow(f"main: {{say: '{words}', next: desk}}"), "PR027")) == 1
    assert found(flow("main: {say: Hello., next: desk}", f"other: {{say: '{words}', next: desk}}"), "PR027") == []


@pytest.mark.parametrize(
    "words",
    [
        "Para todo lo demás.",
        "Hello {name}.",
        "We insert your card. Come here.",
        "Size XX or XL.",
        "PLEASE ENTER THE COMPANY NAME.",
        "Leave your message here.",
        "Please tell us your company name.",
        "If you have a translation pending, press 1.",
        "For the text of a letter to be written again, press 1.",
    ],
)
def test_words_that_are_meant_as_they_are(words: str) -> None:
    assert found(flow(f"main: {{say: '{words}', next: desk}}"), "PR027") == []


# --- hours ---


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("timezone: Mars/Olympus\n", 1),
        ("timezone:\nhours: {desk: 'Mon-Fri 08:00-17:00'}\n", 0),
        ("hours: {desk: 'Mon-Fri 08:00-17:00'}\n", 0),
    ],
)
def test_a_timezone_that_nobody_knows(head: str, expected: int) -> None:
    assert len(found(head + flow("main: {say: Hello., next: desk}"), "HR003")) == expected


@pytest.mark.parametrize(
    ("hours", "fires"),
    [
        ("{desk: 'Mon-Fri 08:00-17:00', night: 'Sat 10:00-12:00'}", True),
        ("{desk: {open: 'Mon-Fri 08:00-17:00', timezone: Europe/Berlin}}", False),
        ("{desk: always}", False),
    ],
)
def test_a_flow_with_hours_has_a_timezone(hours: str, fires: object) -> None:
    text = f"ivr: 1\nlines: {{1-800-555-0100: main}}\nhours: {hours}\nnodes:\n  main: {{hangup: Good bye.}}\n"
    assert found(text, "HR003", bare=True) == (
        ["3:9 HR003 the flow has no `timezone`, so nobody knows by whose clock 'desk' opens for callers"]
        if fires
        else []
    )


@pytest.mark.parametrize(
    ("node", "message"),
    [
        ("main: {hours: shop, open: desk}", "while 'shop' is closed"),
        ("main: {hours: shop, closed: desk}", "while 'shop' is open"),
        ("main: {hours: shop}", "while 'shop' is open or closed"),
        ("main: {hours: shop, open: desk, closed: sorry}", ""),
        ("main: {hours: always, open: desk}", ""),
    ],
)
def test_hours_have_both_ways_on(node: str, message: str) -> None:
    findings = found("hours: {shop: 'Mon-Fri 08:00-17:00'}\n" + flow(node), "HR008", "ST006")
    assert [message in line for line in findings] == ([True] if message else [])


@pytest.mark.parametrize(
    ("hours", "fires"),
    [
        ("{shop: never}", True),
        ("{shop: {closed: [12-25]}}", True),
        ("{shop: {extra: [2026-11-27 09:00-13:00]}}", False),
        ("{shop: 'Mon 08:00-08:01'}", False),
        ("{shop: {open: Monn 08:00-09:00}}", False),  # RD006 tells
        ("{shop: {opne: Mon 08:00-09:00}}", False),  # RD005 tells
    ],
)
def test_a_schedule_opens(hours: str, fires: object) -> None:
    findings = found(f"hours: {hours}\n" + flow("main: {hours: shop, open: desk, closed: sorry}"), "HR012")
    assert [line[:4] for line in findings] == (["1:9 "] if fires else [])


def test_a_node_asks_for_hours_that_can_be() -> None:
    assert [line[:5] for line in found(flow("main: {hours: never, open: desk, closed: sorry}"), "HR012")] == ["4:17 "]


# --- languages and ways back ---

BOTH = """languages: [en, es]
keys: {0: {say: {en: a person, es: una persona}, go: desk}}
defaults: {wrong: {en: Sorry., es: Perdón.}, otherwise: desk}
nodes:
  main:
    menu: {en: Hello., es: Hola.}
    options:
      1: {say: %s, go: office}
      8: {say: %s, go: %s, language: es}
  office: {say: %s, next: desk}
  spanish: {say: %s, next: desk}
  desk: {transfer: representative, busy: sorry, no-answer: sorry}
  sorry: {hangup: {en: Sorry., es: Perdón.}}
"""


@pytest.mark.parametrize(
    ("parts", "lines"),
    [
        # whoever presses 8 in `main` hears nothing else of it
        (("sales", "Español", "spanish", "One moment.", "Un momento."), []),
        (("sales", "Español", "spanish", "One moment.", "{en: One moment.}"), [11]),
        # now the menu is heard again in Spanish
        (("sales", "Español", "again", "One moment.", "Un momento."), [8, 10]),
        (("{en: sales, es: ventas}", "Español", "again", "{en: A moment., es: Un momento.}", "Un momento."), []),
        (("{en: sales, es: ventas}", "{es: Español}", "again", "'{code}'", "Un momento."), []),
        (("{en: sales, es: ventas}", "Español", "again", "{audio: {en: a.wav, es: b.wav}}", "Un momento."), []),
        (("{en: sales, es: ventas}", "Español", "again", "{audio: a.wav}", "Un momento."), [10]),
    ],
)
def test_prompts_have_the_languages_in_which_callers_come(parts: tuple[str, ...], lines: list[int]) -> None:
    assert sorted(line for code, line in places(BOTH % parts) if code == "AC001") == lines


def test_a_missing_language_is_named_at_the_prompt() -> None:
    text = BOTH % ("{en: sales, es: ventas}", "Español", "again", "One moment.", "Un momento.")
    assert found(text, "AC001") == [
        "10:17 AC001 callers come to this prompt in 'es' too, but it is plain text in 'en' only"
    ]


@pytest.mark.parametrize(
    ("head", "fires"),
    [
        ("languages: [en, es]\nlines: {1-800-555-0100: main, 1-800-555-0101: {start: main, language: es}}\n", True),
        ("languages: [en, es]\nlines: {1-800-555-0100: {start: main, language: es}}\n", False),
        (
            "languages: [en, en-GB]\nlines: {1-800-555-0100: main, 1-800-555-0101: {start: main, language: en-GB}}\n",
            False,
        ),
        ("languages: [en, es]\n", False),
        ("", False),
    ],
)
def test_plain_text_is_enough_where_callers_come_in_one_language(head: str, fires: object) -> None:
    text = head + "nodes:\n  main: {hangup: Good bye.}\n"
    assert bool(found(text, "AC001")) is fires


def test_a_node_that_sets_the_language_is_heard_in_it() -> None:
    text = "languages: [en, es]\n" + flow("main: {say: {es: Hola.}, language: es, next: bye}", "bye: {hangup: Adiós.}")
    assert found(text, "AC001") == []


def test_a_sub_flow_may_come_back_in_another_language() -> None:
    text = (
        "languages: [en, es]\nkeys: {}\ndefaults: {otherwise: bye}\nnodes:\n"
        "  main: {run: choose, then: bye}\n"
        "  choose: {menu: Hello., options: {1: {say: English, go: done}, 2: {say: Español, go: done, language: es}}}\n"
        "  done: {return: chosen}\n"
        "  bye: {hangup: Good bye.}\n"
    )
    assert [line[:5] for line in found(text, "AC001")] == ["10:17"]


def test_default_reprompts_are_for_the_languages_of_the_nodes_that_use_them() -> None:
    text = BOTH % ("{en: sales, es: ventas}", "Español", "again", "{en: One., es: Uno.}", "Uno.")
    plain = text.replace("wrong: {en: Sorry., es: Perdón.}", "wrong: Sorry.")
    assert [line[:5] for line in found(plain, "AC001")] == ["3:19 "]
    own = plain.replace("    options:", "    wrong: {en: Sorry., es: Perdón.}\n    options:")
    assert found(own, "AC001") == []


@pytest.mark.parametrize(
    ("options", "fires"),
    [
        ("{sales: {words: [sales], go: office}}", True),
        ("{1: {say: sales, words: [sales], go: office}}", False),
        ("{1: {say: sales, go: office}, help: {words: [help], go: vault}}", False),
        ("{A: {say: sales, go: office}}", False),  # KY002 tells
    ],
)
def test_a_menu_takes_keys(options: str, fires: object) -> None:
    assert bool(found(menu("menu: Hello.", f"options: {options}"), "AC006")) is fires


@pytest.mark.parametrize(
    ("option", "fires"),
    [
        ("2: {say: help, go: vault}", True),
        ("2: {say: repeat, go: again}", False),
        ("2: {say: repeat, go: main}", False),
        ("2: {say: repeat, go: once-more}", False),
        ("2: {say: our address, go: once-more}", True),
        ("2: {say: the beginning, go: main}", False),
        ("repeat: {words: [repeat], go: again}", True),
    ],
)
def test_a_menu_can_be_heard_again(option: str, fires: object) -> None:
    text = "keys: {}\n" + flow(
        f"main: {{menu: Hello., options: {{1: {{say: sales, go: office}}, {option}}}}}",
        "once-more: {say: Once more., next: main}",
    )
    assert bool(found(text, "AC007")) is fires


@pytest.mark.parametrize(
    ("keys", "deep", "fires"),
    [
        ("{}", "{1: {say: new orders, go: office}}", True),
        ("{'*': {say: go back, go: back}}", "{1: {say: new orders, go: office}}", False),
        ("{}", "{1: {say: new orders, go: office}, 2: {say: go back, go: back}}", False),
        ("{}", "{1: {say: new orders, go: office}, 2: {say: the main menu, go: main}}", False),
        ("{}", "{1: {say: new orders, go: told}}", False),
        ("{}", "{1: {say: new orders, go: busy-desk}}", True),  # only a failed transfer leads back
    ],
)
def test_a_key_leads_back(keys: str, deep: str, fires: object) -> None:
    text = f"keys: {keys}\n" + flow(
        "main: {menu: Hello., options: {1: {say: sales, go: deep}}}",
        f"deep: {{menu: Sales., options: {deep}, otherwise: main}}",
        "told: {say: All is well., next: main}",
        "busy-desk: {transfer: representative, busy: main, no-answer: main}",
    )
    expected = "6:3 AC008 no key leads callers from 'deep' back to 'main', so a wrong turn means calling again"
    assert found(text, "AC008") == ([expected] if fires else [])


def test_a_menu_below_that_leads_up_again_is_no_menu_before() -> None:
    text = "keys: {}\n" + flow(
        "main: {menu: Hello., options: {1: {say: sales, go: sales}}}",
        "sales: {menu: Sales., options: {1: {say: orders, go: orders}}}",
        "orders: {menu: Orders., options: {1: {say: sales, go: sales}}}",
    )
    (line,) = found(text, "AC008")
    assert "from 'sales' back to 'main'" in line


def test_the_first_menu_of_a_line_needs_no_way_back() -> None:
    text = "keys: {}\n" + flow(
        "main: {say: Hello., next: number}",
        "number: {ask: Number?, into: n, digits: 2, next: choose}",
        "choose: {menu: Hello., options: {1: {say: sales, go: office}}}",
    )
    assert found(text, "AC008") == []


def test_a_sub_flow_that_is_run_further_on_is_no_way_back() -> None:
    text = "keys: {}\n" + flow(
        "main: {menu: Hello., options: {1: {say: sales, go: deep}}}",
        "deep: {menu: Sales., options: {1: {say: your orders, go: sub}, 2: {say: billing, go: office}}}",
        "sub: {run: inner, then: office}",
        "inner: {ask: Number?, into: n, digits: 2, next: fine}",
        "fine: {return: yes}",
    )
    assert [line.split(" ")[-1] for line in found(text, "AC008")] == ["again"]
    assert found(text.replace("then: office", "then: main"), "AC008") == []


def test_the_end_of_a_sub_flow_is_a_way_back() -> None:
    text = "keys: {}\n" + flow(
        "main: {menu: Hello., options: {1: {say: sales, go: sub}}}",
        "sub: {run: inner, then: office}",
        "inner: {menu: Sure?, options: {1: {say: yes, go: fine}}}",
        "fine: {return: yes}",
    )
    assert found(text, "AC008") == []
