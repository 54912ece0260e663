from __future__ import annotations

import json
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import networkx as nx
import pytest
from hypothesis import given, settings

from ivr.drawing import palette
from ivr.drawing.chart import read
from ivr.drawing.compose import compose
from ivr.drawing.dot import to_dot
from ivr.drawing.draw import draw
from ivr.drawing.fonts import NO_FONT, fonts
from ivr.drawing.layout import lay_out
from ivr.drawing.marks import way_of
from ivr.drawing.measure import FACE, text_width
from ivr.drawing.options import Options
from ivr.drawing.pages import LARGE, MANY, pages
from ivr.drawing.picture import EVERYWHERE, HEADER, Box, Frame, Mark, Picture
from ivr.drawing.render import DrawingError, run_graphviz
from ivr.drawing.stage import stage
from ivr.drawing.svg import to_svg
from ivr.drawing.words import cut, wrap
from ivr.effect import Came
from ivr.exporter import ExportError
from ivr.exporters import exporter_for, exporters
from ivr.loader import load, load_text
from ivr.open_at import Shut, closed_at

SVG = "{http://www.w3.org/2000/svg}"
Graph = nx.MultiDiGraph

FLOW = """
ivr: 1
name: Harbour clinic
timezone: America/Chicago
lines:
  1-800-555-0100: main
  1-800-555-0199: {start: tty, name: Text telephone}
hours:
  desk: Mon-Sat 08:00-20:00
contacts:
  representative: {name: Representative, hours: desk}
  webchat: {name: Live chat, channel: chat, address: www.example.com}
keys:
  0: {say: a representative, go: person}
  "*": {say: go back, go: back}
defaults:
  otherwise: person
nodes:
  main:
    menu: Thank you for calling.
    options:
      1: {say: refills, go: refills}
      2: {say: billing, go: billing}
      5: {say: international members, go: abroad, announced: no}
      7: {say: sales, go: slaes}
  refills: {ask: Please enter your number., into: member, digits: 9, next: find}
  find:
    lookup: member record
    outcomes: {found: order, unknown: person, failed: person}
  order: {say: Your order is on its way., next: main}
  billing:
    menu: Billing.
    options:
      1: {say: pay a bill, go: person}
      2: {say: the main menu, go: main}
  abroad: {say: Dial the number on your card., next: main}
  tty: {hours: desk, open: person, closed: bye}
  person: {transfer: representative, busy: bye, no-answer: bye}
  bye: {hangup: Goodbye.}
"""


@pytest.fixture(scope="module")
def clinic(tmp_path_factory: pytest.TempPathFactory) -> Graph[str]:
    path = tmp_path_factory.mktemp("flow") / "clinic.yaml"
    path.write_text(FLOW, encoding="utf-8")
    flow = load(path).flow
    assert flow is not None
    return flow.graph()


def picture(graph: Graph[Any], options: Options | None = None) -> Picture:
    return compose(read(graph), options or Options())


def box(graph: Graph[Any], name: str, options: Options | None = None) -> Box:
    return next(box for box in picture(graph, options).all_boxes if box.id == name)


def small() -> Graph[str]:
    graph: Graph[str] = nx.MultiDiGraph()
    graph.add_node("line:1", kind="line", shape="line", label="1-800-555-0100")
    graph.add_node("end", kind="hangup", shape="ending", label="end", prompt="Goodbye.")
    graph.add_edge("line:1", "end", on="start", by="auto")
    return graph


def menus(count: int) -> Graph[str]:
    graph: Graph[str] = nx.MultiDiGraph()
    for number in range(count):
        graph.add_node(f"m{number}", kind="menu", shape="menu", label=f"menu {number}", prompt="Choose.")
        if number:
            graph.add_edge(f"m{(number - 1) // 5}", f"m{number}", on=str(number % 5), by="key", label="more")
    return graph


