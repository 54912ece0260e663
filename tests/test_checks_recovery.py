"""What becomes of callers who fail, who say nothing, or who press ahead: what must be found, and what must not."""

from __future__ import annotations

import pytest
from found import findings, found

MAIN = "  main: {menu: Hello., options: {1: {say: sales, go: sales}, 2: {say: parts, go: desk}}}\n"
SALES = "  sales: {say: Our sales team will be glad to help., next: desk}\n"
BYE = "  bye: {hangup: Goodbye.}\n"
OFFICE = 'hours: {office: "Mon-Fri 08:00-17:00"}\n'


def nodes(*lines: str) -> str:
    return "nodes:\n" + "".join(lines)


def codes(text: str, *rules: str) -> list[str]:
    return [finding.code for finding in findings(text, rules)]


@pytest.mark.parametrize(
    ("otherwise", "behind", "expected"),
    [
        pytest.param("bye", BYE, ["TM008"], id="straight to a hang-up"),
        pytest.param("told", "  told: {say: We give up., next: bye}\n" + BYE, ["TM008"], id="with words before"),
        pytest.param("bye", "  bye: {hangup: Goodbye., done: yes}\n", [], id="an ending that is marked as a good one"),
        pytest.param("box", "  box: {record: Speak., to: r, next: bye}\n" + BYE, [], id="a mailbox before"),
        pytest.param("when", "  when: {hours: office, open: desk, closed: bye}\n" + BYE, ["TM008"], id="at night too"),
        pytest.param("desk", "", [], id="a person"),
        pytest.param("x", "  x: {lookup: x, outcomes: {a: bye, failed: desk}}\n" + BYE, ["TM008"], id="one answer"),
    ],
)
def test_a_hang_up_after_the_last_try(otherwise: str, behind: str, expected: list[str]) -> None:
    ask = f"  sales: {{ask: Your number?, into: n, digits: 3, next: desk, otherwise: {otherwise}}}\n"
    assert codes(OFFICE + nodes(MAIN, ask, behind), "TM008", "TM009") == expected


def test_a_hang_up_while_the_only_people_are_gone_is_none_of_it() -> None:
    contacts = "contacts: {representative: {name: Desk, hours: office}}\n"
    ask = "  sales: {ask: Your number?, into: n, digits: 3, next: front, otherwise: front}\n"
    front = "  front: {hours: office, open: desk, closed: bye}\n"
    main = MAIN.replace("go: desk", "go: front")
    keys = "keys: {0: {say: a representative, go: front}}\ndefaults: {otherwise: front}\n"
    assert codes(contacts + OFFICE + keys + nodes(main, ask, front, BYE), "TM008") == []


def test_the_sub_flow_of_one_caller_does_not_end_as_that_of_another() -> None:
    text = nodes(
        "  main: {menu: Hello., options: {1: {say: sales, go: one}, 2: {say: parts, go: two}}}\n",
        "  one: {run: number, then: desk}\n",
        "  two: {run: words, then: bye}\n",
        "  number: {ask: Your number?, into: n, digits: 3, next: words, otherwise: words}\n",
        "  words: {say: Thank you., next: back-again}\n",
        "  back-again: {return: done}\n",
        BYE,
    )
    assert codes(text, "TM008") == []


def test_the_message_names_the_place_and_the_call() -> None:
    ask = "  sales: {ask: Your number?, into: n, digits: 3, next: desk, otherwise: bye}\n"
    (finding,) = findings(nodes(MAIN, ask, BYE), ("TM008",))
    assert finding.message == (
        "callers of 'sales' are hung up on after 3 mistakes, at 'bye', though a person is there to help"
    )
    assert finding.witness is not None
    assert finding.witness.words().startswith("dial 1-800-555-0100")
    assert "press 1" in finding.witness.words()


@pytest.mark.parametrize(
    ("failing", "other", "expected"),
    [
        pytest.param("ask: Your number?, into: n, digits: 3, next: desk", "main", ["TM009"], id="back to the menu"),
        pytest.param("ask: Your number?, into: n, digits: 3, next: desk", "again", [], id="ST009's"),
        pytest.param("ask: Your number?, into: n, digits: 3, next: desk", "person", [], id="a menu with a person"),
        pytest.param("ask: Your number?, into: n, digits: 3, next: desk", "once-more", [], id="the same once more"),
        pytest.param(
            "menu: Sales., options: {1: {say: a, go: desk}, 2: {say: b, go: bye}}", "many", ["TM013"], id="more"
        ),
        pytest.param(
            "menu: Sales., options: {1: {say: a, go: desk}, 2: {say: b, go: bye}}", "num", ["TM013"], id="digits"
        ),
        pytest.param(
            "menu: Sales., options: {1: {say: a, go: desk}, 2: {say: b, go: bye}}", "few", ["TM009"], id="less"
        ),
    ],
)
def test_another_question_after_the_last_try(failing: str, other: str, expected: list[str]) -> None:
    text = nodes(
        MAIN,
        f"  sales: {{{failing}, otherwise: {other}}}\n",
        "  person: {menu: Sorry., options: {1: {say: try again, go: sales}, 2: {say: a person, go: desk}}}\n",
        "  once-more: {ask: Once more?, into: n, digits: 3, next: desk}\n",
        "  many: {menu: M., options: {1: {say: c, go: desk}, 2: {say: d, go: bye}, 3: {say: e, go: main}}}\n",
        "  num: {ask: Your account?, into: account, digits: 3, next: desk}\n",
        "  few: {menu: M., options: {1: {say: c, go: desk}}}\n",
        "  bye: {hangup: Goodbye., done: yes}\n",
    )
    assert codes(text, "TM009", "TM013") == expected


