"""SE005: a call is recorded, and nobody has told the caller."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.dominators import passed_before
from ivr.analysis.listing import as_one
from ivr.analysis.recording import recorded_untold, telling
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("SE005", "recording-no-notice", Severity.WARNING)
def recording_no_notice(flow: Flow) -> Iterator[Fault]:
    """Callers are recorded without having been told, which may not meet the law where they or the staff are.

    Every way from a line to what is recorded has to pass a prompt that tells of it: one that is marked with
    `notice: recording`, or says in English, Spanish, French or German that calls are recorded. Recorded are messages
    (`record`) whose own words do not speak of a tone or a message, nodes with `recording: yes`, and, once a flow says
    anywhere that it records calls, all transfers that do not say `recording: no`, at which or before which it is off.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: orders, go: orders}
              2: {say: billing, go: billing}
          orders: {say: {text: This call is recorded., notice: recording}, next: desk}
          billing: {transfer: representative, busy: sorry, no-answer: sorry, name: Billing}
        keys: {9: {say: hear this again, go: again}, 0: {say: a representative, go: orders}}
        defaults: {otherwise: orders}

    Good:
        nodes:
          main: {say: {text: This call is recorded., notice: recording}, next: choices}
          choices:
            menu: Thank you for calling.
            options:
              1: {say: orders, go: orders}
              2: {say: billing, go: billing}
          orders: {say: Our order desk will be with you., next: desk}
          billing: {transfer: representative, busy: sorry, no-answer: sorry, name: Billing}

    Source: laws on consent to recording (not checked); that each way has to pass a notice is a choice of this project.
    """
    untold = recorded_untold(flow)
    if untold:
        yield as_one([_fault(flow, name, untold) for name in untold], "node", "recorded here, too")


def _fault(flow: Flow, name: str, untold: tuple[str, ...]) -> Fault:
    recorded = "take down what callers say" if flow.nodes[name].verb == "record" else "be recorded"
    message = f"a call can come to '{name}' and {recorded} although nobody has told the caller that it is"
    passed = passed_before(flow)
    at = next((one for one in passed.of(passed.common(untold) or "") if one not in untold), None)
    where = f" at '{at}', which every such call passes" if at else " before"
    hint = f"Tell of it{where}, in a prompt with `notice: recording`; or write `recording: no` where it is off."
    return Fault(flow.place("nodes", name, key=True), message, hint, (), Shows(name, avoiding=telling(flow)))
