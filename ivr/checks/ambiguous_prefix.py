"""KY003: one code of a menu begins another."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.overlap import SHORTEST_EXTENSION, is_extension, overlap_fault, overlaps
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("KY003", "ambiguous-prefix", Severity.WARNING)
def ambiguous_prefix(flow: Flow, *, digits: int = SHORTEST_EXTENSION) -> Iterator[Fault]:
    """One key is also the beginning of a longer code, so everybody who presses it waits in silence before it counts.

    The wait is the menu's `between`. The menu's own options and the flow's keys that work in it are compared. Where the
    longer codes are extensions of three digits or more, KY005 tells of it.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
              21: {say: refunds, go: refunds}
          sales: {say: Our sales team will be glad to help., next: desk}
          refunds: {say: Please have your receipt at hand., next: desk}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
              3: {say: refunds, go: refunds}
          sales: {say: Our sales team will be glad to help., next: desk}
          refunds: {say: Please have your receipt at hand., next: desk}

    Parameter: codes of three digits or more are left to KY005, which has the same limit (a choice of this project).
    Source: VoiceXML 2.0 leaves such grammars to the time between digits; no checker surveyed has this rule.
    """
    for overlap in overlaps(flow):
        if not is_extension(overlap, digits):
            hint = "Give each a code that begins no other."
            yield overlap_fault(flow, overlap, "begin with it too", hint)
