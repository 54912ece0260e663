"""Beginning in an old project: a baseline of what is found, or a suppression for all of it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from found import TODAY
from frame import framed

from ivr.baseline import Baseline, BaselineError, baseline_text, known_by, read_baseline
from ivr.check import run_checks
from ivr.checking.silence import silenced
from ivr.checks import catalogue
from ivr.cli import ivr
from ivr.finding import Fault, Finding, Severity
from ivr.loader import load_text
from ivr.loading.compose import compose
from ivr.source import Place

FLOW = framed("""
nodes:
  main:
    menu: Thank you for calling.
    options:
      "#": {say: jobs, go: jobs}
      1: {say: sales, go: desk}
      2: {say: billing, go: office}
    wait: 2 s
  jobs: {hangup: Please write to us. Goodbye.}
  office: {transfer: representative, busy: sorry, no-answer: sorry}
""")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "flow.yaml").write_text(FLOW, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ivr, ["check", "--today", "2026-03-02", *arguments], prog_name="ivr")


def codes(*arguments: str) -> list[str]:
    result = run("--format", "json", *arguments)
    return [one["code"] for one in json.loads(result.stdout)["findings"]]


# --- a baseline -----------------------------------------------------------------------------------------------------


def test_what_is_written_down_is_not_reported(project: Path) -> None:
    before = codes("flow.yaml")
    assert {"KY008", "TM005"} <= set(before)
    written = run("flow.yaml", "--write-baseline", "known.json")
    assert written.exit_code == 0
    assert written.output == f"Wrote {len(before)} findings to known.json; `--baseline` reports what comes besides.\n"
    after = run("flow.yaml", "--baseline", "known.json")
    assert (after.exit_code, after.output) == (0, "Nothing to report in flow.yaml.\n")
    assert project.joinpath("known.json").read_text(encoding="utf-8").endswith("}\n")


def test_moved_lines_do_not_matter_and_new_findings_are_reported(project: Path) -> None:
    run("flow.yaml", "--write-baseline", "known.json")
    moved = "# a comment\n\n" + FLOW + "\n\n# the end\n"
    (project / "flow.yaml").write_text(moved, encoding="utf-8")
    assert codes("flow.yaml", "--baseline", "known.json") == []
    (project / "flow.yaml").write_text(moved.replace("otherwise: desk", "otherwise: dask"), encoding="utf-8")
    assert "ST001" in codes("flow.yaml", "--baseline", "known.json")
    assert "KY008" not in codes("flow.yaml", "--baseline", "known.json")


def test_what_is_gone_is_told_in_one_line(project: Path) -> None:
    run("flow.yaml", "--write-baseline", "known.json")
    (project / "flow.yaml").write_text(FLOW.replace("wait: 2 s", "wait: 5 s"), encoding="utf-8")
    result = run("flow.yaml", "--baseline", "known.json")
    assert result.stderr == "known.json: 1 entry no longer occurs; --write-baseline writes it anew.\n"
    assert result.exit_code == 0
    assert run("flow.yaml", "--baseline", "known.json", "--ignore", "TM").stderr == ""
    (project / "other.yaml").write_text(FLOW, encoding="utf-8")
    assert run("other.yaml", "--baseline", "known.json").stderr == ""


def test_a_baseline_is_about_files_from_its_own_folder(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "flows").mkdir()
    (project / "flow.yaml").rename(project / "flows" / "flow.yaml")
    run("flows", "--write-baseline", "known.json")
    assert list(json.loads((project / "known.json").read_text())["files"]) == ["flows/flow.yaml"]
    monkeypatch.chdir(project / "flows")
    assert codes("flow.yaml", "--baseline", "../known.json") == []
    assert codes(str(project / "flows" / "flow.yaml"), "--baseline", "../known.json") == []


def test_a_baseline_is_the_same_for_the_same_findings(project: Path) -> None:
    run("flow.yaml", "--write-baseline", "a.json")
    run("flow.yaml", "--write-baseline", "b.json")
    assert (project / "a.json").read_bytes() == (project / "b.json").read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "the baseline 'known.json' cannot be read: No such file or directory; --write-baseline makes one\n"),
        ("{", "'known.json' is no baseline; --write-baseline makes one\n"),
        ("[]", "'known.json' is no baseline; --write-baseline makes one\n"),
        (
            '{"version": 1, "files": {"a": {"b": {"c": "d"}}}}',
            "'known.json' is no baseline; --write-baseline makes one\n",
        ),
        ('{"version": 2, "files": {}}', "the baseline 'known.json' has version 2; 1 is known here\n"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_told(project: Path, content: str | None, said: str) -> None:
    if content is not None:
        (project / "known.json").write_text(content, encoding="utf-8")
    result = run("flow.yaml", "--baseline", "known.json")
    assert (result.exit_code, result.output) == (2, said)


def test_nothing_is_written_down_of_a_flow_that_cannot_be_used(project: Path) -> None:
    (project / "flow.yaml").write_text("[", encoding="utf-8")
    result = run("flow.yaml", "--write-baseline", "known.json")
    assert result.exit_code == 2
    assert "flow.yaml cannot be used, so 'known.json' is not written" in result.output
    assert not (project / "known.json").exists()


def finding(line: int, message: str = "there it is", code: str = "ZZ001") -> Finding:
    return Finding(code, "rare", Severity.INFO, Fault(Place("flow.yaml", line, 1, line, 2), message))


def test_as_many_alike_are_known_as_were_written_down() -> None:
    known = Baseline({known_by(finding(1), ""): 2}, "")
    assert known.sift([finding(5), finding(6)]) == ((), {})
    assert known.sift([finding(5), finding(6), finding(9)]).new == (finding(9),)
    assert known.sift([finding(5)]).gone == {known_by(finding(1), ""): 1}
    assert known.sift([finding(5, "another"), finding(5, code="ZZ002")]).new == (
        finding(5, "another"),
        finding(5, code="ZZ002"),
    )


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(
        baseline_text([finding(1), finding(2), finding(3, "\u2028 é '\"")], str(tmp_path)), encoding="utf-8"
    )
    counts = read_baseline(path).counts
    assert sorted(counts.values()) == [1, 2]
    path.write_text('{"version": 1', encoding="utf-8")
    with pytest.raises(BaselineError):
        read_baseline(path)


# --- suppressions for all that is found -----------------------------------------------------------------------------


def test_suppressions_are_written_for_all_that_is_found(project: Path) -> None:
    before = codes("flow.yaml")
    result = run("flow.yaml", "--add-ignore", "--reason", "as it was; see #12")
    assert result.exit_code == 0
    assert result.output == f"Suppressed {len(before)} findings in 1 file.\n"
    assert codes("flow.yaml") == []
    text = (project / "flow.yaml").read_text(encoding="utf-8")
    behind = re.compile(
        r"      "  # ": \{say: jobs, go: jobs\}  # ivr: ignore\[[\w, ]*KY008[\w, ]*\] -- as it was; see #12\n"
    )
    assert behind.search(text)
    assert compose(text, "f")[0] == compose(FLOW, "f")[0]
    assert run("flow.yaml", "--add-ignore").output == "Suppressed 0 findings in 0 files.\n"
    assert (project / "flow.yaml").read_text(encoding="utf-8") == text


def test_without_a_reason_only_that_is_reported(project: Path) -> None:
    del project
    run("flow.yaml", "--add-ignore")
    assert set(codes("flow.yaml")) == {"DC012"}


def test_only_what_is_selected_is_suppressed(project: Path) -> None:
    run("flow.yaml", "--add-ignore", "--select", "KY008", "--reason", "x")
    assert (project / "flow.yaml").read_text(encoding="utf-8") == FLOW.replace(
        "go: jobs}", "go: jobs}  # ivr: ignore[KY008] -- x"
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-8"])
def test_the_encoding_and_line_ends_of_a_file_stay(project: Path, encoding: str) -> None:
    old = FLOW.replace("\n", "\r\n").encode(encoding)
    (project / "flow.yaml").write_bytes(old)
    run("flow.yaml", "--add-ignore", "--select", "KY008", "--reason", "x")
    new = (project / "flow.yaml").read_bytes()
    assert new[:2] == old[:2]
    assert new.decode(encoding) == old.decode(encoding).replace("jobs}\r", "jobs}  # ivr: ignore[KY008] -- x\r", 1)


def test_nothing_is_written_where_a_flow_cannot_be_used(project: Path) -> None:
    (project / "bad.yaml").write_text("ivr: 1\n[", encoding="utf-8")
    result = run("flow.yaml", "bad.yaml", "--add-ignore")
    assert result.exit_code == 2
    assert (project / "flow.yaml").read_text(encoding="utf-8") == FLOW
    assert CliRunner().invoke(ivr, ["check", "-", "--add-ignore"], input=FLOW).exit_code == 2


def place(line: int) -> Finding:
    return finding(line, code="KY008")


@pytest.mark.parametrize(
    ("before", "line", "after"),
    [
        ("a: b\n", 1, "a: b  # ivr: ignore[KY008]\n"),
        ("a: b   \n", 1, "a: b  # ivr: ignore[KY008]\n"),
        ("a: b", 1, "a: b  # ivr: ignore[KY008]"),
        ("a: b  # note\n", 1, "a: b  # note  # ivr: ignore[KY008]\n"),
        ("a: b  # ivr: ignore[PR001] -- why\n", 1, "a: b  # ivr: ignore[PR001, KY008] -- why\n"),
        ("a: b  # ivr: ignore[]\n", 1, "# ivr: ignore[KY008]\na: b  # ivr: ignore[]\n"),
        ("a: b  # ivr: ignore[PR\n", 1, "# ivr: ignore[KY008]\na: b  # ivr: ignore[PR\n"),
        ("a: b  # ivr: ignore-file[PR]\n", 1, "# ivr: ignore[KY008]\na: b  # ivr: ignore-file[PR]\n"),
        ("# ivr: ignore[PR001]\na: b\n", 2, "# ivr: ignore[PR001, KY008]\na: b\n"),
        ("a:\n  b: |\n    text\n", 2, "a:\n  b: |  # ivr: ignore[KY008]\n    text\n"),
        ('a:\n  b: "two\n    lines"\n', 2, 'a:\n  # ivr: ignore[KY008]\n  b: "two\n    lines"\n'),
        ("a:\n  b: two\n    lines\n", 2, "a:\n  # ivr: ignore[KY008]\n  b: two\n    lines\n"),
        ("a: {b: c,\n  d: e}\n", 1, "a: {b: c,  # ivr: ignore[KY008]\n  d: e}\n"),
        (f"a:\n  b: {'x' * 110}\n", 2, f"a:\n  # ivr: ignore[KY008]\n  b: {'x' * 110}\n"),
        ('a: "one\n  two\n  three"\n', 2, None),
        ("a: |\n  one\n  two\n", 3, None),
    ],
)
def test_a_comment_stands_where_yaml_lets_it(before: str, line: int, after: str | None) -> None:
    new = silenced(before, "flow.yaml", [place(line)])
    assert new.text == (after or before)
    assert bool(new.left) == (after is None)
    assert compose(new.text, "f")[0] == compose(before, "f")[0]


def test_a_finding_in_the_middle_of_a_text_is_told_and_left(project: Path) -> None:
    text = FLOW.replace("menu: Thank you for calling.", "menu: |\n      Thank you.\n      TODO")
    (project / "flow.yaml").write_text(text, encoding="utf-8")
    result = run("flow.yaml", "--select", "PR027", "--add-ignore", "--reason", "x")
    loaded = load_text((project / "flow.yaml").read_text(encoding="utf-8"), "flow.yaml")
    assert loaded.flow
    left = [one for one in run_checks(loaded.flow, catalogue(), today=TODAY) if one.code == "PR027"]
    assert result.exit_code == int(bool(left))
    assert ("no comment can stand here" in result.output) == bool(left)
