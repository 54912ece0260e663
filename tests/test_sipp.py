from __future__ import annotations

import os
import struct
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest
from phone import flow_of
from switch import Switch, free_port

from ivr.flow import Flow
from ivr.sheet import PlannedCall, SheetError
from ivr.sheets.sipp import sipp
from ivr.telephone_event import capture
from ivr.witness import ANSWER, HANG_UP, PRESS, SPEAK, WAIT, Step, Witness

LINE = "1-800-555-0100"
AT = datetime.fromisoformat("2026-03-03T10:30:00+00:00")

QUICK = """
contacts: {team: {name: Team}}
defaults: {rate: 480, between: 1, wait: 1, otherwise: bye, silence: {text: Hello?, seconds: 0.3}}
nodes:
  main:
    menu: {text: Welcome., seconds: 0.5}
    options: {1: {say: {audio: a.wav, seconds: 0.4, text: orders}, go: ask}, "*": {say: us, go: desk}}
  ask: {ask: {text: Your number., seconds: 0.6}, into: number, digits: 4, next: note}
  note: {record: {text: Speak., seconds: 0.2}, next: bye}
  desk: {transfer: team, failed: bye}
  bye: {hangup: {text: Goodbye., seconds: 0.4}}
"""


def planned(*steps: Step, title: str = "A call", when: str = "", **more: str) -> PlannedCall:
    return PlannedCall(title, Witness(LINE, AT, steps, when=when, **more))


def written(folder: Path, flow: Flow, call: PlannedCall, name: str = "call") -> tuple[Path, ET.Element]:
    """Write a scenario; a DTD or an entity could not be in it."""
    path = folder / f"{name}.xml"
    for file, content in sipp.write(flow, (call,), name).beside(path).items():
        file.write_bytes(content)
    return path, ET.fromstring(path.read_bytes())  # noqa: S314 -- our own file


