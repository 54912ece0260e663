from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import LINE, Watched, captions, dial, fragment, settled, transcript
from click.testing import CliRunner
from found import TODAY
from playwright.sync_api import Browser, Page, expect

from ivr.cli import ivr
from ivr.printable import printable
from ivr.web.bundle import modules, script

pytestmark = pytest.mark.needs("chromium")

ROOT = Path(__file__).resolve().parent.parent
CAREMARK = ROOT / "flows" / "caremark-austin.yaml"
MOST_BYTES = 300_000
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": RULES, "resultTypes": ["violations"]}
CLIPBOARD = """Object.defineProperty(navigator, "clipboard",
{ value: { writeText: async (text) => { window.copied = text; } } })"""
UNDER_THE_MARK = """() => { const here = document.querySelector(".mark.here").getBoundingClientRect();
return document.elementsFromPoint(here.x + here.width / 2, here.y + 12)
  .map((one) => one.closest("g[id]")?.textContent).join(); }"""
TABS = ("Transcript", "Values", "Findings", "Promises", "Coverage", "Text")


def publish(flow: Path, output: Path, *more: str) -> Path:
    ran = CliRunner().invoke(ivr, ["publish", str(flow), "-o", str(output), "--today", str(TODAY), *more])
    assert (ran.exit_code, ran.output) == (0, "")
    return output


