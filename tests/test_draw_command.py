from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from itertools import product
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from click.testing import CliRunner, Result

from ivr.cli import ivr
from ivr.loader import load

SVG = "{http://www.w3.org/2000/svg}"
FLOWS = ("clinic", "broken-clinic", "caremark-austin")

SMALL = """
ivr: 1
name: Small
timezone: America/Chicago
lines: {1-800-555-0100: main}
hours: {desk: Mon-Fri 08:00-18:00}
contacts: {desk: {name: Desk, hours: desk}}
nodes:
  main: {menu: Hello., options: {1: {say: the desk, go: door}, 2: {say: news, go: news}}, otherwise: door}
  door: {hours: desk, open: to-desk, closed: bye}
  news: {menu: News., options: {1: {say: go on, go: bye}}, otherwise: bye}
  to-desk: {transfer: desk, failed: bye}
  bye: {hangup: Goodbye.}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder to work in, with a flow and an old drawing."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "small.yaml").write_text(SMALL, encoding="utf-8")
    (tmp_path / "old.svg").write_text("old", encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(ivr, ["draw", *words])


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def drawn(*words: str) -> list[str]:
    done = run("small.yaml", "-o", "new.svg", *words)
    assert done.exit_code == 0, done.output
    return [each.text or "" for each in ET.parse("new.svg").iter(f"{SVG}text")]  # noqa: S314 -- our own file


# ---- what cannot be done ---------------------------------------------------------------------------------------------

REFUSED = [
    ((), "old.xyz", "'.xyz' is no ending that can be written; .* .svg"),
    ((), "-", "'-' has no ending"),
    ((), ".", "'.' has no ending"),
    ((), "nowhere/x.svg", "'nowhere/x.svg' cannot be written: there is no folder 'nowhere'"),
    ((), "taken.svg", "'taken.svg' cannot be written: it is a folder"),
    ((), "x" * 300 + ".svg", "'x+.svg' cannot be written: File name too long"),
    (("--from", "mian"), "old.svg", "there is no node 'mian' to draw from; did you mean 'main'\\?"),
    (("--from", "mian"), "old.json", "there is no node 'mian' to draw from; did you mean 'main'\\?"),
    (("--depth", "2"), "old.svg", "--depth says nothing without --from NODE"),
    (("--line", "1-800-555-0100"), "old.svg", "--line says nothing without --call STEPS"),
    (("--today", "2026-01-01"), "old.svg", "--today says nothing without --at WHEN"),
    (("--at", "Nonday"), "old.svg", "'Nonday' is not a day of the week; did you mean 'Monday'\\?"),
    (("--at", ""), "old.svg", "'' is not a time"),
    (("--at", "Sun 03:00", "--today", "soon"), "old.svg", "'soon' is not a date"),
    (("--call", "2,sing"), "old.svg", "'sing' is not a step of a call"),
    (("--call", "hangup,1"), "old.svg", "'1' comes after the call has ended"),
    (("--call", "1", "--line", "99"), "old.svg", "the flow has no line '99'; it has 1-800-555-0100"),
]


@pytest.mark.parametrize(("options", "output", "said"), REFUSED, ids=range(len(REFUSED)))
def test_what_cannot_be_drawn_is_said_in_a_line_and_nothing_is_written(
    folder: Path, options: tuple[str, ...], output: str, said: str
) -> None:
    (folder / "taken.svg").mkdir()
    before = names_in(folder)
    done = run("small.yaml", "-o", output, *options)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert re.search(said, done.stderr)
    assert names_in(folder) == before
    assert (folder / "old.svg").read_text(encoding="utf-8") == "old"


def test_a_flow_that_is_not_there_or_empty_is_a_line(folder: Path) -> None:
    (folder / "empty.yaml").write_text("", encoding="utf-8")
    (folder / "silent.yaml").write_text("ivr: 1\nname: Silent\n", encoding="utf-8")
    for name in ("none.yaml", "empty.yaml", "silent.yaml"):
        done = run(name, "-o", "old.svg")
        assert (done.exit_code, done.stdout) == (2, "")
        assert name in done.stderr
    assert (folder / "old.svg").read_text(encoding="utf-8") == "old"


def test_a_drawing_never_takes_the_place_of_its_flow(folder: Path) -> None:
    (folder / "small.json").write_text(SMALL, encoding="utf-8")
    done = run("small.json", "-o", "./small.json")
    assert done.exit_code == 2
    assert "it is the flow itself" in done.stderr
    assert (folder / "small.json").read_text(encoding="utf-8") == SMALL


def test_where_one_page_cannot_be_written_none_is(folder: Path) -> None:
    (folder / "old-news.svg").mkdir()
    done = run("small.yaml", "-o", "old.svg", "--split")
    assert (done.exit_code, done.stderr) == (2, "'old-news.svg' cannot be written: it is a folder\n")
    assert names_in(folder) == ["old-news.svg", "old.svg", "small.yaml"]
    assert (folder / "old.svg").read_text(encoding="utf-8") == "old"


def test_a_full_disk_leaves_the_old_drawing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ivr.writing.os.fdopen", full)
    done = run("small.yaml", "-o", "old.svg")
    assert (done.exit_code, done.stderr) == (2, "'old.svg' cannot be written: No space left on device\n")
    assert names_in(folder) == ["old.svg", "small.yaml"]
    assert (folder / "old.svg").read_text(encoding="utf-8") == "old"


# ---- what is drawn ---------------------------------------------------------------------------------------------------


def test_a_drawing_says_nothing_where_all_is_well(folder: Path) -> None:
    done = run("small.yaml", "-o", "old.svg")
    assert (done.exit_code, done.output) == (0, "")
    assert (folder / "old.svg").read_bytes().startswith(b"<?xml")


def test_a_flow_with_faults_is_drawn_and_its_faults_are_told(folder: Path) -> None:
    (folder / "small.yaml").write_text(
        SMALL.replace("go: news", "go: nwes").replace("Hello.", "Hello., tires: 2"), "utf-8"
    )
    done = run("small.yaml", "-o", "new.svg", "--findings")
    assert done.exit_code == 0
    assert re.search(r"small\.yaml:9:\d+: RD\d+ error: .*'tires'", done.stderr)
    assert "DOES NOT EXIST" in (folder / "new.svg").read_text(encoding="utf-8")


def test_findings_stand_on_their_boxes_with_what_they_say(folder: Path) -> None:
    (folder / "small.yaml").write_text(SMALL.replace("go: news", "go: nwes"), encoding="utf-8")
    assert "ST001" in drawn("--findings")
    titles = [each.text or "" for each in ET.parse(folder / "new.svg").iter(f"{SVG}title")]  # noqa: S314 -- our own file
    assert any(title.startswith("ST001: 'main'") and "did you mean 'news'?" in title for title in titles)


def test_findings_without_a_box_are_told(folder: Path) -> None:
    (folder / "small.yaml").write_text(
        SMALL.replace("Mon-Fri 08:00-18:00}", "Mon-Fri 08:00-18:00, old: never}"), "utf-8"
    )
    done = run("small.yaml", "-o", "new.svg", "--findings")
    assert done.exit_code == 0
    assert re.search(r"^No box of the drawing shows [A-Z]{2}\d{3} \w+: .*'old'", done.stderr, re.MULTILINE)


def test_what_is_closed_at_a_time_is_grey_and_the_time_is_told(folder: Path) -> None:
    words = drawn("--at", "2026-03-08 03:00")
    assert "Sun 2026-03-08 03:00" in words
    assert words.count("CLOSED") == 2  # the transfer and the contact
    assert "CLOSED" not in drawn("--at", "2026-03-09 10:00")
    assert folder.exists()


def test_a_call_stands_out_and_says_when_it_was_made(folder: Path) -> None:
    words = drawn("--call", "1", "--at", "2026-03-08 03:00")
    assert "Sun 2026-03-08 03:00, the call 1" in words
    assert "a step of the call" in words
    # What a call meets depends on the hours, so that its time is told where it was not asked for, too.
    assert any(re.fullmatch(r"\w{3} \d{4}-\d\d-\d\d \d\d:\d\d, the call 1", each) for each in drawn("--call", "1"))
    assert folder.exists()


def test_a_part_of_a_flow_can_be_drawn(folder: Path) -> None:
    words = drawn("--from", "door", "--depth", "1")
    assert {"door", "to desk", "bye"} <= set(words)
    assert "main" not in words
    assert "1-800-555-0100" not in words
    assert folder.exists()


def test_somebody_who_waits_for_many_pages_is_told_at_once(folder: Path) -> None:
    nodes = "".join(f"  m{at}: {{menu: Hi., options: {{1: m{at + 1}}}, otherwise: bye}}\n" for at in range(201))
    text = f"ivr: 1\nlines: {{1-800-555-0100: m0}}\nnodes:\n{nodes}  m201: {{hangup: Bye.}}\n  bye: {{hangup: Bye.}}\n"
    (folder / "large.yaml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "ivr", "draw", "large.yaml", "-o", "large.mmd", "--split"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    assert done.stderr.splitlines()[0] == "Drawing 201 pages and an overview; this takes a while."
    assert done.stderr.splitlines()[1].startswith("201 pages and an overview were drawn")


@pytest.mark.parametrize("form", ["json", "graphml"])
def test_a_graph_says_what_it_cannot_show(folder: Path, form: str) -> None:
    done = run("small.yaml", "-o", f"x.{form}", "--findings", "--split", "--call", "1", "--at", "Sun 03:00")
    assert done.exit_code == 0
    assert "without what is closed, the way of a call, findings and pages of its menus; .svg" in done.stderr
    assert names_in(folder) == ["old.svg", "small.yaml", f"x.{form}"]


def test_pages_have_names_of_their_own_wherever_they_are_kept(folder: Path) -> None:
    names = ["main", "Main", "con", "CON", "x" * 200, "x" * 201, "..", "a.b", "a-b", "שלום"]
    ways = ", ".join(f"{number}: {{say: way {number}, go: {json.dumps(name)}}}" for number, name in enumerate(names))
    menu = f"{{menu: Hello., options: {{{ways}}}, otherwise: bye}}"
    nodes = "".join(f"  {json.dumps(name, ensure_ascii=False)}: {menu}\n" for name in names)
    text = f"ivr: 1\nname: Names\nlines: {{1-800-555-0100: main}}\nnodes:\n{nodes}  bye: {{hangup: Goodbye.}}\n"
    (folder / "small.yaml").write_text(text, encoding="utf-8")
    done = run("small.yaml", "-o", "new.svg", "--split")
    assert done.exit_code == 0, done.output
    pages = {path.name for path in folder.glob("new*.svg")}
    # Names that the reader of flows refuses have no page.
    assert len(pages) >= 8
    assert len({name.lower() for name in pages}) == len(pages)
    assert all(re.fullmatch(r"new(-[A-Za-z0-9-]{1,64})?\.svg", name) for name in pages)
    linked = {link for name in pages for link in re.findall(r'href="([^"]+)"', (folder / name).read_text("utf-8"))}
    assert linked <= pages


def test_a_large_flow_is_drawn_as_its_overview_and_that_is_told(folder: Path) -> None:
    desks = "".join(f"  n{number}: {{say: Hello., next: bye}}\n" for number in range(450))
    (folder / "small.yaml").write_text(SMALL + desks, encoding="utf-8")
    done = run("small.yaml", "-o", "new.svg")
    assert done.exit_code == 0
    assert "too many for one page, so this is its overview" in done.stderr
    assert "Small: overview" in (folder / "new.svg").read_text(encoding="utf-8")


# ---- the graph and the bytes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", FLOWS)
def test_graphml_and_json_hold_the_whole_graph(root: Path, folder: Path, name: str) -> None:
    path = root / "flows" / f"{name}.yaml"
    flow = load(path).flow
    assert flow is not None
    graph = flow.graph()
    for form in ("graphml", "json"):
        assert run(str(path), "-o", f"{name}.{form}").exit_code == 0
    linked = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    for back in (
        nx.read_graphml(folder / f"{name}.graphml", force_multigraph=True),
        nx.node_link_graph(linked, edges="edges"),
    ):
        assert list(back.nodes(data=True)) == list(graph.nodes(data=True))
        assert attributes(back) == attributes(graph)


def attributes(graph: nx.Graph[Any]) -> list[str]:
    return sorted(f"{tail} {head} {sorted(data.items())}" for tail, head, data in graph.edges(data=True))


def test_the_same_flow_gives_the_same_bytes_anywhere(root: Path, folder: Path) -> None:
    """The seed of hashes, the time zone, the language, the folder and the program `dot` change nothing."""
    made: dict[str, set[bytes]] = {}
    text = (root / "flows" / "broken-clinic.yaml").read_text(encoding="utf-8")
    places = [folder / "here", folder / "there"]
    settings = product(("0", "7"), zip(("UTC", "Asia/Tokyo"), ("C", "en_US.UTF-8"), places, strict=True))
    for number, (seed, (zone, language, place)) in enumerate(settings):
        place.mkdir(exist_ok=True)
        (place / "flow.yaml").write_text(text, encoding="utf-8")
        names = [f"{number}.{form}" for form in ("svg", "json", "mmd")]
        flow = "flow.yaml" if seed == "0" else str(place / "flow.yaml")
        path = "" if seed == "0" else os.environ["PATH"]
        script = "import sys; from ivr.cli import main; main()"
        for name in names if seed == "0" else names[:1]:
            command = [
                sys.executable,
                "-P",
                "-c",
                script,
                "draw",
                flow,
                "-o",
                name,
                "--findings",
                "--at",
                "2026-03-08 11:00",
            ]
            env = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": language, "PATH": path}
            subprocess.run(command, cwd=place, env=env, check=True, capture_output=True)
            made.setdefault(name.partition(".")[2], set()).add((place / name).read_bytes())
    assert {form: len(each) for form, each in made.items()} == {"svg": 1, "json": 1, "mmd": 1}
    assert b"flow.yaml" not in next(iter(made["svg"]))
    assert b'"file": "flow.yaml"' in next(iter(made["json"]))
