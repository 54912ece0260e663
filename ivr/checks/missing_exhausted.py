"""TM003: tries are counted, and nothing is said of what comes after the last one."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.last_try import TRIES_LEAD_NOWHERE, without_last_try
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("TM003", "missing-exhausted", Severity.ERROR)
def missing_exhausted(flow: Flow) -> Iterator[Fault]:
    """A caller's tries are counted, but after the last one the call stops: the flow does not say where it goes.

    Bad:
        defaults: {tries: 2}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        defaults: {tries: 2, otherwise: desk}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: the validator of connect-blueprint has this rule.
    """
    return without_last_try(flow, TRIES_LEAD_NOWHERE)