def words_of(svg: bytes) -> list[str]:
    return [each.text or "" for each in ET.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 -- our own file


# ---- the picture ----------------------------------------------------------------------------------------------------


def test_a_menu_has_a_row_for_each_key_in_its_order(clinic: Graph[str]) -> None:
    rows = [(row.cap, row.words, row.announced) for row in box(clinic, "main").rows if row.style == "key"]
    assert rows == [
        ("1", "refills", True),
        ("2", "billing", True),
        ("5", "international members", False),
        ("7", "sales", True),
    ]


def test_what_runs_back_is_written_and_not_drawn(clinic: Graph[str]) -> None:
    assert [row.reference for row in box(clinic, "abroad").rows] == ["↩ main"]
    assert [row.reference for row in box(clinic, "billing").rows if row.cap == "2"] == ["↩ main"]
    assert not any(arrow.head == "main" and arrow.tail != "line:1-800-555-0100" for arrow in picture(clinic).arrows)


def test_the_keys_of_every_menu_stand_in_one_box(clinic: Graph[str]) -> None:
    rows = [(row.cap, row.words, row.reference) for row in box(clinic, EVERYWHERE).rows]
    assert rows == [("0", "a representative", ""), ("*", "go back", "← back")]
    assert [row.cap for row in box(clinic, "billing").rows if row.style == "everywhere"] == ["0 *"]


def test_a_target_that_does_not_exist_is_a_broken_box(clinic: Graph[str]) -> None:
    broken = box(clinic, "slaes")
    assert broken.missing
    assert broken.word == "does not exist"
    assert "DOES NOT EXIST" in words_of(to_svg(stage(picture(clinic))))


def test_contacts_that_no_key_leads_to_stand_aside(clinic: Graph[str]) -> None:
    made = picture(clinic)
    assert [box.title for box in made.aside] == ["Live chat"]
    assert "Mon-Sat 08:00-20:00" in box(clinic, "contact:representative").detail


def test_what_leads_to_the_same_place_shares_a_row(clinic: Graph[str]) -> None:
    assert [row.words for row in box(clinic, "person").rows] == ["busy, no answer"]


NAMED_ALIKE = """
ivr: 1
lines: {1-800-555-0100: m}
contacts: {desk: {name: Desk}}
nodes:
  m:
    lookup: who
    outcomes: {right: b, wrong: b2, silence: b3, otherwise: b, next: n, transfer: t, then: h, else: e, message: g}
  b: {hangup: One., done: yes}
  b2: {hangup: Two., done: yes}
  b3: {hangup: Three., done: yes}
  n: {hangup: Four., done: yes}
  t: {hangup: Five., done: yes}
  h: {hangup: Six., done: yes}
  e: {hangup: Seven., done: yes}
  g: {record: Speak., to: desk, next: b, failed: b2}
"""


def graph_of_text(text: str) -> Graph[str]:
    flow = load_text(text, "flow.yaml").flow
    assert flow is not None
    return flow.graph()


def test_an_outcome_keeps_its_own_word_whatever_the_language_means_by_it() -> None:
    graph = graph_of_text(NAMED_ALIKE)
    shown = [row.words for row in box(graph, "m").rows]
    assert shown == ["right", "wrong", "silence", "otherwise", "next", "transfer", "then", "else", "message"]
    assert {arrow.style for arrow in picture(graph).arrows if arrow.tail == "m"} == {"outcome"}
    assert [row.words for row in box(graph, "g").rows] == ["failed", "the message goes to"]
    drawings = [draw(graph, form).files[0][1].decode() for form in ("svg", "dot")]
    for text in (*drawings, exporter_for("x.mmd").write(graph, Options(), "x").files[0][1].decode()):
        assert not any(words in text for words in ("wrong key", "says nothing", "after the last try", "connects to"))


SPOKEN = """
ivr: 1
lines: {1-800-555-0100: m}
keys:
  agent: {go: bye, say: a person, words: [agent, real person]}
nodes:
  m:
    menu: Hello.
    options:
      1: {say: bills, go: n, words: [bill]}
      pills: {say: your refills, go: n, words: [refill, my pills]}
  n: {menu: Bye., options: {1: m}}
  bye: {hangup: Bye., done: yes}
"""


def test_an_option_that_words_choose_shows_those_words() -> None:
    graph = graph_of_text(SPOKEN)
    labels = {data["on"]: data["label"] for _, _, data in graph.out_edges("m", data=True) if data["by"] == "words"}
    assert labels == {"pills": "refill or my pills", "agent": "agent or real person"}
    assert [row.words for row in box(graph, "m").rows][:2] == ["bills", "says “refill or my pills”"]
    for form in ("svg", "dot"):
        assert "refill or my pills" in draw(graph, form).files[0][1].decode()
    mermaid = exporter_for("x.mmd").write(graph, Options(), "x").files[0][1].decode()
    assert "says “refill or my pills”" in mermaid
    assert "says “agent or real person”" in mermaid
    assert "agent agent" not in mermaid
    assert "your refills" not in mermaid


def test_drawn_arrows_never_run_in_a_circle(clinic: Graph[str]) -> None:
    for graph in (clinic, menus(40)):
        made = picture(graph)
        assert nx.is_directed_acyclic_graph(nx.DiGraph([(arrow.tail, arrow.head) for arrow in made.arrows]))


WAYS = st.sampled_from(["key", "failure", "outcome", "run", "run"])


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12), WAYS)))
@settings(max_examples=100)
def test_every_exit_is_drawn_or_written_and_nothing_drawn_runs_in_a_circle(
    edges: list[tuple[int, int, str]],
) -> None:
    graph: Graph[str] = nx.MultiDiGraph()
    graph.add_nodes_from((f"n{number}" for number in range(13)), kind="menu", shape="menu")
    for number, (tail, head, by) in enumerate(edges):
        on, how = ("run", "auto") if by == "run" else (f"w{number}", by)
        graph.add_edge(f"n{tail}", f"n{head}", on=on, by=how)
    made = picture(graph)
    assert sorted(box.id for box in made.all_boxes) == sorted(graph)
    drawn: nx.DiGraph[str] = nx.DiGraph([(arrow.tail, arrow.head) for arrow in made.all_arrows])
    for part in (Frame("", made.boxes, made.arrows), *made.frames):
        inside = {box.id for box in part.boxes}
        assert {end for arrow in part.arrows for end in (arrow.tail, arrow.head)} <= inside
    assert nx.is_directed_acyclic_graph(drawn)
    for tail, head, _ in edges:
        written = {
            row.target for row in next(box for box in made.all_boxes if box.id == f"n{tail}").rows if row.reference
        }
        assert drawn.has_edge(f"n{tail}", f"n{head}") or f"n{head}" in written


