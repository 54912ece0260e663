"""RD002: the file is not YAML."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.analysis.reported import reported
from ivr.check import check
from ivr.finding import Fault, Severity
from ivr.flow import Flow


@check("RD002", "broken-yaml", Severity.ERROR)
def broken_yaml(flow: Flow) -> Iterator[Fault]:
    """The file is not YAML from some place on, so what callers would hear from there cannot be known.

    Bad:
        nodes:
          main: {say: "Thank you for calling., next: desk}

    Good:
        nodes:
          main: {say: "Thank you for calling.", next: desk}

    Source: YAML 1.2.2; the language of flow files is written in it (seen in a summary).
    """
    return reported(flow, "RD002")
