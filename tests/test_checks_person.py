"""How far a person is: what the rules find of it, what they leave alone, and that the calls they show come there."""

from __future__ import annotations

from pathlib import Path

import pytest
from found import TODAY, findings, found
from frame import framed

from ivr.check import Selection, run_checks
from ivr.checks import catalogue
from ivr.explore import replay
from ivr.flow import Flow
from ivr.loader import load, load_text
from ivr.promise.costs import FEWEST, MENUS, OFFERED, SILENT, TOLD, UNKNOWN, Calls, calls_of, lowest
from ivr.promise.hours import hours_told
from ivr.witness import Witness

FLOWS = Path(__file__).resolve().parent.parent / "flows"
MESSAGE = (
    '  message: {record: "After the tone, leave your number.", to: representative, next: thanks}\n'
    '  thanks: {hangup: "Thank you, goodbye.", done: yes}\n'
)
LEFT_A_MESSAGE = "defaults: {wrong: Sorry., silence: Sorry., otherwise: message}\n"
OFFICE = 'hours: {office: "Mon-Fri 08:00-18:00", desk: "Mon-Sat 08:00-18:00"}\n'
STAFFED = "contacts:\n  representative: {name: Representative, hours: desk}\n"


def told(text: str, code: str) -> list[str]:
    """Give what a rule finds, without the place."""
    return [line.split(" ", 2)[2] for line in found(text, code)]


def the_call(text: str, code: str) -> Witness:
    """Give the call of the only finding of a rule, made once more."""
    (finding,) = findings(text, (code,))
    assert isinstance(finding.fault.call, Witness)
    return finding.fault.call


def flow_of(text: str) -> Flow:
    flow = load_text(framed(text)).flow
    assert flow is not None
    return flow


def costs(text: str) -> tuple[Calls, int]:
    calls = calls_of(flow_of(text), TODAY)
    return calls, lowest(calls.alike[0])


THREE = """
nodes:
  main:
    menu: one two three four five six seven eight
    options:
      1: {say: a, go: second}
      2: {say: b, go: card}
      5: {say: c, go: desk, announced: no}
  second: {menu: one two three four, options: {1: {say: d, go: desk}}}
  card: {ask: one two three four, into: card, digits: 4, next: desk, otherwise: sorry}
"""


def test_the_quickest_way_counts_what_is_heard_up_to_the_key() -> None:
    calls, bit = costs(THREE + "keys: {}")
    root = calls.positions.roots["1-800-555-0100"]
    # the prompt and two options, after which nothing more is said of the third; 160 words a minute
    assert calls.ways(bit)[root.number].price == ((8 + 4 + 4) * 60 / 160, 1)
    # the prompt, "For a, press 1.", the second prompt, "For d, press 1."
    assert calls.ways(bit, TOLD)[root.number].price == ((8 + 4 + 4 + 4) * 60 / 160, 2)


def test_kinds_of_callers_go_different_ways() -> None:
    calls, bit = costs(THREE + "keys: {}")
    root = calls.positions.roots["1-800-555-0100"]
    assert calls.ways(bit, first=FEWEST)[root.number].price[0] == 1  # the key that nobody is told of
    assert calls.ways(bit, TOLD, FEWEST)[root.number].price[0] == 2
    assert calls.ways(bit, UNKNOWN, FEWEST)[root.number].price[0] == 1
    assert calls.ways(bit, OFFERED, MENUS)[root.number].price[0] == 1  # the menu before the question
    assert calls.ways(bit, SILENT)[root.number].price[1] == 0
    assert calls.ways(bit, SILENT)[root.number].price[0] > calls.ways(bit)[root.number].price[0]


def test_times_are_told_in_words_and_dates_before_the_ordinary_week_are_no_part_of_it() -> None:
    calls, _ = costs(OFFICE + STAFFED + "nodes:\n  main: {hours: office, open: desk, closed: sorry}\n")
    office = calls.found.times.during("office")
    assert hours_told(calls.found, office) == "on Mon-Fri 08:00-18:00"
    assert hours_told(calls.found, calls.found.times.every) == "at any hour"


def test_a_line_that_loses_its_callers_while_somebody_is_there_is_told_with_the_hours_and_the_call() -> None:
    text = OFFICE + STAFFED + "nodes:\n  main: {hours: office, open: desk, closed: message}\n" + MESSAGE
    assert told(text, "HU002") == [
        "who dials 1-800-555-0100 on Sat 08:00 to 18:00 gets to nobody, though 'representative' is there"
    ]
    call = the_call(text, "HU002")
    assert call.at.strftime("%a") == "Sat"
    ended = replay(flow_of(text), call)
    assert ended is not None
    assert ended.node == "message"


