"""Data that callers enter, followed on: where they are asked for it again, and whether it reaches who answers."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from typing import Final

from ivr.analysis.people import is_person
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
_TWO: Final = 2


def asked_twice(flow: Flow) -> Iterator[tuple[str, str]]:
    """Give each ask for something that callers have entered before and that was right, with where they entered it.

    A way is followed from the entry on, but not past what may have found it wrong: whatever reads the variable, unless
    it is a lookup whose answer is named as a success. Neither is one followed on which callers go back by themselves.
    """
    for variable, asks in _asks(flow).items():
        if len(asks) > 1:
            origins = _origins(flow, variable, asks)
            for name in asks:
                first = next((one for one in origins.get(name, ()) if one != name), None)
                if first is not None:
                    yield name, first


def _asks(flow: Flow) -> Mapping[str, tuple[str, ...]]:
    """Give, for each variable that callers enter and that is no secret, the asks for it."""
    found: dict[str, tuple[str, ...]] = {}
    for name in judged(flow):
        node = flow.nodes[name]
        if isinstance(node, Ask) and not node.sensitive:
            found[node.into] = (*found.get(node.into, ()), name)
    return found


def _origins(flow: Flow, variable: str, asks: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """Give, for each node, up to two asks behind which calls come there with what was entered; two tell all."""
    found: dict[str, tuple[str, ...]] = {}
    ahead = deque((way.to, name) for name in asks for way in ways(flow)[name] if way.exit.on == "next")
    while ahead:
        name, origin = ahead.popleft()
        known = found.get(name, ())
        if origin not in known and len(known) < _TWO:
            found[name] = (*known, origin)
            if name not in asks:
                ahead.extend((to, origin) for to in _still_right(flow, name, variable))
    return found


def _still_right(flow: Flow, name: str, variable: str) -> Iterator[str]:
    node = flow.nodes[name]
    if any(one == variable for one, _ in node.sets()):
        return
    reads = any(one == variable for one, _ in node.reads()) or any(
        way.exit.when and variable in way.exit.when.variables() for way in ways(flow)[name]
    )
    if isinstance(node, Lookup):
        reads = reads or not node.pass_
    for way in ways(flow)[name]:
        if way.exit.to not in RESERVED and (not reads or _succeeds(node, way)):
            yield way.to
    yield from behind_returns(flow).get(name, ())


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