RUNNING = """
ivr: 1
name: Runs
lines:
  1-800-555-0100: main
  1-800-555-0177: {start: main, press: 2, name: The second}
  1-800-555-0188: {start: main, press: 7}
contacts: {desk: {name: Desk}, ward: {name: Ward}}
nodes:
  main:
    menu: Hello.
    options:
      1: {say: one, go: one}
      2: {say: two, go: two}
      3: {say: three, go: three}
      4: {say: four, go: four}
      5: {say: the desk, go: to-desk}
    otherwise: to-desk
  one: {run: who, then: bye}
  two: {run: who, then: bye}
  three: {run: who, returns: {run: bye}, else: bye}
  four: {run: card, then: bye}
  who: {ask: Who calls?, into: who, digits: 4, next: seen, otherwise: to-desk}
  card: {ask: Your card number., into: card, digits: 4, next: seen}
  seen: {run: deeper, then: noted}
  deeper: {say: Thank you., next: up}
  up: {return: "yes"}
  noted: {transfer: ward, failed: known}
  known: {return: "yes"}
  to-desk: {transfer: desk}
  bye: {hangup: Goodbye.}
"""


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Graph[str]:
    path = tmp_path_factory.mktemp("flow") / "runs.yaml"
    path.write_text(RUNNING, encoding="utf-8")
    flow = load(path).flow
    assert flow is not None
    return flow.graph()


def test_a_sub_flow_that_many_steps_run_stands_in_a_frame_of_its_own(running: Graph[str]) -> None:
    made = picture(running)
    assert [frame.heading for frame in made.frames] == ["Sub-flows: who, card, deeper"]
    frame = made.frames[0]
    inside = ["who", "card", "seen", "deeper", "up", "noted", "known", "contact:ward"]
    assert [box.id for box in frame.boxes] == inside
    assert [box.detail[-1] for box in frame.boxes if box.detail[-1:] and "run by" in box.detail[-1]] == [
        "run by 3 steps",
        "run by one step",
        "run by one step",
    ]
    assert [(row.words, row.reference) for row in box(running, "one").rows] == [("runs", "↦ who"), ("then", "")]
    assert [row.reference for row in frame.boxes[0].rows if row.words == "after the last try"] == ["→ to desk"]
    words = words_of(to_svg(stage(made)))
    assert {"Sub-flows: who, card, deeper", "runs a sub-flow that is drawn apart"} <= set(words)


def test_a_sub_flow_that_many_steps_run_has_a_page_of_its_own(running: Graph[str]) -> None:
    drawn = draw(running, "svg", Options(split=True), "runs")
    assert [suffix for suffix, _ in drawn.files] == ["", "-main", "-who"]
    assert drawn.notes[0].endswith("and every sub-flow that many steps run.")
    main, who = (content.decode() for _, content in drawn.files[1:])
    assert main.count('<a href="runs-who.svg">') == 4
    assert 'href="runs-main.svg"' not in who
    assert {"who", "card", "seen", "deeper", "Ward"} <= set(words_of(who.encode()))


def test_a_sub_flow_that_few_steps_run_stays_in_the_flow(running: Graph[str]) -> None:
    less = running.copy()
    less.remove_node("three")
    made = picture(less)
    assert made.frames == ()
    assert ("one", "who") in {(arrow.tail, arrow.head) for arrow in made.arrows}


def test_a_step_of_the_menu_that_is_run_as_well_stays_where_it_is(running: Graph[str]) -> None:
    more = running.copy()
    more.add_edge("main", "who", on="6", by="key", label="say who you are")
    made = picture(more)
    assert made.frames == ()
    assert [row.reference for row in box(more, "two").rows] == ["↦ who", ""]
    assert ("main", "who") in {(arrow.tail, arrow.head) for arrow in made.arrows}


def test_a_line_whose_callers_press_a_key_at_once_leads_to_that_key(running: Graph[str]) -> None:
    made = picture(running)
    assert box(running, "line:1-800-555-0177").detail == ("The second", "presses 2 at once")
    option = next(row for row in box(running, "main").rows if row.cap == "2")
    heads = {arrow.tail: arrow.head_port for arrow in made.arrows if arrow.tail.startswith("line:")}
    assert heads == {
        "line:1-800-555-0100": HEADER,
        "line:1-800-555-0177": option.port,
        "line:1-800-555-0188": HEADER,  # the menu has no such key
    }


def test_lines_stand_in_the_order_of_the_flow(running: Graph[str]) -> None:
    made = picture(running)
    (placed,) = lay_out([Frame("", made.boxes, made.arrows)])
    heights = [y for box, (_, y) in zip(made.boxes, placed.corners, strict=True) if box.shape == "line"]
    assert len(heights) == 3
    assert heights == sorted(heights)


