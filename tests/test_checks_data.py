"""Variables, names and numbers that a flow refers to: what is found and what is not."""

from __future__ import annotations

import time

import pytest
from found import found

from ivr.analysis.likeness import is_one_slip
from ivr.analysis.phone_number import same_number, what_is_wrong


def flow(*nodes: str) -> str:
    return "nodes:\n" + "".join(f"  {node}\n" for node in nodes)


# --- variables ---


def test_a_variable_that_nothing_sets_is_reported_once_where_it_is_first_used() -> None:
    text = flow(
        "main: {ask: Number?, into: member, digits: 2, next: told}",
        "told: {say: 'Hello {membr}.', next: again-told}",
        "again-told: {say: 'Good bye {membr}, {member}.', next: desk}",
    )
    assert found(text, "DA001", "DA003") == [
        "5:15 DA001 nothing sets 'membr', so callers meet it empty; did you mean 'member'?"
    ]


@pytest.mark.parametrize(
    ("node", "column"),
    [
        ("main: {branch: [{when: vip == 1, go: desk}], else: sorry}", "26"),
        ("main: {menu: Hello., options: {1: {say: sales, go: desk, when: vip}}}", "66"),
        ("main: {transfer: representative, pass: [vip], busy: sorry, no-answer: sorry}", "43"),
        ("main: {lookup: it, pass: [vip], outcomes: {failed: desk}}", "29"),
        ("main: {set: {x: vip}, next: desk}", "19"),
        ("main: {menu: Hello., options: {1: {say: 'sales for {vip}', go: desk}}}", "43"),
    ],
)
def test_a_variable_is_used_in_many_places(node: str, column: str) -> None:
    assert [line.split()[:2] for line in found(flow(node), "DA001")] == [[f"4:{column}", "DA001"]]


@pytest.mark.parametrize(
    "node",
    [
        "main: {ask: Number?, into: vip, digits: 2, next: told}",
        "main: {set: {vip: 1}, next: told}",
        "main: {lookup: it, gives: [vip], outcomes: {failed: told}}",
        "main: {record: Speak., into: vip, next: told}",
    ],
)
def test_a_variable_is_set_in_many_places(node: str) -> None:
    assert found(flow(node, "told: {say: 'Hello {vip}.', next: desk}"), "DA001", "DA003") == []


def test_what_a_test_gives_does_not_count() -> None:
    text = flow("main: {say: 'Hello {vip}.', next: desk}") + "calls: [{call: One, given: {vip: 1}}]\n"
    assert len(found(text, "DA001")) == 1


def test_the_prompts_of_the_whole_flow_use_variables_too() -> None:
    text = "defaults: {wrong: 'Sorry, {nobody}.', otherwise: desk}\n" + flow("main: {say: Hello., next: desk}")
    assert [line[:5] for line in found(text, "DA001")] == ["1:19 "]


@pytest.mark.parametrize(
    ("node", "effect"),
    [
        ("main: {ask: Number?, into: x, digits: 2, next: desk}", "callers gave it for nothing"),
        ("main: {lookup: it, gives: [x], pass: [x-1], outcomes: {failed: desk}}", "callers have nothing of the answer"),
        ("main: {set: {x: 1}, next: desk}", "it makes no difference to any caller"),
    ],
)
def test_an_unused_variable_is_told_of_by_how_it_is_set(node: str, effect: str) -> None:
    assert [line.split("so ")[1] for line in found(flow(node), "DA003")] == [effect]


def test_a_variable_that_was_meant_is_not_unused() -> None:
    text = flow(
        "main: {ask: Number?, into: member, digits: 2, next: told}",
        "told: {say: 'Hello {memebr}.', next: other}",
        "other: {ask: Number?, into: lonely, digits: 2, next: desk}",
    )
    assert [line.split()[1:4] for line in found(text, "DA001", "DA003", "DA011")] == [
        ["DA001", "nothing", "sets"],
        ["DA003", "'lonely'", "is"],
    ]


@pytest.mark.bench
def test_many_variables_without_a_value_do_not_take_long() -> None:
    names = [f"value-number-{number}" for number in range(1500)]
    nodes = [
        f"n{at}: {{ask: 'Is it {{{name}}}?', into: {name}x, digits: 2, next: n{at + 1}}}"
        for at, name in enumerate(names)
    ]
    begun = time.process_time()
    assert len(found(flow(*nodes), "DA001")) == len(names)
    print(f"\n  many variables without a value do not take long: {time.process_time() - begun:.2f} s")  # noqa: T201 -- a figure is printed, not judged


