"""RD006: a value that cannot be understood."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import reported
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("RD006", "wrong-value", Severity.ERROR)
def wrong_value(flow: Flow) -> Iterator[Fault]:
    """The value of a field cannot be understood, so callers meet something else than was meant.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            wait: a while
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            wait: 5 s
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: README, "The language": the schema gives every value its type.
    """
    return reported(flow, "RD006")
