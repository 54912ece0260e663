"""The flows that come along: the documented menu against its document, the tutorial's menu, and the one with faults."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from found import TODAY
from golden import Golden

from ivr.call import Call
from ivr.calls import perform
from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.effect import Effect, End, Say, Transfer
from ivr.engine import begin, step
from ivr.event import Event, Key, Outcome, Silence
from ivr.finding import Finding
from ivr.flow import Flow
from ivr.loader import load
from ivr.nodes.menu import Menu
from ivr.witness import END

DOCUMENTED, CLINIC, BROKEN = "caremark-austin", "clinic", "broken-clinic"
MAIN, SPECIALTY, TEXT = "1-800-237-2765", "1-800-673-4828", "1-800-711-4041"
MEDICARE = f"{MAIN} option 3"
SUNDAY_NIGHT = datetime(2026, 3, 1, 3, 0)  # noqa: DTZ001 -- without a zone, a moment is meant in the flow's own
MONDAY = datetime(2026, 3, 2, 10, 0)  # noqa: DTZ001


def read(name: str) -> Flow:
    flow = load(Path(__file__).parent.parent / "flows" / f"{name}.yaml").flow
    assert flow is not None
    return flow


def text_of(name: str) -> str:
    return (Path(__file__).parent.parent / "flows" / f"{name}.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def documented() -> Flow:
    return read(DOCUMENTED)


@pytest.fixture(scope="module")
def menu(documented: Flow) -> Menu:
    main = documented.nodes["main"]
    assert isinstance(main, Menu)
    return main


@pytest.mark.parametrize("name", [DOCUMENTED, CLINIC])
def test_the_flow_loads_without_a_fault(name: str) -> None:
    assert read(name).faults == ()


# --- the clinics ---------------------------------------------------------------------------------------------------


def test_the_clinic_of_the_tutorial_is_clean_down_to_the_hints() -> None:
    assert [str(finding) for finding in run_checks(read(CLINIC), catalogue(), today=TODAY)] == []


def faults_meant() -> list[int]:
    """Give the line below every comment that begins with "Fault": there one thing is wrong."""
    lines = text_of(BROKEN).splitlines()
    return [number for number, line in enumerate(lines, start=2) if line.strip().startswith("# Fault: ")]


def test_every_fault_of_the_broken_clinic_is_found_once_and_nothing_else() -> None:
    found = [finding.place.line for finding in run_checks(read(BROKEN), catalogue(), today=TODAY)]
    assert sorted(found) == faults_meant()


def test_the_faults_of_the_broken_clinic_are_of_many_kinds() -> None:
    found = [finding.code for finding in run_checks(read(BROKEN), catalogue(), today=TODAY)]
    assert len(found) == len(set(found)) > 20


def test_what_check_says_of_the_broken_clinic_is_kept(root: Path, golden: Golden) -> None:
    command = [sys.executable, "-m", "ivr", "check", f"flows/{BROKEN}.yaml"]
    run = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stderr) == (1, "")
    golden(f"golden/{BROKEN}.txt", run.stdout)


# --- the documented menu: what the page says -----------------------------------------------------------------------


class Documented(NamedTuple):
    """One key of the main number, as the page has it."""

    contact: str
    headings: tuple[str, ...]


KEYS = {
    "1": Documented("refills", ("Steps to Call",)),
    "2": Documented("billing", ("Steps to Call",)),
    "3": Documented("medicare", ("Steps to Call", "Medicare Part D and Senior Support Line", "Q7")),
    "4": Documented("pharmacist", ("Steps to Call", "Q5")),
    "5": Documented("members-abroad", ("Canada",)),
    "9": Documented("spanish", ("Latin America",)),
    "0": Documented("representative", ("Steps to Call",)),
}

UNANNOUNCED = {"5", "9"}

CONTACTS = {
    "representative": ("phone", "always", ""),
    "refills": ("phone", "always", ""),
    "billing": ("phone", "always", ""),
    "medicare": ("phone", "always", ""),
    "pharmacist": ("phone", "always", ""),
    "members-abroad": ("phone", "always", ""),
    "spanish": ("phone", "always", ""),
    "specialists": ("phone", "always", ""),
    "text-staff": ("tty", "text", ""),
    "compliance": ("phone", "always", ""),
    "logistics": ("phone", "always", ""),
    "chat": ("chat", "chat", ""),
    "portal": ("portal", "always", "24 to 48 hours"),
    "app": ("app", "always", ""),
    "post": ("mail", "always", ""),
    "fax": ("fax", "always", ""),
    "counter": ("counter", "stores", ""),
    "translation": ("email", "always", ""),
    "multilingual": ("email", "always", "2 business days"),
    "portuguese": ("email", "always", ""),
    "abroad-by-mail": ("email", "always", "1 to 3 business days"),
}

ADDRESSES = {
    "chat": "www.caremark.com",
    "portal": "www.caremark.com",
    "translation": "global.support@cvthealth.com",
    "multilingual": "multilingual@cvthealth.com",
    "portuguese": "portuguese.support@cvthealth.com",
    "abroad-by-mail": "global.caremark@cvthealth.com",
}

OPEN = [
    ("text", "Mon 2026-03-02 07:59", False),
    ("text", "Mon 2026-03-02 08:00", True),
    ("text", "Sat 2026-03-07 19:59", True),
    ("text", "Sat 2026-03-07 20:00", False),
    ("text", "Sun 2026-03-08 12:00", False),
    ("chat", "Sun 2026-03-08 06:59", False),
    ("chat", "Sun 2026-03-08 07:00", True),
    ("chat", "Mon 2026-03-02 22:00", False),
    ("europe", "Mon 2026-03-02 05:59", False),
    ("europe", "Mon 2026-03-02 06:00", True),
    ("europe", "Mon 2026-03-02 09:00", False),
]


def test_the_lines_are_the_documented_three_numbers_and_a_key(documented: Flow) -> None:
    starts = {number: (line.start, line.press) for number, line in documented.lines.items()}
    assert starts == {
        MAIN: ("main", ""),
        MEDICARE: ("main", "3"),
        SPECIALTY: ("specialty", ""),
        TEXT: ("text-telephone", ""),
    }


def test_the_menu_has_the_documented_keys_and_announces_those_that_are_listed(documented: Flow, menu: Menu) -> None:
    choices = {choice.key: menu.announces(documented, choice) for choice in menu.choices(documented)}
    assert choices == {key: key not in UNANNOUNCED for key in KEYS}


@pytest.mark.parametrize("key", KEYS)
def test_an_option_cites_where_it_is_documented(menu: Menu, key: str) -> None:
    assert menu.options[key].documented == tuple(f"page {heading}" for heading in KEYS[key].headings)
    assert not menu.options[key].because


def test_the_contacts_are_the_documented_ones(documented: Flow) -> None:
    found = {name: (one.channel, one.hours, one.replies) for name, one in documented.contacts.items()}
    assert found == CONTACTS


@pytest.mark.parametrize("name", ADDRESSES)
def test_a_contact_has_its_documented_address(documented: Flow, name: str) -> None:
    assert documented.contacts[name].address == ADDRESSES[name]


def test_papers_go_to_the_documented_box_and_fax(documented: Flow) -> None:
    assert documented.contacts["post"].address.endswith("P.O. Box 52058, Phoenix, AZ 85072-2058")
    assert documented.contacts["fax"].number == "1-866-224-2741"


@pytest.mark.parametrize(("schedule", "at", "is_open"), OPEN)
def test_a_schedule_opens_when_the_page_says(
    documented: Flow,
    schedule: str,
    at: str,
    is_open: bool,  # noqa: FBT001 -- a column of the table
) -> None:
    moment = datetime.strptime(at, "%a %Y-%m-%d %H:%M").replace(tzinfo=documented.timezone)
    assert documented.is_open(schedule, moment) is is_open


# --- the documented menu: walked -----------------------------------------------------------------------------------


def walk(flow: Flow, line: str, at: datetime, events: list[Event]) -> tuple[Call, list[Effect]]:
    call, effects = begin(flow, line, at)
    heard = list(effects)
    for event in events:
        call, effects = step(flow, call, event)
        heard += effects
    return call, heard


def rung(effects: list[Effect]) -> list[str]:
    return [effect.to for effect in effects if isinstance(effect, Transfer)]


def said(effects: list[Effect]) -> str:
    return " ".join(effect.text for effect in effects if isinstance(effect, Say))


def keys(text: str) -> list[Event]:
    return [Key(key) for key in text]


SILENCE_AT_THE_NUMBER: list[Event] = [Silence(), Silence()]


@pytest.mark.parametrize("at", [SUNDAY_NIGHT, MONDAY], ids=["at night", "by day"])
@pytest.mark.parametrize("key", KEYS)
def test_a_documented_key_leads_to_the_documented_contact(documented: Flow, key: str, at: datetime) -> None:
    asks = SILENCE_AT_THE_NUMBER if key in {"1", "2"} else []
    call, effects = walk(documented, MAIN, at, [Key(key), *asks, Outcome("connected")])
    assert rung(effects) == [KEYS[key].contact]
    assert call.ended == End("transfer", KEYS[key].contact)
    assert call.language == ("es" if key == "9" else "en")


@pytest.mark.parametrize(("key", "contact"), [("1", "refills"), ("2", "billing")])
def test_number_and_date_of_birth_are_taken_by_keypad_and_checked(documented: Flow, key: str, contact: str) -> None:
    events = [*keys(f"{key}123456789#04121961"), Outcome("found"), Outcome("connected")]
    call, effects = walk(documented, MAIN, MONDAY, events)
    passed = [dict(effect.values) for effect in effects if isinstance(effect, Transfer)]
    assert passed == [{"member": "123456789", "checked": "1"}]
    assert "reference number" in said(effects)
    assert call.ended == End("transfer", contact)


@pytest.mark.parametrize("outcome", ["unknown", "failed"])
def test_whom_the_record_does_not_know_a_person_asks(documented: Flow, outcome: str) -> None:
    events = [*keys("1123456789#04121961"), Outcome(outcome)]
    call, effects = walk(documented, MAIN, MONDAY, events)
    assert "name, date of birth and address" in said(effects)
    assert rung(effects) == ["refills"]
    assert call.value("checked") == "0"


def test_who_presses_nothing_gets_a_representative(documented: Flow) -> None:
    _, effects = walk(documented, MAIN, SUNDAY_NIGHT, [Silence(), Silence(), Silence()])
    assert rung(effects) == ["representative"]


def test_spanish_is_spoken_from_the_key_to_the_end(documented: Flow) -> None:
    call, effects = walk(documented, MAIN, MONDAY, [])
    announced = len(effects)
    for event in (Key("9"), Outcome("busy")):
        call, more = step(documented, call, event)
        effects += more
    spoken = [effect for effect in effects[announced:] if isinstance(effect, Say)]
    assert {say.language for say in spoken} == {"es"}
    assert not {"we", "your", "the", "before"} & set(re.findall(r"\w+", said(list(spoken)).lower()))
    assert call.ended == End("hangup", "all-busy")


@pytest.mark.parametrize("failure", ["busy", "no-answer", "failed"])
@pytest.mark.parametrize("key", ["3", "4", "5"])
def test_a_desk_that_cannot_answer_gives_the_caller_to_a_representative(
    documented: Flow, key: str, failure: str
) -> None:
    call, effects = walk(documented, MAIN, MONDAY, [Key(key), Outcome(failure), Outcome(failure)])
    assert rung(effects) == [KEYS[key].contact, "representative"]
    assert call.ended == End("hangup", "all-busy")


@pytest.mark.parametrize(("line", "contact"), [(SPECIALTY, "specialists"), (MEDICARE, "medicare")])
def test_a_documented_helpline_rings_its_own_team(documented: Flow, line: str, contact: str) -> None:
    _, effects = walk(documented, line, SUNDAY_NIGHT, [])
    assert rung(effects) == [contact]


@pytest.mark.parametrize(
    ("at", "contacts"), [(MONDAY, ["text-staff"]), (SUNDAY_NIGHT, [])], ids=["on Monday", "on Sunday"]
)
def test_the_text_telephone_keeps_its_documented_hours(documented: Flow, at: datetime, contacts: list[str]) -> None:
    call, effects = walk(documented, TEXT, at, [])
    assert rung(effects) == contacts
    assert (call.ended is None) is bool(contacts)


# --- the calls that are written down in the flow -------------------------------------------------------------------

"""The days of a week of March 2026."""
CALLS = range(8)


@pytest.mark.parametrize("number", CALLS)
def test_a_call_of_the_documented_menu_comes_to_its_end(documented: Flow, number: int) -> None:
    assert len(documented.calls) == len(CALLS)
    assert perform(documented, number, date(2026, 3, 2)).failure is None
    assert documented.calls[number].steps[-1].kind == END


# --- the documented menu: beside the page --------------------------------------------------------------------------


def page_of(shared: Path) -> str:
    return (shared / "sources" / "caremark-support-page.txt").read_text(encoding="utf-8")


def citations() -> set[str]:
    return {one for cited in re.findall(r"documented: \[(.+?)\]", text_of(DOCUMENTED)) for one in cited.split(", ")}


def is_heading(line: str) -> bool:
    return len(line) < 100 and not line.startswith("- ")


@pytest.mark.needs("shared")
def test_every_cited_heading_stands_on_the_page(documented: Flow, shared: Path) -> None:
    headings = [line for line in page_of(shared).splitlines() if is_heading(line)]
    cited = citations()
    assert len(cited) > 20
    for citation in cited:
        source, _, heading = citation.partition(" ")
        assert source in documented.sources
        assert any(re.match(rf"{re.escape(heading)}\b", line) for line in headings), heading


def test_lines_options_contacts_and_promises_all_cite_the_page(documented: Flow, menu: Menu) -> None:
    assert all(contact.documented for contact in documented.contacts.values())
    assert all(line.documented for line in documented.lines.values())
    assert all(option.documented for option in menu.options.values())
    assert all(promise.documented for promise in documented.promises)


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


@pytest.mark.needs("shared")
def test_no_sentence_of_the_page_is_copied(shared: Path) -> None:
    most = 8
    page = " ".join(words_of(page_of(shared)))
    own = [line for line in text_of(DOCUMENTED).splitlines() if "address:" not in line]
    words = words_of("\n".join(own))
    runs = [" ".join(words[at : at + most]) for at in range(len(words) - most + 1)]
    assert [run for run in runs if run in page] == []


@pytest.mark.needs("shared")
def test_numbers_and_addresses_of_the_flow_stand_on_the_page(documented: Flow, shared: Path) -> None:
    page = page_of(shared)
    lines = [line for line in documented.lines if line != MEDICARE]
    stated = [
        *lines,
        f"{MAIN} (Option 3)",
        *(contact.number for contact in documented.contacts.values()),
        *ADDRESSES.values(),
    ]
    assert [text for text in stated if text not in page] == []


# --- the documented menu: what is wrong with it --------------------------------------------------------------------


def subject(flow: Flow, finding: Finding) -> str:
    """Give what stands at the place of a finding, up to its colon: the key, node or field that it is about."""
    line = Path(flow.file).read_text(encoding="utf-8").splitlines()[finding.place.line - 1]
    return line.strip().partition(":")[0]


def test_the_findings_are_what_is_wrong_with_the_documented_menu(documented: Flow) -> None:
    findings = run_checks(documented, catalogue(), today=TODAY)
    found = [(finding.code, subject(documented, finding)) for finding in findings]
    assert found == [
        ("AC007", "main"),  # the page lists no key that repeats the menu
        ("PR003", "5"),  # questions from abroad: documented under Canada, missing in the menu that the page lists
        ("PR003", "9"),  # Spanish: documented under Latin America, missing as well
        ("PM001", "- promise"),  # the text telephone is staffed six days a week, the main number at any hour
    ]
