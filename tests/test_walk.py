from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from ivr.cli.walk import walk
from ivr.effect import Listen
from ivr.engine import begin, step
from ivr.event import HangUp, Key, Outcome, Silence, Spoken
from ivr.flow import Flow
from ivr.loader import load_text
from ivr.printable import printable
from ivr.session import Session, line_called
from ivr.walk.plain import walk_lines
from ivr.walk.script import ScriptError, events_for, items, play

LINE = "1-800-555-0100"
AT = datetime.fromisoformat("2026-03-02T10:30")
FLOW = """
ivr: 1
name: Harbour clinic
timezone: America/Chicago
lines:
  1-800-555-0100: main
  1-800-555-0199: {start: desk, name: Text telephone}
hours: {desk: Mon-Sat 08:00-20:00}
contacts: {nurse: {name: Nurse}}
keys: {9: {say: hear this again, go: again}}
defaults: {wrong: Sorry., silence: Nothing was heard., tries: 2, otherwise: bye}
nodes:
  main:
    menu: Harbour clinic.
    options:
      1: {say: refills, go: member, words: [refill]}
      2: {say: a nurse, go: desk}
      5: {say: callers from abroad, go: bye, announced: no}
  member: {ask: Enter your number., into: member, digits: 3-5, end: "#", next: find}
  find: {lookup: account, gives: [balance], outcomes: {found: told, unknown: bye}}
  told: {say: "You owe {balance}.", next: main}
  desk: {hours: desk, open: nurse-desk, closed: bye}
  nurse-desk: {transfer: nurse, busy: bye, no-answer: bye}
  bye: {hangup: Goodbye.}
"""


def flow_of(text: str = FLOW) -> Flow:
    loaded = load_text(text, "clinic.yaml")
    assert loaded.faults == ()
    assert loaded.flow is not None
    return loaded.flow


FLOWN = flow_of()


def session_at(line: str = "1-800-555-0100") -> Session:
    return Session(FLOWN, line, AT)


def read_moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def walked(*lines: str) -> list[str]:
    written: list[str] = []
    walk_lines(session_at(), lines, written.append, read_moment)
    return written


# --- a session -----------------------------------------------------------------------------------------------------


def test_a_session_begins_at_the_line_and_waits() -> None:
    session = session_at()
    assert session.call.node == "main"
    assert session.question is None
    assert session.now.waits == Listen(5.0, speech=True)


def test_stepping_back_gives_the_very_call_before() -> None:
    session = session_at()
    before = session.call
    session.feed(Key("1"))
    assert session.call.node == "member"
    assert session.step_back()
    assert session.call == before
    assert not session.step_back()


def test_dialling_again_can_be_taken_back() -> None:
    session = session_at()
    session.feed(Key("1"))
    before = session.call
    session.restart()
    assert session.call.node == "main"
    assert session.step_back()
    assert session.call == before


def test_dialling_again_keeps_the_time_that_was_set() -> None:
    session = session_at()
    session.set_clock(datetime.fromisoformat("2026-03-08T03:00"))
    session.restart()
    assert f"{session.call.at.astimezone(FLOWN.timezone):%a %H:%M}" == "Sun 03:00"
    session.feed(Key("2"))
    assert session.call.ended is not None, "the desk is closed on Sundays"


def test_setting_the_clock_moves_the_call_and_nothing_else() -> None:
    session = session_at()
    session.feed(Key("1"))
    before = session.call
    session.set_clock(datetime.fromisoformat("2026-12-25T10:00"))
    assert f"{session.call.now.astimezone(FLOWN.timezone):%Y-%m-%d %H:%M}" == "2026-12-25 10:00"
    assert session.call._replace(at=before.at) == before


@pytest.mark.parametrize("year", [1, 1899, 9999])
def test_a_time_at_the_end_of_the_calendar_is_refused_and_nothing_is_lost(year: int) -> None:
    session = session_at()
    before = session.call
    with pytest.raises(ValueError, match=f"the year {year} is too far away"):
        session.set_clock(datetime.fromisoformat(f"{year:04}-01-01T10:00"))
    with pytest.raises(ValueError, match="too far away"):
        session.start("1-800-555-0100", datetime.fromisoformat(f"{year:04}-01-01T10:00"))
    assert session.call == before
    assert session.earlier == []


