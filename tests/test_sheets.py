from __future__ import annotations

import csv
import io
from datetime import datetime
from pathlib import Path
from random import Random

import pytest
import yaml
from flow_strategies import CHANCES, LINES, flows, happening, moment
from golden import Golden
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from phone import flow_of

from ivr.cli.reading import read
from ivr.effect import Choose, LookUp, Record, Transfer
from ivr.engine import begin, step
from ivr.event import Key, Outcome, Silence, Spoken
from ivr.flow import Flow
from ivr.loader import load_text
from ivr.loading.compose import compose
from ivr.played import doing, heard, outcome, played
from ivr.scalar import scalar
from ivr.sheet import PlannedCall, SheetError
from ivr.sheets import sheet_for, sheet_named, sheets
from ivr.witness import ANSWER, HANG_UP, HEAR, PRESS, REACH, SET, SPEAK, WAIT, Step, Witness

LINE = "1-312-555-0100"
AT = datetime.fromisoformat("2026-03-03T10:30:00-06:00")


@pytest.fixture(scope="module")
def clinic(root: Path) -> Flow:
    """Give the clinic of the tutorial."""
    flow = read(str(root / "flows" / "clinic.yaml")).flow
    assert flow is not None
    return flow


def planned(*steps: Step, title: str = "A call", line: str = LINE, **more: str) -> PlannedCall:
    return PlannedCall(title, Witness(line, AT, steps, **more))


RESULTS = planned(
    Step(PRESS, "2"),
    Step(WAIT),
    Step(PRESS, "123456"),
    Step(ANSWER, "waiting", "test results"),
    title="Results that are not ready",
    when="Tuesday 10:30",
    end="hangup",
)
MESSAGE = planned(
    Step(PRESS, "1"),
    Step(PRESS, "*"),
    Step(PRESS, "0"),
    Step(ANSWER, "no-answer", "reception"),
    Step(ANSWER, "recorded", "mailbox"),
    title="Nobody answers: | <b>a message</b>, =1+1",
    when="Tuesday 10:30",
    end="hangup",
)
NURSE = planned(Step(PRESS, "3"), title="At the nurse", reach="nurse-desk")._replace(given=(("known", "no"),))
CALLS = (RESULTS, MESSAGE, NURSE)


@pytest.mark.parametrize(
    ("name", "file"), [("table", "calls.txt"), ("markdown", "calls.md"), ("csv", "calls.csv"), ("calls", "calls.yaml")]
)
def test_each_sheet_looks_as_it_did(clinic: Flow, golden: Golden, name: str, file: str) -> None:
    made = sheet_named(name).write(clinic, CALLS, "calls")
    assert len(made.files) == 1
    golden(f"golden/sheets/{file}", made.files[0][1].decode("utf-8-sig").replace("\r\n", "\n"))


def test_a_table_fits_into_a_terminal(clinic: Flow) -> None:
    text = sheet_named("table").write(clinic, CALLS, "calls").files[0][1].decode()
    assert max(map(len, text.splitlines())) <= 80


