from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("pygls")

from lsprotocol.types import MarkupContent

from ivr.flow import Flow
from ivr.loader import load_text
from ivr.lsp.completion import completions, resolved
from ivr.lsp.context import context_at
from ivr.lsp.positions import Lines
from ivr.nodes import kinds

FLOW = """\
ivr: 1
languages: [en, es]
lines:
  1-800-555-0100: main
hours:
  desk: Mon-Fri 08:00-18:00
contacts:
  reception: {name: Reception, hours: desk}
keys:
  0: {say: reception, go: front-desk}
nodes:
  main:
    menu: Hello.
    options:
      1: {say: results, go: results}
  results:
    ask: Your number.
    into: patient
    digits: 6
    next: front-desk
  front-desk: {transfer: reception, busy: sorry}
  sorry: {hangup: Sorry.}
"""
NODES = ["main", "results", "front-desk", "sorry", "again", "back"]
NO_VERB = [*kinds()]


def offered(more: str, flow: str = FLOW) -> list[Any]:
    """Give what is offered where `|` stands behind a flow."""
    text = FLOW + more
    at = text.index("|", len(FLOW))
    text = text[:at] + text[at + 1 :]
    loaded: Flow | None = load_text(flow).flow if flow else None
    line, column = text[:at].count("\n") + 1, at - text.rfind("\n", 0, at)
    return completions(Lines(text), line, column, loaded)


def labels(more: str) -> list[str]:
    return [item.label for item in offered(more)]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("  new: {say: Hi, next: |", NODES),
        ("  new:\n    say: Hi\n    next: fr|", NODES),
        ("  new:\n    menu: Hi\n    options:\n      1: |\n", NODES),
        ("  new:\n    menu: Hi\n    options:\n      1: {go: m|}\n  last: {hangup: Bye}\n", NODES),
        ("  new:\n    menu: Hi\n    otherwise: |", NODES),
        ("  new:\n    lookup: x\n    outcomes: {found: main, lost: |", NODES),
        ("  new:\n    lookup: x\n    outcomes:\n      found: |", NODES),
        ("  new: {split: {50%: main, 50%: |", NODES),
        ("  new:\n    branch:\n      - when: patient == 1\n        go: |", NODES),
        ("  new: {run: main, returns: {a: |", NODES),
        ("  new: {transfer: |", ["reception"]),
        ("  new: {transfer: reception, busy: |", NODES),
        ("  new:\n    record: Hi\n    to: |", ["reception"]),
        ("  new: {hours: |", ["desk", "always", "never"]),
        ("  new: {say: Hi, language: |", ["en", "es"]),
        ("  new: {say: Hi, done: |", ["yes", "no"]),
        ("  new:\n    say: Your number {pa|", ["patient"]),
        ("  new:\n    say: >\n      Your number {|", ["patient"]),
        ("  new:\n    branch:\n      - when: pat|", ["patient"]),
        ("  new: {transfer: reception, pass: [|", ["patient"]),
        ("defaults:\n  otherwise: |", NODES),
        ("promises:\n  - promise: x\n    reach: [|", ["person", "reception", *NODES]),
        ("promises:\n  - promise: x\n    reach:\n      - |", ["person", "reception", *NODES]),
        ("promises:\n  - promise: x\n    caller: |", ["willing", "silent", "mistaken"]),
        ("calls:\n  - call: x\n    line: |", ["1-800-555-0100"]),
        ("calls:\n  - call: x\n    steps:\n      - reach: |", NODES),
        ("  new: {say: Hello |", []),
        ("  new: {nosuch: |", []),
        ("  new:\n    say: Hi # next: |", []),
    ],
)
def test_names_and_words_are_offered_where_they_belong(more: str, expected: list[str]) -> None:
    written_here = {"new", "last"}  # the nodes of the table itself are offered as well
    assert [label for label in labels(more) if label not in written_here] == expected


