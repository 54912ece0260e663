"""PR022: a prompt holds what a voice cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.heard import texts
from ivr.analysis.listing import once_a_prompt
from ivr.analysis.markup import unspeakable
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("PR022", "unspeakable-text", Severity.ERROR)
@once_a_prompt
def unspeakable_text(flow: Flow) -> Iterator[Fault]:
    """Callers hear signs spelled out, or nothing: the prompt has tags, a picture, an address for browsers.

    A place that is filled in is `{name}`, a word of letters, digits and `-`; `{first name}` and `{{name}}` are read as
    they stand. SSML that is well formed is fine, and so is `www.example.com`. Where a recording is played, its words
    may be written as one likes.

    Bad:
        nodes:
          main: {say: "Welcome to <b>Harbour</b> clinic.", next: desk}

    Good:
        nodes:
          main: {say: Welcome to Harbour clinic., next: desk}

    Source: W3C, Speech Synthesis Markup Language 1.1, for the names of its elements; the rest is practice.
    """
    for text in texts(flow):
        if not text.prompt.audio:
            sign, what = next(unspeakable(text.text), ("", ""))
            if sign:
                message = f"no voice can say '{sign}' to callers: it is {what}"
                yield Fault(flow.place(*text.path), message, "Write it as it is to be spoken.")
