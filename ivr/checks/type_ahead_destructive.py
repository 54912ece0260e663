"""KY019: keys pressed ahead confirm what cannot be undone."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.confirmed import asking_to_confirm
from ivr.analysis.typed_ahead import Confirmation, confirmations, deeds_behind, pressed_before
from ivr.analysis.ways import ways
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("KY019", "type-ahead-destructive", Severity.WARNING)
def type_ahead_destructive(flow: Flow) -> Iterator[Fault]:
    """Callers who press keys ahead confirm, unheard, what cannot be undone: the question never reaches them.

    Keys that are pressed before a menu listens wait for it, and cut off its prompt. So a key pressed twice, or by
    habit, is the answer to a question that was not heard. `flush: yes` at the menu that asks for the confirmation
    throws such keys away; at the deed itself it comes too late. Looked at are menus that ask to confirm a step marked
    `irreversible: yes`, and that are reached by a key from another menu; of a step that nobody is asked to confirm,
    SE010 tells.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: orders, go: sure}
              2: {say: billing, go: desk}
          sure:
            menu: "This cancels all your orders. Is that right?"
            options:
              1: {say: "yes", go: cancelled}
              2: {say: "no", go: main}
          cancelled: {say: Your orders have been cancelled., irreversible: yes, next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: orders, go: sure}
              2: {say: billing, go: desk}
          sure:
            menu: "This cancels all your orders. Is that right?"
            options:
              1: {say: "yes", go: cancelled}
              2: {say: "no", go: main}
            flush: yes
          cancelled: {say: Your orders have been cancelled., irreversible: yes, next: desk}

    Source: Cisco's option to empty the buffer of keys before a prompt; no checker surveyed has this rule.
    """
    for found in _questions(flow):
        before = pressed_before(flow).get(found.menu, ())
        if before and not flow.nodes[found.menu].flush:
            message = (
                f"keys pressed ahead in '{before[0]}' confirm '{found.deed}' before callers have heard"
                f" '{found.menu}', and it cannot be undone"
            )
            related = ((flow.place("nodes", found.deed, key=True), "what cannot be undone"),)
            hint = f"Add `flush: yes` to '{found.menu}', so that its question is heard."
            call = Shows(found.menu, on=found.key, through=(before[0],))
            yield Fault(flow.place("nodes", found.menu, key=True), message, hint, related, call=call)


def _questions(flow: Flow) -> Iterator[Confirmation]:
    """Give each node that asks callers to confirm something that cannot be undone, once."""
    known = {found.menu: found for found in confirmations(flow)}
    deeds = deeds_behind(flow)
    for name in asking_to_confirm(flow) if deeds else ():
        for way in ways(flow).get(name, ()):
            if way.exit.by == "key" and way.to in deeds:
                known.setdefault(name, Confirmation(name, way.exit.on, deeds[way.to]))
    yield from known.values()