@pytest.fixture(scope="module")
def menu(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(CAREMARK, tmp_path_factory.mktemp("published") / "menu.html")


@pytest.fixture
def walk(browser: Browser, menu: Path) -> Iterator[Watched]:
    """Give a page that is not open yet, with the network cut; nothing may go wrong in it, or be asked for."""
    with browser.new_context(offline=True, viewport={"width": 1400, "height": 900}) as context:
        watched = Watched(context.new_page())
        yield watched
        assert watched.errors == []
        assert {address.split("#")[0] for address in watched.requests} <= {menu.as_uri()}


def flow_with(text: str, folder: Path, *more: str) -> Path:
    (folder / "flow.yaml").write_text(text, encoding="utf-8")
    return publish(folder / "flow.yaml", folder / "page.html", *more)


def tab(page: Page, name: str) -> None:
    page.get_by_role("tab", name=name).click()


# --- walking --------------------------------------------------------------------------------------------------------


def test_the_documented_menu_is_walked_by_mouse(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment())
    assert captions(page)[:2] == ["Caremark mail order.", "For refills or deliveries, press 1."]
    page.get_by_role("button", name="4", exact=True).click()
    assert captions(page)[-1] == "Before you hang up, ask for a reference number."
    page.get_by_role("button", name="connected").click()
    assert transcript(page)[-1] == "Clinical pharmacist takes the call"
    expect(page.locator(".at")).to_have_text("The call is over")
    page.get_by_role("button", name="Dial again").click()
    assert captions(page)[0] == "Caremark mail order."


def test_the_documented_menu_is_walked_by_keyboard(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment())
    dial(page, "1123456789#04121961")
    assert "presses 04121961" in transcript(page)[-2]
    page.get_by_role("button", name="found").focus()
    page.keyboard.press("Enter")
    assert "“Thank you. We will also ask your name and address.”" in transcript(page)
    tab(page, "Values")
    values = page.locator("#panel-values").inner_text()
    assert re.search(r"member\s+123456789", values)
    assert re.search(r"born\s+04121961", values)
    assert re.search(r"checked\s+1", values)


def test_a_link_is_a_call(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment("9,busy", at="2026-03-08T02:15"))
    assert transcript(page)[-1] == "The line hangs up"
    assert transcript(page)[-2].startswith("“Lo sentimos, no hay nadie libre.")
    page.wait_for_url(re.compile("keys=9%2Cbusy$"))
    link = page.url
    page.goto("about:blank")
    walk.open(link)
    assert transcript(page)[-1] == "The line hangs up"
    assert page.input_value("#at") == "2026-03-08T03:15", "that hour is left out where clocks are set forward"


def test_saying_nothing_and_wrong_keys_count(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment())
    page.get_by_role("button", name="Say nothing").click()
    assert captions(page)[0] == "Sorry, I did not hear anything."
    expect(page.locator(".state")).to_contain_text("1 of the tries used")
    dial(page, "7")
    assert captions(page)[-1] == "Before you hang up, ask for a reference number."


def test_a_line_is_closed_at_its_hours(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment(at="2026-03-03T07:59", line="1-800-711-4041"))
    assert "This line is staffed" in captions(page)[0]
    page.fill("#at", "2026-03-03T08:00")
    page.keyboard.press("Tab")
    expect(page.locator(".question legend")).to_contain_text("Rings Text telephone desk")


def test_a_click_in_the_transcript_goes_back_to_that_moment(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment("1,123456#"))
    page.locator(".moment").nth(1).click()
    assert [text for text in transcript(page) if "presses" in text] == ["0:03 presses 1"]
    page.wait_for_url(re.compile("keys=1$"))
    dial(page, "77")
    expect(page.locator(".state")).to_contain_text("Typed so far: 77")


def test_keys_that_nothing_listens_to_are_told(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment("0"))
    dial(page, "5")
    expect(page.locator("#notice")).to_contain_text("Nothing listens to that here")


def test_number_keys_can_be_kept_from_dialling(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment())
    page.get_by_label("Number keys dial").uncheck()
    dial(page, "1")
    assert len(page.locator(".moment").all()) == 1


def test_a_time_of_which_no_hours_are_known_is_told(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment(at="2061-03-03T10:30"))
    expect(page.locator("#notice")).to_contain_text("from 2020 to 2049")
    walk.open(menu, fragment(at="2031-03-03T10:30"))
    page.reload()
    expect(page.locator("#notice")).to_be_empty()


WANDER = """async (seed) => {
  let chance = seed;
  const random = (most) => {
    chance = (chance * 1103515245 + 12345) % 2147483648;
    return Math.floor((chance / 2147483648) * most);
  };
  for (let number = 0; number < 80; number += 1) {
    const all = document.querySelectorAll("#phone button, .moment, [role=tab]");
    const buttons = [...all].filter((one) => one.offsetParent);
    buttons[random(buttons.length)].click();
    if (!document.querySelector(".at").textContent) return "nowhere";
  }
  return document.querySelectorAll(".moment").length;
}"""


@pytest.mark.parametrize("flow", ["broken-clinic", "clinic"])
def test_whatever_is_clicked_nothing_goes_wrong(browser: Browser, tmp_path: Path, flow: str) -> None:
    page = tmp_path / "page.html"
    assert CliRunner().invoke(ivr, ["publish", str(ROOT / "flows" / f"{flow}.yaml"), "-o", str(page)]).exit_code == 0
    with browser.new_context(offline=True) as context:
        watched = Watched(context.new_page())
        opened = watched.open(page)
        opened.evaluate(WANDER, 7)
        settled(opened)
        assert watched.errors == []
        link = opened.url
        shown = transcript(opened) if opened.locator("#panel-transcript").is_visible() else None
        opened.goto("about:blank")
        again = watched.open(link)
        assert shown is None or transcript(again) == shown


MAKE_ALL = """() => {
  const named = (name, within) => [...within.querySelectorAll("button")].filter((one) => one.textContent === name);
  const replay = document.querySelector("#replay");
  const buttons = [...document.querySelectorAll("[role=tabpanel]")].flatMap((panel) => named("Make the call", panel));
  const left = buttons.filter((button) => {
    button.click();
    if (!replay.hidden) named("To its end", replay)[0].click();
    return !replay.hidden;
  });
  return [buttons.length, left.map((button) => button.closest("li").textContent)];
}"""
SAID = """ivr: 1
lines: {1-800-237-2765: main}
contacts: {desk: {name: Desk}}
nodes:
  main:
    menu: {audio: hello.wav, text: "Hello, {name}.", seconds: 1}
    options: {bill: {words: [my bill, bill], go: find}, 1: {say: bills, go: find}}
    otherwise: bye
  find: {lookup: account, gives: [balance, kind], outcomes: {found: known, failed: bye}}
  known: {branch: [{when: kind == "gold", go: gold}], else: told}
  gold: {say: Gold., next: told}
  told: {say: "You owe {balance}.", next: bye}
  bye: {hangup: Goodbye.}
calls:
  - {call: A known caller, line: 1-800-237-2765, given: {name: Ann}, steps: [{speak: please pay my bill},
     {answer: {account: {found: {balance: "12.50", kind: gold}}}}, {hear: You owe 12.50}]}
"""


def test_callers_speak_and_lookups_bring_values(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "hello.wav").write_bytes(b"RIFF0000WAVE")
    page = flow_with(SAID, tmp_path)
    with browser.new_context(offline=True) as context:
        watched = Watched(context.new_page())
        opened = watched.open(page)
        assert captions(opened)[0] == "Hello, {name}."
        opened.get_by_label(re.compile("^Caller")).select_option("name = Ann")
        assert captions(opened)[0] == "Hello, Ann."
        opened.get_by_label("What to say").select_option("my bill")
        opened.get_by_role("button", name="Say this").click()
        opened.locator(".question input").fill("7 & <b>")
        opened.locator(".question select").select_option("gold")
        opened.get_by_role("button", name="found").click()
        assert {"“Gold.”", "“You owe 7 & <b>.”"} <= set(transcript(opened))
        content = json.loads(opened.locator("#content").text_content() or "")
        assert content["recordings"]["hello.wav"].startswith("data:audio/")
        tab(opened, "Coverage")
        opened.get_by_role("button", name="Make the call").first.click()
        opened.get_by_role("button", name="To its end").click()
        tab(opened, "Transcript")
        assert "“You owe 12.50.”" in transcript(opened)
        assert watched.errors == []


ODD = """ivr: 1
lines: {1-800-237-2765: main}
contacts: {desk: {name: Desk}}
nodes:
  main:
    menu: Hello.
    options:
      1: {say: bills, go: find}
      2: {say: a number, go: number}
      3: {say: an agent, words: [something else, hmm], go: desk}
      4: {say: a message, go: more}
  find: {lookup: account, gives: [balance, kind], outcomes: {found: known, "found, late": bye, no: told, no one: bye}}
  known: {branch: [{when: kind == "gold", go: gold}], else: told}
  gold: {say: Gold., next: told}
  told: {say: "You owe {balance}.", next: bye}
  number: {ask: Your number., into: x, digits: 1-5, end: "*", next: more, otherwise: desk}
  more: {menu: "More \u202eof it.", options: {2: {say: the desk, go: desk}, "*": {say: go back, go: back}}}
  desk: {transfer: desk, failed: bye}
  bye: {hangup: Goodbye.}
calls:
  - {call: One key too many, line: 1-800-237-2765, steps: [{press: 2}, {press: "00000*"}, {reach: more}]}
  - {call: A variable is set, line: 1-800-237-2765, steps: [{press: 1}, {set: {kind: gold}}, {reach: desk}]}
  - {call: As ever, line: 1-800-237-2765, steps: [{press: 2}, {press: "00000"}, {press: 2}, {reach: desk}]}
"""


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return flow_with(ODD, tmp_path_factory.mktemp("odd"))


@pytest.fixture
def odd_walk(browser: Browser) -> Iterator[Watched]:
    with browser.new_context(offline=True, viewport={"width": 1400, "height": 900}) as context:
        watched = Watched(context.new_page())
        yield watched
        assert watched.errors == []


@pytest.mark.parametrize(
    ("keys", "step", "last"),
    [("2,found", "found", "“Your number.”"), ("found", "found", "“For a message, press 4.”")],
)
def test_a_step_that_does_not_fit_is_told_where_the_call_came_to(
    odd_walk: Watched, odd: Path, keys: str, step: str, last: str
) -> None:
    page = odd_walk.open(odd, fragment(keys))
    expect(page.locator("#notice")).to_have_text(f"The link goes on with “{step}”, but nothing listens to that here.")
    assert transcript(page)[-1] == last


def test_a_time_that_cannot_be_read_is_told(odd_walk: Watched, odd: Path) -> None:
    page = odd_walk.open(odd, fragment("2", at="xx"))
    expect(page.locator("#notice")).to_contain_text("The link's time “xx” cannot be read")
    assert page.locator(".moment").count() == 2
    page.goto("about:blank")
    page = odd_walk.open(odd, fragment("2", line="1-000"))
    expect(page.locator("#notice")).to_contain_text(f"The line 1-000 cannot be called like that here; {LINE} is")
    assert page.input_value("#at") == "2026-03-03T10:30"


def test_a_time_is_typed_before_it_counts(odd_walk: Watched, odd: Path) -> None:
    page = odd_walk.open(odd, fragment("2"))
    page.focus("#at")
    for key in "03042027":
        page.keyboard.press(key)
    assert "at=2026-03-03" in page.url
    assert page.locator(".moment").count() == 2
    page.keyboard.press("Enter")
    settled(page)
    assert page.locator(".moment").count() == 1
    page.wait_for_url(re.compile("at=2027-03-04"))
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Restart").focus()
    assert page.input_value("#at") == "2027-03-04T10:30"
    assert "at=2027-03-04" in page.url


def test_whatever_a_lookup_brings_comes_back_by_its_link(odd_walk: Watched, odd: Path) -> None:
    page = odd_walk.open(odd, fragment("1"))
    assert page.locator(".question select").input_value() == "", "nothing is brought unless somebody says so"
    brought = " 5,00 = 100%, no  more "
    page.locator(".question input").fill(brought)
    page.get_by_role("button", name="no", exact=True).click()
    said = f"“You owe {brought}.”"
    amount = page.locator(".transcript .say", has_text="You owe")
    expect(amount).to_be_visible()
    assert amount.text_content() == said
    page.wait_for_url(re.compile("keys="))
    link = page.url
    page.goto("about:blank")
    odd_walk.open(link)
    expect(amount).to_be_visible()
    assert amount.text_content() == said
    page.goto("about:blank")
    odd_walk.open(odd, fragment("1"))
    page.get_by_role("button", name="found, late", exact=True).click()
    lines = transcript(page)
    assert any(line.endswith("found, late") for line in lines)
    page.wait_for_url(re.compile("keys=1%2C"))
    link = page.url
    page.goto("about:blank")
    assert transcript(odd_walk.open(link)) == lines


def test_recordings_outside_the_folder_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "secret.wav").write_bytes(b"RIFF0000WAVE")
    inner = tmp_path / "inner"
    inner.mkdir()
    page = flow_with(SAID.replace("hello.wav", "../secret.wav"), inner).read_text(encoding="utf-8")
    assert "data:audio" not in page