def test_a_step_of_another_platform_may_have_set_anything() -> None:
    behind = flow("main: {unknown: Look, exits: {done: told}}", "told: {say: 'Hello {vip}.', next: desk}")
    assert found(behind, "DA001") == []
    before = flow("main: {say: 'Hello {vip}.', next: look}", "look: {unknown: Look, exits: {done: told}}")
    before += "  told: {say: 'Hello {vip}.', next: desk}\n"
    assert [line[:5] for line in found(before, "DA001")] == ["4:15 "]
    everywhere = "defaults: {wrong: 'Sorry, {vip}.', otherwise: desk}\n"
    assert found(everywhere + flow("main: {unknown: Look, exits: {done: desk}}"), "DA001") == []


def test_a_sub_flow_brings_back_what_was_set_in_it() -> None:
    sub = ("main: {run: sub, then: then}", "sub: SUB", "back-there: {return: done}")
    text = flow(*sub, "then: {say: 'Hello {vip}.', next: desk}")
    unknown = text.replace("SUB", "{unknown: Look, exits: {done: back-there}}")
    assert found(unknown, "DA001") == []
    assert len(found(text.replace("SUB", "{say: Hello., next: back-there}"), "DA001")) == 1
    text = flow(*sub, "then: {lookup: it, outcomes: {failed: desk}}")
    entry = text.replace("SUB", "{ask: Number?, into: entry, digits: 2, next: back-there}")
    assert found(entry, "DA003") == []
    assert len(found(entry.replace("lookup: it,", "lookup: it, pass: [x],"), "DA003")) == 1


def test_a_node_that_cannot_be_read_may_set_or_use_anything() -> None:
    text = flow(
        "main: {say: 'Hello {vip}.', next: odd}",
        "odd: {ask: Number?, into: vip, digits: many, next: asked, colour: {given: entry}}",
        "asked: {ask: Entry?, into: entry, digits: 2, next: desk}",
    )
    assert found(text, "DA001", "DA003") == []


@pytest.mark.parametrize(
    ("then", "fires"),
    [
        ("{transfer: representative, busy: sorry, no-answer: sorry}", True),
        ("{transfer: representative, pass: [entry], busy: sorry, no-answer: sorry}", False),
        ("{lookup: it, outcomes: {failed: desk}}", False),
        ("{lookup: it, pass: [other], outcomes: {failed: desk}}", True),
        ("{unknown: CheckIt, exits: {done: desk}}", False),
        ("{say: 'You entered {entry}.', next: desk}", False),
        ("{branch: [{when: entry == 1, go: desk}], else: sorry}", False),
        ("{set: {other: entry}, next: desk}", False),
    ],
)
def test_an_entry_is_asked_for_to_be_used(then: str, fires: object) -> None:
    text = flow("main: {ask: Number?, into: entry, digits: 2, next: then}", f"then: {then}")
    expected = "4:30 DA003 'entry' is set, but nothing uses it, so callers gave it for nothing"
    assert [line for line in found(text, "DA003") if "'entry'" in line] == ([expected] if fires else [])


def test_what_is_set_behind_a_lookup_cannot_be_read_by_it() -> None:
    text = flow("main: {lookup: it, gives: [balance], outcomes: {found: desk, failed: desk}}")
    assert [line[:4] for line in found(text, "DA003")] == []  # a lookup may read what its own last answer gave
    text = flow("main: {lookup: it, gives: [balance], pass: [balance], outcomes: {failed: desk}}")
    assert found(text, "DA003") == []
    behind = flow("main: {lookup: it, outcomes: {failed: then}}", "then: {set: {balance: 1}, next: desk}")
    assert [line[:5] for line in found(behind, "DA003")] == ["5:16 "]


# --- names ---


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("member", "memebr", True),
        ("member", "membr", True),
        ("member", "member", False),
        ("member", "mmber", True),
        ("member", "nenber", False),
        ("ab", "ba", True),
        ("", "a", True),
    ],
)
def test_one_slip_of_the_pen(one: str, other: str, expected: object) -> None:
    assert is_one_slip(one, other) is expected
    assert is_one_slip(other, one) is expected


ENTRIES = """
nodes:
  main: {ask: One?, into: %s, digits: 2, next: second}
  second: {ask: Two?, into: %s, digits: 2, next: desk}
  desk: {transfer: representative, pass: [%s], busy: sorry, no-answer: sorry}
"""


@pytest.mark.parametrize(
    ("one", "other", "codes"),
    [
        ("member", "memebr", ["DA011"]),
        ("member-number", "member-nunber", ["DA011"]),
        ("card-1", "card-2", ["DA003"]),
        ("option1", "option2", ["DA003"]),
        ("refill", "refills", ["DA003"]),
        ("choice-a", "choice-b", ["DA003"]),
        ("line-en-x", "line-es-x", ["DA003"]),
        ("card", "cord", ["DA003"]),
        ("member", "amount", ["DA003"]),
    ],
)
def test_a_variable_that_is_nearly_another(one: str, other: str, codes: list[str]) -> None:
    findings = found(ENTRIES % (one, other, one), "DA003", "DA011")
    assert [line.split()[1] for line in findings] == codes
    assert found(ENTRIES % (one, other, f"{one}, {other}"), "DA003", "DA011") == []


