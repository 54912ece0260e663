"""PR016: callers are told that they did wrong."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from ivr.analysis.heard import Text, Words, look_for, names_key, sentences, texts
from ivr.analysis.listing import once_a_prompt
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_AFTER_MISTAKE: Final[Words] = MappingProxyType(
    {
        "en": r"invalid|incorrect|(?:wrong|bad|illegal) (?:key|entry|choice|selection|option|button|digits?|code|pin)"
        r"|(?:that|this|which) (?:is|was) wrong|you made (?:a mistake|an error)|you failed to",
        "es": r"invalid[oa]|incorrect[oa]|erroneo|erronea|equivocad[oa]|no valid[oa]|se (?:ha )?equivoco|se equivoco"
        r"|(?:usted )?ha cometido un error",
        "fr": r"invalide|incorrecte?|erronee?|non valide|mauvais(?:e)? (?:choix|touche|code|saisie|numero|reponse)"
        r"|vous avez (?:fait|commis) une erreur|vous vous etes trompee?",
        "de": r"ungultige?[rsn]?|falsche?[rsn]?|fehlerhafte?[rsn]?|inkorrekt|sie haben (?:sich vertippt|einen fehler)",
    }
)
"""Looked for in what is said after a silence or a wrong key."""

_ANYWHERE: Final[Words] = MappingProxyType(
    {
        "en": r"(?:invalid|incorrect) (?:entry|selection|choice|option|input|key|response)"
        r"|you (?:have |just )?(?:entered|pressed|dialed|dialled|selected|typed|made|gave|chose|chosen)"
        r" (?:an? |the )?(?:invalid|incorrect|wrong|bad)"
        r"|you (?:have |just )?(?:entered|pressed|dialed|dialled|selected|typed|gave|chose) (?:is|was|are|were)"
        r" (?:invalid|incorrect|wrong)",
        "es": r"(?:opcion|entrada|seleccion|tecla) (?:no valida|invalida|incorrecta|equivocada|erronea)"
        r"|(?:ingreso|ha ingresado|marco|ha marcado|introdujo)(?: un)?(?: \w+){0,2}"
        r" (?:invalid[oa]|incorrect[oa]|equivocad[oa]|es (?:invalid|incorrect|erron)\w+)",
        "fr": r"(?:choix|touche|saisie|entree|option) (?:non valide|invalide|incorrecte?|erronee?)"
        r"|(?:saisi|compose|entre|tape)(?: un| une)?(?: \w+){0,2} (?:est )?(?:invalide|incorrecte?|erronee?)",
        "de": r"(?:ungultige|falsche|fehlerhafte) (?:eingabe|auswahl|taste|wahl)"
        r"|(?:eingabe|auswahl) (?:ist|war) (?:ungultig|falsch|fehlerhaft)",
    }
)
"""Looked for in every other prompt."""

_CONDITIONS: Final[Words] = MappingProxyType(
    {"en": "if|whether|in case|has|was dialed", "es": "si|en caso", "fr": "si|s'il|en cas", "de": "wenn|falls|ob"}
)


@check("PR016", "blaming-error", Severity.INFO)
@once_a_prompt
def blaming_error(flow: Flow) -> Iterator[Fault]:
    """Callers who slipped are told that they were wrong: "invalid", "incorrect", "wrong key".

    Looked at are re-prompts, and sentences of other prompts that speak of what the caller did; in English, Spanish,
    French and German. What may be wrong with something else ("if the address is wrong") is none of it.

    Bad:
        nodes:
          main:
            menu: Welcome.
            wrong: Invalid entry.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Welcome.
            wrong: Sorry, nothing is on that key.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: Avaya's design guide, on messages about errors.
    """
    for text in texts(flow):
        said = "" if text.is_label else _blame(flow, text)
        if said:
            message = f"callers who slipped hear '{said}', which puts the blame on them"
            yield Fault(flow.place(*text.path), message, "Say what they can do: `Sorry, please choose again.`")


def _blame(flow: Flow, text: Text) -> str:
    words = _AFTER_MISTAKE if text.is_reprompt else _ANYWHERE
    for sentence in sentences(text.text):
        said = look_for(flow, words, text.language, sentence)
        if said and not look_for(flow, _CONDITIONS, text.language, sentence) and not names_key(text.language, sentence):
            return said
    return ""
