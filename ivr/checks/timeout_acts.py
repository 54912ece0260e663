"""TM018: something that cannot be undone happens to a caller who said nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.onward import last_tries
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("TM018", "timeout-acts", Severity.WARNING)
def timeout_acts(flow: Flow) -> Iterator[Fault]:
    """Who says nothing has something done that cannot be undone: the way after the last try leads to it.

    A caller may be silent since the line is bad, or since they did not understand; that is no answer. What cannot be
    undone is marked `irreversible: yes`; here it is reached from `otherwise` without another question in between.

    Bad:
        nodes:
          main:
            menu: "Your subscription is about to end."
            options:
              1: {say: keep it, go: desk}
              2: {say: end it, go: cancelled}
            otherwise: ended
          ended: {say: "Your subscription has ended.", irreversible: yes, next: desk}
          cancelled: {say: Somebody will take this down., next: desk}

    Good:
        nodes:
          main:
            menu: "Your subscription is about to end."
            options:
              1: {say: keep it, go: desk}
              2: {say: end it, go: cancelled}
          cancelled: {say: Somebody will take this down., next: desk}

    Source: none was found; this project takes silence for no consent.
    """
    for name, way, after in last_tries(flow):
        done = next((one for one in after.passed if flow.nodes[one].irreversible), None)
        if done is not None:
            message = f"callers who say nothing at '{name}' come to '{done}', which cannot be undone"
            place = flow.place(*way.path) if way.scope == "own" else flow.place("nodes", name, key=True)
            hint = "Let `otherwise` lead to a person, or to where nothing has been done yet."
            yield Fault(place, message, hint, call=Shows(name, on="otherwise"))
