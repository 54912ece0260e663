from __future__ import annotations

import asyncio
from pathlib import Path
from time import monotonic

import pytest

pytest.importorskip("pygls")

from found import TODAY

from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.edit import Edit
from ivr.finding import Finding
from ivr.loader import Loaded, load_text
from ivr.lsp.changes import workspace_edit
from ivr.lsp.checker import Checker, OutdatedError
from ivr.lsp.positions import Lines
from ivr.lsp.project import Project
from ivr.source import Place

FLOW = "ivr: 1\nlines: {1-800-555-0100: main}\nnodes:\n  main: {say: Hello., next: nowhere}\n"


def test_a_run_of_checks_ends_when_nobody_waits_for_it() -> None:
    flow = load_text(FLOW).flow
    assert flow
    turns = iter([None, None, OutdatedError()])

    def pausing() -> None:
        if (error := next(turns)) is not None:
            raise error

    with pytest.raises(OutdatedError):
        run_checks(flow, catalogue(), today=TODAY, pausing=pausing)
    assert next(turns, "none left") == "none left"


def test_only_the_newest_text_is_checked_and_typing_is_not_held_up(tmp_path: Path) -> None:
    (tmp_path / "ivr.toml").write_text('select = ["ST001"]\n', encoding="utf-8")
    uri = (tmp_path / "flow.yaml").as_uri()
    published: list[tuple[Loaded, tuple[Finding, ...]]] = []
    told: list[str] = []

    async def typing() -> float:
        project, done = Project(), asyncio.Event()

        def publish(_root: str, loaded: Loaded, found: tuple[Finding, ...]) -> None:
            published.append((loaded, found))
            done.set()

        checker = Checker(project, lambda: TODAY, publish, told.append)
        began = monotonic()
        for number in range(20):
            checker.ask(project.put(uri, f"{FLOW}# {number}\n", number), after=0.01)
        held_up = monotonic() - began
        await asyncio.wait_for(done.wait(), 60)
        await asyncio.sleep(0.1)
        checker.stop()
        return held_up

    assert asyncio.run(typing()) < 1
    ((loaded, (finding,)),) = published
    assert next(iter(loaded.texts.values())).endswith("# 19\n")
    assert finding.code == "ST001"
    assert told == []


def test_the_text_in_the_editor_wins_over_the_disk_and_goes_with_it(tmp_path: Path) -> None:
    path = tmp_path / "flow.yaml"
    path.write_text(FLOW, encoding="utf-8")
    project = Project()
    file = project.put(path.as_uri(), "\ufeff" + FLOW.replace("nowhere", "main"), 1)
    loaded = project.loaded(file)
    assert "next: main" in loaded.texts[file]
    assert project.loaded(file) is loaded
    project.drop(path.as_uri())
    assert project.loaded(file).texts == {file: FLOW}


def test_a_file_that_was_never_saved_is_a_flow_too() -> None:
    project = Project()
    file = project.put("untitled:Untitled-1", FLOW, 1)
    assert project.roots(file) == (file,)
    assert project.loaded(file).flow
    assert project.uri_of(file) == "untitled:Untitled-1"


def test_an_edit_has_the_line_ends_of_its_file() -> None:
    project = Project()
    file = project.put("untitled:1", "a: 1\r\nb: 2\r\n", 7)
    edit = Edit(Place(file, 2, 1, 2, 1), "x: 3\ny: 4\n")
    (change,) = (
        workspace_edit([edit, edit], project, lambda name: Lines(project.text(name) or "")).document_changes or ()
    )
    assert [one.new_text for one in change.edits] == ["x: 3\r\ny: 4\r\n"]  # type: ignore[union-attr]
    assert change.text_document.version == 7  # type: ignore[union-attr]
