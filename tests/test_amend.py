"""The edits that fixes are made of, in files that are written with lines and indentation."""

from __future__ import annotations

import difflib

import pytest

from ivr.analysis.amend import Edits, added, added_to_section, as_text, removed, renamed, reordered, rewritten
from ivr.edit import edited
from ivr.flow import Flow
from ivr.loader import load_text

TEXT = """ivr: 1
lines: {1-800-555-0100: main}
hours:
  a:
    - Mon-Fri 08:00-18:00   # week
    # sat
    - Sat 09:00-12:00
nodes:
  main:
    # above menu
    menu: Hi.   # hi
    tries: 9  # nine

    # the keys
    options:
      # two
      2: desk   # to 2
      # one
      1:
        say: x
        go: desk   # to 1
  b:
    branch:
      - when: x == 1   # c
        go: desk
      - {when: x == 2, go: desk}
    else: &d desk
  c: {say: Hi., next: *d}
  desk: {hangup: Bye.}   # last"""


@pytest.fixture(scope="module")
def flow() -> Flow:
    flow = load_text(TEXT).flow
    assert flow is not None
    return flow


def changes(edits: Edits) -> list[str]:
    """Give the lines that go and come."""
    assert edits is not None
    lines = difflib.ndiff(TEXT.splitlines(), edited(TEXT, edits).splitlines())
    return [f"{line[0]}{line[2:]}" for line in lines if line[0] in "+-"]


def test_an_entry_goes_with_its_line_and_leaves_its_comment(flow: Flow) -> None:
    assert changes(removed(flow, ("nodes", "main", "tries"))) == ["-    tries: 9  # nine", "+    # nine"]
    assert changes(removed(flow, ("nodes", "desk"))) == ["-  desk: {hangup: Bye.}   # last", "+  # last"]
    assert changes(removed(flow, ("nodes", "b", "branch", 1))) == ["-      - {when: x == 2, go: desk}"]


def test_an_item_goes_with_its_dash(flow: Flow) -> None:
    assert changes(removed(flow, ("hours", "a", 0))) == ["-    - Mon-Fri 08:00-18:00   # week", "+    # week"]
    assert changes(removed(flow, ("hours", "a", 1))) == ["-    - Sat 09:00-12:00"]


def test_an_entry_comes_behind_the_last_one_as_far_in(flow: Flow) -> None:
    assert changes(added(flow, ("nodes", "main"), "wait", "5 s")) == ["+    wait: 5 s"]
    assert changes(added(flow, ("nodes", "b", "branch", 0), "note", "x")) == ["+        note: x"]
    assert changes(added(flow, ("nodes",), "z", "{hangup: Z.}")) == ["+  z: {hangup: Z.}"]
    assert changes(added_to_section(flow, "keys", "*", "back")) == ["+keys:", '+  "*": back', "+"]


def test_entries_change_places_with_their_comments(flow: Flow) -> None:
    edits = reordered(flow, ("nodes", "main", "options"), {"1": "1", "2": "2"})
    assert edits is not None
    assert TEXT.replace(
        "      # two\n      2: desk   # to 2\n      # one\n      1:\n        say: x\n        go: desk   # to 1\n",
        "      # one\n      1:\n        say: x\n        go: desk   # to 1\n      # two\n      2: desk   # to 2\n",
    ) == edited(TEXT, edits)


def test_a_key_is_changed_and_nothing_else(flow: Flow) -> None:
    edits = renamed(flow, ("nodes", "main", "options", "2"), "*")
    assert changes(edits) == ["-      2: desk   # to 2", '+      "*": desk   # to 2']


def test_what_cannot_surely_be_done_is_not_done(flow: Flow) -> None:
    assert removed(flow, ("hours", "a")) is None  # the only entry
    assert removed(flow, ("nodes", "b", "branch", 0, "when")) is None  # a comment stands behind it
    assert rewritten(flow, ("nodes", "c", "next"), "main") is None  # an alias
    assert rewritten(flow, ("nodes", "b", "else"), "main") is None  # an anchor, which others may use
    assert added(flow, ("nodes", "main"), "menu", "x") is None  # is there already
    assert added(flow, ("nodes", "nobody"), "menu", "x") is None


@pytest.mark.parametrize(
    ("text", "like", "written"),
    [
        ("desk", "", "desk"),
        ("desk", '"old"', '"desk"'),
        ("it's", "'old'", "'it''s'"),
        ("a: b", "", '"a: b"'),
        ("*", "", '"*"'),
        ("+44 20 7946 0000", "", "+44 20 7946 0000"),
        ("say this, or that", "", '"say this, or that"'),
        ("größer", "", "größer"),
        ("", "", '""'),
        ("two\nlines", "'old'", '"two\\nlines"'),
    ],
)
def test_a_text_is_written_in_the_quotes_that_were_there(text: str, like: str, written: str) -> None:
    assert as_text(text, like) == written