def test_skip_ends_what_is_being_said(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment())
    expect(page.locator(".captions .now")).to_have_count(1)
    page.get_by_role("button", name="Skip").click()
    expect(page.locator(".captions .now")).to_have_count(0)


def test_the_call_can_be_copied_as_an_entry_of_the_flow(walk: Watched, menu: Path, tmp_path: Path) -> None:
    page = walk.open(menu, fragment("1,wait,123456#,04121961,found,busy,connected"))
    page.evaluate(CLIPBOARD)
    page.get_by_role("button", name="Save as call").click()
    page.get_by_label("What does this call show?").fill('A "refill": #1')
    page.get_by_role("button", name="Copy", exact=True).click()
    expect(page.locator("#notice")).to_contain_text("copied")
    text = page.evaluate("window.copied")
    (tmp_path / "caremark-austin.yaml").write_bytes(CAREMARK.read_bytes())
    (tmp_path / "caremark-austin.calls.yaml").write_text(f"calls:\n{text}", encoding="utf-8")
    ran = CliRunner().invoke(ivr, ["test", str(tmp_path / "caremark-austin.calls.yaml"), "-v"])
    assert ran.exit_code == 0, ran.output
    assert 'A "refill": #1' in ran.output


def test_a_call_is_made_as_it_ran_or_it_is_said_why_not(odd_walk: Watched, odd: Path) -> None:
    page = odd_walk.open(odd, fragment())
    tab(page, "Coverage")
    ahead, set_while, plain = page.locator("#panel-coverage .list").first.locator("li").all()
    assert ahead.get_by_role("button").count() == 0
    expect(ahead).to_contain_text("passed")
    expect(ahead).to_contain_text("cannot be made in a page: keys are pressed in it straight after one another")
    assert set_while.get_by_role("button").count() == 0
    expect(set_while).to_contain_text("cannot be made in a page: variables are set in it")
    plain.get_by_role("button", name="Make the call").click()
    page.get_by_role("button", name="To its end").click()
    assert transcript(page)[-1] == "Desk"


