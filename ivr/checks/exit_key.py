"""KY009: the key that ends the call is not the usual one."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.assignment import Assignment, assigned_everywhere, assignments
from ivr.analysis.key_meaning import CANCEL, END
from ivr.analysis.pressed import pressed_in, pressed_somewhere
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("KY009", "exit-key", Severity.WARNING, off=True)
def exit_key(flow: Flow, *, key: str = "9") -> Iterator[Fault]:
    """Callers who are used to one key for ending a call press it here in vain: this flow has another one.

    Looked at are options that say that they end something and lead straight to a hang-up. This runs only where it is
    asked for, since few lines keep to that key today.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
              3: {say: end the call, go: goodbye}
          sales: {say: Our sales team will be glad to help., next: desk}
          goodbye: {hangup: Goodbye.}

    Good:
        keys:
          0: {say: a representative, go: desk}
          "#": {say: hear this again, go: again}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
              9: {say: end the call, go: goodbye}
          sales: {say: Our sales team will be glad to help., next: desk}
          goodbye: {hangup: Goodbye.}

    Parameter: key 9, ascribed to ISO/IEC 13714 and AS/NZS 4263, 2.7.2.
    Source: www.itams.co.uk/ivr-standards.htm, a second-hand account of those standards.
    """
    own = [one for assigned in assignments(flow).values() for one in assigned if one.own]
    for one in (*assigned_everywhere(flow).values(), *own):
        if one.key != key and _ends_the_call(flow, one):
            where = f"in '{one.menu}'" if one.own and one.menu else "in every menu"
            message = f"{where} callers end the call with {one.key}, though {key} is the key for it elsewhere"
            call = pressed_in(one.menu, key) or pressed_somewhere(flow, one.key)
            yield Fault(one.place(flow), message, f"Put it on {key}.", call=call)


def _ends_the_call(flow: Flow, one: Assignment) -> bool:
    node = flow.nodes.get(one.go)
    return one.meaning in {END, CANCEL} and node is not None and node.verb == "hangup"
