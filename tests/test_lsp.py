from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

import pytest

pytest.importorskip("pygls")

from editor import PATIENCE, SHOWN, Editor, RefusedError

from ivr.lsp.checker import DEBOUNCE

CLINIC = (Path(__file__).resolve().parent.parent / "flows" / "clinic.yaml").read_text(encoding="utf-8")
PLACE = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}


SETTINGS = 'select = ["ST001", "RD"]\n'
"""Few rules: what all of them find is for other tests, and whatever settings stand above does not count."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ivr.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    with Editor(tmp_path_factory.mktemp("session")) as editor:
        yield editor
    assert editor.server.returncode == 0
    assert editor.complaints == b""


@pytest.fixture
def editor(session: Editor) -> Iterator[Editor]:
    (session.folder / "ivr.toml").write_text(SETTINGS, encoding="utf-8")
    session.told.clear()
    yield session
    for name in list(session.texts):
        session.close(name)
    for path in session.folder.iterdir():
        path.unlink()


def codes(found: list[dict[str, object]]) -> list[object]:
    return [one["code"] for one in found]


def test_a_session_from_the_first_word_to_the_last(folder: Path) -> None:
    with Editor(folder) as editor:
        assert editor.about["serverInfo"]["name"] == "ivr"
        editor.open("clinic.yaml", CLINIC.replace("go: results", "go: reslts"))
        (finding,) = editor.findings("clinic.yaml")
        assert finding["code"] == "ST001"
        assert finding["severity"] == 1
        assert finding["source"] == "ivr"
        assert finding["message"].startswith("'main' leads to 'reslts', which does not exist; did you mean 'results'?")
        assert finding["range"] == {"start": {"line": 34, "character": 33}, "end": {"line": 34, "character": 39}}
        editor.change("clinic.yaml", CLINIC)
        assert editor.findings("clinic.yaml") == []
        new = editor.ask("textDocument/rename", **editor.at("clinic.yaml", "go: res|ults"), newName="Test results")
        texts = editor.apply(new)
        assert list(texts) == ["clinic.yaml"]
        assert texts["clinic.yaml"] == CLINIC.replace("go: results", "go: Test results").replace(
            "  results:", "  Test results:"
        )
        editor.change("clinic.yaml", texts["clinic.yaml"])
        assert editor.findings("clinic.yaml") == []
    assert editor.server.returncode == 0
    assert editor.complaints == b""


def test_an_editor_that_leaves_without_a_word_ends_the_server_too(folder: Path) -> None:
    editor = Editor(folder)
    with editor:
        editor.tell("exit")
        assert editor.end() == 1
    gone = Editor(folder)
    with gone:
        assert gone.server.stdin
        gone.server.stdin.close()
        assert gone.server.wait(PATIENCE) == 1
        for thread in gone.threads:
            thread.join()
        assert b"Traceback" not in gone.complaints


def test_broken_yaml_is_a_finding_and_mends(editor: Editor) -> None:
    editor.open("clinic.yaml", CLINIC + "\n  new: {say: hello, next: ")
    assert codes(editor.findings("clinic.yaml")) == ["RD002"]
    labels = [item["label"] for item in completion(editor, "new: {say: hello, next: |")]
    assert "front-desk" in labels
    with pytest.raises(RefusedError, match=r"cannot be read at clinic\.yaml"):
        editor.ask("textDocument/rename", **editor.at("clinic.yaml", "go: res|ults"), newName="x")
    editor.change("clinic.yaml", CLINIC)
    assert editor.findings("clinic.yaml") == []


@pytest.mark.parametrize(
    "text", ["", "\0", "- a\n- b\n", "ivr: 1", "ivr: [", "\ud83d", "ivr: 1\nnodes: {a: {say: {}}}"]
)
def test_no_text_ends_the_server(editor: Editor, text: str) -> None:
    editor.open("clinic.yaml", "ivr: 1\n")
    editor.findings("clinic.yaml")
    editor.change("clinic.yaml", text)
    at = {"textDocument": {"uri": editor.uri("clinic.yaml")}, "position": {"line": 7, "character": 7}}
    for method in ("completion", "hover", "definition"):
        editor.ask(f"textDocument/{method}", **at)
    editor.ask("textDocument/documentSymbol", textDocument=at["textDocument"])
    editor.change("clinic.yaml", CLINIC)
    assert editor.findings("clinic.yaml") == []


def completion(editor: Editor, marked: str) -> list[dict[str, object]]:
    at = editor.at("clinic.yaml", marked)
    items: list[dict[str, object]] = editor.ask("textDocument/completion", **at)["items"]
    return items


def test_a_name_that_is_offered_is_told_of_when_it_is_looked_at(editor: Editor) -> None:
    editor.open("clinic.yaml", CLINIC)
    editor.findings("clinic.yaml")
    editor.change("clinic.yaml", CLINIC + "\n  new: {say: hello, next: ")
    offered = completion(editor, "new: {say: hello, next: |")
    (item,) = [item for item in offered if item["label"] == "appointments"]
    assert "> To book a visit, press 1." in editor.ask("completionItem/resolve", **item)["documentation"]["value"]


def test_other_yaml_is_left_alone(editor: Editor) -> None:
    editor.open("compose.yaml", "services:\n  web: {image: nginx}\n")
    editor.open("clinic.yaml", CLINIC)
    assert editor.findings("clinic.yaml") == []
    assert not any(told["params"].get("uri") == editor.uri("compose.yaml") for told in editor.told)


def test_fast_typing_is_checked_once(editor: Editor) -> None:
    editor.open("clinic.yaml", CLINIC)
    editor.findings("clinic.yaml")
    for length in range(1, 20):
        editor.change("clinic.yaml", CLINIC + "#" * length)
    assert editor.findings("clinic.yaml") == []
    assert DEBOUNCE < 1
    assert not [told for told in editor.told if told.get("params", {}).get("version")]


def test_findings_go_to_the_included_file_in_which_they_stand(editor: Editor) -> None:
    top, part = parts()
    (editor.folder / "part.yaml").write_text(part, encoding="utf-8")
    editor.open("top.yaml", top)
    assert codes(editor.findings("part.yaml")) == ["ST001"]
    assert editor.findings("top.yaml") == []
    editor.open("part.yaml", part.replace("nowhere", "goodbye"))  # the text in the editor counts, not the disk's
    assert editor.findings("part.yaml") == []
    editor.change("part.yaml", part)
    assert codes(editor.findings("part.yaml")) == ["ST001"]
    editor.close("part.yaml")
    editor.close("top.yaml")
    assert editor.findings("part.yaml") == []


def test_a_part_that_is_open_alone_is_checked_within_its_flow(editor: Editor) -> None:
    top, part = parts()
    (editor.folder / "top.yaml").write_text(top, encoding="utf-8")
    editor.open("part.yaml", part)
    assert codes(editor.findings("part.yaml")) == ["ST001"]
    (there,) = editor.ask("textDocument/definition", **editor.at("part.yaml", "busy: good|bye"))
    assert there["uri"] == editor.uri("top.yaml")


def parts() -> tuple[str, str]:
    """Give a flow and what it includes, with one target there that does not exist."""
    nodes, rest = CLINIC.split("  nurse-desk: ", 1)
    line, rest = rest.split("\n", 1)
    top = nodes.replace("ivr: 1", "ivr: 1\ninclude: part.yaml", 1) + rest
    part = f"nodes:\n  nurse-desk: {line}\n"
    return top, part.replace("busy: message", "busy: goodbye").replace("no-answer: message", "no-answer: nowhere")


def test_a_rename_reaches_included_files_that_are_not_open(editor: Editor) -> None:
    top, part = parts()
    (editor.folder / "part.yaml").write_text(part, encoding="utf-8")
    editor.open("top.yaml", top)
    editor.findings("top.yaml")
    texts = editor.apply(editor.ask("textDocument/rename", **editor.at("top.yaml", "  good|bye:"), newName="bye"))
    assert sorted(texts) == ["part.yaml", "top.yaml"]
    assert "goodbye" not in "".join(texts.values())
    assert "busy: bye," in texts["part.yaml"]


def test_a_rename_is_prepared_or_refused(editor: Editor) -> None:
    editor.open("clinic.yaml", CLINIC)
    prepared = editor.ask("textDocument/prepareRename", **editor.at("clinic.yaml", "go: res|ults"))
    assert prepared["placeholder"] == "results"
    for marked, new, why in (
        ("go: res|ults", "main", "There is a node 'main' already"),
        ("go: res|ults", "back", "'back' is a target of its own"),
        ("go: a|gain", "x", "'again' is a word of the language"),
        ("transfer: nur|se", "x", "'nurse' is no node"),
        ("tries|: 3", "x", "There is no name of a node here"),
    ):
        with pytest.raises(RefusedError, match=why):
            editor.ask("textDocument/rename", **editor.at("clinic.yaml", marked), newName=new)


def test_hover_definition_references_and_symbols(editor: Editor) -> None:
    editor.open("clinic.yaml", CLINIC)
    heard = editor.ask("textDocument/hover", **editor.at("clinic.yaml", "go: appoint|ments}"))["contents"]["value"]
    assert "> To book a visit, press 1.\n>\n> To cancel a visit, press 2." in heard
    hours = editor.ask("textDocument/hover", **editor.at("clinic.yaml", "{hours: de|sk, open: rec"))["contents"][
        "value"
    ]
    assert hours == "**desk**: Mon-Fri 08:00-18:00, Sat 09:00-12:00 (America/Chicago)"
    (there,) = editor.ask("textDocument/definition", **editor.at("clinic.yaml", "go: can|cel"))
    assert there["range"]["start"] == {"line": 44, "character": 2}
    context = {"includeDeclaration": True}
    uses = editor.ask("textDocument/references", **editor.at("clinic.yaml", "  after-|hours:"), context=context)
    assert len(uses) == CLINIC.count("after-hours")
    symbols = editor.ask("textDocument/documentSymbol", textDocument={"uri": editor.uri("clinic.yaml")})
    assert [one["name"] for one in symbols] == ["lines", "hours", "contacts", "nodes"]
    assert [one["name"] for one in symbols[3]["children"]][:3] == ["main", "appointments", "cancel"]


def test_hover_on_a_finding_shows_the_page_of_its_rule(editor: Editor) -> None:
    editor.open("clinic.yaml", CLINIC.replace("go: results", "go: reslts"))
    editor.findings("clinic.yaml")
    page = editor.ask("textDocument/hover", **editor.at("clinic.yaml", "go: res|lts"))["contents"]["value"]
    assert page.startswith("### ST001 unknown-target (error)\n")
    assert "```yaml\nnodes:" in page


def test_a_fix_and_a_suppression_are_offered_and_work(editor: Editor) -> None:
    editor.open("clinic.yaml", CLINIC.replace("go: results", "go: reslts"))
    (finding,) = editor.findings("clinic.yaml")
    at = {"textDocument": {"uri": editor.uri("clinic.yaml")}, "context": {"diagnostics": []}}
    assert editor.ask("textDocument/codeAction", **at, range=PLACE) == []
    actions = editor.ask("textDocument/codeAction", **at, range=finding["range"])
    assert actions[-1]["title"] == "Ignore ST001 unknown-target here"
    for action in actions:
        editor.change("clinic.yaml", CLINIC.replace("go: results", "go: reslts"))
        text = editor.apply(action["edit"])["clinic.yaml"]
        editor.change("clinic.yaml", text)
        assert "ST001" not in codes(editor.findings("clinic.yaml"))
    assert "go: reslts}  # ivr: ignore[ST001]" in text


def test_formatting_lays_a_flow_out(editor: Editor) -> None:
    loose = CLINIC.replace("tries: 3", "tries:   3   ")
    editor.open("clinic.yaml", loose)
    options = {"tabSize": 4, "insertSpaces": True}
    edits = editor.ask("textDocument/formatting", textDocument={"uri": editor.uri("clinic.yaml")}, options=options)
    assert editor.edited("clinic.yaml", edits) == CLINIC
    editor.change("clinic.yaml", loose + "\n  x: [")
    assert not editor.ask("textDocument/formatting", textDocument={"uri": editor.uri("clinic.yaml")}, options=options)


def test_the_settings_of_the_project_count(editor: Editor) -> None:
    (editor.folder / "ivr.toml").write_text('ignore = ["ST001"]\n', encoding="utf-8")
    editor.open("clinic.yaml", CLINIC.replace("go: results", "go: reslts"))
    assert "ST001" not in codes(editor.findings("clinic.yaml"))
    (editor.folder / "ivr.toml").write_text('ignor = ["ST001"]\n', encoding="utf-8")
    editor.change("clinic.yaml", CLINIC)
    assert "'ignor' is no setting" in editor.wait_for(SHOWN)["message"]
    assert "ST001" not in codes(editor.findings("clinic.yaml"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_columns_are_counted_as_was_agreed(folder: Path, encoding: str) -> None:
    text = CLINIC.replace("  after-hours: {say: Reception is closed now., next", "  after-hours: {say: ü😀é…, next")
    with Editor(folder, general={"positionEncodings": [encoding]}) as editor:
        assert editor.about["capabilities"]["positionEncoding"] == encoding
        editor.open("clinic.yaml", text.replace("…, next: message", "…, next: nowhere"))
        found = next(one for one in editor.findings("clinic.yaml") if one["code"] == "ST001")
        line = text[: text.index("  after-hours: {say")].count("\n")
        before = "  after-hours: {say: ü😀é…, next: "
        width = len(before.encode()) if encoding == "utf-8" else len(before) + 1
        assert found["range"]["start"] == {"line": line, "character": width}


def test_without_pygls_it_says_how_to_get_it(tmp_path: Path) -> None:
    hidden = "import sys; sys.modules['pygls'] = None; from ivr.cli import main; sys.argv = ['ivr', 'lsp']; main()"
    done = run([sys.executable, "-c", hidden], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert (
        done.stderr == "the language server needs the package 'pygls'; install it with: pip install 'pygls>=2.0,<3'\n"
    )
    assert done.stdout == ""
