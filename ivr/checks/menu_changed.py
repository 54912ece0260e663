"""PR011: callers are told that the menu has changed, for longer than that is news."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ivr.analysis.amend import fix
from ivr.analysis.heard import names_key, sentences, texts
from ivr.analysis.idle_talk import has_changed
from ivr.analysis.listing import once_a_prompt
from ivr.analysis.reword import reworded, without
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("PR011", "menu-changed", Severity.WARNING)
@once_a_prompt
def menu_changed(flow: Flow, *, today: date, days: int = 14) -> Iterator[Fault]:
    """Callers are told that the menu has changed, though few know the old one, and nothing says when that will end.

    It may be said for a time: a prompt with an `until` that is not far off is let through. When that day is past, PR025
    tells of it.

    Bad:
        nodes:
          main:
            menu: Welcome. Please listen carefully as our menu options have changed.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Welcome.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Parameter: `days`: 14, as the source allows.
    Source: an article by Reedy on telephone menus; the first list of the GetHuman project.
    """
    last = today + timedelta(days)
    for text in texts(flow):
        until = text.prompt.until
        if text.is_label or (until and until <= last):
            continue
        for sentence in sentences(text.text):
            said = has_changed(flow, text.language, sentence)
            if said and not names_key(text.language, sentence):
                ends = f"until {until}, which is long after it is news" if until else "and nothing says until when"
                message = f"callers are told '{said}', {ends}"
                hint = f"Leave it out, or end it: `{{text: ..., until: {last}}}`."
                left = reworded(flow, text.path, text.text, without(text.text, sentence))
                mend = fix("Leave the sentence out.", left, safe=False)
                yield Fault(flow.place(*text.path), message, hint, fix=mend)
                break
