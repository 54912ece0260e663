"""`ivr audit`: a flow held against its documents; the examples of every rule, and the command."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
import scoring
from click.testing import CliRunner, Result
from counting import calls_in
from frame import framed

from ivr.auditing.documented import Documented
from ivr.auditing.named_days import named_days
from ivr.audits import audits
from ivr.check import OF_AUDITS, Check, run_checks
from ivr.checks import catalogue
from ivr.cli import ivr
from ivr.loader import load_text
from ivr.prose.extracted import extract
from ivr.prose.opened import read_document

RULES = audits()
TODAY = date(2026, 3, 2)
FOUND_ALL_THE_SAME = frozenset(("claims-list.html",))
"""Pages that offer a language in words of which the flow keeps none."""
FLOWS = Path(__file__).resolve().parent.parent / "flows"
PAGE = """
Harbour clinic

Call 1-312-555-0100.
Press 1 for appointments
Press 2 for test results
Press 3 for a nurse
Press 0 for reception
Press 9 to hear this again
The text telephone is 1-312-555-0142.
"""


def codes(rule: Check, which: str) -> list[str]:
    text = rule.example("Document")
    document = read_document(text.encode(), "page.txt")
    documented = Documented((document,), extract([document]), {"page.txt": text})
    loaded = load_text(framed(rule.example(which)))
    assert loaded.flow is not None
    told = tuple(replace(one, find=partial(one.find, documented=documented)) for one in RULES)
    return sorted({one.code for one in run_checks(loaded.flow, told, today=TODAY)})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_exactly_this_rule(rule: Check) -> None:
    assert codes(rule, "Bad") == [rule.code]


@pytest.mark.parametrize("rule", [rule for rule in RULES if "Good:" in rule.page], ids=lambda rule: rule.code)
def test_the_good_example_breaks_no_rule(rule: Check) -> None:
    assert codes(rule, "Good") == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page_and_a_code_of_its_own(rule: Check) -> None:
    assert rule.code not in {known.code for known in catalogue()}
    assert re.search(r"^Source: \S", rule.page, re.MULTILINE)
    done = CliRunner().invoke(ivr, ["explain", rule.code])
    assert done.exit_code == 0
    assert rule.name in done.output.splitlines()[0]


def test_comments_about_audits_are_left_to_audits() -> None:
    assert {rule.code for rule in RULES} == OF_AUDITS


def run(page: Path, *words: str, flow: str = "clinic.yaml") -> Result:
    return CliRunner().invoke(ivr, ["audit", str(FLOWS / flow), str(page), "--today", "2026-03-02", *words])


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_a_page_that_says_what_the_line_does_is_fine(page: Path) -> None:
    done = run(page)
    assert done.exit_code == 0, done.output
    assert done.output.startswith("Nothing to report")


def test_standard_input_is_read_as_a_file_is(page: Path) -> None:
    page.write_text(PAGE.replace("a nurse", "billing"), encoding="utf-8")
    from_file = run(page)
    words = ["audit", str(FLOWS / "clinic.yaml"), "-", "--today", "2026-03-02"]
    piped = CliRunner().invoke(ivr, words, input=page.read_bytes())
    assert from_file.exit_code == piped.exit_code == 1
    assert "told here" in from_file.output
    assert "Press 3 for billing" in from_file.output
    assert piped.output.replace("<stdin>", str(page)) == from_file.output


def test_findings_name_the_line_of_the_document_and_of_the_flow(page: Path) -> None:
    page.write_text(
        PAGE.replace("Press 2 for test results", "Press 2 for a nurse").replace(
            "Press 3 for a nurse\n", "Press 5 for jobs\n"
        )
    )
    done = json.loads(run(page, "--format", "json").output)
    found = {one["code"]: one for one in done["findings"]}
    assert {"DC014", "DC016"} <= set(found)
    assert (found["DC014"]["related"][0]["file"], found["DC014"]["related"][0]["line"]) == (page.as_posix(), 7)
    assert found["DC014"]["file"].endswith("clinic.yaml")


def test_the_exit_code_follows_the_fail_level(page: Path) -> None:
    page.write_text(PAGE.replace("Press 3 for a nurse\n", ""))
    assert run(page).exit_code == 1
    assert run(page, "--fail-level", "error").exit_code == 0
    assert run(page, "--exit-zero").exit_code == 0
    assert run(page, "--ignore", "DC016").exit_code == 0


@pytest.mark.parametrize(
    "format_", ["text", "concise", "markdown", "json", "jsonl", "github", "gitlab", "junit", "sarif"]
)
def test_every_format_of_check_is_one_of_audit(page: Path, format_: str) -> None:
    page.write_text(PAGE.replace("Press 3 for a nurse\n", ""))
    done = run(page, "--format", format_)
    assert done.exit_code == 1
    assert "DC016" in done.output or "undocumented-key" in done.output


def test_unusable_input_is_told_in_one_line(page: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("Nothing here.")
    assert run(empty).exit_code == 2
    assert run(tmp_path / "nowhere.txt").exit_code == 2
    assert run(page, "--select", "KY001").exit_code == 2
    assert run(page, "--region", "XX").exit_code == 2


@pytest.mark.needs("shared")
def test_the_documented_menu_is_held_against_its_page(shared: Path) -> None:
    done = run(shared / "sources" / "caremark-support-page.txt", "--format", "json", flow="caremark-austin.yaml")
    found = sorted(one["code"] for one in json.loads(done.output)["findings"])
    assert found == ["DC020", "DC020", "DC021", "DC021"]


@pytest.mark.parametrize(("saturday", "wrong"), [("9 am - 12 pm", False), ("9 am - 11 am", True)])
def test_hours_of_a_line_that_are_told_in_two_places_are_held_against_it_together(
    saturday: str,
    wrong: bool,  # noqa: FBT001 -- a case
    page: Path,
) -> None:
    text = "Call 312-555-0100.\n\nOpen Mon-Fri 8 am - 6 pm.\n\nOpen Saturday {}.\n\nPress 1 for visits, 2 for bills.\n"
    page.write_text(text.format("9 am - 12 pm"), encoding="utf-8")
    flow = page.with_suffix(".yaml")
    assert CliRunner().invoke(ivr, ["extract", str(page), "-o", str(flow)]).exit_code == 0
    page.write_text(text.format(saturday), encoding="utf-8")
    assert ("DC018" in run(page, "--select", "DC018", flow=str(flow)).stdout) is wrong


@pytest.mark.parametrize(
    ("closed", "days"),
    [
        ("closed on Christmas Day", []),
        ("closed on New Year's Day, Christmas Day and Boxing Day", ["2026-12-26", "2027-01-01"]),
        ("closed on Christmas Day and most holidays", []),
        ("closed on holidays", ["2027-01-01", "2027-11-25"]),
        ("closed on federal holidays", ["2027-01-01", "2027-01-18"]),
        ("closed on Thanksgiving, Presidents' Day and Easter Sunday", ["2027-02-15", "2027-03-28", "2027-11-25"]),
    ],
)
def test_a_holiday_of_the_documents_on_which_callers_get_to_somebody_is_told(
    closed: str, days: list[str], page: Path
) -> None:
    text = "Call 312-555-0100.\n\nWe answer Mon-Sun 8 am to 6 pm. We are {}.\n\nPress 1 for visits, 2 for bills.\n"
    page.write_text(text.format("closed on Christmas Day"), encoding="utf-8")
    flow = page.with_suffix(".yaml")
    assert CliRunner().invoke(ivr, ["extract", str(page), "-o", str(flow)]).exit_code == 0
    page.write_text(text.format(closed), encoding="utf-8")
    told = run(page, "--select", "DC022", "--today", "2026-11-30", flow=str(flow)).stdout
    assert re.findall(r"20\d\d-\d\d-\d\d", told.partition("in flow")[0]) == days


def test_a_list_of_holidays_that_is_not_continued_yet_is_no_fault_of_the_year_after(page: Path) -> None:
    text = "Call 312-555-0100.\n\nWe answer Mon-Sun 8 am to 6 pm. We are closed on {}.\n\nPress 1 for visits.\n"
    page.write_text(text.format("Christmas Day"), encoding="utf-8")
    flow = page.with_suffix(".yaml")
    assert CliRunner().invoke(ivr, ["extract", str(page), "-o", str(flow)]).exit_code == 0
    page.write_text(text.format("federal holidays"), encoding="utf-8")

    def told(today: str) -> Result:
        return run(page, "--select", "DC022", "--today", today, flow=str(flow))

    assert "2027-01-01 (New Year's Day)" in told("2026-11-30").stdout
    written = flow.read_text(encoding="utf-8")
    flow.write_text(written.replace("closed: [12-25]", "closed: [12-25, 2026-11-26]"), encoding="utf-8")
    assert "closed: [12-25, 2026-11-26]" in flow.read_text(encoding="utf-8")
    assert told("2026-11-30").exit_code == 0
    assert "2027-01-18 (Martin Luther King Jr. Day)" in told("2027-01-02").stdout


@pytest.mark.parametrize(
    ("name", "number", "first"),
    [
        ("bank holidays", "+441632960100", {"2026-12-25": "Christmas Day", "2026-12-26": "Boxing Day"}),
        ("Thanksgiving", "+14165550100", {"2027-10-11": "Thanksgiving Day"}),
        ("Good Friday", "+13125550100", {"2027-03-26": "Good Friday"}),
        ("Karfreitag", "+493023125100", {"2027-03-26": "Good Friday"}),
        ("jours fériés", "+33199001234", {"2026-12-25": "Christmas Day", "2027-01-01": "New Year's Day"}),
        ("company holidays", "+13125550100", {}),
        ("Labour Day", "+61391920100", {}),  # each state of Australia has another one
        ("Labour Day", "+2302010000", {"2027-05-01": "Labor Day"}),  # and not that of the indentured labourers
        ("Christi Himmelfahrt", "+493023125100", {"2027-05-06": "Ascension Day"}),
        ("MLK Day", "+13125550100", {"2027-01-18": "Martin Luther King Jr. Day"}),
        ("August bank holiday", "+441632960100", {"2027-08-30": "Late Summer Bank Holiday"}),
        ("holidays", "unknown", {}),
    ],
)
def test_days_that_move_are_those_of_the_country_of_the_number(name: str, number: str, first: dict[str, str]) -> None:
    found = named_days(name, number, date(2026, 11, 30))
    assert {day.isoformat(): each for day, each in list(found.items())[:2]} == first


def test_a_free_number_is_rung_in_the_country_that_is_asked_for() -> None:
    for region, day in (("US", date(2027, 11, 25)), ("CA", date(2027, 10, 11)), ("GB", date(2027, 11, 25))):
        assert list(named_days("Thanksgiving", "+18005550100", date(2026, 11, 30), region)) == [day]
    assert list(named_days("Thanksgiving", "+14165550100", date(2026, 11, 30), "US")) == [date(2027, 10, 11)]


@pytest.mark.parametrize(
    ("hours", "told", "when"),
    [
        ("weekdays 8 am to 7 pm", "The line is not answered after 4 pm on any day.", "Monday at 16:00"),
        ("weekdays 8 am to 7 pm", "The line closes at 5 on Fridays.", "Friday at 17:00"),
        ("weekdays 8 am to 7 pm", "The line opens at 9 am on Mondays.", "Monday at 08:00"),
        ("weekdays 8 am to 7 pm", "We do not take calls on Wednesdays.", "Wednesday at 08:00"),
        ("weekdays 8 am to 7 pm", "The phones are closed from Friday 2 pm to Monday 8 am.", "Friday at 14:00"),
        ("weekdays 8 am to 7 pm", "Nobody answers the phone before 8 am. The line closes at 7 pm.", ""),
        ("weekdays 8 am to 7 pm", "The line closes at 6:45 pm.", ""),
        ("weekdays 8 am to 7 pm", "The phones are closed on Sundays. The shop is closed on Fridays.", ""),
        (
            "weekdays 8 am to 7 pm",
            "Dial 312-555-0100, weekdays 8 am to 7 pm.\n\nThe line is not answered after 4 pm.",
            "",
        ),
        ("24 hours a day, 7 days a week", "The line closes at 5 pm.", ""),
    ],
)
def test_when_nobody_is_said_to_answer_is_held_against_the_calls(hours: str, told: str, when: str, page: Path) -> None:
    text = "Our number is 312-555-0100{}.\n\nPress 1 for visits, 2 for bills.\n\n{}\n"
    page.write_text(text.format(f", {hours}", ""), encoding="utf-8")
    flow = page.with_suffix(".yaml")
    assert CliRunner().invoke(ivr, ["extract", str(page), "-o", str(flow)]).exit_code == 0
    page.write_text(text.format("", told), encoding="utf-8")
    ends = [line for line in run(page, flow=str(flow)).stdout.splitlines() if "a document says of" in line]
    assert [f"but on {when} somebody can be reached" in line for line in ends] == [True] * bool(when)


@pytest.mark.parametrize(("told", "wrong"), [("Our lines are open", True), ("The front desk is there", False)])
def test_hours_of_a_desk_are_not_those_of_the_line(told: str, wrong: bool, page: Path) -> None:  # noqa: FBT001 -- a case
    text = f"Our number is 312-555-0100. {told} Mon-Fri 8 am - 5 pm.\n\nPress 1 for appointments.\n"
    page.write_text(text, encoding="utf-8")
    assert ("DC018" in run(page, "--select", "DC018").stdout) is wrong


@pytest.mark.parametrize("between", ["", "\n"])
def test_a_claim_of_a_line_is_of_no_key_that_its_page_tells_in_the_same_line(between: str, tmp_path: Path) -> None:
    claim = "<p>When you call 312-555-0100, you will be connected directly to a nurse.</p>"
    one = tmp_path / "page.html"
    one.write_text(f"{claim}{between}<p>Press 1 for appointments, press 2 for a nurse.</p>", encoding="utf-8")
    assert "says that '1-312-555-0100' connects callers 'directly'" in run(one, "--select", "DC020").stdout


def made_of(page: Path, folder: Path) -> Path:
    """Give the flow that is read out of a page; no file is there where the page tells of no menu."""
    flow = folder / "made.yaml"
    CliRunner().invoke(ivr, ["extract", str(page), "-o", str(flow)])
    return flow


def held_against(page: Path, flow: Path) -> Result:
    return CliRunner().invoke(ivr, ["audit", str(flow), str(page)])


def test_twice_the_lines_take_twice_the_work(tmp_path: Path) -> None:
    work = []
    for branches in (5, 40, 80):  # what is read once, and kept, is read for the first of them
        page = tmp_path / f"{branches}" / "page.md"
        page.parent.mkdir()
        told = "Press 1 for sales, press 2 for service, press 3 for parts. Open Mon-Fri 9 am - 5 pm."
        page.write_text("".join(f"## Branch {at}\n\nCall 312-555-{at:04}. {told}\n\n" for at in range(branches)))
        flow = made_of(page, page.parent)
        work.append(calls_in(partial(held_against, page, flow)))
    print(f"{work[1]} and {work[2]} calls")  # noqa: T201 -- the figures, for who wants to see them
    assert work[2] <= 2.6 * work[1]


def test_a_key_told_for_the_night_is_no_claim_about_the_day(tmp_path: Path) -> None:
    page = tmp_path / "marina.md"
    page.write_text(
        "# Gull Point\n\nHarbour office 360-555-0144, Mon-Sat 8-5 Pacific.\n\n- Press 1 for moorage\n"
        "- Press 2 for fuel\n\nFuel has its own menu behind key 2: 1 for diesel, 2 for gas.\n\n"
        "Stuck at the gate after dark? Press 0 any time and the night watch will pick up.\n",
        encoding="utf-8",
    )
    done = held_against(page, made_of(page, tmp_path))
    assert "claim-refuted" not in done.output
    assert "undocumented-key" not in done.output


@pytest.mark.parametrize("page", [*scoring.documents("aside"), *scoring.documents("other")], ids=lambda page: page.name)
def test_a_page_tells_of_every_key_and_language_of_the_flow_made_of_it(page: Path, tmp_path: Path) -> None:
    flow = made_of(page, tmp_path)
    if flow.exists():
        found = held_against(page, flow).output
        missed = {name for name in ("undocumented-key", "documented-language-missing") if name in found}
        assert missed == (FOUND_ALL_THE_SAME & {page.name} and {"documented-language-missing"})


def test_a_label_is_compared_in_the_language_that_a_document_tells_of_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<table><tr><th>English</th><th>Español</th></tr>"
        "<tr><td>Press 1 for claims</td><td>Oprima 1 para reclamaciones</td></tr>"
        "<tr><td>Press 2 for billing</td><td>Oprima 2 para facturas</td></tr></table><p>1-800-555-0100</p>",
        encoding="utf-8",
    )
    flow = made_of(page, tmp_path)
    assert held_against(page, flow).exit_code == 0
    flow.write_text(flow.read_text(encoding="utf-8").replace("es: reclamaciones", "es: farmacia"), encoding="utf-8")
    done = held_against(page, flow)
    assert "'reclamaciones'" in done.output
    assert done.exit_code == 1


def test_an_any_time_key_of_one_line_is_not_told_of_another(tmp_path: Path) -> None:
    page, flow = tmp_path / "page.txt", tmp_path / "two.yaml"
    page.write_text(
        "Call 1-800-555-0100. Press 1 for sales. Press 0 at any time for an operator.\n\n"
        "Claims, 1-800-555-0102: press 1 for new claims.\n",
        encoding="utf-8",
    )
    flow.write_text(
        """ivr: 1