def test_contacts_that_do_not_answer_draw_no_arrows_across_the_page() -> None:
    graph: Graph[str] = nx.MultiDiGraph()
    graph.add_node("last", kind="hangup", shape="ending", label="last")
    for number in range(5):
        graph.add_node(f"d{number}", kind="transfer", shape="transfer")
        graph.add_edge(f"d{number}", "last", on="busy", by="outcome")
        graph.add_edge(f"d{number}", "last", on="failed", by="outcome")
    assert len([arrow for arrow in picture(graph).arrows if arrow.head == "last"]) == 1
    assert [row.reference for row in box(graph, "d4").rows] == ["→ last"]


def test_contacts_get_the_arrows_of_their_transfers_even_where_those_are_many() -> None:
    graph: Graph[str] = nx.MultiDiGraph()
    graph.add_node("contact:desk", kind="contact", shape="contact")
    for number in range(5):
        graph.add_node(f"d{number}", kind="transfer", shape="transfer")
        graph.add_edge(f"d{number}", "contact:desk", on="transfer", by="outcome")
    assert len(picture(graph).arrows) == 5


def test_what_is_closed_says_so_in_words(clinic: Graph[str]) -> None:
    options = Options(closed=frozenset({Shut("person"), Shut("tty", "open")}))
    assert box(clinic, "person", options).shut == "closed"
    assert [row.shut for row in box(clinic, "tty", options).rows] == ["closed", ""]
    shown = words_of(draw(clinic, "svg", options).files[0][1])
    assert "CLOSED" in shown
    assert "closed at this time" in shown


BEHIND = """
ivr: 1
timezone: America/Chicago
lines: {1-312-555-0100: day}
hours: {h: Mon-Fri 08:00-18:00}
contacts: {d: {name: Day team, hours: h}, q: {name: Queue}}
nodes:
  day: {hours: h, open: t, closed: c}
  t: {transfer: d, failed: o}
  o: {transfer: q, failed: c}
  c: {hangup: We are closed., done: yes}
"""


@pytest.mark.parametrize(
    ("time", "boxes", "ways"),
    [
        (
            "2026-03-08 11:00",
            {"t": "closed", "contact:d": "closed", "o": "no calls then", "contact:q": "no calls then"},
            {"open": "closed"},
        ),
        ("2026-03-09 11:00", {}, {"closed": "no calls then"}),
    ],
)
def test_what_is_only_out_of_reach_is_not_called_closed(time: str, boxes: dict[str, str], ways: dict[str, str]) -> None:
    flow = load_text(BEHIND, "flow.yaml").flow
    assert flow is not None
    options = Options(closed=closed_at(flow, datetime.fromisoformat(time).replace(tzinfo=flow.timezone)))
    drawing = picture(flow.graph(), options)
    assert {box.id: box.shut for box in drawing.all_boxes if box.shut} == boxes
    assert {row.words: row.shut for row in box(flow.graph(), "day", options).rows if row.shut} == ways
    shown = words_of(draw(flow.graph(), "svg", options).files[0][1])
    assert shown.count("CLOSED") == len([each for each in boxes.values() if each == "closed"])
    assert shown.count("NO CALLS THEN") == len([each for each in boxes.values() if each == "no calls then"])
    assert ("no calls then: whatever leads there is shut" in shown) == ("no calls then" in (boxes | ways).values())
    assert ("closed at this time" in shown) == ("closed" in (boxes | ways).values())


def test_a_closed_transfer_fails_in_one_way_only_and_that_way_is_not_grey() -> None:
    text = BEHIND.replace("{hours: h, open: t, closed: c}", "{say: Hello., next: t}").replace(
        "{transfer: d, failed: o}", "{transfer: d, busy: b, closed: o, failed: c}\n  b: {hangup: Busy., done: yes}"
    )
    flow = load_text(text, "flow.yaml").flow
    assert flow is not None
    options = Options(closed=closed_at(flow, datetime(2026, 3, 8, 11, tzinfo=flow.timezone)))
    drawing = picture(flow.graph(), options)
    assert {box.id: box.shut for box in drawing.all_boxes if box.shut} == {
        "t": "closed",
        "contact:d": "closed",
        "b": "no calls then",
    }
    assert {(arrow.head, arrow.shut) for arrow in drawing.all_arrows if arrow.tail == "t"} == {
        ("contact:d", True),
        ("b", True),
        ("o", False),
        ("c", True),
    }


def test_the_way_of_a_call_carries_the_numbers_of_its_steps(clinic: Graph[str]) -> None:
    options = Options(call=(("line:1-800-555-0100", "start"), ("main", "2"), ("billing", "0"), ("person", "")))
    made = picture(clinic, options)
    assert [box.steps for box in made.boxes if box.steps] == [(1,), (2,), (3,), (4,)]
    assert [(arrow.tail, arrow.head, arrow.steps) for arrow in made.arrows if arrow.steps] == [
        (EVERYWHERE, "person", (3,)),
        ("line:1-800-555-0100", "main", (1,)),
        ("main", "billing", (2,)),
    ]
    assert [(row.cap, row.steps) for row in box(clinic, EVERYWHERE, options).rows] == [("0", (3,)), ("*", ())]
    assert {"1", "2", "3", "4"} <= set(words_of(to_svg(stage(made))))


