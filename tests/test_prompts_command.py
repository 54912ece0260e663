from __future__ import annotations

import csv
import io
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ivr.cli import ivr

FLOW = """ivr: 1
name: =Shop
timezone: UTC
languages: [en, es]
include: [more.yaml]
lines: {1-800-555-0100: main, 1-800-555-0101: {start: main, language: es}}
contacts: {team: {name: Team}}
"""
MORE = """nodes:
  main: {say: {audio: sounds/main.wav, text: Welcome to the shop.}, next: tell}
  tell: {say: {en: "=Dear {name}, wait.", es: Espere.}, next: bye}
  bye: {hangup: "+1 to all | bye\\nbye"}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder to work in, with a flow of two files and a recording."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "shop.yaml").write_text(FLOW, encoding="utf-8")
    (tmp_path / "more.yaml").write_text(MORE, encoding="utf-8")
    (tmp_path / "sounds").mkdir()
    (tmp_path / "sounds" / "main.wav").write_bytes(b"RIFF")
    (tmp_path / "sounds" / "old.wav").write_bytes(b"RIFF")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(ivr, ["prompts", *words])


def printed(*words: str) -> str:
    done = run(*words)
    assert done.exit_code == 0, done.output
    return done.stdout


def table(*words: str) -> list[dict[str, str]]:
    done = run("shop.yaml", "--format", "csv", *words)
    return list(csv.DictReader(io.StringIO(done.stdout_bytes.decode("utf-8-sig"), newline="")))


def entries(*words: str) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(printed("shop.yaml", "--format", "json", *words))
    return whole


def change(folder: Path, old: str, new: str) -> None:
    text = (folder / "more.yaml").read_text(encoding="utf-8")
    assert old in text
    (folder / "more.yaml").write_text(text.replace(old, new), encoding="utf-8")


def test_the_text_says_what_to_record_and_how_much() -> None:
    text = printed("shop.yaml")
    assert 'main.say.en                                        1.5 s, sounds/main.wav: there\n  "Welcome to' in text
    assert "en: 4 recordings, 11 words, 0:04" in text
    assert "'sounds/old.wav' is not played by any prompt" in text
    assert max(map(len, text.splitlines())) <= 80


def test_a_spreadsheet_takes_nothing_for_a_formula() -> None:
    rows = table()
    assert [row["id"] for row in rows][:2] == ["main.say.en", "tell.say.1.en"]
    assert [row["whole prompt"] for row in rows if row["piece"] == "1 of 2"] == ["'=Dear {name}, wait."]
    assert not any((cell or "").startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


def test_one_language_may_be_chosen() -> None:
    assert {row["language"] for row in table("--language", "es")} == {"es"}
    done = run("shop.yaml", "--language", "fr")
    assert (done.exit_code, done.stderr) == (2, "the flow does not speak 'fr'; it speaks en, es\n")


def test_json_has_all_of_it() -> None:
    whole = entries()
    assert (whole["version"], whole["unplayed"]) == (1, ["sounds/old.wav"])
    assert whole["languages"][0] == {"language": "en", "recordings": 4, "words": 11, "seconds": 4.5}
    assert whole["recordings"][0] == {
        "id": "main.say.en",
        "language": "en",
        "text": "Welcome to the shop.",
        "seconds": 1.5,
        "words": 4,
        "uses": [{"node": "main", "as": "prompt"}],
        "place": {"file": "more.yaml", "line": 2, "column": 15},
        "audio": "sounds/main.wav",
        "recording": "there",
        "same": None,
        "piece": None,
        "whole": None,
    }


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.csv", "\ufeffid,"), ("a.md", "# =Shop: what"), ("a.json", "{"), ("a.txt", "=Shop: what is to be recorded")],
)
def test_the_ending_says_the_format(folder: Path, name: str, start: str) -> None:
    printed("shop.yaml", "-o", name)
    assert (folder / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize("name", ["a.xyz", "shop.yaml", "none/a.csv", "sounds"])
def test_what_cannot_be_written_is_said_in_one_line(folder: Path, name: str) -> None:
    done = run("shop.yaml", "-o", name, *(["--format", "csv"] if name == "shop.yaml" else []))
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert (folder / "shop.yaml").read_text(encoding="utf-8") == FLOW


@pytest.mark.parametrize("format_", ["text", "csv", "markdown", "json"])
def test_a_flow_in_which_nobody_hears_anything_has_an_empty_sheet(folder: Path, format_: str) -> None:
    (folder / "empty.yaml").write_text("ivr: 1\ntimezone: UTC\nnodes: {a: {say: Hi.}}\n", encoding="utf-8")
    text = printed("empty.yaml", "--format", format_)
    assert "Hi." not in text
    assert format_ in {"csv", "json"} or "there is nothing to record: no line leads to a prompt" in text


def test_since_a_file_lists_only_what_changed(folder: Path) -> None:
    (folder / "old").mkdir()
    for name in ("shop.yaml", "more.yaml"):
        (folder / "old" / name).write_bytes((folder / name).read_bytes())
    change(folder, "bye:", "goodbye:")
    change(folder, "next: bye", "next: goodbye")
    change(folder, "es: Espere.", "es: Un momento.")
    rows = table("--since", "old/shop.yaml")
    assert [(row["change"], row["id"], row["before"]) for row in rows] == [
        ("moved", "goodbye.hangup.en", "bye.hangup.en"),
        ("changed", "tell.say.es", "Espere."),
    ]
    assert "1 changed, 1 moved; to be recorded: 1 recording, 2 words, 0:01" in " ".join(
        printed("shop.yaml", "--since", "old/shop.yaml").split()
    )
    assert printed("shop.yaml", "--since", "shop.yaml").endswith(
        "since shop.yaml: no words changed\n\n'sounds/old.wav' is not played by any prompt\n"
    )


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(folder: Path) -> Path:
    """Make the folder a repository with everything committed."""
    git(folder, "init")
    git(folder, "add", ".")
    git(folder, "commit", "-m", "one")
    return folder


def test_since_a_commit_reads_the_flow_with_its_includes_from_there(repository: Path) -> None:
    change(repository, "the shop", "our shop")
    whole = entries("--since", "HEAD:shop.yaml")
    (one,) = whole["changes"]
    assert (one["change"], one["old"]["text"], one["text"]) == (
        "changed",
        "Welcome to the shop.",
        "Welcome to our shop.",
    )
    assert one["old"]["place"]["file"] == "HEAD:./more.yaml"


@pytest.mark.parametrize(("audio", "state"), [(b"RIFF", "changed"), (b"anew", "there")])
def test_a_recording_is_out_of_date_where_only_the_words_changed(repository: Path, audio: bytes, state: str) -> None:
    change(repository, "the shop", "our shop")
    (repository / "sounds" / "main.wav").write_bytes(audio)
    whole = entries("--since", "HEAD:shop.yaml")
    assert whole["changes"][0]["recording"] == state
    assert whole["recordings"][0]["recording"] == state


@pytest.mark.parametrize(
    ("since", "said"),
    [
        ("HEAD:shp.yaml", "'HEAD' holds no file 'shp.yaml'; did you mean 'shop.yaml'?"),
        ("nope:shop.yaml", "the repository has no commit, branch or tag 'nope', and there is no such file"),
        ("--all:shop.yaml", "the repository has no commit, branch or tag '--all'"),
        ("HEAD:sounds", "is a folder, not a flow file"),
        ("HEAD", "'HEAD' is a commit and no file; name the file in it, too, as in `HEAD:flows/clinic.yaml`"),
        ("HEAD:", "names no file of the repository"),
        ("HEAD:../x.yaml", "names no file of the repository"),
        ("HEAD:sounds/main.wav", "a flow file is a mapping of sections"),
        ("C:\\x.yaml", "'C:\\x.yaml' does not exist"),
        ("c:/x.yaml", "'c:/x.yaml' does not exist"),
        ("gone.yaml", "'gone.yaml' does not exist"),
        ("HEAD:\0", "git could not be asked"),
    ],
)
@pytest.mark.usefixtures("repository")
def test_a_version_that_cannot_be_read_is_told_in_one_sentence(since: str, said: str) -> None:
    done = run("shop.yaml", "--since", since)
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_the_repository_may_be_that_of_the_flow(
    repository: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    flow = str(repository / "shop.yaml")
    assert "no words changed" in printed(flow, "--since", "main:shop.yaml")
    done = run("-", "--since", "main:shop.yaml")
    assert done.exit_code == 2


def test_a_path_from_the_present_folder_begins_with_a_dot(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "sounds")
    assert "no words changed" in printed("../shop.yaml", "--since", "HEAD:../shop.yaml")
    assert "no words changed" in printed("../shop.yaml", "--since", "HEAD:shop.yaml")


def test_a_file_of_that_name_goes_first(repository: Path) -> None:
    (repository / "HEAD:shop.yaml").write_text(FLOW.replace("include: [more.yaml]", ""), encoding="utf-8")
    assert "new" in printed("shop.yaml", "--since", "HEAD:shop.yaml")


def test_without_git_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    done = run("shop.yaml", "--since", "HEAD:shop.yaml")
    assert (done.exit_code, done.stderr) == (
        2,
        "there is no file 'HEAD:shop.yaml', and no git here that could find it in a commit; name a file\n",
    )


def test_where_there_is_no_repository_that_is_said() -> None:
    done = run("shop.yaml", "--since", "HEAD:shop.yaml")
    assert done.exit_code == 2
    assert "no git repository here could hold it" in done.stderr
