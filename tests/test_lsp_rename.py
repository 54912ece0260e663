from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("pygls")

from ivr.edit import edited
from ivr.flow import Flow
from ivr.loader import load_text
from ivr.lsp.rename import RenameError, renamed
from ivr.lsp.spelling import spelled
from ivr.lsp.uses import Use, uses_in

FLOWS = sorted((Path(__file__).resolve().parent.parent / "flows").glob("*.yaml"))
EVERYWHERE = """\
ivr: 1
name: desk
lines:
  1-800-555-0100: desk
  1-800-555-0101: {start: desk, name: desk}
hours: {desk: Mon-Fri 08:00-18:00}
contacts:
  desk: {name: desk, hours: desk}
keys:
  0: {say: desk, go: desk}
  1: desk
defaults: {otherwise: desk}
nodes:
  desk: {transfer: desk, busy: desk, pass: [desk]}
  a: {menu: desk, options: {1: desk, 2: {go: "desk"}, desk: {words: [desk], go: 'desk'}}, otherwise: desk}
  b: {ask: desk, into: desk, next: desk}
  c: {hours: desk, open: desk, closed: desk}
  d: {branch: [{when: 'desk == "desk"', go: desk}], else: desk}
  e: {set: {desk: desk}, next: desk}
  f: {lookup: desk, outcomes: {desk: desk}}
  g: {record: desk, to: desk, next: desk, failed: desk}
  h: {run: desk, returns: {desk: desk}, else: desk}
  i: {split: {50%: desk, 50%: desk}}
  j: {unknown: desk, exits: {desk: desk}}
  k: {say: desk, next: &there desk}
  l: {say: desk, next: *there}
  m: {say: desk, next: back}
promises:
  - {promise: desk, from: desk, during: desk, reach: [desk, person]}
calls:
  - {call: desk, steps: [{hear: desk}, {reach: desk}, {answer: {desk: busy}}, {end: transfer desk}]}
"""
RENAMED = """\
ivr: 1
name: desk
lines:
  1-800-555-0100: front
  1-800-555-0101: {start: front, name: desk}
hours: {desk: Mon-Fri 08:00-18:00}
contacts:
  desk: {name: desk, hours: desk}
keys:
  0: {say: desk, go: front}
  1: front
defaults: {otherwise: front}
nodes:
  front: {transfer: desk, busy: front, pass: [desk]}
  a: {menu: desk, options: {1: front, 2: {go: "front"}, desk: {words: [desk], go: 'front'}}, otherwise: front}
  b: {ask: desk, into: desk, next: front}
  c: {hours: desk, open: front, closed: front}
  d: {branch: [{when: 'desk == "desk"', go: front}], else: front}
  e: {set: {desk: desk}, next: front}
  f: {lookup: desk, outcomes: {desk: front}}
  g: {record: desk, to: desk, next: front, failed: front}
  h: {run: front, returns: {desk: front}, else: front}
  i: {split: {50%: front, 50%: front}}
  j: {unknown: desk, exits: {desk: front}}
  k: {say: desk, next: &there front}
  l: {say: desk, next: *there}
  m: {say: desk, next: back}
promises:
  - {promise: desk, from: desk, during: desk, reach: [desk, person]}
calls:
  - {call: desk, steps: [{hear: desk}, {reach: front}, {answer: {desk: busy}}, {end: transfer desk}]}
"""
SMALL = """\
ivr: 1
lines: {1-800-555-0100: main}
contacts: {team: {name: Team}}
nodes:
  main: {transfer: team, failed: last}
  last: {hangup: Bye.}
promises:
  - {promise: x, reach: [last]}
"""


def read(text: str) -> tuple[Flow, tuple[Use, ...]]:
    flow = load_text(text, "x.yaml").flow
    assert flow
    return flow, uses_in(flow.tree)


def node(uses: tuple[Use, ...], name: str) -> Use:
    return next(use for use in uses if use.name == name and use.kinds == ("node",) and not use.defined)


def rename(text: str, old: str, new: str) -> str:
    flow, uses = read(text)
    return edited(text, renamed(flow, uses, node(uses, old), new))


