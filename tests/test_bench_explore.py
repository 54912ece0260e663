"""How long it takes to look at every call, and how that grows: `pytest -m bench -s tests/test_bench_explore.py`.

Figures are printed, not judged: only that the whole flow was explored is asserted.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from pathlib import Path

import pytest
from generated_menus import generated_menus
from test_bench import show

pytestmark = pytest.mark.bench
MENUS = (100, 300, 1000, 3000, 10_000)
TURNS = 3
MEASURE = """
import json, resource, sys, time
from datetime import date
from pathlib import Path
from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.explore import explored
from ivr.loader import load
def peak():
    try:
        return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) / 1024
    except (OSError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
rules, day = catalogue(), date(2026, 3, 2)
flow = load(sys.argv[1]).flow
start = time.perf_counter()
found = explored(flow, day)
explored_in, mib = time.perf_counter() - start, peak()
assert not found.unexplored
run = run_checks(flow, rules, today=day)
print(json.dumps([explored_in, time.perf_counter() - start, mib, peak(), len(found.states), len(run)]))
"""


def measure(file: Path) -> list[float]:
    told = subprocess.run([sys.executable, "-c", MEASURE, str(file)], check=True, capture_output=True, text=True)
    figures: list[float] = json.loads(told.stdout)
    return figures


def exponent(points: list[tuple[int, float]]) -> float:
    """Fit seconds = a * menus ** exponent, by least squares of the logarithms."""
    logs = [(math.log(menus), math.log(seconds)) for menus, seconds in points]
    across = sum(one for one, _ in logs) / len(logs)
    up = sum(other for _, other in logs) / len(logs)
    return sum((one - across) * (other - up) for one, other in logs) / sum((one - across) ** 2 for one, _ in logs)


def _row(menus: int, *figures: float) -> list[str]:
    alone, whole, mib, most, states, found = figures
    explored = [f"{states:,.0f}", f"{alone:.2f} s", f"{mib:.0f} MiB"]
    return [f"{menus:,}", *explored, f"{whole:.2f} s", f"{most:.0f} MiB", f"{found:,.0f}"]


def test_exploring_and_checking_grow_with_the_flow(tmp_path: Path) -> None:
    files = {}
    for menus in MENUS:
        files[menus] = tmp_path / f"{menus}.yaml"
        files[menus].write_text(generated_menus(menus), encoding="utf-8")
    best = {menus: min(measure(files[menus]) for _ in range(TURNS if menus <= 1000 else 1)) for menus in MENUS}
    rows = [_row(menus, *figures) for menus, figures in best.items()]
    show("Every call of a flow", ["menus", "states", "explored", "peak", "and all rules", "peak", "findings"], rows)
    for name, at in (("exploring", 0), ("with all rules", 1)):
        grown = exponent([(menus, figures[at]) for menus, figures in best.items()])
        print(f"  {name}: seconds grow with the number of menus to the power of {grown:.2f}")  # noqa: T201
    assert len(best) == len(MENUS)