def test_a_contact_and_a_schedule_that_are_nearly_others() -> None:
    text = (
        "contacts:\n  pharmacist: {name: A}\n  pharmcist: {name: B, hours: weekday}\n  pharmacists: {name: C}\n"
        "hours:\n  weekday: 'Mon-Fri 08:00-17:00'\n  weekdya: 'Mon-Fri 09:00-17:00'\n  weekend: 'Sat 09:00-12:00'\n"
    ) + flow("main: {transfer: pharmacist, busy: sorry, no-answer: sorry}")
    assert found(text, "DA011") == [
        "4:3 DA011 nothing leads callers to 'pharmcist', but 'pharmacist' is used; are they one?",
        "8:3 DA011 nothing leads callers to 'weekdya', but 'weekday' is used; are they one?",
    ]


UNDECLARED = "contacts:\n  pharmacist: {name: Pharmacist}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            UNDECLARED + flow("main: {transfer: pharmacsit, busy: sorry, no-answer: sorry}"),
            "7:20 DA007 'pharmacsit' is no contact of this flow, so callers reach nobody; did you mean 'pharmacist'?",
        ),
        (flow("main: {transfer: 1-800-555-0100, busy: sorry, no-answer: sorry}"), ""),
        (flow("main: {transfer: '+44 20 7946 0018', busy: sorry, no-answer: sorry}"), ""),
        (
            flow("main: {record: Speak., to: mailbox, next: desk}"),
            "4:30 DA007 'mailbox' is no contact of this flow, so callers reach nobody",
        ),
        (flow("main: {record: Speak., to: me@example.com, next: desk}"), ""),
        (
            "hours: {desk: 'Mon-Fri 08:00-17:00'}\n" + flow("main: {hours: desks, open: desk, closed: sorry}"),
            "5:17 DA007 'desks' is no schedule of this flow, so callers always find it open; did you mean 'desk'?",
        ),
        (flow("main: {hours: always, open: desk, closed: sorry}"), ""),
        (
            "contacts:\n  clinic: {name: Clinic, hours: day}\n" + flow("main: {say: Hello., next: desk}"),
            "3:33 DA007 'day' is no schedule of this flow, so callers always find it open",
        ),
        (
            flow("main: {say: Hello., next: desk, language: es}"),
            "4:45 DA007 'es' is no language of this flow, so callers hear no words in it",
        ),
        (
            "languages: [en, es]\n"
            + flow("main: {say: {es: Hola.}, next: bye, language: es}", "bye: {hangup: Adiós.}"),
            "",
        ),
        (
            "languages: [en, es]\nlines: {1-800-555-0100: {start: main, language: sp}}\n"
            + flow("main: {hangup: Bye.}"),
            "2:49 DA007 'sp' is no language of this flow, so callers hear no words in it",
        ),
        (
            "sources: {page: Support page}\n" + flow("main: {say: Hello., next: desk, documented: [pgae Phone]}"),
            "5:48 DA007 'pgae' is no source of this flow, so nobody can look it up; did you mean 'page'?",
        ),
        ("sources: {page: Support page}\n" + flow("main: {say: Hello., next: desk, documented: page Phone}"), ""),
        ("sources: {the page: Support}\n" + flow("main: {say: Hello., next: desk, documented: the page Phone}"), ""),
        (flow("main: {say: Hello., next: desk, documented: anything}"), ""),
    ],
)
def test_what_a_flow_refers_to_is_declared(text: str, expected: str) -> None:
    assert found(text, "DA007") == ([expected] if expected else [])


def test_a_name_that_is_not_declared_is_reported_once() -> None:
    text = flow(
        "main: {menu: Hello., options: {1: {say: sales, go: one}, 2: {say: jobs, go: two}}}",
        "one: {transfer: nobody, busy: sorry, no-answer: sorry}",
        "two: {transfer: nobody, busy: sorry, no-answer: sorry}",
    )
    assert [line[:4] for line in found(text, "DA007")] == ["5:19"]


def test_what_is_declared_and_cannot_be_read_counts_as_declared() -> None:
    text = "contacts:\n  helper: [nobody]\n" + flow("main: {transfer: helper, busy: sorry, no-answer: sorry}")
    assert found(text, "DA007") == []


# --- telephone numbers ---


