from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import shlex
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from test_walk import AT, FLOW, FLOWN, flow_of, read_moment, replayed

from ivr.event import Key, Outcome, Silence, Spoken
from ivr.flow import Flow
from ivr.loader import load_text
from ivr.session import Session
from ivr.walk.cells import cells, clip, pack, shown, wrap
from ivr.walk.entry import Entry
from ivr.walk.screen import walk_on_screen
from ivr.walk.view import LEAST_COLUMNS, LEAST_ROWS, view
from ivr.walk.walker import PASTE, Walker
from ivr.walk.written import Written

ENTER, BACKSPACE, ESCAPE = "c-m", "c-h", "escape"
NAMED = [ENTER, BACKSPACE, ESCAPE, "up", "down", "pageup", "pagedown", "home", "end", "left", "right", "delete", "c-u"]
STRANGE = """
ivr: 1
name: "診療所 עברית"
lines: {1-800-555-0100: {start: main, name: "مستشفى\\u202e"}}
defaults: {otherwise: bye, silence: "もう一度どうぞ。"}
nodes:
  main:
    menu: "歓迎します。ご用件をお選びください。👨‍👩‍👧‍👦 مرحبا بكم في العيادة שלום e\u0301 \\e[2J \\u202e hi"
    options:
      1: {say: "預約預約預約預約預約預約預約預約預約預約預約預約預約預約預約", go: bye}
      12: {say: two, go: main}
      123456789012: {say: a long code, go: bye}
      refills: {words: [refill], go: bye}
      5: {go: bye, announced: no, say: "กรุงเทพมหานคร"}
  bye: {hangup: "さようなら。"}
"""


def strange_flow() -> Flow:
    """Give a flow of which the reader complains, and which can be walked all the same."""
    flow = load_text(STRANGE, "strange.yaml").flow
    assert flow is not None
    return flow


def walker_of(flow: Flow = FLOWN, line: str = "1-800-555-0100") -> Walker:
    return Walker(Session(flow, line, AT), read_moment)


def pressed(*keys: str, flow: Flow = FLOWN) -> Walker:
    walker = walker_of(flow)
    for key in keys:
        walker.press(key)
    return walker


def lines_of(walker: Walker, columns: int = 100, rows: int = 30) -> list[str]:
    return ["".join(text for _, text in row).rstrip() for row in view(walker, columns, rows).rows]


def picture(walker: Walker, columns: int = 100, rows: int = 30) -> str:
    return "\n".join(lines_of(walker, columns, rows))


def events(walker: Walker) -> list[Any]:
    return [here.event for here in walker.session.moments[1:]]


# --- what is seen --------------------------------------------------------------------------------------------------


def test_what_is_heard_is_seen() -> None:
    shows = picture(walker_of())
    assert "Harbour clinic · 1-800-555-0100" in shows
    assert "Mon 2026-03-02 10:30:00 CST" in shows
    assert "0:00 into the call · 0 key presses · en" in shows
    assert "── main · menu · clinic.yaml:13 ──" in shows
    assert ' "Harbour clinic."\n\n [1]  For refills, press 1.\n [2]  For a nurse, press 2.\n' in shows
    assert " [9]  To hear this again, press 9.\n\n [5]  callers from abroad · not announced\n" in shows
    assert "waiting 5 s for a key or words" in shows


def test_only_what_the_caller_does_stands_out_in_what_happened() -> None:
    rows = view(pressed("1"), 100, 30).rows
    opening = next(row for row in rows if "Mon 2026-03-02 10:30 CST" in "".join(text for _, text in row))
    assert {style for style, text in opening if text.strip()} == {""}
    assert "".join(text for _, text in opening).strip() == "Mon 2026-03-02 10:30 CST: 1-800-555-0100, in en"
    pressing = next(row for row in rows if "presses 1" in "".join(text for _, text in row))
    assert [(style, text.strip()) for style, text in pressing if text.strip()] == [("", "0:02"), ("bold", "presses 1")]


def test_an_entry_shows_what_was_typed_so_far() -> None:
    shows = picture(pressed("1", "1", "2"))
    assert "typed so far: 12 · waiting 3 s for the next key" in shows
    assert '"Enter your number."' in shows
    assert "presses 12" in shows


def test_a_mistake_is_heard_and_counted() -> None:
    shows = picture(pressed("7"))
    assert ' "Sorry."\n "Harbour clinic."' in shows
    assert "try 2 of 2" in shows


