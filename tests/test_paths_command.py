"""`ivr paths`: what it prints, what it writes, and what it says where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from ivr.cli import ivr

FLOW = """ivr: 1
languages: [en, es]
lines: {1-312-555-0100: main, 1-312-555-0142: desk}
hours: {office: "Mon-Fri 08:00-18:00"}
contacts: {nurse: {name: Nurse, hours: office}}
nodes:
  main:
    menu: {en: Harbour clinic., es: Clínica.}
    options:
      1: {say: {en: a nurse, es: una enfermera}, go: desk}
      2: {say: español, go: again, language: es}
    tries: 2
    otherwise: bye
  desk: {transfer: nurse, busy: bye, no-answer: bye, closed: bye, failed: bye}
  bye: {hangup: {en: Goodbye., es: Adiós.}, done: yes}
  cellar: {say: Nobody comes here., next: bye}
"""
CALLS = """calls:
  - {call: A nurse, line: 1-312-555-0142, at: Tue 10:30, steps: [{end: transfer nurse}]}
"""


def run(*arguments: str | Path, command: str = "paths") -> Result:
    result = CliRunner().invoke(ivr, [command, *map(str, arguments), "--today", "2026-03-02"])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """Give a clinic that answers in two languages and on two lines."""
    path = tmp_path / "clinic.yaml"
    path.write_text(FLOW, encoding="utf-8")
    return path


def test_a_short_list_names_each_call_and_how_many_are_needed(clinic: Path) -> None:
    result = run(clinic, "--line", "1-312-555-0142")
    assert result.output.splitlines() == [
        "  1  Nurse is closed",
        "     dial 1-312-555-0142 on Monday 01:00: hangup",
        "  2  Nurse answers",
        "     dial 1-312-555-0142 on Monday 09:00, (nurse: connected): transfer nurse",
        "  3  Nurse is busy",
        "     dial 1-312-555-0142 on Monday 09:00, (nurse: busy): hangup",
        "  4  Nurse does not answer",
        "     dial 1-312-555-0142 on Monday 09:00, (nurse: no-answer): hangup",
        "  5  Nurse cannot be reached",
        "     dial 1-312-555-0142 on Monday 09:00, (nurse: failed): hangup",
        "5 calls take all 5 exits that calls can take; at least 5 calls are needed for",
        "that.",
        "No call takes 'next' of 'cellar': nothing leads to 'cellar'.",
    ]
    assert result.exit_code == 0


def test_made_calls_pass_and_cover_everything(clinic: Path) -> None:
    assert run(clinic, "-o", clinic.with_name("clinic.calls.yaml")).exit_code == 0
    tested = run(clinic, "--coverage", "--fail-under", "100", command="test")
    assert tested.exit_code == 0, tested.output


def test_calls_that_are_missing_take_only_what_no_call_takes_yet(clinic: Path) -> None:
    clinic.with_name("clinic.calls.yaml").write_text(CALLS, encoding="utf-8")
    result = run(clinic, "--missing", "--line", "1-312-555-0142")
    assert "Nurse answers" not in result.output
    assert "4 calls take all 4 exits that are missing" in " ".join(result.output.split())


def test_nothing_is_missing_where_calls_take_everything(clinic: Path) -> None:
    run(clinic, "-o", clinic.with_name("clinic.calls.yaml"))
    result = run(clinic, "--missing")
    assert result.output.splitlines()[0] == "The calls that are written down take every exit that calls can take."
    assert result.exit_code == 0


def test_once_makes_no_call_for_what_another_line_has_taken(clinic: Path) -> None:
    every, once = (run(clinic, *more).output.count("dial ") for more in ((), ("--once",)))
    assert once < every


def test_only_what_is_taken_in_a_language_is_asked_for(clinic: Path) -> None:
    calls = yaml.safe_load(run(clinic, "--language", "es", "--as", "calls").stdout)["calls"]
    assert calls
    assert all({"press": 2} in call["steps"] for call in calls)


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "calls"])
def test_calls_are_printed_in_every_form_and_what_is_said_of_them_aside(clinic: Path, form: str) -> None:
    result = run(clinic, "--as", form)
    assert result.exit_code == 0
    assert "needed" in result.stderr
    assert "needed" not in result.stdout
    assert "Nurse" in result.stdout


def test_the_ending_of_the_file_says_the_form(clinic: Path) -> None:
    target = clinic.with_name("script.md")
    result = run(clinic, "-o", target)
    assert target.read_text(encoding="utf-8").startswith("# ")
    assert "needed" in result.stdout


def test_calls_for_a_switch_are_several_files(clinic: Path) -> None:
    assert "say where to" in run(clinic, "--as", "sipp").output
    assert run(clinic, "--as", "sipp", "-o", clinic.with_name("calls.xml")).exit_code == 0
    assert len(list(clinic.parent.glob("calls*.xml"))) > 1


def test_calls_are_no_longer_than_is_asked_for_and_then_more(clinic: Path) -> None:
    calls = yaml.safe_load(run(clinic, "--as", "calls").stdout)["calls"]
    short = yaml.safe_load(run(clinic, "--as", "calls", "--steps", "3").stdout)["calls"]
    assert max(len(call["steps"]) - 1 for call in calls) > 3
    assert max(len(call["steps"]) - 1 for call in short) == 3
    assert len(short) > len(calls)


def test_every_call_of_a_length_is_every_one(clinic: Path) -> None:
    result = run(clinic, "--length", "1", "--line", "1-312-555-0100")
    told = [line.partition(", ")[2].partition(":")[0] for line in result.output.splitlines() if "dial" in line]
    assert sorted(told) == ["press 1", "press 1", "press 2", "press 8", "say nothing"]
    assert "5 calls: all that there are" in result.output


def test_more_calls_than_anybody_wants_are_refused(clinic: Path) -> None:
    result = run(clinic, "--length", "30")
    assert result.exit_code == 2
    assert result.output.startswith("there are more than 1,000 calls of up to 30 steps; ask for shorter ones")
    assert run(clinic, "--length", "3", "--most", "5").exit_code == 2


@pytest.mark.parametrize(
    ("asked", "call"),
    [
        (("--to", "nurse"), "dial 1-312-555-0142 on Monday 09:00, (nurse: connected): transfer nurse"),
        (("--to", "bye", "--line", "1-312-555-0100"), "dial 1-312-555-0100 on Monday 01:00, press 1: hangup"),
        (("--to", "main", "--language", "es"), "dial 1-312-555-0100 on Monday 09:00, press 2: at main"),
        (("--exit", "main:silence"), "dial 1-312-555-0100 on Monday 09:00, say nothing: at main"),
        (("--exit", "desk:busy"), "dial 1-312-555-0142 on Monday 09:00, (nurse: busy): hangup"),
    ],
)
def test_the_shortest_call_to_a_place_is_made(clinic: Path, asked: tuple[str, ...], call: str) -> None:
    result = run(clinic, *asked)
    assert result.output.splitlines()[1].strip() == call
    assert result.exit_code == 0


def test_where_no_call_comes_the_reason_is_told(clinic: Path) -> None:
    result = run(clinic, "--to", "cellar")
    assert result.exit_code == 1
    assert result.output == "No call comes to 'cellar': nothing leads to 'cellar'.\n"
    result = run(clinic, "--exit", "cellar:next")
    assert result.output == "No call takes 'next' of 'cellar': nothing leads to 'cellar'.\n"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("--to", "nurs"), "the flow has no node and no contact 'nurs'; did you mean 'nurse'?"),
        (("--exit", "mian:1"), "the flow has no node 'mian'; did you mean 'main'?"),
        (("--exit", "main:busy"), "'main' has no exit 'busy'; it has '1', '2', 'otherwise', 'silence', 'wrong'"),
        (("--exit", "main"), "'main' names no exit; write the node, a colon and the exit, as in `main:1`"),
        (("--line", "1-312-555-0101"), "the flow has no line '1-312-555-0101'; did you mean '1-312-555-0100'?"),
        (("--language", "fr"), "the flow has no language 'fr'; it has 'en', 'es'"),
        (("--to", "main", "--length", "2"), "--length and --to ask for different calls; give one of them"),
        (("--to", "main", "--once"), "--once says nothing with --to; leave it out"),
        (("--most", "3"), "--most says nothing without --length"),
        (("--as", "tabel"), "'tabel' is no sheet"),
        (("-o", "calls.doc"), "'.doc' is no ending that can be written"),
    ],
)
def test_a_command_line_that_cannot_be_used_is_told(clinic: Path, asked: tuple[str, ...], message: str) -> None:
    result = run(clinic, *asked)
    assert result.exit_code == 2
    assert result.output.startswith(message)
    assert len(result.output.splitlines()) == 1


def test_a_flow_without_lines_or_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "none.yaml").write_text("ivr: 1\nnodes: {a: {hangup: Bye.}}\n", encoding="utf-8")
    assert "the flow has no lines" in run(tmp_path / "none.yaml").output
    (tmp_path / "list.yaml").write_text("- 1\n", encoding="utf-8")
    assert run(tmp_path / "list.yaml").exit_code == 2
    assert run(tmp_path / "missing.yaml").exit_code == 2


def test_the_flow_itself_is_never_written_over(clinic: Path) -> None:
    result = run(clinic, "-o", clinic)
    assert result.exit_code == 2
    assert clinic.read_text(encoding="utf-8") == FLOW


def test_a_line_that_leads_nowhere_has_no_exits(tmp_path: Path) -> None:
    (tmp_path / "flow.yaml").write_text("ivr: 1\nlines: {1-312-555-0100: gone}\nnodes: {}\n", encoding="utf-8")
    result = run(tmp_path / "flow.yaml")
    assert "Calls can take no exits." in result.output
    assert result.exit_code == 1


def test_the_same_flow_gives_the_same_bytes(clinic: Path) -> None:
    first, second = (run(clinic, "--as", "calls").stdout for _ in range(2))
    assert first == second


def test_calls_that_are_there_are_not_lost(tmp_path: Path, root: Path) -> None:
    flow = tmp_path / "clinic.yaml"
    flow.write_bytes((root / "flows" / "clinic.yaml").read_bytes())
    calls = tmp_path / "clinic.calls.yaml"
    own = "# ours\ncalls:\n  - call: A nurse\n    steps: [{press: 3}, {end: transfer nurse}]\n"
    calls.write_text(own, encoding="utf-8")
    refused = run(flow, "-o", calls)
    assert refused.exit_code == 2
    assert "holds a call that would be lost: 'A nurse'; add to it with `--missing`" in refused.stderr.replace("\n", " ")
    assert calls.read_text(encoding="utf-8") == own
    assert run(flow, "--missing", "-o", calls).exit_code == 0
    assert calls.read_text(encoding="utf-8").startswith(own)
    tested = CliRunner().invoke(ivr, ["test", str(flow), "--fail-under", "100", "--today", "2026-03-02"])
    assert tested.exit_code == 0, tested.output
    assert run(flow, "--force", "-o", calls).exit_code == 0
    assert "A nurse\n" not in calls.read_text(encoding="utf-8")
    assert run(flow, "-o", calls).exit_code == 0, "the same calls may be written again"


def test_calls_longer_than_asked_for_are_told(root: Path) -> None:
    result = run(root / "flows" / "clinic.yaml", "--steps", "1")
    assert "calls have more steps than 1: what they take needs more." in result.output.replace("\n", " ")
