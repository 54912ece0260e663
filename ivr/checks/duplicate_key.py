"""KY001: a key has two meanings at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.analysis.pressed import pressed_in, pressed_somewhere
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu
from ivr.source import Place
from ivr.tree import Mapping, Path, Tree


@check("KY001", "duplicate-key", Severity.ERROR)
def duplicate_key(flow: Flow) -> Iterator[Fault]:
    """A key is given twice, and only the first counts: callers never get what the second promises.

    This holds for the options of a menu and for the flow's `keys`. Two options of one key are one too many even where
    each has a `when`: put a `branch` before two menus instead. Keys that only blank space sets apart are the same.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
              1: {say: an order, go: sales}
          sales: {say: Our sales team will be glad to help., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {say: Our sales team will be glad to help., next: desk}

    Source: AsteriskLint reports a priority that is defined twice; YAML 1.2.2 wants unique keys (seen in a summary).
    """
    seen: set[int] = set()
    for path, owner in _keyed(flow):
        mapping = _at(flow, path)
        if isinstance(mapping, Mapping) and id(mapping) not in seen:
            seen.add(id(mapping))
            for again in (*_written_twice(mapping), *_apart_by_blanks(mapping)):
                key = again.key.strip()
                call = pressed_in(str(path[1]), key) if len(path) > 1 else pressed_somewhere(flow, key)
                yield _fault(owner, again)._replace(call=call)


class _Again(NamedTuple):
    """A key that is there already: where it stands again and where it stood first, and both of what they lead to."""

    key: str
    place: Place
    first: Place
    taken: Tree
    lost: Tree


def _keyed(flow: Flow) -> Iterator[tuple[Path, str]]:
    yield ("keys",), "the flow"
    for name, node in flow.nodes.items():
        if isinstance(node, Menu) and name not in flow.broken:
            yield ("nodes", name, "options"), f"'{name}'"


def _at(flow: Flow, path: Path) -> Tree:
    value: Tree = flow.tree
    for step in path:
        value = value.get(str(step), "") if isinstance(value, Mapping) else ""
    return value


def _written_twice(mapping: Mapping) -> Iterator[_Again]:
    for again in mapping.duplicates:
        yield _Again(again.key, again.place, again.first, mapping.get(again.key, ""), again.value)


def _apart_by_blanks(mapping: Mapping) -> Iterator[_Again]:
    for key in mapping:
        bare = key.strip()
        if bare != key and bare in mapping:
            yield _Again(bare, mapping.key_place(key), mapping.key_place(bare), mapping[bare], mapping[key])


def _fault(owner: str, again: _Again) -> Fault:
    taken, lost = _target(again.taken), _target(again.lost)
    message = f"{owner} gives key {again.key.strip()} twice, and callers who press it only get the first"
    if taken and lost and taken != lost:
        message += f": '{taken}', and never '{lost}'"
    hint = "Leave one of the two out, or give it a key of its own."
    if _has_condition(again.taken) and _has_condition(again.lost):
        hint = "A menu keeps one option a key, whatever `when` says: put a `branch` before two menus."
    return Fault(again.place, message, hint, ((again.first, "the one that counts"),))


def _has_condition(option: Tree) -> bool:
    return isinstance(option, Mapping) and "when" in option


def _target(option: Tree) -> str:
    target = option.get("go", "") if isinstance(option, Mapping) else option
    return target if isinstance(target, str) else ""
