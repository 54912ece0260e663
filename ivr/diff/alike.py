"""Which node of the new flow is what a node of the old one was: by name, by the way that leads to it, by its words."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ivr.flow import Flow
    from ivr.node import Node

LIKE = 0.6
"""How alike the words of two nodes of one kind are that are taken for the same, from 0 to 1."""
MOST_COMPARED = 40_000
"""Pairs of nodes whose words are compared."""


def alike(old: Flow, new: Flow) -> Mapping[str, str]:
    """Give, for nodes of the old flow, the node of the new one that stands for it."""
    found = {name: name for name in old.nodes if name in new.nodes and old.nodes[name].verb == new.nodes[name].verb}
    taken = set(found.values())
    gone = [name for name in old.nodes if name not in found]
    come = [name for name in new.nodes if name not in taken]
    _same_ways(old, new, set(come), found)
    taken = set(found.values())
    gone = [name for name in gone if name not in found]
    come = [name for name in come if name not in taken]
    _same_words(old, new, gone, come, found)
    taken = set(found.values())
    left = [name for name in gone if name not in found]
    if len(left) * len(come) <= MOST_COMPARED:
        _like_words(old, new, left, [name for name in come if name not in taken], found)
    return found


def _same_ways(old: Flow, new: Flow, come: set[str], found: dict[str, str]) -> None:
    """Pair nodes that have got another name: the same line or exit of a pair leads to both, and they say the like."""
    lines = ((old.lines[line].start, new.lines[line].start) for line in old.lines if line in new.lines)
    ahead = deque([*lines, *found.items()])
    seen: set[tuple[str, str]] = set()
    while ahead:
        one, other = ahead.popleft()
        if (one, other) in seen or one not in old.nodes or other not in new.nodes:
            continue
        seen.add((one, other))
        if one not in found and other in come and _may_be(old.nodes[one], new.nodes[other]):
            found[one] = other
            come.discard(other)
        if found.get(one) == other:
            there = {way.on: way.to for way in new.exits(other)}
            ahead += [(way.to, there[way.on]) for way in old.exits(one) if way.on in there]


def _may_be(one: Node, other: Node) -> bool:
    wordless = one.verb == other.verb and not _words(one)[1].strip() and not _words(other)[1].strip()
    return wordless or _likeness(one, other) >= LIKE


def _same_words(old: Flow, new: Flow, gone: Iterable[str], come: Iterable[str], found: dict[str, str]) -> None:
    by_words: dict[tuple[str, str], list[str]] = {}
    for name in come:
        by_words.setdefault(_words(new.nodes[name]), []).append(name)
    for name in gone:
        several = by_words.get(_words(old.nodes[name]), [])
        if several:
            found[name] = several.pop(0)


def _like_words(old: Flow, new: Flow, gone: list[str], come: list[str], found: dict[str, str]) -> None:
    scored = sorted(
        (-score, one, other)
        for one in gone
        for other in come
        if (score := _likeness(old.nodes[one], new.nodes[other])) >= LIKE
    )
    taken: set[str] = set()
    for _, one, other in scored:
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)


def _words(node: Node) -> tuple[str, str]:
    prompts = [text for _, prompt in node.prompts() for _, text in (*prompt.texts, *prompt.audio)]
    return node.verb, " ".join([*prompts, node.detail])


def _likeness(one: Node, other: Node) -> float:
    (verb, words), (other_verb, other_words) = _words(one), _words(other)
    if verb != other_verb or not words.strip():
        return 0.0
    return SequenceMatcher(None, words.split(), other_words.split(), autojunk=False).ratio()
