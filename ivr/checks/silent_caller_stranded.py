"""HU008: who presses nothing is hung up on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.analysis.onward import hung_up_on, met_in_silence
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.promise.silent import silent_end


@check("HU008", "silent-caller-stranded", Severity.WARNING)
def silent_caller_stranded(flow: Flow, *, today: date) -> Iterator[Fault]:
    """Callers who cannot press keys, or do not know which, are hung up on, though a person is there to help them.

    So call people with an old telephone, those who hold the receiver in their only free hand, those who are confused,
    and those who call through a relay service. What becomes of the call after the last try is followed through
    messages, hours and lookups; a node marked `done: yes` ends a call well. Where callers come only after they have
    chosen something, TM008 tells of it; where nothing helps at all, ST008.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: our address, go: address}
            otherwise: closing
          address: {say: We are at 1 Main Street., done: yes, next: closing}
          closing: {hangup: Goodbye.}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: our address, go: address}
          address: {say: We are at 1 Main Street., done: yes, next: closing}
          closing: {hangup: Goodbye.}

    Source: the GetHuman standard, point 8; NDA, customer communications toolkit for the public service.
    """
    for name, (way, ending, _) in hung_up_on(flow).items():
        call = silent_end(flow, today, name, ending) if name in met_in_silence(flow) else None
        if call is not None:
            node = flow.nodes[name]
            tries = node.tries_in(flow) if isinstance(node, Listening) else 0
            after = "the first silence" if tries == 1 else f"{tries} silences"
            message = (
                f"who presses nothing at '{name}' is hung up on after {after}, at '{ending}', though a person is there"
            )
            place = flow.place(*way.path) if way.scope == "own" else flow.place("nodes", name, key=True)
            yield Fault(place, message, "Let `otherwise` lead to that person.", call=call)