def test_a_question_shows_its_answers() -> None:
    shows = picture(pressed("2"))
    assert "Ringing Nurse. It turns out:\n\n > 1  connected\n   2  busy\n   3  no-answer\n" in shows


def test_the_end_is_said() -> None:
    shows = picture(pressed("5"))
    assert ' "Goodbye."\n\n The line hangs up.\n It took 0:06 and 1 key press.' in shows
    assert "h hang up" not in shows


def test_the_values_stand_where_the_transcript_was() -> None:
    walker = pressed("1", *"123#", "v")
    assert " member         123\n" in picture(walker)
    walker.press("v")
    assert " member         123\n" not in picture(walker)


def test_the_help_names_every_command() -> None:
    walker = pressed("?")
    shows = picture(walker)
    for word in ("say nothing", "hang up", "step back", "dial again", "time of day", "every value", "the line to dial"):
        assert word in shows
    walker.press("1")
    assert walker.shows == "transcript"
    assert events(walker) == []


def test_what_happened_can_be_scrolled() -> None:
    walker = pressed(*"9" * 20)
    bottom = lines_of(walker, rows=20)[3:9]
    walker.press("pageup")
    assert lines_of(walker, rows=20)[3:9] != bottom
    for _ in range(80):
        walker.press("pageup")
        picture(walker, rows=20)
    assert "in en" in lines_of(walker, rows=20)[3]
    for _ in range(80):
        walker.press("pagedown")
        picture(walker, rows=20)
    assert lines_of(walker, rows=20)[3:9] == bottom


@pytest.mark.parametrize("key", ["up", "down"])
def test_what_is_heard_can_be_scrolled_where_it_has_no_room(key: str) -> None:
    walker = pressed("7")
    seen = picture(walker, 40, 12)
    assert "more below (Down)" in seen
    for _ in range(20):
        walker.press("down")
        seen += picture(walker, 40, 12)
    assert "[5]" in seen
    assert "more above (Up)" in picture(walker, 40, 12)
    walker.press(key)
    assert ("more below" in picture(walker, 40, 12)) == (key == "up")


def test_the_chosen_answer_is_always_in_sight() -> None:
    walker = pressed("2")
    for _ in range(4):
        walker.press("down")
    assert " > 4  failed" in picture(walker, 40, 10)


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (5, 3), (35, 40), (200, 9)])
def test_a_window_that_is_too_small_says_so(columns: int, rows: int) -> None:
    shown_lines = lines_of(walker_of(), columns, rows)
    assert len(shown_lines) == rows
    assert all(len(line) <= columns for line in shown_lines)
    if columns > 20:
        assert shown_lines[0].startswith("Too small")


def test_nothing_that_a_terminal_obeys_is_shown() -> None:
    shows = picture(pressed("1", flow=strange_flow()))
    assert "\u202e" not in shows
    assert "\x1b" not in shows
    assert "\\u202e" in shows


# --- what keys do --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", list("0123456789*#"))
def test_every_key_of_the_telephone_is_one_press(key: str) -> None:
    assert events(pressed(key)) == [Key(key)]


@pytest.mark.parametrize("key", [ENTER, "c-j", " "])
def test_saying_nothing(key: str) -> None:
    assert events(pressed(key)) == [Silence()]


def test_a_call_is_written_down_under_a_name() -> None:
    saved: list[tuple[int, str]] = []

    def save(session: Session, name: str) -> str:
        saved.append((len(session.moments), name))
        return f"Saved as '{name}'."

    walker = pressed("2")
    walker.written = Written(save=save)
    for key in ("w", *"A bill", ENTER):
        walker.press(key)
    assert (saved, walker.notice, walker.entry) == ([(2, "A bill")], "Saved as 'A bill'.", None)
    for key in ("W", ENTER):
        walker.press(key)
    assert saved[1] == (2, "presses 2")


def test_a_call_that_cannot_be_written_down_says_why() -> None:
    walker = pressed("w", "x", ENTER)
    assert walker.notice == "this walk cannot be saved: the flow is no file"
    assert walker.entry is not None


def test_a_call_that_is_written_down_is_replayed() -> None:
    walker = pressed()
    other = pressed("1").session
    walker.written = Written(("One", "Two"), lambda name: (other, f"{name} stops here."))
    walker.press("c")
    assert " > 1  One\n   2  Two" in picture(walker)
    walker.press("2")
    assert [here.event for here in walker.session.moments] == [here.event for here in other.moments]
    assert walker.notice == "Two stops here."
    assert len(walker.session.earlier) == 1