def test_a_spreadsheet_has_a_row_a_step_and_no_formula(clinic: Flow) -> None:
    written = sheet_named("csv").write(clinic, (MESSAGE._replace(title="=1+1"),), "calls").files[0][1]
    rows = list(csv.DictReader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert [row["step"] for row in rows] == ["1", "2", "3", "4", "5", "6", "7"]
    assert {row["title"] for row in rows} == {"'=1+1"}
    assert {row["passed"] + row["remarks"] for row in rows} == {""}


@pytest.mark.parametrize(("ending", "name"), [("a.md", "markdown"), ("a.YML", "calls"), ("a.xml", "sipp")])
def test_the_ending_says_which_sheet(ending: str, name: str) -> None:
    assert sheet_for(ending).name == name


def test_a_sheet_that_there_is_not_is_told_with_those_that_there_are() -> None:
    with pytest.raises(SheetError, match=r"may end in \.yaml, \.yml, \.csv, \.md, \.markdown, \.xml, \.txt"):
        sheet_for("a.xyz")
    with pytest.raises(SheetError, match="is one of calls, csv, markdown, sipp, table"):
        sheet_named("paper")


def test_several_files_are_named_after_the_one_that_was_asked_for(clinic: Flow) -> None:
    made = sheet_named("sipp").write(clinic, CALLS, "calls").beside(Path("folder/calls.xml"))
    assert [path.as_posix() for path in made][:2] == ["folder/calls-1.xml", "folder/calls-1.pcap"]


@pytest.mark.parametrize("name", [sheet.name for sheet in sheets()])
def test_no_calls_are_written_too(clinic: Flow, name: str) -> None:
    assert sheet_named(name).write(clinic, (), "calls").notes == ()


# --- how a call goes ---


def test_a_key_cuts_off_what_is_heard_behind_it(clinic: Flow) -> None:
    first, second, *_ = played(clinic, RESULTS).turns
    assert [say.text for say in first.says][-1] == "For test results, press 2."
    assert (doing(clinic, second), second.at) == ("press 2", 4.13)


def test_times_are_those_of_a_walk(clinic: Flow) -> None:
    assert [turn.at for turn in played(clinic, RESULTS).turns] == pytest.approx([0.0, 4.13, 12.13, 17.38, 17.38])


def test_what_callers_cannot_do_is_arranged(clinic: Flow) -> None:
    done = played(clinic, MESSAGE)
    told = [(doing(clinic, turn), turn.is_arranged) for turn in done.turns[-2:]]
    assert told == [
        ("arrange that nobody answers for Reception", True),
        ("leave a message, then press #", False),
    ]
    assert heard(clinic, done.turns[-2])[-1] == "a tone"
    assert outcome(clinic, done) == "ends: the line hangs up"


def test_steps_behind_the_end_are_told_of(clinic: Flow) -> None:
    call = planned(Step(HANG_UP), Step(PRESS, "1"))
    for sheet in sheets():
        assert "call 1 is over before its step `press: 1`" in sheet.write(clinic, (call,), "calls").notes


def test_values_that_are_set_on_the_way_hold(clinic: Flow) -> None:
    flow = flow_of("nodes: {main: {menu: A, options: {1: x}}, x: {hangup: 'You are {name}.'}}")
    call = planned(Step(HEAR, "A"), Step(SET, values=(("name", "Ann"),)), Step(PRESS, "1"), line="1-800-555-0100")
    done = played(flow, call)
    assert doing(flow, done.turns[1]) == "arrange that name is Ann"
    assert [say.text for say in done.turns[-1].says] == ["You are Ann."]
    assert sheet_named("calls").write(clinic, (planned(Step(REACH, "main")),), "x").notes == ()


# --- calls that load again ---


def loaded(flow: str, text: str) -> Flow:
    found = load_text(flow + text)
    assert [reported.fault.message for reported in found.faults] == []
    assert found.flow is not None
    return found.flow


some_flows = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@some_flows
@given(flows(), CHANCES)
def test_calls_that_were_written_load_as_the_same_calls(text: str, chance: Random) -> None:
    flow = loaded(text, "")
    calls = tuple(by_chance(flow, chance, f"Call: {number}") for number in range(3))
    for sheet in sheets():
        made = sheet.write(flow, calls, "calls")
        assert made.files
    again = loaded(text, sheet_named("calls").write(flow, calls, "calls").files[0][1].decode())
    for script, call in zip(again.calls, calls, strict=True):
        assert (script.call, script.line, script.at) == (call.title, call.witness.line, call.witness.moment())
        assert script.steps == (*call.witness.steps, *script.steps[len(call.witness.steps) :])
        assert len(script.steps) == len(call.witness.steps) + 1


def by_chance(flow: Flow, chance: Random, title: str) -> PlannedCall:
    """Make a call by chance, with the steps that say how it went."""
    line, at = chance.choice(LINES), moment(chance)
    call, told = begin(flow, line, at)
    waits, steps = told[-1], []
    for _ in range(8):
        if call.ended is not None:
            break
        event = happening(chance, flow, call, waits)
        asked = getattr(waits, "to", getattr(waits, "name", "main"))
        if isinstance(event, Key):
            steps.append(Step(PRESS, event.key))
        elif isinstance(event, Spoken):
            steps.append(Step(SPEAK, event.words))
        elif isinstance(event, Silence):
            steps.append(Step(WAIT))
        elif isinstance(event, Outcome) and isinstance(waits, Transfer | LookUp | Record | Choose):
            steps.append(Step(ANSWER, event.name, asked, tuple(dict(event.values).items())))
        else:
            continue
        call, told = step(flow, call, event)
        waits = told[-1] if told else waits
    return PlannedCall(title, Witness(line, at, tuple(steps), reach="main"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1", "1"),
        ("123456", "123456"),
        ("0123", '"0123"'),
        ("*", '"*"'),
        ("#", '"#"'),
        ("123#", "123#"),
        ("no", '"no"'),
        ("Yes", '"Yes"'),
        ("y", '"y"'),
        ("~", '"~"'),
        ("null", '"null"'),
        ("1e3", '"1e3"'),
        ("12.50", '"12.50"'),
        ("10:30", '"10:30"'),
        ("Tue 10:30", "Tue 10:30"),
        ("2026-03-02", '"2026-03-02"'),
        ("2026-03-02 10:30", "2026-03-02 10:30"),
        ("1-312-555-0100", "1-312-555-0100"),
        ("60%", "60%"),
        ("transfer nurse", "transfer nurse"),
        ("Well, hello? No!", "Well, hello? No!"),
        ("a,", '"a,"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("{x}", '"{x}"'),
        ('say "hi" \\', '"say \\"hi\\" \\\\"'),
        ("", '""'),
        (" a", '" a"'),
        ("a ", '"a "'),
        ("größe", "größe"),
        ("two\nlines", '"two\\u000Alines"'),
        ("\U0001f600", '"\U0001f600"'),
    ],
)
def test_a_scalar_is_written_as_people_do_and_never_misread(text: str, expected: str) -> None:
    assert scalar(text) == expected


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
    | st.text("ab1 0:,?!#*%-'.=&|>[]{}", max_size=8)
)
def test_a_scalar_is_read_as_the_same_text(text: str) -> None:
    within, alone = scalar(text, inside=True), scalar(text)
    got = yaml.safe_load(f"{{{within}: [{within}]}}")
    ((key, (value,)),) = got.items()
    assert {key, value} in ({text}, {int(text) if text.isascii() and text.isdigit() else text})
    assert yaml.safe_load(f"- {alone}") == [value]
    tree, faults = compose(f"a: {{{within}: {within}}}\nb: {alone}", "x.yaml")
    assert not faults
    assert tree == {"a": {text: text}, "b": text}
