"""Reading: one wrong entry never hides the rest, everything wrong is told in one run, and flows may be split."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from flow_strategies import flows
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.loader import Loaded, load, load_text
from ivr.nodes.branch import Branch
from ivr.nodes.menu import Menu
from ivr.nodes.set import Set
from ivr.nodes.unknown import Unknown
from ivr.tree import Mapping

HEAD = "ivr: 1\ntimezone: UTC\nlines: {1-800-555-0100: m}\n"


def told(loaded: Loaded) -> list[str]:
    """Give every fault as `line:column code message`, in the order of the file."""
    faults = sorted(loaded.faults, key=lambda reported: reported.fault.place)
    return [
        f"{fault.fault.place.line}:{fault.fault.place.column} {fault.code} {fault.fault.message}" for fault in faults
    ]


def read(text: str) -> Loaded:
    loaded = load_text(HEAD + text)
    assert loaded.flow is not None
    return loaded


# What is wrong, and what is left


def test_a_menu_keeps_everything_that_is_right() -> None:
    loaded = read(
        "nodes:\n"
        "  m:\n"
        "    menu: {text: Hello., voice: low}\n"
        "    tires: 3\n"
        "    wait: long\n"
        "    wrong: [One., {b: [1]}, Three., {text: Four., zz: 1}]\n"
        "    options:\n"
        "      1: {say: x, goo: a}\n"
        "      2: {say: y, go: b, when: ((}\n"
        "      3: {say: z, go: c, announced: perhaps}\n"
        "      4: [a]\n"
        "      5: d\n"
        "    otherwise: e\n"
    )
    assert told(loaded) == [
        "6:26 RD006 'menu': 'voice' is not a part of a prompt",
        "7:5 RD005 'tires' is not a field of the `menu` 'm'; did you mean 'tries'?",
        "8:11 RD006 'wait': 'long' is not a duration; write seconds, as in `5`, `2.5 s` or `2 min`",
        "9:20 RD006 'wrong': 'b' is neither a language tag nor a part of a prompt",
        "9:51 RD006 'wrong': 'zz' is not a part of a prompt",
        "11:19 RD005 'goo' is not a field of the option '1' of 'm'; did you mean 'go'?",
        "12:32 RD006 'when': 'when' ends too early; write a variable, a number or quoted text here",
        "13:37 RD006 'announced': 'perhaps' is neither yes nor no",
        "14:10 RD006 '4' is a list, but a map is needed here",
    ]
    assert loaded.flow is not None
    menu = loaded.flow.nodes["m"]
    assert isinstance(menu, Menu)
    assert {key: option.go for key, option in menu.options.items()} == {"2": "b", "3": "c", "5": "d"}
    assert [prompt.text("en") for prompt in menu.wrong or ()] == ["One.", "Three.", "Four."]
    assert (menu.menu.text("en"), menu.otherwise, loaded.flow.broken) == ("Hello.", "e", frozenset({"m"}))


def test_the_right_items_of_a_list_are_kept_whichever_are_wrong() -> None:
    loaded = read(
        "nodes:\n  m:\n"
        "    branch: [{when: ((, go: a}, {when: x, go: b}, {when: )), go: c}, {when: y, go: d}, {go: e}]\n"
    )
    assert len(loaded.faults) == 3
    assert loaded.flow is not None
    branch = loaded.flow.nodes["m"]
    assert isinstance(branch, Branch)
    assert [case.go for case in branch.branch] == ["b", "d"]


def test_every_wrong_entry_of_one_field_is_told() -> None:
    loaded = read("nodes:\n  m: {set: {x: [1], y: a b, z: 1, w: {}}, next: m}\n")
    assert told(loaded) == [
        "5:16 RD006 'set': the value of 'x' is a list; write a number, \"text\", or a variable",
        "5:24 RD006 'set': 'a b' is no variable; write \"a b\" in quotes if it is text",
        "5:38 RD006 'set': the value of 'w' is a map; write a number, \"text\", or a variable",
    ]
    assert loaded.flow is not None
    node = loaded.flow.nodes["m"]
    assert isinstance(node, Set)
    assert list(node.set) == ["z"]


def test_what_is_left_of_a_wrong_split_is_not_added_up() -> None:
    loaded = read("nodes:\n  m: {split: {70%: a, some: b, 20%: [c]}}\n")
    assert [text.split("'", 2)[2] for text in told(loaded)] == [
        ": 'some' is not a share of the callers; write a percentage, as in `70%`",
        ": the share '20%' leads to a list; name one node",
    ]


@pytest.mark.parametrize(
    "node",
    [
        "{menu: Hi., options: {1: {goo: a}, 2: b}}",
        "{branch: [{wen: x, go: a}], else: b}",
        "{ask: Hi., into: [x], next: a, otherwise: b}",
        "{menu: Hi., say: Hi., options: {1: a, 2: b}}",
        "[a, b]",
    ],
)
def test_a_node_that_loses_a_way_out_is_unknown_and_leads_to_all_that_it_mentions(node: str) -> None:
    loaded = read(f"nodes:\n  m: {node}\n  a: {{hangup: A.}}\n  b: {{hangup: B.}}\n")
    assert loaded.faults
    assert loaded.flow is not None
    unknown = loaded.flow.nodes["m"]
    assert isinstance(unknown, Unknown)
    assert {way.to for way in loaded.flow.exits("m")} == {"a", "b"}
    assert loaded.flow.broken == {"m"}


def test_every_section_tells_what_is_wrong_with_it_and_keeps_the_rest() -> None:
    loaded = load_text(
        "ivr: 1\n"
        "timezone: Mars/Olympus\n"
        "languages: [en, english]\n"
        "lines: {1: {strt: m}, 2: [m], 3: {start: m, lang: es}}\n"
        "contacts: {a: {nam: x}, b: text, c: {name: C}}\n"
        "keys: {0: {say: x}, 9: {go: again, says: q}}\n"
        "hours: {d: Mon-Fri 25:00, e: Mon 08:00-09:00}\n"
        "defaults: {tries: many, otherwise: m}\n"
        "lnes: {}\n"
        "nodes: {m: {menu: Hello.}}\n"
    )
    assert [text.split(" ", 2)[:2] for text in told(loaded)] == [
        ["2:11", "HR003"], ["3:17", "RD006"], ["4:13", "RD005"], ["4:26", "RD006"], ["4:45", "RD005"],
        ["5:16", "RD005"], ["5:28", "RD006"], ["6:8", "RD007"], ["6:36", "RD005"], ["7:12", "RD006"], ["8:19", "RD006"],
        ["9:1", "RD005"],
    ]  # fmt: skip
    flow = loaded.flow
    assert flow is not None
    assert (flow.languages, list(flow.lines), list(flow.contacts), list(flow.keys)) == (
        ("en",),
        ["3"],
        ["a", "c"],
        ["9"],
    )
    assert (list(flow.hours), flow.defaults.otherwise, list(flow.nodes)) == (["d", "e"], "m", ["m"])
    messages = "\n".join(told(loaded))
    for near in ("'start'", "'language'", "'name'", "'say'", "'lines'"):
        assert f"did you mean {near}?" in messages


def test_a_part_that_is_no_map_is_named() -> None:
    loaded = read("contacts: {desk: text}\npromises: [text]\nnodes: {m: {menu: M.}}\n")
    assert [text.split(" ", 2)[2] for text in told(loaded)] == [
        "'desk' is text, but a map is needed here",
        "entry 1 of 'promises' is text, but a map is needed here",
    ]


@settings(max_examples=40)
@given(flows(), st.sampled_from(['"langage": "en"', '"zzz": "1"', '"irreversible": "perhaps"', '"note": ["a"]']))
def test_one_wrong_field_in_every_node_is_told_for_each_and_changes_none(text: str, wrong: str) -> None:
    right = load_text(text).flow
    broken = load_text(re.sub(r"^(  n\d: \{)", rf"\1{wrong}, ", text, flags=re.MULTILINE))
    assert right is not None
    assert broken.flow is not None
    assert broken.flow.nodes == right.nodes
    assert [fault.fault.place.line for fault in broken.faults] == [
        right.place("nodes", name, key=True).line for name in right.nodes
    ]


# Flows that are split


def split(folder: Path, **files: str) -> Loaded:
    """Write files (`__` stands for a folder), and read the flow `top`."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, encoding="utf-8")
    return load(folder / "top.yaml")


