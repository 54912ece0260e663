"""PR014: other words than the usual ones for pressing, entering and ending a call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ivr.analysis.amend import fix
from ivr.analysis.heard import Text, Words, keys_in, look_for, plain_words, primary, texts
from ivr.analysis.listing import once_a_prompt
from ivr.analysis.reword import Change, reworded
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_CHOOSING: Final[Words] = MappingProxyType(
    {
        "en": r"(?:push|hit|punch|dial|type|tap|touch|key in)",
        "es": r"(?:apriete|aplaste|teclee|empuje)",
        "fr": r"(?:pressez|poussez|enfoncez)",
        "de": r"(?:betatigen sie|tippen sie|klicken sie)",
    }
)
"""What is said instead of the word for pressing a key."""
_ENDING: Final[Words] = MappingProxyType(
    {
        "en": r"(?:disconnect|terminate|discontinue) (?:this|the|your) call|your call (?:will be|has been|is being)"
        r" (?:disconnected|terminated)|(?:this|the) call (?:will be|has been|is being) (?:disconnected|terminated)"
        r"|you (?:will now be|are now being|are being) disconnected",
        "es": r"(?:su|la|esta) llamada (?:sera|ha sido) (?:desconectada|terminada)"
        r"|desconectar (?:la|su|esta) llamada|terminar (?:la|su|esta) llamada",
        "fr": r"vous (?:serez|allez etre) deconnectee?|(?:votre |l'|cet )appel (?:sera|va etre) deconnecte",
        "de": r"(?:das gesprach|ihr anruf|der anruf) (?:wird|wurde)(?: \w+)? terminiert",
    }
)
_ENTERING: Final[Words] = MappingProxyType(
    {
        "en": r"(?:type|punch|key|dial)(?: in)? (?:in )?(?:your|the) (?:\w+ ){0,3}(?:number|code|pin|digits|date|zip)",
        "es": r"teclee (?:su|el|los|la) (?:\w+ ){0,3}(?:numero|codigo|clave|digitos|fecha)",
        "fr": r"tapotez",
        "de": r"tippen sie (?:bitte )?(?:ihre|die|den)(?: \w+){0,2} (?:nummer|\w*nummer|pin|code|ziffern)",
    }
)
_USUAL: Final = MappingProxyType(
    {
        "en": ("press", "end the call", "enter"),
        "es": ("oprima", "colgar", "ingrese"),
        "fr": ("tapez", "mettre fin à l'appel", "saisissez"),
        "de": ("drücken Sie", "beenden", "geben Sie ein"),
    }
)
_OUTSIDE: Final = "9"
_PRESSING: Final = re.compile(
    r"\b(?:push|hit|punch|dial|type|tap|touch|key in) (?:the )?(?:(?:key|number) )?(?=[\w*#])", re.IGNORECASE
)
_TYPING: Final = re.compile(r"\b(?:type|punch|key|dial) (?:in )?(?=(?:your|the) )", re.IGNORECASE)
_DISCONNECTING: Final = re.compile(
    r"\b(?:disconnect|terminate|discontinue) (?=(?:this|the|your) call\b)", re.IGNORECASE
)
_NEAR: Final = 40  # characters before a key in which its request begins


@check("PR014", "vocabulary", Severity.INFO)
@once_a_prompt
def vocabulary(flow: Flow) -> Iterator[Fault]:
    """Callers are told to push, hit or dial a key, to type a number, or that they will be disconnected.

    Every telephone line says "press" for a choice, "enter" for a number, and "end the call"; other words make callers
    wonder whether something else is meant. Service that is disconnected is none of it, nor is an extension that is
    dialled. Spanish, French and German have their usual words, too.

    Bad:
        nodes:
          main:
            menu: For sales, hit 1. For billing, hit 2. For a person, hit 0. To repeat, hit 9. To go back, hit star.
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

    Source: www.itams.co.uk/ivr-standards.htm, a second-hand account of ISO/IEC 13714.
    """
    for text in texts(flow):
        if text.is_label or primary(text.language) not in _USUAL:
            continue
        press, end, enter = _USUAL[primary(text.language)]
        asks = _asks(flow, text)
        for said, usual in (
            (_for_a_choice(flow, text), press),
            (look_for(flow, _ENDING, text.language, text.text), end),
            (look_for(flow, _ENTERING, text.language, text.text) if asks else "", enter),
        ):
            if said:
                message = f"callers hear '{said}', where telephone lines say '{usual}'"
                mend = fix(
                    "Say it in the usual words.", reworded(flow, text.path, text.text, _usual_words(flow, text, asks))
                )
                yield Fault(flow.place(*text.path), message, f"Say '{usual}'.", fix=mend)
                break


def _usual_words(flow: Flow, text: Text, asks: bool) -> Iterator[Change]:  # noqa: FBT001 -- one of two kinds of text
    """Say "press", "enter" and "end the call" instead; in English, where a word can stand for the other as it is."""
    if primary(text.language) != "en":
        return
    for found in _PRESSING.finditer(text.text):
        if any(mention.start == found.end() for mention in keys_in(flow, text)):
            yield Change(*found.span(), _like(found[0], "press "))
    for pattern, usual in ((_TYPING, "enter "), (_DISCONNECTING, "end ")) if asks else ((_DISCONNECTING, "end "),):
        yield from (Change(*found.span(), _like(found[0], usual)) for found in pattern.finditer(text.text))


def _like(written: str, usual: str) -> str:
    return usual.capitalize() if written[:1].isupper() else usual


def _asks(flow: Flow, text: Text) -> bool:
    return text.node != "" and flow.nodes[text.node].verb == "ask"


def _for_a_choice(flow: Flow, text: Text) -> str:
    """Give the unusual word by which a text asks for a key, as it is written."""
    words = _CHOOSING[primary(text.language)]
    for mention in keys_in(flow, text):
        if mention.key != _OUTSIDE:
            near = plain_words(text.text[max(0, mention.start - _NEAR) : mention.start])
            found = re.search(
                rf" {words}(?: (?:the|el|la|le|die|key|number|numero|tecla|touche|taste|sur|auf)){{0,3}} $", near.words
            )
            if found:
                return f"{near.original(found)} {mention.key}"
    return ""
