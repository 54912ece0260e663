"""PR024: the line goes dead without a word."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import half_read
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import RESERVED
from ivr.nodes.hangup import Hangup
from ivr.witness import Shows


@check("PR024", "abrupt-hangup", Severity.INFO)
def abrupt_hangup(flow: Flow) -> Iterator[Fault]:
    """The line goes dead without a word, and callers think that they were cut off.

    A `hangup` may say nothing where every way to it has just said something.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: leave this line, go: over}
          over: {hangup: , done: yes}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: leave this line, go: over}
          over: {hangup: Goodbye., done: yes}

    Source: this project; a dead line is also what a fault sounds like.
    """
    met = flow.reachable() - flow.broken
    silent = {
        name
        for name in met
        if isinstance(node := flow.nodes[name], Hangup) and not node.hangup and not half_read(flow, "nodes", name)
    }
    if not silent:
        return
    comes: dict[str, str] = {}
    for name in flow.nodes:
        for way in flow.exits(name) if name in met else ():
            if way.to in silent and way.to not in RESERVED and not _has_spoken(flow, name, way.by):
                comes.setdefault(way.to, name)
    comes |= {line.start: "" for line in flow.lines.values() if line.start in silent}
    for name in flow.nodes:
        if name in comes:
            message = f"'{name}' ends the call without a word, so callers think that they were cut off"
            hint = "Say a last word: `hangup: Thank you for calling. Goodbye.`"
            yield Fault(flow.place("nodes", name, "hangup", key=True), message, hint, call=Shows(name))


def _has_spoken(flow: Flow, name: str, by: str) -> bool:
    """Whether callers have just heard something when they leave a node by itself."""
    node = flow.nodes[name]
    return by == "auto" and not node.listens and any(prompt for _, prompt in node.prompts())
