"""TM002: the flow thinks of silent callers, and not of those who press wrong keys."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.last_try import NOTHING_FOR_WRONG_KEYS, without_last_try
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("TM002", "missing-invalid", Severity.ERROR)
def missing_invalid(flow: Flow) -> Iterator[Fault]:
    """A caller who presses wrong keys is cut off: the flow has words for silent callers only, and no `otherwise`.

    Leaving `wrong` out is allowed where `otherwise` is written: the menu is then heard again without comment.

    Bad:
        defaults: {}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            silence: Sorry, nothing was heard.
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        defaults: {}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            silence: Sorry, nothing was heard.
            wrong: Sorry, that is not one of the choices.
            otherwise: desk
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: CXLint R017 and CxBlueprint have this rule for the way out after a wrong entry.
    """
    return without_last_try(flow, NOTHING_FOR_WRONG_KEYS)
