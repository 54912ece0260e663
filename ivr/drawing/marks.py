"""What is marked in a drawing: the way of a call, and the findings, by the nodes of the graph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ivr.effect import Came, Effect, End
from ivr.graph import CONTACT, LINE

if TYPE_CHECKING:
    from ivr.finding import Finding
    from ivr.flow import Flow

_GROUPS = (("lines", LINE), ("nodes", ""), ("contacts", CONTACT))


def way_of(line: str, effects: Iterable[Effect]) -> tuple[tuple[str, str], ...]:
    """Give the way of a call as `(node, exit)`, in order, from the effects that the engine gave."""
    way: list[tuple[str, str]] = []
    node = LINE + line
    for effect in effects:
        if isinstance(effect, Came):
            way.append((effect.left or LINE + line, effect.on))
            node = effect.node
        elif isinstance(effect, End):
            way.append((node, "transfer" if effect.how == "transfer" else ""))
            return tuple(way)
    return (*way, (node, ""))


def codes_by_node(flow: Flow, findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
    """Give the codes of the findings that stand in each node, line or contact; others are left out."""
    starts = sorted(
        (place.file, place.line, place.column, prefix + name, flow.place(section, name).end_line)
        for section, prefix in _GROUPS
        for name in _names(flow, section)
        for place in (flow.place(section, name, key=True),)
    )
    codes: dict[str, dict[str, None]] = {}
    for finding in findings:
        place = finding.place
        at = bisect_right(starts, (place.file, place.line, place.column, "\U0010ffff", 0)) - 1
        if at >= 0 and starts[at][0] == place.file and place.line <= starts[at][4]:
            codes.setdefault(starts[at][3], {})[finding.code] = None
    return {node: tuple(found) for node, found in codes.items()}


def _names(flow: Flow, section: str) -> Iterable[str]:
    names: Iterable[str] = getattr(flow, section)
    return names