def test_a_flow_without_calls_has_none_to_replay() -> None:
    walker = pressed("c")
    assert (walker.lines, walker.notice) == (None, "The flow has no calls to replay; w writes this one down.")


def test_saying_something() -> None:
    walker = pressed("s", *"I want a refil l", "left", BACKSPACE, "end", ENTER)
    assert events(walker) == [Spoken("I want a refill")]
    assert walker.session.call.node == "member"


def test_a_line_that_is_left_says_nothing() -> None:
    assert events(pressed("s", "1", "2", ESCAPE)) == []
    assert events(pressed("s", " ", ENTER)) == []


@pytest.mark.parametrize("key", [BACKSPACE, "b", "B"])
def test_stepping_back(key: str) -> None:
    walker = pressed("1", key)
    assert walker.session.call.node == "main"
    walker.press(key)
    assert "nothing to undo" in walker.notice


def test_hanging_up_ends_the_call_and_keys_are_refused_then() -> None:
    walker = pressed("h", "1")
    assert "The caller hangs up." in picture(walker)
    assert "The call is over" in walker.notice
    assert len(events(walker)) == 1


def test_dialling_again_and_taking_it_back() -> None:
    walker = pressed("1", "r")
    assert walker.session.call.node == "main"
    walker.press(BACKSPACE)
    assert walker.session.call.node == "member"


def test_setting_the_clock() -> None:
    walker = pressed("t", *"2026-12-25 10:00", ENTER)
    assert "Fri 2026-12-25 10:00:00 CST" in picture(walker)


def test_a_time_that_is_none_is_told_and_nothing_is_lost() -> None:
    walker = pressed("1", "t", *"soon", ENTER)
    assert walker.entry is not None
    assert walker.entry.text == "soon"
    assert "soon" in walker.notice
    assert walker.notice in picture(walker)
    walker.press(ESCAPE)
    assert walker.session.call.node == "member"


def test_choosing_the_line() -> None:
    walker = pressed("l")
    assert " > 1  1-800-555-0100\n   2  1-800-555-0199  Text telephone" in picture(walker)
    walker.press("x")
    assert "Choose with the arrow keys" in walker.notice
    walker.press("2")
    assert walker.session.call.line == "1-800-555-0199"
    assert walker.session.call.node == "nurse-desk"


@pytest.mark.parametrize(
    ("keys", "outcome"),
    [([ENTER], "connected"), (["down", ENTER], "busy"), (["b"], "busy"), (["3"], "no-answer"), (["f"], "failed")],
)
def test_answering_a_question(keys: list[str], outcome: str) -> None:
    assert events(pressed("2", *keys)) == [Key("2"), Outcome(outcome)]


def test_a_letter_that_begins_several_answers_goes_from_one_to_the_next() -> None:
    flow = flow_of(FLOW.replace("no-answer: bye}", "no-answer: bye, closed: bye}"))
    walker = pressed("2", "c", flow=flow)
    assert walker.listing is not None
    assert walker.listing.items[walker.listing.chosen] == "closed"
    walker.press("c")
    assert walker.listing.items[walker.listing.chosen] == "connected"


def test_a_key_that_nobody_listens_to_is_kept() -> None:
    walker = pressed("2", "*")
    assert walker.session.call.ahead == "*"
    assert "Pressed ahead: *." in picture(walker)


def test_an_answer_is_asked_for_its_values() -> None:
    walker = pressed("1", *"123#", "f")
    assert " balance:\n what 'found' brings; Enter alone" in picture(walker)
    for key in [*"12.50", ENTER]:
        walker.press(key)
    assert events(walker)[-1] == Outcome("found", (("balance", "12.50"),))
    assert '"You owe 12.50."' in picture(walker)


def test_a_pasted_number_presses_its_keys() -> None:
    walker = pressed("1")
    walker.press(PASTE, "12-34#\n")
    assert walker.session.call.value("member") == "1234"
    walker.press(PASTE, "call me")
    assert "not keys" in walker.notice


def test_a_key_that_does_nothing_says_so() -> None:
    walker = pressed("x")
    assert walker.notice == "'x' does nothing here; ? shows what does."
    assert events(walker) == []


@pytest.mark.parametrize("key", ["q", "Q", "c-c", "c-d", "<sigint>"])
def test_leaving(key: str) -> None:
    assert pressed(key).left
    assert pressed("?", key).left
    assert pressed("2", key).left
    assert pressed("l", key).left


