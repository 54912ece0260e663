"""ST011: a sub-flow runs itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ivr.analysis.cycles import rounds
from ivr.analysis.subflow import levels
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.run import Run
from ivr.witness import Shows


@check("ST011", "recursive-subflow", Severity.ERROR)
def recursive_subflow(flow: Flow) -> Iterator[Fault]:
    """A sub-flow runs itself before it has come back: callers who go round there are cut off in the end.

    The engine ends a call that has 50 sub-flows under way at once.

    Bad:
        nodes:
          main: {run: verify, then: desk}
          verify: {ask: Please enter your member number., into: member, digits: 9, next: find}
          find: {lookup: member record, pass: [member], outcomes: {found: verified, unknown: retry, failed: verified}}
          retry: {run: verify, then: verified}
          verified: {return: done}

    Good:
        nodes:
          main: {run: verify, then: desk}
          verify: {ask: Please enter your member number., into: member, digits: 9, next: find}
          find: {lookup: member record, pass: [member], outcomes: {found: verified, unknown: verify, failed: verified}}
          verified: {return: done}

    Source: PingOne DaVinci's rules for flows: no circular sub-flows.
    """
    runners = _runners(flow)
    for part in rounds({first: tuple(runners[first]) for first in runners}):
        inside = {name: target for first in part for target, name in runners[first].items() if target in part}
        closing = next(name for name in flow.nodes if name in inside)
        yield _fault(flow, closing, inside[closing], part)


def _runners(flow: Flow) -> Mapping[str, Mapping[str, str]]:
    """Give, for each sub-flow that callers meet, the sub-flows that it runs, each with a node that does."""
    order = {name: number for number, name in enumerate(judged(flow))}
    runners: dict[str, dict[str, str]] = {}
    for first, subflow in levels(flow).subflows.items():
        if first in order:
            inside = sorted((name for name in subflow.nodes if name in order), key=order.__getitem__, reverse=True)
            runners[first] = {node.run: name for name in inside if isinstance(node := flow.nodes[name], Run)}
    return runners


def _fault(flow: Flow, closing: str, target: str, part: tuple[str, ...]) -> Fault:
    others = [f"'{name}'" for name in part if name != target]
    through = f" by way of {' and '.join(others)}" if others else ""
    message = f"'{closing}' runs '{target}' within that same sub-flow{through}, so it may never come back"
    hint = "Go there without `run`, or come back with a `return` first."
    related = ((flow.place("nodes", target, key=True), "the sub-flow begins here"),)
    call = Shows(target, through=(target, closing))
    return Fault(flow.place("nodes", closing, "run"), message, hint, related, call)
