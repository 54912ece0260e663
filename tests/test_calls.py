"""Calls that are written down, run: what each step takes and asks for, and how a failure is told."""

from __future__ import annotations

from textwrap import dedent, indent

import pytest
from found import TODAY

from ivr.calls import Performance, performances
from ivr.flow import Flow
from ivr.loader import load_text
from ivr.steps import ENDS

FLOW = """
ivr: 1
timezone: America/Chicago
languages: [en, es]
lines: {1-312-555-0100: main, 1-312-555-0142: {start: hello, name: Reception}}
hours: {desk: {open: Mon-Fri 08:00-18:00, closed: [2026-03-03]}}
contacts: {nurse: {name: Clinical nurse, number: 1-312-555-0111}, mailbox: {name: Messages}}
defaults: {wrong: Sorry., silence: Nothing was heard., tries: 2, otherwise: ring}
nodes:
  main:
    menu: Harbour   clinic.
    options:
      1: {say: a nurse, go: ring, words: [nurse]}
      2: {say: results, go: number}
      3: {say: hours, go: desk}
      4: {say: messages, go: tape}
      5: {say: nothing, go: nowhere}
      6: {say: español, go: hello, language: es}
  ring: {transfer: nurse, busy: bye, no-answer: bye}
  number: {ask: Enter six digits., into: member, digits: 6, next: find}
  find: {lookup: member record, gives: [balance], outcomes: {found: told, failed: bye}}
  told: {say: "Your balance is {balance}.", next: bye}
  desk: {hours: desk, open: opened, closed: shut}
  opened: {hangup: We are open.}
  shut: {hangup: We are closed.}
  tape: {record: Speak after the tone., to: mailbox, next: bye}
  hello: {say: {en: Hello., es: Hola.}, next: bye}
  bye: {hangup: {en: Goodbye., es: Adiós.}}
  card: {say: "Known as {member}.", next: main}
calls:
"""


def flow_with(calls: str) -> Flow:
    flow = load_text(FLOW + indent(dedent(calls).strip(), "  ") + "\n", "clinic.yaml").flow
    assert flow is not None
    return flow


def run(calls: str) -> list[Performance]:
    return list(performances(flow_with(calls), TODAY))


def passes(steps: str, *fields: str) -> None:
    (one,) = run("\n".join(["- call: A call", *(f"  {field}" for field in fields), f"  steps: {steps}"]))
    assert one.failure is None, one.failure


def fails(steps: str, *fields: str) -> tuple[str, str]:
    """Run one call that fails; gives what stands at the place of the failure, and its sentence."""
    flow = flow_with("\n".join(["- call: A call", *(f"  {field}" for field in fields), f"  steps: {steps}"]))
    (one,) = performances(flow, TODAY)
    assert one.failure is not None
    place = one.failure.place
    assert place.file == "clinic.yaml"
    line = flow.texts["clinic.yaml"].splitlines()[place.line - 1]
    return line[place.column - 1 : place.end_column - 1], one.failure.message


@pytest.mark.parametrize(
    "steps",
    [
        "[{hear: harbour clinic}, {press: 1}, {answer: {nurse: busy}}, {hear: GOODBYE}, {end: hangup}]",
        "[{hear: '/for .*, press [12]/'}, {reach: main}]",
        "[{press: 1}, {end: transfer nurse}]",
        "[{press: 1}, {end: transfer}]",
        "[{press: 1}, {end: transfer Clinical nurse}]",
        "[{press: 1}, {answer: {nurse: connected}}, {end: transfer nurse}]",
        "[{press: 1}, {answer: {Clinical nurse: busy}}, {end: hangup}]",
        "[{press: 1}, {answer: {ring: busy}}, {end: hangup}]",
        "[{speak: a nurse please}, {end: transfer nurse}]",
        "[wait, {hear: nothing was heard}, wait, {end: transfer nurse}]",
        "[{press: 9}, {hear: sorry}, {press: 1}, {end: transfer nurse}]",
        "[{press: 2}, {press: 123456#}, {answer: {member record: {found: {balance: 12.50}}}}, {hear: is 12.50}]",
        "[{press: 2123456}, {answer: {member record: failed}}, {hear: goodbye}, {end: hangup}]",
        "[{press: 2}, {press: 123456}, {set: {balance: 3}}, {answer: {member record: found}}, {hear: balance is 3}]",
        "[{press: 4}, {press: 1}, wait, {end: hangup}]",
        "[{press: 4}, {answer: {mailbox: recorded}}, {end: hangup}]",
        "[{press: 4}, {answer: {tape: failed}}, {end: hangup}]",
        "[{press: 6}, {hear: hola}, {hear: adiós}, {end: hangup}]",
        "[{press: 5}, {end: fault}]",
        "[hang up, {end: caller}]",
        "[hangup, {end: caller}]",
        "[{press: 3}, {hear: open}, {end: hang up}]",
        "[]",
    ],
)
def test_a_call_passes(steps: str) -> None:
    passes(steps)


