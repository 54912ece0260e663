"""The formats of `ivr check`, on one small report: golden files, and what each consumer needs."""

from __future__ import annotations

import json
import re
import shlex
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from golden import Golden
from hypothesis import given
from hypothesis import strategies as st
from reported import EMPTY, FILE, FINDINGS, REPORT, SILENT, at, written

from ivr.cli import COMMANDS, ivr
from ivr.finding import Fault, Finding, Severity
from ivr.loader import load_text
from ivr.reporter import Report, fingerprints, replay
from ivr.reporters import reporters
from ivr.witness import Step, Witness

ENDS = {"json": "json", "jsonl": "jsonl", "sarif": "sarif", "gitlab": "json", "junit": "xml", "markdown": "md"}


def with_message(message: str, hint: str = "") -> Report:
    fault = Fault(at(1, 1, 2), message, hint)
    return Report((Finding("KY001", "duplicate-key", Severity.ERROR, fault),), {}, (FILE,))


def moved(report: Report) -> Report:
    """Give the report as it is after ten lines were put before everything."""
    down = [
        one._replace(
            fault=one.fault._replace(
                place=one.place._replace(line=one.place.line + 10, end_line=one.place.end_line + 10)
            )
        )
        for one in report.findings
    ]
    return report._replace(findings=tuple(down))


# --- all of them ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", reporters())
def test_each_format_is_written_as_it_is_kept(name: str, golden: Golden) -> None:
    golden(f"golden/formats/{name}.{ENDS.get(name, 'txt')}", written(name))


@pytest.mark.parametrize("name", reporters())
def test_each_format_says_the_same_of_the_same_and_something_of_nothing_that_can_be_read(name: str) -> None:
    assert written(name) == written(name)
    empty = written(name, EMPTY)
    assert not empty or empty.endswith("\n")


@pytest.mark.parametrize("name", reporters())
def test_each_format_tells_every_finding(name: str) -> None:
    for finding in FINDINGS:
        assert finding.code in written(name)


@pytest.mark.parametrize("name", sorted({*reporters()} - {"concise"}))
def test_each_format_but_the_shortest_tells_the_call(name: str) -> None:
    assert SILENT.words() in written(name)


# --- text and concise -------------------------------------------------------------------------------------------------


def test_the_call_stands_under_the_finding_and_the_first_can_be_walked() -> None:
    text = written("text")
    assert "  = call: dial 1-800-555-0100 on Sunday 03:00, press 1, say nothing three times\n" in text
    assert text.count("ivr walk") == 1


def test_the_words_of_a_long_call_keep_within_the_width() -> None:
    call = SILENT._replace(steps=tuple(Step("press", str(number)) for number in range(60)))
    finding = FINDINGS[2]._replace(fault=FINDINGS[2].fault._replace(call=call))
    lines = written("text", Report((finding,), {}, ("other.yaml", "another.yaml"))).splitlines()[1:]
    assert max(map(len, lines)) <= 80
    assert "press 59" in lines[-3]


def test_the_command_that_walks_a_call_walks_it(tmp_path: Path) -> None:
    flow = tmp_path / "a flow's $HOME.yaml"
    flow.write_text("ivr: 1\nlines: {1-800-555-0100 option 3: main}\nnodes:\n  main: {menu: Hi., options: {1: main}}\n")
    call = SILENT._replace(line="1-800-555-0100 option 3", steps=(Step("press", "1"), Step("wait")))
    finding = FINDINGS[2]._replace(fault=FINDINGS[2].fault._replace(place=at(1, 1, 2, file=str(flow)), call=call))
    words = shlex.split(replay(Report((finding,), {}, (str(flow),)), finding))
    assert words[:3] == ["ivr", "walk", str(flow)]
    result = CliRunner().invoke(ivr, words[1:])
    assert result.exit_code == 0, result.output
    assert "says nothing" in result.output


