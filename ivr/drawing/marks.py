"""What is marked in a drawing: the way of a call, and the findings, by the nodes of the graph."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ivr.drawing.picture import EVERYWHERE, Mark
from ivr.effect import Came, Effect, End
from ivr.graph import CONTACT, LINE

if TYPE_CHECKING:
    from ivr.finding import Finding
    from ivr.flow import Flow

_GROUPS = (("lines", LINE), ("keys", ""), ("nodes", ""), ("contacts", CONTACT))


def way_of(line: str, effects: Iterable[Effect]) -> tuple[tuple[str, str], ...]:
    """Give the way of a call as `(node, exit)`, in order, from the effects that the engine gave."""
    way: list[tuple[str, str]] = []
    node = LINE + line
    for effect in effects:
        if isinstance(effect, Came):
            if effect.left not in {"", node}:  # a sub-flow has come back from where it ended
                way.append((node, ""))
            way.append((effect.left or LINE + line, effect.on))
            node = effect.node
        elif isinstance(effect, End):
            way.append((node, "transfer" if effect.how == "transfer" else ""))
            return tuple(way)
    return (*way, (node, ""))


def marks_by_node(flow: Flow, findings: Iterable[Finding]) -> dict[str, tuple[Mark, ...]]:
    """Give the findings that stand in each node, line or contact, or in the keys of every menu; `""` has the others."""
    starts = sorted(
        (place.file, place.line, place.column, _box(section, prefix, name), flow.place(section, name).end_line)
        for section, prefix in _GROUPS
        for name in _names(flow, section)
        for place in (flow.place(section, name, key=True),)
    )
    marks: dict[str, list[Mark]] = {}
    for finding in findings:
        place = finding.place
        at = bisect_right(starts, (place.file, place.line, place.column, "\U0010ffff", 0)) - 1
        inside = at >= 0 and starts[at][0] == place.file and place.line <= starts[at][4]
        mark = Mark(finding.code, str(finding.severity), finding.message)
        marks.setdefault(starts[at][3] if inside else "", []).append(mark)
    return {node: tuple(found) for node, found in marks.items()}


def _box(section: str, prefix: str, name: str) -> str:
    return EVERYWHERE if section == "keys" else prefix + name


def _names(flow: Flow, section: str) -> Iterable[str]:
    names: Iterable[str] = getattr(flow, section)
    return names
