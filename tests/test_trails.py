"""Trails: `back` leads where the engine leads it, however many menus lead to a place."""

from __future__ import annotations

from datetime import date

import pytest
from phone import flow_of

from ivr.explore import explored, replay, witness
from ivr.explore.positions import MOST_WITH_TRAILS, positions_of
from ivr.promise import KEPT, REFUTED, proofs

TODAY = date(2026, 3, 2)
KEYS = 'contacts: {a: {name: A}}\nkeys: {"*": {say: go back, go: back}}\n'
ROUND = """
nodes:
  main: {menu: Main., options: {1: left, 2: right, 3: deep}, otherwise: back, tries: 2}
  left: {menu: Left., options: {1: deep, 5: to-a}, otherwise: back}
  right: {menu: Right., options: {1: deep}, otherwise: back}
  deep: {menu: Deep., options: {2: left}, otherwise: back, tries: 1}
  to-a: {transfer: a, failed: main}
"""


def mesh(count: int) -> str:
    menus = "".join(
        f"  m{number}: {{menu: M., options: {{"
        + ", ".join(f"{key}: m{(number * (key + 1) + key) % count}" for key in range(1, 5))
        + "}, otherwise: back}\n"
        for number in range(count)
    )
    return f"nodes:\n  main: {{say: Hello., next: m0}}\n{menus}"


@pytest.mark.parametrize(("nodes", "apart"), [(ROUND, True), (mesh(5), True), (mesh(60), False)])
def test_every_position_is_come_to_by_its_call(nodes: str, apart: bool) -> None:  # noqa: FBT001 -- a column of the table
    found = explored(flow_of(KEYS + nodes), TODAY)
    positions = positions_of(found)
    assert positions.whole
    assert len(positions.positions) <= MOST_WITH_TRAILS + 2 * len(found.states)
    assert any(one.trails for one in positions.positions) == apart
    for one in positions.positions if apart else ():
        if one.first:
            call = witness(found, one.path(1), 1)
            assert call is not None
            end = replay(found.flow, call)
            assert end is not None
            assert end.ended or end.trail == one.trails[-1]


@pytest.mark.parametrize(
    ("promise", "status"),
    [
        ("from: deep, reach: [main], caller: silent", KEPT),
        ("from: left, reach: [right], caller: silent", REFUTED),
        ("from: anywhere, reach: [a], within: {keys: 3}", KEPT),
        ("from: deep, reach: [a], within: {keys: 1}", REFUTED),
    ],
)
def test_silence_goes_back_menu_by_menu(promise: str, status: str) -> None:
    flow = flow_of(f"{KEYS}{ROUND}promises:\n  - {{promise: It is so, {promise}}}\n")
    (proof,) = proofs(flow, TODAY)
    assert proof.status == status
    assert (proof.call is None) == (status == KEPT)