def test_the_keys_of_an_entry_stand_on_one_line() -> None:
    session = session_at()
    for key in "1123#":
        session.feed(Key(key))
    lines = session.lines()
    assert [line.split(maxsplit=1)[1] for line in lines if "presses" in line] == ["presses 1", "presses 123#"]


def test_what_is_heard_now_is_apart_from_what_happened() -> None:
    session = session_at()
    session.feed(Key("7"))
    assert [say.text for say in session.heard()][:2] == ["Sorry.", "Harbour clinic."]
    assert session.past()[-1].endswith("presses 7")
    session.feed(Key("1"))
    session.feed(Key("4"))
    assert [say.text for say in session.heard()] == ["Enter your number."]
    assert session.past()[-1].endswith("presses 4")


def test_what_happened_and_what_is_heard_are_together_the_transcript() -> None:
    session = session_at()
    for key in "72":
        session.feed(Key(key))
    session.feed(Outcome("busy"))
    lines, past = session.lines(), session.past()
    assert past == lines[: len(past)]
    assert [line.strip() for line in lines[len(past) :]] == ["[bye]", '"Goodbye."', "ends: the line hangs up"]


def test_the_transcript_holds_every_call_of_a_walk() -> None:
    session = session_at()
    session.feed(HangUp())
    session.restart()
    session.restart()
    text = "\n".join(session.transcript())
    assert text.count("in en") == 2, "a call in which nothing happened is left out"
    assert text.count("The call took") == 1
    assert text.endswith("The caller is still on the line after 0:00 and 0 key presses.")


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ("1-800-555-0100", "1-800-555-0100"),
        ("(800) 555-0199", "1-800-555-0199"),
        ("+1 800 555 0199", "1-800-555-0199"),
        ("Text telephone", "1-800-555-0199"),
    ],
)
def test_a_line_is_found_however_it_is_written(wanted: str, line: str) -> None:
    assert line_called(FLOWN, wanted) == line


@pytest.mark.parametrize("wanted", ["", "1", "55", "telephone"])
def test_an_unknown_line_is_told(wanted: str) -> None:
    with pytest.raises(ValueError, match=f"the flow has no line '{wanted}'; it has 1-800-555-0100, 1-800-555-0199"):
        line_called(FLOWN, wanted)


# --- a script ------------------------------------------------------------------------------------------------------


def test_the_steps_of_a_script() -> None:
    question = session_at("1-800-555-0199").question
    assert items(" 1, ,wait,say a b ,") == ["1", "wait", "say a b"]
    assert events_for("1 2#", None) == [Key("1"), Key("2", after=0), Key("#", after=0)]
    assert events_for("wait", None) == [Silence()]
    assert events_for("say a b", None) == [Spoken("a b")]
    assert events_for("hangup", None) == [HangUp()]
    assert events_for("busy", question) == [Outcome("busy")]


@pytest.mark.parametrize("item", ["busy", "wait 5", "say", "1a", "found balance", "hangup now"])
def test_a_step_that_makes_no_sense_is_told(item: str) -> None:
    with pytest.raises(ScriptError, match=re.escape(f"'{item}' is not a step of a call")):
        events_for(item, None)


def test_an_answer_brings_values() -> None:
    session = session_at()
    play(session, "1,123#,found balance=12.50")
    assert session.call.value("balance") == "12.50"
    assert "\n".join(session.lines()).count('"You owe 12.50."') == 1


def test_what_nobody_answers_turns_out_as_the_first_outcome() -> None:
    session = session_at()
    play(session, "1,123#,1")
    assert "(the first of: found, unknown)" in "\n".join(session.lines())
    assert session.call.node == "member"


def test_a_step_after_the_end_is_told() -> None:
    with pytest.raises(ScriptError, match="'1' comes after the call has ended"):
        play(session_at(), "5,1")


# --- plain lines ---------------------------------------------------------------------------------------------------


def test_plain_lines_walk_a_call_to_its_end() -> None:
    written = walked("1", "123#", "found balance=3", "2", "busy")
    assert written[0] == "Mon 2026-03-02 10:30 CST: 1-800-555-0100, in en"
    assert '       "You owe 3."' in written
    assert written[-1] == "The call took 0:09 and 6 key presses."