def test_words_that_no_menu_understands_are_saved_as_such(odd_walk: Watched, odd: Path, tmp_path: Path) -> None:
    page = odd_walk.open(odd, fragment("say"))
    page.get_by_role("button", name="Save as call").click()
    text = page.get_by_label("The call, as it stands in a flow").input_value()
    assert "- speak: hm\n" in text, "`something else` and `hmm` are understood"
    (tmp_path / "odd.yaml").write_text(ODD, encoding="utf-8")
    (tmp_path / "odd.calls.yaml").write_text(f"calls:\n{text}", encoding="utf-8")
    ran = CliRunner().invoke(ivr, ["test", str(tmp_path / "odd.calls.yaml")])
    assert ran.exit_code == 0, ran.output


# --- the drawing ----------------------------------------------------------------------------------------------------


def test_the_drawing_follows_the_call(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment())
    for keys, box in (("1", "member number"), ("123456#", "birth date"), ("04121961", "member record")):
        dial(page, keys)
        assert is_in_view(page, ".mark.here")
        assert box in page.evaluate(UNDER_THE_MARK)
    assert page.locator(".taken").count() >= 3
    assert page.locator(".mark.open").count() == 2, "found, and the other two outcomes, which share a row"


def is_in_view(page: Page, selector: str) -> bool:
    box, view = page.locator(selector).bounding_box(), page.locator("#view").bounding_box()
    assert box is not None
    assert view is not None
    inside = view["x"] <= box["x"] and box["x"] + box["width"] <= view["x"] + view["width"]
    return inside and view["y"] <= box["y"] and box["y"] + box["height"] <= view["y"] + view["height"]


