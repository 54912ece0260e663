"""When callers hear what: late options, slow beginnings, long prompts, their order, and labels that lead elsewhere."""

from __future__ import annotations

import time

import pytest
from found import findings, found, places

DESKS = """
  office: {transfer: representative, busy: sorry, no-answer: sorry}
  vault: {transfer: representative, busy: sorry, no-answer: sorry}
"""


def words(count: int) -> str:
    """Give a text of so many words; at 160 a minute, 8 take three seconds."""
    return " ".join(["word"] * count)


def menu(*lines: str, top: str = "keys: {}\n") -> str:
    return f"{top}nodes:\n  main:\n" + "".join(f"    {line}\n" for line in lines) + DESKS


def option(key: int, count: int, go: str = "desk", more: str = "") -> str:
    return f"  {key}: {{say: {words(count)}, go: {go}{more}}}"


# --- PR007: options that are told late ---


def test_the_first_option_that_is_told_late_is_named_with_its_second() -> None:
    text = menu("menu: Hello.", "options:", option(1, 20), option(2, 26, "office"), option(3, 1, "vault"))
    # Each takes its words and three more ("For", "press", the key): 1 + 23 + 29 words are 19.9 s, 4 more are 21.4 s.
    assert found(text, "PR007") == ["10:7 PR007 'main' tells callers of the key 3 ('word') after 21.4 s only"]
    assert found(text.replace("Hello.", "Hello all."), "PR007")[0].startswith(
        "9:7 PR007 'main' tells callers of the key 2"
    )
    assert "and of 1 more later still" in found(text.replace("Hello.", "Hello all."), "PR007")[0]


LATE = ("menu: Hello.", "options:", option(1, 20), option(2, 25, "office"))


@pytest.mark.parametrize(
    ("lines", "late"),
    [
        ((*LATE, option(3, 8, "vault")), True),
        ((*LATE, option(0, 8, "vault")), False),  # a person may be offered last
        ((*LATE, "  9: {say: hear all of this once more please, go: again}"), False),
        ((*LATE, "  9: {say: hear all of this once more please, go: main}"), False),
        ((*LATE, '  "*": {say: go back to the menu before, go: back}'), False),
        ((*LATE, option(3, 8, "vault", ", announced: no")), False),
        ((*LATE, option(3, 8, "vault", ', when: tier == "gold"')), False),
        (("menu: Hello.", "announce: as-is", *LATE[1:], option(3, 8, "vault")), False),
        ((f"menu: {{audio: a.wav, text: {words(3)}, seconds: 19}}", "options:", option(1, 1)), True),
        ((f"menu: {{audio: a.wav, text: {words(300)}, seconds: 1}}", "options:", option(1, 1)), False),
        ((f"menu: {words(54)}", "options:", option(1, 1)), False),  # PR009 tells of it
        (("menu:", "options:", "  1: {say: {audio: a.wav, seconds: 21}, go: desk}"), True),
    ],
)
def test_what_may_be_told_late(lines: tuple[str, ...], late: bool) -> None:  # noqa: FBT001 -- of a table
    assert bool(found(menu(*lines), "PR007")) == late


@pytest.mark.parametrize(
    ("prompt", "late"),
    [
        (f"For sales, press 1. {words(50)}. For billing, press 2.", True),
        (f"For sales, press 1. For billing, press 2. {words(50)}.", False),
        (f"For sales, press 1. For billing, press 2. {words(50)}. For sales, press 1.", False),
        (f"{words(55)}. For sales, press 1. For billing, press 2.", True),
    ],
)
def test_a_prompt_that_speaks_the_keys_tells_where_it_names_them(prompt: str, late: bool) -> None:  # noqa: FBT001 -- of a table
    text = menu(f"menu: {prompt}", "announce: as-is", "options: {1: desk, 2: office}")
    assert bool(found(text, "PR007")) == late
    assert found(text, "PR009") == []


def test_the_slowest_language_counts_and_is_named() -> None:
    text = (
        "languages: [en, es]\nkeys: {}\nlines:\n  1-800-555-0100: main\n  1-800-555-0101: {start: main, language: es}\n"
        "nodes:\n  main:\n    menu: {en: Hi., es: Hola.}\n"
        f"    options: {{1: {{say: {{en: a, es: {words(52)}}}, go: desk}}}}\n"
    )
    (late,) = findings(text, ("PR007",))
    assert "in 'es'" in late.message
    assert findings(text.replace(", language: es", ""), ("PR007",)) == ()  # nobody comes in Spanish