def test_a_line_is_written_as_in_any_terminal() -> None:
    entry = Entry("say", "", lambda _: None)
    entry.insert("one two\nthree\x1b")
    assert entry.text == "one two three"
    for key in ("c-w", "home", "delete", "right", "c-k"):
        assert entry.press(key)
    assert (entry.text, entry.at) == ("n", 1)
    assert not entry.press("f5")
    entry.insert("x" * 5000)
    assert len(entry.text) == 1000


# --- cells ---------------------------------------------------------------------------------------------------------


@given(st.text(max_size=60), st.integers(min_value=2, max_value=30))
def test_text_fits_the_cells_it_is_given(text: str, columns: int) -> None:
    safe = shown(text)
    assert cells(clip(safe, columns)) <= columns
    lines = wrap(safe, columns)
    assert lines
    assert all(cells(line) <= columns for line in lines)
    assert "".join(lines).replace(" ", "") == safe.replace(" ", "")
    assert all(cells(line) <= columns for line in pack(["ab", safe, "cd"], columns))


# --- any keys at all -----------------------------------------------------------------------------------------------

KEYS = st.lists(st.sampled_from([*"0123456789*#wshbrvtlxcf?: ", *NAMED]), max_size=40)
SIZES = st.tuples(st.integers(min_value=1, max_value=130), st.integers(min_value=1, max_value=40))


@settings(max_examples=60)
@given(KEYS, st.lists(SIZES, min_size=1, max_size=3), st.booleans())
def test_any_keys_leave_a_whole_picture_and_a_call_that_its_events_explain(
    keys: list[str],
    sizes: list[tuple[int, int]],
    strange: bool,  # noqa: FBT001 -- hypothesis hands it over
) -> None:
    flow = strange_flow() if strange else FLOWN
    walker = walker_of(flow)
    for number, key in enumerate(keys):
        walker.press(key)
        columns, rows = sizes[number % len(sizes)]
        seen = view(walker, columns, rows)
        assert len(seen.rows) == rows
        assert all(sum(cells(text) for _, text in row) <= columns for row in seen.rows)
        assert all(text.isprintable() for row in seen.rows for _, text in row)
        if seen.cursor:
            assert seen.cursor[0] < columns
            assert seen.cursor[1] < rows
        if columns >= LEAST_COLUMNS and rows >= LEAST_ROWS and walker.entry:
            assert seen.cursor
    assert walker.session.call == replayed(walker.session)


def on_screen(text: str, flow: Flow = FLOWN) -> Session:
    """Walk on a screen that nobody sees, with keys as a terminal sends them; the input is closed behind them."""
    session = Session(flow, "1-800-555-0100", AT)
    with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
        typed.send_text(text)
        typed.close()
        assert walk_on_screen(session, read_moment) == 0
    return session


def test_the_screen_loses_no_key() -> None:
    session = on_screen("1" + "12345" + "\r42\r" + "9" * 200)
    assert session.call.presses == 206
    assert session.call.value("balance") == "42"


def test_the_screen_understands_a_terminals_keys() -> None:
    assert on_screen("2\x1b[B\x1b[B\r").moments[-1].event == Outcome("no-answer")
    assert on_screen("1\x7f").call.node == "main"
    assert on_screen("1\x1b[200~123#\x1b[201~").call.value("member") == "123"
    assert on_screen("1q2").call.node == "member"
    assert on_screen("1\x032").call.node == "member"


def test_nothing_stops_where_no_shell_would_go_on_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped: list[int] = []
    monkeypatch.setattr(os, "kill", lambda _, number: stopped.append(number))
    assert on_screen("1\x1a2").call.presses == 2
    assert stopped == []


@settings(max_examples=40)
@given(
    st.text(
        st.sampled_from("0123459*#wshbrvtl?x: \r\n\t\x00\x01\x04\x07\x08\x0e\x1a\x1b\x7f[ABOZ~é診\x9b"), max_size=60
    )
)
def test_any_input_ends_in_a_call_that_its_events_explain(text: str) -> None:
    session = on_screen(text)
    assert session.call == replayed(session)


def test_a_fault_of_the_program_comes_out_when_the_screen_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        message = "out of order"
        raise RuntimeError(message)

    for name in ("press", "listing"):
        with monkeypatch.context() as patch:
            patch.setattr(Walker, name, fails if name == "press" else property(fails))
            with pytest.raises(RuntimeError, match="out of order"):
                on_screen("1")


# --- a terminal of its own -----------------------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "clinic.yaml"
    path.write_text(FLOW, encoding="utf-8")
    return str(path)