def test_a_node_is_renamed_everywhere_and_nothing_else_is() -> None:
    text = EVERYWHERE.replace("reach: [desk, person]", "reach: [person]").replace("from: desk, ", "from: anywhere, ")
    new = RENAMED.replace("reach: [desk, person]", "reach: [person]").replace("from: desk, ", "from: anywhere, ")
    assert rename(text, "desk", "front") == new
    assert rename(new, "front", "desk") == text


def test_a_name_is_not_changed_that_a_promise_may_mean_otherwise() -> None:
    with pytest.raises(RenameError, match="A promise names 'desk', which is a contact too; say first which"):
        rename(EVERYWHERE, "desk", "front")


def test_a_name_that_needs_quotes_gets_them_and_the_flow_is_still_read() -> None:
    for name in ("my node", "a: b", "a, b", "#1", '"', "it's", "yes", "- x", "é😀", "a\\b", "{x}", "1"):
        flow, _ = read(rename(SMALL, "last", name))
        assert list(flow.nodes) == ["main", name], name
        assert [way.to for way in flow.exits("main")] == [name]
        assert flow.promises[0].reach == (name,)


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("again", "'again' is a target of its own; give the node another name."),
        ("back", "'back' is a target of its own; give the node another name."),
        ("none", "'none' is what takes a key away from a menu; give the node another name."),
        ("person", "'person' is what a promise says of every contact with people; give the node another name."),
        ("anywhere", "'anywhere' is what a promise says of every place; give the node another name."),
        ("main", "There is a node 'main' already; give this one another name."),
        ("team", "A promise names 'last', and 'team' is a contact already; give another name."),
        ("1-800-555-0100", "A promise names 'last', and '1-800-555-0100' is a line already; give another name."),
        ("  ", "A node needs a name of printable characters."),
        ("a\nb", "A node needs a name of printable characters."),
    ],
)
def test_a_name_that_would_be_misread_is_refused(new: str, why: str) -> None:
    with pytest.raises(RenameError) as refused:
        rename(SMALL, "last", new)
    assert str(refused.value) == why


@pytest.mark.parametrize("path", FLOWS, ids=lambda path: path.stem)
def test_every_node_of_every_flow_can_be_renamed_and_back(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    flow, uses = read(text)
    for name in flow.nodes:
        here = next(use for use in uses if use.name == name and use.defined and use.kinds == ("node",))
        new = edited(text, renamed(flow, uses, here, "some other: node"))
        after, uses_after = read(new)
        assert len(after.faults) == len(flow.faults)
        assert [one if one != name else "some other: node" for one in flow.nodes] == list(after.nodes)
        assert not [use for use in uses_after if use.name == name and "node" in use.kinds]
        back = next(use for use in uses_after if use.name == "some other: node" and use.defined)
        assert [use.name for use in read(edited(new, renamed(after, uses_after, back, name)))[1]] == [
            use.name for use in uses
        ]


def test_a_node_of_several_files_is_renamed_in_each(tmp_path: Path) -> None:
    part = "nodes:\n  last: {hangup: Bye.}\n"
    (tmp_path / "part.yaml").write_text(part, encoding="utf-8")
    top = SMALL.replace("  last: {hangup: Bye.}\n", "").replace("ivr: 1", "ivr: 1\ninclude: part.yaml")
    flow = load_text(top, (tmp_path / "top.yaml").as_posix()).flow
    assert flow
    uses = uses_in(flow.tree)
    edits = renamed(flow, uses, node(uses, "last"), "end")
    assert sorted({Path(edit.place.file).name for edit in edits}) == ["part.yaml", "top.yaml"]
    new = edited(part, [edit for edit in edits if edit.place.file.endswith("part.yaml")])
    assert new == "nodes:\n  end: {hangup: Bye.}\n"


@pytest.mark.parametrize(
    ("name", "like", "expected"),
    [
        ("front-desk", "", "front-desk"),
        ("front-desk", "'x'", "'front-desk'"),
        ("it's", "'x'", "'it''s'"),
        ("x", '"y"', '"x"'),
        ("no", "", '"no"'),
        ("a: b", "", '"a: b"'),
    ],
)
def test_a_name_is_spelled_as_yaml_needs_it(name: str, like: str, expected: str) -> None:
    assert spelled(name, like) == expected
