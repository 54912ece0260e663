"""DC007: no call that is written down takes an exit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.calls import performances
from ivr.calls.coverage import Coverage, coverage, covering_call
from ivr.check import check
from ivr.explore import Explored, Taken, explored
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.source import Place


@check("DC007", "uncovered-edge", Severity.INFO, off=True)
def uncovered_edge(flow: Flow, *, today: date) -> Iterator[Fault]:
    """What becomes of callers who take this way may change and no test will tell: no call of the flow takes it.

    Looked at are the calls in the flow's own file and in what it includes, and only where there are any; `ivr test
    --coverage` takes those in files beside it, too. An exit that calls take on another line, or in another language,
    counts as taken here. Exits that no call can take are none of this rule's.

    Bad:
        nodes:
          main: {transfer: representative, busy: sorry, no-answer: sorry}
        calls:
          - {call: Somebody answers, steps: [{end: transfer representative}]}
          - {call: Nobody answers, steps: [{answer: {representative: no-answer}}, {hear: later}]}
          - {call: Nothing works, steps: [{answer: {representative: failed}}, {end: dropped}]}

    Good:
        nodes:
          main: {transfer: representative, busy: sorry, no-answer: sorry}
        calls:
          - {call: Somebody answers, steps: [{end: transfer representative}]}
          - {call: Nobody answers, steps: [{answer: {representative: no-answer}}, {hear: later}]}
          - {call: Everybody is busy, steps: [{answer: {representative: busy}}, {hear: later}]}
          - {call: Nothing works, steps: [{answer: {representative: failed}}, {end: dropped}]}

    Source: coverage of edges, as in model-based testing (GraphWalker); the linter CXLint (rule R007).
    """
    if not (flow.calls and flow.lines):
        return
    found = explored(flow, today)
    run = coverage(found, (one.session for one in performances(flow, today) if one.session is not None))
    for exit_ in _nowhere_taken(run):
        message = f"no call of the flow takes '{exit_.on}' of '{exit_.node}', so nothing tells when that changes"
        hint = "Write such a call under `calls:`, or have `ivr paths` make the calls that are missing."
        yield Fault(_place(found, exit_), message, hint, call=covering_call(found, exit_))


def _nowhere_taken(run: Coverage) -> Iterator[Taken]:
    """Give each exit that is taken on no line and in no language, as it is first taken."""
    taken = {(one.node, one.on) for one in run.taken}
    first = {(one.node, one.on): one for one in reversed(run.exits)}
    yield from (first[each] for each in dict.fromkeys((one.node, one.on) for one in run.exits) if each not in taken)


def _place(found: Explored, exit_: Taken) -> Place:
    flow = found.flow
    way = next((way for way in flow.exits(exit_.node) if way.on == exit_.on), None)
    return flow.place(*way.path) if way else flow.place("nodes", exit_.node, key=True)