def test_no_command_is_given_where_it_would_walk_another_flow() -> None:
    other = FINDINGS[2]._replace(fault=FINDINGS[2].fault._replace(place=at(1, 1, 2, file="part.yaml")))
    assert replay(Report((other,), {}, ("a.yaml", "b.yaml")), other) == ""
    assert " a.yaml " in replay(Report((other,), {}, ("a.yaml",)), other)
    assert replay(Report((other,), {}, ("<stdin>",)), other) == ""
    assert replay(REPORT, FINDINGS[0]) == ""


def test_concise_has_a_line_a_finding_and_no_other() -> None:
    lines = written("concise", with_message("one\ntwo", "Mend it.")).splitlines()
    assert lines == [f"{FILE}:1:1: KY001 error: one two"]
    assert written("concise", EMPTY) == ""


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_json_gives_the_call_as_words_as_an_entry_and_as_keys() -> None:
    silent = json.loads(written("json"))["findings"][2]
    assert silent["call"] == "dial 1-800-555-0100 on Sunday 03:00, press 1, say nothing three times"
    assert silent["keys"] == "1,wait,wait,wait"
    assert silent["calls"] == [
        {
            "call": silent["call"],
            "line": "1-800-555-0100",
            "at": "Sun 03:00",
            "steps": [{"press": "1"}, "wait", "wait", "wait", {"reach": "main"}],
        }
    ]


def test_the_entry_can_be_put_among_the_calls_of_a_flow() -> None:
    calls = json.loads(written("json"))["findings"][2]["calls"]
    text = "ivr: 1\nlines: {1-800-555-0100: main}\nnodes:\n  main: {menu: Hi., options: {1: main}}\n"
    loaded = load_text(text + yaml.safe_dump({"calls": calls}), "a.yaml")
    assert loaded.flow is not None
    assert not loaded.faults
    assert not loaded.flow.faults


def test_json_lines_are_the_findings_of_json() -> None:
    lines = written("jsonl").splitlines()
    assert [json.loads(line) for line in lines] == json.loads(written("json"))["findings"]
    assert written("jsonl", EMPTY) == ""


# --- GitHub and GitLab ------------------------------------------------------------------------------------------------


def unescaped(text: str) -> str:
    """Read a value as GitHub's runner does: the per cent sign comes last, as it went first."""
    for sign, code in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def command(line: str) -> tuple[str, dict[str, str], str]:
    found = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
    assert found is not None, line
    pairs = (pair.partition("=")[::2] for pair in found[2].split(","))
    return found[1], {name: unescaped(value) for name, value in pairs}, unescaped(found[3])


def test_github_is_told_where_and_what() -> None:
    read = [command(line) for line in written("github").splitlines()]
    assert [kind for kind, _, _ in read] == ["notice", "error", "warning", "warning"]
    assert read[1][1] == {"file": FILE, "line": "8", "endLine": "8", "col": "7", "title": "KY001 duplicate-key"}
    assert read[1][2].splitlines() == [
        f"{FILE}:8:7: 'main' gives key 1 twice: \"desk\" is never reached",
        "help: Leave one out: `1: desk`.",
    ]


def test_github_gets_no_column_for_a_note_on_several_lines() -> None:
    _, properties, _ = command(written("github").splitlines()[2])
    assert properties == {"file": FILE, "line": "4", "endLine": "8", "title": "ST009 silent-loop"}


@given(st.text(max_size=40), st.text("a%:,\n\r=", min_size=1, max_size=20))
def test_nothing_breaks_out_of_a_command(message: str, name: str) -> None:
    report = with_message(message)
    finding = report.findings[0]
    finding = finding._replace(fault=finding.fault._replace(place=at(1, 1, 2, file=f"x{name}")))
    lines = written("github", report._replace(findings=(finding,))).split("\n")
    assert len(lines) == 2
    assert command(lines[0])[1].keys() == {"file", "line", "endLine", "col", "title"}