def test_a_faster_voice_is_not_late_and_the_limit_can_be_changed() -> None:
    lines = (*LATE, option(3, 8, "vault"))
    assert found(menu(*lines, top="defaults: {rate: 240, otherwise: desk}\nkeys: {}\n"), "PR007") == []


def test_of_one_menu_that_is_too_broad_one_rule_tells() -> None:
    short = [option(key, 1, "desk") for key in range(1, 7)]
    long = [option(key, 9, "desk") for key in range(1, 7)]
    assert {code for code, _ in places(menu("menu: Hello.", "options:", *short)) if code in {"PR006", "PR007"}} == {
        "PR006"
    }
    assert {code for code, _ in places(menu("menu: Hello.", "options:", *long)) if code in {"PR006", "PR007"}} == {
        "PR007"
    }


# --- PR008: the first choice ---


def opening(*nodes: str, top: str = "") -> str:
    return f"{top}keys: {{}}\nnodes:\n" + "".join(f"  {node}\n" for node in nodes) + DESKS


CHOOSE = "choose: {menu: , options: {1: {say: sales, go: office}, 2: {say: billing, go: vault}}}"


@pytest.mark.parametrize(
    ("nodes", "seconds"),
    [
        ((f"main: {{say: {words(30)}, next: choose}}", CHOOSE), "13"),
        ((f"main: {{say: {words(22)}, next: choose}}", CHOOSE), ""),
        (("main: {say: {audio: a.wav, seconds: 12}, next: choose}", CHOOSE), "14"),
        ((f"main: {{say: {words(15)}, next: two}}", f"two: {{say: {words(15)}, next: choose}}", CHOOSE), "13"),
        ((f"main: {{say: {{text: {words(30)}, notice: recording}}, next: choose}}", CHOOSE), ""),
        ((f"main: {{say: If this is an emergency {words(25)} dial 911., next: choose}}", CHOOSE), ""),
        ((f"main: {{say: This call may be recorded {words(25)}., next: choose}}", CHOOSE), ""),
        ((f"main: {{say: Visit our website {words(25)}., next: choose}}", CHOOSE), ""),  # PR013
        ((f"main: {{ask: {words(30)}, into: x, digits: 4, next: desk}}",), "11"),
        ((f"main: {{menu: {words(30)}, options: {{1: {{say: sales, go: office}}}}}}",), "13"),
        ((f"main: {{menu: {words(60)}, options: {{1: {{say: sales, go: office}}}}}}",), ""),  # PR009
        ((f"main: {{menu: 'For sales, press 1. {words(40)}.', announce: as-is, options: {{1: office}}}}",), ""),
        ((f"main: {{say: {words(90)}, next: desk}}",), ""),  # nobody chooses anything
        (
            (
                "main: {transfer: representative, busy: m, no-answer: m}",
                f"m: {{say: {words(60)}, next: choose}}",
                CHOOSE,
            ),
            "",
        ),
        (
            (
                "main: {split: {50%: quick, 50%: slow}}",
                "quick: {say: Hi., next: choose}",
                f"slow: {{say: {words(60)}, next: choose}}",
                CHOOSE,
            ),
            "",
        ),
    ],
)
def test_the_seconds_to_the_first_choice(nodes: tuple[str, ...], seconds: str) -> None:
    told = [finding.message for finding in findings(opening(*nodes), ("PR008",))]
    assert [message.split(" listen for ")[1].split()[0] for message in told] == ([seconds] if seconds else [])


def test_a_slow_beginning_is_told_once_and_not_of_callers_who_press_at_once() -> None:
    lines = "lines:\n  1-800-555-0100: main\n  1-800-555-0101: main\n  1-800-555-0102: {start: main, press: 1}\n"
    text = opening(f"main: {{say: {words(30)}, next: choose}}", CHOOSE, top=lines)
    assert [line.split(" PR008 ")[0] for line in found(text, "PR008")] == ["2:3"]


# --- PR009: long prompts ---


