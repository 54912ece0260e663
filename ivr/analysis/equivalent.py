"""Nodes that no caller can tell apart: the same words and keys, leading to nodes that are the same in turn.

Such nodes are found by refining a partition: at first all nodes that look alike are together; a part is split where the
same way out leads some of its nodes into another part and some not, until nothing is split any more. Always splitting
off the smaller half keeps the work near the number of ways (Hopcroft 1971).
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from typing import Final

from pydantic import BaseModel

from ivr.analysis.cycles import reached, strong_parts
from ivr.analysis.likeness import folded
from ivr.analysis.ways import judged
from ivr.flow import Flow
from ivr.node import RESERVED, Exit, Node, Path

_ONLY_FOR_READERS: Final = frozenset({"note", "documented"})
_Arrows = Mapping[str, tuple[str, ...]]
"""Where each name leads by its first, second, ... way."""


def equivalent_nodes(flow: Flow) -> tuple[tuple[str, ...], ...]:
    """Give the groups of two and more nodes that callers cannot tell apart, in the order of the file.

    `again` and `back` count as they are written, since merged nodes would lead each caller where they lead now.
    """
    if "equivalent nodes" not in flow.memo:
        names = list(judged(flow))
        arrows = {name: tuple(way.to for way in flow.exits(name) if _is_node(flow, way.to)) for name in names}
        looks = {name: _look(flow, flow.nodes[name], flow.exits(name)) for name in names}
        parts = refined(arrows, looks)
        order = {name: number for number, name in enumerate(names)}
        groups = (tuple(sorted(part, key=order.__getitem__)) for part in parts if len(part) > 1)
        flow.memo["equivalent nodes"] = tuple(sorted(groups, key=lambda group: order[group[0]]))
    found: tuple[tuple[str, ...], ...] = flow.memo["equivalent nodes"]
    return found


def refined(arrows: _Arrows, looks: Mapping[str, Hashable]) -> tuple[frozenset[str], ...]:
    """Give the coarsest parts whose names look alike and whose first, second, ... ways lead into the same parts.

    Names that look alike must have equally many ways; what is no name itself is a part of its own.
    """
    parts: list[set[str]] = list(_grouped(looks).values())
    part_of = {name: number for number, part in enumerate(parts) for name in part}
    before = _turned_round(arrows)
    ahead = set(range(len(parts)))
    while ahead:
        entering = _entering(parts[ahead.pop()], before)
        for inside in entering:
            for number, touched in _by_part(inside, part_of).items():
                if len(touched) < len(parts[number]):
                    ahead.add(_split(parts, part_of, number, touched))
    return tuple(frozenset(part) for part in parts)


def _grouped(looks: Mapping[str, Hashable]) -> dict[Hashable, set[str]]:
    groups: dict[Hashable, set[str]] = {}
    for name, look in looks.items():
        groups.setdefault(look, set()).add(name)
    return groups


def _turned_round(arrows: _Arrows) -> dict[str, list[tuple[int, str]]]:
    before: dict[str, list[tuple[int, str]]] = {}
    for name, targets in arrows.items():
        for number, target in enumerate(targets):
            before.setdefault(target, []).append((number, name))
    return before


def _entering(part: Iterable[str], before: Mapping[str, list[tuple[int, str]]]) -> list[list[str]]:
    """Give the names that lead into a part by their first way, by their second, ..."""
    by_way: dict[int, list[str]] = {}
    for target in sorted(part):
        for number, name in before.get(target, ()):
            by_way.setdefault(number, []).append(name)
    return [by_way[number] for number in sorted(by_way)]


def _by_part(names: Iterable[str], part_of: Mapping[str, int]) -> dict[int, set[str]]:
    touched: dict[int, set[str]] = {}
    for name in names:
        touched.setdefault(part_of[name], set()).add(name)
    return touched


def _split(parts: list[set[str]], part_of: dict[str, int], number: int, touched: set[str]) -> int:
    """Split a part in two, and give the number of the smaller one, which is new."""
    rest_is_smaller = 2 * len(touched) > len(parts[number])
    smaller = parts[number] - touched if rest_is_smaller else touched
    parts[number] -= smaller
    parts.append(smaller)
    part_of.update(dict.fromkeys(smaller, len(parts) - 1))
    return len(parts) - 1


def _is_node(flow: Flow, target: str) -> bool:
    return target in flow.nodes and target not in flow.broken and target not in RESERVED


def _look(flow: Flow, node: Node, exits: tuple[Exit, ...]) -> Hashable:
    """Give what of a node meets callers, but for where its ways lead."""
    ways = tuple(way._replace(to="" if _is_node(flow, way.to) else way.to, path=()) for way in exits)
    leading = {way.path[2:] for way in exits if way.scope == "own"}
    written = sorted(node.model_fields_set - _ONLY_FOR_READERS)
    fields = type(node).model_fields
    values = tuple((one, _value(getattr(node, one), (fields[one].alias or one,), leading)) for one in written)
    return (node.verb, ways, values)


def _value(value: object, path: Path, leading: Collection[Path]) -> Hashable:
    """Give a value of a field without the targets in it, so that it can be compared."""
    if path in leading:
        return None
    if isinstance(value, dict):
        return tuple((key, _value(one, (*path, key), leading)) for key, one in value.items())
    if isinstance(value, BaseModel):
        return tuple((key, _value(getattr(value, key), (*path, key), leading)) for key in _compared(value))
    if isinstance(value, list | tuple):
        return tuple(_value(one, (*path, number), leading) for number, one in enumerate(value))
    return value if getattr(value, "__hash__", None) else repr(value)


def _compared(value: BaseModel) -> list[str]:
    return sorted(value.model_fields_set - _ONLY_FOR_READERS)


def copies(flow: Flow) -> Iterator[tuple[tuple[str, ...], int]]:
    """Give the groups of equivalent nodes that say something, and how many more there are behind each.

    A group to which another one leads is a part of that one's copy, and is not given for itself; nor is one whose
    names are one name in different spellings.
    """
    groups = equivalent_nodes(flow)
    group_of = {name: number for number, group in enumerate(groups) for name in group}
    graph = {
        str(number): tuple(dict.fromkeys(str(group_of[to]) for to in _targets(flow, group[0]) if to in group_of))
        for number, group in enumerate(groups)
    }
    covered: set[str] = set()
    for part in reversed(list(strong_parts(graph))):
        for number in sorted(part, key=int):
            group = groups[int(number)]
            if number not in covered and _says_something(flow, group[0]) and len(set(map(folded, group))) == len(group):
                inside = reached(graph, (number,))
                covered |= inside.keys()
                yield group, sum(len(groups[int(one)]) for one in inside if one != number)


def _targets(flow: Flow, name: str) -> tuple[str, ...]:
    return tuple(way.to for way in flow.exits(name))


def _says_something(flow: Flow, name: str) -> bool:
    return flow.nodes[name].listens or any(prompt for _, prompt in flow.nodes[name].prompts())
