"""PR003: a key works, and callers are not told of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.analysis.telling import named_keys, only_its_target, told_keys
from ivr.analysis.unannounced import keys_told, speaking_menus
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import CODE, Choice, Menu
from ivr.promise.hidden import only_hidden
from ivr.witness import Shows

_HINT = "Announce it, or say why not with `because:`."


@check("PR003", "hidden-option", Severity.WARNING)
def hidden_option(flow: Flow, *, today: date) -> Iterator[Fault]:
    """A key works, but nobody tells callers of it: neither the announcement, nor the prompt, nor what is said before.

    A hidden key is allowed where `because:` says why. Of the flow's keys, one that some menu tells of counts as known.
    A recording whose words are not written may name any key, so nothing is said of its menu; and where the prompt
    speaks the keys itself, a key that a clause of it begins or ends with is told of: "Sales is 1", "9, repeat".
    Where the key is the only way to a person, HU003 tells of it.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              5: {say: members abroad, go: office, announced: no}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              5: {say: members abroad, go: office, announced: no, because: It is printed on their cards only.}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: Florida Statutes 110.1082(2) wants callers alerted to the way to a person; no checker surveyed has this.
    """
    hidden: dict[str, Fault] = {}
    known: set[str] = set()
    alone = only_hidden(flow, today)
    for name, menu in speaking_menus(flow):
        told = keys_told(flow, name, menu) | _misnamed(flow, menu)
        for choice in menu.choices(flow):
            if choice.key in told or menu.announces(flow, choice):
                known.update(() if choice.own else {choice.key})
            elif _should_be_told(flow, menu, choice) and (name if choice.own else "", choice.key) not in alone:
                fault = _fault(flow, name, menu, choice)
                if choice.own:
                    yield fault
                else:
                    hidden.setdefault(choice.key, fault)
    yield from (fault for key, fault in hidden.items() if key not in known)


def _misnamed(flow: Flow, menu: Menu) -> frozenset[str]:
    """Give the options of which a prompt that speaks the keys tells with a wrong key, as PR002 finds it."""
    if menu.announce != "as-is":
        return frozenset()
    keys = [choice.key for choice in menu.choices(flow)]
    named = named_keys(flow, menu.menu)
    untold = [
        choice.key for choice in menu.choices(flow) if choice.own and choice.key not in told_keys(flow, menu.menu)
    ]
    return frozenset(untold if len(named.difference(keys)) >= len(untold) else ())


def _should_be_told(flow: Flow, menu: Menu, choice: Choice) -> bool:
    if not CODE.match(choice.key) or choice.option.because:
        return False
    return not only_its_target(flow, menu, choice.key)


def _fault(flow: Flow, name: str, menu: Menu, choice: Choice) -> Fault:
    path = ("nodes", name, *choice.path) if choice.own else choice.path
    where = f"in '{name}' the key {choice.key} works" if choice.own else f"the key {choice.key} works in every menu"
    nameless = menu.announce != "as-is" and choice.option.announced and not menu.label(flow, choice)
    why = "it has no `say`, so callers are not told of it" if nameless else "no prompt tells callers of it"
    return Fault(flow.place(*path, key=True), f"{where}, but {why}", _HINT, call=Shows(name, on=choice.key))
