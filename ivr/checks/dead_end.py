"""ST006: a call stops since a node does not say where it goes on."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.open_ways import is_guarded
from ivr.analysis.subflow import levels, lost_values
from ivr.analysis.ways import comes_while_closed, judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Node
from ivr.nodes.hours import Hours
from ivr.nodes.run import Run
from ivr.nodes.transfer import Transfer
from ivr.witness import Shows

_WHEN = {"busy": "it is busy there", "no-answer": "nobody answers", "closed": "it is closed there"}

_NAMED = {"outcomes": "every answer", "exits": "every way on"}

Wrong = tuple[str, str, str]
"""What is wrong with a node, how to put it right, and the outcome on which the call stops, if it is one."""


@check("ST006", "dead-end", Severity.ERROR)
def dead_end(flow: Flow) -> Iterator[Fault]:
    """The call stops here: for something that can happen at this node, the flow does not say where callers go.

    What a more special rule says is left to it: hours (HR008), the way after the last try (TM001 to TM003), a transfer
    without any way out (ST015) or to a desk that is closed while a schedule lets callers through (HR011), a branch
    without `else` (ST012).

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: opening hours, go: times}
              2: {say: billing, go: desk}
          times: {say: We are open on weekdays.}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: opening hours, go: times}
              2: {say: billing, go: desk}
          times: {say: We are open on weekdays., next: main}

    Source: CXLint R013, CxBlueprint and Switchboard have this rule.
    """
    for name in judged(flow):
        found = _wrong(flow, name, flow.nodes[name])
        if found:
            message, hint, on = found
            call = Shows(name, on=on, then="" if on else "stops")
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=call)


def _wrong(flow: Flow, name: str, node: Node) -> Wrong | None:
    """Give what is wrong with a node."""
    if isinstance(node, Run):
        return _of_run(flow, name, node)
    if isinstance(node, Transfer):
        return _of_transfer(flow, name, node)
    if node.verb == "return" and name in levels(flow).top:
        message = f"'{name}' returns, but callers come to it without a `run` to go back to, so they are cut off"
        return message, "Come to it only by way of a `run`, or end the call here.", ""
    missing = [outcome for outcome in node.missing(flow) if not (node.listens and outcome == "otherwise")]
    if isinstance(node, Hours) or not missing:
        return None
    message = f"'{name}' does not say where callers go on (`{missing[0]}` is missing), so they are cut off"
    if missing[0] in _NAMED:
        return message, f"Add `{missing[0]}:` with the name of {_NAMED[missing[0]]}, and the node where each leads.", ""
    return message, f"Add `{missing[0]}:` with the node where the call goes on, or end the call with a `hangup`.", ""


def _of_transfer(flow: Flow, name: str, node: Transfer) -> Wrong | None:
    asks = comes_while_closed(flow, name, node) and not is_guarded(flow, name)
    missing = [one for one in node.missing(flow) if one != "closed" or asks]
    if not missing or not flow.exits(name):
        return None
    cases = " or ".join(_WHEN.get(outcome, outcome) for outcome in missing)
    message = f"'{name}' does not say where callers go when {cases}, so they are cut off"
    return message, f"Add `{missing[0]}:`, or `failed:` for whatever goes wrong.", missing[0]


def _of_run(flow: Flow, name: str, node: Run) -> Wrong | None:
    values = lost_values(flow, node)
    if not values:
        return None
    if not node.returns:
        message = f"'{name}' does not say where callers go when '{node.run}' comes back, so they are cut off"
        return message, "Add `then:` with the node where the call goes on.", ""
    listed = " or ".join(f"'{value}'" for value in values)
    message = f"'{node.run}' can return {listed}, and '{name}' does not say where callers go then, so they are cut off"
    return message, "Add it under `returns:`, or `else:` for every value that is not there.", ""
