"""ST014: a condition that is the same for every call."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.domains import domains_at
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.condition import Condition, always
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Exit
from ivr.witness import Shows


@check("ST014", "constant-branch", Severity.WARNING)
def constant_branch(flow: Flow) -> Iterator[Fault]:
    """A condition holds for every caller or for none, so that one of the ways is never taken.

    So it is with a condition that a branch has asked before: whoever it holds for has gone the first way.
    Where only `set` nodes and entries `one-of` a list give a variable its values, only those are tried.

    Bad:
        nodes:
          main: {lookup: caller record, gives: [age], outcomes: {found: choose, failed: desk}}
          choose:
            branch:
              - {when: age > 65 and age < 18, go: welcome}
            else: desk
          welcome: {say: Welcome back., next: desk}

    Good:
        nodes:
          main: {lookup: caller record, gives: [age], outcomes: {found: choose, failed: desk}}
          choose:
            branch:
              - {when: age > 65 or age < 18, go: welcome}
            else: desk
          welcome: {say: Welcome back., next: desk}

    Source: AsteriskLint has this rule for conditions that are constants.
    """
    seen = set()
    for name in judged(flow):
        asked: dict[Condition, Exit] = {}
        for way in flow.exits(name):
            if way.when is None or way.path in seen:
                continue
            seen.add(way.path)
            known = domains_at(flow, name, way.when.variables()) if way.scope == "own" else {}
            constant = always(way.when, known)
            if constant is not None:
                yield _constant(flow, name, way, holds=constant)
            elif way.by == "auto" and asked.setdefault(way.when, way) is not way:
                yield _asked_before(flow, name, way, asked[way.when])


def _text(way: Exit) -> str:
    return way.when.text if way.when else ""


def _constant(flow: Flow, name: str, way: Exit, *, holds: bool) -> Fault:
    effect = "callers always go" if holds else "no caller ever goes"
    truth = "true" if holds else "false"
    message = f"'{_text(way)}' is {truth} for every call, so {effect} to '{way.to}' by it"
    return Fault(
        flow.place(*way.path[:-1], "when"), message, "Put the condition right, or leave it out.", call=Shows(name)
    )


def _asked_before(flow: Flow, name: str, way: Exit, first: Exit) -> Fault:
    message = (
        f"'{_text(way)}' has been asked before and led to '{first.to}', so no caller ever goes to '{way.to}' by it"
    )
    related = ((flow.place(*first.path[:-1], "when"), "the first one"),)
    return Fault(
        flow.place(*way.path[:-1], "when"), message, "Put one of them right, or leave it out.", related, Shows(name)
    )
