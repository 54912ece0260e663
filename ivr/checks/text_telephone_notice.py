"""AC011: users of a text telephone are not told what they may send."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.analysis.language_offers import first_menus
from ivr.analysis.telling import prompts_before
from ivr.analysis.text_lines import text_lines
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.witness import Shows

_TOLD: Final = re.compile(
    r"\b(?:typ(?:e|ed|ing)|text|tones?|tty|tdd|keypad|tele?phone keys|escrib\w+|teclado|tonos|tapez|clavier|schreib\w+"
    r"|tastatur|t[oö]ne)\b",
    re.IGNORECASE,
)


@check("AC011", "text-telephone-notice", Severity.WARNING, off=True)
def text_telephone_notice(flow: Flow) -> Iterator[Fault]:
    """Users of a text telephone do not know how to answer: nothing says whether the line takes tones or typed text.

    Asked are lines that are called text telephone, TTY or the like, and that come to a menu or an ask before a person.

    Bad:
        lines: {1-800-555-0100: {start: main, name: Text telephone}}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        lines: {1-800-555-0100: {start: main, name: Text telephone}}
        nodes:
          main:
            menu: Please answer with the tones of your keys.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: ISO 9241-154, 6.2 (only its title was seen).
    """
    for number in text_lines(flow):
        for name in first_menus(flow, flow.lines[number].start):
            said = [*prompts_before(flow).get(name, ()), *(prompt for _, prompt in flow.nodes[name].prompts())]
            if name not in flow.broken and not any(_TOLD.search(text) for one in said for _, text in one.texts):
                message = f"'{name}' does not tell users of text telephones whether to type or to press keys"
                hint = "Say it first: `Please answer with the tones of your keys.`"
                yield Fault(flow.place("nodes", name, key=True), message, hint, call=Shows(name, line=number))
