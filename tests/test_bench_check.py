"""How long many flows take to check, and how long when nothing has changed: `pytest -m bench -s` prints the table."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from found import TODAY
from test_bench import show

from ivr.checking.settings import Settings
from ivr.checking.work import Job, outcomes

pytestmark = pytest.mark.bench

FLOWS = 500
AGAIN = 5
FASTER = 10
"""So many times faster a second run has to be."""
CLINIC = Path(__file__).resolve().parent.parent / "flows" / "clinic.yaml"


def write_flows(folder: Path) -> None:
    """Write flows of the size that real ones have, no two alike, some with faults."""
    text = CLINIC.read_text(encoding="utf-8")
    for number in range(FLOWS):
        wait = "2 s" if number % 10 == 0 else "5 s"
        changed = text.replace("name: ", f"name: No. {number} ", 1).replace(
            "  tries: 3\n", f"  tries: 3\n  wait: {wait}\n", 1
        )
        (folder / f"flow-{number:03}.yaml").write_text(changed, encoding="utf-8")


def seconds(*command: str, folder: Path) -> tuple[float, str]:
    started = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return time.perf_counter() - started, done.stdout


def test_checking_five_hundred_flows_again(tmp_path: Path) -> None:
    write_flows(tmp_path)
    command = (sys.executable, "-m", "ivr", "check", ".", "--today", "2026-03-02", "--format", "concise")
    bare = statistics.median(seconds(sys.executable, "-c", "pass", folder=tmp_path)[0] for _ in range(AGAIN))
    first, told = seconds(*command, folder=tmp_path)
    runs = [seconds(*command, folder=tmp_path) for _ in range(AGAIN)]
    again = statistics.median(run[0] for run in runs)
    show(
        f"Checking {FLOWS} flows (again: median of {AGAIN})",
        ("", "seconds", "bare starts", "times faster"),
        (
            ("first", f"{first:.2f}", f"{first / bare:.0f}", ""),
            ("again, unchanged", f"{again:.2f}", f"{again / bare:.0f}", f"{first / again:.0f}"),
        ),
    )
    assert {run[1] for run in runs} == {told}
    assert "TM005" in told
    assert first / again >= FASTER


def test_checking_in_several_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_flows(tmp_path)
    monkeypatch.chdir(tmp_path)
    jobs = [Job(path.name, Settings(), TODAY) for path in sorted(tmp_path.glob("*.yaml"))]
    list(outcomes(jobs[:1], 1))  # imports everything
    rows, results = [], []
    for count in (6, 12, 48):
        taken = []
        for processes in (1, 2):
            started = time.perf_counter()
            results.append([len(one.findings) for one in outcomes(jobs[:count], processes)])
            taken.append(time.perf_counter() - started)
        assert results[-1] == results[-2]
        rows.append((f"{count} flows", *(f"{one:.2f}" for one in taken)))
    show("Checking flows in one process and in two", ("", "one, seconds", "two"), rows)
