"""How long many calls take beside one: whole runs of `ivr test`, in turns: `pytest -m bench -s` prints it."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_bench import show

pytestmark = [pytest.mark.bench]

ROUNDS = 7
MANY = 1000
ALLOWED = 20
CALL = """  - call: Results that are not ready {number}
    at: Tue 10:30
    steps:
      - hear: test results
      - press: 2
      - wait
      - press: 123456
      - answer: {{test results: waiting}}
      - hear: not ready yet
      - end: hangup
"""


def test_many_calls_in_one_file(root: Path, tmp_path: Path) -> None:
    flow = (root / "flows" / "clinic.yaml").read_text(encoding="utf-8")
    counts = {"one": 1, "many": MANY}
    for name, count in counts.items():
        (tmp_path / f"{name}.yaml").write_text(flow, encoding="utf-8")
        calls = "".join(CALL.format(number=number) for number in range(count))
        (tmp_path / f"{name}.calls.yaml").write_text(f"calls:\n{calls}", encoding="utf-8")
    seconds: dict[str, list[float]] = {name: [] for name in counts}
    for _ in range(ROUNDS):
        for name, count in counts.items():
            begun = time.perf_counter()
            command = [sys.executable, "-m", "ivr", "test", f"{name}.yaml", "--today", "2026-03-02"]
            done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
            seconds[name].append(time.perf_counter() - begun)
            assert done.stdout == f"{count} call{'s' * (count > 1)} passed in {name}.yaml.\n"
    one, many = (statistics.median(seconds[name]) for name in counts)
    head = ("calls in one file", "seconds", "times one", "allowed")
    rows = [("1", f"{one:.2f}", "1.0", ""), (f"{MANY}", f"{many:.2f}", f"{many / one:.1f}", f"{ALLOWED}")]
    show("ivr test", head, rows)
