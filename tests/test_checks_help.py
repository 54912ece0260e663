"""Whether callers get to a person, and how: what must be found, and what must not."""

from __future__ import annotations

import pytest
from found import findings, found

KEYS = "keys: {9: {say: hear this again, go: again}}\n"
MAIN = "  main: {menu: Hello., options: {1: {say: sales, go: sales}, 2: {say: parts, go: desk}}%s}\n"
SALES = "  sales: {say: Our sales team will be glad to help., next: desk}\n"
BYE = "  bye: {hangup: Goodbye., done: yes}\n"
BOX = "  box: {record: Speak after the tone., next: bye}\n"


def nodes(*lines: str) -> str:
    return "nodes:\n" + "".join(lines)


def codes(text: str, *rules: str) -> list[str]:
    return [finding.code for finding in findings(text, rules)]


def lone(main: str, *behind: str, contacts: str = "", otherwise: str = "box") -> str:
    """A flow whose menus have no key for a person."""
    return KEYS + f"defaults: {{otherwise: {otherwise}}}\n" + contacts + nodes(f"  main: {{{main}}}\n", *behind)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            lone("menu: Hi., options: {1: {say: a, go: box}, 2: {say: b, go: bye}}", BOX, BYE),
            ["HU001"],
            id="a mailbox",
        ),
        pytest.param(
            lone("menu: Hi., options: {1: {say: a, go: box}, 2: {say: b, go: bye}}", BOX, BYE, otherwise="desk"),
            [],
            id="after the last try",
        ),
        pytest.param(
            lone(
                "menu: Hi., options: {1: {say: a, go: x}, 2: {say: b, go: bye}}",
                "  x: {transfer: 312-555-0142}\n",
                BOX,
                BYE,
            ),
            [],
            id="a number is a person",
        ),
        pytest.param(
            lone(
                "menu: Hi., options: {1: {say: a, go: x}, 2: {say: b, go: bye}}",
                "  x: {transfer: machine, failed: bye}\n",
                BOX,
                BYE,
                contacts="contacts: {machine: {name: M, channel: callback}}\n",
            ),
            ["HU001"],
            id="a machine is none",
        ),
        pytest.param(
            lone(
                "menu: Hi., options: {1: {say: a, go: x}, 2: {say: b, go: bye}}",
                "  x: {unknown: s, exits: {a: bye}}\n",
                BOX,
                BYE,
            ),
            [],
            id="what is not known may be one",
        ),
        pytest.param(
            lone(
                "menu: Hi., options: {1: {say: a, go: x}, 2: {say: b, go: x}}", "  x: {hangup: Bye.}\n", otherwise="x"
            ),
            ["ST008"],
            id="only hang-ups are ST008's",
        ),
        pytest.param(
            lone("menu: Hi., options: {1: {say: a, go: main}, 2: {say: b, go: again}}", otherwise="main"),
            ["ST007"],
            id="a trap is ST007's",
        ),
        pytest.param(
            lone("menu: Hi., options: {1: {say: a, go: lost}, 2: {say: b, go: bye}}", BOX, BYE), ["ST001"], id="lost"
        ),
        pytest.param(
            lone(
                "run: sub, then: desk",
                "  sub: {menu: Hi., options: {1: {say: a, go: out}, 2: {say: b, go: box}}}\n",
                "  out: {return: x}\n",
                BOX,
                BYE,
            ),
            [],
            id="behind a sub-flow",
        ),
    ],
)
def test_a_person_must_be_reachable(text: str, expected: list[str]) -> None:
    assert codes(text, "HU001", "ST007", "ST008", "ST001") == expected


def test_a_part_without_people_is_one_finding_where_callers_first_act() -> None:
    text = lone(
        "menu: Hi., options: {1: {say: a, go: two}, 2: {say: b, go: desk}}",
        "  two: {menu: Two., options: {1: {say: c, go: three}, 2: {say: d, go: box}}}\n",
        "  three: {menu: Three., options: {1: {say: e, go: box}, 2: {say: f, go: bye}}}\n",
        BOX,
        BYE,
    )
    (line,) = found(text, "HU001")
    assert "whatever callers press at 'two'" in line


