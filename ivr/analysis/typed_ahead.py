"""Keys pressed ahead of the menu that they are for: where they may do harm, and where they are thrown away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ivr.analysis.assignment import assignments
from ivr.analysis.cycles import backwards
from ivr.analysis.key_meaning import YES
from ivr.analysis.traps import helps
from ivr.analysis.ways import judged, ways
from ivr.flow import Flow
from ivr.node import RESERVED
from ivr.nodes.menu import CODE, Menu

_PAIR = 2
"""A menu of two options puts a question."""
_CHOSEN = frozenset({"key", "words"})


class Confirmation(NamedTuple):
    """A menu whose option `key` lets something happen that cannot be undone, at `deed`; its other options do not."""

    menu: str
    key: str
    deed: str


def confirmations(flow: Flow) -> tuple[Confirmation, ...]:
    """Give the menus in which callers confirm something that cannot be undone.

    Such a menu has one option of its own that leads to the deed before anything else is asked, and it puts a question:
    that option says yes, or there are two options in all and callers come there by a key. Any other menu offers the
    deed and asks for no confirmation.
    """
    if "confirmations" not in flow.memo:
        flow.memo["confirmations"] = tuple(
            found
            for name in judged(flow)
            if isinstance(node := flow.nodes[name], Menu)
            for found in _confirmation(flow, name, node)
        )
    known: tuple[Confirmation, ...] = flow.memo["confirmations"]
    return known


def _confirmation(flow: Flow, name: str, menu: Menu) -> Iterator[Confirmation]:
    deeds = deeds_behind(flow)
    doing = [way for way in ways(flow)[name] if way.exit.by in _CHOSEN and way.to in deeds]
    keys = dict.fromkeys(way.exit.on for way in doing)
    if len(keys) != 1 or doing[0].exit.scope != "own":
        return
    agrees = any(one.key in keys and one.meaning == YES for one in assignments(flow)[name])
    question = name in pressed_before(flow) and sum(bool(CODE.match(key)) for key in menu.options) == _PAIR
    if agrees or question:
        yield Confirmation(name, doing[0].exit.on, deeds[doing[0].to])


def deeds_behind(flow: Flow) -> Mapping[str, str]:
    """Give, for each node from which a call comes to something irreversible before anything is asked, what that is."""
    if "deeds behind" not in flow.memo:
        graph = {
            name: () if flow.nodes[name].listens else tuple(way.to for way in ways(flow)[name]) for name in judged(flow)
        }
        before = backwards(graph)
        ahead = [name for name in graph if flow.nodes[name].irreversible and not flow.nodes[name].listens]
        found = {name: name for name in ahead}
        for name in ahead:
            for earlier in before[name]:
                if earlier not in found:
                    found[earlier] = found[name]
                    ahead.append(earlier)
        flow.memo["deeds behind"] = {name: deed for name, deed in found.items() if not flow.nodes[name].listens}
    known: Mapping[str, str] = flow.memo["deeds behind"]
    return known


def pressed_before(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give, for each node, the other nodes that listen and from which a key leads there before anything is asked."""
    if "pressed before" not in flow.memo:
        found: dict[str, dict[str, None]] = {}
        for name in judged(flow):
            if flow.nodes[name].listens:
                for to in _listening_behind(flow, name):
                    found.setdefault(to, {})[name] = None
        flow.memo["pressed before"] = {name: tuple(several) for name, several in found.items()}
    known: Mapping[str, tuple[str, ...]] = flow.memo["pressed before"]
    return known


def _listening_behind(flow: Flow, name: str) -> Iterator[str]:
    for way in ways(flow)[name]:
        if way.exit.by == "key" and way.exit.scope == "own":
            yield from (to for to in listening_next(flow, way.to) if to != name)


def listening_next(flow: Flow, start: str) -> tuple[str, ...]:
    """Name the nodes that listen and to which a call comes from a node, itself included, unasked and not helped yet."""
    key = ("listening next", start)
    if key not in flow.memo:
        ahead, seen, found = [start], {start}, list[str]()
        while ahead and len(seen) <= _FURTHEST:
            here = ahead.pop()
            if flow.nodes[here].listens:
                found.append(here)
                continue
            new = () if helps(flow, here) else (way.to for way in ways(flow)[here] if way.to not in seen)
            for to in new:
                seen.add(to)
                ahead.append(to)
        flow.memo[key] = tuple(found)
    known: tuple[str, ...] = flow.memo[key]
    return known


_FURTHEST = 100  # nodes that are passed between one question and the next


def has_reason(flow: Flow, name: str) -> bool:
    """Whether a node has a reason to throw keys away: it confirms, or lets happen, what cannot be undone.

    What a node that is missing, or could not be read whole, lets happen is not known, and may be the reason.
    """
    node = flow.nodes[name]
    targets = (way.to for way in flow.exits(name) if way.scope == "own" and way.to not in RESERVED)
    if any(target not in flow.nodes or target in flow.broken for target in targets):
        return True
    deeds = deeds_behind(flow)
    behind = (way.to for way in ways(flow)[name] if way.exit.by != "failure" and way.exit.scope == "own")
    return node.irreversible or name in deeds or any(to in deeds for to in behind)
