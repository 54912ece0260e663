from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from console import Block, Ran, blocks, matches, merged, run_text, updated, write_file
from found import TODAY
from golden import difference

from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.loader import load
from ivr.loading.compose import compose
from ivr.tree import Mapping

README = Path(__file__).resolve().parent.parent / "README.md"
TEXT = README.read_text(encoding="utf-8")
RUN = [block for block in blocks(TEXT) if block.is_run]


def console(*lines: str) -> str:
    return "\n".join(["```console", *lines, "```", ""])


def ran(text: str, folder: Path) -> list[Ran]:
    return [one for block in run_text(text, folder) for one in block]


@pytest.fixture(scope="module")
def readme(tmp_path_factory: pytest.TempPathFactory, update: bool) -> dict[int, list[Ran]]:  # noqa: FBT001 -- a fixture
    folder = tmp_path_factory.mktemp("readme") / "ivr"
    folder.mkdir()
    for name in ("flows", "diagrams"):
        if (README.parent / name).is_dir():
            shutil.copytree(README.parent / name, folder / name)
    shutil.copy(README, folder)
    done = list(run_text(TEXT, folder))
    new = updated(TEXT, [one for block in done for one in block])
    if update and new != TEXT:  # else what another test has written into it in the meantime would be lost
        README.write_bytes(new.encode())
    return {block.start: result for block, result in zip(RUN, done, strict=True)}


@pytest.mark.parametrize("block", [pytest.param(block, id=f"line-{block.start}") for block in RUN])
def test_a_console_block_of_the_readme_prints_what_it_says(
    block: Block, readme: dict[int, list[Ran]], *, update: bool
) -> None:
    for one in readme[block.start]:
        kept = any("..." in line for line in one.step.expected)
        if not one.as_expected and (kept or not update):
            told = difference("\n".join(one.step.expected), "\n".join(one.got))
            pytest.fail(f"README.md:{one.step.first}: $ {one.step.command}\n{told}", pytrace=False)


def test_the_readme_names_the_test_command_once() -> None:
    commands = [step.command for block in blocks(TEXT) for step in block.steps()]
    tests = [command for command in commands if command.startswith("pip install '.[test]' && ")]
    assert len(tests) == 1
    assert tests[0].endswith("&& pytest")


def tutorial(folder: Path) -> list[Path]:
    """Write the tutorial's file as it stands after each of its steps."""
    steps: list[Path] = []
    for block in blocks(TEXT):
        if block.note in {"file", "add to"} and block.value == "clinic.yaml":
            write_file(block, folder)
            steps.append(folder / f"after-step-{len(steps)}.yaml")
            shutil.copy(folder / block.value, steps[-1])
    return steps


def sections(path: Path) -> dict[str, dict[str, str]]:
    """Give every entry of every section as text, in which order counts; the order of the entries does not."""
    tree, faults = compose(path.read_text(encoding="utf-8"), path.name)
    assert isinstance(tree, Mapping)
    assert not faults
    return {
        section: {name: json.dumps(entry) for name, entry in entries.items()}
        if isinstance(entries, Mapping)
        else {"": json.dumps(entries)}
        for section, entries in tree.items()
    }


def codes(path: Path) -> list[str]:
    flow = load(path).flow
    assert flow is not None
    return sorted(finding.code for finding in run_checks(flow, catalogue(), today=TODAY))


def test_the_tutorial_ends_with_the_flow_that_is_kept(tmp_path: Path) -> None:
    assert sections(tutorial(tmp_path)[-1]) == sections(README.parent / "flows" / "clinic.yaml")


def test_findings_go_away_in_the_tutorial_when_it_says_so(tmp_path: Path) -> None:
    found = [codes(step) for step in tutorial(tmp_path)]
    assert found == [["AC007", "HU004", "KY014", "ST015", "ST018", "TM001"], ["KY014", "ST018"], [], []]


def test_an_output_that_differs_is_seen(tmp_path: Path) -> None:
    right, wrong = ran(console("$ echo one", "one", "$ echo two", "three"), tmp_path)
    assert right.as_expected
    assert not wrong.as_expected
    assert wrong.got == ("two",)


def test_output_that_is_missing_or_too_much_is_seen(tmp_path: Path) -> None:
    assert [one.as_expected for one in ran(console("$ echo one", "$ true", "one"), tmp_path)] == [False, False]


