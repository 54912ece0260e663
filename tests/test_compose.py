from __future__ import annotations

import gc

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.loading import compose as composing
from ivr.loading.compose import compose
from ivr.source import Place
from ivr.tree import Mapping, Reported, Sequence, Tree, locate

FLOW = """\
name: Clinic  # a comment
nodes:
  main:
    menu: "Hello"
    options:
      1: {say: refills, go: refills}
      2: [a, bc]
    # the last word

  end:
    say: |
      One
      two

keys:
"""


def read(text: str) -> Mapping:
    tree, faults = compose(text, "f.yaml")
    assert faults == ()
    assert isinstance(tree, Mapping)
    return tree


def said(text: str) -> list[tuple[str, int, int]]:
    return [_said(reported) for reported in compose(text, "f.yaml")[1]]


def _said(reported: Reported) -> tuple[str, int, int]:
    place = reported.fault.place
    return reported.code, place.line, place.column


def cut(text: str, place: Place) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


def below(tree: Tree, *path: str | int) -> Tree:
    for step in path:
        tree = tree[step]  # type: ignore[index]
    return tree


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("name",), "name", "Clinic"),
        (("nodes", "main", "menu"), "menu", '"Hello"'),
        (("nodes", "main", "options", "1"), "1", "{say: refills, go: refills}"),
        (("nodes", "main", "options", "1", "go"), "go", "refills"),
        (("nodes", "main", "options", "2"), "2", "[a, bc]"),
        (("nodes", "main", "options", "2", 1), "bc", "bc"),
        (("nodes", "main", "options"), "options", "1: {say: refills, go: refills}\n      2: [a, bc]"),
        (("nodes", "end", "say"), "say", "|\n      One\n      two"),
        (("keys",), "keys", ""),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_key_and_value_knows_its_place(path: tuple[str | int, ...], key: str, value: str, end: str) -> None:
    text = FLOW.replace("\n", end)
    tree = read(text)
    assert cut(text, locate(tree, path)) == value
    assert cut(text, locate(tree, path, key=True)) == key


def test_columns_are_characters() -> None:
    tree = read("é: {ñ: 😀 x, 日: y}\n")
    assert locate(tree, ("é", "日"), key=True) == Place("f.yaml", 1, 13, 1, 14)
    assert locate(tree, ("é", "ñ")) == Place("f.yaml", 1, 8, 1, 11)


def test_a_byte_order_mark_takes_no_column() -> None:
    assert locate(read("\ufeffa: é"), ("a",)) == Place("f.yaml", 1, 4, 1, 5)


def test_a_line_separator_inside_a_text_is_no_line() -> None:
    assert locate(read("a: 'x\u2028y'\nb: 1\n"), ("b",)).line == 2


def test_all_scalars_are_text() -> None:
    text = "1: no\n'2': 0123\n3:\n4: ~\n5: 08:00\n6: !!int 7\n7: 2026-01-01\n"
    assert read(text) == {"1": "no", "2": "0123", "3": "", "4": "~", "5": "08:00", "6": "7", "7": "2026-01-01"}


def test_a_key_given_twice_keeps_the_first_value_and_both_places() -> None:
    tree = read('1: a\n2: b\n"1": {c: d}\n1: e\nlast: z\n')
    assert tree == {"1": "a", "2": "b", "last": "z"}
    assert [(twice.key, twice.place.line, twice.first.line, twice.value) for twice in tree.duplicates] == [
        ("1", 3, 1, {"c": "d"}),
        ("1", 4, 1, "e"),
    ]
    assert tree.value_place("last") == Place("f.yaml", 5, 7, 5, 8)


def test_many_keys_given_twice_are_no_burden() -> None:
    tree = read("a: 1\n" + "".join(f"k{number}: 1\n" for number in range(3000)) * 2)
    assert len(tree.duplicates) == 3000
    assert tree.duplicates[-1].first.line == 3001


def test_aliases_stand_where_they_are_used() -> None:
    tree = read("a: &a {x: 1}\nb: *a\nc: [*a]\n")
    assert below(tree, "b") is below(tree, "a")
    assert tree.value_place("b") == Place("f.yaml", 2, 4, 2, 6)
    assert locate(tree, ("c", 0)) == Place("f.yaml", 3, 5, 3, 7)
    assert locate(tree, ("b", "x")) == Place("f.yaml", 1, 11, 1, 12)