@pytest.mark.parametrize(
    "number",
    """1-800-237-2765; +1-800-237-2765; (312) 555-0100; 555-0100; 1-800-555-0100; 1-312-555-9999; 911; 211; 116 123
    +44 20 7946 0018; +44 (0)20 7946 0018; 020 7946 0018; 1-800-FLOWERS; 1-800-MY-APPLE-STORE; +290 22222; 1234
    +1 312 555 0100 ext. 12; 1-312-555-0100 x12; 1-800-237-2765 (Option 3); 138 0013 8000; 1300 975 711; 0800 123 456
    011 44 20 7946 0018; 00 49 30 901820; +49 30 901820; tel:+13125550100; sip:desk@example.com""".replace(
        "\n", ";"
    ).split(";"),
)
def test_numbers_that_may_be_dialled(number: str) -> None:
    assert what_is_wrong(number.strip()) == ""


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("1-800-555-010", "has 9 digits behind its 1; in North America a number has 10"),
        ("1-800-555-01000", "has 11 digits behind its 1; in North America a number has 10"),
        ("+1 800 555 010", "has 9 digits behind its 1; in North America a number has 10"),
        ("1-100-555-0100", "has the area code 100, and in North America none begins with 1"),
        ("1-312-055-0100", "has the exchange 055, and in North America none begins with 0"),
        ("+0 800 555 0100", "has a 0 behind its +, and no country's code begins with 0"),
        ("+44 20", "has only 4 digits, with its country's code"),
        ("12", "has fewer than 3 digits"),
        ("TBD", "has fewer than 3 digits"),
        ("+49 30 9018 2000 1234 56", "has 18 digits, and no number has more than 15"),
    ],
)
def test_numbers_that_nobody_can_dial(number: str, why: str) -> None:
    assert what_is_wrong(number) == why


def test_bad_numbers_are_reported_where_they_stand() -> None:
    text = (
        "lines:\n  1-800-555-010: main\n  front desk: main\ncontacts:\n  clinic: {name: Clinic, number: TBD}\n"
    ) + flow("main: {transfer: 1-800-555-01, busy: sorry, no-answer: sorry}")
    assert [line.split()[0] for line in found(text, "DA008")] == ["2:3", "3:3", "6:34", "10:20"]


@pytest.mark.parametrize("number", ["12", "7", "*86", "*8", "#31", "**12", "*98#"])
def test_a_transfer_may_ring_a_number_of_the_house_but_a_line_needs_one_of_the_world(number: str) -> None:
    contact = f"contacts:\n  clinic: {{name: Clinic, number: '{number}'}}\n"
    assert found(contact + flow("main: {transfer: clinic, busy: sorry, no-answer: sorry}"), "DA008") == []
    direct = flow(f"main: {{transfer: '{number}', busy: sorry, no-answer: sorry}}")
    assert found(direct, "DA007", "DA008") == []
    line = f"lines:\n  '{number}': main\n" + flow("main: {say: Hello., next: desk}")
    assert [one.split()[0] for one in found(line, "DA008")] == ["2:3"]


@pytest.mark.parametrize("number", ["abc", "''", "'*'", "front desk"])
def test_a_line_without_digits_cannot_be_called(number: str) -> None:
    text = f"lines:\n  {number}: main\n" + flow("main: {say: Hello., next: desk}")
    assert [line.split()[0] for line in found(text, "DA008")] == ["2:3"]


def test_a_contact_needs_some_digits() -> None:
    text = "contacts:\n  clinic: {name: Clinic, number: '*'}\n" + flow("main: {say: Hello., next: desk}")
    assert [line.split()[0] for line in found(text, "DA008")] == ["3:34"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1-800-555-0100", "+1 (800) 555-0100", True),
        ("1-800-555-0100", "800.555.0100", True),
        ("1-800-FLOWERS", "+1 800 356 9377", True),
        ("1-800-555-0100", "1-800-555-0101", False),
        ("1-800-555-0100 ext. 1", "1-800-555-0100 ext. 2", False),
        ("1-800-555-0100 ext. 1", "18005550100 x1", True),
        ("support", "sales", False),
        ("020 7946 0018", "2079460018", False),
    ],
)
def test_two_spellings_of_one_number(one: str, other: str, same: object) -> None:
    assert (same_number(one) == same_number(other)) is same


@pytest.mark.parametrize("second", ["1-800-555-0100", "+1 800 555 0100", "(800) 555-0100"])
def test_one_number_for_two_lines(second: str) -> None:
    text = f"lines:\n  1-800-555-0100: main\n  {second}: desk\n" + flow("main: {say: Hello., next: desk}")
    assert [line.split()[:2] for line in found(text, "DA009", "RD011", "ST002")] == [["3:3", "DA009"]]
