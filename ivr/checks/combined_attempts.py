"""TM011: tries at one menu are followed by tries at another one of the same choices."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.recovery import questions_repeated
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.listening import Listening
from ivr.witness import Shows


@check("TM011", "combined-attempts", Severity.INFO)
def combined_attempts(flow: Flow, *, most: int = 4) -> Iterator[Fault]:
    """A caller who has failed at one menu is asked the same at another, and fails many times in all before help comes.

    In this language silences and wrong keys count towards one limit, so they do not add up. What adds up are the tries
    of two nodes that want the same of the caller, where `otherwise` of the first leads to the second: two menus whose
    options lead to the same places, or two asks for the same variable.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            otherwise: once-more
          once-more:
            menu: Let us try that again.
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
            tries: 2
            otherwise: once-more
          once-more:
            menu: Let us try that again.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            tries: 2
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: 4 tries in all (a choice of this project).
    Source: the ACIXD wiki on voice interfaces, on how many re-prompts callers bear.
    """
    for name, after in questions_repeated(flow):
        nodes = (flow.nodes[name], flow.nodes[after])
        tries = sum(node.tries_in(flow) for node in nodes if isinstance(node, Listening))
        if tries > most:
            message = f"'{name}' and '{after}' ask callers for the same, and let them fail {tries} times in all"
            hint = f"Lower `tries` in both, so that they make {most}, or let `otherwise` lead to somebody who helps."
            place = flow.place("nodes", name, "otherwise")
            yield Fault(place, message, hint, call=Shows(name, then="silent"))
