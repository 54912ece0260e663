"""KY005: a key of a menu is also the first digit of extensions."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.overlap import SHORTEST_EXTENSION, is_extension, overlap_fault, overlaps
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("KY005", "shadows-extension", Severity.WARNING)
def shadows_extension(flow: Flow, *, digits: int = SHORTEST_EXTENSION) -> Iterator[Fault]:
    """A choice of the menu is the first digit of extensions: who presses it waits, and who dials slowly is cut short.

    An extension is a code of three digits or more. A caller who dials one and pauses for longer than `between` is sent
    to the choice instead; so extensions should begin with a digit that is no choice.

    Bad:
        nodes:
          main:
            menu: "If you know the extension, dial it at any time."
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
              215: {say: the workshop, go: workshop}
            tries: 2
          sales: {say: Our sales team will be glad to help., next: desk}
          workshop: {say: This is the workshop., next: desk}

    Good:
        nodes:
          main:
            menu: "If you know the extension, dial it at any time."
            options:
              1: {say: sales, go: sales}
              2: {say: billing, go: desk}
              715: {say: the workshop, go: workshop, announced: no, because: It is printed in the directory.}
          sales: {say: Our sales team will be glad to help., next: desk}
          workshop: {say: This is the workshop., next: desk}

    Parameter: codes of three digits or more count as extensions (a choice of this project); of
        shorter ones KY003 tells, which has the same limit.
    Source: FreeSWITCH's menus (`digit-len`) and Kazoo's (`hunt`) take extensions beside single keys.
    """
    for overlap in overlaps(flow):
        if is_extension(overlap, digits):
            hint = "Let extensions begin with a digit that is no choice, and choices be digits that begin no extension."
            yield overlap_fault(
                flow, overlap, "are extensions that begin with it", hint, "is an extension that begins with it"
            )
