"""RD007: a field that is needed is missing."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import reported
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("RD007", "missing-field", Severity.ERROR)
def missing_field(flow: Flow) -> Iterator[Fault]:
    """Something cannot work without a field that is not there: an option without a target leads callers nowhere.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: README, "The language": each table says what is needed.
    """
    return reported(flow, "RD007")