def test_plain_lines_take_the_number_of_an_answer() -> None:
    written = walked("2", "2")
    assert "       1) connected  2) busy  3) no-answer  4) failed" in written
    assert any(line.endswith("  busy") for line in written)


def test_plain_lines_name_the_values_that_an_answer_may_bring() -> None:
    assert "       1) found  2) unknown  (may bring values: balance=…)" in walked("1,123#")


def test_plain_lines_go_on_after_a_mistake() -> None:
    written = walked("nonsense", "at never", "line 7", "back", "values", "help", "5", "1")
    assert any(line.startswith("'nonsense' is not a step of a call") for line in written)
    assert any("never" in line for line in written)
    assert "the flow has no line '7'; it has 1-800-555-0100, 1-800-555-0199" in written
    assert "Nothing to undo." in written
    assert "  no values are set" in written
    assert written[-1].startswith("The call is over")


def test_plain_lines_dial_another_line_at_the_time_that_was_set() -> None:
    written = walked("at 2026-03-08 03:00", "line Text telephone")
    assert "Sun 2026-03-08 03:00 CDT: 1-800-555-0199 (Text telephone), in en" in written
    assert written[-1] == "The call took 0:00 and 0 key presses."


@pytest.mark.parametrize("word", ["quit", "q", "Q"])
def test_quitting_stops_at_once(word: str) -> None:
    assert walked(word, "1") == walked()


@pytest.mark.parametrize(
    ("letters", "words"),
    [
        (["w A call"], ["save A call"]),
        (["c"], ["replay"]),
        (["s a refill"], ["say a refill"]),
        (["h"], ["hangup"]),
        (["1", "b"], ["1", "back"]),
        (["1", "r"], ["1", "restart"]),
        (["v"], ["values"]),
        (["t 2026-03-08 03:00"], ["at 2026-03-08 03:00"]),
        (["l Text telephone"], ["line Text telephone"]),
        (["l"], ["line"]),
        (["?"], ["help"]),
    ],
)
def test_plain_lines_take_the_letters_of_the_screen(letters: list[str], words: list[str]) -> None:
    assert walked(*letters) == walked(*words)
    assert not any("is not a step" in line for line in walked(*letters))
    assert walked(*letters) != walked()


def test_a_letter_that_answers_the_question_at_hand_is_the_answer() -> None:
    session = Session(flow_of(FLOW.replace("found: told, unknown: bye", "b: told, q: bye, help: bye")), LINE, AT)
    written: list[str] = []
    walk_lines(session, ["1,123#", "b", "1,123#", "help", "back", "q"], written.append, read_moment)
    assert [here.event for here in session.moments if isinstance(here.event, Outcome)] == [Outcome("b"), Outcome("q")]
    assert written[-1].startswith("The call took")


@pytest.mark.parametrize("command", ["nonsense", "b 1", "say", "x" * 500])
def test_a_refused_command_names_the_help_and_is_cut(command: str) -> None:
    told = [line for line in walked(command) if "is not a step of a call" in line]
    assert len(told) == 1
    assert "`help`" in told[0]
    assert len(told[0]) < 200


def test_a_long_step_of_a_script_is_cut() -> None:
    with pytest.raises(ScriptError) as caught:
        play(session_at(), "x" * 5000)
    assert str(caught.value).startswith(f"'{'x' * 39}…' is not a step of a call; write keys")


def test_nothing_that_a_terminal_obeys_is_written() -> None:
    assert printable("a\x1b[31mb\r\n\tc\u202ed\x9b") == "a\\x1b[31mb c\\u202ed\\x9b"
    assert printable("Grüße, 診療所, שלום") == "Grüße, 診療所, שלום"
    assert printable("\ud800").encode() == b"\\ud800"
    assert not any("\x1b" in line for line in walked("say \x1b[31m", "\x1b]0;x\x07", "1,123#", "found balance=\x1b[2J"))