@pytest.mark.parametrize(
    ("node", "column"),
    [
        (f"main: {{ask: {words(54)}, into: x, digits: 4, next: desk}}", "15"),
        (f"main: {{ask: {words(53)}, into: x, digits: 4, next: desk}}", ""),
        (f"main: {{menu: {words(54)}, options: {{1: desk}}}}", "16"),
        (f"main: {{record: {words(54)}, next: desk}}", "18"),
        (f"main: {{ask: Number?, into: x, digits: 4, next: desk, wrong: {words(54)}}}", "63"),
        (f"main: {{say: {words(200)}, next: desk}}", ""),
        (f"main: {{hangup: {words(200)}}}", ""),
        (f"main: {{menu: {words(54)}, announce: as-is, options: {{1: desk}}}}", ""),
        ("main: {menu: {audio: a.wav, text: Hi., seconds: 20.5}, options: {1: desk}}", "16"),
        (f"main: {{menu: {{audio: a.wav, text: {words(90)}, seconds: 20}}, options: {{1: desk}}}}", ""),
        ("main: {menu: {audio: a.wav}, options: {1: desk}}", ""),
        (f"main: {{menu: Hi., options: {{1: {{say: {words(54)}, go: desk}}}}}}", ""),  # PR007 tells of it
        (f"main: {{say: Hi., next: desk}}\n  lost: {{ask: {words(54)}, into: x, digits: 4, next: desk}}", ""),
    ],
)
def test_prompts_that_tell_what_to_do_are_short(node: str, column: str) -> None:
    assert [line.split()[0].split(":")[1] for line in found(opening(node), "PR009")] == ([column] if column else [])


# --- PR010: the most wanted first ---


@pytest.mark.parametrize(
    ("weights", "key"),
    [
        (("20%", "80%"), "2"),
        (("20", "80.5"), "2"),
        (("80%", "20%"), ""),
        (("50%", "50%"), ""),
        (("", ""), ""),
        (("", "80%"), ""),
        (("20%", "", "30%"), "3"),
        (("50%", "20%", "30%"), "3"),
        (("0%", "0%"), ""),
    ],
)
def test_the_order_of_weights(weights: tuple[str, ...], key: str) -> None:
    goes = ("desk", "office", "vault")
    written = [f", weight: {weight}" if weight else "" for weight in weights]
    options = [option(number, 1, go, weight) for number, (go, weight) in enumerate(zip(goes, written, strict=False), 1)]
    told = findings(menu("menu: Hello.", "options:", *options), ("PR010",))
    assert [finding.message.partition(" before ")[2].split()[0] for finding in told] == ([key] if key else [])


def test_a_person_or_the_way_back_may_stand_anywhere() -> None:
    usual = [
        option(0, 1, "desk", ", weight: 1%"),
        "  9: {say: a, go: again, weight: 1%}",
        option(1, 1, "vault", ", weight: 9%"),
    ]
    assert found(menu("menu: Hello.", "options:", *usual), "PR010") == []
    hidden = [option(1, 1, "desk", ", weight: 1%, announced: no"), option(2, 1, "vault", ", weight: 9%")]
    assert found(menu("menu: Hello.", "options:", *hidden), "PR010") == []


def test_where_a_prompt_speaks_the_keys_its_order_counts() -> None:
    options = "options: {1: {go: desk, weight: 10%}, 2: {go: office, weight: 90%}}"
    right = menu("menu: 'For billing, press 2. For sales, press 1.'", "announce: as-is", options)
    wrong = menu("menu: 'For sales, press 1. For billing, press 2.'", "announce: as-is", options)
    assert (found(right, "PR010"), len(found(wrong, "PR010"))) == ([], 1)


@pytest.mark.parametrize("weight", ["lots", "-5%", "30 %%", "1e9", "{}", "10/20"])
def test_a_weight_is_a_share_or_a_number(weight: str) -> None:
    text = menu("menu: Hello.", "options:", option(1, 1, "desk", f', weight: "{weight}"'))
    assert [finding.place.line for finding in findings(text) if "is not a weight" in finding.message] == [8]


@pytest.mark.parametrize("until", ["tomorrow", "2026-13-01", "2026-02-30", "01-05-2026", "2026", "20260501"])
def test_the_end_of_a_prompt_is_a_day(until: str) -> None:
    text = opening(f'main: {{say: {{text: Hello., until: "{until}"}}, next: desk}}')
    (fault,) = [finding for finding in findings(text) if "is not a day" in finding.message]
    assert (fault.place.line, fault.place.column) == (5, 37)


