"""What stands in the specification of a flow, in HTML and in Markdown."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from clean_flows import clean_flow, written
from flow_strategies import flows
from generated import generated_flow
from golden import Golden
from hypothesis import given, settings
from pages import Page, rendered

from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.effect import Say
from ivr.engine import begin
from ivr.flow import Flow
from ivr.loader import load, load_text
from ivr.specification import Document, html_of, markdown_of, printed, specification
from ivr.specification.parts import Bullets, Facts, Quote, Section, Table, numbered

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 3, 2)
FLOWS = ("clinic", "broken-clinic", "caremark-austin")

HEAD: dict[str, Any] = {
    "ivr": 1,
    "name": "Small",
    "timezone": "America/Chicago",
    "lines": {"1-800-555-0100": "main"},
    "contacts": {"desk": {"name": "Desk"}},
}


def flow_of(nodes: dict[str, Any], **sections: Any) -> Flow:  # noqa: ANN401 -- as a flow file holds it
    text = yaml.safe_dump({**HEAD, **sections, "nodes": nodes}, sort_keys=False, allow_unicode=True, width=10**6)
    flow = load_text(text).flow
    assert flow is not None
    return flow


def kept(name: str) -> Flow:
    flow = load(ROOT / "flows" / f"{name}.yaml").flow
    assert flow is not None
    return flow


def document(flow: Flow) -> Document:
    return specification(flow, TODAY, run_checks(flow, catalogue(), today=TODAY))


def both(flow: Flow) -> tuple[str, str]:
    """Give the document of a flow as HTML and as Markdown."""
    page = printed(document(flow))
    return html_of(page), markdown_of(page, "spec")


@cache
def made(name: str) -> tuple[str, str]:
    return both(kept(name))


def sections(whole: Document) -> dict[str, Section]:
    return {each.section.anchor: each.section for each in numbered(whole.sections)}


def plain(words: Any) -> str:  # noqa: ANN401 -- words of any kind
    return "".join(word if isinstance(word, str) else word.words for word in words)


def rows(section: Section, caption: str) -> list[list[str]]:
    """Give the cells of the table with this caption as plain text."""
    table = next(each for each in section.blocks if isinstance(each, Table) and each.caption.startswith(caption))
    return [[plain(cell) for cell in row.cells] for row in table.rows]


def facts(section: Section) -> dict[str, str]:
    return {name: plain(words) for each in section.blocks if isinstance(each, Facts) for name, words in each.facts}


def items(section: Section) -> list[str]:
    return [plain(item) for each in section.blocks if isinstance(each, Bullets) for item in each.items]


def step(flow: Flow, name: str) -> Section:
    return sections(document(flow))[f"step-{name}"]


# ---- the whole document ----------------------------------------------------------------------------------------------


def test_the_specification_of_the_clinic_is_the_one_that_is_kept(golden: Golden) -> None:
    golden("golden/clinic.md", made("clinic")[1])


@pytest.mark.parametrize("name", FLOWS)
def test_html_and_markdown_say_the_same(name: str) -> None:
    page, text = made(name)
    assert Page(page).said() == Page(rendered(text)).said()


@pytest.mark.parametrize("name", FLOWS)
def test_the_page_is_well_formed_and_needs_nothing_else(name: str) -> None:
    text = made(name)[0]
    page = Page(text)
    assert page.faults == []
    assert not page.values("src")
    assert page.tags().isdisjoint({"script", "link", "img", "iframe", "object", "form"})
    assert all(address.startswith("#") for address in page.values("href"))
    assert re.search(r"url\(|@import|https?:(?!//www\.w3\.org/2000/svg\")", text) is None


@pytest.mark.parametrize("name", FLOWS)
def test_every_link_leads_somewhere_and_no_name_is_given_twice(name: str) -> None:
    page = Page(made(name)[0])
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {address.removeprefix("#") for address in page.values("href")} <= set(ids)
    labels = {each for value in page.values("aria-labelledby") for each in value.split()}
    assert labels <= set(ids)


@pytest.mark.parametrize("name", FLOWS)
def test_links_of_the_markdown_lead_somewhere(name: str) -> None:
    page = Page(rendered(made(name)[1]))
    assert page.faults == []
    assert {address.removeprefix("#") for address in page.values("href")} <= set(page.values("id"))


@pytest.mark.parametrize("name", FLOWS)
def test_headings_go_down_one_level_at_a_time_and_tables_have_heads(name: str) -> None:
    page = Page(made(name)[0])
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert levels.count(1) == 1
    scopes = [found.get("scope") for tag, found in page.elements if tag == "th"]
    assert set(scopes) == {"col", "row"}
    assert [tag for tag, _ in page.elements].count("main") == 1
    figures = [tag for tag, _ in page.elements if tag in {"figure", "figcaption", "svg", "desc"}]
    assert len(figures) == 4 * figures.count("figure")


@pytest.mark.parametrize("name", FLOWS)
def test_drawings_lead_into_the_document(name: str) -> None:
    page = printed(document(kept(name)))
    anchors = set(Page(html_of(page)).values("id"))
    files = dict(page.drawing_files("spec", "my spec.md"))
    assert "spec.svg" in files
    for content in files.values():
        links = [each.get("href") for each in ET.fromstring(content).iter("{http://www.w3.org/2000/svg}a")]  # noqa: S314 -- our own file
        assert links
        assert {str(link).partition("#")[0] for link in links} == {"my%20spec.md"}
        assert {str(link).partition("#")[2] for link in links} <= anchors


def test_the_same_flow_gives_the_same_bytes() -> None:
    assert both(kept("caremark-austin")) == made("caremark-austin")


def every_step_once(flow: Flow) -> None:
    whole = specification(flow, TODAY, ())
    anchors = [each.section.anchor for each in whole.numbered() if each.section.anchor.startswith("step-")]
    assert len(anchors) == len(set(anchors)) == len(flow.nodes)


@pytest.mark.parametrize("name", FLOWS)
def test_every_step_is_told_once(name: str) -> None:
    every_step_once(kept(name))


@given(flows())
@settings(max_examples=30, deadline=None)
def test_every_step_of_any_flow_is_told_once(text: str) -> None:
    flow = load_text(text).flow
    if flow is not None:
        every_step_once(flow)


@pytest.mark.parametrize("seed", range(4))
def test_flows_of_all_sorts_say_the_same_in_both(seed: int) -> None:
    flow = load_text(written(clean_flow(seed))).flow
    assert flow is not None
    page, text = both(flow)
    assert Page(page).said() == Page(rendered(text)).said()


def test_a_flow_with_many_menus_is_written() -> None:
    flow = load_text(generated_flow(150)).flow
    assert flow is not None
    assert len(list(document(flow).drawings())) > 30


# ---- what a flow may hold --------------------------------------------------------------------------------------------

NASTY = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</svg></td></table><h1>Gone",
    "&lt;b&gt; &amp; <!-- hidden -->",
    "[press](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "| a | b |\n|---|---|\n# heading\n- item",
    "# not a heading",
    "- no item",
    "+ no item",
    "1. no item",
    "2) no item",
    "    no code",
    "> no quote",
    "***bold*** _so_ ~~gone~~ `code` ``",
    "```\nno fence",
    "back\\slash \\",
    "=== ---",
    "@everyone, ask a@b.example",
    "\u202eabc\u2066 \u200f\u05e9\u05dc\u05d5\u05dd\u200e",
    "a\x00b\x1b[31mc",
    "x" * 10_000,
    "word " * 2_000,
    "{not-set} {{x}} {% raw %} ${x}",
    "  ",
)


def nasty_flow(text: str) -> Flow:
    """Give a flow that says `text` wherever anything may be said."""
    note = {"note": f"assumption: {text}", "documented": [f"page {text}", text]}
    nodes = {
        "main": {
            "menu": text,
            "name": text,
            "options": {
                "1": {"say": text, "go": "ask", "because": text, "announced": "no", **note},
                "2": {"say": text, "go": "find", "words": [text]},
            },
            "wrong": [text, text],
            **note,
        },
        "ask": {"ask": text, "name": text, "into": "x", "digits": 3, "next": "find"},
        "find": {"lookup": text, "outcomes": {text: "desk", "failed": "desk"}},
        "desk": {"transfer": "desk", "failed": "bye"},
        "bye": {"hangup": {"text": text, "audio": text, "notice": text}},
    }
    return flow_of(
        nodes,
        name=text,
        owner=text,
        note=text,
        lines={"1-800-555-0100": {"start": "main", "name": text, **note}},
        hours={"desk": {"open": "Mon-Fri 08:00-18:00", **note}},
        contacts={"desk": {"name": text, "address": text, "replies": text, "hours": "desk", **note}},
        keys={"0": {"say": text, "go": "desk"}},
        sources={"page": {"title": text, "file": text, "address": text, "note": text}},
        promises=[{"promise": text or "p", "reach": ["person"], "documented": [text]}],
        calls=[{"call": text, "steps": [{"hear": text}, {"press": 1}, {"answer": {text: text}}, {"reach": text}]}],
    )


@cache
def read(text: str) -> tuple[Page, Page]:
    """Give the document of a flow that says `text` everywhere, as readers of HTML and of Markdown have it."""
    page, markdown = both(nasty_flow(text))
    return Page(page), Page(rendered(markdown))


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_no_text_of_a_flow_becomes_anything_but_text(text: str) -> None:
    page, other = read(text)
    harmless, plain_markdown = read("word")
    assert page.faults == []
    assert page.tags() <= harmless.tags() | {"wbr"}
    assert other.tags() <= plain_markdown.tags()
    assert all(address.startswith("#") for address in (*page.values("href"), *other.values("href")))
    assert page.said() == other.said()


def test_marks_that_turn_the_direction_of_a_line_are_spelled_out() -> None:
    text = both(nasty_flow("\u202eabc"))[0]
    assert "\u202e" not in text
    assert "\\u202e" in text


def test_what_callers_hear_is_marked_with_its_language() -> None:
    nodes = {
        "main": {
            "menu": {"en": "Hello.", "he": "שלום."},
            "options": {"1": {"say": {"en": "news", "he": "חדשות"}, "go": "bye"}},
        },
        "bye": {"hangup": {"en": "Bye.", "he": "להתראות."}},
    }
    lines = {"1-800-555-0100": "main", "1-800-555-0101": {"start": "main", "language": "he"}}
    page = Page(both(flow_of(nodes, languages=["en", "he"], lines=lines))[0])
    spoken = [found for tag, found in page.elements if tag == "span" and "lang" in found]
    assert {found["lang"] for found in spoken} == {"en", "he"}
    assert all(found["dir"] == "auto" for found in spoken)


# ---- what each section says ------------------------------------------------------------------------------------------


def test_hours_are_told_in_words_with_their_exceptions() -> None:
    hours = {
        "desk": {
            "open": ["Mon-Thu 08:00-12:00 13:00-17:00", "Fri 22:00-02:00"],
            "closed": ["2026-12-25", "01-01", "2026-07-01 - 2026-07-03"],
            "extra": ["2026-12-24 09:00-12:00"],
            "timezone": "Europe/Dublin",
        },
        "day": "always",
        "night": {"open": []},
        "late": "Sat-Sun 10:00-24:00",
    }
    nodes = {"main": {"hours": "desk", "open": "bye", "closed": "bye"}, "bye": {"hangup": "Bye."}}
    found = {row[0]: row for row in rows(sections(document(flow_of(nodes, hours=hours)))["hours"], "When desks")}
    assert found["desk"][1] == (
        "Monday to Thursday 08:00 to 12:00 and 13:00 to 17:00; Friday 22:00 to 02:00 the next day; "
        "closed on Saturday and Sunday"
    )
    assert found["desk"][2] == (
        "closed on Friday, 25 December 2026; closed every year on 1 January; "
        "closed from Wednesday, 1 July 2026 to Friday, 3 July 2026; "
        "open besides on Thursday, 24 December 2026: 09:00 to 12:00"
    )
    assert found["desk"][3] == "Europe/Dublin"
    assert found["desk"][4] == "main"
    assert [found[name][1] for name in ("day", "night")] == ["at any hour of every day", "never"]
    assert found["late"][1] == "Saturday and Sunday 10:00 to 24:00; closed on Monday to Friday"


def test_the_key_table_says_all_of_every_key() -> None:
    nodes = {
        "main": {
            "menu": "Hello.",
            "options": {
                "1": {"say": "news", "go": "news", "documented": ["page Menu"]},
                "12": {"say": "old news", "go": "nowhere", "announced": "no", "because": "for staff"},
                "*": {"say": "go back", "go": "back", "when": "x == 1"},
                "refill": {"words": ["a refill", "pills"], "go": "news"},
                "9": "none",
            },
        },
        "news": {"hangup": "News."},
    }
    keys = {"0": {"say": "a person", "go": "desk", "words": ["agent"]}, "9": {"say": "hear this again", "go": "again"}}
    flow = flow_of({**nodes, "desk": {"transfer": "desk"}}, keys=keys, sources={"page": {"title": "Page"}})
    assert rows(step(flow, "main"), "Keys") == [
        ["1", "news", "news", "yes", "", "page: Menu"],
        ["12", "old news", "'nowhere', which does not exist", "no: for staff", "", ""],
        ["* (star)", "go back", "the menu before this one", "yes", "only while x == 1", ""],
        ["says “a refill” or “pills”", "", "news", "not as a key", "", ""],
        ["0", "a person", "desk", "yes", "works in every menu; or callers say “agent”", ""],
        ["9", "", "nowhere: the key of every menu is taken away here", "no", "", ""],
    ]


def test_a_menu_says_what_callers_hear_and_what_comes_of_mistakes() -> None:
    nodes = {
        "main": {
            "menu": "Hello.",
            "options": {"1": {"say": "news", "go": "bye", "when": "x == 1"}},
            "silence": ["One.", "Two."],
            "tries": 4,
            "wait": "7 s",
            "otherwise": "bye",
        },
        "bye": {"hangup": "Bye."},
    }
    text = " ".join(Page(both(flow_of(nodes))[0]).said())
    assert "Hello. For news, press 1. (only while x == 1)" in text
    assert rows(step(flow_of(nodes), "main"), "Mistakes") == [
        ["Silence, 7 seconds from the end of the prompt", "1. One. 2. and later Two.", "the step is heard again"],
        ["Wrong key", "", "the step is heard again"],
        ["After 4 silences and wrong keys in all", "", "leads to bye"],
    ]


def test_only_what_callers_can_hear_after_a_mistake_is_told() -> None:
    main = {"menu": "Hello.", "options": {"1": "bye"}, "silence": ["One.", "Two."], "tries": 2, "otherwise": "bye"}
    told = rows(step(flow_of({"main": main, "bye": {"hangup": "Bye."}}), "main"), "Mistakes")
    assert [row[1] for row in told] == ["One.", "", ""]


@pytest.mark.parametrize("number", ["1-800-555-0100", "1-800-555-0101"])
def test_what_the_document_says_of_a_menu_is_what_the_engine_says(number: str) -> None:
    main = {
        "menu": {"en": "Hello.", "es": "Hola."},
        "options": {
            "1": {"say": {"en": "news", "es": "noticias"}, "go": "bye"},
            "2": {"say": "music", "go": "bye", "announced": "no"},
            "3": "bye",
            "9": {"say": {"en": "Spanish", "es": "español"}, "go": "main", "language": "es"},
        },
    }
    flow = flow_of(
        {"main": main, "bye": {"hangup": "Bye.", "name": "the end"}},
        languages=["en", "es"],
        lines={"1-800-555-0100": "main", "1-800-555-0101": {"start": "main", "language": "es"}},
        keys={"0": {"say": {"en": "a person", "es": "una persona"}, "go": "bye"}},
    )
    call, effects = begin(flow, number, datetime(2026, 3, 2, 10, tzinfo=UTC))
    told = {each.label: each.lines for each in step(flow, "main").blocks if isinstance(each, Quote)}
    assert set(told) == {"en", "es"}
    assert [plain(line) for line in told[call.language]] == [each.text for each in effects if isinstance(each, Say)]


def test_where_nothing_is_written_the_document_says_that_the_call_stops() -> None:
    nodes = {
        "main": {"menu": "Hello.", "options": {"1": {"say": "the desk", "go": "to-desk"}}, "tries": 1},
        "to-desk": {"transfer": "desk", "busy": "main"},
    }
    flow = flow_of(nodes)
    stops = "nothing is written for this: the call stops here"
    assert rows(step(flow, "main"), "Mistakes")[-1] == ["After 1 silence or wrong key in all", "", stops]
    assert ["No answer", stops] in rows(step(flow, "to-desk"), "Ways out")


def test_a_step_that_no_call_comes_to_is_called_so() -> None:
    assert facts(step(kept("broken-clinic"), "old-greeting"))["Comes from"] == "nowhere: no call comes here"


def test_steps_name_their_findings() -> None:
    assert facts(step(kept("broken-clinic"), "opening-hours"))["Findings"] == "ST001"


def test_promises_come_with_their_proofs() -> None:
    found = rows(sections(document(kept("caremark-austin")))["promises"], "Each is held")
    assert len(found) == 11
    assert found[1][1:4] == [
        "from 1-800-237-2765 to Customer service, at any hour, within 1 key",
        "kept",
        "at most 1 key, 19 s, Monday 01:00",
    ]
    assert found[-1][2:4] == ["refuted", "dial 1-800-711-4041 on Monday 01:00: the line hangs up"]


def test_calls_are_told_in_words() -> None:
    found = rows(sections(document(kept("caremark-austin")))["calls"], "Calls that")
    assert found[6] == [
        "Nobody is free",
        "1-800-237-2765",
        "Mon 11:00",
        "press 0; representative answers: busy; hear “quieter”; the line hangs up",
        "yes",
    ]


def test_a_call_that_fails_is_told_with_the_reason() -> None:
    calls = [
        {"call": "Right", "steps": ["wait", "wait", {"hear": "bye"}, {"end": "hangup"}], "given": {"x": 1}},
        {
            "call": "Wrong",
            "at": "Tue 10:30",
            "language": "en",
            "steps": [{"press": 1}, {"set": {"y": 2}}, {"reach": "main"}],
        },
        {"call": "None", "steps": [{"sing": 1}]},
    ]
    main = {"menu": "Hello.", "options": {"1": {"say": "news", "go": "bye"}}, "tries": 2, "otherwise": "bye"}
    flow = flow_of({"main": main, "bye": {"hangup": "Bye."}}, calls=calls)
    found = sections(document(flow))
    right, wrong, unread = rows(found["calls"], "Calls that")
    assert right[2:] == [
        "the next working day at noon",
        "x is 1; say nothing; say nothing; hear “bye”; the line hangs up",
        "yes",
    ]
    assert wrong[2:4] == ["Tue 10:30", "in en; press 1; set y 2; be at main"]
    assert wrong[4].startswith("no: ")
    assert unread[4].startswith("no: ")
    assert facts(found["overview"])["Calls"] == "3 calls, 2 failed"


def test_what_is_assumed_open_and_changed_stands_in_lists_of_its_own() -> None:
    text = """ivr: 1
