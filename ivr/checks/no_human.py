"""HU001: from here no person can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.onward import told_elsewhere
from ivr.analysis.people import to_a_person
from ivr.analysis.traps import first_asked
from ivr.analysis.ways import met
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("HU001", "no-human", Severity.ERROR)
def no_human(flow: Flow, *, require_human: bool = True) -> Iterator[Fault]:
    """Whatever callers press from here on, and whenever they call, they never get to a person.

    A person is a contact that is staffed, or a telephone number that the flow hands callers to. A part of the flow is
    reported once, where callers first act in it. Where they get nothing but a hang-up, ST008 tells of it; where they do
    not get out at all, ST007.

    Bad:
        keys: {9: {say: hear this again, go: again}}
        contacts:
          representative: {name: Answering machine, channel: voicemail}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: complaints, go: complaints}
          complaints: {say: We are sorry to hear that., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: complaints, go: complaints}
          complaints: {say: We are sorry to hear that., next: desk}

    Parameter: a person must be reachable (`require_human`); a line that only informs can do without.
    Source: W3C, Making Content Usable; the GetHuman standard, point 1; Florida Statutes 110.1082(2).
    """
    if not require_human or flow.unread:
        return
    leading = to_a_person(flow)
    alone = [name for name in met(flow) if name not in leading and name not in told_elsewhere(flow)]
    for name in first_asked(flow, tuple(alone)):
        message = f"whatever callers press at '{name}', and whenever they call, they get to no person from there"
        hint = "Add a key for a person, or let `otherwise` lead to one."
        yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name))
