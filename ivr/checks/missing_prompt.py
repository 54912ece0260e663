"""PR001: a menu or an ask says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.telling import is_heard, says_nothing
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.node import Node
from ivr.nodes.menu import Menu
from ivr.witness import Shows


@check("PR001", "missing-prompt", Severity.ERROR)
def missing_prompt(flow: Flow) -> Iterator[Fault]:
    """Callers hear nothing and do not know that they are to press a key: no prompt, and no option that is announced.

    Bad:
        nodes:
          main:
            menu:
            announce: as-is
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu:
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: a caller cannot see a menu, so this project takes it for granted.
    """
    for name, node in flow.nodes.items():
        if node.listens and name not in flow.broken and _is_silent(flow, node):
            message = f"'{name}' says nothing, so callers hear silence and do not know that they are to press a key"
            hint = f"Write behind `{node.verb}:` what callers are to hear."
            yield Fault(flow.place("nodes", name, node.verb, key=True), message, hint, call=Shows(name))


def _is_silent(flow: Flow, node: Node) -> bool:
    if isinstance(node, Menu):
        return says_nothing(flow, node)
    return not any(is_heard(prompt) for path, prompt in node.prompts() if path == (node.verb,))