@contextmanager
def running(scenario: Path, switch: Switch) -> Iterator[subprocess.Popen[bytes]]:
    """Run sipp with a scenario against a switch; it has to be root to send what is in a capture."""
    words = ["sipp", "-sf", scenario.name, "-s", "18005550100", "-m", "1", "-i", "127.0.0.1", "-nostdin"]
    words += ["-mp", str(free_port() // 2 * 2), "-cp", str(free_port()), "-timeout", "30", f"127.0.0.1:{switch.port}"]
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = subprocess.DEVNULL
    with subprocess.Popen([*as_root, *words], cwd=scenario.parent, stdin=quiet, stdout=quiet, stderr=quiet) as done:
        try:
            yield done
        finally:
            if done.poll() is None:
                done.kill()


def ran(folder: Path, call: PlannedCall, switch: Switch) -> int:
    """Make a call with sipp to a switch; gives sipp's exit code."""
    if os.geteuid() != 0 and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode:
        pytest.skip("sipp has to be root to send digits")
    path, _ = written(folder, flow_of(QUICK), call)
    with closing(switch), running(path, switch) as done:
        return done.wait(45)


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, Switch]:
    """Make one whole call: a silence, a choice, an entry and a message, until the line hangs up."""
    steps = (Step(WAIT), Step(PRESS, "1"), Step(PRESS, "1123"), Step(ANSWER, "recorded", "note"))
    switch = Switch(hangs_up_on="#")
    return ran(tmp_path_factory.mktemp("call"), planned(*steps, end="hangup"), switch), switch


@pytest.mark.needs("sipp")
def test_the_digits_of_a_call_arrive_at_a_switch_in_order_and_in_time(call: tuple[int, Switch]) -> None:
    code, switch = call
    digits = switch.digits()
    assert code == 0
    assert switch.requests[0] == f"INVITE sip:18005550100@127.0.0.1:{switch.port} SIP/2.0"
    assert switch.methods == ["INVITE", "ACK", "SIP/2.0"]
    assert "".join(digit.key for digit in digits) == "11123#"
    # Welcome 0.5, orders 0.4, us 1.5, a second of silence, hello 0.3, 0.5 and 0.4 again, and then a moment to press.
    begins = digits[0].timestamp / 8000
    assert begins == pytest.approx(_told() + 1 + 0.3 + 0.9 + 0.4, abs=0.01)
    between = [(later.timestamp - digit.timestamp) / 8000 for digit, later in pairwise(digits)]
    # The tone, the prompt of 0.6 s and a moment; then digits in one go; then the prompt and the message of 3 s.
    assert between == pytest.approx([0.1 + 0.6 + 0.4, 0.2, 0.2, 0.2, 0.1 + 0.2 + 3.0], abs=0.01)
    assert [digit.duration for digit in digits] == [800] * 6
    # A busy machine may be late; nothing comes early.
    assert all(-0.2 < digit.at - digit.timestamp / 8000 < 5 for digit in digits)


def _told() -> float:
    """Give the seconds of the menu: its prompt, a recorded option, and `For us, press star.` at 480 words a minute."""
    return 0.5 + 0.4 + 4 * 60 / 480


@pytest.mark.needs("sipp")
def test_what_is_sent_is_one_stream_as_the_standard_has_it(call: tuple[int, Switch]) -> None:
    _, switch = call
    packets = switch.packets
    assert [packet.number for packet in packets] == list(range(len(packets)))
    assert len({packet.source for packet in packets}) == 1
    assert [packet.timestamp for packet in packets] == sorted(packet.timestamp for packet in packets)
    for digit in switch.digits():
        own = [packet for packet in packets if packet.timestamp == digit.timestamp and packet.payload == 101]
        assert [packet.marker for packet in own] == [True, *[False] * (len(own) - 1)]
        ends = [struct.unpack("!BBH", packet.content)[1] >> 7 for packet in own]
        assert ends == [0] * (len(own) - 3) + [1, 1, 1]
    assert {packet.payload for packet in packets} == {0, 101}  # and frames of silence, which keep the way open


@pytest.mark.needs("sipp")
def test_a_call_that_the_line_ends_too_early_has_failed(tmp_path: Path) -> None:
    switch = Switch(hangs_up_after=0.6)
    assert ran(tmp_path, planned(Step(PRESS, "1"), Step(PRESS, "1123"), reach="note"), switch) != 0
    assert switch.digits() == []


@pytest.mark.needs("sipp")
def test_a_caller_who_hangs_up_does_so_in_time(tmp_path: Path) -> None:
    title = """Odd -- title: <a> & "b" 'c' ]]> [call_id] ü"""
    switch = Switch()
    assert ran(tmp_path, planned(Step(PRESS, "*"), Step(HANG_UP), title=title, end="caller"), switch) == 0
    assert switch.methods == ["INVITE", "ACK", "BYE"]
    assert [digit.key for digit in switch.digits()] == ["*"]


# --- what is written ---


@pytest.mark.parametrize("title", ["a -- b --- c-", "<&>\"'", "]]>", "two\nlines", "\x1b[31m", "größe"])
def test_a_scenario_is_well_formed_whatever_a_title_holds(tmp_path: Path, title: str) -> None:
    _, root = written(tmp_path, flow_of(QUICK), planned(Step(PRESS, "1"), title=title, reach="ask"))
    assert root.tag == "scenario"
    assert root.get("name")
    assert [child.tag for child in root][:2] == ["send", "recv"]


def test_what_sipp_cannot_do_is_said() -> None:
    flow = flow_of(QUICK)
    calls = (
        planned(Step(PRESS, "*"), Step(ANSWER, "connected", "team"), end="transfer team"),
        planned(Step(SPEAK, "orders")),
        planned(when="Monday 10:00"),
        planned()._replace(given=(("x", "1"),)),
    )
    made = sipp.write(flow, calls, "calls")
    assert [name for name, _ in made.files][:3] == ["-1.xml", "-1.pcap", "-2.xml"]
    assert [note.partition(":")[0] for note in made.notes] == ["call 1", "call 2", "call 3", "call 4", *made.notes[4:]]
    assert "arrange that Team answers" in dict(made.files)["-1.xml"].decode()
    assert "sipp has to be root" not in made.notes[4]
    assert "root" in made.notes[4]


def test_nothing_is_written_under_a_name_that_sipp_could_not_open() -> None:
    with pytest.raises(SheetError, match="cannot be the name of a scenario"):
        sipp.write(flow_of(QUICK), (planned(),), "a&b")


def test_keys_that_a_line_presses_at_once_are_sent_at_once() -> None:
    head = f"ivr: 1\ntimezone: UTC\nlines: {{{LINE}: {{start: main, press: 1}}}}\n"
    ((_, scenario), _) = sipp.write(flow_of(QUICK, head), (planned(reach="ask"),), "call").files
    assert b"press 1 at once" in scenario


def test_a_capture_has_a_header_and_packets_in_their_order() -> None:
    made = capture([(1.0, "5"), (0.5, "#")], 2.0, 7)
    assert made[:4] == bytes.fromhex("d4c3b2a1")
    at, times = 24, []
    while at < len(made):
        seconds, micros, length, _ = struct.unpack("<IIII", made[at : at + 16])
        times.append(seconds + micros / 1e6)
        at += 16 + length
    assert at == len(made)
    assert times == sorted(times)
