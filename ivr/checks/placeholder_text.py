"""PR027: words that were to be replaced are spoken to callers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.analysis.markup import tags
from ivr.analysis.pressed import hears
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_PLACEHOLDER: Final = re.compile(
    r"\b(?:TODO|TBA)\b"
    r"|(?<![A-Z] )\b(?:COMPANY|BUSINESS|CLINIC|ORGANI[SZ]ATION) NAME\b(?! [A-Z]{2})"  # not where all is in capitals
    r"|(?i:\b(?:TBD|FIXME|X{3,}|lorem ipsum|placeholder|changeme)\b|\binsert\b[^.!?]{0,60}\bhere\b"
    r"|\b(?:company|business|clinic|your|organi[sz]ation) name here\b"
    r"|\byour (?:text|prompt|greeting) here\b|\b(?:text|prompt|wording|script) (?:still )?to be (?:written|added)\b"
    r"|(?<!a )(?<!the )(?<!your )\btranslation (?:pending|to follow)\b)"
    r"|\[[^\W\d_][^\]\n]{0,60}\](?!\()|_{3,}|<[^\W\d_][\w -]{0,40}>"
)


@check("PR027", "placeholder-text", Severity.WARNING)
def placeholder_text(flow: Flow, *, words: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Callers hear words that were meant to be replaced before the line is opened: "TODO", "[name]", "lorem ipsum".

    Only prompts that callers can hear are looked at.

    Bad:
        nodes:
          main: {say: "Thank you for calling [company].", next: desk}

    Good:
        nodes:
          main: {say: Thank you for calling the harbour clinic., next: desk}

    Parameter: `words` are further ones that are to be replaced; there are none.
    Source: practice; linters of other texts look for the same words.
    """
    heard = flow.reachable() - flow.broken
    further = re.compile(rf"(?i:\b(?:{'|'.join(map(re.escape, words))})\b)") if words else None
    for path, prompt in flow.prompts():
        if path[0] != "nodes" or path[1] in heard:
            found = next((found for _, text in prompt.texts if (found := _placeholder(text, further))), None)
            if found:
                message = f"callers hear '{found}', which was to be replaced by what they should hear"
                yield Fault(flow.place(*path), message, call=hears(flow, path))


def _placeholder(text: str, further: re.Pattern[str] | None) -> str:
    """Give the first words of a text that were to be replaced, or nothing; tags are for PR022."""
    found = (found[0] for found in _PLACEHOLDER.finditer(text))
    own = further.search(text) if further else None
    return next((words for words in found if not (words.startswith("<") and any(tags(words)))), own[0] if own else "")
