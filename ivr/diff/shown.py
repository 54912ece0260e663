"""A change shown by a call: made in both flows by the engine with its real clock, before anything is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ivr.diff.differences import Difference, differences
from ivr.diff.pairs import Arrival, Met, chain_to, steps_to
from ivr.diff.seen import seen_of
from ivr.diff.side import Result, Stand
from ivr.effect import Came, Effect, End, Listen, Say
from ivr.engine import begin, step
from ivr.event import Event, Silence
from ivr.explore.times import LONG_ENOUGH, ONE_HOUR, ONE_WEEK, Time, Times
from ivr.witness import Witness

if TYPE_CHECKING:
    from ivr.flow import Flow

_MOST_MET, _MOST_TIMES, _MOST_INTERVALS = 8, 4, 6
"""Places, times, and moments of each at which a change is tried."""


class Shown(NamedTuple):
    """A call of the old flow and the same call of the new one, at whose end they differ; where that was `met`."""

    old: Witness
    new: Witness
    met: Met


def shown(old: Flow, new: Flow, times: Times, several: list[Met], difference: Difference) -> Shown | None:
    """Give a shortest call that shows a difference, made in both flows; None where none does."""
    nearest = sorted(several, key=_length)
    for met in nearest[:_MOST_MET]:
        for time in islice(times.of(met.bits), _MOST_TIMES):
            for at in _moments(time, new):
                made = _made(old, new, met, time.bit, at)
                if made is not None and difference in set(differences(made, follows=met.follows)):
                    return _calls(met, time.bit, at, times)
    return None


def _length(met: Met) -> tuple[int, int]:
    """Say how long a call is: in steps, then in keys."""
    steps, _ = steps_to(met.arrival, met.bits & -met.bits)
    return len(steps), sum(len(step.what) or 1 for step in steps)


def _moments(time: Time, flow: Flow) -> Iterator[datetime]:
    yield time.at
    for interval in time.intervals[:_MOST_INTERVALS]:
        if interval.end - interval.start > LONG_ENOUGH:
            yield (interval.end - ONE_HOUR).astimezone(flow.timezone)


def _calls(met: Met, bit: int, at: datetime, times: Times) -> Shown:
    steps, new_steps = steps_to(met.arrival, bit)
    when = "" if len(times.times) == 1 else _when(at, times)
    return Shown(
        Witness(met.arrival.before.line[0], at, steps, when=when),
        Witness(met.arrival.before.line[1], at, new_steps, when=when),
        met,
    )


def _when(at: datetime, times: Times) -> str:
    first = times.times[0].intervals[0].start
    return f"{at:%A %H:%M}" if first <= at < first + ONE_WEEK else f"{at:%Y-%m-%d %H:%M}"


def _made(old: Flow, new: Flow, met: Met, bit: int, at: datetime) -> Arrival | None:
    """Make a call in both flows as it was met; gives what its last step came to, or None where it ends before."""
    chain = chain_to(met.arrival, bit)
    line = chain[0].before.line
    before = [_events(one.joint.old, one.old) for one in chain], [_events(one.joint.new, one.new) for one in chain]
    one = _replayed(old, line[0], at, before[0])
    other = _replayed(new, line[1], at, before[1])
    return met.arrival._replace(old=one, new=other) if one is not None and other is not None else None


def _events(events: tuple[Event, ...], came: Result) -> tuple[Event, ...]:
    return (*events, Silence()) if came.stand.paused else events


def _replayed(flow: Flow, line: str, at: datetime, several: list[tuple[Event, ...]]) -> Result | None:
    call, effects = begin(flow, line, at)
    told: tuple[Effect, ...] = effects
    for events in several:
        if not events:
            continue  # the line was only dialled
        if call.ended is not None:
            return None
        told = ()
        for event in events:
            call, effects = step(flow, call, event)
            told += effects
    waits = call.ended or next((one for one in reversed(told) if not isinstance(one, Say | Came | End)), None)
    rested = call._replace(playing=call.playing[call.before :], before=0)
    ways = tuple(one for one in told if isinstance(one, Came))
    return Result(Stand(rested, waits or Listen(0.0)), seen_of(flow, told, call, waits), ways, 0)