def test_the_drawing_tells_what_is_closed_at_that_hour(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment(at="2026-03-08T03:30"))
    closed = page.locator(".mark-words.closed").all_text_contents()
    assert closed
    assert set(closed) == {"closed now"}
    walk.open(menu, fragment(at="2026-03-03T12:00"))
    page.reload()
    settled(page)
    assert page.locator(".mark-words.closed").count() < len(closed)


def test_the_drawing_is_moved_and_zoomed_by_keys_and_mouse(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment())

    def place() -> str:
        return str(page.evaluate("getComputedStyle(document.querySelector('#canvas')).transform"))

    seen = [place()]
    page.locator("#view").focus()
    for key in ("ArrowLeft", "+", "Home"):
        page.keyboard.press(key)
        seen.append(place())
    page.mouse.move(700, 500)
    page.mouse.wheel(0, -300)
    seen.append(place())
    page.mouse.down()
    page.mouse.move(760, 540)
    page.mouse.up()
    seen.append(place())
    assert len(set(seen)) == len(seen)


def test_a_click_on_a_box_shows_its_text(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment())
    box = page.locator("svg text", has_text="to refills").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 10, box["y"] + 5)
    assert page.locator(".source .here").all_inner_texts()[0].startswith("  to-refills:")


# --- what the commands say ------------------------------------------------------------------------------------------


def told(*command: str) -> Any:  # noqa: ANN401 -- JSON
    ran = CliRunner().invoke(ivr, [*command, "--today", str(TODAY)])
    return json.loads(ran.output)


def test_findings_promises_and_coverage_are_those_of_the_commands(walk: Watched, menu: Path) -> None:
    page = walk.open(menu)
    content = json.loads(page.locator("#content").text_content() or "")
    findings = told("check", str(CAREMARK), "--format", "json", "--no-cache")["findings"]
    assert [(one["code"], one["message"], one["line"]) for one in content["findings"]] == [
        (one["code"], one["message"], one["line"]) for one in findings
    ]
    promises = told("check", str(CAREMARK), "--promises", "--format", "json")["promises"]
    assert [(one["promise"], one["status"], one["keys"], one["seconds"]) for one in content["promises"]] == [
        (one["promise"], one["status"], one["keys"], one["seconds"]) for one in promises
    ]
    shown = page.locator("#panel-coverage tbody tr").last.all_text_contents()
    printed = CliRunner().invoke(ivr, ["test", str(CAREMARK), "--coverage", "--today", str(TODAY)]).output
    total = next(line.split() for line in printed.splitlines() if line.strip().startswith("in all"))
    assert re.findall(r"\d+", shown[0]) == re.findall(r"\d+", " ".join(total))


def test_a_finding_is_replayed(walk: Watched, menu: Path) -> None:
    page = walk.open(menu)
    content = json.loads(page.locator("#content").text_content() or "")
    wanted = next(one for one in content["findings"] if one["call"] and one["call"]["steps"])
    tab(page, "Findings")
    page.locator(".finding", has_text=wanted["code"]).first.get_by_role("button", name="Make the call").click()
    expect(page.get_by_role("tab", name="Transcript")).to_have_attribute("aria-selected", "true")
    steps = sum(len(what) if kind == "press" else 1 for kind, what, _ in wanted["call"]["steps"])
    for number in range(steps):
        expect(page.locator("#replay")).to_contain_text(f"Step {number + 1} of {steps}")
        page.keyboard.press("Enter")
    expect(page.locator("#replay")).to_be_hidden()
    settled(page)
    assert page.evaluate("document.activeElement.id") == "phone"
    assert page.locator(".moment").count() > 1


