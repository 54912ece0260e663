"""DA010: a name is written unlike the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.analysis.listing import as_one
from ivr.analysis.variables import place_of, settings
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Path
from ivr.source import Place

_CAPITAL: Final = re.compile(r"(?<=[^\W\dA-Z_])(?=[A-Z])")
_OTHER: Final = re.compile(r"[\W_]+")
_ANY: Final = re.compile(r"[A-Za-z0-9]")


@check("DA010", "naming", Severity.INFO)
def naming(flow: Flow, *, pattern: str = r"[^\W_A-Z]+([-_][^\W_A-Z]+)*") -> Iterator[Fault]:
    """Whoever changes the flow mistakes one name for another, and callers are led astray: it is written unlike others.

    Asked are the names of nodes, contacts, schedules and variables. Where most of them are written otherwise, one
    finding tells of all.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: Sales Desk}
              2: {say: billing, go: desk}
          Sales Desk: {transfer: representative, failed: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales-desk}
              2: {say: billing, go: desk}
          sales-desk: {transfer: representative, failed: sorry}

    Parameter: pattern: small letters and digits, in words joined by hyphens or underscores (a choice of this project).
    Source: CXLint R015 and R016, on the style of names.
    """
    right = re.compile(pattern)
    for kind, names in _names(flow).items():
        wrong = [name for name in names if _ANY.search(name) and not right.fullmatch(name)]
        faults = [_fault(kind, name, _place(flow, names[name], name), right) for name in wrong]
        if len(faults) > len(names) // 2 and len(faults) > 1:
            yield as_one(faults, kind, "this one, too")
        else:
            yield from faults


def _fault(kind: str, name: str, place: Place, right: re.Pattern[str]) -> Fault:
    better = _OTHER.sub("-", _CAPITAL.sub("-", name.strip())).strip("-").lower()
    message = f"the {kind} '{name}' is not named in small letters joined by hyphens, so that it is easily misspelt"
    offer = f"Call it `{better}`." if right.fullmatch(better) else "Choose a name as the others have."
    return Fault(place, message, offer)


def _names(flow: Flow) -> dict[str, dict[str, Path]]:
    """Give the names of every kind, each with where it is first written."""
    return {
        "node": {name: ("nodes", name) for name in flow.nodes if name not in flow.broken},
        "contact": {name: ("contacts", name) for name in flow.contacts},
        "schedule": {name: ("hours", name) for name in flow.hours},
        "variable": {name: paths[0] for name, paths in settings(flow).items()},
    }


def _place(flow: Flow, path: Path, name: str) -> Place:
    sections = {"contacts", "hours"}
    named = path[0] in sections or len(path) == len(("nodes", name))
    return flow.place(*path, key=True) if named else place_of(flow, path, name)
