"""KY020: what callers press during the words before a question is lost."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.telling import prompts_before
from ivr.analysis.typed_ahead import has_reason
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows


@check("KY020", "type-ahead-lost", Severity.WARNING)
def type_ahead_lost(flow: Flow) -> Iterator[Fault]:
    """Callers answer while they are still being told something, and their keys are lost: the question throws them away.

    That is so where a message leads straight on to a menu or an ask with `flush: yes`. Without `flush` keys are kept,
    and nothing is lost. Where a step that cannot be undone is confirmed, there is a reason for it.

    Bad:
        nodes:
          main: {say: "Welcome. Please have your card at hand, and enter the number on it.", next: card}
          card: {ask: Your number please., into: card, digits: 6, flush: yes, next: found}
          found: {transfer: representative, pass: [card], busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main: {say: "Welcome. Please have your card at hand, and enter the number on it.", next: card}
          card: {ask: Your number please., into: card, digits: 6, next: found}
          found: {transfer: representative, pass: [card], busy: sorry, no-answer: sorry}

    Source: AWS re:Post on input blocks, where a prompt of its own before the block swallows the keys.
    """
    for name in judged(flow):
        node = flow.nodes[name]
        if node.flush and node.listens and prompts_before(flow).get(name) and not has_reason(flow, name):
            message = f"what callers press before they hear '{name}' is lost, though they are told something before it"
            hint = "Leave `flush` out, or say it all in the prompt of the question."
            yield Fault(flow.place("nodes", name, "flush", key=True), message, hint, call=Shows(name))