SPOKEN = "menu: Hi., options: {1: {say: a, go: bye}, 2: {say: b, go: box}, agent: {words: [agent], go: %s}}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(lone(SPOKEN % "desk", BOX, BYE), ["HU010"], id="only words"),
        pytest.param(lone(SPOKEN % "desk", BOX, BYE, otherwise="desk"), [], id="or the last try"),
        pytest.param(lone(SPOKEN.replace("go: box", "go: desk") % "desk", BYE, otherwise="bye"), [], id="or a key"),
        pytest.param(lone(SPOKEN % "told", BOX, BYE, "  told: {say: Wait., next: desk}\n"), ["HU010"], id="with words"),
        pytest.param(
            lone("menu: Say., options: {agent: {words: [agent], go: desk}}", BYE, otherwise="bye"),
            ["AC006"],
            id="AC006's",
        ),
    ],
)
def test_a_person_behind_words_only(text: str, expected: list[str]) -> None:
    assert codes(text, "HU010", "AC006", "HU001") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("hangup: For sales call 312-555-0142.", 1),
        ("hangup: 'Please dial 1-800-FLOWERS.'", 1),
        ("hangup: Llame al 312 555 0142.", 1),
        ("hangup: 'Rufen Sie (030) 5550142 an.'", 1),
        ("say: Please call 312-555-0142., next: end", 1),
        ("say: You can also call 312-555-0142., next: desk", 0),
        ("say: Please call 312-555-0142., next: bye", 0),
        ("hangup: For sales call 312-555-0142., done: yes", 0),
        ("hangup: Please call again later.", 0),
        ("hangup: In an emergency dial 911.", 0),
        ("hangup: Your number is 312-555-0142.", 0),
    ],
)
def test_another_number_to_call(words: str, expected: int) -> None:
    text = nodes(MAIN % "", f"  sales: {{{words}}}\n", BYE, "  end: {hangup: Goodbye.}\n")
    assert len(codes(text, "HU011")) == expected


def test_another_number_is_better_than_none_while_nobody_is_there() -> None:
    contacts = "contacts:\n  office: {name: Office, hours: day}\nhours: {day: 'Mon-Fri 08:00-17:00'}\n"
    other = "  other: {hangup: In urgent cases call 312-555-0142.}\n"
    at_night = "  sales: {hours: day, open: team, closed: other}\n  team: {transfer: office, failed: other}\n"
    assert codes(contacts + nodes(MAIN % "", at_night, other), "HU011") == []


@pytest.mark.parametrize(
    ("sales", "expected"),
    [
        ("busy: main, no-answer: main", ["HU013"]),
        ("busy: told, no-answer: told", ["HU013"]),
        ("failed: told", ["HU013"]),
        ("busy: desk, no-answer: desk", []),
        ("busy: box, no-answer: box", []),
        ("busy: sorry, no-answer: sorry, closed: main", []),
        ("busy: other, no-answer: other", []),
    ],
)
def test_nobody_answers_and_the_caller_begins_anew(sales: str, expected: list[str]) -> None:
    text = nodes(
        MAIN % "",
        f"  sales: {{transfer: representative, {sales}}}\n",
        "  told: {say: Nobody is free., next: main}\n",
        "  box: {record: Speak., next: main}\n",
        "  other: {menu: Nobody is free., options: {1: {say: wait, go: sales}, 2: {say: a message, go: box}}}\n",
    )
    assert codes(text, "HU013") == expected


def test_desks_that_bounce_by_way_of_one_node_are_one_finding() -> None:
    text = nodes(
        MAIN.replace("go: desk", "go: parts") % "",
        "  sales: {transfer: representative, failed: told}\n",
        "  parts: {transfer: representative, failed: told}\n",
        "  told: {say: Nobody is free., next: main}\n",
    )
    (line,) = found(text, "HU013")
    assert "(and so it is with 1 other transfer)" in line


