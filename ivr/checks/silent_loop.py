"""ST009: a caller who does nothing goes round for ever."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ivr.analysis.silent_rounds import asked_rounds, hours_of, told_rounds
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.source import Place
from ivr.witness import Shows

_FEW = 4


@check("ST009", "silent-loop", Severity.ERROR)
def silent_loop(flow: Flow) -> Iterator[Fault]:
    """A caller who presses nothing hears the same again and again, and the call never ends by itself.

    That is so where the way after the last try leads back to the same menu, or where messages lead to one another
    without asking anything. A round by way of several menus is TM010's.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: wait}
              2: {say: billing, go: desk}
          wait: {say: Please hold the line., next: wait}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: wait}
              2: {say: billing, go: desk}
          wait: {say: Please hold the line., next: desk}

    Source: Twilio stops such a call by its limit of steps (error 81000); the sample menu of Asterisk's documentation
        goes round like this when nothing is pressed.
    """
    for part in told_rounds(flow):
        ways = "repeats itself" if len(part) == 1 else f"goes round by way of {_listed(part[1:])}"
        message = f"'{part[0]}' {ways} for ever without asking callers anything"
        hint = "Let it lead on, to a person or to an ending."
        yield Fault(flow.place("nodes", part[0], key=True), message, hint, call=_call(flow, part[0], part))
    seen = set()
    for name, part in asked_rounds(flow):
        if name in seen:
            continue
        seen.add(name)
        hint = "Let `otherwise` lead to a person or to an ending."
        message = _message(flow, name, [other for other in part if other != name])
        yield Fault(_place(flow, name), message, hint, call=_call(flow, name, part))


def _call(flow: Flow, name: str, part: tuple[str, ...]) -> Shows:
    return Shows(name, then="silent", hours=hours_of(flow, part))


def _message(flow: Flow, name: str, others: Sequence[str]) -> str:
    if not flow.nodes[name].listens:
        way = f" by way of {_listed(others)}" if others else ""
        return f"a caller who presses nothing in what '{name}' runs comes back to it{way}, and goes round for ever"
    back = f"back to it by way of {_listed(others)}" if others else "to itself"
    return f"a caller who presses nothing at '{name}' goes round for ever: its last try leads {back}"


def _place(flow: Flow, name: str) -> Place:
    way = next((way for way in flow.exits(name) if way.by == "failure" and way.scope == "own"), None)
    return flow.place(*way.path) if way else flow.place("nodes", name, key=True)


def _listed(names: Sequence[str]) -> str:
    shown = [f"'{name}'" for name in names[:_FEW]] + ([f"{len(names) - _FEW} more"] if len(names) > _FEW else [])
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
