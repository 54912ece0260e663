"""ST003: nobody can call, or a call begins nowhere."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ivr.analysis.amend import fix, rewritten
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import RESERVED
from ivr.source import Place
from ivr.witness import Shows


@check("ST003", "missing-entry", Severity.ERROR)
def missing_entry(flow: Flow) -> Iterator[Fault]:
    """A number does not lead into the flow, or there is no number at all: whoever dials it hears nothing.

    Bad:
        lines: {1-800-555-0100: mian}
        nodes:
          main: {say: Thank you for calling., next: desk}

    Good:
        lines: {1-800-555-0100: main}
        nodes:
          main: {say: Thank you for calling., next: desk}

    Source: the validators of Amazon Bedrock's flows and of PingOne DaVinci want a first node.
    """
    if not flow.nodes:
        if not flow.tree.get("nodes") and "nodes" not in flow.unread:
            message = "the flow has no nodes, so callers hear nothing"
            yield Fault(flow.place("nodes", key=True), message, "Write `nodes:` with the first node of a call.")
    elif not flow.tree.get("lines") and "lines" not in flow.unread:
        message = "the flow has no line, so nobody can call it"
        hint = f"Write `lines:` with a number and its first node, as in `1-800-555-0100: {next(iter(flow.nodes))}`."
        yield Fault(flow.place("lines", key=True), message, hint)
    else:
        yield from _lost_lines(flow)


def _lost_lines(flow: Flow) -> Iterator[Fault]:
    for number, line in flow.lines.items():
        if line.start in RESERVED:
            message = f"the line '{number}' begins with '{line.start}', and there is nothing before a call begins"
            yield Fault(_place(flow, number), message, "Name the first node of a call.")
        elif line.start not in flow.nodes and "nodes" not in flow.unread:
            near = difflib.get_close_matches(line.start, list(flow.nodes), 1)
            meant = f"; did you mean '{near[0]}'?" if near else ""
            message = f"the line '{number}' begins at '{line.start}', which does not exist{meant}"
            mend = (
                fix(f"Write '{near[0]}'.", rewritten(flow, ("lines", number, "start"), near[0]), safe=False)
                if near
                else None
            )
            yield Fault(_place(flow, number), message, call=Shows(line.start, line=number), fix=mend)


def _place(flow: Flow, number: str) -> Place:
    return flow.place("lines", number, "start")
