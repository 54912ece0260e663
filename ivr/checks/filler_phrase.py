"""PR012: words that help nobody to choose."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.amend import fix
from ivr.analysis.heard import names_key, sentences, texts
from ivr.analysis.idle_talk import is_filler
from ivr.analysis.listing import once_a_prompt
from ivr.analysis.reword import reworded, without
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("PR012", "filler-phrase", Severity.INFO)
@once_a_prompt
def filler_phrase(flow: Flow) -> Iterator[Fault]:
    """Callers wait while they are told to listen carefully, or that their call is important.

    Looked for in English, Spanish, French and German. That the menu has changed is PR011's.

    Bad:
        nodes:
          main:
            menu: Welcome. Please listen carefully to the following options.
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

    Source: the first list of the GetHuman project; an article by Reedy on telephone menus.
    """
    for text in texts(flow):
        if text.is_label:
            continue
        for sentence in sentences(text.text):
            said = is_filler(flow, text.language, sentence)
            if said and not names_key(text.language, sentence):
                message = f"callers wait while they hear '{said.rstrip(' .,!')}', which helps nobody to choose"
                left = reworded(flow, text.path, text.text, without(text.text, sentence))
                mend = fix("Leave the sentence out.", left, safe=False)
                yield Fault(flow.place(*text.path), message, "Leave it out.", fix=mend)
                break
