"""AC005: a language is offered in words of another language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from ivr.analysis.key_meaning import LANGUAGE, meaning_of
from ivr.analysis.language_offers import Offer, offers
from ivr.analysis.telling import mentions
from ivr.analysis.ways import judged
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow
from ivr.nodes.menu import Menu
from ivr.prompt import Prompt
from ivr.witness import Shows

_OWN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "english",
        "es": "espanol castellano",
        "fr": "francais",
        "de": "deutsch",
        "pt": "portugues",
        "it": "italiano",
        "ru": "russkij",
        "pl": "polski",
    }
)
"""What languages call themselves, without accents, as far as other languages do not write them in other letters."""
_SHOWN: Final = MappingProxyType({"es": "español", "fr": "français", "pt": "português"})


@check("AC005", "language-self-name", Severity.INFO)
def language_self_name(flow: Flow) -> Iterator[Fault]:
    """Those for whom the language is offered do not understand the offer: it is named in words of another language.

    Bad:
        languages: [en, es]
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              8: {say: Spanish, go: spanish, language: es}
              9: {say: hear this again, go: again}
              0: {say: a representative, go: desk}
          spanish: {transfer: representative, failed: later}
          later: {hangup: {es: Llame más tarde.}}

    Good:
        languages: [en, es]
        keys: {}
        defaults: {otherwise: desk}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              8: {say: {en: Spanish, es: español}, go: spanish, language: es}
              9: {say: hear this again, go: again}
              0: {say: a representative, go: desk}
          spanish: {transfer: representative, failed: later}
          later: {hangup: {es: Llame más tarde.}}

    Source: what lines do in practice; no source for it was found.
    """
    for name in judged(flow):
        for offer in offers(flow, name):
            words = _heard(flow, offer) if offer.exit.announced else ""
            tag = offer.language.partition("-")[0].lower()
            if meaning_of(words) == f"{LANGUAGE} {tag}" and not set(_plain(words)) & set(_OWN.get(tag, "").split()):
                own = _SHOWN.get(tag, _OWN.get(tag, ""))
                message = f"'{name}' offers '{offer.language}' as '{words}', which its speakers may not understand"
                hint = f"Say it in that language: `say: {own}`." if own else "Say it in that language."
                call = Shows(name, on=offer.exit.on)
                yield Fault(flow.place(*offer.exit.path[:-1], "say"), message, hint, call=call)


def _heard(flow: Flow, offer: Offer) -> str:
    """Give the words with which callers are offered a language: the label's in that language, else the prompt's."""
    menu = flow.nodes[offer.menu]
    if not isinstance(menu, Menu):
        return ""
    if menu.announce == "as-is":
        told = [one.words for _, one in mentions(flow, menu.menu) if one.key == offer.exit.on and one.words]
        return told[0] if len(told) == 1 else ""
    choice = next((one for one in menu.choices(flow) if one.key == offer.exit.on), None)
    label = (menu.label(flow, choice) if choice else None) or Prompt()
    return label.text(offer.language, flow.first_language)


def _plain(text: str) -> list[str]:
    folded = "".join(sign for sign in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(sign))
    return re.findall(r"[^\W_]+", folded)
