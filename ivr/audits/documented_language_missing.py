"""DC019: a document offers a language that the flow does not speak."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.auditing.documented import Documented
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.prose.contradiction import Spot
from ivr.prose.languages import language_chosen

_NAMES = {"en": "English", "es": "Spanish", "fr": "French", "de": "German"}


@check("DC019", "documented-language-missing", Severity.WARNING)
def documented_language_missing(flow: Flow, documented: Documented) -> Iterator[Fault]:
    """Callers who choose the language that a document offers hear another one, and get to nobody who speaks theirs.

    A language is there where the flow has it among its `languages`, or a contact speaks it.

    Document:
        Call 1-800-555-0100. Press 1 for sales. Press 2 for Spanish.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: Spanish, go: spanish}
          desk: {transfer: sales, failed: desk}
          spanish: {transfer: spanish-desk, failed: spanish}
        contacts: {spanish-desk: {name: Spanish}}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: Spanish, go: spanish}
          desk: {transfer: sales, failed: desk}
          spanish: {transfer: spanish-desk, failed: spanish}
        contacts: {spanish-desk: {name: Spanish, languages: [es]}}

    Source: ours; AC001 and AC003 ask the same of a flow by itself.
    """
    spoken = {*flow.languages, *(tag for one in flow.contacts.values() for tag in one.languages)}
    seen: set[str] = set()
    for one in documented.found.options:
        tag = language_chosen(one.topic)
        if tag in _NAMES and tag not in spoken and tag not in seen:
            seen.add(tag)
            message = f"the documents offer callers {_NAMES[tag]}, which the flow does not speak"
            told = documented.place(Spot(one.document, one.line))
            yield Fault(
                flow.place("languages"),
                message,
                f"Add `{tag}` to `languages`, or to those of a contact.",
                ((told, "offered here"),),
            )
