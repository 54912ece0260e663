"""How long the specification of a large flow takes; printed, never judged."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest
from generated import generated_flow

from ivr.check import run_checks
from ivr.checks import catalogue
from ivr.loader import load_text
from ivr.specification import html_of, printed, specification


@pytest.mark.bench
@pytest.mark.parametrize("nodes", [150, 1500])
def test_the_specification_of_a_large_flow(nodes: int, tmp_path: Path) -> None:
    flow = load_text(generated_flow(nodes)).flow
    assert flow is not None
    began = time.perf_counter()
    found = run_checks(flow, catalogue(), today=date(2026, 3, 2))
    checked = time.perf_counter()
    (tmp_path / "spec.html").write_text(html_of(printed(specification(flow, date(2026, 3, 2), found))), "utf-8")
    written = time.perf_counter()
    menus = sum(node.verb == "menu" for node in flow.nodes.values())
    size = (tmp_path / "spec.html").stat().st_size / 1e6
    took = f"{checked - began:.1f} s checked, {written - checked:.1f} s written, {size:.1f} MB"
    print(f"\n{menus} menus, {nodes} nodes: {took}")  # noqa: T201 -- what was measured is what this is for
