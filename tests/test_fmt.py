"""The normal form of a flow: layout only, stable, and never another meaning."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import yaml
from click.testing import CliRunner, Result
from flow_strategies import flows
from generated import generated_flow
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ivr.cli import ivr
from ivr.formatting import UnformattableError, formatted
from ivr.loader import load_text


def form(text: str) -> str:
    return formatted(text, "flow.yaml")


def run(*arguments: str | Path, given: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(ivr, ["fmt", *map(str, arguments)], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a:   1  \n\n\n\nb: 2", "a: 1\n\nb: 2\n"),
        ("\n\na: 1\n\n\n", "a: 1\n"),
        ("a:\n    b:\n        c: 1\n    d: 2\n", "a:\n  b:\n    c: 1\n  d: 2\n"),
        ("a:\n- 1\n-   b: 2\n    c: 3\nd: 4\n", "a:\n  - 1\n  - b: 2\n    c: 3\nd: 4\n"),
        ("a:\n   - - 1\n     -  2\n   -\n      b: 3\n", "a:\n  - - 1\n    - 2\n  -\n    b: 3\n"),
        ("a: {  b : 1,c:   2 , }\n", "a: {b: 1, c: 2,}\n"),
        ("a: [ 1,2 ,3 ]\nb: { }\n", "a: [1, 2, 3]\nb: {}\n"),
        ('a: {"b":1}\n', 'a: {"b": 1}\n'),
        ("a: 'it''s'\nb: 'say \"x\"'\nc: plain\n", 'a: "it\'s"\nb: \'say "x"\'\nc: plain\n'),
        ("a: 'back\\slash'\n", "a: 'back\\slash'\n"),
        ("a: &x   {b: 1}\nc: *x\n*x : d\n", "a: &x {b: 1}\nc: *x\n*x : d\n"),
        ("a: # why\n    b: 1 # one\n", "a:  # why\n  b: 1  # one\n"),
        ("a:     1        # one\nbcd: 2        # two\n", "a: 1            # one\nbcd: 2        # two\n"),
        ("a:\n    # below\n    b: 1\n    # behind\nc: 2\n# end", "a:\n  # below\n  b: 1\n  # behind\nc: 2\n# end\n"),
        ("a:\n    b: |\n       x\n         y  \n\n\n    c: 1\n", "a:\n  b: |\n     x\n       y  \n\n  c: 1\n"),
        ("a: |+\n  x\n\n\nb: 1\n", "a: |+\n  x\n\n\nb: 1\n"),
        ("a: |2\n    x\n   y\n", "a: |2\n    x\n   y\n"),
        ("    a:\n      b: x\n        y\n", "a:\n  b: x\n    y\n"),
        ("a:\n    b: {c: 1,\n\n\n        d: 2}  \n", "a:\n  b: {c: 1,\n\n      d: 2}\n"),
        ("a:\n\n    text on a line\nb:\n", "a:\n\n  text on a line\nb:\n"),
        ("---\na: 1\n", "---\na: 1\n"),
        ("# only a comment\n\n\n\n# and another", "# only a comment\n\n# and another\n"),
        ("\ufeffa:  1\r\nb:  2\r\n", "\ufeffa: 1\r\nb: 2\r\n"),
        ("a:  1\rb:  2\r", "a: 1\rb: 2\r"),
        ("", ""),
    ],
)
def test_the_normal_form(text: str, wanted: str) -> None:
    assert form(text) == wanted
    assert form(wanted) == wanted


@pytest.mark.parametrize("name", ["clinic.yaml", "caremark-austin.yaml", "broken-clinic.yaml"])
def test_the_flows_are_in_their_normal_form(root: Path, name: str) -> None:
    text = (root / "flows" / name).read_text("utf-8")
    assert form(text) == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: [1\n", "flow.yaml:2:1: RD002 error: '[' is not closed, or a comma is missing before this"),
        ("a:\n\tb: 1\n", "flow.yaml:2:1: RD002 error: this line is indented with a tab, which YAML does not allow"),
        ("a:\n  *: b\n", "flow.yaml:2:3: RD003 error: the key * is not in quotes"),
        ("? a\n: b\n", "a key that begins with '? ' stands here"),
    ],
)
def test_what_is_broken_or_odd_is_left_alone(text: str, message: str) -> None:
    with pytest.raises(UnformattableError) as error:
        form(text)
    assert str(error.value).startswith(message)


def same(text: str) -> str:
    """Lay a flow out anew, and see that it means the same, and that doing so again changes nothing."""
    new = form(text)
    before, after = load_text(text).flow, load_text(new).flow
    assert before is not None
    assert after is not None
    assert after.tree == before.tree
    assert after.nodes == before.nodes
    assert form(new) == new
    return new


def written(text: str, chance: Random) -> str:
    """Write a flow as another hand might: other indentations, other line lengths, braces here and there."""
    tree = parsed(text)
    style = chance.choice([None, False, False])
    return str(
        yaml.dump(tree, indent=chance.choice([2, 3, 4, 7]), width=chance.choice([20, 60, 200]),
                  default_flow_style=style, sort_keys=False, allow_unicode=True)
    )  # fmt: skip


def with_comments(text: str, chance: Random) -> str:
    """Put comments and blank lines between the lines; a line that goes on with a text is told by reading it again."""
    lines = text.splitlines()
    for number in range(len(lines), -1, -1):
        more = [""] * chance.randrange(3)
        if chance.random() < 0.3:
            more.append(" " * chance.choice([0, 2, 4, 9]) + f"# note {number}: it's {{odd")
        tried = [*lines[:number], *more, *lines[number:]]
        if more and parsed("\n".join(tried)) == parsed("\n".join(lines)):
            lines = tried
    return "\n".join(lines)


def parsed(text: str) -> object:
    try:
        return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 -- reads all as text, and makes no objects
    except yaml.YAMLError:
        return None


@given(flows())
@settings(max_examples=40)
def test_any_flow_means_the_same(text: str) -> None:
    same(text)


@given(flows(), st.integers(0, 2**32))
@settings(max_examples=30)
def test_any_way_of_writing_a_flow_means_the_same_and_keeps_its_comments(text: str, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 -- nothing depends on its being hard to guess
    messy = with_comments(written(text, chance), chance)
    new = same(messy)
    notes = [line.split("#")[1] for line in messy.splitlines() if "# note" in line]
    assert [line.split("#")[1] for line in new.splitlines() if "# note" in line] == notes
    assert "\n\n\n" not in new
    assert not any(line != line.rstrip() for line in new.splitlines())


def test_a_big_flow_is_in_its_normal_form_already() -> None:
    text = generated_flow(400)
    assert form(text) == text


@given(st.text("ab:-?#'\"[]{},&*!|>% \n", max_size=40))
@settings(max_examples=400)
@example("a: *b")
@example("- - a\n -b")
def test_no_text_is_too_odd(text: str) -> None:
    try:
        new = form(text)
    except UnformattableError:
        return
    assert form(new) == new
    assert parsed(new) == parsed(text)


# --- the command -----------------------------------------------------------------------------------------------------

MESSY = "ivr:   1\nnodes:\n    main: {hangup: Goodbye.}   # the end\n"
NORMAL = "ivr: 1\nnodes:\n  main: {hangup: Goodbye.}     # the end\n"


@pytest.fixture
def flow(tmp_path: Path) -> Path:
    file = tmp_path / "flow.yaml"
    file.write_text(MESSY, encoding="utf-8")
    return file


def test_a_file_is_laid_out_anew(flow: Path) -> None:
    result = run(flow)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Laid out {flow} anew.\n")
    assert flow.read_text("utf-8") == NORMAL
    before = flow.stat().st_mtime_ns
    assert run(flow).stderr == "Nothing to change in 1 file.\n"
    assert flow.stat().st_mtime_ns == before


def test_checking_writes_nothing(flow: Path) -> None:
    result = run("--check", flow)
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", f"Would lay out {flow} anew.\n")
    assert flow.read_text("utf-8") == MESSY
    flow.write_text(NORMAL, encoding="utf-8")
    assert run("--check", flow).exit_code == 0


def test_the_difference_is_shown(flow: Path) -> None:
    result = run("--diff", flow)
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if line[0] in "+-"] == [
        f"--- {flow}",
        f"+++ {flow}",
        "-ivr:   1",
        "+ivr: 1",
        "-    main: {hangup: Goodbye.}   # the end",
        "+  main: {hangup: Goodbye.}     # the end",
    ]
    assert flow.read_text("utf-8") == MESSY


def test_a_folder_is_laid_out_with_what_its_flows_include(flow: Path) -> None:
    flow.write_text(MESSY + "include: more.yaml\n", encoding="utf-8")
    more = flow.with_name("more.yaml")
    more.write_text("hours:\n    desk:   always\n", encoding="utf-8")
    other = flow.with_name("other.yaml")
    other.write_text("a:   1\n", encoding="utf-8")
    assert run(flow.parent).exit_code == 0
    assert more.read_text("utf-8") == "hours:\n  desk: always\n"
    assert other.read_text("utf-8") == "a:   1\n"


def test_standard_input_is_printed() -> None:
    assert run("-", given=MESSY).stdout == NORMAL
    assert run("-", given=NORMAL).stdout == NORMAL


def test_a_broken_file_is_left_alone_and_the_others_are_not(flow: Path) -> None:
    broken = flow.with_name("broken.yaml")
    broken.write_text("ivr:  1\nnodes: [\n", encoding="utf-8")
    result = run(broken, flow, flow.with_name("missing.yaml"))
    assert result.exit_code == 2
    assert [line.split(" error")[0] for line in result.stderr.splitlines()[:2]] == [
        f"{broken}:3:1: RD002",
        f"{flow.with_name('missing.yaml')}:1:1: RD001",
    ]
    assert broken.read_text("utf-8") == "ivr:  1\nnodes: [\n"
    assert flow.read_text("utf-8") == NORMAL
