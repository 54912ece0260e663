"""`ivr test`, and pytest: which calls are run, what is printed of them, and the exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from golden import Golden

from ivr.cli import ivr
from ivr.results import formats

FLOW = """ivr: 1
lines: {1-312-555-0100: main}
contacts: {nurse: {name: Nurse}}
nodes:
  main: {menu: Harbour clinic., options: {1: {say: a nurse, go: desk}, 2: bye}, otherwise: desk}
  desk: {transfer: nurse, busy: bye, no-answer: bye}
  bye: {hangup: Goodbye., done: yes}
"""
CALLS = """calls:
  - call: A nurse
    steps: [{press: 1}, {end: transfer nurse}]
  - call: Goodbye
    steps: [{press: 2}, {hear: godbye}, {end: hangup}]
"""


def run(*arguments: str | Path, standard_input: str | None = None) -> Result:
    words = [*map(str, arguments), "--today", "2026-03-02"]
    result = CliRunner().invoke(ivr, ["test", *words], input=standard_input)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "clinic.yaml").write_text(FLOW, encoding="utf-8")
    (tmp_path / "clinic.calls.yaml").write_text(CALLS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_the_calls_beside_a_flow_are_its_own() -> None:
    result = run("clinic.yaml")
    assert result.exit_code == 1
    assert "clinic.calls.yaml:5:32: call 'Goodbye' failed: 'godbye' is not heard" in result.stdout
    assert result.stdout.endswith("1 call passed, 1 failed in clinic.yaml.\n")


def test_calls_of_a_flow_and_beside_it_are_run_once(folder: Path) -> None:
    (folder / "clinic.yaml").write_text(FLOW + CALLS.replace("godbye", "goodbye"), encoding="utf-8")
    (folder / "clinic.night.calls.yaml").write_text("calls: [{call: Night, steps: [wait]}]", encoding="utf-8")
    for named in (["clinic.yaml"], ["."], ["clinic.yaml", "clinic.calls.yaml", "clinic.night.calls.yaml"]):
        assert "4 calls passed, 1 failed" in run(*named).stdout
    assert "1 call passed, 1 failed in clinic.calls.yaml." in run("clinic.calls.yaml").stdout
    assert "1 call passed in clinic.night.calls.yaml." in run("clinic.night.calls.yaml").stdout


def test_a_file_of_calls_may_name_its_flow(folder: Path) -> None:
    (folder / "night").mkdir()
    (folder / "other.yaml").write_text(FLOW, encoding="utf-8")
    calls = folder / "night" / "late.calls.yaml"
    calls.write_text("flow: ../other.yaml\ncalls: [{call: Late, steps: [wait, {hear: clinic}]}]\n", encoding="utf-8")
    assert "1 call passed" in run(calls).stdout
    calls.write_text("calls: [{call: Late, steps: [wait]}]\n", encoding="utf-8")
    result = run("night")
    assert result.exit_code == 2
    assert "does not say of which flow it has calls; begin it with `flow: NAME.yaml`" in result.stderr


def test_what_else_stands_in_a_file_of_calls_is_told(folder: Path) -> None:
    (folder / "clinic.calls.yaml").write_text("nodes: {}\ncalls: [{call: One}]\n", encoding="utf-8")
    result = run("clinic.yaml")
    assert "clinic.calls.yaml:1:1: RD006 error" in result.stderr or "holds `calls:` and `flow:` alone" in result.stderr
    (folder / "clinic.calls.yaml").write_text("calls: none\n", encoding="utf-8")
    assert "needs a list of calls" in run("clinic.yaml").stderr
    (folder / "clinic.calls.yaml").write_text("calls: [\n", encoding="utf-8")
    assert "clinic.calls.yaml:" in run("clinic.yaml").stderr


@pytest.mark.usefixtures("folder")
def test_calls_are_chosen_by_words_of_their_names() -> None:
    result = run("clinic.yaml", "-k", "nurse", "-v")
    assert (result.exit_code, result.stdout) == (0, "passed  A nurse\n\n1 call passed in clinic.yaml.\n")
    nothing = run("clinic.yaml", "-k", "doctor")
    assert nothing.exit_code == 2
    assert "no call in 'clinic.yaml' has 'doctor' in its name" in nothing.stderr


def test_a_flow_without_calls_is_told(tmp_path: Path) -> None:
    (tmp_path / "flow.yaml").write_text(FLOW, encoding="utf-8")
    result = run(tmp_path)
    assert result.exit_code == 2
    assert "there are no calls in" in result.stderr


def test_a_flow_that_cannot_be_read_is_told_and_others_are_run(folder: Path) -> None:
    (folder / "broken.yaml").write_bytes(b"ivr: 1\n\x00\xff")
    result = run("broken.yaml", "clinic.yaml")
    assert result.exit_code == 2
    assert "broken.yaml:" in result.stderr
    assert "1 call passed, 1 failed" in result.stdout


def test_a_flow_comes_from_standard_input() -> None:
    result = run("-", standard_input=FLOW + CALLS)
    assert result.exit_code == 1
    assert "<stdin>:12:32: call 'Goodbye' failed" in result.stdout


@pytest.mark.usefixtures("folder")
def test_coverage_is_told_and_asked_for() -> None:
    result = run("clinic.yaml", "--coverage")
    assert "1-312-555-0100  en        3 of 9, 33 %  3 of 3, 100 %" in result.stdout
    assert "main: silence" in result.stdout
    assert run("clinic.yaml", "-k", "nurse", "--fail-under", "22.2").exit_code == 0
    low = run("clinic.yaml", "-k", "nurse", "--fail-under", "22.3")
    assert low.exit_code == 1
    assert "clinic.yaml: 22 % of the exits are covered, and 22.3 % are asked for." in low.stdout


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", formats())
def test_a_format_is_as_it_was(name: str, golden: Golden) -> None:
    result = run("clinic.yaml", "--format", name, "-v", "--coverage")
    golden(f"golden/results/{name}.txt", result.stdout)


@pytest.mark.usefixtures("folder")
def test_json_tells_all() -> None:
    told = json.loads(run("clinic.yaml", "--format", "json").stdout)
    assert told["counts"] == {"passed": 1, "failed": 1}
    good, bad = told["flows"][0]["calls"]
    assert (good["passed"], bad["passed"], bad["failure"]["nearest"]) == (True, False, "Goodbye.")
    assert told["flows"][0]["coverage"] is None


@pytest.mark.usefixtures("folder")
def test_junit_has_a_case_for_each_call() -> None:
    tree = ET.fromstring(run("clinic.yaml", "--format", "junit").stdout)  # noqa: S314 -- made by the program itself
    assert [(case.get("name"), len(case)) for case in tree.iter("testcase")] == [("A nurse", 0), ("Goodbye", 1)]


def test_results_go_into_a_file(folder: Path) -> None:
    result = run("clinic.yaml", "--output-file", "out.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "1 call passed, 1 failed" in (folder / "out.txt").read_text(encoding="utf-8")
    assert run("clinic.yaml", "--output-file", "nowhere/out.txt").exit_code == 2


def test_what_a_terminal_would_obey_is_shown_as_text(folder: Path) -> None:
    text = '- call: "\\e[31mred"\n    steps: [{hear: "\\e[0m"}]\n'
    (folder / "clinic.calls.yaml").write_text(f"calls:\n  {text}", encoding="utf-8")
    for name in formats():
        assert "\x1b" not in run("clinic.yaml", "--format", name).output


# --- pytest -----------------------------------------------------------------------------------------------------------


def run_pytest(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(folder), *arguments]
    return subprocess.run(command, cwd=folder, env=alone(), capture_output=True, text=True, check=False)


def alone() -> dict[str, str]:
    """Give surroundings in which the options and the coverage of these tests are no other's."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV"))}