def test_every_call_of_findings_promises_and_coverage_can_be_made(walk: Watched, menu: Path) -> None:
    page = walk.open(menu)
    made, left = page.evaluate(MAKE_ALL)
    assert left == []
    assert made > 40


# --- for everybody --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("scheme", "width"), [("light", 1400), ("dark", 360)])
def test_axe_finds_nothing_on_any_screen(
    browser: Browser, menu: Path, scheme: Literal["light", "dark"], width: int
) -> None:
    with browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    ) as context:
        page = Watched(context.new_page()).open(menu, fragment("1,123456#,04121961"))
        for name in TABS if scheme == "light" else ("Transcript", "Coverage"):
            tab(page, name)
            found = Axe().run(page, {"exclude": [["#canvas"]]}, OPTIONS).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], name
        wide = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert wide[0] <= wide[1], "nothing scrolls sideways"


def test_at_twice_the_size_all_can_be_reached(browser: Browser, menu: Path) -> None:
    with browser.new_context(viewport={"width": 640, "height": 400}, device_scale_factor=2) as context:
        page = Watched(context.new_page()).open(menu, fragment())
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        for name in ("Say nothing", "Hang up", "Zoom in"):
            page.get_by_role("button", name=name).scroll_into_view_if_needed()
            assert page.get_by_role("button", name=name).is_visible()


def test_focus_is_never_lost(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment("1,123456#,04121961"))
    page.get_by_role("button", name="found").focus()
    for _ in range(3):
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement !== document.body && document.activeElement !== null")


def test_focus_stays_in_the_transcript_and_at_what_saves(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment("1,123456#,04121961"))
    for number in (2, 0):
        page.locator(".moment").nth(number).focus()
        page.keyboard.press("Enter")
        settled(page)
        assert page.evaluate("document.activeElement.matches('.moment[aria-current]')")
    page.evaluate(CLIPBOARD)
    page.get_by_role("button", name="Save as call").click()
    page.keyboard.press("Enter")
    expect(page.locator("#notice")).to_contain_text("copied")
    assert page.evaluate("document.activeElement.textContent") == "Save as call"


BOTTOMS = """() => [document.querySelector("#phone").getBoundingClientRect().bottom,
...[...document.querySelectorAll(".actions button")].map((one) => one.getBoundingClientRect().bottom)]"""


def test_what_callers_can_do_is_in_sight_while_a_lookup_is_asked(odd_walk: Watched, odd: Path) -> None:
    page = odd_walk.open(odd, fragment("1"))
    panel, *buttons = page.evaluate(BOTTOMS)
    assert len(buttons) == 4
    assert max(buttons) <= panel


def test_captions_scroll_to_what_is_said(odd_walk: Watched, odd: Path) -> None:
    odd_walk.page.set_viewport_size({"width": 1400, "height": 560})
    page = odd_walk.open(odd, fragment())
    page.clock.install()
    page.reload()
    settled(page)
    before = page.evaluate("document.querySelector('#phone').scrollTop")
    page.clock.run_for(6500)
    inside = "document.querySelector('.now').offsetTop < document.querySelector('.captions').scrollTop + 80"
    assert page.locator(".captions .now").inner_text() == "For a message, press 4."
    assert page.evaluate(inside)
    assert page.evaluate("document.querySelector('.captions').scrollTop") > 0
    assert page.evaluate("document.querySelector('#phone').scrollTop") == before


def test_everything_is_reached_by_the_tab_key(walk: Watched, menu: Path) -> None:
    page = walk.open(menu, fragment())
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("document.activeElement.textContent.trim().slice(0, 20) || document.activeElement.id")
        )
    assert {"Restart", "Copy link", "Say nothing", "Skip", "Hang up", "Whole", "Transcript", "line", "at"} <= {
        re.sub(r"1-800.*", "line", one) for one in reached
    }


# --- the file -------------------------------------------------------------------------------------------------------


