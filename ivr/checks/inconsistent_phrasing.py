"""PR017: the options of one prompt are worded in different ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ivr.analysis.heard import Text, keys_in, plain_words, primary, texts
from ivr.analysis.listing import once_a_prompt
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.key_words import is_digits

_REQUESTS: Final = MappingProxyType(
    {
        "en": "press select choose use option",
        "es": "oprima oprime presione presiona pulse pulsa marque marca elija elige seleccione opcion",
        "fr": "tapez tape appuyez appuie composez compose faites fais choisissez selectionnez",
        "de": "drucken drucke wahlen wahle auswahl",
    }
)
"""The words that ask for a key, by language. Those that PR014 tells of are left to it."""
_WORDS_BACK: Final = 4
_NEAR: Final = 60  # characters before a key in which its request stands


@check("PR017", "inconsistent-phrasing", Severity.INFO)
@once_a_prompt
def inconsistent_phrasing(flow: Flow) -> Iterator[Fault]:
    """Callers have to listen anew to every option: one says "press 1", the next "select 2".

    Compared are the words that ask for digits within one prompt, in its own language. Where a key comes before what it
    is for, PR005 tells of that. French says "tapez 1" and "appuyez sur étoile": star and pound are left out.

    Bad:
        nodes:
          main:
            menu: For sales, press 1. For billing, select 2. For a person, press 0. To repeat, press 9. To go back,
              press star.
            announce: as-is
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: PLUM's design guide.
    """
    for text in texts(flow):
        if not text.is_label:
            asked = dict.fromkeys(_requests(flow, text))
            if len(asked) > 1:
                one, other = list(asked)[:2]
                message = f"callers hear '{one}' for one key and '{other}' for the next, and listen for a difference"
                yield Fault(flow.place(*text.path), message, "Ask for every key in the same words.")


def _requests(flow: Flow, text: Text) -> Iterator[str]:
    """Give the words by which a text asks for digits, as they are written, in small letters."""
    known = set(_REQUESTS.get(primary(text.language), "").split())
    named = [one for one in keys_in(flow, text) if is_digits(one.key)] if known else []
    if any(mention.before for mention in named):
        return
    end = 0
    for mention in named:
        near = plain_words(text.text[max(end, mention.start - _NEAR) : mention.start])
        words = list(re.finditer(r" \S+(?= )", near.words))[-_WORDS_BACK:]
        yield from (near.original(word).lower() for word in reversed(words) if word[0].strip() in known)
        end = mention.end
