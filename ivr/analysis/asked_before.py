"""Data that callers enter, followed on: where they are asked for it again, and whether it reaches who answers."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final

from ivr.analysis.cycles import strong_parts
from ivr.analysis.people import is_person
from ivr.analysis.sensitive import secret
from ivr.analysis.traps import behind_returns
from ivr.analysis.ways import Way, judged, ways
from ivr.flow import Flow
from ivr.node import RESERVED
from ivr.nodes.ask import Ask
from ivr.nodes.lookup import Lookup
from ivr.nodes.transfer import Transfer

_SUCCESS: Final = re.compile(
    r"\b(?:found|ok|okay|yes|known|valid|success|succeeded|match(?:es|ed)?|done|ready|active|right|correct|verified)\b"
)


def asked_twice(flow: Flow) -> Iterator[tuple[str, str]]:
    """Give each ask for something that callers have entered before and that was right, with where they entered it.

    A way is followed from the entry on, but not past what may have found it wrong: whatever reads the variable, unless
    it is a lookup whose answer is named as a success. Neither is one followed on which callers go back by themselves.
    """
    repeated = {variable: asks for variable, asks in _asks(flow).items() if len(asks) > 1}
    names = [name for asks in repeated.values() for name in asks]
    at = _still_known(flow, repeated, {name: 1 << number for number, name in enumerate(names)}) if names else {}
    begin = 0
    for asks in repeated.values():
        numbers = range(begin, begin + len(asks))
        begin += len(asks)
        for name in asks:
            known = at.get(name, 0)
            first = next((names[one] for one in numbers if known >> one & 1 and names[one] != name), None)
            if first is not None:
                yield name, first


def _asks(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give, for each variable that callers enter and that is no secret, marked or not, the asks for it."""
    asks = [(name, node) for name in judged(flow) if isinstance(node := flow.nodes[name], Ask)]
    hidden = {node.into for _, node in asks if node.sensitive or secret(node)}
    found: dict[str, tuple[str, ...]] = {}
    for name, node in asks:
        if node.into not in hidden:
            found[node.into] = (*found.get(node.into, ()), name)
    return found


def _still_known(flow: Flow, repeated: Mapping[str, tuple[str, ...]], bits: Mapping[str, int]) -> Mapping[str, int]:
    """Give, for each node, the asks whose answers a call may bring there without their having been found wrong.

    The answers are bits. Nodes are gone through in the order of the calls, again and again until nothing changes.
    """
    masks = {variable: sum(bits[name] for name in asks) for variable, asks in repeated.items()}
    graph = {name: tuple(way.to for way in ways(flow)[name]) for name in judged(flow)}
    order = [name for part in reversed(list(strong_parts(graph))) for name in part]
    onward = {name: tuple(_onward(flow, name, masks, bits)) for name in order}
    found: dict[str, int] = {}
    changed = True
    while changed:
        changed = False
        for name in order:
            known = found.get(name, 0)
            for to, lost, new in onward[name]:
                more = known & ~lost | new
                if more & ~found.get(to, 0):
                    found[to] = found.get(to, 0) | more
                    changed = True
    return found


def _onward(flow: Flow, name: str, masks: Mapping[str, int], bits: Mapping[str, int]) -> Iterator[tuple[str, int, int]]:
    """Give where calls go from a node, with the answers that are no longer known to be right then, and a new one."""
    node = flow.nodes[name]
    several = ways(flow)[name]
    touched = {one for one, _ in node.sets()}
    read = {one for one, _ in node.reads()}
    read.update(one for way in several if way.exit.when for one in way.exit.when.variables())
    if isinstance(node, Lookup) and not node.pass_:
        read.update(masks)
    lost = sum(masks.get(one, 0) for one in touched)
    doubted = sum(masks.get(one, 0) for one in touched | read)
    for way in several:
        if way.exit.to not in RESERVED:
            new = bits.get(name, 0) if way.exit.on == "next" else 0
            yield way.to, lost if _succeeds(node, way) else doubted, new
    yield from ((to, doubted, 0) for to in behind_returns(flow).get(name, ()))


def _succeeds(node: object, way: Way) -> bool:
    return isinstance(node, Lookup | Transfer) and bool(_SUCCESS.search(way.exit.on.replace("-", " ").lower()))


def not_handed_on(flow: Flow) -> Iterator[tuple[str, str, str]]:
    """Give each transfer to a person that hands nothing on, though every caller has entered something before.

    With it come the first such variable and the ask for it. What a branch goes by, or is one of a few entries, was
    entered for the menu and not for the person.
    """
    chosen = {
        variable
        for name in judged(flow)
        for way in ways(flow)[name]
        for variable in (way.exit.when.variables() if way.exit.when else ())
    }
    asks = {name: asked[0] for name, asked in _asks(flow).items() if name not in chosen and not _is_choice(flow, asked)}
    entered = _surely_entered(flow, tuple(asks)) if asks else {}
    for name in judged(flow):
        node = flow.nodes[name]
        if entered.get(name) and isinstance(node, Transfer) and is_person(flow, name) and not node.pass_:
            variable = next(one for number, one in enumerate(asks) if entered[name] >> number & 1)
            yield name, variable, asks[variable]


def _is_choice(flow: Flow, asks: tuple[str, ...]) -> bool:
    nodes = (flow.nodes[name] for name in asks)
    return any(isinstance(node, Ask) and node.check is not None and node.check.kind == "one-of" for node in nodes)


def _surely_entered(flow: Flow, variables: tuple[str, ...]) -> Mapping[str, int]:
    """Give, for each node, which of the variables every call that comes there has entered: a bit for each of them."""
    bits = {name: 1 << number for number, name in enumerate(variables)}
    behind = behind_returns(flow)
    found = {line.start: 0 for line in flow.lines.values() if line.start in flow.nodes}
    ahead = deque(found)
    while ahead:
        name = ahead.popleft()
        onward = [(way.to, _entered_by(flow, name, way, bits)) for way in ways(flow)[name]]
        for to, new in (*onward, *((to, 0) for to in behind.get(name, ()))):
            now = found[name] | new
            if to not in found or found[to] & now != found[to]:
                found[to] = found.get(to, now) & now
                ahead.append(to)
    return found


def _entered_by(flow: Flow, name: str, way: Way, bits: Mapping[str, int]) -> int:
    node = flow.nodes[name]
    return bits.get(node.into, 0) if isinstance(node, Ask) and way.exit.on == "next" else 0
