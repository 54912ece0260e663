"""PR023: a row of digits is read as one large number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ivr.analysis.amend import fix
from ivr.analysis.heard import texts
from ivr.analysis.listing import once_a_prompt
from ivr.analysis.reword import Change, reworded
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow

_DIGITS: Final = re.compile(r"(?<![\w.,:/-])(?P<sign>[$€£#+]\s?)?(?P<digits>\d{2,})(?![\w:/-]|[.,]\d)")
_AMOUNT: Final = re.compile(
    r"\s*(?:[%$€£]|(?:dollars?|euros?|pounds?|cents?|pesos?|francs?|franken|points?|puntos|punkte|miles|millas|kilomet\w+"
    r"|square|people|persons|personas|personnes|personen|customers|clients|clientes|kunden|members|miembros|membres"
    r"|mitglieder\w*|patients|pacientes|patienten|years|homes|families|books|jobs|steps|employees|users|items|products"
    r"|percent|por ciento|pour cent|prozent|locations|stores|hours|minutes|seconds|meters|metros|times)\b)",
    re.IGNORECASE,
)
_OVER: Final = re.compile(
    r"\b(?:over|more than|than|nearly|almost|some|about|más de|plus de|über|mehr als)\s*$", re.IGNORECASE
)
_SAID_AS: Final = re.compile(r"<say-as\b.*?</say-as>|<sub\b.*?</sub>", re.DOTALL)


@check("PR023", "digits-as-number", Severity.INFO)
@once_a_prompt
def digits_as_number(flow: Flow, *, most: int = 4) -> Iterator[Fault]:
    """A voice reads "8005550100" to callers as eight thousand million and something, and nobody can write it down.

    Looked for are more than four digits without anything between them, in prompts without a recording. Amounts
    ("25000 points", "$12000") are numbers and meant to be read so.

    Bad:
        nodes:
          main: {say: You can also write to post box 312555., next: desk}

    Good:
        nodes:
          main: {say: You can also write to post box 312-555., next: desk}

    Parameter: `most`: 4 digits in a row (a choice of this project: years have as many).
    Source: AWS, best practice for the input blocks of Amazon Connect.
    """
    for text in texts(flow):
        if text.prompt.audio:
            continue
        spoken = _SAID_AS.sub(" ", text.text)
        found = next((one["digits"] for one in _DIGITS.finditer(spoken) if _is_row(one, spoken, most)), "")
        if found:
            message = f"callers hear '{found}' as one large number, and cannot write it down"
            hint = f"Write it as it is to be spoken: `{_apart(found)}`."
            rows = (one for one in _DIGITS.finditer(text.text) if _is_row(one, text.text, most))
            changes = [Change(*one.span("digits"), _apart(one["digits"])) for one in rows]
            edits = reworded(flow, text.path, text.text, changes) if spoken == text.text else None
            mend = fix("Write the digits apart, as they are to be spoken.", edits)
            yield Fault(flow.place(*text.path), message, hint, fix=mend)


def _is_row(found: re.Match[str], text: str, most: int) -> bool:
    """Whether digits are the digits of something, and no amount."""
    if len(found["digits"]) <= most or (found["sign"] or "").strip() in {"$", "€", "£"}:
        return False
    return not _AMOUNT.match(text, found.end()) and not _OVER.search(text, max(0, found.start() - 15), found.start())


def _apart(digits: str) -> str:
    """Write digits so that they are read one by one; ten of them as telephone numbers are."""
    telephone = {10: (3, 6), 11: (1, 4, 7)}.get(len(digits))
    if telephone is None:
        return " ".join(digits)
    cuts = (0, *telephone, len(digits))
    return "-".join(digits[start:end] for start, end in pairwise(cuts))
