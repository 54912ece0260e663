"""PR003: a key works, and callers are not told of it."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import CODE, Choice, Menu
from ivr.telling import is_recording_only, named_keys, only_its_target, prompts_before, says_nothing

_HINT = "Announce it, or say why not with `because:`."


@check("PR003", "hidden-option", Severity.WARNING)
def hidden_option(flow: Flow) -> Iterator[Fault]:
    """A key works, but nobody tells callers of it: neither the announcement, nor the prompt, nor what is said before.

    A hidden key is allowed where `because:` says why. Of the flow's keys, one that some menu tells of counts as known.
    A recording whose words are not written may name any key, so nothing is said of its menu.

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

    Source: Florida Statutes 110.1082(2) wants callers to be alerted to the way to a person; no checker surveyed has this.
    """
    hidden: dict[str, str] = {}
    known: set[str] = set()
    for name, menu in _menus(flow):
        told = named_keys(flow, menu.menu).union(*(named_keys(flow, said) for said in prompts_before(flow).get(name, ())))
        for choice in menu.choices(flow):
            is_told = choice.key in told or menu.announces(flow, choice)
            if not choice.own:
                known.update({choice.key} if is_told else ())
                hidden.setdefault(choice.key, name)
            elif not is_told and _should_be_told(flow, menu, choice):
                place = flow.place("nodes", name, "options", choice.key, key=True)
                yield Fault(place, f"in '{name}' the key {choice.key} works, but {_why(flow, menu, choice)}", _HINT)
    for key, name in hidden.items():
        everywhere, menu = flow.keys[key], flow.nodes[name]
        choice = Choice(key, everywhere, ("keys", key), own=False)
        if key not in known and isinstance(menu, Menu) and _should_be_told(flow, menu, choice):
            message = f"the key {key} works in every menu, but {_why(flow, menu, choice)}"
            yield Fault(flow.place("keys", key, key=True), message, _HINT)


def _menus(flow: Flow) -> Iterator[tuple[str, Menu]]:
    """Give the menus that say something, in words that are known."""
    for name, node in flow.nodes.items():
        if isinstance(node, Menu) and name not in flow.broken:
            if not says_nothing(flow, node) and not is_recording_only(node.menu):
                yield name, node


def _should_be_told(flow: Flow, menu: Menu, choice: Choice) -> bool:
    if not CODE.match(choice.key) or choice.option.because:
        return False
    return not only_its_target(flow, menu, choice.key)


def _why(flow: Flow, menu: Menu, choice: Choice) -> str:
    if menu.announce != "as-is" and choice.option.announced and not menu.label(flow, choice):
        return "it has no `say`, so callers are not told of it"
    return "no prompt tells callers of it"