def test_merged_entries_give_way_to_own_ones_and_keep_their_places() -> None:
    tree = read("a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc:\n  k: 0\n  <<: [*a, *b]\n  x: 5\n")
    merged = below(tree, "c")
    assert isinstance(merged, Mapping)
    assert list(merged.items()) == [("k", "0"), ("y", "2"), ("z", "4"), ("x", "5")]
    assert [merged.key_place(key).line for key in merged] == [4, 1, 2, 6]
    assert merged.place.line == 4


def test_a_quoted_merge_key_is_an_ordinary_key() -> None:
    assert read('a: {"<<": b}\n') == {"a": {"<<": "b"}}


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 9)}]" for level in range(1, levels)]
    return "\n".join(lines)


def test_a_billion_laughs_end_early() -> None:
    assert [code for code, _, _ in said(bomb(12))] == ["RD010"]
    assert said(bomb(3)) == []


def test_a_bomb_of_merge_keys_ends_early() -> None:
    first = "m0: &m0 {" + ", ".join(f"k{number}: 1" for number in range(2000)) + "}\n"
    text = first + "".join(f"m{level}: {{<<: *m0, a{level}: 1}}\n" for level in range(2000))
    assert [code for code, _, _ in said(text)] == ["RD010"]


def test_honest_repetition_is_no_bomb() -> None:
    assert len(read("a: &a {x: 1}\n" + "".join(f"b{number}: *a\n" for number in range(5000)))) == 5001


@pytest.mark.parametrize("opening", ["[", "{a: ", "[{a: ", "- ", "&a ["])
def test_deep_nesting_is_one_finding(opening: str) -> None:
    text = "x:\n  " + opening * 100_000
    assert [code for code, _, _ in said(text)] in (["RD004"], ["RD002"])


def test_aliases_cannot_make_it_deep() -> None:
    text = "a0: &a0 [x]\n" + "".join(f"a{level}: &a{level} [*a{level - 1}]\n" for level in range(1, 300))
    assert [code for code, _, _ in said(text)] == ["RD004"]


def test_without_libyaml_the_tree_and_its_places_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read(FLOW)
    monkeypatch.setattr(composing, "_LOADER", yaml.BaseLoader)
    slow = read(FLOW)
    assert slow == fast
    assert list(slow.sheet.marks if slow.sheet else ()) == list(fast.sheet.marks if fast.sheet else (0,))


def test_a_tag_is_reported_and_its_text_kept() -> None:
    tree, faults = compose("a: !!python/object:os.system x\n", "f.yaml")
    assert tree == {"a": "x"}
    assert [_said(reported) for reported in faults] == [("RD002", 1, 4)]
    assert "'!!python/object:os.system'" in faults[0].fault.message


def test_a_key_that_is_no_text_is_left_out() -> None:
    tree, faults = compose("a: 1\n{x: y}: 2\n? [b]\n: 3\nc: 4\n", "f.yaml")
    assert tree == {"a": "1", "c": "4"}
    assert [_said(reported) for reported in faults] == [("RD004", 2, 1), ("RD004", 3, 3)]
    assert locate(tree, ("c",)).line == 5


def test_unquoted_star_keys_are_all_found_and_reading_goes_on() -> None:
    text = 'm:\n  *: {go: x}\n  2: {*: y, "*": z}\nn:\n  say: "press\n    *: now"\n  *: a\n'
    tree, faults = compose(text, "f.yaml")
    assert tree == {"m": {"*": {"go": "x"}, "2": {"*": "y"}}, "n": {"say": "press *: now", "*": "a"}}
    assert [_said(reported) for reported in faults] == [("RD003", 2, 3), ("RD003", 3, 7), ("RD003", 7, 3)]
    assert locate(tree, ("m", "*", "go")) == Place("f.yaml", 2, 11, 2, 12)


def test_a_star_key_does_not_hide_another_mistake() -> None:
    assert said("m:\n  *: x\nb: [1\n") == [("RD003", 2, 3), ("RD002", 4, 1)]


