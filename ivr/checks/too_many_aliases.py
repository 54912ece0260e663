"""RD010: aliases that grow out of bounds."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import reported
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("RD010", "too-many-aliases", Severity.ERROR)
def too_many_aliases(flow: Flow) -> Iterator[Fault]:
    """Aliases stand for aliases until the file is too large for any telephone system, so no call can be answered.

    Each line of such a file holds the one before several times over; a few lines make billions.

    Bad:
        name: [&a [x, x, x, x, x, x, x, x, x, x], &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a],
          &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b], &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c],
          &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d], &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]]

    Good:
        defaults:
          wrong: &sorry Sorry, let us try that again.
          silence: *sorry
          otherwise: desk
        nodes:
          main: {say: Thank you for calling., next: desk}

    Parameter: 200,000 values written out by aliases, and 10 more for each value in the file (a choice of this project).
    Source: the "billion laughs" attack on readers of files that may refer to themselves (seen in a summary).
    """
    return reported(flow, "RD010")
