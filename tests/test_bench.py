"""How fast it is, beside what others need for the same work: `pytest -m bench -s` prints a table of each.

Figures are printed, not judged: only that both sides did the same work is asserted. Sides take turns in one run, and of
each the median counts, so that a busy machine slows all of them alike.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from generated import generated_flow

from ivr.engine import begin, step
from ivr.event import Key
from ivr.loader import load_text

pytestmark = [pytest.mark.bench, pytest.mark.filterwarnings("default")]  # others' deprecations are not our errors

NODES = 10_000
LOADS = 3
PROCESSES = 15
ROUNDS = 7
PRESSES = ("1", "3", "5", "2", "4")


def show(title: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """Print a table, its first column to the left and the others to the right."""
    lines = [list(head), *map(list, rows)]
    widths = [max(len(line[at]) for line in lines) for at in range(len(lines[0]))]
    print(f"\n{title}")  # noqa: T201 -- the table is what a benchmark is run for
    for line in lines:
        cells = [
            line[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)),
        ]
        print("  " + "   ".join(cells))  # noqa: T201


# --- reading a flow -------------------------------------------------------------------------------------------------

MEASURE = """
import gc, json, resource, sys, time
from pathlib import Path
{imports}
def peak():  # MiB; getrusage of a new process begins at what its parent had, so ask the system where it can tell
    try:
        status = Path("/proc/self/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024
    except (OSError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
text = Path(sys.argv[1]).read_text(encoding="utf-8")
before = peak()
start = time.perf_counter()
{work}
seconds = time.perf_counter() - start
print(json.dumps([seconds, peak() - before, peak(), {nodes}]))
"""
YAML = MEASURE.format(
    imports="import yaml", work="read = yaml.load(text, yaml.CSafeLoader)", nodes="len(read['nodes'])"
)
READERS = {
    "yaml.load, CSafeLoader": YAML,
    "the same, collector off": YAML.replace("import yaml", "import yaml; gc.disable()"),
    "ivr.loader: checked, with places": MEASURE.format(
        imports="from ivr.loader import load_text; from ivr.nodes import kinds; kinds()",
        work="read = load_text(text)",
        nodes="(len(read.flow.nodes), assert_none(read.faults))[0]",
    ).replace("import gc,", "assert_none = lambda faults: [][len(faults):] or None\nimport gc,"),
}


class Reading(NamedTuple):
    """One reading of a file in a process of its own: seconds, MiB above what was used before, MiB in all, nodes."""

    seconds: float
    added: float
    peak: float
    nodes: int


def read_in_new_process(program: str, file: Path) -> Reading:
    done = subprocess.run([sys.executable, "-c", program, str(file)], capture_output=True, text=True, check=True)
    return Reading(*json.loads(done.stdout))


def test_reading_a_flow_of_ten_thousand_nodes(tmp_path: Path) -> None:
    file = tmp_path / "big.yaml"
    file.write_text(generated_flow(NODES), encoding="utf-8")
    runs: dict[str, list[Reading]] = {name: [] for name in READERS}
    for _ in range(LOADS):
        for name, program in READERS.items():
            runs[name].append(read_in_new_process(program, file))
    medians = {
        name: [statistics.median(figures) for figures in zip(*taken, strict=True)] for name, taken in runs.items()
    }
    ours = medians[list(READERS)[-1]]
    show(
        f"Reading {NODES:,} nodes, {file.stat().st_size / 1e6:.1f} MB (median of {LOADS})",
        ("", "seconds", "to ours", "MiB more", "to ours", "MiB in all"),
        (
            (
                name,
                f"{seconds:.2f}",
                f"{seconds / ours[0]:.2f}",
                f"{added:.0f}",
                f"{added / ours[1]:.2f}",
                f"{peak:.0f}",
            )
            for name, (seconds, added, peak, _) in medians.items()
        ),
    )
    assert {run.nodes for taken in runs.values() for run in taken} == {NODES}


# --- one step of a call ---------------------------------------------------------------------------------------------

MENUS = range(10)
Presses = Callable[[Iterable[str]], str]
"""Presses keys, one after the other, and names the menu that the call is at then."""


def target(menu: int, key: int) -> str:
    return f"m{(menu + key) % len(MENUS)}"


def with_ivr() -> Presses:
    nodes = "".join(
        f"  m{menu}:\n    menu: Menu {menu}.\n    options:\n"
        + "".join(f"      {key}: {{say: thing {key}, go: {target(menu, key)}}}\n" for key in range(1, 6))
        for menu in MENUS
    )
    flow = load_text(
        "ivr: 1\nlines: {1-800-555-0100: m0}\ncontacts: {desk: {name: Desk}}\n"
        "keys: {0: {say: a person, go: desk}, '*': {say: go back, go: back}}\n"
        "defaults: {otherwise: desk, wrong: Sorry., silence: Sorry.}\n"
        f"nodes:\n  desk: {{transfer: desk, failed: sorry}}\n  sorry: {{hangup: Sorry.}}\n{nodes}"
    ).flow
    assert flow is not None
    assert not flow.faults
    call, _ = begin(flow, "1-800-555-0100", datetime(2026, 3, 2, 10, tzinfo=UTC))
    events = {key: Key(key) for key in PRESSES}

    def press(keys: Iterable[str]) -> str:
        nonlocal call
        for key in keys:
            call, _ = step(flow, call, events[key])
        return call.node

    return press


def with_transitions() -> Presses:
    machines = pytest.importorskip("transitions")
    ways = [[f"k{key}", f"m{menu}", target(menu, key)] for menu in MENUS for key in range(1, 6)]
    machine = machines.Machine(
        states=[f"m{menu}" for menu in MENUS], transitions=ways, initial="m0", auto_transitions=False
    )
    names = {key: f"k{key}" for key in PRESSES}

    def press(keys: Iterable[str]) -> str:
        for key in keys:
            machine.trigger(names[key])
        return str(machine.state)

    return press


def with_statemachine() -> Presses:
    machines = pytest.importorskip("statemachine")
    states = {f"m{menu}": machines.State(initial=not menu) for menu in MENUS}
    parts: dict[str, Any] = dict(states)
    for key in range(1, 6):
        ways = [states[f"m{menu}"].to(states[target(menu, key)]) for menu in MENUS]
        joined = ways[0]
        for way in ways[1:]:
            joined |= way
        parts[f"k{key}"] = joined
    machine = type("Menus", (machines.StateMachine,), parts)()
    names = {key: f"k{key}" for key in PRESSES}

    def press(keys: Iterable[str]) -> str:
        for key in keys:
            machine.send(names[key])
        return str(next(iter(machine.configuration)).id)

    return press


def with_sismic(run: str) -> Presses:
    """Use sismic; `run` is `execute`, as its manual does, or `execute_once`, one step without looking for another."""
    reading, interpreting = pytest.importorskip("sismic.io"), pytest.importorskip("sismic.interpreter")
    states = [
        {
            "name": f"m{menu}",
            "transitions": [{"event": f"k{key}", "target": target(menu, key)} for key in range(1, 6)],
        }
        for menu in MENUS
    ]
    chart = {"statechart": {"name": "menus", "root state": {"name": "root", "initial": "m0", "states": states}}}
    machine = interpreting.Interpreter(reading.import_from_yaml(json.dumps(chart)))
    machine.execute()
    execute = getattr(machine, run)
    names = {key: f"k{key}" for key in PRESSES}

    def press(keys: Iterable[str]) -> str:
        for key in keys:
            machine.queue(names[key])
            execute()
        return str(next(state for state in machine.configuration if state != "root"))

    return press


class Side(NamedTuple):
    """A way to move through the menus, and how many times it presses all keys in one turn."""

    make: Callable[[], Presses]
    turns: int


SIDES = {
    "ivr.engine.step": Side(with_ivr, 4000),
    "transitions": Side(with_transitions, 4000),
    "python-statemachine": Side(with_statemachine, 400),
    "sismic, execute": Side(lambda: with_sismic("execute"), 200),
    "sismic, execute_once": Side(lambda: with_sismic("execute_once"), 200),
}


def speed(press: Presses, turns: int) -> float:
    """Give steps a second."""
    start = time.perf_counter()
    for _ in range(turns):
        press(PRESSES)
    return turns * len(PRESSES) / (time.perf_counter() - start)


def test_a_step_through_ten_menus() -> None:
    sides = {name: side.make() for name, side in SIDES.items()}
    for number in range(20):  # all of them go the same way; this also warms them up
        keys = [*PRESSES, PRESSES[number % len(PRESSES)]]
        assert len({press(keys) for press in sides.values()}) == 1
    speeds: dict[str, list[float]] = {name: [] for name in sides}
    for _ in range(ROUNDS):
        for name, press in sides.items():
            speeds[name].append(speed(press, SIDES[name].turns))
    medians = {name: statistics.median(taken) for name, taken in speeds.items()}
    ours = medians["ivr.engine.step"]
    show(
        f"Steps through ten menus (median of {ROUNDS} rounds)",
        ("", "steps/s", "ours is faster by"),
        ((name, f"{median:,.0f}", f"{ours / median:.2f}") for name, median in medians.items()),
    )
    assert all(median > 0 for median in medians.values())


# --- a whole run of the program -------------------------------------------------------------------------------------


def seconds_of(command: list[str]) -> tuple[float, int]:
    start = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start, done.returncode


def test_checking_the_documented_menu(root: Path) -> None:
    arguments = ["check", "--fail-level", "never", str(root / "flows" / "caremark-austin.yaml")]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "ivr check": [str(Path(sys.executable).parent / "ivr"), *arguments],
        "python -m ivr check": [sys.executable, "-m", "ivr", *arguments],
    }
    runs: dict[str, list[tuple[float, int]]] = {name: [] for name in commands}
    for _ in range(PROCESSES):
        for name, command in commands.items():
            runs[name].append(seconds_of(command))
    medians = {name: statistics.median(seconds for seconds, _ in taken) for name, taken in runs.items()}
    bare = medians["python -c pass"]
    show(
        f"Checking the documented menu, whole process (median of {PROCESSES})",
        ("", "ms", "times a bare Python"),
        ((name, f"{median * 1000:.0f}", f"{median / bare:.1f}") for name, median in medians.items()),
    )
    assert {code for taken in runs.values() for _, code in taken} == {0}
