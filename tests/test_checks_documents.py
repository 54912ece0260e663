"""Documents, recordings beside a flow, calls and promises: what is found and, above all, what is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from found import TODAY, found
from frame import framed

from ivr.analysis.dominators import passed_before
from ivr.check import Selection, run_checks
from ivr.checks import catalogue
from ivr.loader import load, load_text


def flow(*nodes: str) -> str:
    return "nodes:\n" + "".join(f"  {node}\n" for node in nodes)


def beside(folder: Path, text: str, *codes: str, today: date = TODAY) -> list[str]:
    """Give what rules find in a flow that is read from a file in this folder."""
    file = folder / "flow.yaml"
    file.write_text(framed(text), encoding="utf-8")
    loaded = load(file).flow
    assert loaded is not None
    faults = run_checks(loaded, catalogue(), Selection(codes), today=today)
    return [f"{fault.place.line}:{fault.place.column} {fault.code} {fault.message}" for fault in faults]


# --- options of a documented menu ---

SOURCES = "sources: {page: Our page}\n"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("{1: {say: a, go: one, documented: page}, 2: {say: b, go: two}}", ["2"]),
        ("{1: {say: a, go: one}, 2: {say: b, go: two}}", []),
        ("{1: {say: a, go: one, documented: page}, 2: {say: b, go: told}}", []),
        ("{1: {say: a, go: one, documented: page}, 2: {say: b, go: two, note: 'assumption: it is'}}", []),
        ("{1: {say: a, go: one, documented: page}, 0: none}", []),
        ("{1: {say: a, go: one, documented: page}, 2: two, 3: one}", ["2", "3"]),
    ],
)
def test_options_that_no_document_tells_of(options: str, expected: list[str]) -> None:
    text = SOURCES + flow(
        f"main: {{menu: Hello., options: {options}}}",
        "one: {say: One., next: desk}",
        "two: {say: Two., next: desk}",
        "told: {say: Told., next: desk, documented: page}",
    )
    lines = found(text, "DC002")
    assert [line.split("but '")[1].partition("'")[0] for line in lines] == expected
    assert found(text.replace(SOURCES, ""), "DC002") == []


# --- documents ---


@pytest.mark.parametrize(
    ("sources", "there", "expected"),
    [
        ("{a: {file: a.txt}, b: {file: b.txt}}", ["a.txt"], ["'b.txt'"]),
        ("{a: {file: a.txt}, b: {file: b.txt}}", ["a.txt", "b.txt"], []),
        ("{a: {file: a.txt}, b: {file: b.txt}}", [], []),
        ("{a: {file: support-pgae.txt}}", ["support-page.txt"], ["'support-pgae.txt'"]),
        ("{a: {file: support.txt}}", ["clinic.yaml"], []),
        ("{a: {file: docs/a.txt}, b: {file: docs/b.txt}}", ["docs/a.txt"], ["'docs/b.txt'"]),
        ("{a: {file: 'https://example.com/a.txt'}, b: {file: b.txt}}", ["b.txt"], []),
        ("{a: {title: A}}", [], []),
    ],
)
def test_files_of_documents(tmp_path: Path, sources: str, there: list[str], expected: list[str]) -> None:
    for name in there:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words", encoding="utf-8")
    text = f"sources: {sources}\n" + flow("main: {say: Hello., next: desk}")
    lines = beside(tmp_path, text, "DC003")
    assert [line.split("no file ")[1].split()[0] for line in lines] == expected
    assert found(text, "DC003") == []


def test_a_document_that_was_meant_is_named(tmp_path: Path) -> None:
    (tmp_path / "support-page.txt").write_text("words", encoding="utf-8")
    text = "sources: {a: {file: support-pgae.txt}}\n" + flow("main: {say: Hello., next: desk}")
    (line,) = beside(tmp_path, text, "DC003")
    assert line.endswith("so nobody can look up what 'a' says; did you mean 'support-page.txt'?")


# --- recordings ---


@pytest.mark.parametrize(
    ("prompt", "there", "missing", "unused"),
    [
        ("{audio: a.wav, text: A.}", ["a.wav"], [], False),
        ("{audio: a.wav, text: A.}", [], [], False),
        ("{audio: a.wav, text: A.}", ["b.wav"], ["1:0 'a.wav'"], False),
        ("{audio: a.wav, text: A.}", ["a.wav", "b.wav"], [], True),
        ("{audio: a, text: A.}", ["a.ulaw"], [], False),
        ("{audio: {en: a.wav, es: b.wav}, text: {en: A., es: B.}}", ["a.wav"], ["'b.wav'"], False),
        ("{en: {audio: a.wav, text: A.}, es: {audio: b.wav, text: B.}}", ["a.wav"], ["'b.wav'"], False),
        ("{audio: sounds/a.wav, text: A.}", ["sounds/a.wav", "sounds/b.wav"], [], True),
        ("{audio: sounds/a.wav, text: A.}", ["sounds/a.wav", "b.wav"], [], False),
        ("{audio: 'https://example.com/a.wav', text: A.}", ["b.wav"], [], False),
        ("{audio: '{name}.wav', text: A.}", ["b.wav"], [], False),
        ("A.", ["b.wav"], [], False),
    ],
)
def test_recordings_beside_a_flow(
    tmp_path: Path, prompt: str, there: list[str], missing: list[str], *, unused: bool
) -> None:
    for name in there:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    text = "languages: [en, es]\n" + flow(f"main: {{say: {prompt}, next: desk}}")
    lines = beside(tmp_path, text, "DC005")
    assert len(lines) == len(missing)
    assert all(name.split()[-1] in line for name, line in zip(missing, lines, strict=True))
    assert bool(beside(tmp_path, text, "DC013")) is unused
    assert found(text, "DC004", "DC005", "DC013") == []


def test_a_recording_that_another_flow_plays_is_used(tmp_path: Path) -> None:
    for name in ("a.wav", "b.wav"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "other.yaml").write_text("nodes: {x: {say: {audio: b.wav}}}\n", encoding="utf-8")
    assert beside(tmp_path, flow("main: {say: {audio: a.wav, text: A.}, next: desk}"), "DC013") == []


def test_a_recording_is_missing_once_and_the_one_that_was_meant_is_named(tmp_path: Path) -> None:
    (tmp_path / "welcome.wav").write_bytes(b"")
    text = flow(
        "main: {say: {audio: welcme.wav, text: Hello.}, next: more}",
        "more: {say: {audio: welcme.wav, text: Hello.}, next: desk}",
    )
    (line,) = beside(tmp_path, text, "DC005")
    assert line.endswith("so callers hear nothing there; did you mean 'welcome.wav'?")


@pytest.mark.parametrize(
    ("kept", "prompt", "fires"),
    [
        ("Welcome to our clinic.", "{audio: a.wav, text: Welcome. We have moved.}", True),
        ("  WELCOME to\nour clinic!", "{audio: a.wav, text: Welcome to our clinic.}", False),
        ("Welcome.", "{audio: a.wav}", False),
        ("Hola.", "{en: {audio: b.wav, text: Hello.}, es: {audio: a.wav, text: Hola.}}", False),
        ("Hello.", "{en: {audio: b.wav, text: Hello.}, es: {audio: a.wav, text: Hola.}}", True),
        ("Hola.", "{audio: {en: b.wav, es: a.wav}, text: {en: Hello., es: Hola.}}", False),
        (None, "{audio: a.wav, text: Welcome.}", False),
    ],
)
def test_recordings_that_say_other_words(tmp_path: Path, kept: str | None, prompt: str, *, fires: bool) -> None:
    for name in ("a.wav", "b.wav"):
        (tmp_path / name).write_bytes(b"")
    if kept is not None:
        (tmp_path / "a.txt").write_text(kept, encoding="utf-8")
    text = "languages: [en, es]\n" + flow(f"main: {{say: {prompt}, next: desk}}")
    assert bool(beside(tmp_path, text, "DC004")) is fires


@pytest.mark.parametrize(
    ("kept", "menu", "fires"),
    [
        ("For orders, press 1.", "{menu: A, options: {1: {say: {audio: a.wav, text: orders}, go: desk}}}", False),
        ("orders", "{menu: A, options: {1: {say: {audio: a.wav, text: orders}, go: desk}}}", True),
        ("For orders, press 1.", "{menu: A, options: {2: {say: {audio: a.wav, text: orders}, go: desk}}}", True),
        ("orders", "{menu: A, announce: as-is, options: {1: {say: {audio: a.wav, text: orders}, go: desk}}}", False),
    ],
)
def test_the_recording_of_an_option_is_its_whole_announcement(
    tmp_path: Path, kept: str, menu: str, *, fires: bool
) -> None:
    (tmp_path / "a.wav").write_bytes(b"")
    (tmp_path / "a.txt").write_text(kept, encoding="utf-8")
    assert bool(beside(tmp_path, flow(f"main: {menu}"), "DC004")) is fires


# --- calls and promises ---

FLOW = flow(
    "main: {lookup: member record, outcomes: {found: desk, failed: desk}}",
    "note: {record: Speak., to: representative, next: desk}",
)


def call(fields: str) -> str:
    return f"{FLOW}calls:\n  - {{call: One, {fields}}}\n"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("line: 1-800-555-0100", ""),
        ("line: +1 (800) 555-0100", ""),
        (
            "line: 1-800-555-0101",
            "dials '1-800-555-0101', which is no line of this flow; did you mean '1-800-555-0100'?",
        ),
        ("language: en", ""),
        ("language: fr", "begins in 'fr', which is no language of this flow"),
        ("steps: [{reach: main}]", ""),
        ("steps: [{reach: mian}]", "comes to 'mian', which is no node of this flow; did you mean 'main'?"),
        ("steps: [{end: hangup}]", ""),
        ("steps: [{end: transfer representative}]", ""),
        (
            "steps: [{end: transfer representatives}]",
            "speaks of 'representatives', which is no contact of this flow; did you mean 'representative'?",
        ),
        ("steps: [wait, {press: 1}, {hear: hello}]", ""),
        ("steps: [{answer: {member record: found}}]", ""),
        ("steps: [{answer: {member record: {found: {balance: 1}}}}]", ""),
        ("steps: [{answer: {representative: busy}}]", ""),
        ("steps: [{answer: {note: recorded}}]", ""),
        (
            "steps: [{answer: {member record: fuond}}]",
            "answers 'member record' with 'fuond', which is no outcome that the flow has a way for; did you mean 'found'?",  # noqa: E501 -- one message
        ),
        (
            "steps: [{answer: {member record: {lost: {balance: 1}}}}]",
            "answers 'member record' with 'lost', which is no outcome that the flow has a way for",
        ),
        (
            "steps: [{answer: {members record: found}}]",
            "answers for 'members record', which is no lookup or contact that the flow asks; did you mean 'member record'?",  # noqa: E501 -- one message
        ),
    ],
)
def test_what_a_call_names(fields: str, expected: str) -> None:
    lines = found(call(fields), "DC006")
    assert [line.partition("the call 'One' ")[2] for line in lines] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("from: anywhere, reach: person", []),
        ("from: [main, 1-800-555-0100], reach: [representative, desk]", []),
        ("from: representative, reach: person", []),
        ("from: mian, reach: person", ["'mian', which is no line and no node and no contact of this flow"]),
        ("reach: [persons]", ["'persons', which is no contact and no node of this flow"]),
    ],
)
def test_what_a_promise_names(fields: str, expected: list[str]) -> None:
    text = f"{FLOW}promises:\n  - {{promise: Somebody helps, {fields}}}\n"
    lines = found(text, "DC006")
    assert [line.partition("speaks of ")[2].partition(";")[0] for line in lines] == expected


def test_the_schedule_of_a_promise_is_told_of_once() -> None:
    text = f"{FLOW}promises:\n  - {{promise: Somebody helps, reach: person, during: nihgts}}\n"
    assert [line.split()[1] for line in found(text, "DC006", "DA007")] == ["DA007"]


def test_what_could_not_be_read_may_be_there() -> None:
    text = call("steps: [{answer: {other: found}}]").replace("  note:", "  odd: {lookup: other, colour: red}\n  note:")
    assert found(text, "DC006") == []


# --- who looks after it ---


@pytest.mark.parametrize(
    ("reviewed", "fires"),
    [("2026-03-02", False), ("2025-09-03", False), ("2025-09-02", True), ("2027-01-01", False)],
)
def test_a_review_that_is_long_ago(reviewed: str, *, fires: bool) -> None:
    text = f"reviewed: {reviewed}\n" + flow("main: {say: Hello., next: desk}")
    assert bool(found(text, "DC009")) is fires


def test_the_limit_of_a_review_can_be_changed() -> None:
    loaded = load_text(framed("reviewed: 2026-02-01\n" + flow("main: {say: Hello., next: desk}"))).flow
    assert loaded is not None
    strict = Selection(("DC009",), limits={"DC009": {"days": 7}})
    assert len(run_checks(loaded, catalogue(), strict, today=TODAY)) == 1


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "2026-2-3", "[2026-02-03]"])
def test_a_day_that_is_none(day: str) -> None:
    text = f"reviewed: {day}\n" + flow("main: {say: Hello., next: desk}")
    assert len(found(text, "RD004", "RD005", "RD006", "RD007")) == 1
    assert found(text, "DC009") == []


def test_nobody_owns_it() -> None:
    text = flow("main: {say: Hello., next: desk}")
    assert len(found(text, "DC010")) == 1
    assert found("owner: Patient services\n" + text, "DC010") == []
    assert [line for line in found(text) if "DC010" in line] == []


def test_dominators_are_remembered() -> None:
    loaded = load_text(framed(flow("main: {say: Hello., next: desk}"))).flow
    assert loaded is not None
    assert passed_before(loaded) is passed_before(loaded)