name: Small
note: "changed: the desk opens earlier"
timezone: America/Chicago
lines: {1-800-555-0100: main}
# Nobody knows. assumption: callers wait
#   that long
nodes:
  main: {say: "A # is no comment: assumption: none", next: bye}  # question: is that so?
  bye: {hangup: Bye., note: "assumption: said at the end"}
"""
    flow = load_text(text).flow
    assert flow is not None
    found = sections(specification(flow, TODAY, ()))
    told = {name: items(found[name]) for name in ("assumptions", "questions", "changes")}
    assert told == {
        "assumptions": ["bye: Said at the end", "Nobody knows. Assumption: callers wait that long"],
        "questions": ["Is that so?"],
        "changes": ["The desk opens earlier"],
    }


def test_findings_stand_with_their_calls_and_places_from_the_folder_of_the_flow() -> None:
    found = rows(sections(document(kept("broken-clinic")))["findings"], "What callers")
    assert [row[1] for row in found] == sorted((row[1] for row in found), key=["error", "warning", "info"].index)
    (wrong,) = [row for row in found if row[0] == "ST001 unknown-target" and "goodby" in row[2]]
    assert wrong[2] == "'opening-hours' leads to 'goodby', which does not exist; did you mean 'goodbye'?"
    assert wrong[3] == "Dial 1-312-555-0100 on Monday 01:00, press 5, say nothing."
    assert wrong[-1] == "line 99"


def test_a_finding_in_an_included_file_names_it(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "bye.yaml").write_text("nodes:\n  bye: {say: Bye., next: nowhere}\n", encoding="utf-8")
    head = "ivr: 1\ntimezone: UTC\ninclude: parts/bye.yaml\nlines: {1-800-555-0100: main}\n"
    text = f"{head}nodes: {{main: {{say: Hi., next: bye}}}}\n"
    (tmp_path / "flow.yaml").write_text(text, encoding="utf-8")
    flow = load(tmp_path / "flow.yaml").flow
    assert flow is not None
    found = rows(sections(document(flow))["findings"], "What callers")
    assert {row[-1] for row in found if row[0].startswith("ST001")} == {"parts/bye.yaml, line 2"}


def test_a_word_too_long_for_a_page_may_be_broken_but_stays_one_word() -> None:
    text = both(flow_of({"main": {"hangup": "x" * 100}}, name="y" * 100))[0]
    assert f"{'x' * 24}<wbr>{'x' * 24}<wbr>" in text
    assert "x" * 100 in Page(text).said()
    assert f"<title>{'y' * 100}</title>" in text


def test_sections_of_which_a_flow_says_nothing_are_left_out() -> None:
    flow = flow_of({"main": {"hangup": "Bye."}}, contacts={})
    names = [section.title for section in specification(flow, TODAY, None).sections]
    assert names == ["Overview", "Lines", "Menus and steps", "Agreement"]