def where(folder: Path, loaded: Loaded) -> list[tuple[str, int]]:
    places = [reported.fault.place for reported in loaded.faults]
    return [(Path(place.file).resolve().relative_to(folder.resolve()).as_posix(), place.line) for place in places]


def test_includes_are_relative_to_the_file_that_names_them(tmp_path: Path) -> None:
    loaded = split(
        tmp_path,
        top=HEAD + "include: [parts/desks.yaml, hours.yaml]\nnodes: {m: {menu: M., options: {1: desk}}}\n",
        hours="hours: {office: always}\n",
        parts__desks="include: more/last.yaml\nnodes:\n  desk: {hours: office, open: last, closed: last}\n",
        parts__more__last="include: ../../hours.yaml\nnodes: {last: {hangup: Bye.}}\n",
    )
    assert loaded.faults == ()
    flow = loaded.flow
    assert flow is not None
    assert (list(flow.nodes), list(flow.hours)) == (["m", "desk", "last"], ["office"])
    place = flow.place("nodes", "desk", key=True)
    assert (Path(place.file).name, place.line) == ("desks.yaml", 3)
    assert len(loaded.texts) == 4


def test_a_fault_names_the_file_in_which_it_stands(tmp_path: Path) -> None:
    loaded = split(
        tmp_path,
        top=HEAD + "include: part.yaml\nnodes: {m: {menu: M.}}\n",
        part="nodes:\n  a: {hangup: A.}\n  b: {say: B., nxt: a}\n",
    )
    assert where(tmp_path, loaded) == [("part.yaml", 3)]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("top.yaml", "includes itself"),
        ("./sub/../top.yaml", "includes itself"),
        ("round.yaml", "'round.yaml' includes itself"),
        ("../outside.yaml", "outside the folder"),
        ("/etc/passwd", "outside the folder"),
        ("missing.yaml", "does not exist"),
        ("sub", ""),
        ("' '", "is missing here"),
        ("'a\\0b'", ""),
        ("list.yaml", "is a list"),
        ("{a: b}", "is the name of a file"),
    ],
)
def test_an_include_that_cannot_be_taken_in_is_one_fault_and_the_rest_is_read(
    tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / "flow" / "sub").mkdir(parents=True)
    (tmp_path / "outside.yaml").write_text("nodes: {x: {hangup: X.}}\n", encoding="utf-8")
    top = f"{HEAD}include: {name}\nnodes: {{m: {{menu: M.}}}}\n"
    loaded = split(tmp_path / "flow", top=top, round="include: round.yaml\n", list="[1]\n")
    assert len(loaded.faults) == 1
    assert message in loaded.faults[0].fault.message
    assert loaded.flow is not None
    assert list(loaded.flow.nodes) == ["m"]