@pytest.mark.parametrize("key", ["#: {go: x}", "#: sales"])
def test_an_unquoted_pound_key_is_found(key: str) -> None:
    tree, faults = compose(f"m:\n  1: a\n  {key}\n  2: b\n", "f.yaml")
    assert [_said(reported) for reported in faults] == [("RD003", 3, 3)]
    assert isinstance(tree, Mapping)
    assert list(below(tree, "m")) == ["1", "#", "2"]


def test_an_unquoted_pound_key_in_braces_is_found() -> None:
    assert said("m: {1: a, #: b}\nn: 1\n") == [("RD003", 1, 11)]


@pytest.mark.parametrize(
    "text",
    [
        "#: sales\na: 1\n",
        "m:\n  # note: this is one\n  1: a\n",
        "m:\n  1: a\n  #: pound is not used here\n",
        "m:\n  1: |\n    text\n    #: sales\n",
        "m:\n  1: a\n    #: sales\n",
        "m:\n  - a\n  #: sales\n",
    ],
)
def test_a_comment_is_no_pound_key(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "- a\n", "text\n", "'x'"])
def test_a_file_that_is_no_mapping_is_one_finding(text: str) -> None:
    assert compose(text, "f.yaml")[0] is None
    assert [code for code, _, _ in said(text)] == ["RD004"]


def test_a_scalar_of_ten_megabytes_is_fine() -> None:
    assert len(str(read("a: " + "x" * 10_000_000)["a"])) == 10_000_000


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("text", ["a: 1\n", "a: [\n"])
def test_the_collector_is_left_as_it_was(on: bool, text: str) -> None:  # noqa: FBT001 -- a parameter of the test
    was_on = gc.isenabled()
    try:
        (gc.enable if on else gc.disable)()
        compose(text, "f.yaml")
        assert gc.isenabled() is on
    finally:
        (gc.enable if was_on else gc.disable)()


def test_locate_goes_as_far_as_it_can() -> None:
    tree = read(FLOW)
    main = locate(tree, ("nodes", "main"))
    assert locate(tree, ("nodes", "main", "nowhere", 3)) == main
    assert locate(tree, ("nodes", "main", "options", 1, "go")).line == 6
    assert locate(tree, ("nowhere",)) == tree.place == locate(tree, ())
    assert locate("text", ("a",)) == locate(Mapping(), ("a",)) == Place("", 1, 1, 1, 1)


def test_an_adopted_entry_keeps_its_own_file() -> None:
    mine, theirs = read("a: 1\nb: 2\n"), compose("x: 0\nc: [3]\n", "other.yaml")[0]
    assert isinstance(theirs, Mapping)
    mine.adopt("c", theirs)
    assert mine == {"a": "1", "b": "2", "c": ["3"]}
    assert mine.key_place("c") == Place("other.yaml", 2, 1, 2, 2)
    assert locate(mine, ("c", 0)) == Place("other.yaml", 2, 5, 2, 6)
    assert mine.value_place("b") == Place("f.yaml", 2, 4, 2, 5)


def test_a_longer_sequence_knows_both_files() -> None:
    mine, theirs = read("a: [1]\n")["a"], compose("\na: [2]\n", "other.yaml")[0]
    assert isinstance(mine, Sequence)
    assert isinstance(theirs, Mapping)
    more = theirs["a"]
    assert isinstance(more, Sequence)
    mine.extend_from(more)
    assert mine == ["1", "2"]
    assert [str(mine.item_place(index)) for index in (0, 1)] == ["f.yaml:1:5", "other.yaml:2:5"]


def test_without_copies_only_the_spine() -> None:
    tree = read(FLOW)
    rest = tree.without(("nodes", "main", "options", "2", 0))
    assert below(rest, "nodes", "main", "options", "2") == ["bc"]
    assert below(tree, "nodes", "main", "options", "2") == ["a", "bc"]
    assert below(rest, "nodes", "end") is below(tree, "nodes", "end")
    assert locate(rest, ("nodes", "main", "options", "2", 0)) == locate(tree, ("nodes", "main", "options", "2", 1))
    assert "menu" not in below(tree.without(("nodes", "main", "menu")), "nodes", "main")
    assert tree.without(("nodes", "nowhere")) is tree


def test_control_characters_stop_the_composer_as_well() -> None:
    assert said("a: \x00") == [("RD001", 1, 4)]
    assert said("a: \ud800") == [("RD001", 1, 4)]


