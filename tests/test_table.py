from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
import yaml
from clean_flows import clean_flow
from flow_strategies import Writer
from generated import generated_flow
from hypothesis import given
from hypothesis import strategies as st
from phone import LINE, NOON, flow_of
from table_calls import Caller, shown

from ivr.engine import begin, step
from ivr.event import Event, Key, Silence
from ivr.flow import Flow
from ivr.loader import load, load_text
from ivr.nodes.ask import Ask
from ivr.schedule import make_schedule
from ivr.table import TooLargeError, write_table
from ivr.table.asked import Asked
from ivr.table.entry import Machine, machine_of
from ivr.table.hours import FIRST, written_hours

ROOT = Path(__file__).resolve().parent.parent
MODULES = Path(str(files("ivr.web"))) / "static"
GENERATED, MANY = 24, 400
CLEAN = 8
MOST_STATES = 1000
CALLS_OF_EACH = 130
CALLS_OF_A_DOCUMENTED_FLOW = 2200
LEAST_CALLS = 10_000
PRESETS: tuple[dict[str, str], ...] = ({}, {"x": "12", "y": "some text"})
CHANCE = Random(1)  # noqa: S311 -- nothing is to be hidden


class Made(NamedTuple):
    """A flow, its table, and how many random calls are made by it, of callers of whom `presets` are known."""

    name: str
    flow: Flow
    table: dict[str, Any]
    calls: int
    presets: tuple[dict[str, str], ...]


def flows(generated: int) -> Iterator[tuple[str, Flow | None, int]]:
    for file in sorted((ROOT / "flows").glob("*.yaml")):
        yield file.name, load(file).flow, CALLS_OF_A_DOCUMENTED_FLOW
    yield "tree", load_text(generated_flow(40)).flow, CALLS_OF_EACH
    for seed in range(CLEAN):
        yield f"clean {seed}", load_text(yaml.safe_dump(clean_flow(seed), sort_keys=False)).flow, CALLS_OF_EACH
    for seed in range(generated):
        yield f"random {seed}", load_text(Writer(Random(seed), 1 + seed % 8).flow()).flow, CALLS_OF_EACH  # noqa: S311 -- nothing is to be hidden


def tables_of(generated: int) -> list[Made]:
    tables = []
    for name, flow, calls in flows(generated):
        if flow is None or not flow.lines:
            continue
        presets, most = (PRESETS, MOST_STATES) if name.startswith("random") else (PRESETS[:1], 5000)
        try:
            tables.append(Made(name, flow, write_table(flow, presets, most), calls, presets))
        except TooLargeError:
            continue
    return tables


@pytest.mark.usefixtures("untraced")
def test_the_table_answers_as_the_engine_does() -> None:
    """Make random calls by the engine and by the page's own modules, step by step."""
    compare(GENERATED)


@pytest.mark.long
def test_the_table_answers_as_the_engine_does_for_many_flows() -> None:
    compare(MANY)


def compare(generated: int) -> None:
    made = tables_of(generated)
    assert {"caremark-austin.yaml", "clinic.yaml", "broken-clinic.yaml", "tree"} <= {one.name for one in made}
    assert len(made) > generated * 2 // 3
    lines = []
    for one in made:
        caller = Caller(one.flow, Random(7), one.presets)  # noqa: S311 -- nothing is to be hidden
        lines.append(json.dumps({"table": one.table, "calls": [caller.call() for _ in range(one.calls)]}))
    results = replayed(lines)
    wrong = {one.name: result["first"] for one, result in zip(made, results, strict=True) if result["wrong"]}
    assert wrong == {}
    assert sum(result["calls"] for result in results) >= LEAST_CALLS