def test_a_place_that_loses_its_callers_is_told_where_they_first_act() -> None:
    text = (
        OFFICE
        + STAFFED
        + "keys: {}\n"
        + LEFT_A_MESSAGE
        + "nodes:\n  main: {menu: Hello., options: {1: {say: help, go: help}, 2: {say: a person, go: desk}}}\n"
        "  help: {hours: office, open: desk, closed: late}\n"
        "  late: {menu: Late., options: {1: {say: a message, go: message}, 2: {say: more, go: more}}}\n"
        "  more: {menu: More., options: {1: {say: a message, go: message}, 2: {say: help, go: help}}}\n" + MESSAGE
    )
    assert told(text, "HU002") == [
        "on Sat 08:00 to 18:00 callers at 'late' get to nobody, though 'representative' is there"
    ]
    assert the_call(text, "HU002").reach == "late"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            OFFICE + "nodes:\n  main: {hours: office, open: desk, closed: message}\n" + MESSAGE,
            id="the contact says no hours, so those of the flow are its own",
        ),
        pytest.param(
            OFFICE + STAFFED + "nodes:\n  main: {hours: desk, open: desk, closed: message}\n" + MESSAGE,
            id="the same hours",
        ),
        pytest.param(
            'hours: {office: "Mon-Sat 08:00-18:00", desk: "Mon-Fri 08:00-18:00"}\n'
            + STAFFED
            + "nodes:\n  main: {hours: office, open: desk, closed: message}\n"
            + MESSAGE,
            id="nobody is there",
        ),
        pytest.param(
            OFFICE
            + STAFFED
            + "lines: {1-800-555-0100: main, 1-800-555-0101: other}\n"
            + "contacts:\n  clerk: {name: Clerk}\n  representative: {name: Representative, hours: office}\n"
            + "nodes:\n  main: {hours: office, open: desk, closed: message}\n  other: {transfer: clerk}\n"
            + MESSAGE,
            id="who is there answers another line",
        ),
        pytest.param("nodes:\n  main: {menu: Hello., options: {1: {say: a, go: sorry}}}\nkeys: {}\n", id="never"),
    ],
)
def test_nobody_is_lost(text: str) -> None:
    text = text.replace(STAFFED, "", 1) if text.count("contacts:\n") > 1 else text
    assert told(text, "HU002") == []


HIDDEN = (
    "keys: {0: {say: a person, go: desk, announced: no, because: printed}, 9: {say: again, go: again}}\n"
    + LEFT_A_MESSAGE
    + "nodes:\n  main: {menu: Hello., options: {1: {say: a message, go: message}, 2: {say: more, go: more}}}\n"
    "  more: {menu: More., options: {1: {say: a message, go: message}}}\n" + MESSAGE
)


def test_a_key_that_nobody_is_told_of_is_told_once_however_many_menus_need_it() -> None:
    assert told(HIDDEN, "HU003") == ["in 'main' only the key 0 leads to a person, and nobody tells callers of it"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(HIDDEN.replace("announced: no, because: printed", "announced: yes"), id="announced"),
        pytest.param(HIDDEN.replace("menu: Hello.", 'menu: "Hello. For a person, press 0."'), id="named in a prompt"),
        pytest.param(HIDDEN.replace("otherwise: message", "otherwise: desk"), id="who waits gets to a person"),
        pytest.param(HIDDEN.replace("1: {say: a message, go: message}", "1: {say: sales, go: desk}"), id="another key"),
    ],
)
def test_a_person_is_announced(text: str) -> None:
    assert told(text, "HU003") == []


def test_a_hidden_key_without_a_reason_is_told_by_one_rule() -> None:
    text = HIDDEN.replace(", because: printed", "")
    assert {line.split()[1] for line in found(text, "HU003", "PR003")} == {"HU003"}


def test_0_that_does_nothing_is_told_once() -> None:
    text = (
        "keys: {9: {say: again, go: again}}\n"
        "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: desk}, 2: {say: more, go: more}}}\n"
        "  more: {menu: More., options: {1: {say: sales, go: desk}}}\n"
    )
    assert told(text, "HU004") == [
        "in 'main' 0 does nothing, but callers press it to reach a person (and so it is with 1 other menu)"
    ]
    assert the_call(text, "HU004").keys() == "0"


def test_0_that_is_something_else_is_told_by_one_rule() -> None:
    text = (
        "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: desk}, 0: {say: our address, go: where}}}\n"
        "  where: {say: Main Street., next: main}\n"
    )
    assert [line.split(" ", 1)[1] for line in found(text, "HU004", "KY006")] == [
        "HU004 in 'main' 0 stands for 'our address', but callers press it to reach a person"
    ]


