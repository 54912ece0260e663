"""Laws of comparing: what no caller notices is no change, and what callers notice is shown by a call that differs."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from clean_flows import clean_flow, written
from clean_topics import Plain
from diff_mutations import MUTATIONS, Mutation, renamed, shuffled, split_up
from flow_strategies import Writer
from found import TODAY
from generated import generated_flow
from planting import Ground, NoPlaceError

from ivr.diff import Compared, compared
from ivr.effect import Came, Choose, Effect, End, LookUp, Record, Transfer
from ivr.flow import Flow
from ivr.formatting import formatted
from ivr.loader import load, load_text
from ivr.session import Session
from ivr.transcript import contact_name
from ivr.walk.script import play
from ivr.witness import Witness

SEEDS = range(12)
FEW = 2
"""Flows into which each mutation is planted in an ordinary run."""
LONG = range(100, 160)


def flow_of(plain: Plain) -> Flow:
    return read(written(plain))


def read(text: str) -> Flow:
    flow = load_text(text).flow
    assert flow is not None
    return flow


def assert_nothing(found: Compared) -> None:
    assert [change.difference for change in found.changes] == []
    assert found.calls == 0
    assert found.left_out == ()


def observed(flow: Flow, call: Witness) -> list[tuple[object, ...]]:
    """Walk a call as `ivr walk --keys` does, and give what anybody but the engine can tell of it."""
    session = Session(flow, call.line, call.at)
    play(session, call.keys())
    return [told(flow, effect) for here in session.moments for effect in here.effects if not isinstance(effect, Came)]


def told(flow: Flow, effect: Effect) -> tuple[object, ...]:
    if isinstance(effect, Transfer):
        return (contact_name(flow, effect.to), effect.number, effect.values, effect.answers)
    if isinstance(effect, LookUp):
        return (effect.name, effect.outcomes, effect.gives, effect.values)
    if isinstance(effect, Record):
        return (effect.seconds, effect.end)
    if isinstance(effect, Choose):
        return (effect.answers, effect.shares)
    if isinstance(effect, End):
        return (effect.how,)
    return (repr(effect),)


def assert_shown(found: Compared, old: Flow, new: Flow) -> None:
    assert found.changes
    for change in found.changes:
        if change.difference.kind == "answered":
            continue
        assert change.shown is not None, change.difference
        assert observed(old, change.shown.old) != observed(new, change.shown.new), change.difference


@pytest.mark.parametrize("seed", SEEDS)
def test_a_flow_against_itself_and_its_rewritings_shows_nothing(seed: int, tmp_path: Path) -> None:
    plain = clean_flow(seed)
    old = flow_of(plain)
    assert_nothing(compared(old, flow_of(plain), TODAY))
    assert_nothing(compared(old, read(formatted(written(plain), "flow.yaml")), TODAY))
    assert_nothing(compared(old, flow_of(renamed(plain)), TODAY))
    assert_nothing(compared(old, flow_of(shuffled(plain, seed)), TODAY))
    for name, text in split_up(plain).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    parts = load(tmp_path / "flow.yaml").flow
    assert parts is not None
    assert_nothing(compared(old, parts, TODAY))


def test_names_that_change_places_are_no_change() -> None:
    plain = clean_flow(3)
    names = list(plain["nodes"])
    turned = dict(zip(names, [*names[1:], names[0]], strict=True))
    assert_nothing(compared(flow_of(plain), flow_of(renamed(plain, turned.__getitem__)), TODAY))


def test_what_no_call_comes_to_is_no_change() -> None:
    plain = clean_flow(4)
    old = flow_of(plain)
    plain["nodes"]["nowhere"] = {"say": "Nobody hears this.", "next": "goodbye"}
    plain["contacts"]["nobody"] = {"name": "Nobody"}
    plain["hours"] = {**plain.get("hours", {}), "seldom": "Mon 08:00-09:00"}
    assert_nothing(compared(old, flow_of(plain), TODAY))


@pytest.mark.parametrize("mutation", [pytest.param(one, id=one.name) for one in MUTATIONS])
def test_a_planted_change_is_shown_by_a_call_that_differs(mutation: Mutation) -> None:
    assert planted(mutation, range(60), FEW) == FEW


@pytest.mark.long
@pytest.mark.parametrize("mutation", [pytest.param(one, id=one.name) for one in MUTATIONS])
def test_planted_changes_are_shown_by_calls_that_differ(mutation: Mutation) -> None:
    assert planted(mutation, LONG, len(LONG)) > 0


def planted(mutation: Mutation, seeds: range, most: int) -> int:
    done = 0
    for seed in seeds:
        ground = Ground(seed)
        old = read(ground.text())
        try:
            mutation.plant(ground)
        except NoPlaceError:
            continue
        new = read(ground.text())
        assert_shown(compared(old, new, TODAY), old, new)
        done += 1
        if done == most:
            break
    return done


def test_enough_kinds_of_change_are_planted() -> None:
    assert len(MUTATIONS) >= 12


@pytest.mark.parametrize("seed", [1, 2, 4, 5, 7])
def test_any_flow_against_itself_shows_nothing(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 -- nothing depends on its being hard to guess
    text = Writer(chance, chance.randint(3, 12)).flow()
    assert compared(read(text), read(text), TODAY).changes == ()


@pytest.mark.bench
def test_a_thousand_menus(capsys: pytest.CaptureFixture[str]) -> None:
    from time import perf_counter  # noqa: PLC0415 -- only measured here

    text = generated_flow(5000)
    old, new = read(text), read(text.replace("topic 77,", "theme 77,"))
    start = perf_counter()
    found = compared(old, new, TODAY)
    with capsys.disabled():
        print(f"\n1,000 menus: {found.tried:,} calls compared in {perf_counter() - start:.1f} s")  # noqa: T201
    assert found.changes