def replayed(lines: list[str]) -> list[dict[str, Any]]:
    """Replay calls in Node, or, where that is not there, in the browser."""
    if shutil.which("node") is None:
        return replayed_in_browser(lines)
    command = ["node", str(ROOT / "tests" / "replay.mjs"), str(MODULES)]
    done = subprocess.run(command, input="\n".join(lines), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def replayed_in_browser(lines: list[str]) -> list[dict[str, Any]]:
    from browsing import chromium  # noqa: PLC0415 -- only where there is no Node
    from needs import demand  # noqa: PLC0415

    demand("chromium")
    modules = "".join(
        (MODULES / name)
        .read_text(encoding="utf-8")
        .replace("export ", "")
        .replace('import { isOpen } from "./hours.js";', "")
        for name in ("hours.js", "table.js")
    )
    compare = (ROOT / "tests" / "compare.mjs").read_text(encoding="utf-8").replace("export ", "")
    with chromium() as browser:
        page = browser.new_page()
        page.add_script_tag(content=f"{modules}\n{compare}")
        return [page.evaluate("(line) => compared({ begin, step, rootOf, valuesOf }, line)", line) for line in lines]


def test_hours_are_open_in_the_table_when_they_are_for_the_engine() -> None:
    """Ask at random moments, and around every hour of the days on which clocks are changed."""
    schedule = make_schedule(["Mon-Fri 22:00-06:00", "Sat 09:00-12:00"], ["12-25"], timezone="America/Chicago")
    written = written_hours(schedule)
    moments = [FIRST + timedelta(minutes=one) for one in CHANCE.sample(range(30 * 525_600), 4000)]
    for day in (datetime(2026, 3, 8, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)):
        moments += [day + timedelta(minutes=one) for one in range(0, 1440, 15)]
    moments += [datetime(2030, 12, 25, tzinfo=UTC) + timedelta(hours=one) for one in range(48)]
    assert [is_open(written, moment) for moment in moments] == [schedule.is_open(moment) for moment in moments]


def is_open(written: dict[str, Any], moment: datetime) -> bool:
    week, minute = divmod(int((moment - FIRST).total_seconds()) // 60, 7 * 1440)
    for number, count in written["weeks"]:
        week -= count
        if week < 0:
            first, *changes = written["patterns"][number]
            return bool((first + sum(change <= minute for change in changes)) % 2)
    raise AssertionError


# --- entries --------------------------------------------------------------------------------------------------------

CHECKS = ("luhn", "date MMDDYYYY", "date YYMMDD", "date DDMM", "date YYYYMMDD", "{one-of: [1, 12, 123]}")


def asked(check: str, digits: str, condition: str = "") -> tuple[Ask, Machine]:
    branch = f"branch: [{{when: '{condition}', go: bye}}]\n    else: bye" if condition else "hangup: Bye."
    more = f", check: {check}" if check else ""
    flow = flow_of(
        f"""
        nodes:
          main: {{ask: Your number., into: x, digits: {digits}, next: told, otherwise: bye{more}}}
          told:
            {branch.replace(chr(10) + "    ", chr(10) + "            ")}
          bye: {{hangup: Bye.}}
        """
    )
    ask = flow.nodes["main"]
    assert isinstance(ask, Ask)
    machine = machine_of(ask, Asked(flow).questions("x"))
    assert machine is not None
    return ask, machine


def typed(machine: Machine, entry: str) -> int:
    state = 0
    for digit in entry:
        state = machine.onward[state][int(digit)]
    return state


@pytest.mark.parametrize("check", CHECKS)
@given(data=st.data())
def test_entries_of_one_sort_pass_the_check_alike(check: str, data: st.DataObject) -> None:
    digits = {"date MMDDYYYY": "8", "date YYMMDD": "6", "date DDMM": "4", "date YYYYMMDD": "8"}.get(check, "1-16")
    ask, machine = known(check, digits)
    entry = data.draw(st.text("0123456789", min_size=1, max_size=int(digits.split("-")[-1])))
    example = machine.examples[machine.sorts[typed(machine, entry)]]
    assert ask.check is not None
    assert ask.check.passes(entry) == ask.check.passes(example)


MACHINES: dict[tuple[str, str], tuple[Ask, Machine]] = {}


def known(check: str, digits: str) -> tuple[Ask, Machine]:
    if (check, digits) not in MACHINES:
        MACHINES[check, digits] = asked(check, digits)
    return MACHINES[check, digits]


def test_a_leap_day_is_told_from_others() -> None:
    _, machine = asked("date MMDDYYYY", "8")
    leap, other = typed(machine, "02292024"), typed(machine, "02292023")
    assert machine.sorts[leap] != machine.sorts[other]
    assert machine.sorts[leap] == machine.sorts[typed(machine, "04121961")]


@given(entry=st.text("0123456789", min_size=1, max_size=4))
@pytest.mark.parametrize("condition", ["x < 250", "x == 12", 'x in ["012", 40]', "x >= 99.5"])
def test_entries_of_one_sort_meet_a_condition_alike(condition: str, entry: str) -> None:
    from ivr.condition import parse_condition  # noqa: PLC0415 -- only here

    key = (condition, "1-4")
    if key not in MACHINES:
        MACHINES[key] = asked("", "1-4", condition)
    _, machine = MACHINES[key]
    example = machine.examples[machine.sorts[typed(machine, entry)]]
    when = parse_condition(condition)
    assert when.holds({"x": entry}) == when.holds({"x": example})


# --- what is refused ------------------------------------------------------------------------------------------------


def test_a_flow_with_too_many_states_is_refused_with_a_reason() -> None:
    flow = load_text(generated_flow(60)).flow
    assert flow is not None
    with pytest.raises(TooLargeError, match="more than 50 states"):
        write_table(flow, most=50)


TWICE = """
    nodes:
      main: {ask: "A PIN, {one}.", into: one, digits: 4-6, next: again-please, otherwise: bye}
      again-please: {ask: "Again, {one}.", into: two, digits: 4, check: luhn, next: same, otherwise: bye}
      same: {branch: [{when: one == two, go: done}], else: kept}
      kept: {set: {old: two}, next: main}
      done: {branch: [{when: old == one, go: bye}], else: told}
      told: {say: "{one} it is, and not {old}.", next: main}
      bye: {hangup: "Bye, {two}."}
"""


def test_an_entry_may_be_asked_to_be_the_same_as_another() -> None:
    flow = flow_of(TWICE)
    chance = Random(3)  # noqa: S311 -- nothing is to be hidden
    calls: list[dict[str, Any]] = []
    for _ in range(300):
        call, effects = begin(flow, LINE, NOON)
        steps = [shown(None, call, effects)]
        while len(steps) < 60 and call.ended is None:
            keys = chance.choice(["1230", "1230", "4242", "5678", "12300", "8763"])
            events: list[Event] = [*map(Key, keys), Silence()]
            for event in events:
                if call.ended is None:
                    call, effects = step(flow, call, event)
                    steps.append(shown(event, call, effects))
        calls.append({"line": LINE, "language": "", "at": int(NOON.timestamp()), "given": {}, "steps": steps})
    (result,) = replayed([json.dumps({"table": write_table(flow), "calls": calls})])
    assert result["first"] == ""
    assert {one["steps"][-1]["call"]["node"] for one in calls} >= {"main", "bye"}


def test_entries_that_are_said_to_be_more_than_another_are_refused_with_a_reason() -> None:
    flow = flow_of(
        """
        nodes:
          main: {ask: A PIN., into: one, digits: 4, next: again-please, otherwise: bye}
          again-please: {ask: Again., into: two, digits: 4, next: same, otherwise: bye}
          same: {branch: [{when: one < two, go: bye}], else: main}
          bye: {hangup: Bye.}
        """
    )
    with pytest.raises(TooLargeError, match="'one', which callers type, is said to be more or less"):
        write_table(flow)


def test_the_same_flow_gives_the_same_table() -> None:
    one, other = (json.dumps(write_table(load_flow("clinic.yaml"))) for _ in range(2))
    assert one == other


def load_flow(name: str) -> Flow:
    flow = load(ROOT / "flows" / name).flow
    assert flow is not None
    return flow
