"""KY023: a prompt names a letter where callers need a digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ivr.analysis.pressed import hears
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_PRESS: Final = re.compile(
    r"\b(?i:press|push|hit|touch|tap|dial|key in|oprima|presione|pulse|marque|tapez|appuyez sur|drücken sie|wählen sie)"
    r"\s+(?i:(?:the|la|el|le|die|den|der)\s+)?(?i:(?:letter|key|button|letra|tecla|lettre|touche|buchstaben?|taste)\s+)?"
    r"[\"'«“]?(?P<letter>[A-Z])[\"'»”]?(?=\s*(?:[.,;:!?)]|$)|\s+(?i:for|to|if|now|or|and|then|para|si|pour|für|um|zum|zur"
    r"|y|et|und|o|ou|oder|in|on|at|please)\b)"
)
_DIGITS: Final = {
    letter: str(2 + at)
    for at, group in enumerate(("ABC", "DEF", "GHI", "JKL", "MNO", "PQRS", "TUV", "WXYZ"))
    for letter in group
}


@check("KY023", "letter-keys", Severity.INFO)
def letter_keys(flow: Flow) -> Iterator[Fault]:
    """Callers are told to press a letter and have to look for it: on many telephones it is tiny, on some it is missing.

    Names that are spelled on the keys ("the first three letters of the last name") are another matter and left alone.

    Bad:
        nodes:
          main:
            menu: Thank you for calling. For billing press B.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {say: Our sales team will be glad to help., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
          sales: {say: Our sales team will be glad to help., next: desk}

    Source: www.itams.co.uk/ivr-standards.htm; ITU-T E.161 for which letter is on which key (seen in a summary).
    """
    for path, prompt in flow.prompts():
        for _, text in prompt.texts:
            found = _PRESS.search(text)
            if found and (path[0] != "nodes" or path[1] not in flow.broken):
                letter = found["letter"]
                message = f"callers are told to press {letter}, and have to look for the key that has that letter"
                yield Fault(flow.place(*path), message, f"Name the digit: {_DIGITS[letter]}.", call=hears(flow, path))
                break
