"""ST019: two keys of a menu do the same."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from ivr.analysis.cycles import strong_parts
from ivr.analysis.mislabelled import mislabelled
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import RESERVED, Node
from ivr.nodes.branch import Branch
from ivr.nodes.hours import Hours
from ivr.nodes.menu import CODE, Choice, Menu
from ivr.witness import Shows

OPERATOR = "0"
"""The key for a person, whom other keys of the same menu may well lead to too (W3C, Making Content Usable)."""
Meaning = Mapping[str, object]
"""For each decision node, what stands for the ways that it leads: equal for two that lead every call the same way."""


@check("ST019", "duplicate-destination", Severity.WARNING)
def duplicate_destination(flow: Flow) -> Iterator[Fault]:
    """Two keys of a menu lead to the same, at every hour: callers choose between two names for one thing.

    Schedules and branches on the way are followed. Keys that work everywhere, the key 0 for a person, options that
    callers are not told of, and options by words alone are left out; so are two under different conditions, or in
    different languages. Of an option that is announced as what another node is, PR004 tells.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: sales}
          sales: {say: One moment please., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: billing}
          sales: {say: One moment please., next: desk}
          billing: {say: Please have your invoice ready., next: desk}

    Source: Amazon Bedrock's flow validation has this rule (duplicate connections).
    """
    meaning = _meaning(flow)
    misled = {(one.menu, one.choice.key) for one in mislabelled(flow)}  # PR004 tells where they should lead
    for name in judged(flow):
        node = flow.nodes[name]
        if isinstance(node, Menu):
            for choices in _alike(flow, name, node, meaning, misled):
                yield _fault(flow, name, choices)


def _fault(flow: Flow, name: str, choices: list[Choice]) -> Fault:
    first, second = (flow.place("nodes", name, *choice.path, key=True) for choice in choices[:2])
    keys = [f"'{choice.key}'" for choice in choices]
    listed = f"{', '.join(keys[:-1])} and {keys[-1]}"
    goes = dict.fromkeys(f"'{choice.option.go}'" for choice in choices)
    where = next(iter(goes)) if len(goes) == 1 else f"the same by way of {' and '.join(goes)}"
    message = f"the keys {listed} of '{name}' lead to {where}, so callers choose between two names for one thing"
    hint = "Make one option of them, or lead each where it should."
    return Fault(second, message, hint, ((first, f"the key '{choices[0].key}'"),), Shows(name, on=choices[1].key))


def _alike(
    flow: Flow, name: str, node: Menu, meaning: Meaning, misled: Container[tuple[str, str]]
) -> Iterator[list[Choice]]:
    """Give the options of a menu that are told to callers and lead to the same, in groups of two and more."""
    groups: dict[object, list[Choice]] = {}
    for choice in node.choices(flow):
        option = choice.option
        known = option.go in flow.nodes or option.go in RESERVED
        everywhere = choice.key == OPERATOR or choice.key in flow.keys
        told = option.announced and CODE.match(choice.key) and (name, choice.key) not in misled
        if choice.own and known and told and not everywhere:
            same = (meaning.get(option.go, option.go), option.when, option.language)
            groups.setdefault(same, []).append(choice)
    return (choices for choices in groups.values() if len(choices) > 1)


def _meaning(flow: Flow) -> Meaning:
    """Work from the ends of the decisions backwards; decisions that go round stand for themselves."""
    decisions = {
        name: tuple(way.to for way in flow.exits(name))
        for name, node in flow.nodes.items()
        if isinstance(node, Hours | Branch) and node.language is None and name not in flow.broken
    }
    meaning: dict[str, object] = {}
    numbers: dict[object, int] = {}
    for part in strong_parts(decisions):
        if len(part) == 1 and not {part[0], *RESERVED} & set(decisions[part[0]]):
            leads = [(way.when or way.on, meaning.get(way.to, way.to)) for way in flow.exits(part[0])]
            meaning[part[0]] = _told_apart(flow.nodes[part[0]], leads, numbers)
    return meaning


def _told_apart(node: Node, leads: Sequence[tuple[object, object]], numbers: dict[object, int]) -> object:
    """Give the one thing that every call is led to, else a number that stands for the question and all its ways."""
    ends = {end for _, end in leads}
    if len(ends) == 1 and leads[-1][0] in {"closed", "else"}:
        return ends.pop()
    return numbers.setdefault((node.verb, node.detail, tuple(leads)), len(numbers))
