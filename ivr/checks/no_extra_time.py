"""AC009: the time runs out without a warning."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.telling import is_heard
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.witness import Shows


@check("AC009", "no-extra-time", Severity.WARNING, off=True)
def no_extra_time(flow: Flow) -> Iterator[Fault]:
    """Callers who need longer to choose lose their turn: nothing warns them, and they get no more time.

    A menu or an ask that says something to a silence and then waits once more is in order. One that does not may not
    meet rules for telephones that everybody can use.

    Bad:
        defaults: {wrong: "Sorry, that is not one of the choices.", otherwise: desk}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        defaults: {wrong: "Sorry, that is not one.", silence: "Please take your time.", otherwise: desk}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: former 36 CFR 1194.23(d), superseded, on a warning and more time; 47 CFR 7.3(a)(1)(viii).
    """
    for name in judged(flow):
        node = flow.nodes[name]
        if isinstance(node, Listening):
            warned = any(is_heard(prompt) for prompt in node.reprompts(flow, "silence"))
            if node.tries_in(flow) == 1 or not warned:
                why = "at the first silence" if node.tries_in(flow) == 1 else "without a warning"
                message = f"'{name}' lets the time run out {why}, so callers who need longer lose their turn"
                hint = (
                    "Allow two tries, and say at a silence that there is more time (`silence: Please take your time.`)."
                )
                yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name, then="silent"))
