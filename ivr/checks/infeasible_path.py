"""DA005: what callers have been asked on their way rules out where they would go next."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.domains import domains_at
from ivr.analysis.feasible import Blocked, blocked, come_to
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.condition import always
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Exit
from ivr.witness import Shows


@check("DA005", "infeasible-path", Severity.WARNING)
def infeasible_path(flow: Flow) -> Iterator[Fault]:
    """No caller ever gets this: by what was asked on every way there, the condition before it can no longer be true.

    Found are nodes that all ways lead to by such a condition only. A condition that is false by itself is ST014's, and
    an `else` that is never taken is left alone.

    Bad:
        nodes:
          main: {lookup: caller record, gives: [age], outcomes: {found: first, failed: desk}}
          first:
            branch:
              - {when: age >= 65, go: welcome}
            else: desk
          welcome: {say: Thank you for calling., next: second}
          second:
            branch:
              - {when: age < 18, go: parents}
            else: desk
          parents: {say: Please ask one of your parents to call., next: desk}

    Good:
        nodes:
          main: {lookup: caller record, gives: [age], outcomes: {found: first, failed: desk}}
          first:
            branch:
              - {when: age >= 65, go: welcome}
            else: second
          welcome: {say: Thank you for calling., next: second}
          second:
            branch:
              - {when: age < 18, go: parents}
            else: desk
          parents: {say: Please ask one of your parents to call., next: desk}

    Source: this project; no tool that was looked at asks it.
    """
    if flow.broken or "nodes" in flow.unread:
        return
    known, found = frozenset(judged(flow)), come_to(flow)
    for one in blocked(flow):
        way = one.exit
        lost = way.to in known and way.to not in found
        if lost and way.when and way.scope == "own" and not _of_itself(flow, one.node, way):
            yield _fault(flow, one, way.when.text)


def _of_itself(flow: Flow, name: str, way: Exit) -> bool:
    """Whether the condition is never true at its node, or has been asked there before: ST014 tells of that."""
    if way.when is None or always(way.when, domains_at(flow, name, way.when.variables())) is not None:
        return True
    earlier = [other.when for other in flow.exits(name) if other.when]
    return earlier.index(way.when) < [other.path for other in flow.exits(name) if other.when].index(way.path)


def _fault(flow: Flow, one: Blocked, condition: str) -> Fault:
    name, way = one
    message = (
        f"no caller who comes to '{name}' goes on to '{way.to}' by '{condition}': what was asked before rules it out"
    )
    hint = "Put one of the conditions right, or leave this way out."
    return Fault(flow.place(*way.path[:-1], "when"), message, hint, call=Shows(name))