def test_pytest_runs_calls(folder: Path) -> None:
    done = run_pytest(folder, "--ivr-today", "2026-03-02", ".")
    assert done.returncode == 1, done.stderr
    assert "clinic.calls.yaml:5:32: call 'Goodbye' failed: 'godbye' is not heard" in done.stdout
    assert "FAILED clinic.calls.yaml::Goodbye" in done.stdout
    assert "1 failed, 1 passed" in done.stdout
    assert "Traceback" not in done.stdout


def test_pytest_chooses_repeats_and_shares_calls(folder: Path) -> None:
    assert "1 passed, 1 deselected" in run_pytest(folder, "-k", "nurse").stdout
    cached = [sys.executable, "-m", "pytest", "-q", "--rootdir", str(folder)]
    subprocess.run(cached, cwd=folder, env=alone(), capture_output=True, check=False)
    last = [*cached, "--lf", "-n", "2"]
    again = subprocess.run(last, cwd=folder, env=alone(), capture_output=True, text=True, check=False)
    assert "1 failed in" in again.stdout


def test_pytest_tells_calls_of_one_name_apart(folder: Path) -> None:
    (folder / "clinic.calls.yaml").write_text("calls: [{call: One}, {call: One}, two]\n", encoding="utf-8")
    listed = run_pytest(folder, "--collect-only").stdout
    assert listed.splitlines()[:3] == [
        "clinic.calls.yaml::One",
        "clinic.calls.yaml::One (2)",
        "clinic.calls.yaml::call 3, which cannot be read",
    ]