def test_findings_are_marked_where_they_stand(clinic: Graph[str]) -> None:
    found = [("ST004", "info"), ("PR001", "warning"), ("KY001", "error"), ("KY001", "error"), ("ST003", "info")]
    marks = tuple(Mark(code, severity, f"message {number}") for number, (code, severity) in enumerate(found))
    options = Options(findings={"main": (*marks, Mark("ST005", "info", "the last")), EVERYWHERE: marks[1:2]})
    assert box(clinic, "main", options).marks == (
        Mark("KY001", "error", "KY001: message 2\nKY001: message 3"),
        Mark("PR001", "warning", "PR001: message 1"),
        Mark("ST004", "info", "ST004: message 0"),
        Mark("+2", "info", "ST003: message 4\nST005: the last"),
    )
    assert [mark.code for mark in box(clinic, EVERYWHERE, options).marks] == ["PR001"]
    svg = draw(clinic, "svg", options).files[0][1]
    assert {"KY001", "an error that the check found", "a warning", "a remark"} <= set(words_of(svg))
    assert b"<title>KY001: message 2\nKY001: message 3</title>" in svg


# ---- parts and pages ------------------------------------------------------------------------------------------------


def test_a_part_holds_what_is_reached_in_so_many_steps(clinic: Graph[str]) -> None:
    made = pages(clinic, Options(start="refills", depth=1)).pages[0].picture
    assert {box.id for box in made.boxes} == {"refills", "find", "person"}
    find = next(box for box in made.boxes if box.id == "find")
    assert [row.reference for row in find.rows] == ["→ order", "", ""] or "→ order" in find.rows[0].reference


def test_a_part_of_nothing_says_what_was_meant(clinic: Graph[str]) -> None:
    with pytest.raises(DrawingError, match=r"'refils'.*did you mean 'refills'\?"):
        pages(clinic, Options(start="refils"))


def test_a_line_can_be_asked_for_by_its_number(clinic: Graph[str]) -> None:
    made = pages(clinic, Options(start="1-800-555-0199")).pages[0].picture
    assert "main" not in {box.id for box in made.boxes}


def test_split_draws_an_overview_and_a_page_for_each_menu(clinic: Graph[str]) -> None:
    drawn = draw(clinic, "svg", Options(title="Clinic", split=True), "clinic")
    names = [suffix for suffix, _ in drawn.files]
    assert names == ["", "-1-800-555-0199", "-main", "-billing"]
    overview = drawn.files[0][1].decode()
    assert 'href="clinic-main.svg"' in overview
    assert 'href="clinic-billing.svg"' in overview
    assert "3 pages" in drawn.notes[0]
    assert 'href="clinic.svg"' in drawn.files[2][1].decode()


def test_many_pages_are_told_before_they_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("ivr.drawing.pages.overview", stopped)
    for count in (MANY, MANY + 1):
        with pytest.raises(KeyboardInterrupt):
            pages(menus(count), Options(split=True, tell=told.append))
    assert told == [f"Drawing {MANY + 1} pages and an overview; this takes a while."]


def test_an_overview_names_each_key_of_every_menu_once(clinic: Graph[str]) -> None:
    made = pages(clinic, Options(split=True)).pages[0].picture
    rows = next(box for box in made.boxes if box.id == EVERYWHERE).rows
    assert [(row.cap, row.reference) for row in rows] == [("0", "→ Representative"), ("*", "← back")]


def test_every_node_is_on_some_page(clinic: Graph[str]) -> None:
    made = [page.picture for page in pages(clinic, Options(split=True)).pages]
    assert set(clinic) <= {box.id for each in made for box in (*each.boxes, *each.aside)}


def test_pages_are_told_apart_whatever_menus_are_called() -> None:
    graph: Graph[str] = nx.MultiDiGraph()
    for name in ("a:b", "a/b", "A-B", "../x", "שלום"):
        graph.add_node(name, kind="menu", shape="menu")
    suffixes = [page.suffix for page in pages(graph, Options(split=True)).pages]
    assert len({suffix.lower() for suffix in suffixes}) == 6
    assert all(re.fullmatch(r"(-[A-Za-z0-9-]+)?", suffix) for suffix in suffixes)


def test_past_a_size_the_overview_is_drawn_and_said() -> None:
    graph = menus(LARGE + 1)
    made = pages(graph, Options())
    assert "too many for one page" in made.notes[0]
    assert made.pages[0].picture.title == "Overview"
    assert pages(menus(10), Options()).notes == ()


# ---- SVG ------------------------------------------------------------------------------------------------------------


def test_an_svg_carries_a_title_and_the_flow_in_words(clinic: Graph[str]) -> None:
    root = ET.fromstring(draw(clinic, "svg", Options(title="Harbour clinic")).files[0][1])  # noqa: S314 -- our own file
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "title description"
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert (title.get("id"), title.text) == ("title", "Harbour clinic")
    assert desc is not None
    assert desc.get("id") == "description"
    assert "The line 1-800-555-0100 begins at main." in (desc.text or "")
    assert "5 international members (unannounced) leads to abroad" in (desc.text or "")