name: Two lines
timezone: America/New_York
lines: {1-800-555-0100: {start: one}, 1-800-555-0102: {start: two}}
contacts: {desk: {name: sales}, claims: {name: new claims}, person: {name: operator}}
nodes:
  one: {menu: Welcome., options: {1: {say: sales, go: sold}, 0: {say: operator, go: asked}}}
  two: {menu: Claims., options: {1: {say: new claims, go: claimed}, 0: {say: operator, go: asked}}}
  sold: {transfer: desk, failed: sold}
  claimed: {transfer: claims, failed: claimed}
  asked: {transfer: person, failed: asked}
""",
        encoding="utf-8",
    )
    found = held_against(page, flow).output
    assert "no document tells callers of 0 in 'two'" in found
    assert "in 'one'" not in found


@pytest.mark.parametrize(
    "text",
    [
        (
            "Office 360-555-0144, Mon-Sat 8-5. Press 1 for moorage, 2 for fuel.\n\n## After hours\n\n"
            "Press 0 at any time for the night watch. Press 1 for emergencies.\n"
        ),
        (
            "Call 1-800-555-0411. Press 1 to activate a card, 3 for disputes. In disputes, press 1 if you know the "
            "shop, 2 if not.\n\nPress 0 twice at any menu for a person.\n"
        ),
    ],
)
def test_what_works_at_any_time_after_hours_or_pressed_twice_is_no_claim_about_every_menu(
    text: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    assert "claim-refuted" not in held_against(page, made_of(page, tmp_path)).output


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("Press 0 for reception (24/7)", "DC020"),
        ("Press 0 for reception (Mon-Fri 8 am - 8 pm)", "DC018"),
        ("Press 0 for reception (Mon-Fri 8 am - 4 pm)", "DC018"),
        ("Press 0 for reception (Mon-Fri 8 am - 6 pm, Sat 9 am - noon)", ""),
        ("Press 3 for a nurse (24/7)", ""),
        ("Press 0 for reception\n\nReception is open 24 hours a day, 7 days a week.", "DC020"),
        ("Press 0 for reception\n\nReception is open from Mon to Fri, 7 am to 6 pm.", "DC018"),
    ],
)
def test_hours_of_a_key_are_held_against_who_is_there_behind_it(told: str, rule: str, page: Path) -> None:
    page.write_text(f"Harbour clinic\n\nCall 1-312-555-0100.\n\nPress 1 for appointments\n{told}\n", encoding="utf-8")
    found = {one["code"] for one in json.loads(run(page, "--format", "json").stdout)["findings"]}
    assert found & {"DC018", "DC020"} == ({rule} if rule else set())


def test_hours_of_a_key_told_without_days_are_those_of_the_days_told_elsewhere(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "Call 312-555-0101.\n\n- Press 1 for rides (Mon-Fri 9 am - 3 pm)\n- Press 2 for passes\n\n"
        "For a ride, choose option 1 between 9 am and 3 pm.\n",
        encoding="utf-8",
    )
    assert "documented-hours-differ" not in held_against(page, made_of(page, tmp_path)).output


def test_a_flow_among_the_documents_and_a_document_for_a_flow_are_told(page: Path) -> None:
    clinic = str(FLOWS / "clinic.yaml")
    for words in ([str(page), clinic], [clinic, clinic]):
        done = CliRunner().invoke(ivr, ["audit", *words])
        assert done.exit_code == 2
        assert "the flow comes first" in done.stderr or "is a flow and no document" in done.stderr


@pytest.mark.parametrize("format_", ["concise", "github", "junit", "markdown"])
def test_a_line_of_a_finding_names_the_document(page: Path, format_: str) -> None:
    page.write_text(PAGE.replace("Press 3 for a nurse", "Press 5 for jobs"), encoding="utf-8")
    done = run(page, "--format", format_)
    assert "page.txt:7" in done.stdout
    assert "ivr check" not in done.stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1-312-555-0100.", "1-312-555-0100. There is no phone menu."),
        ("The text telephone is 1-312-555-0142.", "Text telephone: 1-312-555-0142 (same services as the main number)."),
    ],
)
def test_no_menu_and_the_same_services_are_claims(old: str, new: str, page: Path) -> None:
    page.write_text(PAGE.replace(old, new), encoding="utf-8")
    assert "claim-refuted" in run(page, "--select", "DC020").stdout
