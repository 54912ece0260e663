"""DA003: a variable is set, and nothing ever uses it."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ivr.analysis.amend import fix, removed, value_at
from ivr.analysis.twins import meant_variables, mistaken_variables
from ivr.analysis.variables import place_of, read_outside, settings, uses, words_of_broken_nodes
from ivr.check import check
from ivr.edit import Fix
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Path
from ivr.tree import Sequence

_FORGOTTEN: Final = ("it makes no difference to any caller", "leave it out")
_LOST: Final = MappingProxyType(
    {
        "into": ("callers gave it for nothing", "do not ask for it"),
        "gives": ("callers have nothing of the answer", "leave it out of `gives`"),
    }
)
"""What becomes of a variable that nothing uses, and what to do about it, by the field that sets it."""


@check("DA003", "unused-variable", Severity.INFO)
def unused_variable(flow: Flow) -> Iterator[Fault]:
    """Callers enter something for nothing, or an answer is lost: a variable is set, and nothing ever uses it.

    A `lookup` that does not say with `pass` what it needs, and a step of another platform, may use all that was set
    before, so nothing is said where a call can come there. A transfer without `pass` hands nothing on. A recording is
    kept, whether its name is used or not. Where the name is nearly that of a variable in use, DA011 speaks, or DA001
    where that one is never set.

    Bad:
        nodes:
          main: {ask: Please enter your order number., into: order, digits: 6, next: desk}

    Good:
        nodes:
          main: {ask: Please enter your order number., into: order, digits: 6, next: desk}
          desk: {transfer: representative, pass: [order], busy: sorry, no-answer: sorry}

    Source: the checks of PingOne DaVinci's flows have this rule.
    """
    if "nodes" in flow.unread:
        return
    used, outside = uses(flow), read_outside(flow)
    excused = words_of_broken_nodes(flow).union(meant_variables(flow).values(), *mistaken_variables(flow))
    for name, paths in settings(flow).items():
        nodes = [str(path[1]) for path in paths]
        if name in used or name in excused or any(node in outside for node in nodes):
            continue
        if any(flow.nodes[node].verb == "record" for node in nodes):
            continue
        effect, otherwise = _LOST.get(str(paths[0][2]), _FORGOTTEN)
        message = f"'{name}' is set, but nothing uses it, so {effect}"
        hint = f"Pass it on (`pass:`), use it in a prompt or a condition, or {otherwise}."
        yield Fault(place_of(flow, paths[0], name), message, hint, fix=_mend(flow, name, paths))


def _mend(flow: Flow, name: str, paths: tuple[Path, ...]) -> Fix | None:
    """Set it nowhere, where that is an assignment or a part of an answer; what callers enter has to go somewhere."""
    if any(path[2] == "into" for path in paths):
        return None
    return fix(f"Set '{name}' nowhere.", removed(flow, *(_entry(flow, name, path) for path in paths)))


def _entry(flow: Flow, name: str, path: Path) -> Path:
    """Give what is to be taken out: an assignment, one of the names of a list, or all of a list that has no other."""
    names = value_at(flow.tree, path)
    several = isinstance(names, Sequence) and len(names) > 1
    return (*path, names.index(name)) if isinstance(names, Sequence) and several else path