def test_the_same_flow_gives_the_same_bytes_in_another_process(clinic: Graph[str], tmp_path: Path) -> None:
    path = tmp_path / "clinic.yaml"
    path.write_text(FLOW, encoding="utf-8")
    script = (
        "import sys; from ivr.loader import load; from ivr.drawing.draw import draw;"
        "sys.stdout.buffer.write(draw(load(sys.argv[1]).flow.graph(), 'svg').files[0][1])"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", script, str(path)], check=True, capture_output=True, env={"PYTHONHASHSEED": seed}
        )
        for seed in ("1", "2")
    ]
    assert made[0].stdout == made[1].stdout == draw(clinic, "svg").files[0][1]


def test_an_svg_does_not_tell_what_drew_it(clinic: Graph[str]) -> None:
    svg = draw(clinic, "svg").files[0][1].decode().lower()
    assert "graphviz" not in svg
    assert "<!--" not in svg


def test_unannounced_keys_are_told_apart_by_more_than_colour(clinic: Graph[str]) -> None:
    drawn = words_of(draw(clinic, "svg").files[0][1])
    assert "unannounced" in drawn
    assert "key that is not announced" in drawn
    assert "key that is not announced" not in words_of(draw(small(), "svg").files[0][1])


def test_kinds_have_shapes_of_their_own() -> None:
    from ivr.drawing.outline import inner, outline  # noqa: PLC0415 -- beside the one test that asks for it

    shapes = ("line", "menu", "ask", "decision", "ending", "action", "transfer", "record", "subflow", "note", "contact")
    lines = {shape: (outline(shape, 0, 0, 90, 60).points, len(inner(shape, 0, 0, 90, 60))) for shape in shapes}
    assert len(set(lines.values())) >= len(shapes) - 1  # a line and a recording differ by their ground and sign


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_words_can_be_read_on_every_ground() -> None:
    shapes = ("menu", "ask", "decision", "action", "transfer", "contact", "record", "subflow", "ending", "other")
    for shape in shapes:
        look = palette.colours(shape)
        for ink in (palette.INK, palette.MUTED):
            assert contrast(ink, look.ground) >= 4.5, (shape, ink)
        assert contrast(look.line, palette.PAPER) >= 3, shape
    assert contrast(palette.PAPER, palette.colours("line").ground) >= 4.5
    assert contrast(palette.ALARM, palette.ALARM_PAPER) >= 4.5
    assert contrast(palette.PAPER, palette.CALL) >= 4.5
    assert contrast(palette.MUTED, palette.SHUT_PAPER) >= 4.5
    assert contrast(palette.FAINT, palette.PAPER) >= 3


# ---- words that try to break out ------------------------------------------------------------------------------------

NASTY = [
    'He said "yes" & left <b>now</b>',
    "a\nb\r\nc\td",
    "back\\slash\\",
    '\\"',
    "😀 family 👨‍👩‍👧",
    "שלום עולם مرحبا",
    "\x00\x07\x1b[31m\ud800\ufffe",
    "]]><script>alert(1)</script>",
    "%% {graph} | end ;",
    "漢字" * 40,
    "x" * 10_000,
    "word " * 2_000,
    "`code` #quot; &amp;",
    "%%{init: {}}%%",
    "",
    " ",
]


def nasty(text: str) -> Graph[str]:
    graph: Graph[str] = nx.MultiDiGraph(name=text)
    name = f"n{text}"
    graph.add_node(name, kind="menu", shape="menu", label=text, prompt=text, detail=text, hours=text, file=None)
    graph.add_node("end", kind=text, shape=text, label=text)
    graph.add_edge(name, "end", on=text, label=text, by="key", announced=False)
    graph.add_edge(name, name, on=text, label=text, by="words")
    graph.add_edge(name, "nowhere", on="1")
    return graph


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_no_text_breaks_a_drawing(text: str) -> None:
    graph = nasty(text)
    options = Options(
        title=text, subtitle=text, findings={f"n{text}": (Mark(text, text, text),)}, call=((f"n{text}", text),)
    )
    for exporter in exporters():
        if exporter.name not in {"pdf", "png"}:
            (_, made), *_ = exporter.write(graph, options, "x").files
            assert made
    ET.fromstring(exporter_for("x.svg").write(graph, options, "x").files[0][1])  # noqa: S314 -- our own file
    ET.fromstring(exporter_for("x.graphml").write(graph, options, "x").files[0][1])  # noqa: S314 -- our own file


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_no_text_breaks_the_dot_that_is_given_away(text: str) -> None:
    assert run_graphviz(to_dot(picture(nasty(text), Options(title=text))), "dot", "plain").startswith(b"graph")


def test_no_text_breaks_a_png() -> None:
    graph: Graph[str] = nx.MultiDiGraph()
    for number, text in enumerate(NASTY):
        graph.add_node(f"n{number}", kind="menu", shape="menu", label=text, prompt=text, detail=text)
        graph.add_edge(f"n{number}", f"n{number // 2}", on=text, label=text, by="key")
    assert draw(graph, "png").files[0][1].startswith(b"\x89PNG")