def test_what_was_said_counts_from_the_last_thing_that_the_caller_did() -> None:
    passes("[{press: 2}, {press: 123456}, {answer: {member record: found}}, {hear: balance}, {hear: goodbye}]")
    assert fails("[{hear: harbour}, {press: 2}, {hear: harbour}]") == ("harbour", "'harbour' is not heard")


def test_a_call_begins_as_it_says() -> None:
    passes("[{hear: hello}]", "line: 1-312-555-0142")
    passes("[{hear: hello}]", "line: (312) 555-0142")
    passes("[{hear: hello}]", "line: Reception")
    passes("[{hear: hola}]", "line: Reception", "language: es")
    passes("[{press: 2}, {press: 123456}, {answer: {member record: found}}, {hear: is 7}]", "given: {balance: 7}")


def test_a_time_is_the_next_such_one_that_no_schedule_closes() -> None:
    passes("[{press: 3}, {hear: We are open}]", "at: Tue 10:30")  # 2026-03-03 is closed, so a week later
    passes("[{press: 3}, {hear: We are closed}]", "at: 2026-03-03 10:30")
    passes("[{press: 3}, {hear: We are closed}]", "at: Sun 10:30")
    passes("[{press: 3}, {hear: We are open}]")  # the next working day, at noon


@pytest.mark.parametrize(
    ("steps", "at", "message"),
    [
        ("[{hear: harber}]", "harber", "'harber' is not heard"),
        ("[{press: 1}, {hear: anything}]", "anything", "'anything' is not heard: nothing is said here"),
        ("[{hear: '/(/'}]", "'/(/'", "'/(/' is no pattern: missing ) at position 1"),
        ("[{reach: mian}]", "mian", "the flow has no node 'mian'; did you mean 'main'?"),
        ("[{reach: ring}]", "ring", "the call is at 'main', and not at 'ring'"),
        ("[{press: 6}, {reach: main}]", "main", "the call is not at 'main': it has ended at 'bye', the line hangs up"),
        ("[{press: 1}, {press: 1}]", "1", "`press: 1` comes while 'nurse' has not answered yet"),
        ("[{press: 1}, wait]", "wait", "`wait` comes while 'nurse' has not answered yet"),
        ("[{press: 1}, {speak: hello}]", "hello", "`speak: hello` comes while 'nurse' has not answered yet"),
        ("[{press: 6}, {press: 1}]", "1", "`press: 1` comes after the call has ended: the line hangs up"),
        ("[{press: 6}, hang up]", "hang up", "`hang up` comes after the call has ended: the line hangs up"),
        ("[{press: 61}]", "61", "the call has ended before all of '61' was pressed: the line hangs up"),
        (
            "[{answer: {nurse: busy}}]",
            "{nurse: busy}",
            "nothing is asked now, so 'nurse' has nothing to answer; it is at 'main' and waits for the caller",
        ),
        ("[{press: 1}, {answer: {nurze: busy}}]", "{nurze: busy}", "'nurse' is asked now, and not 'nurze'"),
        (
            "[{press: 1}, {answer: {nurse: bussy}}]",
            "{nurse: bussy}",
            "'nurse' cannot answer 'bussy'; did you mean 'busy'?",
        ),
        (
            "[{press: 2}, {press: 123456}, {answer: {member record: {found: {balans: 1}}}}]",
            "{member record: {found: {balans: 1}}}",
            "'member record' brings no value 'balans'",
        ),
        ("[{end: hangup}]", "hangup", "the call has not ended: it is at 'main' and waits for the caller"),
        ("[{press: 1}, {end: hangup}]", "hangup", "the call has not ended: it rings 'Clinical nurse' at 'ring'"),
        ("[{press: 6}, {end: transfer nurse}]", "transfer nurse", "the call ends otherwise: the line hangs up"),
        (
            "[{press: 1}, {end: transfer mailbox}]",
            "transfer mailbox",
            "the call has not ended: it rings 'Clinical nurse' at 'ring'",
        ),
        ("[{press: 5}]", "5", "the call ends by a fault of the flow: 'nowhere' does not exist"),
        ("[{press: x}]", "x", "step 1: 'x' are no keys of a telephone; they are 0 to 9, * and #"),
        ("[{prss: 1}]", "prss: 1", "step 1: 'prss' is not a step; did you mean 'press'?"),
        ("[hear]", "hear", "step 1: `hear` needs something behind it, as in `hear: test results`"),
        ("[{hear: ''}]", "''", "step 1: `hear` needs a text, as in `hear: test results`"),
        (
            "[{end: well}]",
            "well",
            f"step 1: 'well' is no end of a call; it is one of {', '.join(ENDS)}, as in `end: hangup`",
        ),
        ("[{set: x}]", "x", "step 1: `set` needs names and values, as in `set: {member: 123456}`"),
        (
            "[{answer: found}]",
            "found",
            "step 1: an answer says who answers and how, as in `answer: {member record: found}`",
        ),
    ],
)  # fmt: skip
def test_a_failure_says_where_and_what(steps: str, at: str, message: str) -> None:
    place, said = fails(steps)
    assert said == message
    assert at in place


