"""TM001: nothing is said of where callers go who never press a right key."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.last_try import NOTHING_SAID, without_last_try
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("TM001", "missing-timeout", Severity.ERROR)
def missing_timeout(flow: Flow) -> Iterator[Fault]:
    """A caller who says nothing, or presses a wrong key, is cut off, since the flow does not say where such calls go.

    Silences and wrong keys count towards one limit, and `otherwise` is the way out behind it: one finding tells of
    both. TM002 and TM003 tell of the same gap where more has been written. No re-prompt is needed: without one, the
    menu is heard again.

    Bad:
        defaults: {}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Good:
        defaults: {}
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              2: {say: billing, go: office}
            otherwise: desk
          office: {transfer: representative, busy: sorry, no-answer: sorry}

    Source: CXLint R018 and CxBlueprint have this rule for the way out after a timeout.
    """
    return without_last_try(flow, NOTHING_SAID)
