"""Rounds and reach in any graph given as names and where each of them leads; the work grows with the number of ways."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

Name = TypeVar("Name", bound=Hashable)

Graph = Mapping[str, Iterable[str]]
"""Where each name leads; what is not a name of the graph itself is left aside."""


def rounds(graph: Graph) -> tuple[tuple[str, ...], ...]:
    """Give the parts in which every name leads to every other one, and to itself: there a call can go round.

    The parts come in the order of the graph by their first name, the names of each part too.
    """
    order = {name: number for number, name in enumerate(graph)}
    found = [
        tuple(sorted(part, key=order.__getitem__))
        for part in strong_parts(graph)
        if len(part) > 1 or part[0] in graph[part[0]]
    ]
    return tuple(sorted(found, key=lambda part: order[part[0]]))


def strong_parts(graph: Mapping[Name, Iterable[Name]]) -> Iterator[list[Name]]:
    """Give the strongly connected parts, those that lead to no other part first (Tarjan 1972, without recursion)."""
    numbers: dict[Name, int] = {}
    lowest: dict[Name, int] = {}
    open_names: dict[Name, int] = {}
    stack: list[Name] = []

    def begin(name: Name) -> tuple[Name, Iterator[Name]]:
        numbers[name] = lowest[name] = len(numbers)
        open_names[name] = len(stack)
        stack.append(name)
        return name, (target for target in graph[name] if target in graph)

    for root in graph:
        path = [] if root in numbers else [begin(root)]
        while path:
            name, ahead = path[-1]
            target = next((one for one in ahead if one not in numbers or one in open_names), None)
            if target is None:
                path.pop()
                if path:
                    lowest[path[-1][0]] = min(lowest[path[-1][0]], lowest[name])
                if lowest[name] == numbers[name]:
                    yield _taken(stack, open_names, name)
            elif target in numbers:
                lowest[name] = min(lowest[name], numbers[target])
            else:
                path.append(begin(target))


def _taken(stack: list[Name], open_names: dict[Name, int], name: Name) -> list[Name]:
    """Take off the stack what was opened since `name`."""
    at = open_names[name]
    part = stack[at:]
    del stack[at:]
    for one in part:
        del open_names[one]
    return part


def reached(graph: Graph, starts: Iterable[str]) -> dict[str, None]:
    """Give the names that the starts lead to, themselves included, in the order in which they are reached."""
    found = dict.fromkeys(start for start in starts if start in graph)
    ahead = list(found)
    for name in ahead:
        for target in graph[name]:
            if target in graph and target not in found:
                found[target] = None
                ahead.append(target)
    return found


def backwards(graph: Graph) -> dict[str, tuple[str, ...]]:
    """Give the same graph with every way turned round."""
    before: dict[str, list[str]] = {name: [] for name in graph}
    for name, targets in graph.items():
        for target in targets:
            if target in before:
                before[target].append(name)
    return {name: tuple(several) for name, several in before.items()}


def leading_to(graph: Graph, goals: Iterable[str]) -> dict[str, None]:
    """Give the names from which one of the goals can be reached, the goals included."""
    return reached(backwards(graph), goals)


def within(graph: Graph, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Give the part of a graph that has only these names, in the order of the graph."""
    kept = set(names)
    return {name: tuple(one for one in targets if one in kept) for name, targets in graph.items() if name in kept}
