"""A planned call, step by step: in each part it goes round for what is wanted, as long as steps are left."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ivr.paths.network import Arc, View
from ivr.paths.walks import Walk


class _Home(NamedTuple):
    """How many steps it is to where a part is left, and the first thing on the way there."""

    steps: int
    by: Arc | None = None


def route(view: View, root: int, ways: Sequence[Arc], wanted: int, most: int) -> Walk:
    """Make the call that goes from part to part by some ways, of at most so many steps where that can be."""
    under_way = _Route(view, wanted)
    under_way.spare = most - _shortest(view, root, ways)
    here = root
    for way in ways:
        under_way.go(here, way.source)
        under_way.take(way)
        here = way.target
    under_way.round(here, dict.fromkeys(view.parts[view.part[here]], _Home(0)))
    return Walk(tuple(under_way.arcs), view.times)


def _shortest(view: View, here: int, ways: Sequence[Arc]) -> int:
    """Give the steps of a call if it goes round nowhere."""
    steps = 0
    for way in ways:
        steps += sum(arc.steps for arc in view.within_part(here, way.source)) + way.steps
        here = way.target
    return steps


class _Route:
    """A call under way, and how many steps are left to spare."""

    def __init__(self, view: View, wanted: int) -> None:
        self.view, self.wanted = view, wanted
        self.arcs: list[Arc] = []
        self.spare = 0

    def take(self, arc: Arc) -> None:
        """Let one more thing happen."""
        self.arcs.append(arc)
        self.wanted &= ~arc.takes

    def go(self, here: int, last: int) -> None:
        """Go to where a part is left, with a round for what is wanted there."""
        if self.wanted & self.view.within[self.view.part[here]] and self.spare > 0:
            self.round(here, _homeward(self.view, last))
        else:
            for arc in self.view.within_part(here, last):
                self.take(arc)

    def round(self, here: int, homeward: Mapping[int, _Home]) -> None:
        """Go round in a part for what is wanted there, then to where it is left."""
        inner = self.view.within[self.view.part[here]]
        while self.wanted & inner and self.spare > 0:
            way = self._nearest(here)
            target = way[-1].target if way else here
            more = sum(arc.steps for arc in way) + homeward[target].steps - homeward[here].steps
            if not way or more > self.spare:
                break
            self.spare -= more
            for arc in way:
                self.take(arc)
            here = target
        by = homeward[here].by
        while by is not None:
            self.take(by)
            by = homeward[by.target].by

    def _nearest(self, start: int) -> list[Arc]:
        """Give the way, within a part, to the nearest thing that takes something wanted, and that thing."""
        part = self.view.part[start]
        came: dict[int, Arc | None] = {start: None}
        ahead = deque([start])
        while ahead:
            here = ahead.popleft()
            inner = [arc for arc in self.view.onward[here] if self.view.part[arc.target] == part]
            hit = max(inner, key=lambda arc: ((arc.takes & self.wanted).bit_count(), -arc.steps), default=None)
            if hit is not None and hit.takes & self.wanted:
                return [*_back(came, here), hit]
            for arc in inner:
                if arc.target not in came:
                    came[arc.target] = arc
                    ahead.append(arc.target)
        return []


def _homeward(view: View, last: int) -> Mapping[int, _Home]:
    before: dict[int, list[Arc]] = {}
    for at in view.parts[view.part[last]]:
        for arc in view.onward[at]:
            before.setdefault(arc.target, []).append(arc)
    found = {last: _Home(0)}
    ahead = deque([last])
    while ahead:
        here = ahead.popleft()
        for arc in before.get(here, ()):
            steps = found[here].steps + arc.steps
            if arc.source not in found or steps < found[arc.source].steps:
                found[arc.source] = _Home(steps, arc)
                ahead.append(arc.source)
    return found


def _back(came: dict[int, Arc | None], here: int) -> list[Arc]:
    arcs: list[Arc] = []
    arc = came[here]
    while arc is not None:
        arcs.append(arc)
        arc = came[arc.source]
    return arcs[::-1]