def test_pytest_tells_of_a_flow_that_cannot_be_read(folder: Path) -> None:
    (folder / "lost.calls.yaml").write_text("flow: nowhere.yaml\ncalls: [{call: One}]\n", encoding="utf-8")
    done = run_pytest(folder, "lost.calls.yaml")
    assert done.returncode == 2
    assert "'nowhere.yaml' does not exist" in done.stdout
    assert "Traceback" not in done.stdout


def test_pytest_leaves_other_files_alone(folder: Path) -> None:
    (folder / "clinic.calls.yaml").unlink()
    (folder / "other.yaml").write_text("a: 1\n", encoding="utf-8")
    assert run_pytest(folder).returncode == 5


def test_pytest_runs_the_calls_beside_a_flow_that_is_named_alone(folder: Path) -> None:
    assert "1 failed, 1 passed" in run_pytest(folder, "clinic.yaml").stdout
    assert "1 failed, 1 passed" in run_pytest(folder, "clinic.yaml", "clinic.calls.yaml").stdout


# --- what designers stumbled on ---------------------------------------------------------------------------------------


def test_a_folder_holds_calls_of_flows_elsewhere(folder: Path) -> None:
    (folder / "night").mkdir()
    late = folder / "night" / "late.calls.yaml"
    late.write_text("flow: ../clinic.yaml\ncalls: [{call: Late, steps: [{hear: nothing of it}]}]\n", encoding="utf-8")
    for named in (".", "night", "night/late.calls.yaml"):
        assert "call 'Late' failed" in run(named).stdout
    assert "3 calls" not in run("clinic.yaml").stdout


@pytest.mark.usefixtures("folder")
def test_all_words_of_a_choice_must_occur() -> None:
    assert "1 call passed" in run("clinic.yaml", "-k", "nurse a").stdout
    assert run("clinic.yaml", "-k", "nurse goodbye").exit_code == 2


@pytest.mark.usefixtures("folder")
def test_too_little_coverage_is_told_in_every_format() -> None:
    asked = ("clinic.yaml", "-k", "nurse", "--fail-under", "90", "--format")
    junit = run(*asked, "junit")
    assert (junit.exit_code, 'tests="2" failures="1"' in junit.stdout) == (1, True)
    assert json.loads(run(*asked, "json").stdout)["flows"][0]["coverage"]["enough"] is False
    assert "22 % of the exits are covered, and 90 % are asked for." in run(*asked, "json").stderr


def test_a_file_of_calls_that_names_itself_is_told(folder: Path) -> None:
    (folder / "odd.calls.yaml").write_text("flow: odd.calls.yaml\ncalls: [{call: One}]\n", encoding="utf-8")
    assert "which is a file of calls; name the flow that they are of" in run("odd.calls.yaml").stderr


def test_an_empty_file_of_calls_is_told(folder: Path) -> None:
    (folder / "clinic.calls.yaml").write_text("\n", encoding="utf-8")
    assert "'clinic.calls.yaml' is empty: a file of calls has `calls:`" in run("clinic.yaml").stderr


def test_nothing_is_counted_where_nothing_could_be_run(folder: Path) -> None:
    (folder / "broken.yaml").write_bytes(b"\x00")
    assert run("broken.yaml").stdout == ""


@pytest.mark.usefixtures("folder")
def test_the_check_takes_a_file_of_calls_for_its_flow() -> None:
    checked = CliRunner().invoke(ivr, ["check", "clinic.yaml", "clinic.calls.yaml", "--no-cache", "--exit-zero"])
    alone = CliRunner().invoke(ivr, ["check", "clinic.yaml", "--no-cache", "--exit-zero"])
    assert checked.stdout == alone.stdout


def test_the_calls_of_a_commit_are_those_beside_the_flow_there(folder: Path) -> None:
    git = ["git", "-c", "user.name=x", "-c", "user.email=x@example.com"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run([*git, *words], cwd=folder, check=True)
    (folder / "clinic.calls.yaml").unlink()
    replayed = CliRunner().invoke(ivr, ["walk", "HEAD:clinic.yaml", "--replay", "A nurse", "--keys", ""])
    assert "ends: Nurse takes the call" in replayed.stdout
