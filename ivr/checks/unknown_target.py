"""ST001: the flow leads to a node that does not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from ivr.analysis.amend import fix, rewritten
from ivr.analysis.listing import MOST_NAMED
from ivr.analysis.reported import reported
from ivr.analysis.ways import met
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import RESERVED, Path
from ivr.witness import Shows


@check("ST001", "unknown-target", Severity.ERROR)
def unknown_target(flow: Flow, *, likeness: float = 0.6) -> Iterator[Fault]:
    """A way out leads to a node that does not exist: callers who take it are cut off.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: slaes}
              2: {say: billing, go: desk}
          sales: {say: Our sales team is away., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {say: Our sales team is away., next: desk}

    A name that is missing in several places is reported once, at the first of them.

    Parameter: names that are alike by 0.6, from 0 to 1, are suggested, which is about two letters in a word of five
        (a choice of this project).
    Source: every checker of call flows surveyed has this rule, Twilio's flow validator among them.
    """
    if "nodes" in flow.unread:  # it may stand in what could not be read
        return
    found: dict[str, dict[Path, str]] = {}
    calls: dict[str, Shows] = {}
    for name in flow.nodes:
        for way in flow.exits(name):
            if way.to not in flow.nodes and way.to not in RESERVED:
                owner = f"'{name}'" if way.scope == "own" else "`keys`" if way.scope == "global" else "`defaults`"
                found.setdefault(way.to, {}).setdefault(way.path, owner)
                if name in met(flow):
                    calls.setdefault(way.to, Shows(name, on=way.on))
    unquoted = {(fault.place.file, fault.place.line, fault.place.column) for fault in reported(flow, "RD003")}
    for target, owners in found.items():
        places = [flow.place(*path) for path in owners]
        if not unquoted.isdisjoint((place.file, place.line, place.column) for place in places):
            continue
        near = _nearest(flow, target, likeness)
        message = f"{next(iter(owners.values()))} leads to '{target}', which does not exist{_meant(near)}"
        related = tuple((place, "and from here") for place in places[1 : MOST_NAMED + 1])
        yield Fault(places[0], message, "", related, calls.get(target), _mend(flow, near, list(owners)))


def _meant(near: str) -> str:
    return f"; did you mean '{near}'?" if near else ""


def _nearest(flow: Flow, target: str, likeness: float) -> str:
    return next(iter(difflib.get_close_matches(target, list(flow.nodes), 1, min(likeness, 1.0))), "")


def _mend(flow: Flow, near: str, paths: list[Path]) -> Fix | None:
    if not near:
        return None
    return fix(f"Write '{near}'.", *(rewritten(flow, path, near) for path in paths), safe=False)
