"""Which languages a call can be in at each node: set by its line, by options, and by nodes on its way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ivr.flow import Flow
from ivr.node import AGAIN, RESERVED

if TYPE_CHECKING:
    from ivr.node import Exit

State = tuple[str, str]
"""A node and the language of the call there."""


def languages_at(flow: Flow) -> Mapping[str, frozenset[str]]:
    """Give, for each node that a line leads to, the tags of the languages in which callers hear it.

    A sub-flow that sets a language anywhere may come back in any of those that it sets.
    """
    if "languages at" not in flow.memo:
        found: dict[str, set[str]] = {}
        for name, language in _states(flow):
            found.setdefault(name, set()).add(language)
        flow.memo["languages at"] = {name: frozenset(languages) for name, languages in found.items()}
    languages: Mapping[str, frozenset[str]] = flow.memo["languages at"]
    return languages


def _states(flow: Flow) -> set[State]:
    starts = ((line.start, line.language or flow.first_language) for line in flow.lines.values())
    ahead = [(name, flow.nodes[name].language or language) for name, language in starts if name in flow.nodes]
    seen = set(ahead)
    ways: dict[str, tuple[tuple[str, str | None], ...]] = {}
    while ahead:
        name, language = ahead.pop()
        if name not in ways:
            ways[name] = tuple(dict.fromkeys(_ways(flow, name)))
        for target, changed in ways[name]:
            state = (target, changed or language)
            if state not in seen:
                seen.add(state)
                ahead.append(state)
    return seen


def _ways(flow: Flow, name: str) -> Iterator[tuple[str, str | None]]:
    """Give where a call goes on from a node, and the language in which it is then, or None where that stays."""
    within = _set_within(flow, name) if flow.nodes[name].verb == "run" else ()
    for way in flow.exits(name):
        targets: tuple[str, ...] = (way.to,)
        if way.to in RESERVED:
            targets = (name,) if way.to == AGAIN else flow.menus_before().get(name, ()) or (name,)
        for target in targets:
            if target in flow.nodes:
                own = flow.nodes[target].language
                yield target, own or _set_by(flow, way)
                yield from ((target, own or tag) for tag in within if way.on != "run")


def _set_by(flow: Flow, way: Exit) -> str | None:
    """Give the language that a way out sets; the flow's keys set theirs wherever they work."""
    return flow.keys[way.on].language if way.scope == "global" and way.on in flow.keys else way.language


def _set_within(flow: Flow, name: str) -> frozenset[str]:
    """Give the languages that the sub-flow which a node runs may set, or none where it runs none."""
    entry = getattr(flow.nodes[name], "run", None)
    if not isinstance(entry, str):
        return frozenset()
    key = ("languages set within", entry)
    if key not in flow.memo:
        inside = flow.reachable_from((entry,))
        by_nodes = (flow.nodes[inner].language for inner in inside)
        by_ways = (_set_by(flow, way) for inner in inside for way in flow.exits(inner))
        flow.memo[key] = frozenset(tag for tag in (*by_nodes, *by_ways) if tag)
    tags: frozenset[str] = flow.memo[key]
    return tags


def same_language(one: str, other: str) -> bool:
    """Whether two tags are of one language: `en` and `en-GB`."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()
