"""How findings are written: for people in a terminal, and for programs."""

from __future__ import annotations

import json
import re
import textwrap
import time
from datetime import UTC, datetime
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ivr.excerpt import WIDTH
from ivr.finding import Fault, Finding, Severity
from ivr.printable import printable
from ivr.reporter import Report
from ivr.reporters import reporters
from ivr.source import Place
from ivr.witness import Step, Witness

FILE = "clinic.yaml"
PLAIN = False
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def place(line: int, column: int, end: int, *, end_line: int = 0, file: str = FILE) -> Place:
    return Place(file, line, column, end_line or line, end)


def finding(at: Place, message: str = "wrong", hint: str = "", *related: tuple[Place, str]) -> Finding:
    return Finding("KY001", "duplicate-key", Severity.ERROR, Fault(at, message, hint, related))


def written(text: str, *findings: Finding, name: str = "text", colour: bool = False) -> str:
    return reporters()[name].write(Report(findings, {FILE: text}, (FILE,)), colour)


def snippet(text: str, at: Place) -> tuple[str, str]:
    """Give the line of the file as it is shown, and the line of carets, both behind the margin."""
    _, shown, carets, *_ = written(text, finding(at)).splitlines()
    return shown.partition("| ")[2], carets.partition("| ")[2]


def test_a_finding_is_its_place_a_sentence_the_line_and_the_advice() -> None:
    text = "a: 1\nb: 2\na: 3\n"
    again = finding(place(3, 1, 2), "'a' is given twice", "Leave one out.", (place(1, 1, 2), "here first"))
    assert written(text, again) == textwrap.dedent("""\
        clinic.yaml:3:1: KY001 error: 'a' is given twice [duplicate-key]
          3 | a: 3
            | ^
          clinic.yaml:1:1: here first
          1 | a: 1
            | ^
          = help: Leave one out.

        1 error in clinic.yaml.
        """)


def test_nothing_found_is_said() -> None:
    assert written("a: 1\n") == "Nothing to report in clinic.yaml.\n"


def test_the_summary_counts_by_severity() -> None:
    at = place(1, 1, 2)
    kinds = [Severity.INFO, Severity.ERROR, Severity.WARNING, Severity.ERROR]
    found = tuple(Finding("KY001", "a", severity, Fault(at, str(number))) for number, severity in enumerate(kinds))
    report = Report(found, {FILE: "a: 1\n"}, (FILE, "other.yaml"))
    assert reporters()["text"].write(report, PLAIN).splitlines()[-1] == "2 errors, 1 warning, 1 info in 2 flows."


@pytest.mark.parametrize(
    ("line", "start", "end", "meant"),
    [
        ("a: bcd", 4, 7, "bcd"),
        ("a:\tbcd", 4, 7, "bcd"),
        ("漢字: 仮名 x", 5, 7, "仮名"),
        ("e\u0301te\u0301: une x", 8, 11, "une"),
        ("😀😀: 😀", 5, 6, "😀"),
        ("a: b\u200bc", 4, 7, "b\ufffdc"),
    ],
)
def test_carets_stand_under_what_is_meant(line: str, start: int, end: int, meant: str) -> None:
    shown, carets = snippet(line, place(1, start, end))
    begin = len(carets) - len(carets.lstrip())
    assert set(carets.strip()) == {"^"}
    assert in_columns(shown, begin, len(carets)) == meant


def in_columns(text: str, start: int, end: int) -> str:
    """Give what a terminal shows from one column up to another."""
    column, taken = 0, ""
    for sign in text:
        if start <= column < end:
            taken += sign
        column += 0 if sign == "\u0301" else 2 if east_asian_width(sign) in "WF" else 1
    return taken


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_editors_do(line_end: str) -> None:
    text = line_end.join(["a: 1", "b: \u2028 x", "c: 2", ""])
    assert snippet(text, place(3, 4, 5)) == ("c: 2", "   ^")


def test_what_goes_on_in_the_next_lines_ends_in_dots() -> None:
    assert snippet("a: |\n  b\n  c\n", place(1, 4, 4, end_line=3)) == ("a: |", "   ^…")


def test_a_place_behind_the_last_character_has_a_caret() -> None:
    assert snippet("a: 1\n", place(2, 1, 1)) == ("", "^")
    assert snippet("a: 1", place(1, 5, 5)) == ("a: 1", "    ^")


