"""AC007: a menu cannot be heard again."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.assignment import Assignment, assigned_everywhere, assignments, taken_over
from ivr.analysis.helping import to_hear_again
from ivr.analysis.key_meaning import REPEAT
from ivr.analysis.listing import as_one
from ivr.analysis.pressed import nearest_call
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import AGAIN
from ivr.nodes.menu import Menu
from ivr.witness import Shows


@check("AC007", "no-repeat", Severity.INFO)
def no_repeat(flow: Flow) -> Iterator[Fault]:
    """Callers who missed something have to wait or to err before they hear the menu again: no key repeats it.

    A key that says something else and then comes back to the menu is none for that.

    Bad:
        keys:
          0: {say: a representative, go: desk}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        keys:
          0: {say: a representative, go: desk}
          9: {say: hear this again, go: again}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: W3C, Making Content Usable, on voice menus.
    """
    if "keys" in flow.unread:
        return
    faults = list(_faults(flow))
    if any(usual.meaning == REPEAT for usual in assigned_everywhere(flow).values()):
        yield from faults
    elif faults:
        yield as_one(faults, "menu", "this one, too")._replace(call=nearest_call(flow, faults), fix=to_hear_again(flow))


def _faults(flow: Flow) -> Iterator[Fault]:
    for name, node in flow.nodes.items():
        if not isinstance(node, Menu) or name in flow.broken or not node.options:
            continue
        if not any(_repeats(name, one) for one in assignments(flow)[name]) and not _is_taken_over(flow, name):
            message = f"no key of '{name}' lets callers hear it again"
            hint = "Add one for all menus: `keys: {9: {say: hear this again, go: again}}`."
            yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name))


def _is_taken_over(flow: Flow, name: str) -> bool:
    """Whether the menu gives the key for it another meaning; KY004 tells of that."""
    return any(usual.meaning == REPEAT for usual in taken_over(flow, name))


def _repeats(name: str, one: Assignment) -> bool:
    """Whether a key leads to the menu itself, or callers are told that it does."""
    return one.go in {AGAIN, name} or one.meaning == REPEAT
