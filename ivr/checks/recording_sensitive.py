"""SE004: a call is recorded while the caller enters something confidential."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.listing import as_one
from ivr.analysis.recording import recorded_from
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("SE004", "recording-sensitive", Severity.ERROR)
def recording_sensitive(flow: Flow) -> Iterator[Fault]:
    """The tones of a card number or a PIN end up on tape, where anyone who may listen to calls can take them down.

    A call counts as recorded from a node on that says `recording: yes`, or at which callers are told of recording (by
    `notice: recording`, or in words), until a node says `recording: no`. Where the telephone system pauses recording
    during an entry, say so with `recording: no` on the ask, and `recording: yes` on the node behind it.

    Bad:
        nodes:
          main: {say: {text: This call is recorded., notice: recording}, next: pin}
          pin: {ask: Enter your PIN., into: pin, digits: 4, sensitive: yes, next: look}
          look: {lookup: account, pass: [pin], outcomes: {right: desk, wrong: desk, failed: desk}}

    Good:
        nodes:
          main: {say: {text: This call is recorded., notice: recording}, next: pin}
          pin: {ask: Enter your PIN., into: pin, digits: 4, sensitive: yes, recording: no, next: look}
          look: {lookup: account, pass: [pin], outcomes: {right: desk, wrong: desk, failed: desk}, recording: yes}

    Source: PCI SSC, "Protecting telephone-based payment card data": pausing the recording alone is no complete control,
    but a call without a pause has none (seen in a summary).
    """
    by_start: dict[str, list[Fault]] = {}
    for name, since in recorded_from(flow).items():
        by_start.setdefault(since, []).append(_fault(flow, name, since))
    for faults in by_start.values():
        yield as_one(faults, "question", "this one, too")


def _fault(flow: Flow, name: str, since: str) -> Fault:
    here = since == name
    begins = "there" if here else f"from '{since}' on"
    message = f"callers enter something confidential at '{name}' while the call is recorded {begins}"
    hint = "Pause it: write `recording: no` there, and `recording: yes` on the node behind it."
    related = () if here else ((flow.place("nodes", since, key=True), "recorded from here on"),)
    shows = Shows(name) if here else Shows(name, through=(since,))
    return Fault(flow.place("nodes", name, key=True), message, hint, related, shows)