ROUND = (
    "  main: {menu: Hello., options: {1: {say: a, go: sales}, 2: {say: b, go: desk}}, otherwise: sales}\n",
    "  sales: {menu: Sales., options: {1: {say: c, go: desk}, 2: {say: d, go: main}}, otherwise: %s}\n",
)


@pytest.mark.parametrize(
    ("otherwise", "behind", "expected"),
    [
        pytest.param("main", "", ["TM010"], id="to and fro"),
        pytest.param("told", "  told: {say: Once more., next: main}\n", ["TM010"], id="with words between"),
        pytest.param("desk", "", [], id="one of them ends it"),
        pytest.param("again", "", ["ST009"], id="one menu alone is ST009's"),
        pytest.param(
            "count",
            "  count: {set: {rounds: 1}, next: check}\n"
            "  check: {branch: [{when: rounds == 1, go: main}], else: desk}\n",
            [],
            id="a round that is counted",
        ),
    ],
)
def test_rounds_of_several_menus(otherwise: str, behind: str, expected: list[str]) -> None:
    text = nodes(ROUND[0], ROUND[1] % otherwise, behind)
    assert codes(text, "TM010", "ST009") == expected


def test_a_round_is_one_finding_and_names_its_menus() -> None:
    (line,) = found(nodes(ROUND[0], ROUND[1] % "main"), "TM010")
    assert "is sent round 'main' and 'sales' for ever" in line


def test_a_round_of_which_no_call_gets_out_is_a_trap_only() -> None:
    text = "keys: {9: {say: hear this again, go: again}}\ndefaults: {tries: 2}\n" + nodes(
        "  main: {menu: A., options: {1: {say: a, go: b}, 2: {say: b, go: main}}, otherwise: b}\n",
        "  b: {menu: B., options: {1: {say: c, go: main}, 2: {say: d, go: b}}, otherwise: main}\n",
    )
    assert codes(text, "TM010", "ST007", "TM009", "HU001", "TM008") == ["ST007"]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("wrong: Hello.", 1),
        ("silence: '  hello! '", 1),
        ("wrong: [That was wrong., Hello.]", 1),
        ("wrong: That was wrong.", 0),
        ("wrong: Hello. That was wrong.", 0),
    ],
)
def test_a_reprompt_that_says_the_same(where: str, expected: int) -> None:
    main = MAIN.replace("}}}\n", f"}}}}, {where}}}\n")
    assert len(codes(nodes(main, SALES), "TM012")) == expected


@pytest.mark.parametrize(("between", "expected"), [("1", 1), ("2 s", 0), ("5 s", 0), ("6 s", 1)])
def test_the_wait_for_the_next_digit(between: str, expected: int) -> None:
    text = f"defaults: {{between: {between}, otherwise: desk}}\n" + nodes(MAIN, SALES)
    assert len(codes(text, "TM007")) == expected


DEED = "  cancelled: {say: Your orders are cancelled., irreversible: yes, next: desk}\n"


@pytest.mark.parametrize(
    ("otherwise", "behind", "expected"),
    [
        ("cancelled", "", ["TM018"]),
        ("told", "  told: {say: So be it., next: cancelled}\n", ["TM018"]),
        ("sure", "  sure: {menu: Sure?, options: {1: {say: 'yes', go: cancelled}, 2: {say: 'no', go: desk}}}\n", []),
        ("desk", "", []),
    ],
)
def test_silence_is_no_consent(otherwise: str, behind: str, expected: list[str]) -> None:
    main = MAIN.replace("}}}\n", f"}}}}, otherwise: {otherwise}}}\n")
    assert codes(nodes(main, SALES, DEED, behind), "TM018", "SE010") == expected


