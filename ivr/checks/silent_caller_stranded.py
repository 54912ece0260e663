"""HU008: who presses nothing is hung up on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.analysis.listing import as_one
from ivr.analysis.onward import how_to_help, hung_up_on, hung_up_on_together, met_in_silence
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
    for together in hung_up_on_together(flow):
        stranded = filter(None, (_fault(flow, today, name) for name in together if name in met_in_silence(flow)))
        if faults := tuple(stranded):
            yield as_one(faults, "node", "this one, too")


def _fault(flow: Flow, today: date, name: str) -> Fault | None:
    way, ending, _ = hung_up_on(flow)[name]
    call = silent_end(flow, today, name, ending)
    if call is None:
        return None
    node = flow.nodes[name]
    tries = node.tries_in(flow) if isinstance(node, Listening) else 0
    after = "the first silence" if tries == 1 else f"{tries} silences"
    message = f"who presses nothing at '{name}' is hung up on after {after}, at '{ending}', though a person is there"
    place = flow.place(*way.path) if way.scope == "own" else flow.place("nodes", name, key=True)
    return Fault(place, message, how_to_help(flow, name), call=call)