def test_names_that_other_languages_keep_for_themselves_can_be_drawn() -> None:
    graph: Graph[str] = nx.MultiDiGraph()
    for name in ("graph", "node", "end", "subgraph", "a:b", "n1", "line:", "every menu", "-->"):
        graph.add_node(name, kind="menu", shape="menu")
        graph.add_edge("graph", name, on="1", by="key", label=name)
    for exporter in exporters():
        assert exporter.write(graph, Options(), "x").files[0][1]


def test_an_empty_graph_is_drawn_as_a_page_with_its_title() -> None:
    for exporter in exporters():
        assert exporter.write(nx.MultiDiGraph(), Options(title="Nothing yet"), "x").files[0][1]
    assert "Nothing yet" in words_of(draw(nx.MultiDiGraph(), "svg", Options(title="Nothing yet")).files[0][1])


@given(st.text(max_size=200))
def test_a_wrapped_text_keeps_to_its_lines_and_says_when_it_was_cut(text: str) -> None:
    joined = " ".join(text.split())
    lines = wrap(joined, 20, 3)
    assert len(lines) <= 3
    assert all(len(line) <= 20 for line in lines)
    if len(joined) > 60:
        assert lines[-1].endswith("…")
    elif "…" not in joined and "…" not in "".join(lines):
        assert "".join(lines).replace(" ", "") == joined.replace(" ", "")


def test_words_are_measured_alike_everywhere() -> None:
    assert text_width("Main menu", 10) == pytest.approx(57.3)
    assert text_width("iiii", 10) < text_width("mmmm", 10) < text_width("漢漢漢漢", 10)
    assert cut("abcdef", 4) == "abc…"
    assert cut("漢漢漢漢", 8) == "漢漢漢漢"
    assert cut("漢漢漢漢", 7) == "漢漢漢…"
    assert cut("a漢b漢c", 6) == "a漢b…"
    assert wrap("漢" * 25, 20, 3) == ("漢" * 10, "漢" * 10, "漢" * 5)
    assert wrap("漢" * 35, 20, 3) == ("漢" * 10, "漢" * 10, "漢" * 9 + "…")


@pytest.mark.parametrize("letter", ["預", "ご", "한", "ก", "क", "አ", "\N{MAN}", "\U00020000"])
def test_a_letter_that_fonts_lack_keeps_to_its_box(letter: str) -> None:
    dot = f'digraph {{ node [shape=plain, fontname="{FACE}", fontsize=10]; a [label="{letter * 20}"]; }}'
    line = next(line for line in run_graphviz(dot, "dot", "plain").decode().splitlines() if line.startswith("node"))
    painted = float(line.split()[4]) * 72
    assert painted <= text_width(letter * 20, 10)


# ---- the other formats ----------------------------------------------------------------------------------------------


def test_a_png_has_a_size_and_is_not_blank(clinic: Graph[str]) -> None:
    made = draw(clinic, "png").files[0][1]
    assert made.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", made[16:24])
    scene = stage(picture(clinic))
    assert (width, height) == pytest.approx((scene.width * 2, scene.height * 2), abs=2)
    assert len(made) > 50_000  # a blank page of this size has 10 kB


def test_a_pdf_is_one(clinic: Graph[str]) -> None:
    made = draw(clinic, "pdf").files[0][1]
    assert made.startswith(b"%PDF-")
    assert made.rstrip().endswith(b"%%EOF")
    assert b"CreationDate (D:19700101000000" in made


def test_a_mermaid_chart_holds_boxes_and_arrows(clinic: Graph[str]) -> None:
    made = exporter_for("clinic.mmd").write(clinic, Options(title='The "clinic"'), "clinic").files[0][1].decode()
    assert made.startswith('---\ntitle: "The \\"clinic\\""\n---\nflowchart LR\n')
    assert re.search(r'n\d+ -->\|"1 refills"\| n\d+\n', made)
    assert re.search(r'n\d+ -\.->\|"5 international members \(unannounced\)"\| n\d+\n', made)
    assert "<br/>then ↩ main" in made


def test_mermaid_warns_of_its_own_limit() -> None:
    assert "may stop at 280" in exporter_for("x.mmd").write(menus(300), Options(), "x").notes[0]


def test_graphml_and_json_bring_the_graph_back(clinic: Graph[str]) -> None:
    graphml = exporter_for("x.graphml").write(clinic, Options(), "x").files[0][1].decode()
    linked = json.loads(exporter_for("x.json").write(clinic, Options(), "x").files[0][1])
    for back in (nx.parse_graphml(graphml, force_multigraph=True), nx.node_link_graph(linked, edges="edges")):
        assert list(back) == list(clinic)
        assert sorted(back.edges(data="on")) == sorted(clinic.edges(data="on"))
        assert back.nodes["main"]["kind"] == "menu"
        assert back.nodes["slaes"]["missing"] is True


def test_formats_of_the_graph_alone_say_what_they_leave_out(clinic: Graph[str]) -> None:
    options = Options(closed=frozenset({Shut("person")}), start="refills")
    export = exporter_for("x.json").write(clinic, options, "x")
    assert export.notes[0].startswith("This format holds the graph alone, without what is closed; .svg")
    assert "main" not in [node["id"] for node in json.loads(export.files[0][1])["nodes"] if node["id"] == "tty"]


