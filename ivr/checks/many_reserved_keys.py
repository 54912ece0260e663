"""AC014: callers are to remember more keys than they can."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ivr.analysis.listing import listed
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu

_USUAL: Final = frozenset({"0", "*", "#"})


@check("AC014", "many-reserved-keys", Severity.INFO)
def many_reserved_keys(flow: Flow, *, most: int = 1) -> Iterator[Fault]:
    """Callers have to remember too many keys that mean the same in every menu, beside those of the menu itself.

    0, star and pound are known from other lines and do not count.

    Bad:
        keys:
          0: {say: a representative, go: desk}
          7: {say: opening hours, go: times}
          9: {say: hear this again, go: again}
          "*": {say: go back, go: back}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          times: {say: We are open day and night., next: main}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: most: 1, the number of keys beside 0, star and pound (an older draft of the W3C calls more than one or
    two reserved keys problematic; which ones count is a choice of this project).
    Source: W3C, Making Content Usable, on voice menus.
    """
    reserved = [key for key in flow.keys if key not in _USUAL]
    if len(reserved) > most and any(isinstance(node, Menu) for node in flow.nodes.values()):
        message = f"callers have to remember {len(reserved)} keys beside 0, star and pound: {listed(reserved)}"
        hint = "Keep one of them for all menus, and make the others options of the menus where they are needed."
        yield Fault(flow.place("keys", reserved[most], key=True), message, hint)
