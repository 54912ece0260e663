"""What of a call's variables can matter: the values that the conditions of a flow tell apart, and where they count."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from ivr.condition import samples
from ivr.explore.entries import taken
from ivr.explore.sorts import Sorts
from ivr.node import RESERVED
from ivr.nodes.ask import Ask
from ivr.nodes.run import Run
from ivr.nodes.set import Set

if TYPE_CHECKING:
    from ivr.call import Call
    from ivr.condition import Condition
    from ivr.flow import Flow
    from ivr.node import Values

Samples = Mapping[str, tuple[str | None, ...]]


class Variables:
    """The variables that decide where calls go: `samples` of their values, and at which nodes each still matters.

    `answers` are the samples that lookups bring: one for each sort of value that the conditions tell apart.
    """

    def __init__(self, flow: Flow) -> None:
        """Find them in the conditions of a flow, and in what is copied into them."""
        self.conditions = tuple(_conditions(flow))
        copies = tuple(_copies(flow))
        known = _with_pairs(flow, samples(self.conditions), self.conditions)
        self.samples: Samples = _shared(known, copies, self.conditions)
        self._live = live_before(flow, _reads(flow, self.samples)) if self.samples else {}
        linked = {name for pair in (*copies, *_linked(self.conditions)) for name in pair}
        self._sorts = Sorts(self.conditions, linked)
        self.answers: Samples = {name: self._sorts.one_of_each(name, several) for name, several in self.samples.items()}

    def matter(self, call: Call) -> Values:
        """Give what of a call's values may still decide something at the node where it is, or behind it.

        Of values that no condition tells apart, the first that was met stands for all.
        """
        if not self.samples or not call.values:
            return ()
        live = self._live.get(call.node, frozenset())
        outer = [self._live.get(frame.node, frozenset()) for frame in call.stack]
        kept = (pair for pair in call.values if pair[0] in live or any(pair[0] in one for one in outer))
        return tuple((name, self._sorts.first(name, value)) for name, value in kept)


def _conditions(flow: Flow) -> Iterable[Condition]:
    for name in flow.nodes:
        for way in flow.exits(name):
            if way.when is not None:
                yield way.when


def _copies(flow: Flow) -> Iterable[tuple[str, str]]:
    """Give every variable that takes the value of another, with that other."""
    for node in flow.nodes.values():
        if isinstance(node, Set):
            for name, source in node.set.items():
                if source.variable:
                    yield name, source.text


def _linked(conditions: Iterable[Condition]) -> Iterator[tuple[str, str]]:
    """Give the pairs of variables that are compared with each other."""
    return (pair for one in conditions for pair in one.linked())


def _with_pairs(flow: Flow, found: Samples, conditions: tuple[Condition, ...]) -> Samples:
    """Add to the samples of variables that are compared with each other two that may be alike, or one the less.

    Those are entries that the flow asks for, where it asks for one of them, and what it sets them to.
    """
    named = dict.fromkeys(name for pair in _linked(conditions) for name in pair)
    if not named:
        return found
    more: dict[str, dict[str, None]] = {name: {} for name in named}
    for node in flow.nodes.values():
        if isinstance(node, Ask) and node.into in more:
            more[node.into] |= dict.fromkeys(itertools.islice(taken(node), 2))
        elif isinstance(node, Set):
            plain = {name: source.text for name, source in node.set.items() if not source.variable and name in more}
            for name, text in plain.items():
                more[name][text] = None
    if not any(isinstance(node, Ask) and node.into in more for node in flow.nodes.values()):
        more[next(iter(named))] |= {"1": None, "2": None}
    return {**found, **{name: tuple({**dict.fromkeys(found.get(name, ())), **more[name]}) for name in named}}


def _shared(found: Samples, copies: tuple[tuple[str, str], ...], conditions: Iterable[Condition]) -> Samples:
    """Give every variable the samples of those that it is compared with or copied into."""
    linked = [*copies, *_linked(conditions)]
    known = {name: dict.fromkeys(values) for name, values in found.items()}
    changed = True
    while changed:
        changed = False
        for one, other in linked:
            if one not in known and other not in known:
                continue
            both = known.setdefault(one, {}) | known.setdefault(other, {})
            if len(both) > len(known[one]) or len(both) > len(known[other]):
                known[one], known[other], changed = dict(both), dict(both), True
    return {name: tuple(values) for name, values in known.items()}


def live_before(flow: Flow, reads: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """Give, for every node, the variables that are read there or behind it before they are set anew."""
    after = _continuations(flow)
    before: dict[str, list[str]] = {}
    for name in flow.nodes:
        for follower in (*flow.successors(name), *(after if flow.nodes[name].verb == "return" else ())):
            before.setdefault(follower, []).append(name)
    live = {name: frozenset(reads[name]) for name in flow.nodes}
    ahead = [name for name in flow.nodes if live[name]]
    while ahead:
        here = ahead.pop()
        for name in before.get(here, ()):
            further = live[name] | (live[here] - (_sets_anew(flow, name, here) - reads[name]))
            if len(further) > len(live[name]):
                live[name] = further
                ahead.append(name)
    return live


def _sets_anew(flow: Flow, name: str, to: str) -> frozenset[str]:
    """Give the variables that have another value whenever a call goes from one node on to another.

    An ask sets its own only where it goes on with an entry; a lookup or a recording may bring nothing at all.
    """
    node = flow.nodes[name]
    if isinstance(node, Set):
        return frozenset(node.set)
    others = (way for way in flow.exits(name) if way.on != "next")
    if isinstance(node, Ask) and not any(way.to in {to, *RESERVED} for way in others):
        return frozenset({node.into})
    return frozenset()


def _reads(flow: Flow, known: Samples) -> dict[str, frozenset[str]]:
    return {name: _read(flow, name, known) for name in flow.nodes}


def _read(flow: Flow, name: str, known: Samples) -> frozenset[str]:
    node = flow.nodes[name]
    read = {one for way in flow.exits(name) if way.when is not None for one in way.when.variables()}
    if isinstance(node, Set):
        read |= {source.text for target, source in node.set.items() if source.variable and target in known}
    return frozenset(read)


def _continuations(flow: Flow) -> tuple[str, ...]:
    """Name the nodes at which calls go on behind sub-flows."""
    named = {
        way.to
        for name, node in flow.nodes.items()
        if isinstance(node, Run)
        for way in flow.exits(name)
        if way.to in flow.nodes and way.path != ("nodes", name, "run")
    }
    return tuple(sorted(named))
