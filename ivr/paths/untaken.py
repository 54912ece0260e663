"""Exits that the flow writes and that no call takes, each with the reason, for people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ivr.analysis.case_order import overlaps_in_order
from ivr.analysis.domains import domains
from ivr.analysis.subflow import levels
from ivr.explore import Explored, is_met, takeable
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.nodes.ask import Ask
from ivr.nodes.branch import Branch
from ivr.nodes.hours import Hours
from ivr.nodes.menu import CODE, Menu
from ivr.nodes.run import Run
from ivr.nodes.transfer import CONNECTED, Transfer

_MOST_NAMED = 3
"""Nodes that one reason names."""


class Untaken(NamedTuple):
    """An exit of a node that no call takes on any line, in any language; `reason` goes on from `No call takes it: `."""

    node: str
    on: str
    reason: str


def untaken(found: Explored) -> tuple[Untaken, ...]:
    """Give every exit that no call takes, in the order of the file; remembered."""
    key = ("untaken", found.times.times)
    if key not in found.flow.memo:
        taken = {(one.node, one.on) for one in takeable(found).exits}
        found.flow.memo[key] = tuple(
            Untaken(name, on, _reason(found, name, on))
            for name in found.flow.nodes
            for on in dict.fromkeys(exits_written(found.flow, name))
            if (name, on) not in taken
        )
    several: tuple[Untaken, ...] = found.flow.memo[key]
    return several


def why_untaken(found: Explored, name: str, on: str) -> str:
    """Say why no call takes an exit of a node, or comes to it where no exit is given; empty where some call does."""
    if on:
        return next((one.reason for one in untaken(found) if (one.node, one.on) == (name, on)), "")
    return "" if is_met(found, name) else _reason(found, name, on)


def exits_written(flow: Flow, name: str) -> Iterator[str]:
    """Name the exits of a node: its ways out, those by which it is heard again, and outcomes that end the call."""
    node = flow.nodes[name]
    yield from (way.on for way in flow.exits(name))
    if isinstance(node, Listening) and node.tries_in(flow) > 1:
        yield from ("silence", "wrong")
    if isinstance(node, Transfer):
        yield CONNECTED
        yield from (outcome for outcome in ("busy", "no-answer", "failed") if node.target(outcome) is None)


def _reason(found: Explored, name: str, on: str) -> str:
    if found.unexplored:
        return f"not every call could be followed, as {found.unexplored}"
    if name in found.flow.broken:
        return f"'{name}' could not be read whole"
    if not is_met(found, name):
        return _unmet(found, name)
    return _kept_from(found, name, on) or f"calls come to '{name}', but nothing makes them leave it by this"


def _unmet(found: Explored, name: str) -> str:
    """Say why no call comes to a node: by the nodes that lead there, and whether calls come to those."""
    flow = found.flow
    leading = [(other, way.on) for other in flow.nodes for way in flow.exits(other) if way.to == name and other != name]
    if not leading:
        return f"nothing leads to '{name}'"
    never = [(other, on) for other, on in leading if is_met(found, other)]
    if not never:
        others = list(dict.fromkeys(other for other, _ in leading))
        return f"no call comes to '{name}', as none comes to {_listed(others)}, from where it would"
    other, on = never[0]
    why = _kept_from(found, other, on)
    return f"no call comes to '{name}', as none leaves '{other}' by '{on}'{f': {why}' if why else ''}"


def _listed(names: list[str]) -> str:
    named = [f"'{name}'" for name in names[:_MOST_NAMED]]
    if len(names) > _MOST_NAMED:
        return f"{', '.join(named)} or {len(names) - _MOST_NAMED} more"
    return " or ".join(filter(None, [", ".join(named[:-1]), named[-1]]))


def _kept_from(found: Explored, name: str, on: str) -> str:
    """Say what keeps calls that come to a node from leaving it by an exit; empty where that is not known."""
    flow, node = found.flow, found.flow.nodes[name]
    if isinstance(node, Menu):
        return _of_menu(flow, name, node, on)
    if isinstance(node, Ask):
        return _of_ask(flow, name, node, on)
    if isinstance(node, Hours):
        return _of_hours(found, node, on)
    if isinstance(node, Transfer):
        return f"'{node.transfer}' is never open when calls come there"
    if isinstance(node, Branch):
        return _of_branch(flow, node, on)
    return _of_run(flow, node, on) if isinstance(node, Run) else ""


def _of_menu(flow: Flow, name: str, menu: Menu, on: str) -> str:
    way = next((way for way in flow.exits(name) if way.on == on and way.by != "failure"), None)
    if way is None:
        return "every key means something there" if on == "wrong" else ""
    if way.when is not None:
        return f"its condition, {way.when.text}, never holds when calls come there"
    if CODE.match(on):
        ending = next((key for key in on[1:] if key in menu.end), None)
        return f"the menu's `end` key, {ending}, ends the code before it is whole" if ending is not None else ""
    words = next(choice.option.words for choice in menu.choices(flow) if choice.key == on)
    return "another option is understood whenever its words are spoken" if words else "it has no key and no words"


def _of_ask(flow: Flow, name: str, ask: Ask, on: str) -> str:
    way = next((way for way in flow.exits(name) if way.on == on), None)
    if way is not None and way.when is not None:
        return f"its condition, {way.when.text}, never holds when calls come there"
    if on != "next" or ask.check is None:
        return ""
    return f"no entry that was tried passes its check, {' '.join(filter(None, [ask.check.kind, ask.check.form]))}"


def _of_hours(found: Explored, node: Hours, on: str) -> str:
    during, every = found.times.during(node.hours), found.times.every
    if during == (0 if on == "open" else every):
        return f"'{node.hours}' is never {on}"
    return f"'{node.hours}' is never {on} when calls come there"


def _of_branch(flow: Flow, node: Branch, on: str) -> str:
    if on == "else":
        return "one of the conditions before it always holds"
    conditions = [case.when for case in node.branch]
    number = next((number for number, one in enumerate(conditions) if one.text == on), 0)
    for overlap in overlaps_in_order(conditions, domains(flow)):
        if overlap.later == number and overlap.hidden:
            return (
                f"the condition before it, {conditions[overlap.earlier].text}, holds for every call that it holds for"
            )
    return "its condition never holds when calls come there"


def _of_run(flow: Flow, node: Run, on: str) -> str:
    subflow = levels(flow).subflows.get(node.run)
    values: frozenset[str] = subflow.values if subflow is not None else frozenset()
    if not values:
        return f"the sub-flow '{node.run}' never comes back"
    if on in node.returns:
        fault = "returns that only where no call comes" if on in values else f"never returns '{on}'"
        return f"the sub-flow '{node.run}' {fault}"
    if on == "else" and node.then:
        return "`then` is taken whatever the sub-flow returns"
    if values <= node.returns.keys():
        return f"all that '{node.run}' returns has a way of its own"
    return f"no call comes to where '{node.run}' returns"
