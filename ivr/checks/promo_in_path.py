"""PR013: advertising, or another channel, before the first choice."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.heard import Text, names_key, sentences, texts
from ivr.analysis.idle_talk import promotes
from ivr.analysis.listing import once_a_prompt
from ivr.analysis.opening import before_choice
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("PR013", "promo-in-path", Severity.WARNING)
@once_a_prompt
def promo_in_path(flow: Flow) -> Iterator[Fault]:
    """Callers who want help must listen to advertising, or to the way to a website, before they may choose anything.

    Looked at is what is said from the answer to the first menu or ask, while nothing is closed, in English, Spanish,
    French and German. An option that leads there is fine, and so is what callers are told for their safety or privacy.

    Bad:
        nodes:
          main:
            menu: Welcome. Did you know that you can also find us online? Visit our website for special offers.
            tries: 2
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
              2: {say: special offers, go: offers}
          offers: {say: Every pair of shoes in the shop is half its price this week., next: desk}

    Source: W3C, Making Content Usable, on voice menus; the ACIXD wiki on what not to say first.
    """
    passed = before_choice(flow)
    for text in texts(flow):
        if text.node in passed and not text.is_label and not text.is_reprompt:
            said = next((said for one in _before_keys(text) if (said := promotes(flow, text.language, one))), "")
            if said:
                message = f"callers hear '{said}' before they may choose anything"
                hint = "Make it an option, or say it to callers who wait."
                yield Fault(flow.place(*text.path), message, hint)


def _before_keys(text: Text) -> Iterator[str]:
    """Give the sentences of a text up to the first that names a key."""
    for sentence in sentences(text.text):
        if names_key(text.language, sentence):
            return
        yield sentence