def test_gitlab_gets_every_field_it_needs() -> None:
    entries = json.loads(written("gitlab"))
    assert [entry["severity"] for entry in entries] == ["info", "major", "minor", "minor"]
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    assert entries[1] == {
        "description": "'main' gives key 1 twice: \"desk\" is never reached\nhelp: Leave one out: `1: desk`.",
        "check_name": "KY001 duplicate-key",
        "fingerprint": entries[1]["fingerprint"],
        "severity": "major",
        "location": {"path": FILE, "lines": {"begin": 8, "end": 8}},
    }
    assert json.loads(written("gitlab", EMPTY)) == []


def test_a_path_is_written_as_the_web_writes_it() -> None:
    finding = FINDINGS[1]._replace(fault=FINDINGS[1].fault._replace(place=at(1, 1, 2, file="./flows//a.yaml")))
    assert json.loads(written("gitlab", REPORT._replace(findings=(finding,))))[0]["location"]["path"] == "flows/a.yaml"


# --- fingerprints -----------------------------------------------------------------------------------------------------


def test_fingerprints_stay_when_lines_move() -> None:
    assert [*fingerprints(REPORT)] == [*fingerprints(moved(REPORT))]


def test_fingerprints_differ_by_rule_file_sentence_and_count() -> None:
    first = FINDINGS[0]
    others = (
        first,
        first._replace(code="KY002"),
        first._replace(fault=first.fault._replace(message="other")),
        first._replace(fault=first.fault._replace(place=at(1, 1, 2, file="other.yaml"))),
    )
    assert len({*fingerprints(REPORT._replace(findings=(first, *others)))}) == 5


# --- JUnit ------------------------------------------------------------------------------------------------------------


def test_junit_has_a_suite_a_file_and_a_case_a_finding() -> None:
    whole = ET.fromstring(written("junit"))  # noqa: S314 -- our own output
    assert whole.attrib == {"name": "ivr check", "tests": "5", "failures": "3", "errors": "0", "skipped": "1"}
    suites = {suite.get("name"): suite for suite in whole}
    assert [*suites] == [FILE, "flows/clean.yaml", "flows/hours.yaml"]
    for suite in whole:
        assert suite.get("tests") == str(len(suite))
        assert suite.get("failures") == str(len(suite.findall("testcase/failure")))
        assert suite.get("skipped") == str(len(suite.findall("testcase/skipped")))
    assert [case.attrib["name"] for case in suites["flows/clean.yaml"]] == ["no findings"]
    assert not [*suites["flows/clean.yaml"][0]]


def test_junit_tells_the_whole_finding() -> None:
    whole = ET.fromstring(written("junit"))  # noqa: S314 -- our own output
    failure = whole.find("testsuite/testcase[2]/failure")
    assert failure is not None
    assert failure.attrib == {"message": "'main' gives key 1 twice: \"desk\" is never reached", "type": "error"}
    assert failure.text == (
        f"{FILE}:8:7\n'main' gives key 1 twice: \"desk\" is never reached\nhelp: Leave one out: `1: desk`."
    )


@given(st.text(), st.text())
def test_junit_is_xml_whatever_a_flow_holds(message: str, hint: str) -> None:
    ET.fromstring(written("junit", with_message(f"\ufffe\x00{message}", f"]]>\uffff{hint}")))  # noqa: S314 -- our own


# --- Markdown ---------------------------------------------------------------------------------------------------------