def test_the_ending_of_a_name_chooses_the_exporter() -> None:
    assert exporter_for("a/b.SVG").name == "svg"
    assert exporter_for(Path("x.gv")).name == "dot"
    with pytest.raises(ExportError, match=r"'\.xyz' is no ending .* \.svg"):
        exporter_for("x.xyz")
    with pytest.raises(ExportError, match="has no ending"):
        exporter_for("clinic")


def test_every_exporter_gives_the_same_bytes_twice(clinic: Graph[str]) -> None:
    names = [exporter.name for exporter in exporters()]
    assert names == sorted(names)
    for exporter in exporters():
        assert exporter.write(clinic, Options(), "x") == exporter.write(clinic, Options(), "x")


def test_a_file_that_is_no_exporter_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import ivr.exporters  # noqa: PLC0415 -- its folders are what is changed here

    (tmp_path / "nothing_here.py").write_text("", encoding="utf-8")
    monkeypatch.setattr(ivr.exporters, "__path__", [*ivr.exporters.__path__, str(tmp_path)])
    with pytest.raises(TypeError, match=r"nothing_here\.py must define exactly one exporter"):
        exporters.__wrapped__()


def test_without_fonts_the_caller_is_told(clinic: Graph[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "none.conf").write_text("<fontconfig/>", encoding="utf-8")
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "none.conf"))
    monkeypatch.setattr("ivr.drawing.fonts.PACKAGE", "no_such_package_of_fonts")
    assert not fonts().found
    assert draw(clinic, "png").notes == (NO_FONT,)
    assert draw(clinic, "svg").notes == ()


def test_the_fonts_of_a_package_stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lettered" / "ttf").mkdir(parents=True)
    (tmp_path / "lettered" / "__init__.py").touch()
    (tmp_path / "none.conf").write_text("<fontconfig/>", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("FONTCONFIG_FILE", str(tmp_path / "none.conf"))
    monkeypatch.setattr("ivr.drawing.fonts.PACKAGE", "lettered")
    assert fonts() == (True, tmp_path / "lettered" / "ttf")
    assert f"<dir>{tmp_path}/lettered/ttf</dir>" in fonts().settings
    assert draw(small(), "png").files[0][1].startswith(b"\x89PNG")


# ---- Graphviz -------------------------------------------------------------------------------------------------------


def test_drawings_can_be_made_side_by_side(clinic: Graph[str]) -> None:
    with ThreadPoolExecutor(3) as pool:
        made = list(pool.map(lambda _: draw(clinic, "svg").files[0][1], range(6)))
    assert len(set(made)) == 1


def test_what_graphviz_cannot_read_is_one_sentence() -> None:
    with pytest.raises(DrawingError, match="Graphviz could not draw this") as raised:
        run_graphviz("digraph {", "dot", "json0")
    assert "\n" not in str(raised.value)


def test_a_layout_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(DrawingError, match="given up after 0 seconds"):
        run_graphviz("digraph { a -> b }", "dot", "json0", patience=0.001)


def test_an_unknown_format_is_one_sentence(clinic: Graph[str]) -> None:
    with pytest.raises(DrawingError, match="'gif' is no format"):
        draw(clinic, "gif")


def test_without_any_graphviz_it_says_what_to_install(clinic: Graph[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ivr.drawing.render.find_spec", lambda name: None if name == "pygraphviz" else name)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(DrawingError, match="install `pygraphviz`"):
        draw(clinic, "svg")


@pytest.mark.needs("dot")
def test_the_program_dot_draws_where_there_are_no_libraries(
    clinic: Graph[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shutil.which("dot")
    monkeypatch.setattr("ivr.drawing.render.find_spec", lambda name: None if name == "pygraphviz" else name)
    assert words_of(draw(clinic, "svg").files[0][1])
    assert draw(clinic, "png").files[0][1].startswith(b"\x89PNG")


@pytest.mark.needs("dot")
def test_the_program_dot_draws_what_is_given_away_without_a_warning(running: Graph[str], tmp_path: Path) -> None:
    (tmp_path / "x.dot").write_bytes(draw(running, "dot").files[0][1])
    done = subprocess.run(["dot", "-Tpng", "x.dot", "-o", "x.png"], cwd=tmp_path, capture_output=True, check=True)
    assert done.stderr == b""


@pytest.mark.bench
@pytest.mark.parametrize("count", [500, 2000])
def test_large_flows_are_laid_out(count: int) -> None:
    scene = stage(picture(menus(count)))
    assert scene.width > 0


def test_the_way_of_a_call_holds_the_node_at_which_a_sub_flow_ended() -> None:
    effects = (
        Came("room", "start", ""),
        Came("pin", "run", "room"),
        Came("good", "next", "pin"),
        Came("front", "ok", "room"),
    )
    assert way_of("1", effects) == (
        ("line:1", "start"),
        ("room", "run"),
        ("pin", "next"),
        ("good", ""),
        ("room", "ok"),
        ("front", ""),
    )
