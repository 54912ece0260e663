from __future__ import annotations

import os
from collections.abc import Iterator
from errno import EACCES
from pathlib import Path

import pytest
from click.testing import CliRunner

from ivr.cli import ivr
from ivr.cli.reading import files_in

FLOW = "ivr: 1\nlines: {1-800-555-0100: bye}\nnodes:\n  bye: {hangup: Goodbye., done: yes}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.yaml", "closed/b.yaml", "open/c.yml", ".hidden/d.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(FLOW, encoding="utf-8")
    return tmp_path


def close(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Let a folder be one that may not be read; whoever runs the tests as root may read them all."""
    scandir = os.scandir

    def scanned(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == name:
            raise PermissionError(EACCES, os.strerror(EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scanned)


def test_the_flows_of_a_folder_are_found_in_the_order_of_their_names(folder: Path) -> None:
    assert [Path(file).name for file in files_in((str(folder),))] == ["a.yaml", "b.yaml", "c.yml"]


@pytest.mark.parametrize("command", [["check"], ["check", "--fail-level", "never"]])
def test_a_folder_that_cannot_be_read_is_not_taken_for_an_empty_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    close(monkeypatch, "closed")
    done = CliRunner().invoke(ivr, [*command, str(folder)])
    assert done.exit_code == 2
    assert done.stdout == ""
    assert done.stderr == (
        f"the folder '{(folder / 'closed').as_posix()}' cannot be read: Permission denied; "
        "give yourself the right to, or name the flows\n"
    )


def test_a_hidden_folder_is_none_of_our_business(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    close(monkeypatch, ".hidden")
    assert CliRunner().invoke(ivr, ["check", "--fail-level", "never", str(folder)]).exit_code == 0
