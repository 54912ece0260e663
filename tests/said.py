"""What a rule finds where a text is all that a line says."""

from __future__ import annotations

import json
from datetime import date

from found import TODAY
from frame import framed

from ivr.check import Selection, run_checks
from ivr.checks import catalogue
from ivr.finding import Finding
from ivr.loader import load_text

RULES = catalogue()


def said(rule: str, text: str, language: str = "en", *, verb: str = "menu", today: date = TODAY) -> list[str]:
    """Give what a rule finds where a text is a line's only prompt: of a menu, a say, an ask, or after a wrong key."""
    return [finding.message for finding in heard(rule, text, language, verb=verb, today=today)]


def heard(rule: str, text: str, language: str, *, verb: str, today: date) -> tuple[Finding, ...]:
    words = json.dumps(text, ensure_ascii=False)
    nodes = {
        "menu": f"main: {{menu: {words}, announce: as-is, options: {{1: desk, 2: sorry, 3: desk, 4: sorry, 5: desk}}}}",
        "say": f"main: {{say: {words}, next: m}}\n  m: {{menu: , options: {{1: desk}}}}",
        "ask": f"main: {{ask: {words}, into: x, digits: 4, next: desk}}",
        "wrong": f"main: {{menu: A, options: {{1: desk}}, wrong: {words}}}",
        "record": f"main: {{record: {words}, next: desk}}",
        "option": f"main: {{menu: A, options: {{1: {{say: {words}, go: desk}}}}}}",
        "last": f"main: {{menu: A, options: {{1: gone}}}}\n  gone: {{hangup: {words}}}",
    }
    quiet = "keys: {}\ndefaults: {otherwise: desk}\ncontacts:\n  representative: {}\n"
    flow = load_text(framed(f"languages: [{language}]\n{quiet}nodes:\n  {nodes[verb]}\n")).flow
    assert flow is not None
    assert not flow.broken
    return run_checks(flow, RULES, Selection((rule,)), today=today)


def quoted(messages: list[str]) -> list[str]:
    """Give what the messages quote first."""
    return [message.split("'")[1] if "'" in message else message for message in messages]
