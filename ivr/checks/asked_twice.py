"""HU014: callers are asked for the same thing twice."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis import asked_before
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.ask import Ask
from ivr.witness import Shows


@check("HU014", "asked-twice", Severity.WARNING)
def asked_twice(flow: Flow) -> Iterator[Fault]:
    """Callers have to say again what they have entered: another question asks for it, or the person who answers will.

    (1) Two asks fill the same variable, and a call comes from one to the other. Nothing is said where the entry may
    have been wrong: behind a lookup that did not find it, a question that reads it back, or a branch on it; nor where
    callers go back to it, or where it is a secret, which may well be asked again.
    (2) Every caller who comes to a person has entered something, and the transfer hands nothing on.

    Bad:
        nodes:
          main: {ask: Please enter your member number., into: member, digits: 9, next: greeting}
          greeting: {say: Thank you., next: once-more}
          once-more: {ask: Now your member number for our records., into: member, digits: 9, next: handed}
          handed: {transfer: representative, pass: [member], busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main: {ask: Please enter your member number., into: member, digits: 9, next: greeting}
          greeting: {say: Thank you., next: handed}
          handed: {transfer: representative, pass: [member], busy: sorry, no-answer: sorry}

    Source: the GetHuman standard, point 3; ISO 9241-154, 6.3 (its title only was seen); Ireland's National Disability
        Authority.
    """
    for name, first in asked_before.asked_twice(flow):
        node = flow.nodes[name]
        variable = node.into if isinstance(node, Ask) else ""
        message = f"'{name}' asks callers for '{variable}', which they have entered at '{first}' before"
        hint = f"Ask once, or go past it where it is known: `branch: [{{when: {variable}, go: ...}}]`."
        related = ((flow.place("nodes", first, key=True), "entered here before"),)
        call = Shows(name, through=(first,))
        yield Fault(flow.place("nodes", name, "into"), message, hint, related, call=call)
    seen = set()
    for name, variable, ask in asked_before.not_handed_on(flow):
        if name not in seen:
            seen.add(name)
            message = f"whoever answers at '{name}' does not get '{variable}', and has to ask callers for it again"
            related = ((flow.place("nodes", ask, key=True), "callers enter it here"),)
            hint = f"Hand it on: `pass: [{variable}]`."
            yield Fault(flow.place("nodes", name, key=True), message, hint, related, call=Shows(name, through=(ask,)))
