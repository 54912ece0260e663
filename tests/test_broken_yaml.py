from __future__ import annotations

import pytest
import yaml

from ivr.loading import compose as composing
from ivr.loading.compose import compose
from ivr.source import Place

BROKEN = [
    ("a: b: c\n", 1, 5, "a colon is not allowed here"),
    ("a: 1\nbcd\nc: 1\n", 2, 1, "no colon behind its key"),
    ("a:\n\tb: 1\n", 2, 1, "indented with a tab"),
    ("a: 1\n\t\nb: 1\n", 2, 1, "indented with a tab"),
    ("a:\n    b: 1\n  c: 2\n", 3, 3, "indented differently"),
    ("- 1\na: 2\n", 2, 1, "begins with '- '"),
    ("a: {b: 1\nc: 2\n", 2, 2, "'{' is not closed"),
    ("a: [1, 2\nc: 2\n", 2, 2, "'[' is not closed"),
    ("a: 1\nb: 'x\nc: 1\n", 2, 4, "never closed"),
    ('a: "x', 1, 4, "never closed"),
    ('a: "\\q"\n', 1, 5, "backslash"),
    ("a: @b\n", 1, 4, "cannot begin with @"),
    ("a: `b`\n", 1, 4, "cannot begin with `"),
    ("a: %b\n", 1, 4, "cannot begin with %"),
    ("a: *\n", 1, 4, "unquoted *"),
    ("a: & b\n", 1, 4, "unquoted &"),
    ("a: !x!y 1\n", 1, 4, "unquoted !"),
    ("a: !<x\n", 1, 4, "unquoted !"),
    ("%a: 1\n", 1, 1, "begins with %"),
    ("a: |x\n b\n", 1, 5, "may follow | or >"),
    ("a: - b\n", 1, 4, "a list cannot begin"),
    ("a: ? b\n", 1, 4, "'? '"),
    ("say: {member} is your number\n", 1, 15, "behind a closing quote or bracket"),
    ("a: {b: 1,, c: 2}\n", 1, 10, "missing before ,"),
    ("a: 1\n...\nb\n", 3, 1, "behind the end of the document"),
    ("a: 1\n---\nb: 2\n", 2, 1, "second document"),
    ("a: *b\n", 1, 4, "no anchor '&b'"),
    ("a: &a [*a]\n", 1, 8, "part of"),
]


@pytest.mark.parametrize(("text", "line", "column", "words"), BROKEN)
def test_broken_yaml_is_one_plain_sentence(text: str, line: int, column: int, words: str) -> None:
    tree, faults = compose(text, "f.yaml")
    assert tree is None
    assert [(reported.code, *reported.fault.place[1:3]) for reported in faults] == [("RD002", line, column)]
    assert words in faults[0].fault.message
    assert faults[0].fault.hint


@pytest.mark.parametrize(("text", "words"), [(text, words) for text, _, _, words in BROKEN])
def test_without_libyaml_the_sentence_is_the_same(text: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "_LOADER", yaml.BaseLoader)
    tree, faults = compose(text, "f.yaml")
    assert tree is None
    assert [reported.code for reported in faults] == ["RD002"]
    assert words in faults[0].fault.message


def test_what_was_opened_is_named_as_well() -> None:
    (reported,) = compose("a: {b: 1\nc: 2\n", "f.yaml")[1]
    assert reported.fault.related == ((Place("f.yaml", 1, 4, 1, 5), "opened here"),)


def test_a_misspelt_alias_is_told_the_right_one() -> None:
    (reported,) = compose("a: &sales 1\nb: *slaes\n", "f.yaml")[1]
    assert reported.fault.message == "no anchor '&slaes' comes before '*slaes'; did you mean '*sales'?"


def test_many_mistakes_of_one_kind_are_no_burden() -> None:
    text = "".join(f"a{number}: &c{number} x\nd{number}: *b{number}\n" for number in range(2000))
    assert len(compose(text, "f.yaml")[1]) == 2000
