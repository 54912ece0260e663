"""RD003: a star or pound key without quotes."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import reported
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("RD003", "unquoted-key", Severity.ERROR)
def unquoted_key(flow: Flow) -> Iterator[Fault]:
    """The star or pound key is not in quotes, and YAML takes it for something else: callers may not have it.

    Found are keys, and values such as `end: #`, of which nothing is left but a comment. They are read as if quoted.

    Bad:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              *: {say: go back, go: back}

    Good:
        nodes:
          main:
            menu: Thank you for calling.
            options:
              1: {say: sales, go: desk}
              "*": {say: go back, go: back}

    Source: YAML 1.2.2: a star begins an alias, and a pound sign behind a space begins a comment (seen in a summary).
    """
    return reported(flow, "RD003")
