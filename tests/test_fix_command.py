"""`ivr check --fix`: what is written, what is shown, and what is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ivr.cli import ivr

FLOW = """ivr: 1
timezone: America/Chicago
lines: {1-800-555-0100: main}
contacts: {team: {name: Team}}
keys: {0: {say: a person, go: desk}, 9: {say: hear this again, go: again}}
defaults: {otherwise: desk}
nodes:
  # The menu.
  main:
    menu: Office.
    tries: 9                 # patience
    options: {1: {say: sales, go: desk}, 2: {say: repairs, go: repairs}}
  desk: {transfer: team, failed: sorry}
  repairs: {say: Repairs., next: deks}
  sorry: {hangup: Goodbye.}
"""
SAFE = FLOW.replace("tries: 9", "tries: 3")
ALL = SAFE.replace("deks", "desk")


def run(*arguments: str | Path, given: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(ivr, ["check", *map(str, arguments), "--today", "2026-03-02"], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def flow(tmp_path: Path) -> Path:
    file = tmp_path / "flow.yaml"
    file.write_text(FLOW, encoding="utf-8")
    return file


def test_what_is_safe_is_fixed_and_the_rest_is_reported(flow: Path) -> None:
    result = run("--fix", flow)
    assert flow.read_text("utf-8") == SAFE
    assert result.exit_code == 1
    assert "ST001" in result.stdout
    assert "TM004" not in result.stdout
    assert result.stderr == (
        f"Fixed 1 fault (TM004) in {flow}.\n--unsafe-fixes would try 1 more; look at what it does.\n"
    )


def test_what_may_have_been_meant_is_fixed_where_that_is_asked_for(flow: Path) -> None:
    result = run("--unsafe-fixes", flow)
    assert flow.read_text("utf-8") == ALL
    assert result.exit_code == 0
    assert result.stderr == f"Fixed 2 faults (ST001, TM004) in {flow}.\n"


def test_a_second_time_changes_nothing(flow: Path) -> None:
    run("--fix", flow)
    before = flow.stat()
    result = run("--fix", flow)
    assert (flow.stat().st_mtime_ns, flow.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert result.stderr.startswith("Nothing is fixed.\n")


def test_the_difference_is_shown_and_nothing_written(flow: Path) -> None:
    result = run("--diff", flow)
    assert flow.read_text("utf-8") == FLOW
    assert result.exit_code == 1
    assert result.stdout.splitlines()[:2] == [f"--- {flow}", f"+++ {flow}"]
    changed = [line for line in result.stdout.splitlines()[2:] if line[0] in "+-"]
    assert changed == ["-    tries: 9                 # patience", "+    tries: 3                 # patience"]
    assert result.stderr.startswith(f"Would fix 1 fault (TM004) in {flow}.\n")


def test_where_nothing_would_change_no_difference_is_shown(flow: Path) -> None:
    flow.write_text(ALL, encoding="utf-8")
    result = run("--diff", flow)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Nothing would be fixed.\n")


def test_only_fixing_reports_nothing(flow: Path) -> None:
    result = run("--fix-only", flow)
    assert (result.exit_code, result.stdout) == (0, "")
    assert flow.read_text("utf-8") == SAFE


def test_only_the_rules_that_are_asked_for_are_fixed(flow: Path) -> None:
    run("--unsafe-fixes", "--select", "ST001", flow)
    assert flow.read_text("utf-8") == FLOW.replace("deks", "desk")


def test_a_rule_that_is_usually_off_is_fixed_where_it_is_named(flow: Path) -> None:
    flow.write_text(ALL.replace("{otherwise: desk}", "{otherwise: desk, wrong: Sorry.}"), encoding="utf-8")
    run("--fix", "--select", "TM015", flow)
    assert "wrong: {text: Sorry., interruptible: no}" in flow.read_text("utf-8")


@pytest.mark.parametrize(
    ("encoding", "newline"),
    [("utf-8", "\n"), ("utf-8", "\r\n"), ("utf-8-sig", "\n"), ("utf-16", "\r\n"), ("utf-8", "\r")],
)
def test_encoding_mark_and_line_ends_stay(flow: Path, encoding: str, newline: str) -> None:
    flow.write_bytes(FLOW.rstrip("\n").replace("\n", newline).encode(encoding))
    run("--unsafe-fixes", flow)
    assert flow.read_bytes() == ALL.rstrip("\n").replace("\n", newline).encode(encoding)


def test_the_rights_of_a_file_stay_and_a_link_stays_a_link(flow: Path) -> None:
    flow.chmod(0o600)
    link = flow.with_name("link.yaml")
    link.symlink_to(flow.name)
    run("--fix", link)
    assert link.is_symlink()
    assert flow.read_text("utf-8") == SAFE
    assert flow.stat().st_mode & 0o777 == 0o600


def test_what_stands_in_an_included_file_is_fixed_there(flow: Path) -> None:
    head, nodes = FLOW.split("nodes:\n")
    flow.write_text(f"{head}include: nodes.yaml\n", encoding="utf-8")
    part = flow.with_name("nodes.yaml")
    part.write_text(f"nodes:\n{nodes}", encoding="utf-8")
    other = flow.with_name("other.yaml")
    other.write_text(f"{head}include: nodes.yaml\nname: Other\n", encoding="utf-8")
    result = run("--unsafe-fixes", flow, other)
    assert part.read_text("utf-8") == "nodes:\n" + ALL.split("nodes:\n")[1]
    assert flow.read_text("utf-8") == f"{head}include: nodes.yaml\n"
    assert result.stderr == f"Fixed 2 faults (ST001, TM004) in {part}.\n"
    assert result.exit_code == 0


def test_a_fix_that_is_good_for_one_flow_and_bad_for_another_is_not_made(flow: Path) -> None:
    nodes = "nodes:\n  old: {hangup: We have moved.}\n"
    part = flow.with_name("nodes.yaml")
    part.write_text(nodes + "  older: {hangup: We had moved.}\n", encoding="utf-8")
    flow.write_text(ALL + "include: nodes.yaml\n", encoding="utf-8")
    uses = flow.with_name("uses.yaml")
    uses.write_text(
        ALL.replace("timezone: America/Chicago", "timezone: America/Chicago\ninclude: nodes.yaml")
        .replace("next: desk", "next: old")
        .replace("failed: sorry", "failed: older"),
        encoding="utf-8",
    )
    result = run("--unsafe-fixes", "--select", "ST005", flow, uses)
    assert part.read_text("utf-8") == nodes + "  older: {hangup: We had moved.}\n"
    assert "ST005 is not fixed: that would bring ST001: " in result.stderr


def test_standard_input_is_printed_as_fixed() -> None:
    result = run("--fix", "-", given=FLOW)
    assert (result.exit_code, result.stdout) == (0, SAFE)
    assert "Fixed 1 fault (TM004) in <stdin>." in result.stderr
    assert run("--fix", "-", given=ALL).stdout == ALL


def test_a_file_that_cannot_be_read_is_left_alone(flow: Path) -> None:
    flow.write_text("ivr: 1\nnodes: [\n", encoding="utf-8")
    for option in ("--fix", "--diff", "--fix-only"):
        result = run(option, flow)
        assert result.exit_code == 2
        assert "RD002" in result.output
        assert flow.read_text("utf-8") == "ivr: 1\nnodes: [\n"


def test_a_folder_that_cannot_be_written_leaves_the_file_as_it_was(flow: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(files: dict[Path, bytes]) -> None:
        raise OSError(28, "No space left on device", str(next(iter(files))))

    monkeypatch.setattr("ivr.cli.rewriting.write_files", full)
    result = run("--fix", flow)
    assert result.exit_code == 2
    assert f"{flow}: cannot be written, so nothing is changed: No space left on device" in result.stderr
    assert flow.read_text("utf-8") == FLOW