SURE = "  sales: {menu: Cancel all orders?, options: {1: {say: 'yes', go: cancelled}, 2: {say: 'no', go: main}}%s}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(nodes(MAIN, SURE % "", DEED), ["KY019"], id="a question that keys pressed ahead answer"),
        pytest.param(nodes(MAIN, SURE % ", flush: yes", DEED), [], id="a question that throws them away"),
        pytest.param(
            nodes(SURE.replace("sales", "main").replace("go: main", "go: desk") % "", DEED), [], id="the first question"
        ),
        pytest.param(nodes(MAIN.replace("go: sales", "go: cancelled"), DEED), ["SE010"], id="nobody is asked"),
        pytest.param(
            nodes(MAIN, SURE % "", DEED.replace("irreversible", "flush: yes, irreversible")),
            ["KY019"],
            id="too late to throw them away",
        ),
        pytest.param(nodes(MAIN, SURE % "", DEED.replace("irreversible: yes, ", "")), [], id="it can be undone"),
    ],
)
def test_keys_pressed_ahead_of_what_cannot_be_undone(text: str, expected: list[str]) -> None:
    assert codes(text, "KY019", "KY020", "KY021", "SE010") == expected


def test_the_call_presses_ahead_through_both_menus() -> None:
    (finding,) = findings(nodes(MAIN, SURE % "", DEED), ("KY019",))
    assert finding.witness is not None
    assert finding.witness.words().endswith("press 1 twice")


@pytest.mark.parametrize(
    ("before", "question", "expected"),
    [
        ("say: Please have your card ready., next: card", "flush: yes, ", ["KY020"]),
        ("say: Please have your card ready., next: card", "", []),
        ("set: {a: 1}, next: card", "flush: yes, ", []),
    ],
)
def test_keys_that_are_lost(before: str, question: str, expected: list[str]) -> None:
    card = f"  card: {{ask: Your number?, into: n, digits: 3, {question}next: desk}}\n"
    assert codes(nodes(f"  main: {{{before}}}\n", card), "KY020", "KY021") == expected


def test_a_menu_behind_another_needs_a_reason_to_throw_keys_away() -> None:
    sales = "  sales: {menu: Sales., flush: yes, options: {1: {say: new, go: desk}, 2: {say: used, go: told}}}\n"
    told = "  told: {say: We have none., next: desk}\n"
    assert codes(nodes(MAIN, sales, told), "KY020", "KY021") == ["KY021"]
    first = nodes(sales.replace("  sales", "  main"), told)
    assert codes(first, "KY020", "KY021") == []


def lookups(*between: str) -> str:
    names = ["main", *(f"n{at}" for at in range(len(between))), "desk"]
    steps = [
        f"  {name}: {{say: One moment., next: {to}}}\n"
        if kind == "say"
        else f"  {name}: {{lookup: x, outcomes: {{found: {to}, failed: desk}}}}\n"
        for name, to, kind in zip(names[1:], names[2:], between, strict=False)
    ]
    return nodes("  main: {ask: Your number?, into: n, digits: 3, next: n0}\n", *steps)


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (("lookup",), 0),
        (("lookup", "lookup"), 1),
        (("lookup", "lookup", "lookup"), 1),
        (("lookup", "say", "lookup"), 0),
        (("say", "lookup", "lookup"), 0),
        (("say", "lookup", "lookup", "lookup"), 1),
    ],
)
def test_several_lookups_in_silence(between: tuple[str, ...], expected: int) -> None:
    assert len(codes(lookups(*between), "TM020")) == expected


LONG = "Thank you for calling the harbour clinic, where we have looked after you for forty years."


@pytest.mark.parametrize(
    ("prompt", "more", "expected"),
    [
        ("Hello.", "", []),
        (LONG, "", []),  # three tries of an ordinary menu
        (f"{LONG} And a few more.", ", wait: 10 s", ["TM021"]),
        (LONG, ", wait: 10 s, tries: 2", []),
        ("Hello.", ", tries: 6", []),  # TM004's
        ("Hello.", ", wait: 30 s", []),  # TM006's
        (LONG, ", wait: 10 s, otherwise: bye", []),  # there is no help to wait for
        (LONG, ", wait: 10 s, otherwise: again", []),
    ],
)
def test_who_presses_nothing_waits(prompt: str, more: str, expected: list[str]) -> None:
    main = (
        f"  main: {{menu: '{prompt}', options: {{1: {{say: sales, go: sales}}, 2: {{say: parts, go: desk}}}}{more}}}\n"
    )
    assert codes(nodes(main, SALES, BYE), "TM021") == expected


