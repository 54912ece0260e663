"""Trails as the engine keeps them: the menus that `back` follows, for each sub-flow under way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ivr.node import BACK
from ivr.nodes.run import Run

if TYPE_CHECKING:
    from ivr.effect import Came
    from ivr.explore.state import Edge
    from ivr.flow import Flow

DEEPEST = 40
"""Menus on one trail beyond which trails are not told apart."""

Trails = tuple[tuple[str, ...], ...]
"""The trail of each sub-flow under way, that of the innermost last; empty where nothing goes back."""
NO_TRAILS: Trails = ()


class TooDeepError(Exception):
    """A trail holds more menus than are told apart."""


class Trailing:
    """Follows trails along the edges of exploring."""

    def __init__(self, flow: Flow) -> None:
        """Find the ways that go back."""
        self.flow = flow
        self.backs = {(name, way.on) for name in flow.nodes for way in flow.exits(name) if way.to == BACK}
        self.begin: Trails = ((),) if self.backs else NO_TRAILS

    def along(self, edge: Edge, trails: Trails) -> Trails | None:
        """Give the trails behind an edge; None where a call with these trails goes back elsewhere than the edge does.

        Raises TooDeepError.
        """
        for way in edge.ways:
            after = self._behind(way, trails)
            if after is None:
                return None
            trails = after
        return self.begin if edge.target.call.ended is not None else trails

    def anew(self, edge: Edge) -> Trails:
        """Give trails behind an edge as the shortest call has them there."""
        call = edge.target.call
        return (*(frame.trail for frame in call.stack), call.trail)

    def _behind(self, way: Came, trails: Trails) -> Trails | None:
        trail = trails[-1]
        if isinstance(self.flow.nodes.get(way.left), Run):
            if way.on == "run":
                return self._at_menu(way.node, (*trails, ()))
            trails = trails[:-1] or self.begin
        elif (way.left, way.on) in self.backs:
            cut = trail[:-1] if trail[-1:] == (way.left,) else trail
            if way.node != (cut[-1] if cut else way.left):
                return None
            trails = (*trails[:-1], cut)
        return self._at_menu(way.node, trails)

    def _at_menu(self, name: str, trails: Trails) -> Trails:
        node, trail = self.flow.nodes.get(name), trails[-1]
        if node is None or node.verb != "menu":
            return trails
        if name in trail:
            return (*trails[:-1], trail[: trail.index(name) + 1])
        if len(trail) == DEEPEST:
            raise TooDeepError
        return (*trails[:-1], (*trail, name))
