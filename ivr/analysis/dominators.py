"""What every call to a node has passed: the dominators of a graph of names, and the last of them that several share.

A name dominates another one if no way from a start leads to the other one past it. The nearest one, the immediate
dominator, is found by the algorithm of Lengauer and Tarjan ("A fast algorithm for finding dominators in a flowgraph",
1979; its simple form, with path compression and without recursion), so that the work grows with the number of ways,
but for a factor that is never more than its logarithm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ivr.analysis.cycles import Graph
from ivr.analysis.ways import targets
from ivr.flow import Flow

_ROOT = 0


@dataclass(frozen=True)
class Dominators:
    """The nearest dominator of every name that the starts lead to; None where there is none but the name itself.

    `depths` counts how many dominators a name has besides itself.
    """

    immediate: Mapping[str, str | None]
    depths: Mapping[str, int]

    def of(self, name: str) -> Iterator[str]:
        """Give the dominators of a name, itself first, then the nearest, and so on; none of one that is not reached."""
        here = name if name in self.immediate else None
        while here is not None:
            yield here
            here = self.immediate[here]

    def common(self, names: Iterable[str]) -> str | None:
        """Give the nearest name that dominates all of these, one of themselves perhaps; None where there is none."""
        reached = [name for name in names if name in self.immediate]
        shared: str | None = reached[0] if reached else None
        for name in reached[1:]:
            shared = self._meet(shared, name)
        return shared

    def _meet(self, one: str | None, other: str | None) -> str | None:
        while one != other:
            if one is None or other is None:
                return None
            if self.depths[one] >= self.depths[other]:
                one = self.immediate[one]
            else:
                other = self.immediate[other]
        return one


def dominators(graph: Graph, starts: Iterable[str]) -> Dominators:
    """Find the dominators of all names of a graph that the starts lead to; a start may have none but itself."""
    tree = _Tree(graph, starts)
    immediate: dict[str, str | None] = {}
    depths: dict[str, int] = {}
    for number, above in enumerate(tree.dominators()):
        if number != _ROOT:
            name, nearest = tree.names[number], tree.names[above] if above != _ROOT else None
            immediate[name] = nearest
            depths[name] = depths[nearest] + 1 if nearest is not None else 0
    return Dominators(immediate, depths)


def passed_before(flow: Flow) -> Dominators:
    """Give what every call to a node has passed on its own level, from the lines on; worked out once.

    What a sub-flow passes is not counted for what comes behind it.
    """
    if "dominators" not in flow.memo:
        flow.memo["dominators"] = dominators(targets(flow), (line.start for line in flow.lines.values()))
    found: Dominators = flow.memo["dominators"]
    return found


class _Tree:
    """The names in the order in which a search meets them; the number 0 stands before all starts."""

    def __init__(self, graph: Graph, starts: Iterable[str]) -> None:
        self.names = [""]
        self.parents = [_ROOT]
        self.before: list[list[int]] = [[]]
        self._search(graph, starts)
        count = len(self.names)
        self.semi = list(range(count))
        self.labels = list(range(count))
        self.above: list[int | None] = [None] * count

    def _search(self, graph: Graph, starts: Iterable[str]) -> None:
        numbers: dict[str, int] = {}
        path: list[tuple[int, Iterator[str]]] = [(_ROOT, iter(starts))]
        while path:
            here, ahead = path[-1]
            target = next((name for name in ahead if name in graph), None)
            if target is None:
                path.pop()
            elif target in numbers:
                self.before[numbers[target]].append(here)
            else:
                number = numbers[target] = len(self.names)
                self.names.append(target)
                self.parents.append(here)
                self.before.append([here])
                path.append((number, iter(graph[target])))

    def dominators(self) -> list[int]:
        """Give the number of the nearest dominator for each number."""
        nearest = [_ROOT] * len(self.names)
        waiting: list[list[int]] = [[] for _ in self.names]
        for number in range(len(self.names) - 1, _ROOT, -1):
            parent = self.parents[number]
            self.semi[number] = min(self.semi[self._lowest(one)] for one in self.before[number])
            waiting[self.semi[number]].append(number)
            self.above[number] = parent
            for one in waiting[parent]:
                lowest = self._lowest(one)
                nearest[one] = lowest if self.semi[lowest] < self.semi[one] else parent
            waiting[parent].clear()
        for number in range(1, len(self.names)):
            if nearest[number] != self.semi[number]:
                nearest[number] = nearest[nearest[number]]
        return nearest

    def _lowest(self, number: int) -> int:
        """Give the one with the lowest semidominator on the way up from a number, and shorten that way."""
        path = []
        here: int | None = number
        while here is not None and (above := self.above[here]) is not None and self.above[above] is not None:
            path.append(here)
            here = above
        for one in reversed(path):
            above = self.above[one]
            if above is not None:
                if self.semi[self.labels[above]] < self.semi[self.labels[one]]:
                    self.labels[one] = self.labels[above]
                self.above[one] = self.above[above]
        return self.labels[number]
