"""A small set of calls that takes every exit that calls can take, and how small it could be at best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from ivr.explore import Explored, Taken
from ivr.paths.bound import exits_apart
from ivr.paths.cover import covering
from ivr.paths.fewest import fewest, outlines_of, walks_of
from ivr.paths.generated import Generated, made, named_apart
from ivr.paths.nearest import nearest
from ivr.paths.network import Network, View, network_of
from ivr.paths.walks import Walk

ENDLESS = 10**9
"""More steps than any call has."""
_LIMITS = (6, 8, 12, 16, 24, 40, 80)
"""Steps of which calls are tried first: where they make no more calls, every call is easier to dial."""
_LIMITS_OF_MANY = (16,)
_MANY_ARCS = 4000
"""Things that can happen in a network, beyond which fewer limits are tried: each would take long."""

Counts = Callable[[Taken], Taken | None]
"""Says what an exit counts as; None where it does not count."""


class Covering(NamedTuple):
    """Calls that take every exit, how many `exits` these are, and how many calls are needed for them at least.

    `unmade` are exits that calls seem to take, though no call could be made that does.
    """

    calls: tuple[Generated, ...]
    exits: int
    fewest: int
    unmade: tuple[Taken, ...]


def everywhere(taken: Taken) -> Taken:
    """Count an exit once, on whichever line and in whichever language it is taken."""
    return taken._replace(line="", language="")


def smallest(found: Explored, groups: Iterable[tuple[str, ...]], counts: Counts, most: int = ENDLESS) -> Covering:
    """Find calls for each group of lines: lines in one group share what they take."""
    parts = [_covering(found, lines, counts, most) for lines in groups]
    return Covering(
        named_apart([call for part in parts for call in part.calls]),
        sum(part.exits for part in parts),
        sum(part.fewest for part in parts),
        tuple(taken for part in parts for taken in part.unmade),
    )


def _covering(found: Explored, lines: tuple[str, ...], counts: Counts, most: int) -> Covering:
    network = network_of(found, lines, counts)
    views = [View(network, times) for times in network.times]
    enough = len(exits_apart(network, views, network.every))
    walks, enough = _best(network, views, most, enough)
    walks.sort(key=lambda walk: (walk.arcs[0].source, walk.order))
    calls = [call for walk in walks for call in [made(found, walk)] if call is not None]
    left = set(network.exits) - _taken(calls, counts)
    for number, exit_ in enumerate(network.exits):
        if exit_ in left:
            call = _made_for(found, views, number, exit_, counts)
            calls += [call] if call is not None else []
            left -= _taken([call] if call is not None else [], counts)
    if left:
        known = sum(1 << number for number, exit_ in enumerate(network.exits) if exit_ not in left)
        enough = len(exits_apart(network, views, known))
    unmade = tuple(one for one in network.exits if one in left)
    return Covering(tuple(calls), len(network.exits) - len(unmade), enough, unmade)


def _best(network: Network, views: list[View], most: int, enough: int) -> tuple[list[Walk], int]:
    """Find as few calls as the limit of steps allows, and how many are needed at least."""
    walks = _fewest_and_short(network, views, most, enough)
    outlines = outlines_of(views) if len(walks) > enough else None
    if outlines is None:
        return walks, enough
    better = fewest(outlines, network.every, enough, len(walks))
    for limit in (*_LIMITS, ENDLESS) if better.outlines and most == ENDLESS else ():
        fewer = walks_of(better.outlines, network.every, limit)
        if not network.every & ~_all_taken(fewer):
            return fewer, better.bound
    return walks, better.bound


def _all_taken(walks: Iterable[Walk]) -> int:
    taken = 0
    for walk in walks:
        taken |= walk.takes
    return taken


def _fewest_and_short(network: Network, views: list[View], most: int, enough: int) -> list[Walk]:
    """Find few calls within the limit of steps, and among such sets one of shorter calls."""
    many = sum(map(len, network.onward)) > _MANY_ARCS
    tried: list[list[Walk]] = []
    for limit in (*(one for one in (_LIMITS_OF_MANY if many else _LIMITS) if one < most), most):
        tried.append(covering(views, network.every, limit))
        if len(tried[-1]) <= enough:
            break
    return min(tried, key=len)


def _taken(calls: Iterable[Generated], counts: Counts) -> set[Taken]:
    return {counted for call in calls for taken in call.takes for counted in [counts(taken)] if counted is not None}


def _made_for(found: Explored, views: list[View], number: int, exit_: Taken, counts: Counts) -> Generated | None:
    """Make a call for one exit, where that which was planned for it could not be made."""
    for walk in _walks_to(views, number):
        call = made(found, walk)
        if call is not None and exit_ in _taken([call], counts):
            return call
    return None


def _walks_to(views: list[View], number: int) -> Iterator[Walk]:
    for ending in (True, False):
        for view in views:
            walk = nearest(view, 1 << number, ending=ending)
            if walk is not None:
                yield walk
