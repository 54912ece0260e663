"""DA002: a variable is used that some callers come without."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.analysis.listing import as_one
from ivr.analysis.unset import may_be_unset, needs, where_left_out
from ivr.analysis.variables import place_of
from ivr.check import check
from ivr.condition import Condition
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Node, Path
from ivr.nodes.branch import Branch
from ivr.nodes.menu import Menu
from ivr.witness import Shows

_ORDER: Final = frozenset({"<", "<=", ">", ">="})
_Use = tuple[str, Path]


@check("DA002", "maybe-unset", Severity.WARNING)
def maybe_unset(flow: Flow) -> Iterator[Fault]:
    """Some callers hear the name of a variable in place of its value: on their way there nothing has set it.

    Mostly it is the way of those who entered nothing. Looked at are what prompts say, and conditions that ask for more
    or less than a number: without a value neither is true. A condition that asks whether something is equal, or is
    there at all, may well mean callers without a value, and so may `pass`. A lookup is taken to give its values with
    every answer but one such as `failed`.

    Bad:
        nodes:
          main: {ask: Please enter your order number., into: order, digits: 6, next: told, otherwise: told}
          told: {say: "Your order {order} is on its way.", next: desk}

    Good:
        nodes:
          main: {ask: Please enter your order number., into: order, digits: 6, next: told, otherwise: desk}
          told: {say: "Your order {order} is on its way.", next: desk}

    Source: this project; of the tools that were looked at, none follows a variable along all ways.
    """
    if "nodes" in flow.unread:
        return
    first: dict[str, tuple[str, Path]] = {}
    unset = may_be_unset(flow)
    for name, lacking in unset.at.items():
        if lacking and name not in flow.broken:
            for variable, path in _uses(flow.nodes[name]):
                if unset.lacks(name, variable):
                    first.setdefault(variable, (name, path))
    causes: dict[object, list[Fault]] = {}
    for variable, (name, path) in first.items():
        left_out = where_left_out(flow, name, variable)
        causes.setdefault((name, left_out and (left_out[0], left_out[1].path)), []).append(
            _fault(flow, variable, name, path)
        )
    for faults in causes.values():
        yield as_one(faults, "variable", "this one, too")


def _fault(flow: Flow, variable: str, name: str, path: Path) -> Fault:
    left_out = where_left_out(flow, name, variable)
    spoken = path[-1] != "when"
    effect = f"hear '{{{variable}}}' read out" if spoken else "never meet the condition"
    by = f" (by `{left_out[1].on}` of '{left_out[0]}')" if left_out else ""
    message = f"callers can come to '{name}' without '{variable}' having been set{by}, and {effect}"
    hint = f"Lead those callers elsewhere, or set '{variable}' beforehand."
    call = Shows(left_out[0], on=left_out[1].on) if left_out else Shows(name)
    return Fault(place_of(flow, ("nodes", name, *path), variable), message, hint, call=call)


def _uses(node: Node) -> Iterator[_Use]:
    """Give the variables that a node cannot do without, with their places."""
    for path, prompt in node.prompts():
        option = node.options[str(path[1])] if isinstance(node, Menu) and path[0] == "options" else None
        sure = set(needs([option.when])) if option and option.when else set[str]()
        yield from ((name, path) for name in prompt.variables() if name not in sure)
    if isinstance(node, Branch):
        for number, case in enumerate(node.branch):
            yield from ((name, ("branch", number, "when")) for name in _ordered(case.when))


def _ordered(condition: Condition) -> Iterator[str]:
    """Name the variables of which a condition asks for more or less, and of which it asks nothing else."""
    questions = condition.comparisons()
    for name in dict.fromkeys(one.variable for one in questions):
        if all(one.sign in _ORDER for one in questions if one.variable == name):
            yield name
