"""The command line: `ivr check`, `ivr explain`, `ivr schema`, and what all commands share."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from frame import FRAME

from ivr.audits import audits
from ivr.check import Check
from ivr.checks import catalogue
from ivr.cli import COMMANDS, ivr
from ivr.cli.explain import EXAMPLES, FAMILIES, LIMITS
from ivr.cli.reading import is_folder

CLEAN, FAULTY = "clinic.yaml", "broken-clinic.yaml"
WRONG = "ivr: 1\nlines: {1-800-555-0100: main}\nnodes:\n  main: {say: Hi., next: nowhere}\n"
SLOW = {"networkx", "prompt_toolkit", "graphviz", "pygraphviz", "hypothesis", "asyncio"}


def run(*arguments: str | Path, standard_input: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(ivr, [str(argument) for argument in arguments], input=standard_input)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def process(*arguments: str | Path, **changes: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **changes}
    command = [sys.executable, "-m", "ivr", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=environment, check=False)


@pytest.fixture
def flows(root: Path) -> Path:
    return root / "flows"


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    file = tmp_path / "wrong.yaml"
    file.write_text(WRONG, encoding="utf-8")
    return file


# --- check ----------------------------------------------------------------------------------------------------------


def test_a_clean_flow_is_clean(flows: Path) -> None:
    result = run("check", flows / CLEAN, "--fail-level", "info")
    assert (result.exit_code, result.output) == (0, f"Nothing to report in {flows / CLEAN}.\n")


def test_a_finding_is_shown_with_its_place(wrong: Path) -> None:
    result = run("check", wrong, "--select", "ST001")
    assert result.exit_code == 1
    first, shown, carets, *_ = result.output.splitlines()
    assert first.startswith(f"{wrong}:4:26: ST001 error: 'main' leads to 'nowhere', which does not exist")
    assert first.endswith("[unknown-target]")
    assert shown == "  4 |   main: {say: Hi., next: nowhere}"
    assert carets.index("^") == shown.index("nowhere")
    assert carets.count("^") == len("nowhere")


@pytest.mark.parametrize(
    ("level", "code"), [("info", 1), ("warning", 1), ("error", 0), ("never", 0)]
)  # the documented menu has warnings, and no error
def test_the_level_decides_the_exit_code(flows: Path, level: str, code: int) -> None:
    result = run("check", flows / "caremark-austin.yaml", "--fail-level", level, "--ignore", "PM")
    assert "warning" in result.output
    assert result.exit_code == code


def test_the_level_is_warning_unless_it_is_named(flows: Path) -> None:
    assert run("check", flows / "caremark-austin.yaml").exit_code == 1
    assert run("check", flows / FAULTY, "--fail-level", "never").exit_code == 0


def test_json_is_one_object(flows: Path) -> None:
    result = run("check", flows / FAULTY, flows / CLEAN, "--format", "json")
    report = json.loads(result.output)
    assert report["files"] == [str(flows / FAULTY), str(flows / CLEAN)]
    assert sum(report["counts"].values()) == len(report["findings"]) > 10
    assert {finding["file"] for finding in report["findings"]} == {str(flows / FAULTY)}
    places = [(finding["line"], finding["column"]) for finding in report["findings"]]
    assert places == sorted(places)


def test_a_folder_is_every_flow_below_it(tmp_path: Path) -> None:
    for name in ("b.yaml", "a/c.yml", ".hidden/d.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WRONG, encoding="utf-8")
    (tmp_path / "bom.yaml").write_bytes(b"\xef\xbb\xbf" + WRONG.encode())
    (tmp_path / "wide.yaml").write_text(WRONG, encoding="utf-16")
    (tmp_path / "part.yaml").write_text("nodes: {}\n", encoding="utf-8")
    (tmp_path / "notes.txt").write_text(WRONG, encoding="utf-8")
    report = json.loads(run("check", tmp_path, "--format", "json").output)
    assert report["files"] == [str(tmp_path / name) for name in ("b.yaml", "bom.yaml", "wide.yaml", "a/c.yml")]


def test_a_flow_that_is_named_twice_is_checked_once(wrong: Path) -> None:
    assert run("check", wrong, wrong.parent, wrong).output == run("check", wrong).output


def test_standard_input_is_a_flow_too(wrong: Path) -> None:
    result = run("check", "-", "--format", "concise", standard_input=WRONG)
    assert result.exit_code == 1
    assert result.output == run("check", wrong, "--format", "concise").output.replace(str(wrong), "<stdin>")
    assert run("check", "-", standard_input="").exit_code == 2


def codes(result: Result) -> set[str]:
    return {finding["code"] for finding in json.loads(result.output)["findings"]}


def test_rules_are_selected_and_ignored_by_code_family_and_name(flows: Path) -> None:
    everything = codes(run("check", flows / FAULTY, "--format", "json"))
    only = codes(run("check", flows / FAULTY, "--format", "json", "--select", "TM,unknown-target", "--select", "pr002"))
    assert only == {code for code in everything if code[:2] == "TM" or code in {"ST001", "PR002"}}
    rest = codes(run("check", flows / FAULTY, "--format", "json", "--ignore", "TM,Unknown-Target"))
    assert rest == {code for code in everything if code[:2] != "TM" and code != "ST001"}


@pytest.mark.parametrize(
    ("option", "word", "meant"),
    [
        ("--select", "unknown-targt", "did you mean 'unknown-target'?"),
        ("--ignore", "ST0001", "did you mean 'ST001'?"),
        ("--select", "nonsense", "`ivr explain` lists them all."),
    ],
)
def test_a_rule_that_does_not_exist_is_told_the_nearest(wrong: Path, option: str, word: str, meant: str) -> None:
    result = run("check", wrong, option, word)
    assert result.exit_code == 2
    assert f"There is no rule '{word}'" in result.output
    assert meant in result.output


def test_the_same_flow_gives_the_same_bytes(flows: Path) -> None:
    for kind in ("text", "json"):
        one, two = (process("check", flows, "--format", kind, PYTHONHASHSEED=seed) for seed in ("1", "2"))
        assert one.stdout == two.stdout
        assert one.stderr == two.stderr == b""


# --- explain --------------------------------------------------------------------------------------------------------


def limits_on(rule: Check) -> str:
    """Give what the page of a rule says of its limits, which is TOML that says the defaults; nothing without limits."""
    if not rule.limits:
        return ""
    said = run("explain", rule.code).output.split(LIMITS)[1].split("\n\nThe examples")[0]
    written = tomllib.loads(textwrap.dedent(said))["tool"]["ivr"]["limits"][rule.code]
    lists = {name: list(value) if isinstance(value, tuple) else value for name, value in rule.limits.items()}
    assert written == {name: sorted(value) if isinstance(value, frozenset) else value for name, value in lists.items()}
    return LIMITS + said


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_every_rule_has_a_page(rule: Check) -> None:
    by_code, by_name = run("explain", rule.code.lower()), run("explain", rule.name.upper())
    assert by_code.exit_code == 0
    assert by_code.output == by_name.output
    off = "; off unless asked for" if rule.off else ""
    heading, _, rest = by_code.output.partition("\n\n")
    assert " ".join(heading.split()) == f"{rule.code} {rule.name} ({rule.severity}{off})"
    lines = by_code.output.splitlines()
    examples = rule.page.splitlines()
    assert max(len(line) for line in lines if line not in examples) <= 80
    limits = limits_on(rule)
    assert [line for line in lines if line.startswith(" ")] == [
        *(line for line in examples if line.startswith(" ")),
        *limits.splitlines()[2:],
    ]
    told = " ".join([*rule.page.split(), *limits.split(), *EXAMPLES.split()])
    assert " ".join(rest.split()) == told
    assert "\nThe examples are parts of a flow." in by_code.output


def test_what_is_said_of_the_examples_is_true() -> None:
    frame = yaml.safe_load(FRAME)
    assert list(frame["lines"].values()) == ["main"]
    assert {str(key): each["go"] for key, each in frame["keys"].items()} == {"0": "desk", "9": "again", "*": "back"}
    assert "transfer" in frame["nodes"]["desk"]


def test_every_source_is_one_that_readers_have(root: Path) -> None:
    readme = (root / "README.md").read_text("utf-8")
    for rule in catalogue():
        assert "the language of flow files, section" not in rule.page
        for section in re.findall(r'README, "([^"]+)"', rule.page):
            assert f"\n## {section}\n" in readme


def test_without_a_rule_all_are_listed_by_family() -> None:
    result = run("explain")
    assert result.exit_code == 0
    listed = re.findall(r"^  ([A-Z]{2}\d{3})  (\w+) +([\w-]+)$", result.output, re.MULTILINE)
    rules = sorted((*catalogue(), *audits()), key=lambda rule: rule.code)
    assert listed == [(rule.code, str(rule.severity), rule.name) for rule in rules]
    families = re.findall(r"^([A-Z]{2})  \w", result.output, re.MULTILINE)
    assert families == sorted({rule.code[:2] for rule in catalogue()})


def test_every_family_has_a_name() -> None:
    assert {rule.code[:2] for rule in catalogue()} <= set(FAMILIES)


def test_a_family_is_introduced() -> None:
    result = run("explain", "tm")
    assert result.output.startswith(f"TM  {FAMILIES['TM']}\n\n  TM001 missing-timeout (error)\n    ")
    assert "ST001" not in result.output


def test_a_page_that_does_not_exist_is_told_the_nearest() -> None:
    result = run("explain", "unknown-tarket")
    assert result.exit_code == 2
    assert "Error: There is no rule 'unknown-tarket'; did you mean 'unknown-target'?" in result.output


# --- what all commands share ----------------------------------------------------------------------------------------


def test_help_names_every_command() -> None:
    result = run("--help")
    assert result.exit_code == 0
    for name, words in COMMANDS.items():
        assert re.search(rf"^  {name} +{re.escape(words)}$", result.output, re.MULTILINE)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_that_fits_a_terminal(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: ivr {name} ")
    assert max(map(len, result.output.splitlines())) <= 80


def test_a_misspelt_command_is_told_the_nearest() -> None:
    result = run("chekc")
    assert result.exit_code == 2
    assert "There is no command 'chekc'. Did you mean 'check'?" in result.output


def test_version() -> None:
    assert re.fullmatch(r"ivr \d+\.\d+\.\d+\n", run("--version").output)


def test_checking_imports_nothing_slow(flows: Path) -> None:
    program = (
        "import sys\nfrom ivr.cli import ivr\n"
        f"ivr(['check', {str(flows / CLEAN)!r}, '--no-cache'], standalone_mode=False, prog_name='ivr')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", f"import atexit\natexit.register(lambda: print(*sys.modules))\n{program}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "ivr.checks.unknown_target" in done.stdout
    assert SLOW & set(done.stdout.split()) == set()


def in_terminal(*arguments: str | Path, **changes: str) -> str:
    """Give what a command writes to a terminal."""
    ours, theirs = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "TERM"}}
    command = [sys.executable, "-m", "ivr", *map(str, arguments)]
    with subprocess.Popen(
        command, stdout=theirs, stderr=theirs, env={**environment, "TERM": "xterm", **changes}
    ) as done:
        os.close(theirs)
        written = b""
        while True:
            try:
                written += (read := os.read(ours, 65536))
            except OSError:  # how Linux says that the other side is closed
                break
            if not read:
                break
        done.wait()
    os.close(ours)
    return written.decode()


def test_a_fault_in_a_file_that_two_flows_include_is_told_once_though_each_has_a_call_for_it(tmp_path: Path) -> None:
    nodes = "defaults: {tries: 9, otherwise: desk}\nkeys: {9: {say: hear this again, go: again}}\nnodes:\n"
    nodes += "  main: {menu: Hello., options: {1: {say: sales, go: desk}, 2: {say: repairs, go: dsek}}}\n"
    nodes += "  desk: {transfer: 1-800-555-0177, failed: sorry}\n  sorry: {hangup: Goodbye.}\n"
    (tmp_path / "nodes.yaml").write_text(nodes, encoding="utf-8")
    for name, line in (("a", "1-800-555-0100"), ("b", "1-800-555-0101")):
        flow = f"ivr: 1\ninclude: [nodes.yaml]\nlines: {{{line}: main}}\n"
        (tmp_path / f"{name}.yaml").write_text(flow, encoding="utf-8")
    chosen = ("check", tmp_path, "--select", "ST001,TM004")
    found = json.loads(run(*chosen, "--format", "json").stdout)
    assert [one["code"] for one in found["findings"]] == ["TM004", "ST001"]
    assert {call["line"] for one in found["findings"] for call in one["calls"]} == {"1-800-555-0100"}
    said = run(*chosen, "--diff").stderr
    assert said.startswith("Would fix 1 fault (TM004) in ")
    assert said.endswith("\n--unsafe-fixes would try 1 more; look at what it does.\n")
    assert run(*chosen, "--write-baseline", tmp_path / "known.json").stderr.startswith("Wrote 2 findings to ")
    assert run(*chosen, "--baseline", tmp_path / "known.json").stdout == "Nothing to report in 2 flows.\n"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--watch --fix", "--watch only reports findings; leave the other options out."),
        ("--watch --add-ignore", "--watch only reports findings; leave the other options out."),
        ("--watch --write-baseline x", "--watch only reports findings; leave the other options out."),
        ("--promises --diff", "--promises prints its table and nothing else; leave the other options out."),
        ("--promises --statistics", "--promises prints its table and nothing else; leave the other options out."),
        ("--promises --output-file x", "--promises prints its table and nothing else; leave the other options out."),
        ("--promises --format sarif", "--promises is printed as text or json; 'sarif' is for findings, and PM001 is"),
        ("--reason x", "--reason goes with --add-ignore, which writes it down."),
    ],
)
def test_options_of_which_nothing_would_come_are_refused(
    wrong: Path, monkeypatch: pytest.MonkeyPatch, options: str, said: str
) -> None:
    monkeypatch.chdir(wrong.parent)
    result = run("check", wrong, *options.split())
    assert result.exit_code == 2
    assert said in result.stderr
    assert [one.name for one in wrong.parent.iterdir()] == [wrong.name]


@pytest.mark.parametrize("wrapped", [False, True], ids=["as it is", "as a cause"])
def test_ctrl_c_is_no_traceback_even_while_modules_are_imported(tmp_path: Path, *, wrapped: bool) -> None:
    raising = "KeyboardInterrupt" if not wrapped else "RuntimeError('__set_name__') from KeyboardInterrupt()"
    (tmp_path / "click.py").write_text(f"raise {raising}\n", encoding="utf-8")
    path = os.pathsep.join([str(tmp_path), str(Path(__file__).parents[1])])
    done = subprocess.run(
        [sys.executable, "-m", "ivr", "explain"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"\nAborted!\n")


def test_the_program_is_the_one_that_stands_ctrl_c() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["scripts"]["ivr"] == "ivr.__main__:main"


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "9001-01-01", "9999-12-31"])
def test_days_at_the_ends_of_the_calendar_are_refused(flows: Path, day: str) -> None:
    result = run("check", flows, "--today", day)
    said = f"'{day}' is too far away; days are taken from the years 1900 to 9000\n"
    assert (result.exit_code, result.output) == (2, said)


@pytest.mark.parametrize("day", ["1900-01-01", "9000-12-31"])
def test_days_far_away_can_be_checked(flows: Path, day: str) -> None:
    assert "XX001" not in run("check", flows / "clinic.yaml", "--today", day).output
    assert run("check", flows / "caremark-austin.yaml", "--promises", "--today", day).exit_code == 1


def test_what_nobody_may_look_at_is_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: object) -> object:
        raise PermissionError(13, "Permission denied", str(path))

    assert is_folder(str(tmp_path))
    monkeypatch.setattr(os, "stat", forbidden)
    assert not is_folder(str(tmp_path))


def test_colours_are_for_terminals_that_want_them(wrong: Path) -> None:
    assert "\033[1;31mST001 error\033[0m" in in_terminal("check", wrong)
    assert "\033" not in in_terminal("check", wrong, NO_COLOR="1")
    assert "\033" not in in_terminal("check", wrong, TERM="dumb")
    assert b"\033" not in process("check", wrong).stdout
    assert "\033" not in in_terminal("check", wrong, "--format", "json")


def test_a_flow_cannot_steer_the_terminal(tmp_path: Path) -> None:
    nasty = "\033]0;owned\007"
    file = tmp_path / f"{nasty.replace('/', '')}.yaml"
    escaped = nasty.replace("\033", "\\e").replace("\007", "\\a")
    file.write_text(WRONG.replace("nowhere", f'"{escaped}"'), encoding="utf-8")
    for options in (["check"], ["check", "--format", "json"], ["walk", "--keys", "1"]):
        done = process(*options, file)
        assert b"owned" in done.stdout + done.stderr
        assert b"\033" not in done.stdout + done.stderr
        assert b"\007" not in done.stdout + done.stderr


@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_any_terminal_can_be_written_to(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "wörter.yaml"
    file.write_text(WRONG.replace("nowhere", "漢字"), encoding="utf-8")
    done = process("check", file, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (1, b"")
    assert ("漢字".encode() if encoding == "utf-8" else b"\\u6f22\\u5b57") in done.stdout


def test_a_name_that_is_no_text_is_no_burden(tmp_path: Path) -> None:
    file = os.path.join(os.fsencode(tmp_path), b"a\xff.yaml")  # noqa: PTH118 -- bytes
    with open(file, "wb") as out:  # noqa: PTH123 -- as above
        out.write(WRONG.encode())
    for kind in ("text", "json"):
        done = subprocess.run(
            [os.fsencode(sys.executable), b"-m", b"ivr", b"check", b"--format", kind.encode(), file],
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (1, b"")
        assert b"\\udcff.yaml" in done.stdout


def shell(command: str, file: Path) -> subprocess.CompletedProcess[bytes]:
    line = f'set -o pipefail; "{sys.executable}" -m ivr check "{file}" {command}'
    return subprocess.run(["bash", "-c", line], capture_output=True, check=False)


def test_what_cannot_be_written_is_no_traceback(wrong: Path) -> None:
    full = shell("> /dev/full", wrong)
    assert full.returncode != 0
    assert b"Traceback" not in full.stderr
    for command in (">&-", "| true", "2>&- >&-"):
        assert b"Traceback" not in shell(command, wrong).stderr
    assert b"standard input is closed" in subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m ivr check - <&-'], capture_output=True, check=False
    ).stderr  # fmt: skip


@pytest.mark.parametrize("arguments", [["check"], ["schema"], ["explain", "ST001"]], ids=lambda words: words[0])
def test_nothing_is_written(arguments: list[str], wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(wrong.parent)
    before = [(path.name, path.stat().st_mtime_ns) for path in sorted(wrong.parent.rglob("*"))]
    run(*arguments, *(["wrong.yaml"] if arguments == ["check"] else []))
    assert [(path.name, path.stat().st_mtime_ns) for path in sorted(wrong.parent.rglob("*"))] == before