def test_two_steps_in_one_are_told_apart() -> None:
    _, said = fails("[{press: 1, hear: x}]")
    assert said == "step 1: this is 2 steps in one, 'press' and 'hear'; write a `-` of its own for each"


def test_a_call_that_cannot_be_dialled_says_why() -> None:
    assert fails("[]", "line: 1-312-555-0101") == (
        "1-312-555-0101",
        "the flow has no line '1-312-555-0101'; did you mean '1-312-555-0100'?",
    )
    assert fails("[]", "language: fr") == ("fr", "the flow does not speak 'fr'")
    assert fails("[]", "at: Foo 10:00")[0] == "Foo 10:00"
    assert fails("[]", "at: 9999-12-31 10:00")[0] == "9999-12-31 10:00"


def test_what_cannot_be_read_fails_in_its_place() -> None:
    good, unread, other = run("- {call: one, steps: [wait]}\n- two\n- {call: three, steps: [{reach: main}]}")
    assert (good.passed, other.passed, other.script.call) == (True, True, "three")
    assert unread.failure is not None
    assert unread.failure.message == "entry 2 of 'calls' is text, but a map is needed here"


def test_a_failure_tells_what_was_heard_and_what_is_near() -> None:
    (one,) = run("- {call: A call, steps: [{hear: harber clinic}]}")
    assert one.failure is not None
    assert one.failure.expected == "hear: harber clinic"
    assert one.failure.nearest == "Harbour clinic."
    assert one.failure.heard[0].split() == ["Harbour", "clinic."]
    assert '"Harbour   clinic."' in one.transcript()[2]


def test_what_was_said_before_is_told_as_that() -> None:
    (one,) = run("- {call: A call, steps: [{press: 2}, {hear: harbour}]}")
    assert one.failure is not None
    assert one.failure.hint == "It was said earlier, before the caller last did something; move the step up."


def test_what_is_said_in_another_language_is_told_as_that() -> None:
    (one,) = run("- {call: A call, line: 1-312-555-0142, steps: [{hear: hola}]}")
    assert one.failure is not None
    assert one.failure.hint == "That is said in 'es', and the call is in 'en' here."


def test_a_pattern_that_goes_round_in_circles_comes_to_an_end() -> None:
    flow = load_text(
        f"{FLOW.replace('Harbour   clinic.', 'a' * 60)}  - {{call: A call, steps: [{{hear: /(a+)+$/}}]}}\n"
    ).flow
    assert flow is not None
    (one,) = performances(flow, TODAY)
    assert one.failure is not None
    assert one.failure.message in {
        "'/(a+)+$/' is not heard",
        "the pattern '/(a+)+$/' takes too long; it has repeats within repeats",
    }


def test_a_call_that_goes_round_for_ever_comes_to_an_end() -> None:
    text = "ivr: 1\nlines: {1: a}\nnodes: {a: {say: Hi., next: b}, b: {say: Ho., next: a}}\n"
    flow = load_text(text + "calls: [{call: A call, steps: [{hear: Hi}]}]\n").flow
    assert flow is not None
    (one,) = performances(flow, TODAY)
    assert one.failure is not None
    assert "goes round" in one.failure.message


def test_a_flow_without_lines_fails_its_calls() -> None:
    flow = load_text("ivr: 1\nnodes: {a: {hangup: Hi.}}\ncalls: [{call: A call}]\n").flow
    assert flow is not None
    (one,) = performances(flow, TODAY)
    assert one.failure is not None
    assert one.failure.message == "the flow has no lines, so nobody can call it"


@pytest.mark.parametrize(
    ("steps", "hint"),
    [
        (
            "[{press: 7}, {hear: gold}]",
            "'7' is not the whole of what is asked for: go on with `press`, or write `wait`.",
        ),
        (
            "[{press: 4}, {answer: {nurse: connected}}]",
            "It answers 'recorded', 'failed'.",
        ),
        (
            "[{press: 4}, {answer: {desk: recorded}}]",
            "Write `answer: {mailbox: recorded}`.",
        ),
    ],
)
def test_a_failure_says_how_to_mend_it(steps: str, hint: str) -> None:
    text = FLOW.replace("      6: {say: esp", "      71: {say: gold, go: bye}\n      6: {say: esp")
    flow = load_text(f"{text}  - {{call: A call, steps: {steps}}}\n", "clinic.yaml").flow
    assert flow is not None
    (one,) = performances(flow, TODAY)
    assert one.failure is not None
    assert one.failure.hint == hint


def test_a_contact_that_is_closed_is_said_not_to_be_rung() -> None:
    text = FLOW.replace("mailbox: {name: Messages}", "mailbox: {name: Messages}, day: {name: Day team, hours: desk}")
    call = "{call: A call, at: Sun 10:00, steps: [{press: 4}, {answer: {Day team: busy}}]}"
    flow = load_text(f"{text}  - {call}\n", "clinic.yaml").flow
    assert flow is not None
    (one,) = performances(flow, TODAY)
    assert one.failure is not None
    assert one.failure.hint.endswith("'day' is closed at this hour, so it is not rung.")
