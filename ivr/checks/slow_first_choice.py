"""PR008: much is said before callers can choose."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.opening import First, first_choice
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows

_LONGEST_PROMPT = 20.0


@check("PR008", "slow-first-choice", Severity.WARNING)
def slow_first_choice(flow: Flow, *, seconds: float = 10.0) -> Iterator[Fault]:
    """Callers who dial this number listen for more than ten seconds before the first key means anything to them.

    The seconds run from the answer to the end of the first option, by the shortest way that a call takes by itself. Not
    counted is what has to come first: what to do in an emergency, that the call is recorded (a prompt with `notice:`,
    too); nor what other rules tell of: filler (PR012), advertising (PR013), menus that have changed (PR011).

    Bad:
        nodes:
          main:
            say: Welcome to the harbour clinic. We have been here for the people of this town and of the islands before
              it for more than forty years, and our doctors and nurses are proud of it.
            next: choose
          choose:
            menu:
            options:
              1: {say: appointments, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main: {say: Welcome to the harbour clinic., next: choose}
          choose:
            menu:
            options:
              1: {say: appointments, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: `seconds`: 10 (a choice of this project).
    Source: the ACIXD wiki on voice interfaces wants nothing but a welcome before the first menu.
    """
    reported: set[First] = set()
    for number, line in flow.lines.items():
        first = first_choice(flow, line.start, line.language or flow.first_language)
        if first is None or line.press or first.seconds <= seconds or first in reported:
            continue
        reported.add(first)
        if not _is_too_long_itself(flow, first):
            message = (
                f"callers of '{number}' listen for {first.seconds:.0f} s before they can choose, at '{first.node}'"
            )
            hint = "Say who answers, and offer the first choice; what else there is to say can wait until it is asked."
            yield Fault(flow.place("lines", number, key=True), message, hint, call=Shows(first.node, line=number))


def _is_too_long_itself(flow: Flow, first: First) -> bool:
    """Whether the prompt at which callers choose is too long by itself; PR009 tells of that."""
    node = flow.nodes[first.node]
    own = (prompt for path, prompt in node.prompts() if path == (node.verb,) and prompt)
    spoken = (prompt.spoken(first.language, flow.first_language, {}, flow.defaults.rate) for prompt in own)
    return getattr(node, "announce", "") != "as-is" and any(say.seconds > _LONGEST_PROMPT for say in spoken)
