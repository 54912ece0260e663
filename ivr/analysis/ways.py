"""Where a call can go from each node: `again`, `back` and sub-flows as the engine has them, and where it may stop."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ivr.analysis.cycles import reached
from ivr.analysis.domains import domains_at
from ivr.analysis.subflow import goes_on, levels
from ivr.condition import exhaustive
from ivr.flow import ALWAYS, NEVER, Flow
from ivr.node import AGAIN, BACK, RESERVED, Exit
from ivr.nodes.branch import Branch
from ivr.nodes.hours import Hours
from ivr.nodes.run import Run
from ivr.nodes.transfer import Transfer
from ivr.tree import Mapping as TreeMapping
from ivr.tree import Tree


class Way(NamedTuple):
    """A way out of a node, and the node where it ends: never a reserved word, never one that does not exist."""

    exit: Exit
    to: str


Ways = Mapping[str, tuple[Way, ...]]


def ways(flow: Flow) -> Ways:
    """Give the ways out of every node.

    `again` leads to the node itself, `back` to each menu that can be before it on the same level, or to the node itself
    where there can be none. Behind a `run` stand only the ways for values that its sub-flow can return.
    """
    if "ways" not in flow.memo:
        onward = {name: tuple(_taken(flow, name)) for name in flow.nodes}
        before = _before(flow, onward) if any(way.to == BACK for exits in onward.values() for way in exits) else {}
        flow.memo["ways"] = {
            name: tuple(way for exit_ in exits for way in _resolved(flow, name, exit_, before))
            for name, exits in onward.items()
        }
    found: Ways = flow.memo["ways"]
    return found


def targets(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give, for every node, the nodes that its ways lead to, each once."""
    return {name: tuple(dict.fromkeys(way.to for way in several)) for name, several in ways(flow).items()}


def forward(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give, for every node, the other nodes that it names as targets; `back` leads nowhere that the call was not."""
    if "forward" not in flow.memo:
        known = flow.nodes.keys() - RESERVED
        flow.memo["forward"] = {
            name: tuple(dict.fromkeys(way.to for way in flow.exits(name) if way.to in known)) for name in flow.nodes
        }
    found: Mapping[str, tuple[str, ...]] = flow.memo["forward"]
    return found


def met(flow: Flow) -> Mapping[str, None]:
    """Give the nodes that callers can come to, nearest first; every node where no line leads to any."""
    if "met" not in flow.memo:
        found = reached(forward(flow), (line.start for line in flow.lines.values()))
        flow.memo["met"] = found or dict.fromkeys(flow.nodes)
    nodes: Mapping[str, None] = flow.memo["met"]
    return nodes


def judged(flow: Flow) -> Iterator[str]:
    """Name the nodes that callers come to and that could be read whole, in the order of the file."""
    return (name for name in flow.nodes if name in met(flow) and name not in flow.broken)


def may_stop(flow: Flow, name: str) -> bool:
    """Whether a call may stop at a node because the flow does not say where it goes, or it could not be read."""
    node = flow.nodes[name]
    if name in flow.broken or any(way.to not in flow.nodes and way.to not in RESERVED for way in flow.exits(name)):
        return True
    if isinstance(node, Branch):
        return not covers_all(flow, name, node)
    if isinstance(node, Run):
        return any(goes_on(flow, node, value) is None for value in _values(flow, node) or ())
    if isinstance(node, Hours):
        return any((node.hours, state) not in {(ALWAYS, "closed"), (NEVER, "open")} for state in node.missing(flow))
    return any(node.missing(flow))


def covers_all(flow: Flow, name: str, node: Branch) -> bool:
    """Whether a branch has a way for every call that comes to it; where that cannot be decided, it has."""
    conditions = [case.when for case in node.branch]
    if node.else_ is not None or exhaustive(conditions) is not False:
        return True
    variables = {variable for condition in conditions for variable in condition.variables()}
    return exhaustive(conditions, domains_at(flow, name, sorted(variables))) is not False


def comes_while_closed(flow: Flow, name: str, node: Transfer) -> bool:
    """Whether a call can come to a transfer without having passed its contact's schedule while that was open."""
    contact = flow.contacts.get(node.transfer)
    if contact is None or contact.hours not in flow.hours:
        return contact is not None and contact.hours == NEVER
    key = ("unguarded", contact.hours)
    if key not in flow.memo:
        graph = {one: tuple(_unless_open(flow, one, contact.hours)) for one in flow.nodes}
        flow.memo[key] = reached(graph, (line.start for line in flow.lines.values()))
    unguarded: Mapping[str, None] = flow.memo[key]
    return name in unguarded


def _unless_open(flow: Flow, name: str, schedule: str) -> Iterator[str]:
    node = flow.nodes[name]
    guards = isinstance(node, Hours) and node.hours == schedule
    return (way.to for way in flow.exits(name) if not (guards and way.on == "open"))


def hidden_values(flow: Flow) -> Iterator[Tree]:
    """Give what is written in the file and does not count, since its key was given before."""
    ahead: list[Tree] = [flow.tree]
    while ahead:
        here = ahead.pop()
        if isinstance(here, TreeMapping):
            yield from (again.value for again in here.duplicates)
            ahead.extend(here.values())
        elif not isinstance(here, str):
            ahead.extend(here)


def _values(flow: Flow, node: Run) -> frozenset[str] | None:
    """Give the values that a sub-flow can return; None where it is not known."""
    subflow = levels(flow).subflows.get(node.run)
    return subflow.values if subflow and not subflow.nodes & flow.broken else None


def _taken(flow: Flow, name: str) -> Iterator[Exit]:
    """Give the exits of a node that some call can take."""
    node = flow.nodes[name]
    values = _values(flow, node) if isinstance(node, Run) else None
    if values is None:
        return iter(flow.exits(name))
    then = {goes_on(flow, node, value) for value in values}
    return (way for way in flow.exits(name) if _enters(name, way) or way.to in then)


def _enters(name: str, way: Exit) -> bool:
    return way.path == ("nodes", name, "run")


def _resolved(flow: Flow, name: str, way: Exit, before: Mapping[str, Iterable[str]]) -> Iterator[Way]:
    if way.to == AGAIN:
        yield Way(way, name)
    elif way.to == BACK:
        yield from (Way(way, menu) for menu in before.get(name, ()))
    elif way.to in flow.nodes:
        yield Way(way, way.to)


def _before(flow: Flow, onward: Mapping[str, tuple[Exit, ...]]) -> dict[str, dict[str, None]]:
    """Give, for each node, where `back` leads: the menus from which callers come there without another menu between.

    A node that callers come to before any menu, from a line or at the beginning of a sub-flow, leads to itself.
    """
    level = {name: tuple(way.to for way in exits if not _enters(name, way)) for name, exits in onward.items()}
    to_menus = {name: () if flow.nodes[name].verb == "menu" else further for name, further in level.items()}
    before: dict[str, dict[str, None]] = {}
    for menu in (name for name in met(flow) if flow.nodes[name].verb == "menu"):
        for name in reached(to_menus, level[menu]):
            if name != menu:
                before.setdefault(name, {})[menu] = None
    starts = [*(line.start for line in flow.lines.values()), *levels(flow).subflows]
    for name in reached(to_menus, starts):
        before.setdefault(name, {})[name] = None
    return before
