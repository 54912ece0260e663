"""A shortest call through a network that takes a certain exit."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable

from ivr.paths.network import Arc, View
from ivr.paths.walks import Walk


def nearest(view: View, wanted: int, *, ending: bool) -> Walk | None:
    """Give a shortest call that takes any of the wanted exits, and with `ending` goes on to an end by a shortest way.

    None where there is none at these times.
    """
    to = shortest_way(view, view.network.roots, lambda arc: bool(arc.takes & wanted))
    if to is None:
        return None
    here = to[-1].target
    over = view.network.over
    onward = shortest_way(view, [here], lambda arc: arc.target in over) if ending and here not in over else ()
    return Walk((*to, *(onward or ())), view.times)


def shortest_way(view: View, starts: Iterable[int], hits: Callable[[Arc], bool]) -> tuple[Arc, ...] | None:
    """Give a shortest way, in steps, whose last part is one that `hits`."""
    came: dict[int, Arc | None] = {}
    ahead: list[tuple[int, int, int, Arc | None]] = [(0, 0, start, None) for start in starts]
    count = 0
    while ahead:
        steps, _, here, arc = heapq.heappop(ahead)
        if arc is not None and hits(arc):
            return _back(came, arc)
        if here in came:
            continue
        came[here] = arc
        for way in view.onward[here]:
            count += 1
            heapq.heappush(ahead, (steps + way.steps, count, way.target, way))
    return None


def _back(came: dict[int, Arc | None], last: Arc) -> tuple[Arc, ...]:
    arcs = [last]
    arc = came[last.source]
    while arc is not None:
        arcs.append(arc)
        arc = came[arc.source]
    return tuple(reversed(arcs))