# --- PR024: hanging up without a word ---


@pytest.mark.parametrize(
    ("nodes", "found_at"),
    [
        (("main: {menu: Hi., options: {1: over}}", "over: {hangup: }"), [6]),
        (("main: {menu: Hi., options: {1: over}}", "over: {hangup: Goodbye.}"), []),
        (("main: {menu: Hi., options: {1: over}}", "over: {hangup: {audio: bye.wav}}"), []),
        (("main: {say: Goodbye., next: over}", "over: {hangup: }"), []),
        (("main: {record: Speak now., next: over}", "over: {hangup: }"), [6]),
        (
            (
                "main: {lookup: x, outcomes: {ok: over, failed: bye}}",
                "bye: {say: Bye., next: over}",
                "over: {hangup: }",
            ),
            [7],
        ),
        (("main: {hours: always, open: bye}", "bye: {say: Bye., next: over}", "over: {hangup: }"), []),
        (("main: {hangup: }",), [5]),
        (("main: {say: Hi., next: desk}", "over: {hangup: }"), []),  # nobody comes there
    ],
)
def test_a_call_ends_with_a_word(nodes: tuple[str, ...], found_at: list[int]) -> None:
    assert [finding.place.line for finding in findings(opening(*nodes), ("PR024",))] == found_at


# --- PR004: labels of other nodes ---

NAMED = "sales: {transfer: representative, busy: sorry}\n  billing: {transfer: representative, busy: sorry}"


@pytest.mark.parametrize(
    ("options", "others", "key"),
    [
        ("1: {say: sales, go: billing}, 2: {say: billing, go: billing}", "", "1"),
        ("1: {say: our sales team, go: billing}", "", "1"),
        ("1: {say: sales, go: sales}", "", ""),
        ("1: {say: a bill, go: billing}", "", ""),
        ("1: {say: invoices, go: billing}", "", ""),
        ("1: {say: a person, go: billing}", "", ""),
        ("1: {say: sales, go: check}", "check: {hours: always, open: sales}", ""),
        ("1: {say: sales, go: shop}", "shop: {menu: Shop., options: {1: {say: buy, go: sales}}}", ""),
        ("1: {say: sales and billing, go: billing}", "", ""),
        ("1: {say: billing for sales, go: billing}", "", ""),
        ("1: {say: cancel, go: billing}", "cancel: {hangup: Bye.}", ""),
        ("1: {say: help, go: billing}", "help: {hangup: Bye.}", ""),
        ('"*": {say: sales, go: billing}', "", ""),
        ("0: {say: sales, go: billing}", "", ""),
        ("1: {say: sales, go: billing}", "sales-desk: {hangup: Bye.}", ""),  # two are called so
        ("1: {say: spares, go: billing}", "spares: {say: Hi., next: spares-desk}\n  spares-desk: {hangup: Bye.}", "1"),
        ("1: {say: spares, go: spares}", "spares: {say: Hi., next: spares-desk}\n  spares-desk: {hangup: Bye.}", ""),
        ("1: billing", "", ""),
    ],
)
def test_a_label_of_another_node(options: str, others: str, key: str) -> None:
    text = opening(f"main: {{menu: Hi., options: {{{options}}}}}", NAMED, *([others] if others else []))
    told = [finding.message for finding in findings(text, ("PR004",))]
    assert [message.split(" press ")[1][0] for message in told] == ([key] if key else [])


# --- many nodes ---


@pytest.mark.bench
def test_thousands_of_menus_are_judged_soon() -> None:
    nodes = [
        f"n{number}: {{menu: Department {number}. Please choose., options: {{"
        f"1: {{say: topic {number}, go: n{number + 1}}}, 2: {{say: place {number}, go: n{number * 2 % 2000}}}}}}}"
        for number in range(2000)
    ]
    text = opening("main: {say: Hi., next: n0}", *nodes, "n2000: {say: Bye., next: desk}")
    for code in ("PR004", "PR007", "PR008", "PR009", "PR012", "PR013", "PR014", "PR015", "PR016", "PR017", "PR021"):
        begun = time.perf_counter()
        findings(text, (code,))
        print(f"\n  thousands of menus are judged soon ({code}): {time.perf_counter() - begun:.2f} s")  # noqa: T201 -- a figure is printed, not judged
