"""The shortest call to a node or a contact, or out of a node by one of its exits."""

from __future__ import annotations

from collections.abc import Callable

from ivr.effect import End
from ivr.explore import Edge, Explored, Taken, exits_along
from ivr.paths.generated import Generated, made
from ivr.paths.nearest import shortest_way
from ivr.paths.network import View, network_of
from ivr.paths.walks import Walk

Goal = Callable[[Edge], bool]
"""Whether one thing that happens to a call is that for which it is made."""


def to_node(name: str, language: str | None = None) -> Goal:
    """Ask for a call that comes to a node, in a language if one is given."""
    return lambda edge: any(way.node == name and language in {None, way.language} for way in edge.ways)


def to_contact(name: str, language: str | None = None) -> Goal:
    """Ask for a call that somebody of a contact takes."""
    taken = End("transfer", name)
    return lambda edge: edge.target.call.ended == taken and language in {None, edge.target.call.language}


def by_exit(node: str, on: str, language: str | None = None) -> Goal:
    """Ask for a call that leaves a node by an exit, named as in `Taken`."""

    def hits(edge: Edge) -> bool:
        return any(
            (taken.node, taken.on) == (node, on) and language in {None, taken.language}
            for taken in exits_along("", edge)
        )

    return hits


def shortest_call(found: Explored, lines: tuple[str, ...], goal: Goal) -> Generated | None:
    """Give a shortest call on any of some lines whose last step is the goal; None where there is none."""
    network = network_of(found, lines, _nothing)
    walks: list[Walk] = []
    for times in network.times:
        view = View(network, times)
        way = shortest_way(view, network.roots, lambda arc: goal(arc.edge))
        walks += [Walk(way, times)] if way is not None else []
    calls = (made(found, walk) for walk in sorted(walks, key=lambda walk: walk.steps))
    return next((call for call in calls if call is not None), None)


def _nothing(taken: Taken) -> None:
    """Count no exit."""
    del taken
