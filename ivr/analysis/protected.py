"""Nodes that need something of a call: those that it can come to without, and with nothing but its caller's number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from ivr.analysis.carried import NOTHING, Fact, arrivals, nearest
from ivr.analysis.variables import settings
from ivr.analysis.ways import targets
from ivr.condition import Condition, as_number, compatible
from ivr.condition.expression import FALSE_WORDS, Not
from ivr.flow import Flow
from ivr.node import BACK, Node
from ivr.nodes.ask import Ask
from ivr.nodes.branch import Branch
from ivr.nodes.lookup import Lookup
from ivr.nodes.record import Record
from ivr.nodes.set import Set

if TYPE_CHECKING:
    from ivr.node import Exit

_FALSE: Final = (None, "0", *FALSE_WORDS)
_NO_ANSWER: Final = (
    r"(?i)(?:^|[\W_])(?:fail\w*|error\w*|unknown|wrong|invalid|incorrect|missing|none|no|not|denied|refused|rejected|bad"
    r"|mismatch|timeout|timed|unavailable|down|locked|blocked)(?:$|[\W_])"
)


def is_protected(flow: Flow, name: str) -> bool:
    """Whether a node could be read and says what it needs."""
    return name not in flow.broken and bool(flow.nodes[name].needs)


def unverified(flow: Flow) -> Mapping[str, Mapping[str, str]]:
    """Give, for each node that a call can come to without what it needs, the variables that are then not true.

    Each has the node that made it untrue, or nothing where nothing has made it true yet. What callers enter counts as
    true; what `set` writes, where it is not 0, `no`, `false` or empty; what a lookup gives, unless its answer is one
    such as `failed` or `unknown`; and a variable that a branch or an option has found to be true. Left out are
    variables that nothing sets, of which that is said already.
    """
    if "unverified" not in flow.memo:
        flow.memo["unverified"] = _unverified(flow)
    found: Mapping[str, Mapping[str, str]] = flow.memo["unverified"]
    return found


def _unverified(flow: Flow) -> Mapping[str, Mapping[str, str]]:
    protected = [name for name in flow.nodes if is_protected(flow, name)]
    needed = sorted({variable for name in protected for variable in flow.nodes[name].needs} & settings(flow).keys())
    if not needed:
        return {}
    guards = _Guards(flow)
    at = arrivals(flow, guards.behind, [(variable, "") for variable in needed])
    found: dict[str, dict[str, str]] = {}
    origins = {variable: nearest(targets(flow), guards.taking_back(variable)) for variable in needed}
    for name in protected:
        for variable, taken in (fact for fact in at.get(name, ()) if fact != NOTHING):
            if variable in flow.nodes[name].needs:
                found.setdefault(name, {}).setdefault(variable, origins[variable].get(name, "") if taken else "")
    return found


def settle(flow: Flow, variable: str) -> tuple[str, ...]:
    """Name the nodes behind which a variable is true, whatever way a call takes from them."""
    key = ("settled by", variable)
    if key not in flow.memo:
        flow.memo[key] = tuple(name for name, node in flow.nodes.items() if _made(node, variable) is True)
    names: tuple[str, ...] = flow.memo[key]
    return names


def _made(node: Node, variable: str) -> bool | None:
    """Say whether a node makes a variable true or untrue; None where it leaves it, or it depends on the way."""
    if isinstance(node, Set) and variable in node.set:
        source = node.set[variable]
        return source.variable or not (source.text.lower() in FALSE_WORDS or as_number(source.text) == 0)
    return True if isinstance(node, Ask | Record) and node.into == variable else None


class _Guards:
    """What makes variables true, and finds that they are."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.needed = {variable for node in flow.nodes.values() for variable in node.needs}
        self.settled: dict[tuple[str, int, str], bool] = {}

    def behind(self, name: str, way: Exit | None, fact: Fact) -> Iterator[Fact]:
        """Say what is not true behind a node; `back` leads to nothing that the call was not at."""
        node = self.flow.nodes[name]
        if fact == NOTHING:
            yield from ((variable, "taken") for variable in sorted(self.needed) if _made(node, variable) is False)
            return
        variable = fact[0]
        entered = isinstance(node, Ask | Record) and (way is None or way.on != "next")
        made = None if entered else _made(node, variable)
        if made is None and node.verb != "unknown" and not (way and self._settles(name, node, way, variable)):
            yield fact

    def taking_back(self, variable: str) -> Iterator[str]:
        """Name the nodes that make a variable untrue."""
        return (name for name, node in self.flow.nodes.items() if _made(node, variable) is False)

    def _settles(self, name: str, node: Node, way: Exit, variable: str) -> bool:
        """Whether a way out of a node shows that a variable is true, or fills it."""
        if way.to == BACK:
            return True
        if isinstance(node, Lookup):
            return variable in node.gives and not re.search(_NO_ANSWER, way.on)
        if isinstance(node, Branch):
            key = (name, _number(node, way), variable)
            if key not in self.settled:
                self.settled[key] = _rules_out(_known(node, key[1]), variable)
            return self.settled[key]
        return way.when is not None and _rules_out([way.when], variable)


def _number(node: Branch, way: Exit) -> int:
    """Give which of its conditions a way out of a branch belongs to, from 0; their number for `else`."""
    return next((step for step in way.path if isinstance(step, int)), len(node.branch))


def _known(node: Branch, number: int) -> list[Condition]:
    """Give what is known to hold on a way out of a branch: its own condition, and none of those before."""
    before = [Condition("", Not(case.when.expression)) for case in node.branch[:number]]
    return [*before, *(case.when for case in node.branch[number : number + 1])]


def _rules_out(conditions: list[Condition], variable: str) -> bool:
    """Whether conditions can hold together for no call in which a variable is not true."""
    if not any(variable in condition.variables() for condition in conditions):
        return False
    return compatible(conditions, {variable: _FALSE}) is False


def by_number_alone(flow: Flow) -> tuple[str, ...]:
    """Name the protected nodes to which a call can come whose caller has entered nothing at any ask.

    Left out are those of which it is already said that a call can come there without what they need.
    """
    told = unverified(flow)
    protected = [name for name in flow.nodes if is_protected(flow, name) and name not in told]
    protected = [name for name in protected if settings(flow).keys() >= set(flow.nodes[name].needs)]
    if not protected:
        return ()
    at = arrivals(flow, lambda name, way, fact: _silent(flow, name, way, fact), [("silent",)])
    return tuple(name for name in protected if ("silent",) in at.get(name, ()))


def _silent(flow: Flow, name: str, way: Exit | None, fact: Fact) -> Iterator[Fact]:
    node = flow.nodes[name]
    entered = node.verb == "unknown" or (isinstance(node, Ask) and way is not None and way.on == "next")
    if fact != NOTHING and not entered and not (way is not None and way.to == BACK):
        yield fact
