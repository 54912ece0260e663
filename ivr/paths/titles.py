"""What a call is about, in the flow's own words: the options chosen, and how the people and systems behind answered."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ivr.explore import Edge
from ivr.explore.moves import KEY, OUTCOME, SILENCE, WORDS, WRONG
from ivr.flow import Flow
from ivr.node import Node
from ivr.nodes.hours import Hours
from ivr.nodes.lookup import Lookup
from ivr.nodes.menu import Menu
from ivr.nodes.record import Record
from ivr.nodes.split import Split
from ivr.nodes.transfer import Transfer
from ivr.transcript import contact_name

_MOST = 6
"""Things that a title tells of; of more, the first and the last."""
_FIRST, _LAST = 2, 3
_LONGEST = 40
"""Letters of one thing that a title tells of."""
_TRANSFERRED = {
    "connected": "answers",
    "busy": "is busy",
    "no-answer": "does not answer",
    "closed": "is closed",
    "failed": "cannot be reached",
}
_AT_ONCE = {"fault": "A fault of the flow ends the call", "dropped": "The caller is dropped"}
_TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times"}


def title_of(flow: Flow, edges: tuple[Edge, ...]) -> str:
    """Tell a call in a few words: `Test results, a wrong entry, then Reception is busy`."""
    told = [(one, len(list(same))) for one, same in groupby(one for edge in edges for one in _all_told(flow, edge))]
    pieces = [one if count == 1 else f"{one} {_TIMES.get(count, f'{count} times')}" for one, count in told]
    if len(pieces) > _MOST:
        pieces = [*pieces[:_FIRST], "…", *pieces[-_LAST:]]
    if not pieces:
        ended = edges[-1].target.call.ended
        return _AT_ONCE.get(ended.how, "The line hangs up") if ended is not None else "The line answers"
    title = ", then ".join(filter(None, [", ".join(pieces[:-1]), pieces[-1]]))
    return title[0].upper() + title[1:]


def _all_told(flow: Flow, edge: Edge) -> Iterator[str]:
    """Tell what happens, and then what turns out to be closed."""
    told = _told(flow, edge)
    yield from (told,) if told else ()
    rung = edge.move.by == OUTCOME
    closed = (way.left for number, way in enumerate(edge.ways) if way.on == "closed" and (number or not rung))
    yield from dict.fromkeys(one for name in closed for one in _closed(flow, flow.nodes.get(name)))


def _closed(flow: Flow, node: Node | None) -> Iterator[str]:
    if isinstance(node, Transfer):
        yield f"{contact_name(flow, node.transfer)} is closed"
    elif isinstance(node, Hours):
        yield f"{node.hours} is closed"


def _told(flow: Flow, edge: Edge) -> str:
    by, name = edge.move.by, edge.source.node
    if by == KEY:
        return _chosen(flow, edge)
    if by == WORDS:
        return f"“{edge.move.steps[0].what}”"
    if by == SILENCE:
        return "a silence"
    if by == WRONG:
        return "a wrong key" if isinstance(flow.nodes.get(name), Menu) else "a wrong entry"
    return _answered(flow, name, edge.move.steps[0].what) if by == OUTCOME else ""


def _chosen(flow: Flow, edge: Edge) -> str:
    """Give the words of the option that was chosen, or the keys that were pressed."""
    keys = edge.move.steps[0].what
    name = edge.source.node
    way = next((way for way in flow.exits(name) if way.on == keys and way.by == KEY), None)
    said = " ".join(way.said.split()) if way is not None else ""
    return said if 0 < len(said) <= _LONGEST else keys


def _answered(flow: Flow, name: str, outcome: str) -> str:
    node = flow.nodes.get(name)
    if isinstance(node, Transfer):
        return f"{contact_name(flow, node.transfer)} {_TRANSFERRED.get(outcome, outcome)}"
    if isinstance(node, Record):
        return "a message is left" if outcome == "recorded" else "nothing is recorded"
    if isinstance(node, Lookup):
        return f"{node.lookup} {outcome}"
    return f"share {outcome}" if isinstance(node, Split) else f"{node.detail if node else name} {outcome}"