def test_the_seconds_of_several_nodes_add_up() -> None:
    text = nodes(
        "  main: {run: sub, then: words}\n",
        "  sub: {ask: Your number?, into: n, digits: 3, next: out, otherwise: out}\n",
        "  out: {return: x}\n",
        f"  words: {{say: '{' '.join(['word'] * 160)}', next: desk}}\n",
    )
    (line,) = found(text.replace("Your number?", "Now please enter your number."), "TM021")
    assert "waits 84 s for help, 60 s of it at 'words'" in line


def test_an_emergency_number_is_no_extension() -> None:
    options = "{2: {say: sales, go: sales}, 112: {say: the workshop, go: desk}, 911: {say: emergencies, go: desk}}"
    text = nodes(f"  main: {{menu: Hello., options: {options}}}\n", SALES)
    (line,) = found(text, "KY022")
    assert "in 'main' 112 leads to 'desk'" in line


@pytest.mark.parametrize(
    ("prompt", "letter"),
    [
        ("For billing press B.", "B"),
        ("Press the letter Q to quit.", "Q"),
        ("Drücken Sie die Taste J, um fortzufahren.", "J"),
        ("Press A for help.", "A"),
        ("PRESS A KEY.", None),
        ("PRESS A BUTTON.", None),
        ("Press a key.", None),
        ("Enter the first three letters of the last name.", None),
        ("Press 1 for plan B.", None),
        ("Press I agree on the website.", None),
    ],
)
def test_letters_in_place_of_digits(prompt: str, letter: str | None) -> None:
    main = MAIN.replace("menu: Hello.", f"menu: '{prompt}'")
    expected = [f"press {letter}, and"] if letter else []
    lines = found(nodes(main, SALES), "KY023")
    assert len(lines) == len(expected)
    assert all(one in line for one, line in zip(expected, lines, strict=True))


def test_rules_that_run_only_where_they_are_asked_for() -> None:
    text = nodes(MAIN.replace("}}}\n", "}, 3: {say: end the call, go: bye}}}\n"), SALES, BYE)
    off = {"KY009", "TM015", "HU017"}
    assert off.isdisjoint(codes(text))
    assert {code for rule in sorted(off) for code in codes(text, rule)} == off


FRONT = "  front: {hours: office, open: desk, closed: bye}\n"
SHUT = (
    "contacts: {representative: {name: Desk, hours: office}, guard: {name: Guard}}\n"
    f"keys: {{0: {{say: a representative, go: front}}}}\ndefaults: {{otherwise: front}}\n{OFFICE}"
)
SMALL = "  sales: {menu: Sales., options: {1: {say: new, go: front}, 2: {say: used, go: front}}}\n"
GUARD = "  guarded: {transfer: guard, failed: bye}\n"


def test_menus_with_the_same_last_way_out_are_one_finding_that_names_who_is_there() -> None:
    main = (
        "  main: {menu: Hello., options: {1: {say: sales, go: sales}, 2: {say: parts, go: parts},"
        " 3: {say: a guard, go: guarded}}}\n"
    )
    text = SHUT + nodes(main, SMALL, SMALL.replace("sales", "parts"), FRONT, GUARD, BYE)
    (finding,) = findings(text, ("HU008", "TM008"))
    assert finding.code == "HU008"
    assert finding.fault.hint == "Let `otherwise` lead to 'guarded', or let callers leave a message at 'bye'."
    chosen = text.replace("go: guarded}}", "go: guarded}}, otherwise: guarded").replace("keys: {", "keys: {'*': back, ")
    (finding,) = findings(chosen, ("HU008", "TM008"))
    assert finding.code == "TM008"
    assert finding.message.endswith("though a person is there to help (and so it is with 1 other node)")


def test_several_questions_that_end_in_one_hang_up_of_their_own_are_as_many_findings() -> None:
    main = MAIN.replace("go: desk", "go: parts")
    ask = "  sales: {ask: Your number?, into: n, digits: 3, next: desk, otherwise: bye}\n"
    text = nodes(main, ask, ask.replace("sales", "parts"), BYE)
    assert codes(text, "TM008") == ["TM008", "TM008"]


def test_a_value_for_which_no_way_on_is_written_leads_nowhere() -> None:
    text = nodes(
        "  main: {menu: Hello., options: {1: {say: sales, go: one}, 2: {say: parts, go: desk}}}\n",
        "  one: {run: number, returns: {known: more}}\n",
        "  number: {ask: Your number?, into: n, digits: 3, next: good, otherwise: bad}\n",
        "  good: {return: known}\n",
        "  bad: {return: unknown}\n",
        "  more: {menu: Sales., options: {1: {say: new, go: desk}, 2: {say: used, go: told}}}\n",
        "  told: {say: It is Main Street., next: desk}\n",
    )
    assert codes(text, "TM008", "TM009", "TM013", "ST006") == ["ST006"]
    assert codes(text.replace("known: more}", "known: more, unknown: more}"), "TM009", "ST006") == ["TM009"]
