"""The checker itself is tried: faults of many kinds are planted into clean flows, and rules have to find them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pytest
from clean_flows import clean_flow, written
from mutants import MUTANTS, Planted, plantings, raised
from planting import Mutant

SEEDS = tuple(seed for seed in range(150) if len(clean_flow(seed)["nodes"]) <= 26)[:30]
"""Flows of up to 26 nodes, so that a run takes seconds."""
MANY = range(600)
EACH, OFTEN = 1, 12
"""Into how many flows each kind of fault is planted."""
LEAST = 60
"""So many kinds of fault there have to be."""


class Row(NamedTuple):
    """What became of one kind of fault."""

    mutant: Mutant
    planted: tuple[Planted, ...]

    @property
    def missed(self) -> tuple[Planted, ...]:
        return tuple(one for one in self.planted if not one.caught(self.mutant))

    @property
    def elsewhere(self) -> tuple[Planted, ...]:
        """Those that were found, but told of at another place."""
        return tuple(one for one in self.planted if one.caught(self.mutant) and not one.pointed(self.mutant))

    @property
    def besides(self) -> tuple[str, ...]:
        return tuple(sorted({found.code for one in self.planted for found in one.raised} - {*self.mutant.claims}))

    def line(self) -> str:
        caught = len(self.planted) - len(self.missed)
        pointed = caught - len(self.elsewhere)
        claims, besides = " ".join(self.mutant.claims), " ".join(self.besides)
        return f"{self.mutant.name:52} {claims:24} {len(self.planted):7} {caught:6} {pointed:5}  {besides}".rstrip()


def table(rows: Sequence[Row]) -> str:
    head = f"{'kind of fault':52} {'claimed by':24} planted caught there  raised besides"
    planted, missed = sum(len(row.planted) for row in rows), sum(len(row.missed) for row in rows)
    total = f"{len(rows)} kinds, {planted} planted, {planted - missed} caught, {missed} missed"
    return "\n".join(["", head, *(row.line() for row in rows), total])


def failures(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        if not row.planted:
            yield f"{row.mutant.name}: fits into no flow"
        for one in row.missed:
            others = ", ".join(f"{found.code} in line {found.line}" for found in one.raised) or "nothing"
            yield f"{row.mutant.name}: missed in seed {one.seed} at {one.at}; found: {others}"
        for one in row.elsewhere:
            found_at = ", ".join(f"{found.code} in line {found.line}" for found in one.raised)
            yield f"{row.mutant.name}: told of elsewhere in seed {one.seed}, not at {one.at}: {found_at}"


def tried(seeds: Sequence[int], each: int) -> tuple[Row, ...]:
    return tuple(Row(mutant, tuple(plantings(mutant, seeds, each))) for mutant in MUTANTS)


def complaints(seeds: Sequence[int]) -> list[str]:
    """Give what rules say about flows in which nothing is wrong."""
    texts = ((seed, written(clean_flow(seed))) for seed in seeds)
    return [f"seed {seed}, line {one.line}: {one.code} {one.message}" for seed, text in texts for one in raised(text)]


def test_there_are_many_kinds_of_fault() -> None:
    names = [mutant.name for mutant in MUTANTS]
    assert len(names) == len(set(names)) >= LEAST


def test_clean_flows_differ() -> None:
    texts = [written(clean_flow(seed)) for seed in SEEDS]
    assert len(set(texts)) == len(texts)
    assert texts[0] == written(clean_flow(SEEDS[0]))
    sizes = [len(clean_flow(seed)["nodes"]) for seed in MANY]
    assert min(sizes) >= 10
    assert max(sizes) <= 65


def test_nothing_is_said_about_clean_flows() -> None:
    assert complaints([*SEEDS, *range(6)]) == []


@pytest.mark.usefixtures("untraced")
def test_every_planted_fault_is_caught() -> None:
    rows = tried(SEEDS, EACH)
    print(table(rows))  # noqa: T201 -- this table is what the test is for; `pytest -s` shows it
    failed = list(failures(rows))
    assert not failed, "\n".join([*failed, table(rows)])


@pytest.mark.long
def test_nothing_is_said_about_many_clean_flows() -> None:
    assert complaints(MANY) == []


@pytest.mark.long
def test_every_fault_is_caught_in_many_flows() -> None:
    rows = tried(MANY, OFTEN)
    print(table(rows))  # noqa: T201 -- as above
    failed = list(failures(rows))
    assert not failed, "\n".join([*failed, table(rows)])