PIECES = ["a", "b: ", ": ", "- ", "\n", "\n  ", "{", "}", "[", "]", ",", "*", "&a ", "*a", "<<: ", "#", "#: x", "*: "]
PIECES += [
    '"',
    "'",
    "|\n",
    "? ",
    "!x ",
    "\t",
    "\r\n",
    "\u2028",
    "\x85",
    "é😀",
    "---\n",
    "...",
    "%",
    "\\",
    "\x00",
    "\ufeff",
]
soup = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
mutated = st.tuples(st.integers(0, len(FLOW)), st.integers(0, 5), soup).map(
    lambda change: FLOW[: change[0]] + change[2] + FLOW[change[0] + change[1] :]
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(soup, mutated, st.text(max_size=40)))
def test_any_text_gives_a_tree_or_faults_inside_it(text: str) -> None:
    tree, faults = compose(text, "f.yaml")
    assert tree is not None or faults
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for reported in faults:
        file, line, column, end_line, end_column = reported.fault.place
        assert file == "f.yaml"
        assert (1, 1) <= (line, column) <= (end_line, end_column)
        assert end_line <= len(lines)
        assert column <= len(lines[line - 1]) + 1
        assert end_column <= len(lines[end_line - 1]) + 1


@settings(max_examples=300, deadline=None)
@given(st.one_of(soup, mutated))
def test_the_tree_is_what_yaml_loads_as_text(text: str) -> None:
    tree, faults = compose(text, "f.yaml")
    if tree is None or faults or "<<" in text or _twice(tree):
        return
    assert tree == yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 -- it makes nothing but text


def _twice(tree: Tree) -> bool:
    if isinstance(tree, Mapping):
        return bool(tree.duplicates) or any(map(_twice, tree.values()))
    return isinstance(tree, Sequence) and any(map(_twice, tree))


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]), max_size=8)
trees = st.dictionaries(
    words, st.recursive(words, lambda inner: st.lists(inner) | st.dictionaries(words, inner), max_leaves=8), min_size=1
)


@settings(max_examples=100, deadline=None)
@given(trees, st.booleans())
def test_what_yaml_writes_is_read_back(tree: dict[str, object], flow: bool) -> None:  # noqa: FBT001 -- drawn
    text = yaml.safe_dump(tree, default_flow_style=flow, allow_unicode=True)
    if "<<" not in text and "\ufeff" not in text:
        composed, faults = compose(text, "f.yaml")
        assert faults == ()
        assert composed == tree


@pytest.mark.parametrize(
    ("text", "where", "entry"),
    [
        ("a:\n  end: #\n  next: b\n", (2, 8), {"end": "#", "next": "b"}),
        ("a:\n  end: # the pound key\n  next: b\n", (2, 8), {"end": "#", "next": "b"}),
        ("a:\n  next: b\n  end: #", (3, 8), {"next": "b", "end": "#"}),
        ("a: {end: #, next: b}\n", (1, 10), {"end": "#", "next": "b"}),
        ("a: {next: b, end: #}\n", (1, 19), {"next": "b", "end": "#"}),
        ("a: {end: *, next: b}\n", (1, 10), {"end": "*", "next": "b"}),
        ("a:\n  end: *\n  next: b\n", (2, 8), {"end": "*", "next": "b"}),
    ],
)
def test_a_key_as_a_value_without_quotes_is_reported_and_taken(
    text: str, where: tuple[int, int], entry: dict[str, str]
) -> None:
    tree, faults = compose(text, "flow.yaml")
    assert [(code, fault.place.line, fault.place.column) for code, fault in faults] == [("RD003", *where)]
    assert isinstance(tree, Mapping)
    assert tree["a"] == entry


@pytest.mark.parametrize(
    "text",
    [
        "a: #\n  b: c\n",
        "a: # what follows\n\n  # more\n  b: c\n",
        "a: #\n- b\n- c\n",
        "a: |\n  end: #\n  b\n",
        'a: "x: #"\nb: c\n',
        "a: b #\nend: c # the pound key\n",
        "a: # later\nb: c\n",
    ],
)
def test_a_comment_that_hides_nothing_is_left_alone(text: str) -> None:
    assert compose(text, "flow.yaml")[1] == ()
