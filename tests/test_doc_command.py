"""`ivr doc`: what is written where, what is refused, and how a document that is out of date is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ivr.cli import ivr

SMALL = """ivr: 1
name: Small
timezone: America/Chicago
lines: {1-800-555-0100: main}
contacts: {desk: {name: Desk}}
nodes:
  main: {menu: Hello., options: {1: {say: the desk, go: to-desk}}, otherwise: to-desk}
  to-desk: {transfer: desk, failed: bye}
  bye: {hangup: Goodbye.}
"""
ON = ("--today", "2026-03-02")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder to work in, with a flow."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    result = CliRunner().invoke(ivr, ["doc", *words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def written(*words: str) -> None:
    done = run("small.yaml", *words)
    assert (done.exit_code, done.output) == (0, "")


def names_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


# ---- what is written -------------------------------------------------------------------------------------------------


def test_html_is_one_file(folder: Path) -> None:
    written("-o", "spec.html", *ON)
    assert names_in(folder) == ["small.yaml", "spec.html"]
    assert (folder / "spec.html").read_bytes().startswith(b"<!DOCTYPE html>\n")


def test_markdown_has_its_drawings_beside_it(folder: Path) -> None:
    written("-o", "my spec.md", *ON)
    assert names_in(folder) == ["my spec-main.svg", "my spec.md", "my spec.svg", "small.yaml"]
    text = (folder / "my spec.md").read_text(encoding="utf-8")
    assert re.findall(r"!\[.*?\]\((.*?)\)", text) == ["my%20spec.svg", "my%20spec-main.svg"]


@pytest.mark.parametrize("name", ["spec", "spec/", "there"])
def test_a_folder_gets_a_page_and_the_drawings(folder: Path, name: str) -> None:
    (folder / "there").mkdir()
    written("-o", name, *ON)
    inside = folder / name.strip("/")
    assert names_in(inside) == ["drawing-main.svg", "drawing.svg", "index.html"]
    assert b'href="index.html#step-main"' in (inside / "drawing.svg").read_bytes()


def test_the_title_can_be_given_and_findings_left_out(folder: Path) -> None:
    written("-o", "spec.html", *ON)
    before = (folder / "spec.html").read_text(encoding="utf-8")
    assert "<h1>Small</h1>" in before
    assert 'id="findings"' in before
    written("-o", "spec.html", *ON, "--title", "Menu <1>", "--no-findings")
    after = (folder / "spec.html").read_text(encoding="utf-8")
    assert "<h1>Menu &lt;1&gt;</h1>" in after
    assert 'id="finding' not in after
    assert "AC007" not in after


def test_settings_and_suppressions_hold_as_in_check(folder: Path) -> None:
    def codes() -> set[str]:
        written("-o", "spec.html", *ON)
        return set(re.findall(r">([A-Z]{2}\d{3}) ", (folder / "spec.html").read_text(encoding="utf-8")))

    before = codes()
    assert {"AC007", "HU004"} <= before
    (folder / "ivr.toml").write_text('ignore = ["AC007"]\n', encoding="utf-8")
    assert codes() == before - {"AC007"}
    (folder / "small.yaml").write_text(SMALL.replace("nodes:\n", "nodes:\n  # ivr: ignore[HU004] -- known\n"), "utf-8")
    assert codes() == before - {"AC007", "HU004"}
    (folder / "ivr.toml").write_text('ignore = ["AC07"]\n', encoding="utf-8")
    done = run("small.yaml", "-o", "spec.html", *ON)
    assert done.exit_code == 2
    assert "ivr.toml" in done.stderr


def test_places_do_not_depend_on_where_the_command_is_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written("-o", "one.html", *ON)
    (folder / "below").mkdir()
    monkeypatch.chdir(folder / "below")
    assert run("../small.yaml", "-o", "two.html", *ON).exit_code == 0
    assert (folder / "below" / "two.html").read_bytes() == (folder / "one.html").read_bytes()


def test_a_flow_with_faults_gets_a_document_that_shows_them(folder: Path) -> None:
    (folder / "small.yaml").write_text(
        SMALL.replace("go: to-desk", "go: to-dsk").replace("menu: Hello.", "menu: []"), "utf-8"
    )
    done = run("small.yaml", "-o", "spec.html", *ON)
    assert done.exit_code == 0
    assert "RD006" in done.stderr
    text = (folder / "spec.html").read_text(encoding="utf-8")
    assert "RD006" in text


# ---- what cannot be done ---------------------------------------------------------------------------------------------

REFUSED = [
    ("spec.pdf", "'.pdf' is no ending that can be written; give a .html or a .md file, or a folder"),
    ("nowhere/spec.html", "'nowhere/spec.html' cannot be written: there is no folder 'nowhere'"),
    ("nowhere/spec", "'nowhere/spec' cannot be written: there is no folder 'nowhere'"),
    ("taken.md/spec.md", "cannot be written"),
    ("x" * 300 + ".html", "cannot be (written|read): File name too long"),
    ("x" * 300, "cannot be (written|read|made): File name too long"),
    ("full", "'full/index.html' cannot be written: it is a folder"),
]


@pytest.mark.parametrize(("output", "said"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_written_is_said_in_a_line_and_nothing_is_written(folder: Path, output: str, said: str) -> None:
    (folder / "taken.md").write_text("", encoding="utf-8")
    (folder / "full" / "index.html").mkdir(parents=True)
    before = names_in(folder)
    done = run("small.yaml", "-o", output, *ON)
    assert (done.exit_code, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert re.search(said, done.stderr)
    assert names_in(folder) == before


def test_a_flow_that_cannot_be_read_or_says_nothing_is_a_line(folder: Path) -> None:
    (folder / "silent.yaml").write_text("ivr: 1\nname: Silent\n", encoding="utf-8")
    (folder / "list.yaml").write_text("- one\n", encoding="utf-8")
    (folder / "empty.yaml").write_text("", encoding="utf-8")
    for name in ("none.yaml", "silent.yaml", "list.yaml", "empty.yaml"):
        done = run(name, "-o", "spec.html")
        assert (done.exit_code, done.stdout) == (2, ""), name
        assert name in done.stderr
    assert not (folder / "spec.html").exists()


def test_the_flow_is_never_written_over(folder: Path) -> None:
    (folder / "flow.md").write_text(SMALL, encoding="utf-8")
    done = run("flow.md", "-o", "./flow.md")
    assert done.exit_code == 2
    assert "it is the flow itself" in done.stderr
    assert (folder / "flow.md").read_text(encoding="utf-8") == SMALL


def test_a_full_disk_leaves_the_old_document_and_no_new_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written("-o", "spec.html", *ON)
    before = (folder / "spec.html").read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ivr.writing.os.fdopen", full)
    for output in ("spec.html", "new"):
        done = run("small.yaml", "-o", output, "--title", "Other", *ON)
        assert (done.exit_code, done.stderr) == (2, f"'{output}' cannot be written: No space left on device\n")
    assert names_in(folder) == ["small.yaml", "spec.html"]
    assert (folder / "spec.html").read_bytes() == before


# ---- out of date -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("output", ["spec.html", "spec.md", "spec"])
def test_a_document_is_up_to_date_until_the_flow_changes(folder: Path, output: str) -> None:
    written("-o", output, *ON)
    before = names_in(folder)
    assert run("small.yaml", "-o", output, "--check").exit_code == 0  # on any later day
    (folder / "small.yaml").write_text(SMALL + "# a comment\n", encoding="utf-8")
    assert run("small.yaml", "-o", output, "--check").exit_code == 0
    (folder / "small.yaml").write_text(SMALL.replace("Goodbye.", "Farewell."), encoding="utf-8")
    done = run("small.yaml", "-o", output, "--check")
    assert (done.exit_code, done.stdout) == (1, "")
    main = "spec/index.html" if output == "spec" else output
    told = done.stderr.splitlines()
    assert told[0] == f"{main} is out of date."
    assert re.fullmatch(f"To write (it|them): ivr doc small.yaml -o {output}", told[-1])
    assert names_in(folder) == before
    written("-o", output)
    assert run("small.yaml", "-o", output, "--check").exit_code == 0


def test_every_file_that_is_missing_is_named(folder: Path) -> None:
    done = run("small.yaml", "-o", "spec.md", "--check", "--title", "A b", "--no-findings")
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        "spec.md is missing.",
        "spec.svg is missing.",
        "spec-main.svg is missing.",
        "To write them: ivr doc small.yaml -o spec.md '--title=A b' --no-findings",
    ]
    assert names_in(folder) == ["small.yaml"]


@pytest.mark.usefixtures("folder")
def test_another_title_is_out_of_date() -> None:
    written("-o", "spec.html", *ON)
    assert run("small.yaml", "-o", "spec.html", "--check", "--title", "Other").exit_code == 1


@pytest.mark.usefixtures("folder")
def test_a_day_that_is_given_counts() -> None:
    written("-o", "spec.html", *ON)
    assert run("small.yaml", "-o", "spec.html", "--check", *ON).exit_code == 0
    assert run("small.yaml", "-o", "spec.html", "--check", "--today", "2026-03-03").exit_code == 1


@pytest.mark.parametrize("day", ["2026-02-30", "0001-01-01", "soon"])
def test_a_file_of_somebody_else_is_out_of_date(folder: Path, day: str) -> None:
    (folder / "spec.html").write_text(f'<meta name="ivr-day" content="{day}">', encoding="utf-8")
    assert run("small.yaml", "-o", "spec.html", "--check").exit_code == 1


def test_a_document_keeps_its_day_as_long_as_nothing_else_changes(folder: Path) -> None:
    written("-o", "spec.md", *ON)
    before = (folder / "spec.md").read_bytes()
    written("-o", "spec.md")
    assert (folder / "spec.md").read_bytes() == before
    (folder / "small.yaml").write_text(SMALL.replace("Goodbye.", "Farewell."), encoding="utf-8")
    written("-o", "spec.md")
    assert b"2026-03-02" not in (folder / "spec.md").read_bytes()