class Line:
    """A program at the other end of a terminal line, and everything that it sent."""

    def __init__(self, *words: str) -> None:
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.modes = termios.tcgetattr(self.slave)
        self.sent = b""
        ends = {"stdin": self.slave, "stdout": self.slave, "stderr": self.slave}
        surroundings = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": "1"}
        command = [sys.executable, "-m", "ivr", *words]
        self.process = subprocess.Popen(command, **ends, env=surroundings, start_new_session=True)  # type: ignore[call-overload]

    def read_until(self, awaited: bytes) -> None:
        end = time.monotonic() + 20
        while awaited not in self.sent:
            assert time.monotonic() < end, self.sent
            if select.select([self.master], [], [], 0.1)[0]:
                self.sent += os.read(self.master, 65536)

    def press(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def left(self) -> tuple[int, str]:
        """Wait for the end; give the exit code, and what stands on the terminal after it was given back."""
        self.read_until(b"\x1b[?1049l")
        code = self.process.wait(30)
        while select.select([self.master], [], [], 0.2)[0]:
            self.sent += os.read(self.master, 65536)
        return code, self.sent.rpartition(b"\x1b[?1049l")[2].decode()

    def is_as_it_was(self) -> bool:
        shown_last = self.sent.rfind(b"\x1b[?25h") > self.sent.rfind(b"\x1b[?25l")
        pastes_plainly = self.sent.rfind(b"\x1b[?2004l") > self.sent.rfind(b"\x1b[?2004h")
        return termios.tcgetattr(self.slave) == self.modes and shown_last and pastes_plainly

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for end in (self.master, self.slave):
            with contextlib.suppress(OSError):
                os.close(end)


@pytest.fixture
def line(file: str) -> Iterator[Line]:
    started = Line("walk", file, "--at", "2026-03-02 10:30")
    yield started
    started.close()


@pytest.mark.parametrize("keys", [b"q", b"\x04", b"s words\x03", b"tx\r\x03"])
def test_leaving_gives_the_terminal_back_and_writes_the_transcript(line: Line, keys: bytes) -> None:
    line.read_until(b"Harbour clinic.")
    line.press(b"1" + keys)
    code, written = line.left()
    assert code == 0
    assert line.is_as_it_was()
    assert "presses 1\r\n" in written
    assert written.rstrip().endswith("The caller is still on the line after 0:02 and 1 key press.")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 0)])
def test_a_signal_gives_the_terminal_back(line: Line, number: signal.Signals, code: int) -> None:
    line.read_until(b"Harbour clinic.")
    line.process.send_signal(number)
    ended, written = line.left()
    assert ended == code
    assert line.is_as_it_was()
    assert "Traceback" not in written
    assert "The caller is still on the line" in written


def test_a_terminal_that_goes_away_ends_the_walk(line: Line) -> None:
    line.read_until(b"Harbour clinic.")
    os.close(line.slave)
    os.close(line.master)
    assert line.process.wait(30) in {0, -signal.SIGHUP, 128 + signal.SIGHUP}


def test_plain_lines_in_a_terminal_end_with_control_c_too(file: str) -> None:
    line = Line("walk", file, "--plain")
    try:
        line.read_until(b"> ")
        line.press(b"1\n")
        line.read_until(b"Enter your number.")
        line.press(b"\x03")
        # The child has no controlling terminal of its own, so that the signal which the key stands for is sent by hand.
        line.process.send_signal(signal.SIGINT)
        assert line.process.wait(20) == 0
        assert b"\x1b" not in line.sent
    finally:
        line.close()


def test_a_person_whose_transcript_goes_to_a_file_is_asked_all_the_same(file: str, tmp_path: Path) -> None:
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "ivr", "walk", file]
    with (tmp_path / "told.txt").open("wb") as told:
        process = subprocess.Popen(command, stdin=slave, stdout=told, stderr=subprocess.PIPE)
        os.close(slave)
        os.write(master, b"1\nq\n")
        _, asked = process.communicate(timeout=60)
    os.close(master)
    assert asked == b"> > "
    assert process.returncode == 0
    written = (tmp_path / "told.txt").read_text(encoding="utf-8")
    assert "> " not in written
    assert "Enter your number." in written


def test_no_colours_are_sent(line: Line) -> None:
    line.read_until(b"waiting 5 s")
    line.press(b"q")
    line.left()
    assert not any(f"\x1b[0;{code}".encode() in line.sent for code in range(30, 49))
    assert b"38;5" not in line.sent