def rows(report: Report) -> list[list[str]]:
    """Give the cells of every row, taken apart at the bars that are not escaped."""
    lines = [line for line in written("markdown", report).splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def test_markdown_has_a_row_a_finding() -> None:
    cells = rows(REPORT)
    assert all(len(row) == 4 for row in cells)
    assert cells[1] == [
        "5:11",
        "PR021 hard-words",
        "info",
        r"'100% \| \`quick\` \<b\>' is hard to read for @<!-- -->anna<br>Write it in words.",
    ]


@given(st.text("a|\\`<>\n[]@", max_size=20))
def test_no_sentence_breaks_out_of_its_cell(message: str) -> None:
    shown = [row for row in rows(with_message(f"x{message}x")) if row[0] == "1:1"]
    (row,) = shown
    assert len(row) == 4
    assert (
        re.sub(r"\\(.)", r"\1", row[3].replace("<!-- -->", "")) == f"x{message.replace(chr(10), ' ')}x"
        or "\n\n" in message
    )


def test_a_command_with_backticks_stays_one_piece_of_code() -> None:
    call = Witness("1", SILENT.at, (Step("speak", "``x`"),))
    finding = FINDINGS[2]._replace(fault=FINDINGS[2].fault._replace(call=call))
    line = next(line for line in written("markdown", Report((finding,), {}, (FILE,))).splitlines() if "walk" in line)
    assert line.startswith("  <br>``` ivr walk")
    assert line.endswith(" ```")


def test_markdown_says_when_there_is_nothing() -> None:
    assert written("markdown", EMPTY) == "### ivr check: nothing to report in 1 flow\n"


# --- the command ------------------------------------------------------------------------------------------------------


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    file = tmp_path / "faulty.yaml"
    file.write_text("ivr: 1\nlines: {1-800-555-0100: main}\nnodes:\n  main: {say: Hi., next: nowhere}\n")
    return file


def output(*arguments: str | Path) -> str:
    return CliRunner().invoke(ivr, ["check", *map(str, arguments)]).output


def test_in_a_github_action_findings_are_written_for_it(faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"{faulty}:4:26: ST001 error: " in output(faulty)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert output(faulty).startswith("::error file=")
    assert output(faulty, "--format", "concise").startswith(f"{faulty}:4:26: ST001 error: ")
    monkeypatch.setenv("GITHUB_ACTIONS", "")
    assert not output(faulty).startswith("::")


@pytest.mark.parametrize("name", reporters())
def test_every_format_can_be_asked_for(name: str, faulty: Path) -> None:
    assert "ST001" in output(faulty, "--format", name)
    assert name in output("--help")


def test_an_unknown_format_is_refused(faulty: Path) -> None:
    assert "'xml' is not one of" in output(faulty, "--format", "xml")


def test_the_rules_are_told_to_sarif(faulty: Path) -> None:
    run = json.loads(output(faulty, "--format", "sarif"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])


# --- pre-commit -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["check", "fmt", "test"])
def test_a_hook_runs_a_command_that_exists(name: str, root: Path) -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())}
    hook = hooks[f"ivr-{name}"]
    assert hook["entry"] == f"ivr {name}"
    assert name in COMMANDS
    assert hook["language"] == "python"
    assert hook["name"]
    assert re.search(hook["files"], "flows/clinic.yaml")
    assert re.search(hook["files"], "phone/flows/night/desk.yml")
    assert not re.search(hook["files"], "README.md")


def test_the_check_of_a_commit_is_of_whole_flows(root: Path) -> None:
    # A file that others include is no flow, and a change of it may break those.
    hook = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())[0]
    assert (hook["args"], hook["pass_filenames"]) == (["flows"], False)


def test_every_hook_is_tried(root: Path) -> None:
    hooks = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text())
    assert [hook["id"] for hook in hooks] == ["ivr-check", "ivr-fmt", "ivr-test"]


@pytest.mark.parametrize(("file", "name"), [("phone-menus.yml", "GitHub"), (".gitlab-ci.yml", "GitLab")])
def test_the_recipes_ask_for_formats_that_exist(file: str, name: str, root: Path) -> None:
    text = (root / "README.md").read_text("utf-8")
    recipe = next(
        block for block in text.split("```yaml\n") if block.startswith("# ") and file in block.splitlines()[0]
    )
    yaml.safe_load(recipe.split("```")[0])
    asked = re.findall(r"ivr check .*--format (\w+)", recipe.split("```")[0])
    assert asked, name
    assert {*asked} <= {*reporters()}