def entered(*between: str, second: str = "Once more please.", options: str = "") -> str:
    """An ask, some nodes (each leads to the next by `%s`), and another ask for the same."""
    names = [*(f"n{at}" for at in range(len(between))), "again-asked"]
    lines = [f"  {name}: {{{what % to}}}\n" for name, to, what in zip(names, names[1:], between, strict=False)]
    return nodes(
        f"  main: {{ask: Your number?, into: n, digits: 3, next: {names[0]}{options}}}\n",
        *lines,
        f"  again-asked: {{ask: {second}, into: n, digits: 3, next: handed}}\n",
        "  handed: {transfer: representative, pass: [n], failed: sorry}\n",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(entered(), 1, id="at once"),
        pytest.param(entered("say: Thank you., next: %s"), 1, id="behind words"),
        pytest.param(entered("menu: M., options: {1: {say: a, go: %s}, 2: {say: b, go: desk}}"), 1, id="behind a menu"),
        pytest.param(entered("lookup: x, pass: [n], outcomes: {found: %s, failed: desk}"), 1, id="it was found"),
        pytest.param(entered("lookup: x, pass: [n], outcomes: {unknown: %s, found: desk}"), 0, id="it was not found"),
        pytest.param(entered("lookup: x, outcomes: {unknown: %s, found: desk}"), 0, id="it may have been looked up"),
        pytest.param(entered("lookup: x, pass: [m], outcomes: {no: %s, found: desk}"), 1, id="other things looked up"),
        pytest.param(entered("branch: [{when: n == 1, go: desk}], else: %s"), 0, id="a branch goes by it"),
        pytest.param(
            entered("menu: 'You entered {n}.', options: {1: {say: wrong, go: %s}, 2: {say: right, go: desk}}"),
            0,
            id="it was read back",
        ),
        pytest.param(entered("set: {n: 0}, next: %s"), 0, id="it was taken away"),
        pytest.param(
            entered(options=", sensitive: yes").replace(
                "into: n, digits: 3, next: handed", "into: n, sensitive: yes, digits: 3, next: handed"
            ),
            0,
            id="a secret",
        ),
    ],
)
def test_asked_for_the_same_twice(text: str, expected: int) -> None:
    assert len(codes(text, "HU014")) == expected


def test_the_call_goes_through_both_asks() -> None:
    (finding,) = findings(entered("say: Thank you., next: %s"), ("HU014",))
    assert finding.message == "'again-asked' asks callers for 'n', which they have entered at 'main' before"
    assert finding.witness is not None
    assert "press 111" in finding.witness.words()


@pytest.mark.parametrize(
    ("ask", "transfer", "expected"),
    [
        ("into: n, digits: 3, otherwise: desk", "", 1),
        ("into: n, digits: 3, otherwise: desk", "pass: [n], ", 0),
        ("into: n, digits: 3, otherwise: team", "", 0),
        ("into: n, digits: 1, check: {one-of: [1, 2]}, otherwise: desk", "", 0),
        ("into: n, digits: 4, sensitive: yes, otherwise: desk", "", 0),
    ],
)
def test_what_was_entered_reaches_who_answers(ask: str, transfer: str, expected: int) -> None:
    text = nodes(
        f"  main: {{ask: Your number?, {ask}, next: team}}\n",
        f"  team: {{transfer: representative, {transfer}failed: sorry}}\n",
    )
    assert len(codes(text, "HU014")) == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        pytest.param("  hold: {say: Please hold., next: sales}\n", ["HU015"], id="for ever"),
        pytest.param("  hold: {set: {a: 1}, next: sales}\n", ["HU015"], id="for ever and told nothing"),
        pytest.param("  hold: {record: Speak., next: sales}\n", [], id="a message"),
        pytest.param(
            "  hold: {menu: Busy., options: {1: {say: wait, go: sales}, 2: {say: end, go: sorry}}}\n", [], id="a choice"
        ),
        pytest.param("  hold: {lookup: place, outcomes: {near: sales, failed: desk}}\n", ["HU016"], id="told nothing"),
        pytest.param(
            "  hold: {lookup: place, outcomes: {near: music, failed: desk}}\n  music: {say: Soon., next: sales}\n",
            [],
            id="told something",
        ),
        pytest.param("  hold: {say: Please hold., next: desk}\n", [], id="another desk"),
        pytest.param(
            "  hold: {set: {a: b}, next: check}\n  check: {branch: [{when: a > 3, go: sorry}], else: music}\n"
            "  music: {say: Soon., next: sales}\n",
            [],
            id="rounds that are counted",
        ),
    ],
)
def test_callers_on_hold(behind: str, expected: list[str]) -> None:
    text = nodes(MAIN % "", "  sales: {transfer: representative, busy: hold, no-answer: hold}\n", behind)
    assert codes(text, "HU015", "HU016", "ST009", "ST010", "ST007") == expected


def test_a_person_first_where_it_is_asked_for() -> None:
    text = nodes(MAIN % "", SALES)
    assert codes(text, "HU017") == ["HU017"]
    first = nodes(
        "  main: {menu: Hello., options: {0: {say: a person, go: desk}, 1: {say: sales, go: sales}}}\n", SALES
    )
    assert codes(first, "HU017") == []
