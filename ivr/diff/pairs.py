"""Pairs of calls, one of each flow, and how they were come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from ivr.diff.joints import Joint
from ivr.diff.side import Result, Stand
from ivr.witness import WAIT, Step

Line = tuple[str, str]
"""A line as it was dialled in the old flow, and as it is in the new one."""


@dataclass(slots=True, eq=False, repr=False)
class Pair:
    """A call of each flow after the same steps; `bits` are the times at which calls come here.

    Before a line answers there are no calls yet. `first` gives, for sets of times, the arrival by which calls come
    here first; `onward` are the pairs that are come to next.
    """

    number: int
    line: Line
    calls: tuple[Stand, Stand] | None = None
    bits: int = 0
    first: list[tuple[int, Arrival]] = field(default_factory=list)
    onward: dict[int, Pair] = field(default_factory=dict)


class Arrival(NamedTuple):
    """What happened in which pair, and what came of it in each flow."""

    before: Pair
    joint: Joint
    old: Result
    new: Result


class Met(NamedTuple):
    """One thing that was tried in both flows and came to something else, at these times.

    `follows` says that what lies behind it is compared, `overran` that one of the two had the last keys left over.
    """

    arrival: Arrival
    bits: int
    follows: bool
    overran: bool = False

    @property
    def place(self) -> tuple[int, Joint]:
        """Where it was met, and by what."""
        return self.arrival.before.number, self.arrival.joint


class Walked(NamedTuple):
    """All that was compared: what was met, how many things were tried, and what was left out, if anything.

    `roots` are the pairs before each line answers.
    """

    met: tuple[Met, ...]
    tried: int
    roots: Mapping[Line, Pair]
    left_out: tuple[str, ...]


def chain_to(arrival: Arrival, bit: int) -> tuple[Arrival, ...]:
    """Give the arrivals of a shortest call that makes this one at one time, from the line's answering on."""
    chain = [arrival]
    while chain[-1].before.first:
        chain.append(next(one for bits, one in chain[-1].before.first if bits & bit))
    return tuple(reversed(chain))


def steps_to(arrival: Arrival, bit: int) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Give the steps of that call in the old flow and in the new one."""
    chain = chain_to(arrival, bit)
    old = tuple(step for one in chain for step in _steps(one.joint.steps, one.old))
    new = tuple(step for one in chain for step in _steps(one.joint.new_steps, one.new))
    return old, new


def _steps(steps: tuple[Step, ...], came: Result) -> tuple[Step, ...]:
    return (*steps, Step(WAIT)) if came.stand.paused else steps
