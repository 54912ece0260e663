"""Every call that can be made, up to a number of steps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from ivr.explore import Explored
from ivr.paths.generated import Generated, made, named_apart
from ivr.paths.network import Arc, Network, network_of
from ivr.paths.walks import Walk


def every_call(found: Explored, lines: tuple[str, ...], length: int, most: int) -> tuple[Generated, ...] | None:
    """Give every call of some lines, each followed for at most `length` steps; None where they are more than `most`.

    Calls that differ in what happens are different; one that goes the same way at different times is one call.
    """
    network = network_of(found, lines, lambda taken: taken)
    walks = list(islice(_walks(network, found.times.every, length), most + 1))
    if len(walks) > most:
        return None
    return named_apart([call for walk in walks for call in [made(found, walk)] if call is not None])


def _walks(network: Network, times: int, length: int) -> Iterator[Walk]:
    for root in network.roots:
        yield from _further(network, root, (), times, length)


def _further(network: Network, here: int, arcs: tuple[Arc, ...], times: int, left: int) -> Iterator[Walk]:
    """Go on by everything that can happen; the moment before the line answers costs no step."""
    onward = [arc for arc in network.onward[here] if arc.bits & times and _steps(arc) <= left]
    ahead = [(here, arcs, times, left, onward)]
    while ahead:
        here, arcs, times, left, onward = ahead.pop()
        if not onward and arcs:
            yield Walk(arcs, times)
        for arc in reversed(onward):
            bits, rest = times & arc.bits, left - _steps(arc)
            further = [one for one in network.onward[arc.target] if one.bits & bits and _steps(one) <= rest]
            ahead.append((arc.target, (*arcs, arc), bits, rest, further))


def _steps(arc: Arc) -> int:
    return len(arc.edge.move.steps)
