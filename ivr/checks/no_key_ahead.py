"""KY021: a menu throws away, without reason, what was pressed ahead."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.telling import prompts_before
from ivr.analysis.typed_ahead import has_reason, pressed_before
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("KY021", "no-key-ahead", Severity.INFO)
def no_key_ahead(flow: Flow) -> Iterator[Fault]:
    """Callers who know the menus press their keys at once, and have to press them again: a menu throws them away.

    A menu that confirms, or leads to, what cannot be undone has a reason for `flush: yes`. So has one that callers come
    to first, where nothing can have been pressed yet. Where a message stands before it, KY020 tells of it.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales:
            menu: This is sales.
            flush: yes
            options:
              1: {say: cars, go: desk}
              2: {say: bicycles, go: bicycles}
          bicycles: {say: One moment please., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales:
            menu: This is sales.
            options:
              1: {say: cars, go: desk}
              2: {say: bicycles, go: bicycles}
          bicycles: {say: One moment please., next: desk}

    Source: AS/NZS 4263, 2.4, on pressing keys ahead (its contents only were seen); the GetHuman standard, point 7.
    """
    for name in judged(flow):
        node = flow.nodes[name]
        if node.verb != "menu" or not node.flush or prompts_before(flow).get(name):
            continue
        if pressed_before(flow).get(name) and not has_reason(flow, name):
            message = f"'{name}' throws away what callers pressed ahead, so who knows the menus has to wait for it"
            call = Shows(name)
            yield Fault(flow.place("nodes", name, "flush", key=True), message, "Leave `flush` out.", call=call)