@given(st.lists(st.sampled_from([*"012579#", "wait", "back", "restart", "busy", "found", "2", "hangup", "x"])))
def test_any_plain_lines_leave_a_call_that_its_events_explain(lines: list[str]) -> None:
    session = session_at()
    walk_lines(session, lines, lambda _: None, read_moment)
    assert session.call == replayed(session)


def replayed(session: Session) -> object:
    """Play the events of a session through the engine alone."""
    first = session.moments[0].call
    call, _ = begin(session.flow, first.line, first.at)
    for here in session.moments[1:]:
        call = call._replace(at=here.call.at) if here.event is None else step(session.flow, call, here.event)[0]
    return call


# --- the command ---------------------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "clinic.yaml"
    path.write_text(FLOW, encoding="utf-8")
    return str(path)


def ran(file: str, *words: str, lines: str | bytes = "") -> Result:
    return CliRunner().invoke(walk, [file, "--at", "2026-03-02 10:30", *words], input=lines)


def test_the_command_walks_by_keys(file: str) -> None:
    result = ran(file, "--keys", "1,123#,found balance=7,2,busy")
    assert result.exit_code == 0
    assert '"You owe 7."' in result.stdout
    assert result.stdout.endswith("The call took 0:09 and 6 key presses.\n")


def test_the_command_reads_lines_where_there_is_no_terminal(file: str) -> None:
    result = ran(file, lines="2\nbusy\n")
    assert result.exit_code == 0
    assert result.stdout.endswith("ends: the line hangs up\nThe call took 0:04 and 1 key press.\n")
    assert ran(file, lines=b"\xff\xfe\x00\n").exit_code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--line", "99"], "the flow has no line '99'; it has 1-800-555-0100, 1-800-555-0199\n"),
        (["--at", "soonish"], "'soonish' is not"),
        (["--at", "1066-10-14 09:00"], "'1066-10-14 09:00' is not"),
        (["--today", "tomorrow"], "'tomorrow' is not a date; write one as in 2026-03-02\n"),
        (["--language", "xx"], "the flow does not speak 'xx'; it speaks en\n"),
        (["--keys", "5,1"], "'1' comes after the call has ended; leave it out\n"),
        (["--keys", "dance"], "'dance' is not a step of a call"),
    ],
)
def test_what_cannot_be_walked_is_told_in_one_line(file: str, words: list[str], message: str) -> None:
    result = ran(file, *words)
    assert result.exit_code == 2
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1


def test_a_flow_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = ran(str(tmp_path / "none.yaml"))
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


def shell(command: str, file: str) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}", "bash", file],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env=surroundings,
    )


@pytest.mark.parametrize("command", ['ivr walk "$1" </dev/null', 'ivr walk "$1" <&-', 'echo quit | ivr walk "$1"'])
def test_a_walk_without_a_terminal_ends_with_its_input(file: str, command: str) -> None:
    done = shell(command, file)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith('"To hear this again, press 9."\n')


def test_a_reader_that_goes_away_is_no_error_to_speak_of(file: str) -> None:
    done = shell('yes 9 | head -20000 | ivr walk "$1" | head -1', file)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_a_terminal_without_some_letters_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "polite.yaml"
    path.write_text(FLOW.replace("Goodbye.", "Auf Wiederhören 診"), encoding="utf-8")
    done = shell('PYTHONIOENCODING=cp437 ivr walk "$1" --keys 5 | iconv -f cp437 -t utf-8', str(path))
    assert (done.returncode, done.stderr) == (0, "")
    assert '"Auf Wiederhören \\u8a3a"' in done.stdout


def test_the_screen_is_read_in_only_where_it_is_used(file: str) -> None:
    code = "import sys; from ivr.cli.walk import walk; walk(sys.argv[1:], standalone_mode=False)"
    code += "; assert 'prompt_toolkit' not in sys.modules"
    done = subprocess.run([sys.executable, "-c", code, file, "--keys", "5"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()


def test_a_key_of_a_script_ends_a_recording(root: Path) -> None:
    flow = (root / "flows" / "clinic.yaml").as_posix()
    ended = CliRunner().invoke(walk, [flow, "--at", "2026-03-02 10:30", "--keys", "1,2,#"])
    assert ended.exit_code == 0
    assert "presses #\n       [goodbye]" in ended.output
