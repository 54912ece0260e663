"""Flows for which calls are made, and calls that were made run as a flow's own."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from clean_flows import clean_flow, written
from flow_strategies import Writer
from found import TODAY
from generated import generated_flow
from generated_menus import generated_menus

from ivr.calls import Performance, performances
from ivr.calls.coverage import Coverage, coverage
from ivr.explore import Explored, explored
from ivr.flow import Flow
from ivr.loader import load_text
from ivr.paths import Generated
from ivr.sheet import PlannedCall
from ivr.sheets import sheet_named


def mixture(count: int) -> Iterator[tuple[str, str]]:
    """Give the names and texts of flows of all sorts: wild ones, ones in which nothing is wrong, and large trees."""
    for number in range(count):
        kind, seed = number % 4, number // 4
        if kind == 0:
            yield f"clean {seed}", without_calls(seed)
        elif kind == 1:
            yield f"tree of {8 + 3 * seed}", generated_flow(8 + 3 * seed, seed)
        elif kind == 2 and seed < 12:
            yield f"{1 + seed} menus", generated_menus(1 + seed)
        else:
            yield f"wild {number}", Writer(Random(number), 2 + number % 7).flow()  # noqa: S311 -- no secret


def without_calls(seed: int) -> str:
    """Give a flow in which nothing is wrong, without the call that it is written with."""
    return written({name: body for name, body in clean_flow(seed).items() if name != "calls"})


def exploration(text: str) -> Explored:
    """Explore a flow that is given as text."""
    flow = load_text(text, "flow.yaml").flow
    assert flow is not None
    return explored(flow, TODAY)


def ran(flow: Flow, text: str, calls: tuple[Generated, ...]) -> tuple[list[Performance], Coverage]:
    """Write calls behind the text of their flow, read it again, and run them as `ivr test` does."""
    planned = tuple(PlannedCall(call.title, call.call) for call in calls)
    section = sheet_named("calls").write(flow, planned, "flow").files[0][1].decode()
    again = load_text(f"{text}\n{section}", "flow.yaml").flow
    assert again is not None
    assert again.faults == flow.faults
    assert len(again.calls) == len(calls)
    done = list(performances(again, TODAY))
    return done, coverage(explored(again, TODAY), (one.session for one in done if one.session is not None))
