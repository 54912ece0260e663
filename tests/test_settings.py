"""Settings of a project: where they are found, what they change, and what is said of those that cannot be used."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from frame import framed

from ivr.checking.choice import _pattern, choice_of
from ivr.checking.settings import Settings, SettingsError, line_of, nearest, read_settings
from ivr.cli import ivr

FLOW = framed("""
nodes:
  main:
    menu: Thank you for calling.
    options:
      "#": {say: jobs, go: jobs}
      1: {say: sales, go: desk}
      2: {say: billing, go: office}
    wait: 2 s
  jobs: {hangup: Please write to us. Goodbye.}
  office: {transfer: representative, busy: sorry, no-answer: sorry}
""")
"""A flow that breaks TM005 (warning), KY008 (warning) and others."""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old").mkdir()
    for name in ("flow.yaml", "old/flow.yaml"):
        (tmp_path / name).write_text(FLOW, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(ivr, ["check", "--today", "2026-03-02", *arguments], prog_name="ivr")


def severities(*arguments: str) -> dict[str, str]:
    result = run("--format", "json", *(arguments or ("flow.yaml",)))
    assert result.exit_code in {0, 1}, result.output
    return {one["code"]: one["severity"] for one in json.loads(result.output)["findings"]}


def test_without_settings_rules_are_as_they_are(project: Path) -> None:
    del project
    assert {"TM005", "KY008"} <= set(severities())


@pytest.mark.parametrize(
    ("settings", "holds"),
    [
        ('select = ["KY"]', lambda found: "KY008" in found and all(code.startswith("KY") for code in found)),
        ('select = "KY008, TM005"', lambda found: set(found) == {"KY008", "TM005"}),
        ('select = ["KY008"]\nextend-select = ["timeout-short"]', lambda found: set(found) == {"KY008", "TM005"}),
        ('ignore = ["KY", "timeout-short"]', lambda found: not {"KY008", "TM005"} & set(found)),
        (
            'severity = {KY008 = "error", timeout-short = "info"}',
            lambda f: (f["KY008"], f["TM005"]) == ("error", "info"),
        ),
        ('severity = {KY008 = "off"}', lambda found: "KY008" not in found and "TM005" in found),
        ("limits = {TM005 = {least = 1}}", lambda found: "TM005" not in found and "KY008" in found),
        ("[limits.timeout-short]\nleast = 2.5", lambda found: "TM005" in found),
        ('profile = "coga"', lambda found: found["PR019"] == "info"),
        ('profile = "coga"\nseverity = {PR019 = "error"}', lambda found: found["PR019"] == "error"),
        ('profile = "coga"\nlimits = {TM005 = {least = 1}}', lambda found: "TM005" not in found),
        ('per-file = {"flow.yaml" = ["KY008"]}', lambda found: "KY008" not in found and "TM005" in found),
        ('per-file = {"old/*.yaml" = ["KY008"]}', lambda found: "KY008" in found),
    ],
)
@pytest.mark.parametrize("shared", [False, True])
def test_settings_change_what_is_found(
    project: Path, settings: str, holds: Callable[[dict[str, str]], bool], *, shared: bool
) -> None:
    if shared:
        text = "[project]\nname = 'x'\n[tool.ivr]\n" + settings.replace("[limits.", "[tool.ivr.limits.")
        (project / "pyproject.toml").write_text(text, encoding="utf-8")
    else:
        (project / "ivr.toml").write_text(settings, encoding="utf-8")
    assert holds(severities())


def test_the_nearest_settings_above_a_flow_win(project: Path) -> None:
    (project / "ivr.toml").write_text('ignore = ["KY008"]', encoding="utf-8")
    (project / "old" / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    assert "KY008" not in severities("old/flow.yaml")
    (project / "old" / "pyproject.toml").write_text("[tool.ivr]\nignore = ['TM005']\n", encoding="utf-8")
    assert "KY008" in severities("old/flow.yaml")
    assert "TM005" not in severities("old/flow.yaml")
    (project / "old" / "ivr.toml").write_text("", encoding="utf-8")
    assert {"KY008", "TM005"} <= set(severities("old/flow.yaml"))
    assert "KY008" not in severities("flow.yaml")


def test_flows_of_two_projects_are_checked_each_by_its_own_settings(project: Path) -> None:
    (project / "ivr.toml").write_text('select = ["KY008"]\nfail-level = "never"', encoding="utf-8")
    (project / "old" / "ivr.toml").write_text('select = ["TM005"]', encoding="utf-8")
    result = run("--format", "json", ".")
    found = [(one["file"], one["code"]) for one in json.loads(result.output)["findings"]]
    assert found == [("flow.yaml", "KY008"), ("old/flow.yaml", "TM005")]
    assert result.exit_code == 1
    assert run("flow.yaml").exit_code == 0


def test_the_command_line_wins(project: Path) -> None:
    (project / "ivr.toml").write_text(
        'select = ["TM"]\nignore = ["TM005"]\nseverity = {KY008 = "info"}\nfail-level = "never"', encoding="utf-8"
    )
    assert "TM005" not in severities()
    assert set(severities("flow.yaml", "--select", "TM005")) == {"TM005"}
    assert severities("flow.yaml", "--extend-select", "KY008")["KY008"] == "info"
    assert severities("flow.yaml", "--select", "KY008", "--severity", "KY008=error") == {"KY008": "error"}
    assert run("flow.yaml").exit_code == 0
    assert run("flow.yaml", "--select", "KY008", "--severity", "KY008=error", "--fail-level", "error").exit_code == 1
    assert {"KY008", "TM005"} <= set(severities("flow.yaml", "--isolated"))


def test_settings_can_be_named(project: Path) -> None:
    (project / "ivr.toml").write_text('ignore = ["KY008"]', encoding="utf-8")
    (project / "other.toml").write_text('ignore = ["TM005"]', encoding="utf-8")
    found = severities("flow.yaml", "--config", "other.toml")
    assert "KY008" in found
    assert "TM005" not in found
    assert run("flow.yaml", "--config", "none.toml").exit_code == 2
    assert run("flow.yaml", "--config", "other.toml", "--isolated").exit_code == 2


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('\nselct = ["KY"]', "ivr.toml:2: 'selct' is no setting; did you mean 'select'?"),
        ("select = 3", 'ivr.toml:1: \'select\' has to be a list of rules, as in `select = ["KY", "missing-prompt"]`'),
        ('\n\nselect = ["KY", "KY0008"]', "ivr.toml:3: there is no rule 'KY0008'; did you mean 'KY008'?"),
        ('ignore = ["hash-meanin"]', "ivr.toml:1: there is no rule 'hash-meanin'; did you mean 'hash-meaning'?"),
        (
            '[severity]\nKY001 = "off"\nKY008 = "eror"',
            "ivr.toml:3: 'eror' is none of error, warning, info, off; did you",
        ),
        ('[severity]\nKY = "off"', "ivr.toml:2: 'KY' means several rules; write the code or the name of one"),
        (
            "[limits]\nTM005 = {lest = 3}",
            "ivr.toml:2: 'lest' is no limit of TM005 (timeout-short); did you mean 'least'?",
        ),
        ("[limits]\nKY001 = {least = 3}", "ivr.toml:2: 'least' is no limit of KY001 (duplicate-key); it has none"),
        ('[limits.TM005]\nleast = "3"', "ivr.toml:2: 'least' of TM005 has to be a number; usually it is 3.0"),
        ("[limits.TM005]\nleast = true", "ivr.toml:2: 'least' of TM005 has to be a number; usually it is 3.0"),
        ("[limits.TM004]\nmost = 2.5", "ivr.toml:2: 'most' of TM004 has to be a whole number; usually it is 3"),
        ("[limits.TM004]\nmost = -1", "ivr.toml:2: 'most' of TM004 has to be 0 or more"),
        ("[limits.TM005]\nleast = nan", "ivr.toml:2: 'least' of TM005 has to be 0 or more"),
        ('fail-level = ["error"]', "ivr.toml:1: 'fail-level' has to be one of error, warning, info, never, in quotes"),
        (
            '\n[tool.ivr]\nprofile = "coga"',
            "ivr.toml:2: 'tool' is no setting; outside pyproject.toml, settings stand without such a heading",
        ),
        ("limits = 3", "ivr.toml:1: 'limits' has to be a table, as in `limits = {TM005 = {least = 5}}`"),
        ('profile = "cogga"', "ivr.toml:1: there is no profile 'cogga'; did you mean 'coga'?"),
        ('fail-level = "warn"', "ivr.toml:1: 'warn' is none of error, warning, info, never; did you mean 'warning'?"),
        ('[per-file]\n"*.yaml" = ["KYY"]', "ivr.toml:2: there is no rule 'KYY'"),
        ("select = [", "ivr.toml:1: this is not TOML: "),
        ("a = 1\nb = \n", "ivr.toml:2: this is not TOML: "),
    ],
)
def test_settings_that_cannot_be_used_are_told_with_their_line(project: Path, settings: str, said: str) -> None:
    (project / "ivr.toml").write_text(settings, encoding="utf-8")
    result = run("flow.yaml")
    assert result.exit_code == 2
    assert result.output.startswith(said)
    assert result.output.count("\n") == 1


def test_settings_in_pyproject_are_told_with_their_line(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.x]\nselect = 1\n[tool.ivr]\nselect = ["QQ"]\n', encoding="utf-8")
    assert run("flow.yaml").output.startswith("pyproject.toml:4: there is no rule 'QQ'")


def test_settings_in_pyproject_that_are_no_table_are_told(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool]\nivr = 3\n", encoding="utf-8")
    result = run("flow.yaml")
    said = "pyproject.toml:2: 'ivr' has to be a table, headed by `[tool.ivr]`\n"
    assert (result.exit_code, result.output) == (2, said)


def test_a_folder_that_nobody_may_look_into_has_no_settings(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "is_file", forbidden)
    assert nearest(project) == Settings()


def test_settings_that_are_no_text_are_told(project: Path) -> None:
    (project / "ivr.toml").write_bytes(b"\xff\xfe\x00")
    result = run("flow.yaml")
    assert (result.exit_code, result.output) == (2, "the settings in 'ivr.toml' cannot be read: it is not UTF-8 text\n")


def test_a_pyproject_of_something_else_is_no_matter_of_ours(project: Path) -> None:
    (project / "pyproject.toml").write_text("[tool.other\n", encoding="utf-8")
    assert "KY008" in severities()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--severity", "KY008=bad"), "'KY008=bad' is not a rule and how bad it is; write it as in KY014=off"),
        (("--severity", "KY0086=off"), "There is no rule 'KY0086'; did you mean 'KY008'?"),
        (("--extend-select", "nonsense"), "There is no rule 'nonsense'; `ivr explain` lists them all."),
        (("--profile", "cogga"), "'cogga' is not one of"),
        (("--max-warnings", "-1"), "-1 is not in the range"),
    ],
)
def test_options_that_cannot_be_used_are_told(project: Path, arguments: tuple[str, ...], said: str) -> None:
    del project
    result = run("flow.yaml", *arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_the_settings_that_hold_are_shown_as_a_settings_file(project: Path) -> None:
    text = (
        'profile = "coga"\nselect = ["KY", "TM"]\nper-file = {"old/*.yaml" = ["KY008"]}\n'
        'severity = {KY008 = "error"}\nlimits = {TM005 = {least = 4}}\n'
    )
    (project / "ivr.toml").write_text(text, encoding="utf-8")
    shown = run("flow.yaml", "--show-settings", "--ignore", "KY014").output
    assert shown.splitlines()[0] == "# ivr.toml"
    (project / "ivr.toml").write_text(shown, encoding="utf-8")
    again = read_settings(project / "ivr.toml")
    assert again is not None
    assert again._replace(file="", root="") == Settings(
        profile="coga",
        select=("KY", "TM"),
        ignore=("KY014",),
        per_file=(("old/*.yaml", ("KY008",)),),
        severity=(("KY008", "error"),),
        limits=(("TM005", (("least", 4),)),),
        fail_level="warning",
    )
    assert run("--show-settings", "--isolated").output == '# no settings file\nfail-level = "warning"\n'


@pytest.mark.parametrize(
    ("glob", "matching", "others"),
    [
        ("flow.yaml", ["flow.yaml", "a/b/flow.yaml"], ["aflow.yaml", "flow.yaml.x"]),
        ("*.yaml", ["a.yaml", "a/b.yaml"], ["a.yml"]),
        ("old/*", ["old/a.yaml"], ["old/b/a.yaml", "a/old/b.yaml"]),
        ("old/**", ["old/a.yaml", "old/b/a.yaml"], ["olds/a.yaml"]),
        ("**/old/*.y?ml", ["old/a.yaml", "x/old/a.yaml"], ["old/x/a.yaml"]),
        ("./a+b/*.yaml", ["a+b/c.yaml"], ["aab/c.yaml"]),
    ],
)
def test_globs_name_files_from_the_folder_of_the_settings(glob: str, matching: list[str], others: list[str]) -> None:
    import re  # noqa: PLC0415

    assert all(re.fullmatch(_pattern(glob), path) for path in matching)
    assert not any(re.fullmatch(_pattern(glob), path) for path in others)


def test_a_rule_left_out_in_a_file_is_left_out_where_the_file_is_included(project: Path) -> None:
    (project / "old" / "part.yaml").write_text("nodes:\n  lost: {hangup: Goodbye.}\n", encoding="utf-8")
    (project / "flow.yaml").write_text("include: old/part.yaml\n" + FLOW, encoding="utf-8")
    assert "ST005" in severities()
    (project / "ivr.toml").write_text('per-file = {"old/**" = ["orphan-node"]}', encoding="utf-8")
    assert "ST005" not in severities()
    assert "KY008" in severities()


def test_lines_of_settings_are_found() -> None:
    text = (
        '[tool.ivr]\nselect = [\n  "KY",\n  "QQ",\n]\n'
        '[tool.ivr.severity]\nKY = "off"\n[tool.ivr.limits."TM005"]\nleast = 1\n'
    )
    above = ("tool", "ivr")
    assert line_of(text, (*above, "select", "QQ")) == 4
    assert line_of(text, (*above, "severity", "KY")) == 7
    assert line_of(text, (*above, "limits", "TM005", "least")) == 9
    assert line_of("", ("select",)) == 1


def test_a_folder_without_settings_has_none(tmp_path: Path) -> None:
    (tmp_path / "ivr.toml").mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.black]\n", encoding="utf-8")
    assert nearest(tmp_path) == Settings()


def test_settings_that_name_no_file_are_told_without_a_line() -> None:
    with pytest.raises(SettingsError, match=r"^there is no rule 'QQ'"):
        choice_of(Settings(select=("QQ",)))


# --- what the exit code says ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), 1),
        (("--exit-zero",), 0),
        (("--max-warnings", "0"), 1),
        (("--max-warnings", "1"), 1),
        (("--max-warnings", "2"), 0),
        (("--max-warnings", "2", "--severity", "KY008=error"), 1),
        (("--max-warnings", "2", "--severity", "KY008=error", "--fail-level", "never"), 0),
        (("--fail-level", "error"), 0),
    ],
)
def test_warnings_can_be_let_pass(project: Path, arguments: tuple[str, ...], code: int) -> None:
    del project
    assert run("flow.yaml", "--select", "KY008,TM005", *arguments).exit_code == code


def test_a_flow_that_cannot_be_used_is_never_let_pass(project: Path) -> None:
    (project / "flow.yaml").write_text("[", encoding="utf-8")
    assert run("flow.yaml", "--exit-zero").exit_code == 2


def test_statistics_count_each_rule_the_worst_first(project: Path) -> None:
    del project
    arguments = (".", "--select", "KY008,TM005,KY014", "--severity", "TM005=error", "--statistics")
    assert run(*arguments).output.splitlines() == [
        "2  TM005  error    timeout-short",
        "2  KY008  warning  hash-meaning",
    ]
    assert json.loads(run(*arguments, "--format", "json").output)[1] == {
        "code": "KY008", "name": "hash-meaning", "severity": "warning", "count": 2,
    }  # fmt: skip
    assert run("flow.yaml", "--select", "KY014", "--statistics").output == "Nothing to report.\n"


def test_a_report_goes_to_a_file(project: Path) -> None:
    (project / "report.txt").write_text("old", encoding="utf-8")
    result = run("flow.yaml", "--output-file", "report.txt")
    assert result.output == ""
    assert result.exit_code == 1
    assert (project / "report.txt").read_text(encoding="utf-8") == run("flow.yaml").output
    assert run("flow.yaml", "--output-file", "no/such/report.txt").exit_code == 2
    assert sorted(path.name for path in project.iterdir()) == ["flow.yaml", "old", "report.txt"]
