"""Calls that show something: the shortest that comes to a state, or to what a check asks for."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain, islice
from typing import TYPE_CHECKING

from ivr.effect import End, Listen
from ivr.engine import begin, step
from ivr.event import Event, HangUp, Key, Outcome, Silence, Spoken
from ivr.explore.explore import Explored
from ivr.explore.moves import OUTCOME, SILENCE, WRONG
from ivr.explore.search import fits, shortest
from ivr.explore.state import Edge, State
from ivr.explore.times import LONG_ENOUGH, ONE_HOUR, Time
from ivr.nodes.menu import CODE
from ivr.witness import ANSWER, HANG_UP, PRESS, SPEAK, Shows, Step, Witness

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.flow import Flow

MOST_SILENCES = 30
"""Steps for which a caller who says nothing, or presses wrong keys, is followed."""
_MOST_TRIED = 12
"""Edges and moments that are tried for one call."""
_MOST_BETWEEN = 20_000
"""States that are looked at for the way between two."""
_MOST_EACH = 2
"""Times at which each of those edges is tried."""
_MOST_TIMES = 6
"""Times at which every call is searched for one."""
_GOES_ON = {"silent": SILENCE, "wrong": WRONG}
"""What a caller goes on to do, by the word for it in `Shows`."""

Path = tuple[Edge, ...]


def path_to(state: State, bit: int) -> Path:
    """Give the edges of a shortest call that comes to a state at one time, from the line's being dialled.

    An edge that takes the top of a stack away asks for a call that has come by what lies below: it goes by there.
    """
    parts: list[Path] = []
    here: State | None = state
    while here is not None and here.first:
        edge = next(edge for bits, edge in here.first if bits & bit)
        parts.append((edge,))
        here = edge.source
        if edge.via is not None and edge.via is not here:
            between = _between(edge.via, edge.source, bit)
            parts.append(between or ())
            here = edge.via if between is not None else here
    return tuple(edge for part in reversed(parts) for edge in part)


def _between(start: State, goal: State, bit: int) -> Path | None:
    """Give a shortest way from one state to another that takes nothing away from under the first."""
    came: dict[State, Edge | None] = {start: None}
    ahead = deque([start])
    while ahead and len(came) < _MOST_BETWEEN and goal not in came:
        for edge in ahead.popleft().edges:
            if edge.bits & bit and edge.via is None and edge.target not in came:
                came[edge.target] = edge
                ahead.append(edge.target)
    if goal not in came:
        return None
    edges: list[Edge] = []
    last = came[goal]
    while last is not None:
        edges.append(last)
        last = came[last.source]
    return tuple(reversed(edges))


def witness(found: Explored, path: Path, bit: int, further: tuple[Step, ...] = ()) -> Witness | None:
    """Make a call of a path; None where the engine, asked again with its real clock, does not make that call."""
    if not path:
        return None
    time = next(found.times.of(bit))
    steps = (*(one for edge in path for one in edge.move.steps), *further)
    goal = path[-1].target
    for at in _moments(found.flow, time):
        call = replay(found.flow, Witness(path[0].source.call.line, at, steps))
        if call is not None and (further or _alike(call, goal.call)):
            return _described(found, time, at, call, Witness(path[0].source.call.line, at, steps))
    return None


def _alike(call: Call, goal: Call) -> bool:
    if goal.ended is not None or call.ended is not None:
        return call.ended == goal.ended and call.node == goal.node
    return (call.node, call.language, call.failures) == (goal.node, goal.language, goal.failures)


def _described(found: Explored, time: Time, at: datetime, call: Call, plain: Witness) -> Witness:
    """Say where a call is at its end, and when it is made; every moment will do where the flow has no schedules."""
    ended = call.ended
    end = "" if ended is None else f"transfer {ended.why}" if ended.how == "transfer" else ended.how
    when = (
        "" if len(found.times.times) == 1 else f"{at:%A %H:%M}" if _is_ordinary(found, time) else f"{at:%Y-%m-%d %H:%M}"
    )
    return plain._replace(reach="" if ended else call.node, end=end, when=when)


def _is_ordinary(found: Explored, time: Time) -> bool:
    first = found.times.times[0].intervals[0].start
    return 0 <= (time.intervals[0].start - first).days < 7  # noqa: PLR2004 -- the days of the ordinary week


def _moments(flow: Flow, time: Time) -> Iterator[datetime]:
    yield time.at
    for interval in time.intervals[:_MOST_TRIED]:
        if interval.end - interval.start > LONG_ENOUGH:
            yield (interval.end - ONE_HOUR).astimezone(flow.timezone)


def replay(flow: Flow, call: Witness) -> Call | None:
    """Make a call again, step by step, with the real clock; None where a step does not fit."""
    now, _ = begin(flow, call.line, call.at)
    for one in call.steps:
        for event in events_of(one):
            if now.ended is not None:
                return None
            now, _ = step(flow, now, event)
    return now


def events_of(one: Step) -> Iterator[Event]:
    """Give what happens to a call, for the engine, by a step of a witness."""
    if one.kind == PRESS:
        yield from (Key(key) for key in one.what)
    elif one.kind == SPEAK:
        yield Spoken(one.what)
    elif one.kind == ANSWER:
        yield Outcome(one.what, one.values)
    else:
        yield HangUp() if one.kind == HANG_UP else Silence()


def call_showing(found: Explored, wanted: Shows) -> Witness | None:
    """Give the shortest call that shows what a check saw; None where no call does."""
    allowed = _allowed(found, wanted)
    near = () if wanted.through or wanted.avoiding or wanted.line else _candidates(found, wanted, allowed)
    for path, bit in chain(near, _searched(found, wanted, allowed)):
        further = () if (wanted.node, wanted.on) in _index(found) else _pressed(path[-1].target, wanted)
        if wanted.then in _GOES_ON:
            path = (*path, *_failing(path[-1].target, bit, _GOES_ON[wanted.then]))  # noqa: PLW2901 -- the same call, gone on with
        call = witness(found, path, bit, further)
        if call is not None:
            return call
    return None


def is_met(found: Explored, node: str) -> bool:
    """Whether any call comes to a node."""
    return (node, "") in _index(found)


def _allowed(found: Explored, wanted: Shows) -> int:
    bits = found.times.every
    for schedule, is_open in wanted.hours:
        during = found.times.during(schedule)
        bits &= during if is_open else ~during
    return bits


def _candidates(found: Explored, wanted: Shows, allowed: int) -> Iterator[tuple[Path, int]]:
    """Give paths that come to what is wanted, shorter ones first."""
    tried: list[tuple[int, int, Path, int]] = []
    fitting = (edge for edge in _edges(found, wanted) if edge.bits & allowed and fits(edge, wanted))
    for edge in fitting:
        for time in islice(found.times.of(edge.bits & allowed), _MOST_EACH):
            path = (*path_to(edge.source, time.bit), edge)
            tried.append((sum(len(one.move.steps) for one in path), len(tried), path, time.bit))
        if len(tried) >= _MOST_TRIED:
            break
    yield from ((path, bit) for _, _, path, bit in sorted(tried, key=lambda one: one[:2]))


def _searched(found: Explored, wanted: Shows, allowed: int) -> Iterator[tuple[Path, int]]:
    """Look at every call from its beginning, at a few of the times: where the nearest edges show nothing."""
    exact = (wanted.node, wanted.on) in _index(found)
    asked = wanted if exact else wanted._replace(on="")
    for time in islice(found.times.of(allowed), _MOST_TIMES):
        path = shortest(found, asked, time.bit)
        if path is not None:
            yield path, time.bit


def _edges(found: Explored, wanted: Shows) -> Iterable[Edge]:
    """Give the edges that take the wanted exit, or come to the wanted node; nearest first."""
    index = _index(found)
    if not wanted.on:
        return index.get((wanted.node, ""), ())
    taken = index.get((wanted.node, wanted.on))
    if taken is not None:
        return taken
    return index.get((wanted.node, ""), ())


def _index(found: Explored) -> dict[tuple[str, str], list[Edge]]:
    """Give, for every node and for every exit of it, the edges that come to it, or leave by it."""
    key = ("edges", found.times.times)
    index: dict[tuple[str, str], list[Edge]] | None = found.flow.memo.get(key)
    if index is None:
        index = found.flow.memo[key] = {}
        for state in found.states:
            for edge in state.edges:
                _enter(index, edge)
    return index


def _enter(index: dict[tuple[str, str], list[Edge]], edge: Edge) -> None:
    for way in edge.ways:
        index.setdefault((way.node, ""), []).append(edge)
        index.setdefault((way.left, way.on), []).append(edge)
    if edge.move.by == OUTCOME and isinstance(edge.target.waits, End):
        index.setdefault((edge.source.node, edge.move.steps[0].what), []).append(edge)


def _pressed(state: State, wanted: Shows) -> tuple[Step, ...]:
    """Give the key that is still to be pressed, where no exit of the node is taken by it."""
    comes_only = wanted.on and isinstance(state.waits, Listen) and state.node == wanted.node
    return (Step(PRESS, wanted.on),) if comes_only and CODE.match(wanted.on) and not wanted.then else ()


def _failing(state: State, bit: int, by: str) -> Iterator[Edge]:
    """Follow a caller who fails, until the call is over or comes to a state again; nobody ever answers."""
    seen = {state.number}
    for _ in range(MOST_SILENCES):
        edge = _unhelped(state, bit, by)
        if edge is None:
            return
        yield edge
        state = edge.target
        if state.number in seen:
            return
        seen.add(state.number)


def _unhelped(state: State, bit: int, by: str) -> Edge | None:
    taken = by if isinstance(state.waits, Listen) else OUTCOME
    ways = [edge for edge in state.edges if edge.move.by == taken and edge.bits & bit]
    return ways[-1] if ways else None
