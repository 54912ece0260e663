"""Nodes that stand for one another, but are come to on different ways: they are compared all the same."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ivr.diff.joints import MOVED, Joint
from ivr.diff.pairs import Arrival, Met, Pair, chain_to
from ivr.diff.seen import Said
from ivr.diff.side import Result, Side
from ivr.event import Event, Silence
from ivr.explore.values import Samples
from ivr.witness import WAIT, Step

MOST_FOLLOWED = 5_000
"""Calls that are followed in one flow alone."""


class _Way(NamedTuple):
    """A call of one flow alone: what came of its last step, all its events and steps, and the times."""

    root: Pair
    came: Result
    events: tuple[Event, ...]
    steps: tuple[Step, ...]
    bits: int


def moved(
    old: Side, new: Side, met: Iterable[Met], wanted: Mapping[str, str], known: tuple[Samples, Samples]
) -> Iterator[tuple[Arrival, int]]:
    """Give, for nodes of `wanted` that are come to behind what was not followed, a way to them in each flow."""
    places = [one for one in met if not one.follows and not one.overran]
    if not places or not wanted:
        return
    ways = _found(old, (_way(one, old=True) for one in places), set(wanted), known)
    others = _found(new, (_way(one, old=False) for one in places), set(wanted.values()), known)
    for node, other in wanted.items():
        one, another = ways.get(node), others.get(other)
        if one is not None and another is not None and one.root is another.root and one.bits & another.bits:
            joint = Joint(MOVED, one.events, another.events, one.steps, another.steps)
            yield Arrival(one.root, joint, _alone(one.came), _alone(another.came)), one.bits & another.bits


def _alone(came: Result) -> Result:
    """Leave out what was said on the way."""
    says = tuple(Said.of(say) for say in came.stand.call.playing if say.text or say.audio)
    return came._replace(seen=came.seen._replace(says=says, between=()))


def _way(met: Met, *, old: bool) -> _Way:
    events: tuple[Event, ...] = ()
    steps: tuple[Step, ...] = ()
    chain = chain_to(met.arrival, met.bits & -met.bits)
    for one in chain:
        came = one.old if old else one.new
        pause = came.stand.paused
        events += (*(one.joint.old if old else one.joint.new), *([Silence()] if pause else []))
        steps += (*(one.joint.steps if old else one.joint.new_steps), *([Step(WAIT)] if pause else []))
    return _Way(chain[0].before, met.arrival.old if old else met.arrival.new, events, steps, met.bits & -met.bits)


def _found(side: Side, ways: Iterable[_Way], wanted: set[str], known: tuple[Samples, Samples]) -> dict[str, _Way]:
    """Follow calls of one flow, at the time at which each was met, until every wanted node is come to."""
    found: dict[str, _Way] = {}
    ahead = deque(ways)
    seen: set[object] = set()
    while ahead and len(seen) < MOST_FOLLOWED and len(found) < len(wanted):
        way = ahead.popleft()
        key = (way.root.number, way.bits, side.key(way.came.stand, trails=False))
        if key in seen:
            continue
        seen.add(key)
        if way.came.stand.call.node in wanted and not way.came.stand.call.failures:
            found.setdefault(way.came.stand.call.node, way)
        for move in side.moves(way.came.stand, *known):
            came = side.play(way.came.stand.call, move.events, way.bits)
            pause = came.stand.paused
            events = (*way.events, *move.events, *([Silence()] if pause else []))
            steps = (*way.steps, *move.steps, *([Step(WAIT)] if pause else []))
            ahead.append(_Way(way.root, came, events, steps, way.bits))
    return found
