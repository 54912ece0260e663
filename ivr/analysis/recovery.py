"""Where callers who failed are asked something else instead of being helped, and which rule tells of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.analysis.assignment import assignments
from ivr.analysis.key_meaning import OPERATOR
from ivr.analysis.onward import last_tries, told_elsewhere
from ivr.analysis.passive import lasting_rounds, same_level
from ivr.analysis.telling import listeners_after
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.node import Exit
from ivr.nodes.ask import Ask
from ivr.nodes.menu import Menu


class AskedAgain(NamedTuple):
    """A node whose last try leads to another one that listens; `harder` says that this asks more of the caller."""

    name: str
    way: Exit
    other: str
    harder: bool


def asked_again(flow: Flow) -> Iterator[AskedAgain]:
    """Give the nodes whose last try leads to another question, and never to help before that.

    Left out are: a round that a silent caller never leaves; the same question once more; and a menu that has a key of
    its own for a person.
    """
    inside = {name for part in lasting_rounds(flow, same_level(flow)) for name in part}
    for name, way, after in last_tries(flow):
        if after.helped or not after.asked or name in inside or name in told_elsewhere(flow):
            continue
        other = next((one for one in after.asked if one != name and _is_new(flow, name, one)), None)
        if other is not None:
            yield AskedAgain(name, way, other, is_harder(flow.nodes[name], flow.nodes[other]))


def questions_repeated(flow: Flow) -> Iterator[tuple[str, str]]:
    """Give each node whose own `otherwise` leads, by itself, to one that asks the same of callers, with that one."""
    for name, node in flow.nodes.items():
        if isinstance(node, Listening) and name not in flow.broken:
            for after in _after_the_last_try(flow, node):
                if after != name and after not in flow.broken and same_question(node, flow.nodes[after]):
                    yield name, after


def _after_the_last_try(flow: Flow, node: Listening) -> tuple[str, ...]:
    """Name the listening nodes to which the last try leads, if the node says so itself."""
    target = node.otherwise
    if target is None or target not in flow.nodes:
        return ()
    return (target,) if flow.nodes[target].listens else listeners_after(flow, target)


def _is_new(flow: Flow, name: str, other: str) -> bool:
    if other in flow.broken or same_question(flow.nodes[name], flow.nodes[other]):
        return False
    return not any(one.own and one.announced and one.meaning == OPERATOR for one in assignments(flow).get(other, ()))


def is_harder(one: object, other: object) -> bool:
    """Whether a node wants more of callers than another: an entry after a choice, or more options that are told."""
    if isinstance(one, Menu) and isinstance(other, Menu):
        return told_options(other) > told_options(one)
    return isinstance(one, Menu) and isinstance(other, Ask)


def told_options(menu: Menu) -> int:
    """Count a menu's own options that callers are told of."""
    return sum(option.announced for option in menu.options.values())


def same_question(one: object, other: object) -> bool:
    """Whether two nodes want the same of the caller: menus with the same targets, or asks for the same variable."""
    if not isinstance(one, Listening) or not isinstance(other, Listening):
        return False
    if isinstance(one, Menu) and isinstance(other, Menu):
        targets = [{option.go for option in menu.options.values()} for menu in (one, other)]
        return bool(targets[0]) and targets[0] == targets[1]
    return isinstance(one, Ask) and isinstance(other, Ask) and one.into == other.into