class Tmux:
    """A window of tmux in which a shell runs."""

    def __init__(self, folder: Path, columns: int, rows: int) -> None:
        self._socket = str(folder / "tmux")
        self._run("-f", "/dev/null", "new-session", "-d", "-x", str(columns), "-y", str(rows), "env PS1='$ ' sh")

    def _run(self, *words: str) -> str:
        done = subprocess.run(["tmux", "-S", self._socket, *words], capture_output=True, check=True, timeout=30)
        return done.stdout.decode()

    def type(self, *keys: str) -> None:
        self._run("send-keys", *keys)

    def resize(self, columns: int, rows: int) -> None:
        self._run("resize-window", "-x", str(columns), "-y", str(rows))

    def sees(self, text: str) -> str:
        """Wait until a text stands in the window; give the whole window."""
        end = time.monotonic() + 20
        while text not in (shows := self._run("capture-pane", "-p")):
            assert time.monotonic() < end, f"{text!r} never stood in the window:\n{shows}"
            time.sleep(0.05)
        return shows

    def modes(self) -> str:
        return self._run("display-message", "-p", "#{alternate_on} #{cursor_flag} #{insert_flag} #{keypad_cursor_flag}")

    def close(self) -> None:
        self._run("kill-server")


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    window = Tmux(tmp_path, 100, 30)
    yield window
    window.close()


def command(file: str) -> str:
    return f"{shlex.quote(sys.executable)} -m ivr walk {shlex.quote(file)} --at '2026-03-02 10:30'; echo left with $?"


@pytest.mark.needs("tmux")
def test_a_walk_in_a_terminal(tmux: Tmux, file: str) -> None:
    before = tmux.modes()
    tmux.type(command(file), "Enter")
    tmux.sees("waiting 5 s for a key or words")
    tmux.type("-l", "112345")
    tmux.sees("Looking up account. It turns out:")
    tmux.type("Down", "Up", "Enter")
    tmux.type("-l", "7.25")
    tmux.type("Enter")
    tmux.sees('"You owe 7.25."')
    tmux.type("BSpace")
    tmux.sees("Looking up account.")
    tmux.type("u", "Enter")
    tmux.sees("The line hangs up.")
    tmux.type("q")
    shows = tmux.sees("left with 0")
    assert "presses 12345" in shows
    assert "The call took" in shows
    assert tmux.modes() == before


@pytest.mark.needs("tmux")
def test_a_walk_can_be_left_for_a_while(tmux: Tmux, file: str) -> None:
    before = tmux.modes()
    tmux.type("set -m", "Enter")
    tmux.type(command(file).partition(";")[0], "Enter")
    tmux.sees("waiting 5 s for a key or words")
    tmux.type("1", "1", "C-z")
    tmux.sees("Stopped")
    assert tmux.modes() == before
    tmux.type("echo mean$((40 + 2))while", "Enter")
    tmux.sees("mean42while")
    tmux.type("fg", "Enter")
    assert "mean42while" not in tmux.sees("typed so far: 1")
    tmux.type("2", "q")
    assert "presses 12" in tmux.sees("The caller is still on the line")
    assert tmux.modes() == before


@pytest.mark.needs("tmux")
def test_a_window_of_any_size(tmux: Tmux, file: str) -> None:
    before = tmux.modes()
    tmux.type(command(file), "Enter")
    tmux.sees("waiting 5 s")
    tmux.resize(40, 12)
    assert len(tmux.sees("? help   q quit").splitlines()) == 12
    tmux.resize(20, 5)
    tmux.sees("Too small")
    tmux.type("1")
    tmux.resize(180, 50)
    shows = tmux.sees("waiting 5 s for a key")
    assert '"Enter your number."' in shows
    assert max(map(len, shows.splitlines())) == 120
    tmux.type("C-c")
    tmux.sees("left with 0")
    assert tmux.modes() == before


@pytest.mark.needs("tmux")
def test_strange_letters_do_not_break_the_frame(tmux: Tmux, tmp_path: Path) -> None:
    path = tmp_path / "strange.yaml"
    path.write_text(STRANGE, encoding="utf-8")
    tmux.resize(60, 30)
    tmux.type(command(str(path)), "Enter")
    shows = tmux.sees("waiting 5 s").splitlines()
    assert [line for line in shows if line.startswith("──")] != []
    assert shows[3] == "─" * 60
    assert all(cells(line) <= 60 for line in shows)
    tmux.type("q")
    tmux.sees("left with 0")
