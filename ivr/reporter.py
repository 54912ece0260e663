"""A reporter: one way of writing findings down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ivr.finding import Finding


class Report(NamedTuple):
    """What was checked: the findings of all flows, the texts of the files they stand in, and the files named."""

    findings: tuple[Finding, ...]
    texts: Mapping[str, str]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reporter:
    """A format's name, and the function that writes a report in it; `colour` says whether a terminal shows it."""

    name: str
    write: Callable[[Report, bool], str]