def test_stderr_and_exit_codes_are_printed_in_order(tmp_path: Path) -> None:
    (one,) = ran(console('$ echo fault >&2; (exit 3); echo "exit $?"', "fault", "exit 3"), tmp_path)
    assert one.as_expected


def test_commands_after_the_end_of_the_shell_fail(tmp_path: Path) -> None:
    first, second = ran(console("$ echo one; exit 1", "one", "$ true"), tmp_path)
    assert first.as_expected
    assert not second.as_expected


def test_commands_of_a_block_share_a_shell_and_blocks_a_folder(tmp_path: Path) -> None:
    text = console("$ mkdir a; cd a", "$ touch b") + console("$ ls -R", ".:", "a", "", "./a:", "b")
    assert all(one.as_expected for one in ran(text, tmp_path))


def test_a_command_may_go_over_several_lines(tmp_path: Path) -> None:
    (one,) = ran(console("$ echo one \\", "    two", "one two"), tmp_path)
    assert one.as_expected


def test_commands_see_the_same_surroundings_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    (one,) = ran(console('$ echo "$NO_COLOR $TERM $COLUMNS ${FORCE_COLOR:-none}"; cat', "1 dumb 100 none"), tmp_path)
    assert one.as_expected


def test_files_are_written_in_order_with_the_commands(tmp_path: Path) -> None:
    first = "<!-- file: a/b.yaml -->\n\n```yaml\nivr: 1\n```\n" + console("$ cat a/b.yaml", "ivr: 1")
    text = first + first.replace("ivr: 1", "ivr: 2")
    assert [one.as_expected for one in ran(text, tmp_path)] == [True, True]


def test_a_file_outside_the_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="leads out of the folder"):
        ran("<!-- file: ../b.yaml -->\n```yaml\nivr: 1\n```\n", tmp_path)


def test_a_block_marked_as_not_run_is_not_run(tmp_path: Path) -> None:
    text = "<!-- not run: it would write a file -->\n\n" + console("$ touch a") + console("$ touch b")
    assert [one.step.command for one in ran(text, tmp_path)] == ["touch b"]
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_a_note_belongs_only_to_the_block_right_after_it(tmp_path: Path) -> None:
    text = "<!-- not run: no reason -->\n\nSome words.\n\n" + console("$ echo one", "one")
    assert len(ran(text, tmp_path)) == 1


@pytest.mark.parametrize(
    ("expected", "got", "same"),
    [
        (["a", "...", "d"], ["a", "b", "c", "d"], True),
        (["a", "...", "d"], ["a", "d"], True),
        (["a", "...", "d"], ["a", "b"], False),
        (["took ... s"], ["took 0.12 s"], True),
        (["took ... s"], ["took 0.1", "2 s"], False),
        (["a.c"], ["abc"], False),
        (["a", ""], ["a  "], True),
        (["...", "a"], ["a"], True),
        ([], [], True),
        ([], ["a"], False),
    ],
)
def test_dots_stand_for_anything(expected: list[str], got: list[str], *, same: bool) -> None:
    assert matches(expected, got) is same


def test_update_writes_outputs_except_those_with_dots(tmp_path: Path) -> None:
    text = "# Title\n" + console("$ echo one", "$ echo two", "2", "2", "$ echo three", "...", "$ true", "x") + "End.\n"
    expected = console("$ echo one", "one", "$ echo two", "two", "$ echo three", "...", "$ true")
    assert updated(text, ran(text, tmp_path)) == "# Title\n" + expected + "End.\n"


def test_sections_are_added_as_a_reader_would_add_them() -> None:
    old = "ivr: 1\n\nlines:\n  1: main\n\nnodes:\n  main:\n    menu: Hello.\n\n  bye: {hangup: Bye.}\n"
    new = "hours:\n  desk: always\n\nnodes:\n  main:\n    menu: Good day.\n\n  more: {hangup: Enough.}\n"
    assert merged(old, new) == (
        "ivr: 1\n\nlines:\n  1: main\n\nhours:\n  desk: always\n\n"
        "nodes:\n  main:\n    menu: Good day.\n\n  bye: {hangup: Bye.}\n  more: {hangup: Enough.}\n"
    )
