"""AC012: nobody can make the line wait."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu

_PAUSE: Final = re.compile(
    r"\b(?:paus\w*|wait|hold on|more time|longer|espera\w*|pausa|m[aá]s tiempo|attend\w+|patient\w+|plus de temps"
    r"|warten|mehr zeit)\b",
    re.IGNORECASE,
)


@check("AC012", "no-pause", Severity.INFO, off=True)
def no_pause(flow: Flow) -> Iterator[Fault]:
    """An operator who relays the call to a deaf caller cannot keep up: no key makes the line wait.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
              3: {say: have more time, go: pause}
          pause: {say: "We wait for you.", next: main}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: AS/NZS 4263, in its note on the scope (seen in a summary).
    """
    menus = [name for name, node in flow.nodes.items() if isinstance(node, Menu) and name not in flow.broken]
    labels = (way.said for name in menus for way in flow.exits(name))
    if menus and "keys" not in flow.unread and not any(_PAUSE.search(label) for label in labels):
        message = f"no key makes the line wait, so who relays the call at '{menus[0]}' has no time to pass it on"
        hint = "Add an option such as `3: {say: have more time, go: pause}`."
        yield Fault(flow.place("nodes", menus[0], key=True), message, hint)
