"""What is known from last time: used where nothing changed, never where anything did, and no check stops for it."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from found import TODAY
from frame import framed

from ivr.analysis.outside import content, is_there, looks, names_in
from ivr.checking import cache as caching
from ivr.checking import work
from ivr.checking.cache import FOLDER, Cache
from ivr.checking.outcome import Outcome, read, written
from ivr.checking.run import Run
from ivr.checking.settings import Settings
from ivr.checking.watch import changes, folders_below
from ivr.checking.work import ENOUGH, Job, outcomes
from ivr.edit import Edit, Fix
from ivr.finding import Fault, Finding, Severity
from ivr.loader import load_text
from ivr.looking import seen
from ivr.source import Place
from ivr.witness import PRESS, WAIT, Step, Witness

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


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("flow.yaml", "other.yaml"):
        (tmp_path / name).write_text(FLOW, encoding="utf-8")
    return tmp_path


class Counting(list[str]):
    """Which flows were checked, and not known."""


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Counting:
    counting = Counting()
    usual = work.outcome

    def outcome(job: Job) -> Outcome:
        counting.append(job.file)
        return usual(job)

    monkeypatch.setattr(work, "outcome", outcome)
    return counting


def check(*files: str, settings: Settings | None = None, day: int = 2, folder: str = FOLDER) -> list[Outcome]:
    run = Run(lambda _: settings or Settings(), TODAY.replace(day=day), folder, lambda: None)
    return run.check(files)


def test_what_did_not_change_is_not_checked_again(project: Path, checked: Counting) -> None:
    first = check("flow.yaml", "other.yaml")
    assert checked == ["flow.yaml", "other.yaml"]
    assert check("flow.yaml", "other.yaml") == first
    assert check("other.yaml") == first[1:]
    assert checked == ["flow.yaml", "other.yaml"]
    assert {finding.code for finding in first[0].findings} >= {"KY008", "TM005"}
    assert (project / FOLDER / ".gitignore").read_text() == "*\n"


def change_flow(project: Path) -> None:
    (project / "flow.yaml").write_text(FLOW.replace("wait: 2 s", "wait: 5 s"), encoding="utf-8")


def change_nothing_but_blank_space(project: Path) -> None:
    (project / "flow.yaml").write_text("\n" + FLOW, encoding="utf-8")


def change_stamp(project: Path) -> None:
    for path in (project / FOLDER).glob("*.json"):
        path.write_text(path.read_text().replace('"stamp": "', '"stamp": "0'))


def cut_off(project: Path) -> None:
    for path in (project / FOLDER).glob("*.json"):
        path.write_bytes(path.read_bytes()[:-20])


def write_nonsense(project: Path) -> None:
    for number, path in enumerate(sorted((project / FOLDER).glob("*.json"))):
        path.write_bytes([b"", b"\xff\xfe", b"[]", b"{}"][number % 4])


def hide_findings(project: Path) -> None:
    for path in (project / FOLDER).glob("*.json"):
        entry = json.loads(path.read_text())
        entry["findings"] = [["Selection"]]
        path.write_text(json.dumps(entry))


def remove(project: Path) -> None:
    for path in (project / FOLDER).iterdir():
        path.unlink()


@pytest.mark.parametrize(
    "change",
    [change_flow, change_nothing_but_blank_space, change_stamp, cut_off, write_nonsense, hide_findings, remove],
)
def test_what_changed_is_checked_again(project: Path, checked: Counting, change: Callable[[Path], None]) -> None:
    check("flow.yaml")
    change(project)
    after = check("flow.yaml")
    assert checked == ["flow.yaml"] * 2
    assert after == Run(lambda _: Settings(), TODAY, None, lambda: None).check(["flow.yaml"])
    assert check("flow.yaml") == after
    assert checked == ["flow.yaml"] * 3  # the one without a cache, and no other


def test_other_settings_and_another_day_count(project: Path, checked: Counting) -> None:
    del project
    check("flow.yaml")
    only = check("flow.yaml", settings=Settings(select=("KY008",)))
    assert [one.code for one in only[0].findings] == ["KY008"]
    check("flow.yaml", day=3)
    assert checked == ["flow.yaml"] * 3
    check("flow.yaml", settings=Settings(select=("KY008",)))
    assert checked == ["flow.yaml"] * 3


def test_included_files_count(project: Path, checked: Counting) -> None:
    (project / "flow.yaml").write_text("include: part.yaml\n" + FLOW, encoding="utf-8")
    (project / "part.yaml").write_text("nodes:\n  lost: {hangup: Goodbye.}\n", encoding="utf-8")
    assert "ST005" in {one.code for one in check("flow.yaml")[0].findings}
    (project / "part.yaml").write_text("nodes: {}\n", encoding="utf-8")
    assert "ST005" not in {one.code for one in check("flow.yaml")[0].findings}
    assert checked == ["flow.yaml"] * 2
    (project / "part.yaml").unlink()
    for _ in range(2):
        assert "RD009" in {one.code for one in check("flow.yaml")[0].findings}
    (project / "part.yaml").write_text("nodes: {}\n", encoding="utf-8")
    assert "RD009" not in {one.code for one in check("flow.yaml")[0].findings}


def test_an_include_that_leads_elsewhere_counts(project: Path) -> None:
    (project / "in").mkdir()
    (project / "in" / "flow.yaml").write_text("include: part.yaml\n" + FLOW, encoding="utf-8")
    for name in ("in/real.yaml", "outside.yaml"):
        (project / name).write_text("nodes: {}\n", encoding="utf-8")
    (project / "in" / "part.yaml").symlink_to("real.yaml")
    assert "RD009" not in {one.code for one in check("in/flow.yaml")[0].findings}
    (project / "in" / "part.yaml").unlink()
    (project / "in" / "part.yaml").symlink_to("../outside.yaml")
    assert "RD009" in {one.code for one in check("in/flow.yaml")[0].findings}


def test_a_flow_that_cannot_be_used_is_checked_each_time(project: Path, checked: Counting) -> None:
    (project / "flow.yaml").write_text("[", encoding="utf-8")
    assert [check("flow.yaml")[0].usable for _ in range(2)] == [False, False]
    assert checked == ["flow.yaml"] * 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_texts_are_given_as_they_were_read(project: Path, checked: Counting, encoding: str) -> None:
    (project / "flow.yaml").write_bytes(FLOW.replace("\n", "\r\n").encode(encoding))
    assert check("flow.yaml")[0].texts == check("flow.yaml")[0].texts == {"flow.yaml": FLOW.replace("\n", "\r\n")}
    assert len(checked) == 1


def test_the_same_file_under_another_name_is_another_one(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    check("flow.yaml")
    assert {one.place.file for one in check("./flow.yaml")[0].findings} == {"./flow.yaml"} or {
        one.place.file for one in check("./flow.yaml")[0].findings
    } == {"flow.yaml"}
    (project / "below").mkdir()
    (project / "below" / "flow.yaml").write_text(FLOW.replace("wait: 2 s", "wait: 5 s"), encoding="utf-8")
    monkeypatch.chdir(project / "below")
    there = check("flow.yaml", folder=str(project / FOLDER))
    assert "TM005" not in {one.code for one in there[0].findings}


def test_a_folder_that_cannot_be_written_stops_nothing(project: Path) -> None:
    (project / FOLDER).write_text("a file", encoding="utf-8")
    assert check("flow.yaml")[0].findings


def test_a_single_flow_makes_no_folder_by_itself(project: Path) -> None:
    check("flow.yaml", folder="")
    assert not (project / FOLDER).exists()
    check("flow.yaml", "other.yaml", folder="")
    assert (project / FOLDER).exists()


def test_the_folder_does_not_grow_without_bounds(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "MOST_ENTRIES", 4)
    for number in range(10):
        check("flow.yaml", settings=Settings(select=(f"KY00{number}",)) if number else None)
    assert len(list((project / FOLDER).glob("*.json"))) <= 4


# --- what a rule looks at beside the flow ---------------------------------------------------------------------------


def test_files_that_a_rule_looked_at_count(project: Path) -> None:
    cache = Cache(project / FOLDER, "stamp")
    flow = load_text(FLOW, "flow.yaml").flow
    assert flow
    assert not is_there(flow, "greeting.wav")
    assert content(flow, "text.txt") is None
    assert names_in(flow, ".", {".yaml"}) == ("flow.yaml", "other.yaml")
    outcome = Outcome("flow.yaml", (), {"flow.yaml": FLOW})

    def keep() -> None:
        looks(flow).update({look: seen(*look.split(" ", 1)) for look in looks(flow)})
        cache.keep(outcome, "way", looks(flow))

    (project / FOLDER).mkdir()
    keep()
    (project / "new.md").write_text("nobody asked for it", encoding="utf-8")
    assert cache.known("flow.yaml", "way") == outcome
    for path in ("greeting.wav", "text.txt", "new.YAML"):
        keep()
        assert cache.known("flow.yaml", "way") == outcome
        (project / path).write_text("there", encoding="utf-8")
        assert cache.known("flow.yaml", "way") is None
    keep()
    (project / "text.txt").write_text("there", encoding="utf-8")  # a fresh copy is the same
    (project / "greeting.wav").write_text("another one", encoding="utf-8")  # nobody asked what it holds
    assert cache.known("flow.yaml", "way") == outcome
    (project / "text.txt").write_text("there now", encoding="utf-8")
    assert cache.known("flow.yaml", "way") is None
    assert content(flow, "text.txt") == b"there now"


FOLDERS = [Path(work.__file__).parent.parent / folder for folder in ("checks", "analysis", "explore", "promise")]
OUTWARD = {"os", "io", "pathlib", "glob", "shutil", "subprocess", "socket", "urllib", "tempfile", "wave"}


LOOKS = {"exists", "isfile", "isdir", "getmtime", "getsize", "realpath", "read_text", "read_bytes"}


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):  # os.path by itself only takes names apart
            yield from (name.name.split(".")[0] for name in node.names if name.name != "os.path")
        elif isinstance(node, ast.Attribute) and node.attr in LOOKS:
            yield "os"
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            yield "io"


def test_rules_look_outside_in_one_way_only() -> None:
    """What a rule reads by itself would not be seen to change: `ivr.analysis.outside` is the way."""
    paths = [path for folder in FOLDERS for path in folder.rglob("*.py") if path.name != "outside.py"]
    assert len(paths) > 100
    assert {path.name: OUTWARD & set(imported(path)) for path in paths if OUTWARD & set(imported(path))} == {}


# --- how findings are written down ----------------------------------------------------------------------------------


def test_every_part_of_a_finding_is_written_and_read() -> None:
    place = Place("flow.yaml", 1, 2, 3, 4)
    at = datetime(2026, 10, 25, 1, 30, tzinfo=ZoneInfo("Europe/Dublin"), fold=1)
    call = Witness("1", at, (Step(PRESS, "1"), Step(WAIT), Step("answer", "busy", "desk", (("a", "b"),))), "main")
    fix = Fix((Edit(place, "x\n"),), "Write it.", safe=False)
    fault = Fault(place, "é\u2028'\"\ud800", "hint", ((place, "there"),), call, fix)
    findings = (
        Finding("ZZ001", "rare", Severity.INFO, fault),
        Finding("ZZ002", "rare", Severity.ERROR, Fault(place, "")),
    )
    again = read(json.loads(written(findings)))
    assert again == findings
    assert again[0].witness
    assert (again[0].witness.at.fold, str(again[0].witness.at.tzinfo)) == (1, "Europe/Dublin")
    assert again[0].severity is Severity.INFO


def test_findings_that_cannot_be_written_are_not_kept(project: Path) -> None:
    odd = Finding("ZZ001", "rare", Severity.INFO, Fault(Place("flow.yaml", 1, 1, 1, 1), object()))  # type: ignore[arg-type]
    cache = Cache(project / FOLDER, "stamp")
    cache.keep(Outcome("flow.yaml", (odd,), {"flow.yaml": FLOW}), "way", {})
    assert cache.known("flow.yaml", "way") is None


# --- many at once ---------------------------------------------------------------------------------------------------


def test_many_flows_at_once_give_the_same_in_the_same_order(project: Path) -> None:
    for number in range(ENOUGH):
        (project / f"{number}.yaml").write_text(FLOW.replace("wait: 2 s", f"wait: {number} s"), encoding="utf-8")
    jobs = [Job(f"{number}.yaml", Settings(), TODAY) for number in range(ENOUGH)]
    assert list(outcomes(jobs, 2)) == list(outcomes(jobs, 1))


def test_two_runs_at_once_do_not_disturb_each_other(project: Path) -> None:
    for number in range(30):
        (project / f"{number:02}.yaml").write_text(FLOW.replace("wait: 2 s", f"wait: {number} s"), encoding="utf-8")
    command = [sys.executable, "-m", "ivr", "check", ".", "--today", "2026-03-02", "--format", "concise"]
    alone = subprocess.run([*command, "--no-cache"], capture_output=True, check=False).stdout
    both = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    assert [one.communicate()[0] for one in both] == [alone, alone]
    assert subprocess.run(command, capture_output=True, check=False).stdout == alone


def test_what_is_known_is_told_without_importing_the_rules(project: Path) -> None:
    del project
    program = (
        "import sys, atexit\natexit.register(lambda: print(*sys.modules))\nfrom ivr.cli import ivr\n"
        "ivr(['check', '.', '--today', '2026-03-02'], standalone_mode=False)\n"
    )
    first, second = (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False).stdout.splitlines()
        for _ in range(2)
    )
    assert first[:-1] == second[:-1]
    assert "ivr.checks.unknown_target" in first[-1]
    slow = {"ivr.checks", "ivr.loader", "ivr.flow", "ivr.check", "pydantic", "yaml", "tomllib", "concurrent.futures"}
    assert slow & set(second[-1].split()) == set()


# --- watching -------------------------------------------------------------------------------------------------------


def test_a_change_is_seen(project: Path) -> None:
    edits: Iterator[Callable[[], object]] = iter(
        [
            lambda: None,
            lambda: (project / "flow.yaml").write_text("changed and longer", encoding="utf-8"),
            lambda: (project / "new.yaml").write_text("new", encoding="utf-8"),
            (project / "new.yaml").unlink,
        ]
    )
    pauses = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        next(edits, lambda: pytest.fail("it goes on waiting"))()

    turns = changes(lambda: [*folders_below("."), "flow.yaml", "other.yaml"], pause)
    seen = [len(pauses) for _, _ in zip(range(4), turns, strict=False)]
    assert seen == [0, 2, 3, 4]


def test_a_change_while_flows_are_checked_is_seen(project: Path) -> None:
    turns = changes(lambda: ["flow.yaml"], lambda _: pytest.fail("it waits"))
    next(turns)
    (project / "flow.yaml").write_text("changed and longer", encoding="utf-8")
    next(turns)


def test_watching_checks_again_and_ends_quietly(project: Path) -> None:
    import signal  # noqa: PLC0415
    import time  # noqa: PLC0415

    command = [sys.executable, "-m", "ivr", "check", "flow.yaml", "--watch", "--select", "TM005", "--format", "concise"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith("flow.yaml:")
        assert process.stderr.readline() == "Waiting for changes; Ctrl-C ends this.\n"
        (project / "flow.yaml").write_text(FLOW.replace("wait: 2 s", "wait: 1 s"), encoding="utf-8")
        started = time.monotonic()
        assert "waits 1 s" in process.stdout.readline()
        assert time.monotonic() - started < 30
        process.stderr.readline()
        process.send_signal(signal.SIGINT)
        try:
            out, err = process.communicate(timeout=30)
        finally:
            process.kill()  # of no effect where it has ended
    assert (process.returncode, out, err.strip()) == (0, "", "")