@pytest.mark.parametrize(
    "zero",
    [
        pytest.param("desk", id="a person"),
        pytest.param("first", id="a message before a person"),
        pytest.param("card", id="a question before a person"),
        pytest.param("when", id="hours before a person or a mailbox"),
    ],
)
def test_0_leads_to_a_person(zero: str) -> None:
    text = (
        OFFICE + f"keys: {{0: {{say: a person, go: {zero}}}}}\n"
        "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: desk}}}\n"
        "  first: {say: One moment., next: desk}\n"
        "  card: {ask: Your card., into: card, digits: 4, next: desk}\n"
        "  when: {hours: office, open: desk, closed: message}\n" + MESSAGE
    )
    assert told(text, "HU004") == []


@pytest.mark.parametrize(
    ("zero", "expected"),
    [
        ("{say: a person, go: message}", ["in 'main' 0 leads to a mailbox and no further"]),
        ("{say: a person, go: voicemail}", ["in 'main' 0 leads to a mailbox and no further"]),
        ("{say: a person, go: later}", []),
        ("{say: leave a message, go: message}", []),
    ],
)
def test_0_for_a_person_is_more_than_a_mailbox(zero: str, expected: list[str]) -> None:
    text = (
        f"keys: {{0: {zero}}}\n"
        "contacts: {box: {name: Box, channel: voicemail}, ring: {name: Ring, channel: callback}}\n"
        "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: desk}}}\n"
        "  voicemail: {transfer: box, failed: message}\n  later: {transfer: ring, failed: message}\n" + MESSAGE
    )
    assert [message.split(",")[0] for message in told(text, "HU004")] == expected


def test_a_menu_that_gives_up_at_once_takes_0_to_a_person() -> None:
    text = "keys: {}\nnodes:\n  main: {menu: Hello., options: {1: {say: sales, go: desk}}, tries: 1}\n"
    assert told(text, "HU004") == []


DEEP = (
    "keys: {}\n"
    + LEFT_A_MESSAGE
    + "nodes:\n"
    + "".join(
        f"  {name}: {{menu: {name}., options: {{1: {{say: more, go: {to}}}, 2: {{say: a message, go: message}}}}}}\n"
        for name, to in (("main", "b"), ("b", "c"), ("c", "d"), ("d", "desk"))
    )
    + MESSAGE
)


def test_many_keys_are_told_with_the_call_that_presses_them_and_0_is_not_told_besides() -> None:
    assert told(DEEP, "HU005") == ["from 'main' a person is 4 keys away, by the best way"]
    assert the_call(DEEP, "HU005").keys() == "1,1,1,1"
    assert [finding.code for finding in findings(DEEP, ("HU004", "HU005", "HU006", "HU007"))] == ["HU005"]


def test_few_keys_are_left_alone_and_an_entry_counts_as_one() -> None:
    assert told(DEEP.replace("go: c}", "go: d}"), "HU005") == []
    card = "nodes:\n  main: {ask: Your card., into: card, digits: 16, next: desk, otherwise: sorry}\n"
    assert told(card, "HU005") == []


def test_a_person_who_is_far_only_at_night_is_left_alone() -> None:
    text = DEEP.replace("keys: {}\n", OFFICE + "keys: {0: {say: a person, go: when}}\n")
    text += "  when: {hours: office, open: desk, closed: message}\n"
    assert told(text, "HU005") == []


SLOW = (
    "keys: {0: {say: a person, go: first}}\n"
    + LEFT_A_MESSAGE
    + "nodes:\n  main: {menu: Hello., options: {1: {say: a message, go: message}}}\n"
    + "  first: {say: {text: Please wait., seconds: 61}, next: desk}\n"
    + MESSAGE
)


def test_a_minute_until_a_person_is_told() -> None:
    assert told(SLOW, "HU006") == ["from 'main' a person is 65 s away, by the quickest way"]
    assert told(SLOW.replace("seconds: 61", "seconds: 50"), "HU006") == []


UNTOLD = (
    "keys: {0: {say: a person, go: desk, announced: no, because: printed}}\n"
    "nodes:\n  main: {menu: Hello., options: {1: {say: our hours, go: open}}}\n"
    "  open: {hangup: We are open., done: yes}\n"
)


def test_a_person_whom_no_menu_offers_is_told_though_who_waits_gets_there() -> None:
    assert told(UNTOLD, "HU007") == ["who dials 1-800-555-0100 is told of no way to a person in the first 3 menus"]
    assert told(UNTOLD.replace("announced: no, because: printed", "announced: yes"), "HU007") == []
    assert told(UNTOLD.replace("1: {say: our hours, go: open}", "1: {say: sales, go: desk}"), "HU007") == []