@pytest.mark.parametrize("start", [1, 40, 200, 390])
@pytest.mark.parametrize("sign", ["x", "漢"])
def test_a_long_line_is_cut_around_what_is_meant(sign: str, start: int) -> None:
    line = sign * 400
    shown, carets = snippet(line[: start - 1] + "!!" + line[start + 1 :], place(1, start, start + 2))
    assert in_columns(shown, carets.index("^"), len(carets)) == "!!"
    assert "…" in shown
    report = written(line, finding(place(1, start, start + 2)))
    assert (
        max(sum(2 if east_asian_width(sign) in "WF" else 1 for sign in line) for line in report.splitlines()) <= WIDTH
    )


def test_a_caret_never_leaves_a_cut_line() -> None:
    report = written("a: " + "b" * 5000, finding(place(1, 4, 5004)))
    assert max(map(len, report.splitlines())) <= WIDTH


def test_advice_keeps_within_the_width() -> None:
    report = written("a: 1\n", finding(place(1, 1, 2), "wrong", "Write it " + "again and " * 30 + "again."))
    assert max(map(len, report.splitlines())) <= WIDTH


def test_a_sentence_stays_on_one_line_and_is_not_endless() -> None:
    first = written("a: 1\n", finding(place(1, 1, 2), f"'{'x' * 10_000_000}' is\nwrong")).splitlines()[0]
    assert first.endswith("…' is wrong [duplicate-key]")
    assert len(first) < 200
    assert len(written("a: 1\n", finding(place(1, 1, 2), "x " * 100_000)).splitlines()[0]) < 1200


@pytest.mark.parametrize("name", reporters())
def test_nothing_reaches_the_terminal_raw(name: str) -> None:
    nasty = "\x1b[31m\x9b31m\x07\x00\u202e\u2066\x7f"
    file = f"a{nasty}.yaml"
    call = Witness(nasty, datetime(2026, 3, 8, 3, 0, tzinfo=UTC), (Step("speak", nasty),))
    fault = Fault(place(1, 1, 3, file=file), nasty, nasty, ((place(1, 1, 2, file=file), nasty),), call=call)
    report = Report((Finding("KY001", "duplicate-key", Severity.ERROR, fault),), {file: f"a: {nasty}\n"}, (file,))
    assert not CONTROL.search(reporters()[name].write(report, PLAIN))


def test_what_cannot_be_seen_is_spelt_out() -> None:
    assert printable("a\x1b\n\tb\u202e\xa0é漢") == "a\\x1b b\\u202e\xa0é漢"


@given(st.text())
def test_any_text_is_made_printable(text: str) -> None:
    shown = printable(text)
    assert not CONTROL.search(shown)
    assert len(shown.splitlines()) <= 1


def test_colours_only_where_they_are_wanted() -> None:
    one = finding(place(1, 1, 2), "wrong", "Mend it.")
    plain, painted = written("a: 1\n", one), written("a: 1\n", one, colour=True)
    assert "\033" not in plain
    assert "\033[1;31m" in painted
    assert re.sub("\033\\[[0-9;]*m", "", painted) == plain


@pytest.mark.bench
def test_many_findings_in_a_big_file_are_no_burden() -> None:
    text = "key: value\n" * 50_000
    start = time.perf_counter()
    written(text, *(finding(place(line, 1, 4)) for line in range(1, 5001)))
    print(f"\n  many findings in a big file are no burden: {time.perf_counter() - start:.2f} s")  # noqa: T201 -- a figure is printed, not judged


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200),
    st.integers(1, 20),
    st.integers(1, 300),
    st.integers(1, 300),
)
def test_any_place_in_any_text_is_written(text: str, line: int, column: int, end: int) -> None:
    one = finding(place(line, column, end))
    for name in reporters():
        report = written(text, one, name=name)
        assert report == written(text, one, name=name)
        assert not CONTROL.search(report)


def test_json_has_every_field() -> None:
    one = finding(place(2, 3, 5, end_line=4), "wrong é", "Mend it.", (place(1, 1, 2), "first"))
    assert json.loads(written("a: 1\n", one, name="json")) == {
        "version": 1,
        "files": [FILE],
        "findings": [
            {
                "code": "KY001",
                "name": "duplicate-key",
                "severity": "error",
                "message": "wrong é",
                "hint": "Mend it.",
                "file": FILE,
                "line": 2,
                "column": 3,
                "end_line": 4,
                "end_column": 5,
                "related": [{"file": FILE, "line": 1, "column": 1, "end_line": 1, "end_column": 2, "message": "first"}],
                "call": "",
                "calls": [],
                "keys": "",
            }
        ],
        "counts": {"error": 1, "warning": 0, "info": 0},
    }


def test_json_brings_back_what_it_hides() -> None:
    nasty = "\x1b\x9b\u202e\u2028é😀"
    report = json.loads(written("a: 1\n", finding(place(1, 1, 2), nasty), name="json"))
    assert report["findings"][0]["message"] == nasty
