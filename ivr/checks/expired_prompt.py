"""PR025: a prompt speaks of a time that is past."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ivr.analysis.heard import Text, names_key, sentences, texts
from ivr.analysis.spoken_dates import announces_end, last_date
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("PR025", "expired-prompt", Severity.WARNING)
def expired_prompt(flow: Flow, *, today: date) -> Iterator[Fault]:
    """Callers hear of something that is over: the prompt's `until` is past, or it says "until" a day that is.

    Dates count where they have a year and the sentence looks ahead ("until", "we will be closed on"), in English,
    Spanish, French and German. The year in which a house was founded is no such date.

    Bad:
        nodes:
          main: {say: "Until January 31, 2025, we are at 12 Main Street.", next: desk}

    Good:
        nodes:
          main: {say: We are at 12 Main Street., next: desk}

    Source: this project.
    """
    told: set[object] = set()
    for text in texts(flow):
        if text.path in told:
            continue
        until = text.prompt.until
        if until and until < today:
            told.add(text.path)
            message = f"callers hear this still, though it held until {until}"
            yield Fault(flow.place(*text.path, "until"), message, "Take it out, or say what holds now.")
        elif past := _past(flow, text, today):
            told.add(text.path)
            message = f"callers hear of '{past}' as of something to come, and it is past"
            yield Fault(flow.place(*text.path), message, "Take it out, or say what holds now.")


def _past(flow: Flow, text: Text, today: date) -> str:
    """Give the last date of a sentence that looks ahead to it, as it is written, if it is past."""
    for sentence in () if text.is_label else sentences(text.text):
        if announces_end(flow, text.language, sentence) and not names_key(text.language, sentence):
            day, written = last_date(flow, text.language, sentence)
            if day and day < today:
                return written
    return ""