STRANDED = (
    "nodes:\n  main: {menu: Hello., options: {1: {say: sales, go: desk}}, otherwise: closing}\n"
    "  closing: {hangup: Goodbye.}\n"
)


def test_who_presses_nothing_is_hung_up_on_and_the_call_shows_the_silence() -> None:
    assert told(STRANDED, "HU008") == [
        "who presses nothing at 'main' is hung up on after 3 silences, at 'closing', though a person is there"
    ]
    assert {step.kind for step in the_call(STRANDED, "HU008").steps} == {"wait"}
    assert {finding.code for finding in findings(STRANDED, ("HU008", "TM008", "ST008"))} == {"HU008"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(STRANDED.replace("Goodbye.}", "Goodbye., done: yes}"), id="what they came for"),
        pytest.param(STRANDED.replace("otherwise: closing", "otherwise: desk"), id="a person"),
        pytest.param(STRANDED.replace("otherwise: closing", "otherwise: message") + MESSAGE, id="a mailbox"),
        pytest.param(
            OFFICE + STAFFED + "nodes:\n  main: {hours: desk, open: desk, closed: night}\n"
            "  night: {menu: Closed., options: {1: {say: a message, go: message}}, otherwise: closing}\n"
            "  closing: {hangup: Goodbye.}\n" + MESSAGE,
            id="nobody is there",
        ),
    ],
)
def test_who_presses_nothing_is_not_stranded(text: str) -> None:
    assert told(text, "HU008") == []


BEHIND = (
    "keys: {}\nnodes:\n  main: {ask: Your number., into: member, digits: 8, next: desk, otherwise: message}\n" + MESSAGE
)


def test_an_entry_that_nobody_can_do_without_is_told() -> None:
    assert told(BEHIND, "HU009") == ["who dials 1-800-555-0100 gets to a person only by entering what 'main' asks for"]
    assert told(BEHIND.replace("otherwise: message", "otherwise: desk"), "HU009") == []


def test_two_questions_of_which_each_lies_on_one_way_only_are_told_where_the_best_way_asks() -> None:
    text = (
        "keys: {}\n"
        + LEFT_A_MESSAGE
        + "nodes:\n  main: {menu: Hello., options: {1: {say: a, go: one}, 2: {say: b, go: other}}}\n"
        "  one: {ask: One., into: a, digits: 4, next: desk}\n"
        "  other: {ask: Other., into: b, digits: 4, next: OTHER}\n" + MESSAGE
    )
    assert [line.split("'")[1] for line in told(text.replace("OTHER", "desk"), "HU009")] == ["one"]
    free = text.replace("2: {say: b, go: other}", "2: {say: b, go: desk}").replace("OTHER", "desk")
    assert told(free, "HU009") == []


CLOSED = (
    'hours: {office: "Mon-Fri 08:00-18:00"}\n'
    "nodes:\n  main: {hours: office, open: desk, closed: night}\n  night: {hangup: WORDS}\n"
)


def test_who_calls_at_night_and_can_leave_nothing_is_told_with_the_hours() -> None:
    text = CLOSED.replace("WORDS", "We are closed. Goodbye.")
    assert told(text, "HU012") == [
        "who dials 1-800-555-0100 outside Mon-Fri 08:00-18:00 can leave no message, as 'night' ends the call"
    ]
    assert the_call(text, "HU012").end == "hangup"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(CLOSED.replace("WORDS", "Write to desk@example.com."), id="an address is told"),
        pytest.param(CLOSED.replace("WORDS", "See www.example.com."), id="a page is told"),
        pytest.param(CLOSED.replace("WORDS", "Call 1-800-555-0199 at night."), id="a number is told"),
        pytest.param(CLOSED.replace("WORDS}", "Closed today., done: yes}"), id="what they came for"),
        pytest.param(CLOSED.replace("closed: night", "closed: message") + MESSAGE, id="a message can be left"),
        pytest.param(CLOSED.replace("open: desk, closed: night", "open: night, closed: night"), id="nobody ever"),
    ],
)
def test_the_closed_hours_are_in_order(text: str) -> None:
    assert told(text, "HU012") == []


@pytest.mark.parametrize("name", ["caremark-austin.yaml", "clinic.yaml"])
def test_flows_on_which_people_are_near_raise_nothing(name: str) -> None:
    flow = load(FLOWS / name).flow
    assert flow is not None
    codes = ("HU002", "HU003", "HU004", "HU005", "HU006", "HU007", "HU008", "HU009", "HU012")
    assert run_checks(flow, catalogue(), Selection(codes), today=TODAY) == ()