def test_a_cycle_of_includes_is_told_once_with_its_way(tmp_path: Path) -> None:
    loaded = split(
        tmp_path,
        top=HEAD + "include: a.yaml\nnodes: {m: {menu: M.}}\n",
        a="include: b.yaml\nnodes: {a: {hangup: A.}}\n",
        b="include: a.yaml\nnodes: {b: {hangup: B.}}\n",
    )
    assert where(tmp_path, loaded) == [("b.yaml", 1)]
    assert loaded.flow is not None
    assert list(loaded.flow.nodes) == ["m", "a", "b"]


def test_a_name_that_two_files_define_is_kept_with_both_places(tmp_path: Path) -> None:
    loaded = split(
        tmp_path,
        top=HEAD + "include: [a.yaml, b.yaml]\nnodes: {m: {menu: M.}}\n",
        a="nodes:\n  desk: {hangup: A.}\n",
        b="nodes:\n\n  desk: {hangup: B.}\n  m: {hangup: M.}\n",
    )
    assert loaded.flow is not None
    nodes = loaded.flow.tree["nodes"]
    assert isinstance(nodes, Mapping)
    found = [(again.key, Path(again.place.file).name, again.place.line) for again in nodes.duplicates]
    assert found == [("desk", "b.yaml", 3), ("m", "b.yaml", 4)]
    assert [Path(again.first.file).name for again in nodes.duplicates] == ["a.yaml", "top.yaml"]
    assert loaded.flow.nodes["m"].verb == "menu"