def test_the_same_flow_gives_the_same_bytes_and_few_of_them(menu: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / CAREMARK.name
    elsewhere.write_bytes(CAREMARK.read_bytes())
    again = publish(elsewhere, tmp_path / "again.html").read_bytes()
    assert again == menu.read_bytes()
    assert len(again) <= MOST_BYTES


@pytest.mark.parametrize("output", ["menu.pdf", "menu", "-", "menu.html/menu.svg"])
def test_a_page_is_written_as_html_alone(output: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = CliRunner().invoke(ivr, ["publish", str(CAREMARK), "-o", output])
    assert ran.exit_code == 2
    assert ran.output == f"'{output}' cannot be written: a page is a file that ends in .html or .htm\n"
    assert list(tmp_path.iterdir()) == []


def test_numbers_can_be_masked(tmp_path: Path, browser: Browser) -> None:
    text = publish(CAREMARK, tmp_path / "masked.html", "--mask").read_text(encoding="utf-8")
    assert "237-2765" not in text
    assert "866-224-2741" not in text
    with browser.new_context(offline=True) as context:
        page = Watched(context.new_page()).open(tmp_path / "masked.html")
        dial(page, "0")
        assert transcript(page)[0] == "0:00 dials 1-•••-•••-••65"
        assert captions(page)[-1] == "Before you hang up, ask for a reference number."


def test_a_flow_that_is_too_large_is_refused_with_a_reason(tmp_path: Path) -> None:
    flow = tmp_path / "flow.yaml"
    flow.write_text(
        f"ivr: 1\nlines: {{{LINE}: main}}\nnodes:\n  main: {{ask: One., into: one, digits: 4, next: more}}\n"
        "  more: {ask: Two., into: two, digits: 4, next: same}\n"
        "  same: {branch: [{when: one < two, go: bye}], else: bye}\n  bye: {hangup: Bye.}\n"
    )
    ran = CliRunner().invoke(ivr, ["publish", str(flow), "-o", str(tmp_path / "page.html")])
    assert ran.exit_code == 2
    assert "the flow is too large for a page: 'one', which callers type" in ran.output
    assert not (tmp_path / "page.html").exists()


NASTY = [
    "<script>window.hurt = 1</script>",
    '"><img src=x onerror="window.hurt = 1">',
    "</script><script>window.hurt = 1</script>",
    "<!-- ]]> ' \\\" & &lt;",
    "\u202eright to left\u202c",
    "x" * 10_000,
    "$content ${script}",
]


@pytest.mark.parametrize("nasty", NASTY, ids=["script", "image", "end", "comment", "turned", "long", "template"])
def test_whatever_stands_in_a_flow_is_text(nasty: str, tmp_path: Path, browser: Browser) -> None:
    said = json.dumps(nasty, ensure_ascii=False)
    page = flow_with(
        f"ivr: 1\nname: {said}\nlines: {{{LINE}: {{start: main, name: {said}}}}}\n"
        f"contacts: {{desk: {{name: {said}}}}}\nnodes:\n"
        f"  main: {{name: {said}, menu: {said}, options: {{1: {{say: {said}, words: [{said}], go: desk}}}}, "
        "otherwise: desk}\n"
        f"  desk: {{transfer: desk, failed: bye}}\n  bye: {{hangup: {said}}}\n",
        tmp_path,
    )
    with browser.new_context(offline=True) as context:
        watched = Watched(context.new_page())
        opened = watched.open(page)
        shown = printable(" ".join(nasty.split()))
        assert captions(opened)[0] == shown
        dial(opened, "1")
        for name in TABS:
            tab(opened, name)
            text = opened.locator("body").inner_text() + opened.title()
            assert not re.search("[\u202a-\u202e\u2066-\u2069]", text), "nothing turns the direction of a line"
        assert opened.evaluate("window.hurt") is None
        assert opened.evaluate("document.images.length") == 0
        assert watched.errors == []
        assert len(watched.requests) == 1
        assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_policy_of_the_page_lets_nothing_in(menu: Path) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', menu.read_text(encoding="utf-8"))
    assert found is not None
    policy = found[1]
    assert policy.startswith("default-src &#x27;none&#x27;;")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_every_module_is_in_the_page_and_each_is_small() -> None:
    static = ROOT / "ivr" / "web" / "static"
    assert set(modules()) == {path.name for path in static.glob("*.js")} - {"reload.js"}, "that one is for lists"
    assert {path.name for path in static.glob("*.js") if len(path.read_text().splitlines()) > 300} == set()
    assert "import " not in re.sub(r"//.*|/\*.*?\*/", "", script())