@pytest.mark.parametrize(
    ("more", "some", "without"),
    [
        ("  new:\n    |", NO_VERB, ["tries", "next"]),
        ("  new: {|", NO_VERB, ["tries"]),
        ("  new:\n    say: Hi\n    |", ["next", "done"], ["say", "menu", "tries"]),
        ("  new:\n    menu: Hi\n    ot|\n    tries: 2\n", ["otherwise", "options"], ["menu", "tries", "next"]),
        ("  new: {transfer: reception, b|, failed: main}", ["busy", "no-answer", "pass"], ["failed", "pass_"]),
        ("  new:\n    menu: Hi\n    options:\n      1: {say: x, |", ["go", "when"], ["say", "menu"]),
        ("  new:\n    branch:\n      - when: x\n        |", ["go"], ["when"]),
        ("  new:\n    menu:\n      |", ["text", "audio", "en", "es"], ["menu"]),
        ("pro|", ["promises", "calls"], ["nodes", "lines"]),
        ("promises:\n  - |", ["promise", "reach", "from"], []),
    ],
)
def test_fields_are_offered_that_are_not_there_yet(more: str, some: list[str], without: list[str]) -> None:
    found = labels(more)
    assert set(some) <= set(found)
    assert not set(without) & set(found)


def test_a_field_is_told_of_and_put_in_with_its_colon() -> None:
    (item,) = [item for item in offered("  new: {say: Hi, ne|") if item.label == "next"]
    assert item.documentation.value == "Where the call goes on."
    assert item.text_edit.new_text == "next: "
    assert (item.text_edit.range.start.character, item.text_edit.range.end.character) == (17, 19)


def test_the_whole_word_is_replaced_and_emoji_are_counted() -> None:
    item = offered("  new: {say: 😀, next: ma|in-x}")[0]
    assert (item.text_edit.range.start.character, item.text_edit.range.end.character) == (23, 29)


def test_a_node_that_is_only_in_the_text_is_offered_too() -> None:
    found = [item.label for item in offered("  new: {say: Hi, next: |", flow="")]
    assert found == ["main", "results", "front-desk", "sorry", "new", "again", "back"]


def test_what_is_heard_at_a_node_is_told_when_its_name_is_looked_at() -> None:
    flow = load_text(FLOW).flow
    assert flow
    (item,) = [item for item in offered("  new: {say: Hi, next: |") if item.label == "main"]
    assert item.documentation is None
    words = resolved(item, flow).documentation
    assert isinstance(words, MarkupContent)
    assert "> For results, press 1." in words.value


def test_every_prefix_of_a_flow_is_answered() -> None:
    for at in range(len(FLOW)):
        lines = Lines(FLOW[:at])
        completions(lines, len(lines.lines), len(lines.lines[-1]) + 1, None)


@pytest.mark.parametrize(
    ("text", "path", "is_key"),
    [
        ("nodes:\n  a:\n    branch:\n    - when: x\n      go: |", ("nodes", "a", "branch", 0, "go"), False),
        ('nodes:\n  "my node":\n    |', ("nodes", "my node"), True),
        ("nodes: {a: {say: x, |}}", ("nodes", "a"), True),
        ("nodes:\n  a: {lookup: x,\n      outcomes: {f: b},\n      |}", ("nodes", "a"), True),
        ("nodes:\n  a: {say: 'x, {y', n|}", ("nodes", "a"), True),
        ("nodes:\n  a: {say: x}\n  |", ("nodes",), True),
    ],
)
def test_the_way_to_the_cursor_is_told_from_the_lines_above(text: str, path: tuple[Any, ...], is_key: bool) -> None:  # noqa: FBT001 -- a table
    at = text.index("|")
    before = text[:at]
    lines = (before + text[at + 1 :]).split("\n")
    context = context_at(lines, before.count("\n") + 1, at - before.rfind("\n"))
    assert (context.path, context.is_key) == (path, is_key)
